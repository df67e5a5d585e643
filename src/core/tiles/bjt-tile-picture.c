/* bjt-tile-picture.c: decodes the whole picture, so that a body cut short is
 * found before it gets into the cache. Only the formats of tiles are read,
 * known by their first bytes: whatever else the decoder could do is not asked
 * of bytes from a network. Any thread. */
#include "bjt-tile-picture.h"

#include <gdk-pixbuf/gdk-pixbuf.h>
#include <string.h>

#include "bjt-tile-trouble.h"

#define MAX_SIDE 2048

static const char *
find_format (GBytes *bytes)
{
  gsize         size;
  const guint8 *data = g_bytes_get_data (bytes, &size);

  if (size < 16)
    return NULL;
  if (memcmp (data, "\x89PNG\r\n\x1a\n", 8) == 0)
    return "png";
  if (memcmp (data, "\xff\xd8\xff", 3) == 0)
    return "jpeg";
  if (memcmp (data, "RIFF", 4) == 0 && memcmp (data + 8, "WEBP", 4) == 0)
    return "webp";
  if (memcmp (data, "GIF8", 4) == 0)
    return "gif";
  return NULL;
}

/* The decoders take a picture that ends in its middle; the end of a picture has
 * a mark, which a few bytes may follow. */
static gboolean
is_whole (GBytes     *bytes,
          const char *format)
{
  gsize         size;
  const guint8 *data = g_bytes_get_data (bytes, &size);
  gsize         tail = MIN (size, (gsize) 64);

  if (strcmp (format, "png") == 0)
    return memmem (data + size - tail, tail, "IEND", 4) != NULL;
  if (strcmp (format, "jpeg") == 0)
    return memmem (data + size - tail, tail, "\xff\xd9", 2) != NULL;
  if (strcmp (format, "webp") == 0)
    return (data[4] | (gsize) data[5] << 8 | (gsize) data[6] << 16 | (gsize) data[7] << 24) + 8 <= size;
  return memchr (data + size - tail, ';', tail) != NULL;
}

static void
size_prepared_cb (GdkPixbufLoader *loader,
                  int              width,
                  int              height,
                  gboolean        *is_too_large)
{
  if (width <= MAX_SIDE && height <= MAX_SIDE)
    return;
  *is_too_large = TRUE;
  gdk_pixbuf_loader_set_size (loader, 1, 1);
}

static GdkPixbuf *
decode (GBytes     *bytes,
        const char *format,
        GError    **error)
{
  g_autoptr (GdkPixbufLoader) loader = format != NULL && is_whole (bytes, format) ? gdk_pixbuf_loader_new_with_type (format, NULL) : NULL;
  gboolean   is_too_large = FALSE, is_good;
  GdkPixbuf *pixbuf;

  if (loader == NULL)
    {
      g_propagate_error (error, bjt_tile_trouble_new (BJT_TILE_TROUBLE_NOT_A_TILE));
      return NULL;
    }
  g_signal_connect (loader, "size-prepared", G_CALLBACK (size_prepared_cb), &is_too_large);
  is_good = gdk_pixbuf_loader_write_bytes (loader, bytes, NULL);
  is_good = gdk_pixbuf_loader_close (loader, NULL) && is_good;
  pixbuf = gdk_pixbuf_loader_get_pixbuf (loader);
  if (is_good && pixbuf != NULL && !is_too_large)
    return g_object_ref (pixbuf);
  g_propagate_error (error, bjt_tile_trouble_new (is_too_large ? BJT_TILE_TROUBLE_TOO_LARGE : BJT_TILE_TROUBLE_NOT_A_TILE));
  return NULL;
}

gboolean
bjt_tile_picture_read (BjtTilePicture *self,
                       GBytes         *bytes,
                       GError        **error)
{
  g_autoptr (GdkPixbuf) pixbuf = NULL;

  self->format = find_format (bytes);
  pixbuf = decode (bytes, self->format, error);
  if (pixbuf == NULL)
    return FALSE;
  self->width = (guint) gdk_pixbuf_get_width (pixbuf);
  self->height = (guint) gdk_pixbuf_get_height (pixbuf);
  return TRUE;
}

/**
 * bjt_tile_picture_join:
 *
 * Lays the labels over the ground.
 *
 * Returns: (transfer full) (nullable): a PNG
 */
GBytes *
bjt_tile_picture_join (GBytes  *ground,
                       GBytes  *labels,
                       GError **error)
{
  g_autoptr (GdkPixbuf) below = decode (ground, find_format (ground), error);
  g_autoptr (GdkPixbuf) above = below != NULL ? decode (labels, find_format (labels), error) : NULL;
  g_autoptr (GdkPixbuf) joined = NULL;
  double scale_x, scale_y;
  char  *data;
  gsize  size;
  int    width, height;

  if (above == NULL)
    return NULL;
  joined = gdk_pixbuf_copy (below);
  width = gdk_pixbuf_get_width (joined);
  height = gdk_pixbuf_get_height (joined);
  scale_x = (double) width / gdk_pixbuf_get_width (above);
  scale_y = (double) height / gdk_pixbuf_get_height (above);
  gdk_pixbuf_composite (above, joined, 0, 0, width, height, 0, 0, scale_x, scale_y, GDK_INTERP_BILINEAR, 255);
  if (!gdk_pixbuf_save_to_buffer (joined, &data, &size, "png", error, "compression", "1", NULL))
    return NULL;
  return g_bytes_new_take (data, size);
}
