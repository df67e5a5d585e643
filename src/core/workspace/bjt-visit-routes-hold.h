/* bjt-visit-routes-hold.h: changes by hand that stay while the rest is planned anew
 * around them: what is moved is pinned where it was put.
 */
#pragma once

#include "bjt-visit-routes.h"

G_BEGIN_DECLS

/* There and held: first or last where it was put at an end, else locked behind the
 * one before it. Where the day becomes too long, the least worthy are missed. */
BjtVisitRoutes *bjt_visit_routes_move_and_hold (const BjtVisitRoutes *self, const BjtUuid *door_id, guint shift, guint index, GError **error);
/* It and all before it on its route, in their order: they are done, or on their way. */
BjtVisitRoutes *bjt_visit_routes_lock_until (const BjtVisitRoutes *self, const BjtUuid *door_id, GError **error);
BjtVisitRoutes *bjt_visit_routes_unpin_all (const BjtVisitRoutes *self, GError **error);

G_END_DECLS
