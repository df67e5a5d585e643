/* bjt-raster.c: decodes a picture and encodes it again, so that what the
 * program shows later was written by a library of this machine. Nothing but
 * pixels goes through: no place, no time, no camera. */
#include "bjt-raster.h"

#include "import/bjt-import-error.h"

#include <string.h>

#define MAX_URI (96u << 20)

static gboolean
is_png (const guint8 *data,
        gsize         size)
{
  return size >= 8 && memcmp (data, "\211PNG\r\n\032\n", 8) == 0;
}

static gboolean
is_jpeg (const guint8 *data,
         gsize         size)
{
  return size >= 3 && memcmp (data, "\377\330\377", 3) == 0;
}

gboolean
bjt_raster_is_one (const guint8 *data,
                   gsize         size)
{
  return is_png (data, size) || is_jpeg (data, size);
}

/* Where the pixel (x, y) of the upright picture lies in the stored one; the
 * orientations are those of TIFF 6.0. */
static gsize
find_stored (const BjtPixels *stored,
             guint            orientation,
             guint            x,
             guint            y)
{
  guint last_x = stored->width - 1, last_y = stored->height - 1;
  guint across = orientation >= 5 ? y : x, down = orientation >= 5 ? x : y;

  if (orientation == 2 || orientation == 3 || orientation == 7 || orientation == 8)
    across = last_x - across;
  if (orientation == 3 || orientation == 4 || orientation == 6 || orientation == 7)
    down = last_y - down;
  return ((gsize) down * stored->width + across) * stored->n_channels;
}

static void
turn_upright (BjtPixels *pixels,
              guint      orientation)
{
  BjtPixels turned = *pixels;
  guint8   *to;

  if (orientation <= 1 || orientation > 8)
    return;
  if (orientation >= 5)
    {
      turned.width = pixels->height;
      turned.height = pixels->width;
    }
  to = turned.data = g_malloc ((gsize) turned.width * turned.height * turned.n_channels);
  for (guint y = 0; y < turned.height; y++)
    for (guint x = 0; x < turned.width; x++, to += turned.n_channels)
      memcpy (to, pixels->data + find_stored (pixels, orientation, x, y), turned.n_channels);
  g_free (pixels->data);
  *pixels = turned;
}

/**
 * bjt_raster_read:
 * @self: (out caller-allocates): to be cleared when it was read
 */
gboolean
bjt_raster_read (BjtRaster    *self,
                 const guint8 *data,
                 gsize         size,
                 GError      **error)
{
  BjtPixels pixels = { 0 };
  guint     orientation = 1;
  gboolean  ok, from_png = is_png (data, size);

  memset (self, 0, sizeof *self);
  if (!from_png && !is_jpeg (data, size))
    {
      g_set_error_literal (error, BJT_IMPORT_ERROR, BJT_IMPORT_ERROR_UNSUPPORTED, "a picture that is neither PNG nor JPEG");
      return FALSE;
    }
  ok = from_png ? bjt_png_decode (data, size, &pixels, self, error) : bjt_jpeg_decode (data, size, &pixels, self, &orientation, error);
  if (ok)
    {
      turn_upright (&pixels, orientation);
      self->width = pixels.width;
      self->height = pixels.height;
      self->media_type = from_png ? "image/png" : "image/jpeg";
      ok = from_png ? bjt_png_encode (&pixels, &self->bytes, error) : bjt_jpeg_encode (&pixels, &self->bytes, error);
      if (orientation >= 5)
        {
          guint swapped = self->full_width;

          self->full_width = self->full_height;
          self->full_height = swapped;
        }
    }
  g_free (pixels.data);
  return ok;
}

/**
 * bjt_raster_read_uri:
 * @uri: only "data:" with base64 is read; nothing is fetched
 */
gboolean
bjt_raster_read_uri (BjtRaster  *self,
                     const char *uri,
                     GError    **error)
{
  const char        *comma = strchr (uri, ',');
  g_autofree guint8 *data = NULL;
  gsize              size = 0;

  memset (self, 0, sizeof *self);
  if (!g_str_has_prefix (uri, "data:image/") || comma == NULL || comma - uri > 200 || memmem (uri, (gsize) (comma - uri), ";base64", 7) == NULL || strlen (uri) > MAX_URI)
    {
      g_set_error_literal (error, BJT_IMPORT_ERROR, BJT_IMPORT_ERROR_UNSUPPORTED, "a picture that is not inside the file");
      return FALSE;
    }
  data = g_base64_decode (comma + 1, &size);
  return bjt_raster_read (self, data, size, error);
}

void
bjt_raster_clear (BjtRaster *self)
{
  g_clear_pointer (&self->bytes, g_bytes_unref);
}
