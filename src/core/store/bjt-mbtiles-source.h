/* bjt-mbtiles-source.h: an MBTiles file, pictures or vector tiles.
 */
#pragma once

#include "tiles/bjt-tile-source.h"

G_BEGIN_DECLS

#define BJT_TYPE_MBTILES_SOURCE (bjt_mbtiles_source_get_type ())
G_DECLARE_FINAL_TYPE (BjtMbtilesSource, bjt_mbtiles_source, BJT, MBTILES_SOURCE, BjtTileSource)

gboolean       bjt_mbtiles_source_is_file (const guint8 *start, gsize size); /* by its first bytes: any SQLite database */
BjtTileSource *bjt_mbtiles_source_new (const char *path, GError **error);
gint64         bjt_mbtiles_source_count_tiles (BjtMbtilesSource *self, GError **error); /* -1: cannot be told */

G_END_DECLS
