/* bjt-workspace-routes.h: visit routes planned over a community: on a thread, with
 * progress, to be stopped at any time.
 *
 * The network of ways and the matrix of entrances are kept with the workspace and
 * made again when the map has changed. Saved plans: bjt-workspace-visit-plans.h.
 */
#pragma once

#include "bjt-visit-routes.h"
#include "bjt-workspace.h"

G_BEGIN_DECLS

/* In the thread that asked. best: NULL while it is the one told last; its pins and
 * case are those of the routes to come, so that it can be shown as they can. */
typedef void (*BjtRoutesProgress) (BjtVisitRoutes *best, double fraction, gpointer user_data);

typedef struct
{
  BjtRoutesProgress progress; /* may be NULL */
  gpointer          user_data;
  GCancellable     *cancellable;
} BjtRoutesWatch;

/* Cancelled while it solves, the best until then is the answer; before, it is
 * G_IO_ERROR_CANCELLED. Doors that vanished meanwhile are left out, with the reason. */
BjtVisitRoutes *bjt_workspace_plan_routes (BjtWorkspace *self, const BjtRouteWish *wish, GCancellable *cancellable, GError **error);
void            bjt_workspace_plan_routes_async (BjtWorkspace *self, const BjtRouteWish *wish, const BjtRoutesWatch *watch, GAsyncReadyCallback callback, gpointer user_data);
/* Again around the pins, from the order there is; budget and seed are those of its wish. */
void            bjt_workspace_improve_routes_async (BjtWorkspace *self, BjtVisitRoutes *routes, const BjtRoutesWatch *watch, GAsyncReadyCallback callback, gpointer user_data);
BjtVisitRoutes *bjt_workspace_plan_routes_finish (BjtWorkspace *self, GAsyncResult *result, GError **error);

/* The same wish for the facts of now, in the order it has: what no longer fits is
 * left out. After the day changed, or a door. */
BjtRouteCase   *bjt_workspace_make_route_case (BjtWorkspace *self, const BjtRouteWish *wish, GCancellable *cancellable, GError **error);

/* Rules, and the ground */
BjtVisitRules  *bjt_workspace_dup_visit_rules (BjtWorkspace *self); /* those shipped where the community's own make no sense any more */
char           *bjt_workspace_dup_own_visit_rules (BjtWorkspace *self); /* its lines; NULL: none */
gboolean        bjt_workspace_set_visit_rules (BjtWorkspace *self, const char *lines, GError **error);
BjtRouteGround *bjt_workspace_get_route_ground (BjtWorkspace *self, GError **error); /* (transfer full) */
gboolean        bjt_workspace_set_gate_hours (BjtWorkspace *self, const BjtUuid *gate_id, const char *hours, GError **error); /* NULL: always open; "off": shut */

G_END_DECLS
