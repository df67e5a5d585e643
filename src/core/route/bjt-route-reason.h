/* bjt-route-reason.h: why a stop is not in a plan. Private to this folder.
 */
#pragma once

#include "bjt-route-plan.h"
#include "bjt-route-state.h"

G_BEGIN_DECLS

/* Fills in the reasons of plan->unserved; the state has the plan's routes. */
void bjt_route_find_reasons (const BjtRouteProblem *problem, const BjtRouteState *state, BjtRoutePlan *plan);

G_END_DECLS
