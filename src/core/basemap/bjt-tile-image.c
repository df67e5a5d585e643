/* bjt-tile-image.c: PNG, JPEG and WebP by way of gdk-pixbuf. A picture tells
 * its size before it takes memory: one that is too large is never unpacked. A
 * PNG that was cut off is refused here, for its loader does not mind. */
#include "bjt-tile-image.h"

#include <gdk-pixbuf/gdk-pixbuf.h>
#include <string.h>

#define MAX_SIDE 2048
#define MAX_TAIL 64 /* bytes in which a PNG's end mark stands */

static void
size_prepared_cb (GdkPixbufLoader *loader,
                  int              width,
                  int              height,
                  gboolean        *too_large)
{
  if (width <= MAX_SIDE && height <= MAX_SIDE)
    return;
  *too_large = TRUE;
  gdk_pixbuf_loader_set_size (loader, 1, 1);
}

static gboolean
is_cut_off (GBytes *bytes)
{
  gsize         size, tail;
  const guint8 *data = g_bytes_get_data (bytes, &size);

  tail = MIN (size, MAX_TAIL);
  return size > 4 && memcmp (data, "\x89PNG", 4) == 0 && memmem (data + size - tail, tail, "IEND", 4) == NULL;
}

static GdkPixbuf *
load (GBytes  *bytes,
      GError **error)
{
  g_autoptr (GdkPixbufLoader) loader = gdk_pixbuf_loader_new ();
  gboolean   too_large = FALSE, is_written;
  GdkPixbuf *pixbuf;

  if (is_cut_off (bytes))
    {
      g_set_error_literal (error, G_IO_ERROR, G_IO_ERROR_INVALID_DATA, "The picture of a tile is cut off");
      gdk_pixbuf_loader_close (loader, NULL);
      return NULL;
    }
  g_signal_connect (loader, "size-prepared", G_CALLBACK (size_prepared_cb), &too_large);
  is_written = gdk_pixbuf_loader_write_bytes (loader, bytes, error);
  if (!gdk_pixbuf_loader_close (loader, is_written ? error : NULL) || !is_written)
    return NULL;
  pixbuf = gdk_pixbuf_loader_get_pixbuf (loader);
  if (pixbuf != NULL && !too_large)
    return g_object_ref (pixbuf);
  g_set_error (error, G_IO_ERROR, G_IO_ERROR_INVALID_DATA,
               too_large ? "A tile is larger than %d × %d pixels and is refused" : "A tile has no picture of up to %d × %d pixels", MAX_SIDE, MAX_SIDE);
  return NULL;
}

/* Exact division by 255, rounded. */
static guint32
multiply (guint32 value,
          guint32 alpha)
{
  guint32 product = value * alpha + 128;

  return (product + (product >> 8)) >> 8;
}

static void
copy_row (const guint8 *from,
          guint32      *to,
          int           width,
          int           n_channels)
{
  for (int x = 0; x < width; x++, from += n_channels)
    {
      guint32 alpha = n_channels == 4 ? from[3] : 255;

      to[x] = alpha << 24 | multiply (from[0], alpha) << 16 | multiply (from[1], alpha) << 8 | multiply (from[2], alpha);
    }
}

/**
 * bjt_tile_image_decode:
 *
 * Returns: (transfer full): an image surface; may be used by any thread
 */
cairo_surface_t *
bjt_tile_image_decode (GBytes  *bytes,
                         GError **error)
{
  g_autoptr (GdkPixbuf) pixbuf = load (bytes, error);
  int              n_channels, width, height;
  cairo_surface_t *surface;
  guint8          *data;

  if (pixbuf == NULL)
    return NULL;
  n_channels = gdk_pixbuf_get_n_channels (pixbuf);
  width = gdk_pixbuf_get_width (pixbuf);
  height = gdk_pixbuf_get_height (pixbuf);
  surface = cairo_image_surface_create (n_channels == 4 ? CAIRO_FORMAT_ARGB32 : CAIRO_FORMAT_RGB24, width, height);
  data = cairo_image_surface_get_data (surface);
  for (int y = 0; y < height; y++)
    copy_row (gdk_pixbuf_read_pixels (pixbuf) + (gsize) y * (gsize) gdk_pixbuf_get_rowstride (pixbuf),
              (guint32 *) (gpointer) (data + (gsize) y * (gsize) cairo_image_surface_get_stride (surface)), width, n_channels);
  cairo_surface_mark_dirty (surface);
  return surface;
}
