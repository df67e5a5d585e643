/* bjt-tile-services.h: what all sources on the network share: the session, the
 * disk, the counts, the keys.
 */
#pragma once

#include "bjt-tile-client.h"
#include "bjt-tile-entry.h"
#include "bjt-tile-keyring.h"

G_BEGIN_DECLS

#define BJT_TYPE_TILE_SERVICES (bjt_tile_services_get_type ())
G_DECLARE_FINAL_TYPE (BjtTileServices, bjt_tile_services, BJT, TILE_SERVICES, GObject)

BjtTileServices *bjt_tile_services_new (void);
BjtTileClient   *bjt_tile_services_get_client (BjtTileServices *self);
BjtTileKeyring  *bjt_tile_services_get_keyring (BjtTileServices *self);
guint            bjt_tile_services_count_today (BjtTileServices *self, const BjtTileEntry *entry);

/* With the key that the keyring has by now. */
BjtTileSource   *bjt_tile_services_open (BjtTileServices *self, const BjtTileEntry *entry, gboolean is_dense, GError **error);

G_END_DECLS
