/* bjt-vector-names.h: the names of vector tiles, over the whole frame.
 */
#pragma once

#include "bjt-map-style.h"
#include "bjt-tile-shelf.h"
#include "bjt-tile-grid.h"

G_BEGIN_DECLS

guint bjt_vector_names_paint (cairo_t *cr, const BjtTileGrid *grid, const BjtTilePiece *pieces, guint n_pieces, const BjtMapStyle *style);

G_END_DECLS
