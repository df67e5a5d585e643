/* bjt-planner-draft.h: the plan of routes in hand: solved, changed by hand and taken
 * back, saved under a number.
 *
 * Main thread. Solving goes on beside; meanwhile nothing else is begun.
 */
#pragma once

#include "workspace/bjt-workspace-visit-plans.h"

G_BEGIN_DECLS

#define BJT_TYPE_PLANNER_DRAFT (bjt_planner_draft_get_type ())
G_DECLARE_FINAL_TYPE (BjtPlannerDraft, bjt_planner_draft, BJT, PLANNER_DRAFT, GObject)

/* Signals:
 *   "changed" (void): other routes, another number, begun or ended solving
 *   "progress" (void): better routes, or a greater fraction, while it solves
 *   "failed" (GError *error): a plan, or a change, that cannot be; all is as before */

BjtPlannerDraft *bjt_planner_draft_new (BjtWorkspace *workspace);

BjtVisitRoutes *bjt_planner_draft_get_routes (BjtPlannerDraft *self); /* borrowed; the best so far while it solves; NULL: none yet */
gboolean        bjt_planner_draft_is_busy (BjtPlannerDraft *self);
gboolean        bjt_planner_draft_is_first (BjtPlannerDraft *self);   /* busy with a new plan, not with one that was changed */
double          bjt_planner_draft_get_fraction (BjtPlannerDraft *self);
const char     *bjt_planner_draft_get_number (BjtPlannerDraft *self); /* NULL: not saved yet */
gboolean        bjt_planner_draft_is_saved (BjtPlannerDraft *self);   /* as it is now */
gboolean        bjt_planner_draft_is_closed (BjtPlannerDraft *self);
gboolean        bjt_planner_draft_is_by_hand (BjtPlannerDraft *self); /* changed, and not planned around that since */
GHashTable     *bjt_planner_draft_get_done (BjtPlannerDraft *self);   /* BjtUuid of doors with an outcome; borrowed */
char           *bjt_planner_draft_dup_cost (BjtPlannerDraft *self);   /* of the last change; NULL: none */

void bjt_planner_draft_plan (BjtPlannerDraft *self, const BjtRouteWish *wish);
void bjt_planner_draft_improve (BjtPlannerDraft *self);
void bjt_planner_draft_cancel (BjtPlannerDraft *self); /* keeps the best so far */
void bjt_planner_draft_clear (BjtPlannerDraft *self);

/* By hand: @routes (transfer full) made of the ones in hand; NULL: *@error is told and
 * cleared. The rest is planned anew around what is pinned when @solves. */
void bjt_planner_draft_take (BjtPlannerDraft *self, BjtVisitRoutes *routes, gboolean solves, GError **error);
gboolean bjt_planner_draft_can_undo (BjtPlannerDraft *self);
gboolean bjt_planner_draft_can_redo (BjtPlannerDraft *self);
void bjt_planner_draft_undo (BjtPlannerDraft *self);
void bjt_planner_draft_redo (BjtPlannerDraft *self);

/* Saved plans; FALSE: told by "failed" */
gboolean bjt_planner_draft_save (BjtPlannerDraft *self);
gboolean bjt_planner_draft_open (BjtPlannerDraft *self, const char *number);
gboolean bjt_planner_draft_refresh (BjtPlannerDraft *self); /* what is done was noted meanwhile */
void     bjt_planner_draft_replan (BjtPlannerDraft *self, int now); /* minutes of the day; a saved one, from where each is */

G_END_DECLS
