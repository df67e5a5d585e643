/* bjt-raster-jpeg.c: JPEG by libjpeg, made smaller while it is decoded. */
#include "bjt-raster.h"

#include "import/bjt-import-error.h"

#include <setjmp.h>
#include <stdio.h>
#include <jpeglib.h>
#include <string.h>

#define QUALITY 90
#define MAX_INPUT_PIXELS (G_GUINT64_CONSTANT (400) * 1000 * 1000)
#define MAX_SCANS 200

/* libjpeg leaves by longjmp: what it must not lose lies here. */
typedef struct
{
  struct jpeg_error_mgr         manager;
  struct jpeg_progress_mgr      progress;
  struct jpeg_decompress_struct in;
  struct jpeg_compress_struct   out;
  guint8                       *row;
  unsigned char                *written;
  unsigned long                 n_written;
  guint                         n_warnings;
  char                          message[JMSG_LENGTH_MAX];
  jmp_buf                       jump;
} Codec;

static void
error_exit_cb (j_common_ptr info)
{
  Codec *self = (Codec *) (gpointer) info->err;

  info->err->format_message (info, self->message);
  longjmp (self->jump, 1);
}

static void
emit_message_cb (j_common_ptr info,
                 int          level)
{
  Codec *self = (Codec *) (gpointer) info->err;

  if (level < 0)
    self->n_warnings++;
}

/* A progressive file of endless scans is one way to waste an hour. */
static void
progress_cb (j_common_ptr info)
{
  Codec *self = (Codec *) (gpointer) info->err;

  if (info->is_decompressor && self->in.input_scan_number > MAX_SCANS)
    {
      g_strlcpy (self->message, "too many scans", sizeof self->message);
      longjmp (self->jump, 1);
    }
}

static Codec *
codec_new (void)
{
  Codec *self = g_new0 (Codec, 1);

  self->in.err = self->out.err = jpeg_std_error (&self->manager);
  self->manager.error_exit = error_exit_cb;
  self->manager.emit_message = emit_message_cb;
  self->progress.progress_monitor = progress_cb;
  return self;
}

/* EXIF */

static guint32
get_number (const guint8 *at,
            guint         n,
            gboolean      is_little)
{
  guint32 value = 0;

  for (guint i = 0; i < n; i++)
    value |= (guint32) at[i] << 8 * (is_little ? i : n - 1 - i);
  return value;
}

/* From the first directory of the EXIF block */
static guint
read_orientation (const guint8 *data,
                  gsize         size)
{
  gboolean is_little;
  guint32  at, n;

  if (size < 14 || memcmp (data, "Exif\0\0", 6) != 0)
    return 1;
  data += 6;
  size -= 6;
  is_little = data[0] == 'I';
  at = get_number (data + 4, 4, is_little);
  if (at > size - 2)
    return 1;
  n = get_number (data + at, 2, is_little);
  at += 2;
  for (guint32 i = 0; i < n && at + 12 <= size; i++, at += 12)
    if (get_number (data + at, 2, is_little) == 0x0112)
      return get_number (data + at + 8, 2, is_little);
  return 1;
}

/* Decoding */

static void
choose_scale (struct jpeg_decompress_struct *in)
{
  in->scale_denom = 8;
  for (in->scale_num = 8; in->scale_num > 1; in->scale_num--)
    {
      jpeg_calc_output_dimensions (in);
      if ((guint64) in->output_width * in->output_height <= BJT_RASTER_MAX_PIXELS)
        break;
    }
  jpeg_calc_output_dimensions (in);
}

/* Ink of four colours, which Adobe writes inverted, on white */
static void
mix_inks (const guint8 *from,
          guint8       *to,
          guint         n,
          gboolean      is_inverted)
{
  for (guint i = 0; i < n; i++, from += 4, to += 3)
    for (guint c = 0; c < 3; c++)
      {
        guint ink = is_inverted ? from[c] : 255u - from[c], black = is_inverted ? from[3] : 255u - from[3];

        to[c] = (guint8) (ink * black / 255);
      }
}

