/* bjt-workspace.h: the only door to a community's file.
 *
 * Opens the store, holds the linked picture, runs what changes it as actions
 * (one action, one undo step, journalled), tells who listens. Belongs to the
 * thread that opened it; the *_async functions work on a thread of their own.
 */
#pragma once

#include <gio/gio.h>

#include "bjt-pattern-diff.h"
#include "geo/bjt-datum.h"
#include "model/bjt-grid-draft.h"
#include "model/bjt-picture.h"
#include "plan/bjt-building-pattern.h"

G_BEGIN_DECLS

typedef struct _BjtImportReport BjtImportReport; /* import/bjt-import-report.h */
typedef struct _BjtOverlayFile BjtOverlayFile;   /* bjt-overlay-file.h */

#define BJT_WORKSPACE_ERROR (bjt_workspace_error_quark ())
GQuark bjt_workspace_error_quark (void);

typedef enum
{
  BJT_WORKSPACE_ERROR_INVALID,   /* a value that cannot be: a visit in the future */
  BJT_WORKSPACE_ERROR_NOT_FOUND, /* the record is not (or no longer) there */
  BJT_WORKSPACE_ERROR_REFUSED,   /* the flow or a rule forbids it */
  BJT_WORKSPACE_ERROR_CONFLICT,  /* somebody else changed it meanwhile; the message says how */
} BjtWorkspaceError;

#define BJT_TYPE_WORKSPACE (bjt_workspace_get_type ())
G_DECLARE_FINAL_TYPE (BjtWorkspace, bjt_workspace, BJT, WORKSPACE, GObject)

/* Signals:
 *   "changed" (void): the picture is another one (after any action, undo,
 *     redo, import, a change by another program, a new day). */

/* Opening */
void          bjt_workspace_warm_up (void); /* makes the first opening quicker; from any thread */
typedef struct
{
  const char *profile; /* jiangbei, jiabei, stress */
  guint       seed;
  guint       n_doors; /* stress */
  guint       n_visits; /* 0: as many as it has */
  guint       n_issues;
} BjtSampleOptions;

gboolean      bjt_workspace_create_sample (const char *path, const BjtSampleOptions *options, const BjtClock *clock, GError **error);
gboolean      bjt_workspace_create (const char *path, const char *community_name, const BjtClock *clock, GError **error);
BjtWorkspace *bjt_workspace_open (const char *path, const BjtClock *clock, GError **error);
const char   *bjt_workspace_get_path (BjtWorkspace *self);
BjtDate       bjt_workspace_get_today (BjtWorkspace *self);
int           bjt_workspace_get_minute (BjtWorkspace *self); /* of today */
BjtPicture   *bjt_workspace_get_picture (BjtWorkspace *self);                    /* borrowed; NULL never */
void          bjt_workspace_set_staff (BjtWorkspace *self, const BjtUuid *staff_id); /* who is at work; NIL: nobody in particular */
const BjtUuid *bjt_workspace_get_staff (BjtWorkspace *self);
gboolean      bjt_workspace_refresh (BjtWorkspace *self, GError **error);        /* looks for changes made elsewhere and for a new day */

/* Reading on demand; arrays are owned by the caller and free their records */
GPtrArray *bjt_workspace_list_visits (BjtWorkspace *self, const BjtUuid *door_id, guint limit, GError **error);   /* BjtVisit, newest first; door NULL: all */
GPtrArray *bjt_workspace_list_issues (BjtWorkspace *self, const BjtUuid *door_id, gboolean open_only, GError **error); /* BjtIssue, newest first; door NULL: all */
GPtrArray *bjt_workspace_list_issue_events (BjtWorkspace *self, const BjtUuid *issue_id, GError **error);         /* BjtIssueEvent, oldest first */
GPtrArray *bjt_workspace_list_issue_kinds (BjtWorkspace *self, GError **error);                                   /* BjtIssueKind, by position */
GPtrArray *bjt_workspace_list_staff (BjtWorkspace *self, GError **error);                                         /* BjtStaff */
gint64     bjt_workspace_count (BjtWorkspace *self, const BjtRecordType *type, GError **error);                      /* records of a kind; -1 on error */
BjtIssue  *bjt_workspace_get_issue (BjtWorkspace *self, const BjtUuid *issue_id, GError **error);

/* Actions. Each is one transaction and one undo step: all of it or nothing. */
gboolean bjt_workspace_record_visits (BjtWorkspace *self, BjtVisit *const *visits, guint n_visits, GError **error);
gboolean bjt_workspace_report_issue (BjtWorkspace *self, BjtIssue *issue, GError **error); /* fills id, number, status and due_on where they are unknown */
gboolean bjt_workspace_advance_issue (BjtWorkspace *self, const BjtUuid *issue_id, int to_status, const char *note, GError **error);
gboolean bjt_workspace_override_class (BjtWorkspace *self, const BjtUuid *household_id, int household_class, const char *reason, GError **error); /* class 0: derive again */
gboolean bjt_workspace_tick_category (BjtWorkspace *self, const BjtUuid *person_id, const char *category_code, gboolean ticked, GError **error);

