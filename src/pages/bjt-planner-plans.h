/* bjt-planner-plans.h: the saved plans, to open one. Activates planner.open (string).
 */
#pragma once

#include "bjt-page.h"

G_BEGIN_DECLS

#define BJT_TYPE_PLANNER_PLANS (bjt_planner_plans_get_type ())
G_DECLARE_FINAL_TYPE (BjtPlannerPlans, bjt_planner_plans, BJT, PLANNER_PLANS, GtkPopover)

GtkWidget *bjt_planner_plans_new (BjtPage *page);

G_END_DECLS
