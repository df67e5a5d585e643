/* bjt-tile-guise.h: a source under the name, datum and notes that the user gave
 * it.
 */
#pragma once

#include "bjt-tile-entry.h"

G_BEGIN_DECLS

#define BJT_TYPE_TILE_GUISE (bjt_tile_guise_get_type ())
G_DECLARE_FINAL_TYPE (BjtTileGuise, bjt_tile_guise, BJT, TILE_GUISE, BjtTileSource)

BjtTileGuise *bjt_tile_guise_new (BjtTileSource *source, const BjtTileEntry *entry);

G_END_DECLS
