/* bjt-vector-pen.h: where the points of a vector tile lie on a surface.
 */
#pragma once

#include "bjt-tile-shelf.h"
#include "bjt-tile-grid.h"

G_BEGIN_DECLS

#define BJT_VECTOR_MESH 32 /* cells along a side of a tile in another datum, at most */

typedef struct
{
  const BjtVectorTile *tile;
  gboolean             is_shifted;
  cairo_matrix_t       matrix;  /* from the unit square of the tile, not shifted */
  guint                n_cells; /* along a side of the mesh */
  BjtPoint             mesh[BJT_VECTOR_MESH + 1][BJT_VECTOR_MESH + 1]; /* rows of places, shifted */
  BjtBox               area;    /* unit square: the part that is shown */
  BjtBox               visible; /* unit square: what of that lies in the frame, with room for wide lines */
  BjtBox               window;  /* the same on the surface */
} BjtVectorPen;

void     bjt_vector_pen_init (BjtVectorPen *self, const BjtTileGrid *grid, const BjtTilePiece *piece, double room);
BjtPoint bjt_vector_pen_project (const BjtVectorPen *self, double u, double v);
gboolean bjt_vector_pen_sees (const BjtVectorPen *self, const BjtVectorItem *item);
void     bjt_vector_pen_trace (const BjtVectorPen *self, cairo_t *cr, const BjtVectorItem *item, gboolean is_whole);

G_END_DECLS
