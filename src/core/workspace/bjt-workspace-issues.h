/* bjt-workspace-issues.h: issues: reported, led by the flow, and what hangs on
 * them: called departments, doors concerned, notices, partners, meetings.
 *
 * Every action is one undo step; the steps of an issue are only appended to.
 */
#pragma once

#include "bjt-workspace.h"
#include "model/bjt-door-set.h"
#include "rules/bjt-issue-clock.h"
#include "rules/bjt-issue-flow.h"

G_BEGIN_DECLS

/* A step that is to be taken; what is not given is NULL, NIL, BJT_DATE_NONE, 0. */
typedef struct
{
  const char *code;         /* of the flow: accept */
  const char *state;        /* that the caller saw; NULL: whatever it is */
  const char *note;
  BjtUuid     partner_id;
  BjtDate     day;
  BjtUuid     other_id;     /* the issue it goes on as */
  int         satisfaction; /* 1 … 3 */
} BjtIssueStep;
#define BJT_ISSUE_STEP_INIT { .day = BJT_DATE_NONE }

BjtIssue *bjt_workspace_find_issue (BjtWorkspace *self, const char *number, GError **error);
gboolean  bjt_workspace_take_step (BjtWorkspace *self, const BjtUuid *issue_id, const BjtIssueStep *step, GError **error);
char     *bjt_workspace_dup_issue_place (BjtWorkspace *self, const BjtIssue *issue); /* 山水宜家 3-2-501; NULL: nowhere in particular */
gboolean  bjt_workspace_read_clocks (BjtWorkspace *self, const BjtUuid *issue_id, BjtIssueClockReading *reply, BjtIssueClockReading *close, GError **error);

/* Open ones of its kind at its place reported within the 90 days before; newest first */
GPtrArray *bjt_workspace_list_duplicates (BjtWorkspace *self, const BjtIssue *issue, GError **error); /* BjtIssue */

/* Five slots: somebody patrols, reports, is responsible, solves, supervises. */
typedef enum
{
  BJT_SLOT_FINDER,
  BJT_SLOT_REPORTER,
  BJT_SLOT_RESPONSIBLE,
  BJT_SLOT_SOLVER,
  BJT_SLOT_SUPERVISOR,
  BJT_N_SLOTS,
} BjtIssueSlot;
const char *bjt_issue_get_slot (const BjtIssue *issue, BjtIssueSlot slot); /* NULL: empty */
guint       bjt_issue_get_empty_slots (const BjtIssue *issue);             /* bit i: slot i */
gboolean    bjt_workspace_fill_slot (BjtWorkspace *self, const BjtUuid *issue_id, BjtIssueSlot slot, const char *name, GError **error); /* NULL: empties it */

/* Doors concerned */
GPtrArray *bjt_workspace_list_issue_doors (BjtWorkspace *self, const BjtUuid *issue_id, GError **error); /* BjtIssueDoor */
gboolean   bjt_workspace_add_issue_doors (BjtWorkspace *self, const BjtUuid *issue_id, const BjtDoorSet *doors, double share, GError **error); /* those that are not among them yet; NAN: nothing to pay */
gboolean   bjt_workspace_change_issue_door (BjtWorkspace *self, const BjtIssueDoor *issue_door, GError **error); /* consent, share, payment, note */
gboolean   bjt_workspace_remove_issue_door (BjtWorkspace *self, const BjtUuid *issue_door_id, GError **error);

/* Calls of departments, by time */
GPtrArray *bjt_workspace_list_whistles (BjtWorkspace *self, const BjtUuid *issue_id, GError **error); /* BjtWhistle; NULL: all */

/* Notices: numbered 江北-整改-2026-001 by community and year */
GPtrArray *bjt_workspace_list_notices (BjtWorkspace *self, const BjtUuid *issue_id, GError **error); /* BjtNotice; NULL: all */
gboolean   bjt_workspace_serve_notice (BjtWorkspace *self, BjtNotice *notice, GError **error); /* gets key, number and day */
gboolean   bjt_workspace_receive_notice (BjtWorkspace *self, const BjtUuid *notice_id, const char *received_by, BjtDate received_on, GError **error);

/* Partners; a NIL key makes a new one */
GPtrArray *bjt_workspace_list_partners (BjtWorkspace *self, GError **error); /* BjtPartner, by name */
gboolean   bjt_workspace_save_partner (BjtWorkspace *self, BjtPartner *partner, GError **error);

G_END_DECLS
