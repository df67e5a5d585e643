/* bjt-map-frame.c: three ways to make a frame. */
#include "bjt-map-frame.h"

#include "geo/bjt-mercator.h"

#include <math.h>

static void
init (BjtMapFrame *self,
      BjtPoint     centre,
      double       scale,
      BjtBox       page)
{
  self->scale = scale;
  self->x = (page.x1 + page.x2) / 2 - centre.x * scale;
  self->y = (page.y1 + page.y2) / 2 - centre.y * scale;
  self->box.x1 = (page.x1 - self->x) / scale;
  self->box.y1 = (page.y1 - self->y) / scale;
  self->box.x2 = (page.x2 - self->x) / scale;
  self->box.y2 = (page.y2 - self->y) / scale;
  self->px = 1;
  self->covered = NULL;
  self->n_covered = 0;
  self->within = NULL;
  self->lines = NULL;
  self->taken = NULL;
  self->turn = 0;
}

/**
 * bjt_map_frame_init_view:
 * @centre: Mercator
 * @scale: px per Mercator unit, the width of the whole world
 */
void
bjt_map_frame_init_view (BjtMapFrame *self,
                         BjtPoint     centre,
                         double       scale,
                         double       width,
                         double       height)
{
  init (self, centre, scale, (BjtBox) { 0, 0, width, height });
}

/**
 * bjt_map_frame_init_tile:
 * @zoom: of tiles of @size
 */
void
bjt_map_frame_init_tile (BjtMapFrame *self,
                         guint        zoom,
                         guint        column,
                         guint        row,
                         double       size)
{
  double n = exp2 (zoom);

  init (self, (BjtPoint) { (column + 0.5) / n, (row + 0.5) / n }, n * size, (BjtBox) { 0, 0, size, size });
}

/**
 * bjt_map_frame_init_paper:
 * @centre: Mercator; falls on the middle of the rectangle
 * @units_per_metre: how long a metre on the ground is on paper
 * @area: the rectangle of the paper, in its units
 * @px: paper units per screen pixel of the style
 */
void
bjt_map_frame_init_paper (BjtMapFrame *self,
                          BjtPoint     centre,
                          double       units_per_metre,
                          BjtBox       area,
                          double       px)
{
  double metres = bjt_mercator_get_metres_per_unit (bjt_mercator_to_latitude (centre.y));

  init (self, centre, metres * units_per_metre, area);
  self->px = px;
}

double
bjt_map_frame_get_zoom (const BjtMapFrame *self)
{
  return log2 (self->scale / self->px / 256);
}
