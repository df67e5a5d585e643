/* bjt-base-maps.h: which base map lies under the map of a window.
 *
 * Actions (group "base"): choose (string: id of an entry, or "none"), manage.
 */
#pragma once

#include "map/bjt-map-view.h"
#include "tiles/bjt-tile-catalogue.h"
#include "tiles/bjt-tile-services.h"

G_BEGIN_DECLS

#define BJT_TYPE_BASE_MAPS (bjt_base_maps_get_type ())
G_DECLARE_FINAL_TYPE (BjtBaseMaps, bjt_base_maps, BJT, BASE_MAPS, GObject)

/* Property: "chosen" (string: id of an entry, "none", or "" for the painted map).
 * Signals: "failed" (char *sentence), "manage" (void). */

BjtBaseMaps      *bjt_base_maps_new (BjtMapView *map);
GMenuModel       *bjt_base_maps_get_menu (BjtBaseMaps *self);
GActionGroup     *bjt_base_maps_get_actions (BjtBaseMaps *self);
BjtTileCatalogue *bjt_base_maps_get_catalogue (BjtBaseMaps *self);
BjtTileServices  *bjt_base_maps_get_services (BjtBaseMaps *self);
gboolean          bjt_base_maps_choose_file (BjtBaseMaps *self, const char *path, GError **error); /* and adds it to the list */

G_END_DECLS
