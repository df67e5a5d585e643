/* bjt-fuzz-pack.h: bytes as a pack of tiles: what it says of itself holds, and
 * its tiles can be asked for.
 */
#pragma once

#include "tiles/bjt-tile-source.h"

typedef BjtTileSource *(*BjtFuzzOpen) (const char *path, GError **error);

void bjt_fuzz_try_pack (const guint8 *data, gsize size, BjtFuzzOpen open);
