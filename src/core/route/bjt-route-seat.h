/* bjt-route-seat.h: what is pinned, and what a plan had, before the search begins.
 * Private to this folder.
 */
#pragma once

#include "bjt-route-plan.h"
#include "bjt-route-state.h"

G_BEGIN_DECLS

/* Those that do not fit stay absent. */
void bjt_route_seat_pins  (BjtRouteState *state, const BjtRouteProblem *problem);
void bjt_route_seat_start (BjtRouteState *state, const BjtRoutePlan *start);

G_END_DECLS
