/* bjt-planner-replan.h: from what time on the rest of a plan is planned anew.
 */
#pragma once

#include "bjt-page.h"
#include "bjt-planner-draft.h"

G_BEGIN_DECLS

/* Offers the time it is on the day of the plan, else noon. */
void bjt_planner_replan_ask (BjtPage *page, BjtPlannerDraft *draft);

G_END_DECLS
