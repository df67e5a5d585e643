/* bjt-route-insertion.h: where a stop fits into a state. Private to this folder.
 */
#pragma once

#include "bjt-route-solver.h"
#include "bjt-route-state.h"

G_BEGIN_DECLS

/* The plan's orders, laid out; those that fit. Owns a net of its own without neighbours. */
BjtRouteState *bjt_route_state_new_of_plan (const BjtRouteProblem *problem, const BjtRoutePlan *plan, BjtRouteNet **net);

/* In this shift or (BJT_ROUTE_NONE) in any. */
BjtRouteInsertion bjt_route_state_find_insertion (const BjtRouteState *state, guint stop, guint shift);

/* The plan of the routes in the state, reasons and all. */
BjtRoutePlan *bjt_route_plan_new_of_state (const BjtRouteProblem *problem, const BjtRouteState *state);

G_END_DECLS
