/* bjt-map-pen.h: the paths of tools on the map.
 */
#pragma once

#include "canvas/bjt-tool-pen.h"
#include "paint/bjt-map-frame.h"

G_BEGIN_DECLS

void   bjt_map_pen_add_path (cairo_t *cr, const BjtMapFrame *frame, const BjtPoint *points, guint n_points); /* Mercator; a new path */
BjtBox bjt_map_pen_get_box (const BjtMapFrame *frame, const BjtPoint *points, guint n_points, double room);  /* px */

G_END_DECLS
