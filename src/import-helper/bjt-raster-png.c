/* bjt-raster-png.c: PNG by libpng, row by row; one that is too large is made
 * smaller by whole factors while it is read. */
#include "bjt-raster.h"

#include "import/bjt-import-error.h"

#include <math.h>
#include <png.h>
#include <setjmp.h>
#include <string.h>

#define MAX_INPUT_PIXELS (G_GUINT64_CONSTANT (400) * 1000 * 1000)
#define MAX_INTERLACED_PIXELS (G_GUINT64_CONSTANT (40) * 1000 * 1000)
#define MAX_SIDE 100000

/* libpng leaves by longjmp: what it must not lose lies here. */
typedef struct
{
  png_structp   png;
  png_infop     info;
  const guint8 *at;
  gsize         left;
  guint8       *whole; /* interlaced: all rows */
  guint8       *row;
  guint32      *sums;  /* one row of those made smaller */
  char          message[200];
} Codec;

static void
error_cb (png_structp     png,
          png_const_charp message)
{
  Codec *self = png_get_error_ptr (png);

  g_strlcpy (self->message, message, sizeof self->message);
  longjmp (png_jmpbuf (png), 1);
}

static void
warning_cb (png_structp     png,
            png_const_charp message)
{
}

static void
read_cb (png_structp png,
         png_bytep   to,
         size_t      size)
{
  Codec *self = png_get_io_ptr (png);

  if (size > self->left)
    png_error (png, "it was cut off");
  memcpy (to, self->at, size);
  self->at += size;
  self->left -= size;
}

static void
set_transforms (Codec *self)
{
  png_structp png = self->png;

  png_set_expand (png);
  png_set_scale_16 (png);
  png_set_packing (png);
  if (png_get_color_type (png, self->info) == PNG_COLOR_TYPE_GRAY_ALPHA || (png_get_valid (png, self->info, PNG_INFO_tRNS) != 0))
    png_set_gray_to_rgb (png);
}

/* Adds a row to the sums; alpha weighs nothing here: plans are opaque. */
static void
add_row (Codec           *self,
         const BjtPixels *pixels,
         guint            factor,
         const guint8    *row)
{
  for (guint x = 0; x < pixels->width; x++)
    for (guint i = 0; i < factor; i++, row += pixels->n_channels)
      for (guint c = 0; c < pixels->n_channels; c++)
        self->sums[x * pixels->n_channels + c] += row[c];
}

static void
put_sums (Codec           *self,
          const BjtPixels *pixels,
          guint            factor,
          guint            y)
{
  guint   n = pixels->width * pixels->n_channels;
  guint8 *to = pixels->data + (gsize) y * n;

  for (guint i = 0; i < n; i++)
    to[i] = (guint8) (self->sums[i] / (factor * factor));
  memset (self->sums, 0, n * sizeof (guint32));
}

static void
read_rows (Codec     *self,
           BjtPixels *pixels,
           guint      factor)
{
  gsize    row_size = png_get_rowbytes (self->png, self->info);
  guint    height = png_get_image_height (self->png, self->info);
  gboolean is_interlaced = png_get_interlace_type (self->png, self->info) != PNG_INTERLACE_NONE;

  if (is_interlaced)
    {
      guint passes = (guint) png_set_interlace_handling (self->png);

      self->whole = g_malloc0 (row_size * height);
      for (guint i = 0; i < passes * height; i++)
        png_read_row (self->png, self->whole + row_size * (i % height), NULL);
    }
  self->row = g_malloc (row_size);
  for (guint y = 0; y < height; y++)
    {
      guint8 *to = factor == 1 ? pixels->data + row_size * y : self->row;

      if (is_interlaced)
        memcpy (to, self->whole + row_size * y, row_size);
      else
        png_read_row (self->png, to, NULL);
      if (factor == 1 || y / factor >= pixels->height)
        continue;
      add_row (self, pixels, factor, to);
      if (y % factor == factor - 1)
        put_sums (self, pixels, factor, y / factor);
    }
  png_read_end (self->png, NULL);
}

