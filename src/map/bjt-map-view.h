/* bjt-map-view.h: the map of the window: base map, buildings, doors, and what
 * one does with them.
 *
 * Shows and moves the focus. Widget actions, each with its key:
 *   map.zoom-in (+)  map.zoom-out (-)  map.fit (0)  map.pan (arrows; Shift: a page)
 *   map.tool ("choose" V, "lasso" L, "measure" M, "measure-area" A)
 *   map.select-all (Ctrl+A)  map.fit-selection (Z)  map.menu (Menu, Shift+F10)
 *   map.follow (boolean, F)  map.coordinates ("decimal", "dms", "metres")
 *   map.copy-text (s)  map.measure-from (lon, lat)
 *   map.style ("class", "category", "attention", "contact", "issues")  map.base ("painted", "pack", "none")
 */
#pragma once

#include "bjt-map-base.h"
#include "bjt-map-facts.h"
#include "bjt-map-tool.h"
#include "bjt-selector.h"
#include "model/bjt-focus.h"
#include "carto/bjt-building-painter.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define BJT_TYPE_MAP_VIEW (bjt_map_view_get_type ())
G_DECLARE_FINAL_TYPE (BjtMapView, bjt_map_view, BJT, MAP_VIEW, GtkWidget)

/* Properties: "focus" (BjtFocus), "style" (string), "base" (string),
 * "tool" (string), "follow" (boolean), "coordinates" (string).
 * Signals:
 *   "painted" (void): all that is wanted stands on the screen
 *   "base-map-failed" (char *message): the tile pack could not be read; told once a pack
 *   "tool-changed" (void): another tool is at work, or none */

GtkWidget *bjt_map_view_new (BjtFocus *focus);
void       bjt_map_view_set_focus (BjtMapView *self, BjtFocus *focus);
void       bjt_map_view_set_base (BjtMapView *self, BjtBaseMap base);
void       bjt_map_view_set_tiles (BjtMapView *self, BjtTileSource *source); /* and shows them; NULL: the painted map */
void       bjt_map_view_set_style (BjtMapView *self, BjtDoorStyle style);
BjtDoorStyle bjt_map_view_get_style (BjtMapView *self);
BjtBuildingPainter *bjt_map_view_get_painter (BjtMapView *self); /* borrowed, for what it counts; NULL without a picture */
void       bjt_map_view_set_tool (BjtMapView *self, BjtMapTool *tool); /* NULL: choosing */
BjtMapTool *bjt_map_view_get_tool (BjtMapView *self);
ShumateMap  *bjt_map_view_get_map (BjtMapView *self);
BjtSelector *bjt_map_view_get_selector (BjtMapView *self);
void       bjt_map_view_open_menu (BjtMapView *self, double x, double y); /* what can be done at that place */
void       bjt_map_view_fit_selection (BjtMapView *self);
void       bjt_map_view_fit_extent (BjtMapView *self, const BjtBox *mercator);
void       bjt_map_view_go_to (BjtMapView *self, BjtPoint lon_lat); /* and rings the place */
BjtPoint   bjt_map_view_get_centre (BjtMapView *self);               /* lon/lat */
void       bjt_map_view_add_to_column (BjtMapView *self, GtkWidget *child); /* under the zoom buttons */
void       bjt_map_view_add_tool (BjtMapView *self, const char *icon, const char *name, const char *action); /* among those of the map */
void       bjt_map_view_add_to_foot (BjtMapView *self, GtkWidget *child);   /* above the hint */
void       bjt_map_view_fit (BjtMapView *self);                   /* the whole community */
void       bjt_map_view_fit_grid (BjtMapView *self, guint32 grid); /* its buildings; BJT_NO_INDEX: the whole community */
void       bjt_map_view_set_covered (BjtMapView *self, int width);          /* px at the left that something lies over */
void       bjt_map_view_add_overlay (BjtMapView *self, GtkWidget *child); /* chips and the like, placed by its align and margins */
BjtMapFacts *bjt_map_view_get_facts (BjtMapView *self);                     /* borrowed: what is shaded, and how */
gboolean   bjt_map_view_is_painted (BjtMapView *self);
double     bjt_map_view_get_zoom (BjtMapView *self); /* of 256 px tiles */

G_END_DECLS
