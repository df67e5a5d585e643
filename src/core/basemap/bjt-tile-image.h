/* bjt-tile-image.h: the picture of a raster tile, ready to be painted.
 */
#pragma once

#include <cairo.h>
#include <gio/gio.h>

G_BEGIN_DECLS

cairo_surface_t *bjt_tile_image_decode (GBytes *bytes, GError **error);

G_END_DECLS
