/* bjt-plan-work.h: what is done with a plan as a whole: the actions "drawn.*" of
 * the pane that shows it.
 *
 *   schematic   makes the plan of all levels without one
 *   copy        asks for levels; they get a plan of their own, or share this one
 *   remove      with an undo in the toast
 */
#pragma once

#include "bjt-page.h"
#include "drafting/bjt-plan-canvas.h"

G_BEGIN_DECLS

void        bjt_plan_work_attach (BjtPage *page, GtkWidget *pane, BjtPlanCanvas *canvas); /* they live as long as the pane */
GMenuModel *bjt_plan_work_new_menu (void); /* (transfer full); with plan.import, plan.paste, plan.place, plan.export of the page */

G_END_DECLS
