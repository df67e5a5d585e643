/* bjt-hit-index.c: boxes of the buildings in a uniform grid of cells, then the
 * exact footprint: a float tree would only be a prefilter anyway. A query costs
 * the buildings of the cells it touches. */
#include "bjt-hit-index.h"

#include "geo/bjt-mercator.h"
#include "carto/bjt-building-frame.h"

#include <math.h>
#include <string.h>

#define MAX_SIDE 256u /* cells along a side */

struct _BjtHitIndex
{
  BjtPicture *picture;
  BjtBox     *boxes;    /* Mercator, by building; empty: nowhere */
  guint       side;
  guint32    *first;    /* side × side + 1: into members */
  guint32    *members;  /* buildings, by cell */
};

typedef void (*VisitCell) (guint cell, guint32 building, gpointer user_data);

static guint
get_cell (double value,
          double low,
          double high,
          guint  side)
{
  double at = high > low ? (value - low) / (high - low) * side : 0;

  return (guint) CLAMP (at, 0, side - 1);
}

static void
visit_cells (const BjtHitIndex *self,
             guint32            building,
             VisitCell          visit,
             gpointer           user_data)
{
  const BjtBox *box = &self->boxes[building], *all = &self->picture->extent;

  if (bjt_box_is_empty (box))
    return;
  for (guint y = get_cell (box->y1, all->y1, all->y2, self->side); y <= get_cell (box->y2, all->y1, all->y2, self->side); y++)
    for (guint x = get_cell (box->x1, all->x1, all->x2, self->side); x <= get_cell (box->x2, all->x1, all->x2, self->side); x++)
      visit (y * self->side + x, building, user_data);
}

static void
count_cell (guint    cell,
            guint32  building,
            gpointer user_data)
{
  ((guint32 *) user_data)[cell + 1]++;
}

static void
fill_cell (guint    cell,
           guint32  building,
           gpointer user_data)
{
  BjtHitIndex *self = user_data;

  self->members[self->first[cell]++] = building;
}

static BjtBox
get_box (const BjtPictureBuilding *building)
{
  BjtBox box = BJT_BOX_EMPTY;

  for (guint c = 0; c < 4 && building->footprint != NULL && !isnan (building->centre.x); c++)
    bjt_box_add_point (&box, building->corners[c].x, building->corners[c].y);
  return box;
}

BjtHitIndex *
bjt_hit_index_new (BjtPicture *picture)
{
  BjtHitIndex *self = g_new0 (BjtHitIndex, 1);
  guint        n = picture->buildings->len, n_cells;

  self->picture = bjt_picture_ref (picture);
  self->side = CLAMP ((guint) sqrt (n), 1, MAX_SIDE);
  n_cells = self->side * self->side;
  self->boxes = g_new (BjtBox, MAX (n, 1));
  self->first = g_new0 (guint32, n_cells + 1);
  for (guint32 b = 0; b < n; b++)
    {
      self->boxes[b] = get_box (bjt_picture_get_building (picture, b));
      visit_cells (self, b, count_cell, self->first);
    }
  for (guint c = 0; c < n_cells; c++)
    self->first[c + 1] += self->first[c];
  self->members = g_new (guint32, MAX (self->first[n_cells], 1));
  for (guint32 b = 0; b < n; b++)
    visit_cells (self, b, fill_cell, self);
  memmove (self->first + 1, self->first, n_cells * sizeof (guint32));
  self->first[0] = 0;
  return self;
}

void
bjt_hit_index_free (BjtHitIndex *self)
{
  bjt_picture_unref (self->picture);
  g_free (self->boxes);
  g_free (self->first);
  g_free (self->members);
  g_free (self);
}

static double
measure_to_segment (BjtPoint p,
                    BjtPoint a,
                    BjtPoint b)
{
  double dx = b.x - a.x, dy = b.y - a.y;
  double length = dx * dx + dy * dy;
  double at = length > 0 ? CLAMP (((p.x - a.x) * dx + (p.y - a.y) * dy) / length, 0, 1) : 0;

  return hypot (p.x - a.x - at * dx, p.y - a.y - at * dy);
}