static void
read_picture (Codec     *self,
              BjtPixels *pixels,
              BjtRaster *raster)
{
  guint64 n_pixels;
  guint   factor;

  png_set_read_fn (self->png, self, read_cb);
  png_set_user_limits (self->png, MAX_SIDE, MAX_SIDE);
  png_read_info (self->png, self->info);
  raster->full_width = png_get_image_width (self->png, self->info);
  raster->full_height = png_get_image_height (self->png, self->info);
  n_pixels = (guint64) raster->full_width * raster->full_height;
  if (n_pixels > MAX_INPUT_PIXELS)
    png_error (self->png, "more than 400 megapixels");
  if (n_pixels > MAX_INTERLACED_PIXELS && png_get_interlace_type (self->png, self->info) != PNG_INTERLACE_NONE)
    png_error (self->png, "it is interlaced and has more than 40 megapixels; save it again without interlacing");
  set_transforms (self);
  if (png_get_interlace_type (self->png, self->info) != PNG_INTERLACE_NONE)
    png_set_interlace_handling (self->png);
  png_read_update_info (self->png, self->info);
  factor = (guint) ceil (sqrt ((double) n_pixels / BJT_RASTER_MAX_PIXELS));
  factor = MAX (factor, 1);
  pixels->n_channels = png_get_channels (self->png, self->info);
  pixels->width = MAX (raster->full_width / factor, 1);
  pixels->height = MAX (raster->full_height / factor, 1);
  if (raster->full_width < factor || raster->full_height < factor)
    png_error (self->png, "it is too narrow for its length");
  pixels->data = g_malloc ((gsize) pixels->width * pixels->height * pixels->n_channels);
  self->sums = g_new0 (guint32, (gsize) pixels->width * pixels->n_channels);
  read_rows (self, pixels, factor);
}

/**
 * bjt_png_decode:
 * @raster: gets the full size
 */
gboolean
bjt_png_decode (const guint8 *data,
                gsize         size,
                BjtPixels    *pixels,
                BjtRaster    *raster,
                GError      **error)
{
  Codec   *self = g_new0 (Codec, 1);
  gboolean ok;

  self->at = data;
  self->left = size;
  self->png = png_create_read_struct (PNG_LIBPNG_VER_STRING, self, error_cb, warning_cb);
  self->info = png_create_info_struct (self->png);
  ok = setjmp (png_jmpbuf (self->png)) == 0;
  if (ok)
    read_picture (self, pixels, raster);
  else
    {
      g_set_error (error, BJT_IMPORT_ERROR, BJT_IMPORT_ERROR_DAMAGED, "the PNG picture cannot be read: %s", self->message);
      g_clear_pointer (&pixels->data, g_free);
    }
  png_destroy_read_struct (&self->png, &self->info, NULL);
  g_free (self->whole);
  g_free (self->row);
  g_free (self->sums);
  g_free (self);
  return ok;
}

gboolean
bjt_png_encode (const BjtPixels *pixels,
                GBytes         **bytes,
                GError         **error)
{
  static const png_uint_32 formats[] = { [1] = PNG_FORMAT_GRAY, [3] = PNG_FORMAT_RGB, [4] = PNG_FORMAT_RGBA };
  png_image                image = { .version = PNG_IMAGE_VERSION };
  png_alloc_size_t         size;
  guint8                  *data;

  image.width = pixels->width;
  image.height = pixels->height;
  image.format = formats[pixels->n_channels];
  image.flags = PNG_IMAGE_FLAG_FAST;
  size = PNG_IMAGE_PNG_SIZE_MAX (image);
  data = g_malloc (size);
  if (png_image_write_to_memory (&image, data, &size, 0, pixels->data, 0, NULL) == 0)
    {
      g_set_error (error, BJT_IMPORT_ERROR, BJT_IMPORT_ERROR_FAILED, "the picture cannot be kept: %s", image.message);
      g_free (data);
      return FALSE;
    }
  *bytes = g_bytes_new_take (g_realloc (data, size), size);
  return TRUE;
}