static void
read_rows (Codec     *self,
           BjtPixels *pixels)
{
  struct jpeg_decompress_struct *in = &self->in;
  gboolean                       has_inks = in->out_color_space == JCS_CMYK;

  jpeg_start_decompress (in);
  pixels->width = in->output_width;
  pixels->height = in->output_height;
  pixels->n_channels = has_inks ? 3 : (guint) in->output_components;
  pixels->data = g_malloc0 ((gsize) pixels->width * pixels->height * pixels->n_channels);
  self->row = g_malloc ((gsize) in->output_width * (gsize) in->output_components);
  while (in->output_scanline < in->output_height)
    {
      guint8  *to = pixels->data + (gsize) in->output_scanline * pixels->width * pixels->n_channels;
      JSAMPROW row = has_inks ? self->row : to;

      jpeg_read_scanlines (in, &row, 1);
      if (has_inks)
        mix_inks (self->row, to, pixels->width, in->saw_Adobe_marker);
    }
}

static void
read_picture (Codec        *self,
              const guint8 *data,
              gsize         size,
              BjtPixels    *pixels,
              guint        *orientation)
{
  struct jpeg_decompress_struct *in = &self->in;

  jpeg_create_decompress (in);
  in->progress = &self->progress;
  jpeg_mem_src (in, data, size);
  jpeg_save_markers (in, JPEG_APP0 + 1, 0xFFFF);
  jpeg_read_header (in, TRUE);
  for (jpeg_saved_marker_ptr marker = in->marker_list; marker != NULL; marker = marker->next)
    if (marker->data_length > 6 && memcmp (marker->data, "Exif\0\0", 6) == 0)
      *orientation = read_orientation (marker->data, marker->data_length);
  if ((guint64) in->image_width * in->image_height > MAX_INPUT_PIXELS)
    {
      g_strlcpy (self->message, "more than 400 megapixels", sizeof self->message);
      longjmp (self->jump, 1);
    }
  if (in->jpeg_color_space == JCS_GRAYSCALE)
    in->out_color_space = JCS_GRAYSCALE;
  else
    in->out_color_space = in->jpeg_color_space == JCS_CMYK || in->jpeg_color_space == JCS_YCCK ? JCS_CMYK : JCS_RGB;
  choose_scale (in);
  read_rows (self, pixels);
}

/**
 * bjt_jpeg_decode:
 * @orientation: (out): as EXIF says
 *
 * A file that was cut off is refused.
 */
gboolean
bjt_jpeg_decode (const guint8 *data,
                 gsize         size,
                 BjtPixels    *pixels,
                 BjtRaster    *raster,
                 guint        *orientation,
                 GError      **error)
{
  Codec   *self = codec_new ();
  gboolean ok = setjmp (self->jump) == 0;

  if (ok)
    read_picture (self, data, size, pixels, orientation);
  raster->full_width = self->in.image_width;
  raster->full_height = self->in.image_height;
  ok = ok && self->n_warnings == 0;
  if (!ok)
    {
      g_set_error (error, BJT_IMPORT_ERROR, BJT_IMPORT_ERROR_DAMAGED, "the JPEG picture is damaged: %s",
                   self->message[0] != '\0' ? self->message : "parts of it are missing or wrong");
      g_clear_pointer (&pixels->data, g_free);
    }
  jpeg_destroy_decompress (&self->in);
  g_free (self->row);
  g_free (self);
  return ok;
}

/* Encoding */

static void
write_picture (Codec           *self,
               const BjtPixels *pixels)
{
  struct jpeg_compress_struct *out = &self->out;

  jpeg_create_compress (out);
  jpeg_mem_dest (out, &self->written, &self->n_written);
  out->image_width = pixels->width;
  out->image_height = pixels->height;
  out->input_components = (int) pixels->n_channels;
  out->in_color_space = pixels->n_channels == 1 ? JCS_GRAYSCALE : JCS_RGB;
  jpeg_set_defaults (out);
  jpeg_set_quality (out, QUALITY, TRUE);
  jpeg_start_compress (out, TRUE);
  while (out->next_scanline < out->image_height)
    {
      JSAMPROW row = pixels->data + (gsize) out->next_scanline * pixels->width * pixels->n_channels;

      jpeg_write_scanlines (out, &row, 1);
    }
  jpeg_finish_compress (out);
}

gboolean
bjt_jpeg_encode (const BjtPixels *pixels,
                 GBytes         **bytes,
                 GError         **error)
{
  Codec   *self = codec_new ();
  gboolean ok = setjmp (self->jump) == 0;

  if (ok)
    {
      write_picture (self, pixels);
      *bytes = g_bytes_new (self->written, self->n_written);
    }
  else
    g_set_error (error, BJT_IMPORT_ERROR, BJT_IMPORT_ERROR_FAILED, "the picture cannot be kept: %s", self->message);
  jpeg_destroy_compress (&self->out);
  free (self->written);
  g_free (self);
  return ok;
}
