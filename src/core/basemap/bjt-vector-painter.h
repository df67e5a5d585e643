/* bjt-vector-painter.h: vector tiles in our own quiet style.
 */
#pragma once

#include "bjt-map-style.h"
#include "bjt-tile-shelf.h"
#include "bjt-tile-grid.h"

G_BEGIN_DECLS

void bjt_vector_painter_paint (cairo_t *cr, const BjtTileGrid *grid, const BjtTilePiece *pieces, guint n_pieces, const BjtMapStyle *style);

G_END_DECLS
