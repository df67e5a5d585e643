/* bjt-tile-opener.c: the first bytes tell which kind of pack a file is; the
 * kind itself refuses what is broken. */
#include "bjt-tile-opener.h"

#include "store/bjt-mbtiles-source.h"
#include "tiles/bjt-pmtiles-source.h"
#include "tiles/bjt-tile-guise.h"

#include <string.h>

#define START_SIZE 16

static gboolean
read_start (const char *path,
            guint8      start[START_SIZE],
            gsize      *size,
            GError    **error)
{
  g_autoptr (GFile) file = g_file_new_for_path (path);
  g_autoptr (GFileInfo) info = g_file_query_info (file, G_FILE_ATTRIBUTE_STANDARD_TYPE, G_FILE_QUERY_INFO_NONE, NULL, error);
  g_autoptr (GFileInputStream) stream = NULL;

  if (info == NULL)
    return FALSE;
  if (g_file_info_get_file_type (info) != G_FILE_TYPE_REGULAR)
    {
      g_set_error (error, G_IO_ERROR, G_IO_ERROR_INVALID_DATA, "%s is no file", path);
      return FALSE;
    }
  stream = g_file_read (file, NULL, error);
  return stream != NULL && g_input_stream_read_all (G_INPUT_STREAM (stream), start, START_SIZE, size, NULL, error);
}

/**
 * bjt_tile_opener_open:
 *
 * Returns: (transfer full): the source, or %NULL with one clear line
 */
BjtTileSource *
bjt_tile_opener_open (const char *path,
                      GError    **error)
{
  guint8           start[START_SIZE] = { 0 };
  gsize            size = 0;
  g_autofree char *base = g_path_get_basename (path);

  if (!read_start (path, start, &size, error))
    return NULL;
  if (bjt_pmtiles_source_is_file (start, size))
    return bjt_pmtiles_source_new (path, error);
  if (bjt_mbtiles_source_is_file (start, size))
    return bjt_mbtiles_source_new (path, error);
  g_set_error (error, G_IO_ERROR, G_IO_ERROR_INVALID_DATA, "%s is no usable map pack: %s", base,
               size == 0 ? "the file is empty" : "it is neither an MBTiles nor a PMTiles file");
  return NULL;
}

BjtTileSource *
bjt_tile_opener_open_entry (const BjtTileEntry *entry,
                            BjtTileServices    *services,
                            gboolean            is_dense,
                            GError            **error)
{
  g_autoptr (BjtTileSource) pack = NULL;

  if (entry->kind == BJT_TILE_ENTRY_PAINTED)
    return NULL;
  if (entry->kind == BJT_TILE_ENTRY_SERVICE)
    return bjt_tile_services_open (services, entry, is_dense, error);
  pack = bjt_tile_opener_open (entry->location, error);
  return pack != NULL ? BJT_TILE_SOURCE (bjt_tile_guise_new (pack, entry)) : NULL;
}

gint64
bjt_tile_opener_count_tiles (BjtTileSource *source,
                             GError       **error)
{
  guint64 n_tiles;

  if (BJT_IS_MBTILES_SOURCE (source))
    return bjt_mbtiles_source_count_tiles (BJT_MBTILES_SOURCE (source), error);
  n_tiles = BJT_IS_PMTILES_SOURCE (source) ? bjt_pmtiles_source_get_header (BJT_PMTILES_SOURCE (source))->n_addressed : 0;
  if (n_tiles > 0 && n_tiles <= G_MAXINT64)
    return (gint64) n_tiles;
  g_set_error_literal (error, G_IO_ERROR, G_IO_ERROR_NOT_SUPPORTED, "the number of tiles is not known");
  return -1;
}
