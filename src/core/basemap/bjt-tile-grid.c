/* bjt-tile-grid.c: plain arithmetic where the datum is ours; else each corner
 * goes by way of its longitude and latitude. A shift bends a tile at zoom 15 by
 * less than a millimetre, one at zoom 12 by some centimetres: its corners are
 * enough. */
#include "bjt-tile-grid.h"

#include "geo/bjt-mercator.h"

#include <math.h>

#define N_SAMPLES 5 /* along each side of a frame */

/* From our Mercator to that of the source. */
static BjtPoint
shift (BjtDatum datum,
       BjtPoint mercator)
{
  return bjt_mercator_project (bjt_datum_shift (datum, bjt_mercator_unproject (mercator)));
}

static BjtBox
shift_box (BjtDatum      datum,
           const BjtBox *box)
{
  BjtBox shifted = BJT_BOX_EMPTY;

  for (guint i = 0; i < N_SAMPLES; i++)
    for (guint k = 0; k < N_SAMPLES; k++)
      {
        BjtPoint p = shift (datum, (BjtPoint) { box->x1 + (box->x2 - box->x1) * i / (N_SAMPLES - 1), box->y1 + (box->y2 - box->y1) * k / (N_SAMPLES - 1) });

        bjt_box_add_point (&shifted, p.x, p.y);
      }
  return shifted;
}

/**
 * bjt_tile_grid_init:
 * @frame: borrowed as long as the grid is used
 * @margin: surface units around the frame that tiles are taken for, too
 *
 * Returns: whether the frame lies on the world at all
 */
gboolean
bjt_tile_grid_init (BjtTileGrid       *self,
                    const BjtMapFrame *frame,
                    BjtDatum           datum,
                    guint              zoom,
                    double             margin)
{
  double n = exp2 (zoom), room = margin / frame->scale;
  BjtBox box = {
    fmax (frame->box.x1 - room, 0), fmax (frame->box.y1 - room, 0), fmin (frame->box.x2 + room, 1), fmin (frame->box.y2 + room, 1),
  };

  if (!(box.x1 < box.x2 && box.y1 < box.y2))
    return FALSE;
  if (datum != BJT_DATUM_CGCS2000)
    box = shift_box (datum, &box);
  self->frame = frame;
  self->datum = datum;
  self->zoom = zoom;
  self->x1 = (guint) CLAMP (floor (box.x1 * n), 0, n - 1);
  self->y1 = (guint) CLAMP (floor (box.y1 * n), 0, n - 1);
  self->x2 = (guint) CLAMP (ceil (box.x2 * n) - 1, self->x1, n - 1);
  self->y2 = (guint) CLAMP (ceil (box.y2 * n) - 1, self->y1, n - 1);
  return TRUE;
}

guint64
bjt_tile_grid_count (const BjtTileGrid *self)
{
  return (guint64) (self->x2 - self->x1 + 1) * (self->y2 - self->y1 + 1);
}

/**
 * bjt_tile_grid_project:
 * @mercator: in the datum of the source
 *
 * Returns: where it lies on the surface
 */
BjtPoint
bjt_tile_grid_project (const BjtTileGrid *self,
                       BjtPoint           mercator)
{
  if (self->datum != BJT_DATUM_CGCS2000)
    mercator = bjt_mercator_project (bjt_datum_unshift (self->datum, bjt_mercator_unproject (mercator)));
  return bjt_map_frame_project (self->frame, mercator);
}

/**
 * bjt_tile_grid_place:
 * @address: of any zoom
 */
void
bjt_tile_grid_place (const BjtTileGrid    *self,
                     const BjtTileAddress *address,
                     BjtTilePlace         *place)
{
  double n = exp2 (address->zoom);

  for (guint c = 0; c < 4; c++)
    place->corners[c] = bjt_tile_grid_project (self, (BjtPoint) { (address->column + c % 2) / n, (address->row + c / 2) / n });
}

/* The outline as a path. */
void
bjt_tile_place_trace (const BjtTilePlace *self,
                      cairo_t            *cr)
{
  cairo_move_to (cr, self->corners[0].x, self->corners[0].y);
  cairo_line_to (cr, self->corners[1].x, self->corners[1].y);
  cairo_line_to (cr, self->corners[3].x, self->corners[3].y);
  cairo_line_to (cr, self->corners[2].x, self->corners[2].y);
  cairo_close_path (cr);
}

/**
 * bjt_tile_place_get_matrix:
 * @matrix: (out): from the unit square of the tile to the surface, as near as
 *   possible to all four corners
 */
void
bjt_tile_place_get_matrix (const BjtTilePlace *self,
                           cairo_matrix_t     *matrix)
{
  const BjtPoint *c = self->corners;
  double          ux = (c[1].x - c[0].x + c[3].x - c[2].x) / 2, uy = (c[1].y - c[0].y + c[3].y - c[2].y) / 2;
  double          vx = (c[2].x - c[0].x + c[3].x - c[1].x) / 2, vy = (c[2].y - c[0].y + c[3].y - c[1].y) / 2;
  double          x = (c[0].x + c[1].x + c[2].x + c[3].x) / 4, y = (c[0].y + c[1].y + c[2].y + c[3].y) / 4;

  cairo_matrix_init (matrix, ux, uy, vx, vy, x - (ux + vx) / 2, y - (uy + vy) / 2);
}
