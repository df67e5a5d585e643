/* bjt-map-frame.h: which part of the world lies where on a surface.
 *
 * North is up and one scale holds for the whole frame, which is true to
 * 0.05 % over the 2 km of a community.
 */
#pragma once

#include "geo/bjt-geometry.h"

G_BEGIN_DECLS

typedef struct
{
  BjtBox box;   /* Mercator 0…1: what is to be painted */
  double scale; /* surface units per Mercator unit */
  double x, y;  /* surface units of the Mercator point 0, 0 */
  double px;    /* surface units per screen pixel of the style: 1 on screen,
                   about 0.75 where a unit is a point of paper */

  const BjtBox *covered; /* surface units: names stay out of these; may be NULL */
  guint         n_covered;

  /* On paper */
  const BjtBox *within; /* surface units: labels stay inside, and are placed by exchange; NULL: on screen */
  const GArray *lines;  /* BjtBox: drawn lines that names rather stay off; may be NULL */
  GArray       *taken;  /* BjtBox: what labels took so far, painter after painter; may be NULL */
  double        turn;   /* radians: the surface of labels, their boxes too, is this one turned clockwise */
} BjtMapFrame;

void bjt_map_frame_init_view (BjtMapFrame *self, BjtPoint centre, double scale, double width, double height);
void bjt_map_frame_init_tile (BjtMapFrame *self, guint zoom, guint column, guint row, double size);
void bjt_map_frame_init_paper (BjtMapFrame *self, BjtPoint centre, double units_per_metre, BjtBox area, double px);
double bjt_map_frame_get_zoom (const BjtMapFrame *self); /* of 256 px tiles */

static inline BjtPoint
bjt_map_frame_project (const BjtMapFrame *self,
                       BjtPoint           mercator)
{
  return (BjtPoint) { self->x + mercator.x * self->scale, self->y + mercator.y * self->scale };
}

static inline BjtPoint
bjt_map_frame_unproject (const BjtMapFrame *self,
                         double             x,
                         double             y)
{
  return (BjtPoint) { (x - self->x) / self->scale, (y - self->y) / self->scale };
}

G_END_DECLS
