/* bjt-raster.h: PNG and JPEG pictures from outside, made anew: upright, of
 * bounded size.
 */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

#define BJT_RASTER_MAX_PIXELS 12000000u /* of what is kept */

typedef struct
{
  GBytes     *bytes;      /* owned */
  const char *media_type;
  guint       width, height;           /* of what is kept */
  guint       full_width, full_height; /* of what came in, upright */
} BjtRaster;

/* Rows of 8-bit samples */
typedef struct
{
  guint8 *data;
  guint   width, height;
  guint   n_channels; /* 1 grey, 3 RGB, 4 RGBA */
} BjtPixels;

gboolean bjt_raster_is_one (const guint8 *data, gsize size);
gboolean bjt_raster_read (BjtRaster *self, const guint8 *data, gsize size, GError **error);
gboolean bjt_raster_read_uri (BjtRaster *self, const char *uri, GError **error);
void     bjt_raster_clear (BjtRaster *self);

/* For each kind of picture */
gboolean bjt_jpeg_decode (const guint8 *data, gsize size, BjtPixels *pixels, BjtRaster *raster, guint *orientation, GError **error);
gboolean bjt_jpeg_encode (const BjtPixels *pixels, GBytes **bytes, GError **error);
gboolean bjt_png_decode (const guint8 *data, gsize size, BjtPixels *pixels, BjtRaster *raster, GError **error);
gboolean bjt_png_encode (const BjtPixels *pixels, GBytes **bytes, GError **error);

G_END_DECLS
