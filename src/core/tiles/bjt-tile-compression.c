/* bjt-tile-compression.c: the result grows step by step, never beyond what the
 * caller allows, whatever the packed bytes claim. What follows the end of the
 * packed stream is ignored. */
#include "bjt-tile-compression.h"

#include <brotli/decode.h>
#include <string.h>
#include <zstd.h>

#define FIRST_ROOM 16384

/* Where unpacked bytes go. It takes one byte more than is allowed, which tells
 * what is too large from what is cut off at the limit. */
typedef struct
{
  guint8 *data;
  gsize   size; /* written */
  gsize   room;
  gsize   max_room;
} Sink;

/* FALSE: there is room for no more. */
static gboolean
sink_grow (Sink *self)
{
  gsize wanted = self->room == 0 ? FIRST_ROOM : self->room * 2;

  wanted = MIN (wanted, self->max_room);
  if (self->size < self->room)
    return TRUE;
  if (wanted <= self->room)
    return FALSE;
  self->data = g_realloc (self->data, wanted);
  self->room = wanted;
  return TRUE;
}

typedef enum
{
  UNPACK_DONE,
  UNPACK_BROKEN,
  UNPACK_TOO_LARGE,
} Unpacked;

static Unpacked
unpack_gzip (const guint8 *data,
             gsize         size,
             Sink         *sink)
{
  g_autoptr (GZlibDecompressor) inflate = g_zlib_decompressor_new (G_ZLIB_COMPRESSOR_FORMAT_GZIP);
  gsize            used = 0;
  GConverterResult result;

  do
    {
      gsize n_read = 0, n_written = 0;

      if (!sink_grow (sink))
        return UNPACK_TOO_LARGE;
      result = g_converter_convert (G_CONVERTER (inflate), data + used, size - used,
                                    sink->data + sink->size, sink->room - sink->size,
                                    G_CONVERTER_INPUT_AT_END, &n_read, &n_written, NULL);
      if (result == G_CONVERTER_ERROR)
        return UNPACK_BROKEN;
      used += n_read;
      sink->size += n_written;
    }
  while (result != G_CONVERTER_FINISHED);
  return UNPACK_DONE;
}

static Unpacked
unpack_brotli (const guint8 *data,
               gsize         size,
               Sink         *sink)
{
  BrotliDecoderState *state = BrotliDecoderCreateInstance (NULL, NULL, NULL);
  BrotliDecoderResult result = BROTLI_DECODER_RESULT_NEEDS_MORE_OUTPUT;

  while (result == BROTLI_DECODER_RESULT_NEEDS_MORE_OUTPUT && sink_grow (sink))
    {
      guint8 *out = sink->data + sink->size;
      gsize   room = sink->room - sink->size;

      result = BrotliDecoderDecompressStream (state, &size, &data, &room, &out, NULL);
      sink->size = sink->room - room;
    }
  BrotliDecoderDestroyInstance (state);
  if (result == BROTLI_DECODER_RESULT_NEEDS_MORE_OUTPUT)
    return UNPACK_TOO_LARGE;
  return result == BROTLI_DECODER_RESULT_SUCCESS ? UNPACK_DONE : UNPACK_BROKEN;
}

static Unpacked
unpack_zstd (const guint8 *data,
             gsize         size,
             Sink         *sink)
{
  ZSTD_DStream *stream = ZSTD_createDStream ();
  ZSTD_inBuffer in = { data, size, 0 };
  gsize         wanted = 1;
  gboolean      fits = TRUE;

  while (wanted != 0 && !ZSTD_isError (wanted) && (fits = sink_grow (sink)))
    {
      ZSTD_outBuffer out = { sink->data, sink->room, sink->size };
      gsize          was_read = in.pos;

      wanted = ZSTD_decompressStream (stream, &out, &in);
      if (wanted != 0 && in.pos == was_read && out.pos == sink->size)
        break; /* cut off */
      sink->size = out.pos;
    }
  ZSTD_freeDStream (stream);
  if (!fits)
    return UNPACK_TOO_LARGE;
  return wanted == 0 ? UNPACK_DONE : UNPACK_BROKEN;
}

const char *
bjt_tile_compression_get_name (BjtTileCompression self)
{
  static const char *const names[] = { "none", "gzip", "brotli", "zstd" };

  return names[self];
}

gboolean
bjt_tile_compression_is_gzip (GBytes *bytes)
{
  gsize         size;
  const guint8 *data = g_bytes_get_data (bytes, &size);

  return size > 2 && data[0] == 0x1F && data[1] == 0x8B;
}

/**
 * bjt_tile_compression_unpack:
 *
 * Returns: (transfer full): the unpacked bytes, or %NULL with one clear line
 */
GBytes *
bjt_tile_compression_unpack (BjtTileCompression self,
                             GBytes            *bytes,
                             gsize              max_size,
                             GError           **error)
{
  static Unpacked (*const unpack[]) (const guint8 *data, gsize size, Sink *sink) = { NULL, unpack_gzip, unpack_brotli, unpack_zstd };
  gsize           size;
  const guint8   *data = g_bytes_get_data (bytes, &size);
  Sink            sink = { .max_room = max_size + 1 };
  Unpacked        result = UNPACK_TOO_LARGE;

  if (self == BJT_TILE_COMPRESSION_NONE && size <= max_size)
    return g_bytes_ref (bytes);
  if (self != BJT_TILE_COMPRESSION_NONE)
    result = size > 0 ? unpack[self] (data, size, &sink) : UNPACK_BROKEN;
  if (sink.size > max_size)
    result = UNPACK_TOO_LARGE;
  if (result == UNPACK_DONE)
    return g_bytes_new_take (sink.data, sink.size);
  g_free (sink.data);
  if (result == UNPACK_TOO_LARGE)
    g_set_error (error, G_IO_ERROR, G_IO_ERROR_INVALID_DATA, "it would unpack to more than %" G_GSIZE_FORMAT " KB", max_size / 1024);
  else
    g_set_error (error, G_IO_ERROR, G_IO_ERROR_INVALID_DATA, "its %s data is broken or cut off", bjt_tile_compression_get_name (self));
  return NULL;
}
