/* bjt-tile-catalogue.h: the user's list of base maps, in their order.
 */
#pragma once

#include "bjt-tile-entry.h"

G_BEGIN_DECLS

#define BJT_TYPE_TILE_CATALOGUE (bjt_tile_catalogue_get_type ())
G_DECLARE_FINAL_TYPE (BjtTileCatalogue, bjt_tile_catalogue, BJT, TILE_CATALOGUE, GObject)

/* Signal "changed" (void). Main thread. */

BjtTileCatalogue   *bjt_tile_catalogue_new (const char *path); /* NULL: the user's own */
guint               bjt_tile_catalogue_get_n_entries (BjtTileCatalogue *self);
const BjtTileEntry *bjt_tile_catalogue_get_entry (BjtTileCatalogue *self, guint index);
const BjtTileEntry *bjt_tile_catalogue_find (BjtTileCatalogue *self, const char *id_or_name); /* NULL: none */
gboolean            bjt_tile_catalogue_put (BjtTileCatalogue *self, const BjtTileEntry *entry, GError **error); /* in the place of the one of that id, else at the end */
gboolean            bjt_tile_catalogue_remove (BjtTileCatalogue *self, const char *id, GError **error);
gboolean            bjt_tile_catalogue_move (BjtTileCatalogue *self, const char *id, int by, GError **error);

G_END_DECLS
