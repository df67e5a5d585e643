/* bjt-footprints.c: rings in one flat array, outer ones all turned the same way
 * and holes the other, so that many buildings can be filled as one path.
 *
 * Linear to the points; never changes after it was made. */
#include "bjt-footprints.h"

#include "geo/bjt-mercator.h"

#include <math.h>

#define RECTANGLE_SHARE 0.97 /* of the rectangle around it that a rectangle fills */

struct _BjtFootprints
{
  /* Borrowed */
  const BjtPicture *picture;

  /* Owned */
  GArray *points; /* BjtPoint, Mercator */
  GArray *firsts; /* guint32 by building: its first point */
  GArray *areas;  /* double by building, Mercator */
};

static double
get_signed_area (const BjtPoint *ring,
                 guint           n)
{
  double sum = 0;

  for (guint i = 0; i < n; i++)
    {
      const BjtPoint *a = ring + i, *b = ring + (i + 1) % n;

      sum += (a->x - ring->x) * (b->y - ring->y) - (b->x - ring->x) * (a->y - ring->y);
    }
  return sum / 2;
}

static void
reverse (BjtPoint *ring,
         guint     n)
{
  for (guint i = 0; i < n / 2; i++)
    {
      BjtPoint point = ring[i];

      ring[i] = ring[n - 1 - i];
      ring[n - 1 - i] = point;
    }
}

/* Returns: the area */
static double
add_shape (BjtFootprints     *self,
           const BjtGeometry *shape)
{
  guint  first = self->points->len;
  double area = 0;

  g_array_set_size (self->points, first + shape->n_points);
  for (guint i = 0; i < shape->n_points; i++)
    g_array_index (self->points, BjtPoint, first + i) = bjt_mercator_project (shape->points[i]);
  for (guint p = 0; p < shape->n_parts; p++)
    {
      BjtPoint *ring = &g_array_index (self->points, BjtPoint, first + shape->parts[p].first);
      double    turn = get_signed_area (ring, shape->parts[p].n_points);

      if ((turn < 0) != shape->parts[p].is_hole)
        reverse (ring, shape->parts[p].n_points);
      area += fabs (turn) * (shape->parts[p].is_hole ? -1 : 1);
    }
  return area;
}

BjtFootprints *
bjt_footprints_new (const BjtPicture *picture)
{
  BjtFootprints *self = g_new0 (BjtFootprints, 1);

  self->picture = picture;
  self->points = g_array_new (FALSE, FALSE, sizeof (BjtPoint));
  self->firsts = g_array_sized_new (FALSE, FALSE, sizeof (guint32), picture->buildings->len);
  self->areas = g_array_sized_new (FALSE, FALSE, sizeof (double), picture->buildings->len);
  for (guint32 b = 0; b < picture->buildings->len; b++)
    {
      guint32 first = self->points->len;
      double  area = bjt_footprints_has (self, b) ? add_shape (self, bjt_picture_get_building (picture, b)->footprint) : 0;

      g_array_append_val (self->firsts, first);
      g_array_append_val (self->areas, area);
    }
  return self;
}

void
bjt_footprints_free (BjtFootprints *self)
{
  if (self == NULL)
    return;
  g_array_unref (self->points);
  g_array_unref (self->firsts);
  g_array_unref (self->areas);
  g_free (self);
}

gboolean
bjt_footprints_has (const BjtFootprints *self,
                    guint32              building)
{
  const BjtPictureBuilding *b = bjt_picture_get_building (self->picture, building);

  return b->footprint != NULL && b->footprint->kind == BJT_GEOMETRY_POLYGON && !isnan (b->centre.x);
}

static const BjtPoint *
get_ring (const BjtFootprints *self,
          guint32              building,
          const BjtPart       *part)
{
  return &g_array_index (self->points, BjtPoint, g_array_index (self->firsts, guint32, building) + part->first);
}

/* Adds it to the path. */
void
bjt_footprints_trace (const BjtFootprints *self,
                      cairo_t             *cr,
                      const BjtMapFrame   *frame,
                      guint32              building)
{
  const BjtGeometry *shape = bjt_picture_get_building (self->picture, building)->footprint;

  for (guint p = 0; p < shape->n_parts && bjt_footprints_has (self, building); p++)
    {
      const BjtPoint *ring = get_ring (self, building, shape->parts + p);

      cairo_new_sub_path (cr);
      for (guint i = 0; i < shape->parts[p].n_points; i++)
        {
          BjtPoint point = bjt_map_frame_project (frame, ring[i]);

          cairo_line_to (cr, point.x, point.y);
        }
      cairo_close_path (cr);
    }
}

static double
get_along (const BjtStripe *stripe,
           BjtPoint         point)
{
  return (point.x - stripe->origin.x) * cos (stripe->angle) + (point.y - stripe->origin.y) * sin (stripe->angle);
}

/* Keeps what lies on one side of a line across the building. */
static void
cut (const GArray    *from,
     GArray          *to,
     const BjtStripe *stripe,
     double           limit,
     double           side)
{
  g_array_set_size (to, 0);
  for (guint i = 0; i < from->len; i++)
    {
      BjtPoint a = g_array_index (from, BjtPoint, i), b = g_array_index (from, BjtPoint, (i + 1) % from->len);
      double   u = side * (get_along (stripe, a) - limit), v = side * (get_along (stripe, b) - limit);

      if (u >= 0)
        g_array_append_val (to, a);
      if ((u >= 0) != (v >= 0))
        {
          BjtPoint crossing = { a.x + u / (u - v) * (b.x - a.x), a.y + u / (u - v) * (b.y - a.y) };

          g_array_append_val (to, crossing);
        }
    }
}

static void
trace_cut_ring (cairo_t         *cr,
                GArray          *ring,
                const BjtStripe *stripe)
{
  g_autoptr (GArray) half = g_array_new (FALSE, FALSE, sizeof (BjtPoint));

  cut (ring, half, stripe, stripe->from, 1);
  cut (half, ring, stripe, stripe->to, -1);
  if (ring->len < 3)
    return;
  cairo_new_sub_path (cr);
  for (guint i = 0; i < ring->len; i++)
    cairo_line_to (cr, g_array_index (ring, BjtPoint, i).x, g_array_index (ring, BjtPoint, i).y);
  cairo_close_path (cr);
}

/* Adds the part of it within the stripe to the path. */
void
bjt_footprints_trace_stripe (const BjtFootprints *self,
                             cairo_t             *cr,
                             const BjtMapFrame   *frame,
                             guint32              building,
                             const BjtStripe     *stripe)
{
  const BjtGeometry *shape = bjt_picture_get_building (self->picture, building)->footprint;
  g_autoptr (GArray) ring = g_array_new (FALSE, FALSE, sizeof (BjtPoint));

  for (guint p = 0; p < shape->n_parts && bjt_footprints_has (self, building); p++)
    {
      const BjtPoint *points = get_ring (self, building, shape->parts + p);

      g_array_set_size (ring, shape->parts[p].n_points);
      for (guint i = 0; i < ring->len; i++)
        g_array_index (ring, BjtPoint, i) = bjt_map_frame_project (frame, points[i]);
      trace_cut_ring (cr, ring, stripe);
    }
}

/* Whether it fills the rectangle around it. */
gboolean
bjt_footprints_is_rectangle (const BjtFootprints *self,
                             guint32              building)
{
  const BjtPoint *corners = bjt_picture_get_building (self->picture, building)->corners;

  return g_array_index (self->areas, double, building) >= RECTANGLE_SHARE * fabs (get_signed_area (corners, 4));
}
