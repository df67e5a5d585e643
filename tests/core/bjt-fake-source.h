/* bjt-fake-source.h: a tile source whose tiles a test makes up.
 */
#pragma once

#include "tiles/bjt-tile-source.h"

G_BEGIN_DECLS

typedef BjtTileState (*BjtFakeRead) (const BjtTileAddress *address, gpointer user_data, GBytes **bytes, GError **error);

#define BJT_TYPE_FAKE_SOURCE (bjt_fake_source_get_type ())
G_DECLARE_FINAL_TYPE (BjtFakeSource, bjt_fake_source, BJT, FAKE_SOURCE, BjtTileSource)

BjtFakeSource *bjt_fake_source_new (BjtTileKind kind, guint min_zoom, guint max_zoom, BjtFakeRead read, gpointer user_data);
BjtTileInfo   *bjt_fake_source_get_info (BjtFakeSource *self); /* to be changed before it is used */
guint          bjt_fake_source_get_n_reads (BjtFakeSource *self);
GArray        *bjt_fake_source_get_wanted (BjtFakeSource *self); /* BjtTileAddress, the last time */

G_END_DECLS
