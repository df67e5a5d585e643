/* bjt-tile-keyring.h: the user's keys of map services, in the password store of
 * the desktop and nowhere else.
 */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

#define BJT_TYPE_TILE_KEYRING (bjt_tile_keyring_get_type ())
G_DECLARE_FINAL_TYPE (BjtTileKeyring, bjt_tile_keyring, BJT, TILE_KEYRING, GObject)

BjtTileKeyring *bjt_tile_keyring_new (void);

/* Main thread. @name tells the keys apart; an empty key takes it out. A
 * BJT_TILE_TROUBLE_NO_KEYRING says that the key is kept for this run only. */
void        bjt_tile_keyring_store_async (BjtTileKeyring *self, const char *name, const char *key, GCancellable *cancellable, GAsyncReadyCallback callback, gpointer user_data);
gboolean    bjt_tile_keyring_store_finish (BjtTileKeyring *self, GAsyncResult *result, GError **error);
void        bjt_tile_keyring_load_async (BjtTileKeyring *self, const char *name, GCancellable *cancellable, GAsyncReadyCallback callback, gpointer user_data);
const char *bjt_tile_keyring_load_finish (BjtTileKeyring *self, GAsyncResult *result); /* NULL: none */
const char *bjt_tile_keyring_get (BjtTileKeyring *self, const char *name);             /* what was loaded or stored; NULL: none */

G_END_DECLS
