/* bjt-tile-disk.h: tiles of services on this machine's disk, bounded in bytes.
 */
#pragma once

#include "bjt-tile-source.h"

G_BEGIN_DECLS

#define BJT_TILE_DISK_BYTES (G_GUINT64_CONSTANT (256) << 20)
#define BJT_TILE_MAX_BYTES (G_GUINT64_CONSTANT (4) << 20) /* one tile */

typedef struct
{
  GBytes *bytes;         /* empty: the service has no tile there */
  gint64  expires;       /* Unix seconds */
  char   *etag;          /* may be NULL */
  char   *last_modified; /* may be NULL */
} BjtStoredTile;

void bjt_stored_tile_clear (BjtStoredTile *self);

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (BjtStoredTile, bjt_stored_tile_clear)

typedef struct _BjtTileDisk BjtTileDisk;

BjtTileDisk *bjt_tile_disk_new (const char *folder, guint64 max_bytes); /* NULL: the user's own */
BjtTileDisk *bjt_tile_disk_ref (BjtTileDisk *self);
void          bjt_tile_disk_unref (BjtTileDisk *self);
gboolean      bjt_tile_disk_read (BjtTileDisk *self, const char *source, const BjtTileAddress *address, BjtStoredTile *tile);
gboolean      bjt_tile_disk_write (BjtTileDisk *self, const char *source, const BjtTileAddress *address, const BjtStoredTile *tile);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (BjtTileDisk, bjt_tile_disk_unref)

G_END_DECLS