/* Distance from the walls; 0 inside the footprint. */
static double
measure_distance (const BjtGeometry *footprint,
                  BjtPoint           p)
{
  BjtPoint place = bjt_mercator_unproject (p);
  double   nearest = INFINITY;

  if (bjt_geometry_contains (footprint, place.x, place.y))
    return 0;
  for (guint i = 0; i < footprint->n_parts; i++)
    for (guint k = 0; k < footprint->parts[i].n_points; k++)
      {
        const BjtPoint *ring = footprint->points + footprint->parts[i].first;

        nearest = fmin (nearest, measure_to_segment (p, bjt_mercator_project (ring[k]),
                                                     bjt_mercator_project (ring[(k + 1) % footprint->parts[i].n_points])));
      }
  return nearest;
}

static gboolean
is_near_box (const BjtBox *box,
             BjtPoint      p,
             double        distance)
{
  return p.x >= box->x1 - distance && p.x <= box->x2 + distance && p.y >= box->y1 - distance && p.y <= box->y2 + distance;
}

/**
 * bjt_hit_index_find_building:
 * @tolerance: in Mercator units; how far beside a building still counts
 *
 * Returns: the building at the place or the nearest to it, or BJT_NO_INDEX
 */
guint32
bjt_hit_index_find_building (const BjtHitIndex *self,
                             BjtPoint           p,
                             double             tolerance)
{
  const BjtBox *all = &self->picture->extent;
  guint32       best = BJT_NO_INDEX;
  double        best_distance = tolerance;

  if (self->picture->buildings->len == 0 || bjt_box_is_empty (all))
    return BJT_NO_INDEX;
  for (guint y = get_cell (p.y - tolerance, all->y1, all->y2, self->side); y <= get_cell (p.y + tolerance, all->y1, all->y2, self->side); y++)
    for (guint x = get_cell (p.x - tolerance, all->x1, all->x2, self->side); x <= get_cell (p.x + tolerance, all->x1, all->x2, self->side); x++)
      for (guint32 i = self->first[y * self->side + x]; i < self->first[y * self->side + x + 1]; i++)
        {
          guint32 building = self->members[i];
          double  distance;

          if (!is_near_box (&self->boxes[building], p, best_distance))
            continue;
          distance = measure_distance (bjt_picture_get_building (self->picture, building)->footprint, p);
          if (distance < best_distance || (distance <= best_distance && building < best))
            {
              best_distance = distance;
              best = building;
            }
        }
  return best;
}

/* How far beside the cell, in its own sizes; 0 inside. */
static double
measure_to_cell (const BjtBox *cell,
                 double        u,
                 double        v)
{
  return fmax (fmax (cell->x1 - u, u - cell->x2) / (cell->x2 - cell->x1), fmax (fmax (cell->y1 - v, v - cell->y2) / (cell->y2 - cell->y1), 0));
}

/**
 * bjt_hit_index_find_door:
 *
 * Returns: the door of the building whose cell is there, else the nearest, or
 *   BJT_NO_INDEX
 */
guint32
bjt_hit_index_find_door (const BjtHitIndex *self,
                         guint32            building,
                         BjtPoint           p)
{
  const BjtPictureBuilding *b = bjt_picture_get_building (self->picture, building);
  const BjtMapFrame         world = { .scale = 1, .px = 1 };
  double                    best_distance = INFINITY, u, v;
  guint32                   best = BJT_NO_INDEX;
  BjtBuildingFrame          at;

  bjt_building_frame_init (&at, b, &world);
  u = (p.x - at.origin.x) * cos (at.angle) + (p.y - at.origin.y) * sin (at.angle);
  v = (p.y - at.origin.y) * cos (at.angle) - (p.x - at.origin.x) * sin (at.angle);
  for (guint32 d = b->doors.first; d < b->doors.first + b->doors.n; d++)
    {
      BjtBox cell = bjt_building_frame_get_cell (&at, self->picture, d);
      double distance = measure_to_cell (&cell, u, v);

      if (bjt_picture_get_door (self->picture, d)->is_merged || distance >= best_distance)
        continue;
      best_distance = distance;
      best = d;
    }
  return best;
}
