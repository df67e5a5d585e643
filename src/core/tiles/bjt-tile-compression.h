/* bjt-tile-compression.h: how tiles and directories are packed in their files.
 */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

typedef enum
{
  BJT_TILE_COMPRESSION_NONE,
  BJT_TILE_COMPRESSION_GZIP,
  BJT_TILE_COMPRESSION_BROTLI,
  BJT_TILE_COMPRESSION_ZSTD,
} BjtTileCompression;

const char *bjt_tile_compression_get_name (BjtTileCompression self);
gboolean    bjt_tile_compression_is_gzip (GBytes *bytes);

/* Refuses what would grow beyond max_size, and what is cut off. */
GBytes *bjt_tile_compression_unpack (BjtTileCompression self, GBytes *bytes, gsize max_size, GError **error);

G_END_DECLS
