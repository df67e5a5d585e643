/* bjt-workspace-private.h: what the files of the workspace share.
 */
#pragma once

#include <string.h>

#include "bjt-workspace-issues.h"
#include "rules/bjt-work-calendar.h"
#include "store/bjt-journal.h"
#include "store/bjt-ledger-loader.h"
#include "store/bjt-store.h"

G_BEGIN_DECLS

struct _BjtWorkspace
{
  GObject parent_instance;

  /* Owned */
  BjtStore   *store;
  BjtPicture *picture;
  BjtLedger  *ledger;   /* NULL until it is asked for */
  char       *path;
  char       *staff_name;
  BjtWorkCalendar *calendar; /* NULL: as shipped */
  GPtrArray  *drawings; /* under plans, as read; those used last are at the end */

  /* State */
  BjtClock clock;
  BjtUuid  staff_id;
  gint64   data_version;
  BjtLedgerPosition ledger_position;
  gboolean is_stale; /* the picture is to be read again before it is looked at */
};

typedef gboolean (*BjtFillFunc) (BjtStore *store, gconstpointer data, const BjtClock *clock, GError **error);

/* Makes a file beside, fills it, and gives it its name when it is whole. */
gboolean bjt_workspace_make_file (const char *path, BjtFillFunc fill, gconstpointer data, const BjtClock *clock, GError **error);
gboolean bjt_workspace_reload (BjtWorkspace *self, GError **error);
gboolean bjt_workspace_reload_calendar (BjtWorkspace *self, GError **error);
gboolean bjt_workspace_reload_states (BjtWorkspace *self, GError **error);
gboolean bjt_workspace_reload_doors (BjtWorkspace *self, const guint32 *doors, guint n_doors, GError **error); /* after visits */
gboolean bjt_workspace_reload_overlays (BjtWorkspace *self, GError **error);
gboolean bjt_workspace_reload_plans (BjtWorkspace *self, GError **error);
gboolean bjt_workspace_reload_annotations (BjtWorkspace *self, GError **error);
void     bjt_workspace_emit_changed (BjtWorkspace *self);

/* One action: begin, write, finish. Finishing reads the picture again and tells. */
BjtActionScope *bjt_workspace_begin (BjtWorkspace *self, const char *kind, const char *subject, GError **error);
gboolean        bjt_workspace_finish (BjtWorkspace *self, BjtActionScope *scope, GError **error);
gboolean        bjt_workspace_finish_plan (BjtWorkspace *self, BjtActionScope *scope, GError **error); /* the same where only plans changed */
gboolean        bjt_workspace_finish_work (BjtWorkspace *self, BjtActionScope *scope, GError **error); /* the same where the picture stays as it is: patrols, tasks, logs */
gboolean        bjt_workspace_refuse (GError **error, BjtWorkspaceError code, const char *message); /* FALSE */

void            bjt_workspace_init_key (BjtWorkspace *self, BjtUuid *id); /* unless it has one */
gboolean        bjt_workspace_finish_states (BjtWorkspace *self, BjtActionScope *scope, GError **error); /* the same where only visits and issues changed */

/* Within an action: checks beforehand, writes an issue and its first event. */
gboolean bjt_workspace_check_issue (BjtWorkspace *self, const BjtIssue *issue, GError **error);
gboolean bjt_workspace_write_issue (BjtWorkspace *self, BjtIssue *issue, GError **error);
gboolean bjt_workspace_write_step (BjtWorkspace *self, const BjtUuid *issue_id, const BjtIssueStep *step, GError **error); /* one step of the flow */

/* Within an action on visits: checks beforehand, what is not said, the end. */
gboolean bjt_workspace_check_visit (BjtWorkspace *self, const BjtVisit *visit, GError **error);
void     bjt_workspace_complete_visit (BjtWorkspace *self, BjtVisit *visit);
gboolean bjt_workspace_finish_visits (BjtWorkspace *self, BjtActionScope *scope, BjtVisit *const *visits, guint n_visits, GError **error);

/* Within an action: a photo among the notes of a door. */
gboolean bjt_workspace_write_door_photo (BjtWorkspace *self, const BjtUuid *door_id, BjtDate noted_on, gconstpointer photo, GError **error); /* BjtPhoto */

char    *bjt_workspace_dup_setting (BjtWorkspace *self, const char *name);
gboolean bjt_workspace_write_setting (BjtWorkspace *self, const char *name, const char *value, GError **error);

gboolean bjt_workspace_insert_catalogue (BjtStore *store, GError **error);

G_END_DECLS