/* Grids. An edit is what a draft makes of the picture of this moment. */
void          bjt_workspace_get_grid_limits (BjtWorkspace *self, BjtGridLimits *limits);
gboolean      bjt_workspace_set_grid_limits (BjtWorkspace *self, const BjtGridLimits *limits, GError **error);
GPtrArray    *bjt_workspace_list_duties (BjtWorkspace *self, GError **error); /* BjtDuty, those of today */
gboolean      bjt_workspace_edit_grids (BjtWorkspace *self, const BjtGridEdit *edit, GError **error);
gboolean      bjt_workspace_rename_grid (BjtWorkspace *self, const BjtUuid *grid_id, int number, const char *name, GError **error);
gboolean      bjt_workspace_assign_buildings (BjtWorkspace *self, const BjtUuid *building_ids, guint n_buildings, const BjtUuid *grid_id, GError **error); /* NIL: to no grid */
gboolean      bjt_workspace_assign_worker (BjtWorkspace *self, const BjtUuid *grid_id, const BjtUuid *staff_id, GError **error); /* the one grid worker; NIL: nobody */
gboolean      bjt_workspace_import_grids (BjtWorkspace *self, const char *path, guint *n_new, guint *n_changed, GError **error); /* borders, by number */

/* Layers of one's own over the map; they stand in the picture. */
gboolean bjt_workspace_add_overlay (BjtWorkspace *self, const BjtOverlayFile *file, GError **error); /* uppermost */
gboolean bjt_workspace_change_overlay (BjtWorkspace *self, const BjtOverlay *overlay, GError **error); /* name, colour, shown, opacity */
gboolean bjt_workspace_move_overlay (BjtWorkspace *self, const BjtUuid *overlay_id, int steps, GError **error); /* positive: up */
gboolean bjt_workspace_remove_overlay (BjtWorkspace *self, const BjtUuid *overlay_id, GError **error);

/* Buildings. Applying a pattern matches the doors that are there (bjt-pattern-match.h): they
 * keep their households, visits and issues; what the pattern has no place for is
 * removed when nothing is known of it, else held and told in the diff. */
typedef struct
{
  BjtUuid     building_id; /* NIL: a new one */
  const char *compound;    /* name; new buildings: made when there is none of the name; may be NULL */
  const char *label;       /* NULL: stays as it is */
} BjtBuildingTarget;

BjtPatternDiff *bjt_workspace_compare_pattern (BjtWorkspace *self, const BjtBuildingTarget *target, const BjtBuildingPattern *pattern, GError **error);
BjtPatternDiff *bjt_workspace_apply_pattern (BjtWorkspace *self, const BjtBuildingTarget *target, const BjtBuildingPattern *pattern, GError **error);
gboolean        bjt_workspace_merge_doors (BjtWorkspace *self, const BjtUuid *door_ids, guint n_doors, GError **error); /* 合户, 跃层 */
gboolean        bjt_workspace_split_door (BjtWorkspace *self, const BjtUuid *door_id, GError **error); /* into the doors it was merged from */
gboolean        bjt_workspace_cordon_entrance (BjtWorkspace *self, const BjtUuid *entrance_id, const char *reason, BjtDate from_on, BjtDate until_on, GError **error);
gboolean        bjt_workspace_open_entrance (BjtWorkspace *self, const BjtUuid *entrance_id, GError **error); /* ends its cordons today */
GPtrArray      *bjt_workspace_list_cordons (BjtWorkspace *self, GError **error); /* BjtAnnotation, those in force or planned */

/* Data with names leaves the file: recorded in the journal, nothing to undo. */
gboolean bjt_workspace_record_export (BjtWorkspace *self, const char *what, const char *purpose, GError **error);

/* Undo: over all that is journalled, also after a restart. */
typedef struct
{
  guint64  number;
  gint64   happened_at;
  char    *kind;      /* record-visit, report-issue, import, demo … : faces translate */
  char    *subject;   /* what it was about, no personal data: 山水宜家 3-2-501, a file's base name; may be NULL */
  char    *by;        /* staff name or login, may be NULL */
  guint    n_changes; /* rows */
  gboolean is_undone;
} BjtAction;
void       bjt_action_free (BjtAction *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (BjtAction, bjt_action_free)

BjtAction *bjt_workspace_peek_undo (BjtWorkspace *self); /* (transfer full) (nullable): what undo would take back */
BjtAction *bjt_workspace_peek_redo (BjtWorkspace *self);
guint      bjt_workspace_count_undo (BjtWorkspace *self);
gboolean   bjt_workspace_undo (BjtWorkspace *self, GError **error);
gboolean   bjt_workspace_redo (BjtWorkspace *self, GError **error);
GPtrArray *bjt_workspace_list_actions (BjtWorkspace *self, guint limit, GError **error); /* BjtAction, newest first */

/* Import: a dry run reads, checks and reports without changing anything. */
typedef struct
{
  char    *column_map;   /* JSON, may be NULL: detect */
  char    *compound;     /* for rows that name none, may be NULL */
  BjtDatum datum;        /* of the coordinates in the file; another than CGCS2000 is converted */
  gboolean dry_run;
} BjtImportOptions;

typedef void (*BjtProgressFunc) (double fraction, gpointer user_data);

BjtImportReport *bjt_workspace_import (BjtWorkspace *self, const char *path, const BjtImportOptions *options,
                                       BjtProgressFunc progress, gpointer user_data,
                                       GCancellable *cancellable, GError **error);
void             bjt_workspace_import_async (BjtWorkspace *self, const char *path, const BjtImportOptions *options,
                                             BjtProgressFunc progress, gpointer progress_data, /* called in the main thread */
                                             GCancellable *cancellable, GAsyncReadyCallback callback, gpointer user_data);
BjtImportReport *bjt_workspace_import_finish (BjtWorkspace *self, GAsyncResult *result, GError **error);

/* The file itself */
GPtrArray *bjt_workspace_check (const char *path, GError **error); /* char *: one finding a line; empty: sound */

G_END_DECLS
