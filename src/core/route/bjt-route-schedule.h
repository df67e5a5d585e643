/* bjt-route-schedule.h: the times of one route from its order. Private to this
 * folder.
 */
#pragma once

#include "bjt-route-plan.h"

G_BEGIN_DECLS

/* Fills the route: visits with lunch among them, times, sums. What cannot be kept
 * is late, never moved. */
void bjt_route_schedule (const BjtRouteProblem *problem, guint shift, const guint *stops, guint n_stops, BjtRoute *route);

G_END_DECLS
