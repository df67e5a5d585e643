/* bjt-plan-selection.h: the elements of a plan that are chosen, and what is done
 * with them.
 *
 * Kept by key, since elements are others after each edit. What is done is one
 * step of undo each; FALSE: refused (the tool told why), or nothing to do.
 */
#pragma once

#include "bjt-draft-tool.h"

G_BEGIN_DECLS

#define BJT_TYPE_PLAN_SELECTION (bjt_plan_selection_get_type ())
G_DECLARE_FINAL_TYPE (BjtPlanSelection, bjt_plan_selection, BJT, PLAN_SELECTION, GObject)

/* Signals: "changed" (void): others are chosen */

BjtPlanSelection *bjt_plan_selection_new (BjtDraftTool *tool); /* borrowed: the tool owns its selection */
GPtrArray        *bjt_plan_selection_list_elements (BjtPlanSelection *self); /* (transfer container): BjtPlanElement of the canvas, until the next edit */
BjtPlanElement   *bjt_plan_selection_get_only (BjtPlanSelection *self);      /* the one that is chosen alone; else NULL */
gboolean          bjt_plan_selection_get_box (BjtPlanSelection *self, BjtBox *metres); /* FALSE: nothing is chosen */
guint             bjt_plan_selection_get_n_chosen (BjtPlanSelection *self);
gboolean          bjt_plan_selection_contains (BjtPlanSelection *self, const BjtUuid *id);

void              bjt_plan_selection_choose (BjtPlanSelection *self, const BjtUuid *ids, guint n_ids);
void              bjt_plan_selection_choose_elements (BjtPlanSelection *self, GPtrArray *elements, gboolean is_added);
void              bjt_plan_selection_choose_all (BjtPlanSelection *self);
gboolean          bjt_plan_selection_choose_next (BjtPlanSelection *self, gboolean is_back); /* in the order they are painted */
void              bjt_plan_selection_toggle (BjtPlanSelection *self, const BjtUuid *id);

gboolean          bjt_plan_selection_remove (BjtPlanSelection *self);
gboolean          bjt_plan_selection_duplicate (BjtPlanSelection *self); /* to the right of it */
gboolean          bjt_plan_selection_repeat (BjtPlanSelection *self, guint columns, guint rows, BjtPoint step, gboolean next_stacks);
gboolean          bjt_plan_selection_mirror (BjtPlanSelection *self, gboolean is_upside_down);
gboolean          bjt_plan_selection_merge (BjtPlanSelection *self);
gboolean          bjt_plan_selection_turn (BjtPlanSelection *self, double angle); /* radians, counter-clockwise */
gboolean          bjt_plan_selection_move (BjtPlanSelection *self, double dx, double dy);
gboolean          bjt_plan_selection_change (BjtPlanSelection *self, GPtrArray *elements); /* BjtPlanElement: changed copies */

/* Corners of the one that is chosen alone */
gboolean          bjt_plan_selection_move_vertex (BjtPlanSelection *self, guint vertex, BjtPoint at);
gboolean          bjt_plan_selection_remove_vertex (BjtPlanSelection *self, guint vertex);
gboolean          bjt_plan_selection_insert_vertex (BjtPlanSelection *self, BjtPoint at, double reach);

G_END_DECLS
