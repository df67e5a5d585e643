/* bjt-tile-grid.h: which tiles of a zoom lie under a frame, and where.
 *
 * The tiles of a source in another datum are shifted: each of their corners is
 * put where that place is in CGCS2000. Neighbours share their corners, so they
 * meet without a gap.
 */
#pragma once

#include "paint/bjt-map-frame.h"
#include "tiles/bjt-tile-source.h"

#include <cairo.h>

G_BEGIN_DECLS

typedef struct
{
  const BjtMapFrame *frame;
  BjtDatum           datum;
  guint              zoom;
  guint              x1, y1, x2, y2; /* columns and rows, the last included */
} BjtTileGrid;

/* Corners on the surface: north-west, north-east, south-west, south-east. */
typedef struct
{
  BjtPoint corners[4];
} BjtTilePlace;

gboolean bjt_tile_grid_init (BjtTileGrid *self, const BjtMapFrame *frame, BjtDatum datum, guint zoom, double margin);
guint64  bjt_tile_grid_count (const BjtTileGrid *self);
BjtPoint bjt_tile_grid_project (const BjtTileGrid *self, BjtPoint mercator);
void     bjt_tile_grid_place (const BjtTileGrid *self, const BjtTileAddress *address, BjtTilePlace *place);
void     bjt_tile_place_trace (const BjtTilePlace *self, cairo_t *cr);
void     bjt_tile_place_get_matrix (const BjtTilePlace *self, cairo_matrix_t *matrix);

G_END_DECLS
