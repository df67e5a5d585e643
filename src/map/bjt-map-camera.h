/* bjt-map-camera.h: where the viewport looks, in doubles, and how it is moved.
 *
 * One multiplication a point: shumate's own conversion costs 400 times as much.
 */
#pragma once

#include "paint/bjt-map-frame.h"

#include <shumate/shumate.h>

G_BEGIN_DECLS

void bjt_map_camera_get_frame (ShumateViewport *viewport, GtkWidget *widget, BjtMapFrame *frame);
void bjt_map_camera_set_view (ShumateMap *map, BjtPoint centre, double scale);
void bjt_map_camera_fit (ShumateMap *map, const BjtBox *extent, double width, double height);
void bjt_map_camera_go_to (ShumateMap *map, BjtPoint centre, double zoom);
void bjt_map_camera_zoom_by (ShumateMap *map, double step);
void bjt_map_camera_zoom_in_at (ShumateMap *map, BjtPoint place);
void bjt_map_camera_pan_by (ShumateMap *map, double dx, double dy);
gboolean bjt_map_camera_sees (ShumateMap *map, BjtPoint place, double margin);

G_END_DECLS
