/* bjt-plan-hand.h: pointer, fingers and keys over a plan: they go to the tool at
 * work, or move and zoom the view.
 */
#pragma once

#include "bjt-plan-tool.h"

G_BEGIN_DECLS

#define BJT_TYPE_PLAN_HAND (bjt_plan_hand_get_type ())
G_DECLARE_FINAL_TYPE (BjtPlanHand, bjt_plan_hand, BJT, PLAN_HAND, GObject)

/* Property "hint": one line of the tool at work.
 * Signals:
 *   "moved" (void): the frame is another
 *   "pointed" (double x, double y): where the pointer is, px; NAN: it left
 *   "redraw" (void): the tool is drawn otherwise
 *   "tool-changed" (void)
 *   "menu" (double x, double y): px */

BjtPlanHand *bjt_plan_hand_new (GtkWidget *widget, BjtPlanCanvas *canvas, BjtPlanFrame *frame, BjtPlanTool *ordinary);
void         bjt_plan_hand_set_tool (BjtPlanHand *self, BjtPlanTool *tool); /* NULL: the ordinary one */
BjtPlanTool *bjt_plan_hand_get_tool (BjtPlanHand *self);                    /* NULL: the ordinary one */
BjtPlanTool *bjt_plan_hand_get_working (BjtPlanHand *self);
const char  *bjt_plan_hand_get_hint (BjtPlanHand *self);

G_END_DECLS
