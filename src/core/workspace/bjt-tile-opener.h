/* bjt-tile-opener.h: opens a pack of tiles by what it holds, not by its name.
 */
#pragma once

#include "tiles/bjt-tile-services.h"

G_BEGIN_DECLS

BjtTileSource *bjt_tile_opener_open (const char *path, GError **error);
BjtTileSource *bjt_tile_opener_open_entry (const BjtTileEntry *entry, BjtTileServices *services, gboolean is_dense, GError **error); /* NULL without an error: the painted map */
gint64         bjt_tile_opener_count_tiles (BjtTileSource *source, GError **error); /* of a pack; -1: cannot be told */

G_END_DECLS
