/* bjt-plan-pane.h: the plan canvas with its level switch, tools and foot line.
 */
#pragma once

#include "bjt-plan-canvas.h"

G_BEGIN_DECLS

#define BJT_TYPE_PLAN_PANE (bjt_plan_pane_get_type ())
G_DECLARE_FINAL_TYPE (BjtPlanPane, bjt_plan_pane, BJT, PLAN_PANE, GtkWidget)

/* Signals:
 *   "make-schematic" (void): of the building of the focus
 *   Lays in drawings by the action "plan.import" of whoever holds the pane. */

GtkWidget     *bjt_plan_pane_new (BjtFocus *focus);
BjtPlanCanvas *bjt_plan_pane_get_canvas (BjtPlanPane *self);
void           bjt_plan_pane_add_start (BjtPlanPane *self, GtkWidget *widget);       /* of the head line */
void           bjt_plan_pane_add_end (BjtPlanPane *self, GtkWidget *widget);
void           bjt_plan_pane_add_tool_widget (BjtPlanPane *self, GtkWidget *widget); /* left of the plan, one below the other */
void           bjt_plan_pane_add_bar (BjtPlanPane *self, GtkWidget *widget);         /* above the plan */

G_END_DECLS
