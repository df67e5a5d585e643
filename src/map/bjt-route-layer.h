/* bjt-route-layer.h: the routes looked at: a line each in the colour of who goes,
 * a sign with the numbers at every entrance.
 */
#pragma once

#include "model/bjt-focus-routes.h"

#include <shumate/shumate.h>

G_BEGIN_DECLS

#define BJT_TYPE_ROUTE_LAYER (bjt_route_layer_get_type ())
G_DECLARE_FINAL_TYPE (BjtRouteLayer, bjt_route_layer, BJT, ROUTE_LAYER, ShumateLayer)

BjtRouteLayer *bjt_route_layer_new (ShumateViewport *viewport);
void           bjt_route_layer_set_focus (BjtRouteLayer *self, BjtFocus *focus); /* NULL: none */

G_END_DECLS
