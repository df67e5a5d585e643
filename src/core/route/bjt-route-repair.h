/* bjt-route-repair.h: an order for one shift in which nobody is seen too late.
 * Private to this folder.
 */
#pragma once

#include "bjt-route-anneal.h"

G_BEGIN_DECLS

/* Where one shift alone misses stops it must see: looks, until the budget is used up to
 * this fraction, for a route with all of these. Where it finds one the state has that
 * one, without the optional stops; else the state is as it was. */
void bjt_route_repair (BjtRouteState *state, BjtRouteWatch *watch, guint64 seed, double upto);

G_END_DECLS
