/* bjt-route-exact.h: the best of all orders, where there are few stops. Private to this
 * folder.
 */
#pragma once

#include "bjt-route-anneal.h"

G_BEGIN_DECLS

/* For one shift of few stops (bjt-route-exact.c says which): best, of the same net,
 * becomes what nothing is better than. Returns: whether it is; FALSE: it does not suit,
 * or time was up. */
gboolean bjt_route_exact_improve (BjtRouteState *best, BjtRouteWatch *watch);

G_END_DECLS
