/* bjt-visit-routes-json.h: planned routes for other programs: places and times, no
 * names of people.
 */
#pragma once

#include "bjt-visit-routes.h"

G_BEGIN_DECLS

char *bjt_visit_routes_to_json (const BjtVisitRoutes *self, const char *number); /* number of the saved plan; NULL: not saved */

const char *bjt_route_note_get_name (BjtRouteNoteKind kind); /* no-network, shut-gates … */

G_END_DECLS
