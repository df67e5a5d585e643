/* bjt-tile-pair.h: two sources laid over each other: the ground and its labels.
 */
#pragma once

#include "bjt-tile-source.h"

G_BEGIN_DECLS

#define BJT_TYPE_TILE_PAIR (bjt_tile_pair_get_type ())
G_DECLARE_FINAL_TYPE (BjtTilePair, bjt_tile_pair, BJT, TILE_PAIR, BjtTileSource)

BjtTilePair *bjt_tile_pair_new (BjtTileSource *ground, BjtTileSource *labels);

G_END_DECLS
