/* bjt-tile-pack.h: a file of map pictures (MBTiles 1.3, raster) to read from.
 *
 * Never written to. May be used by any thread, one at a time.
 */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

typedef struct _BjtTilePack BjtTilePack;

BjtTilePack *bjt_tile_pack_open (const char *path, GError **error);
BjtTilePack *bjt_tile_pack_ref (BjtTilePack *self);
void         bjt_tile_pack_unref (BjtTilePack *self);
const char  *bjt_tile_pack_get_attribution (const BjtTilePack *self); /* plain text, may be NULL */
guint        bjt_tile_pack_get_min_zoom (const BjtTilePack *self);
guint        bjt_tile_pack_get_max_zoom (const BjtTilePack *self);
GBytes      *bjt_tile_pack_read (BjtTilePack *self, guint zoom, guint column, guint row, GError **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (BjtTilePack, bjt_tile_pack_unref)

G_END_DECLS
