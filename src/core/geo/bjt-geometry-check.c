/* bjt-geometry-check.c: lengths by hand, crossings by GEOS (OGC validity). One
 * GEOS context a call: nothing is shared between threads. */
#include "bjt-geometry-check.h"

#include <math.h>

#include "bjt-geos.h"

#define MOST 1e7 /* units: no plan and no degree reaches farther */

static gboolean
find_no_number (const BjtGeometry *self,
                BjtPoint          *where)
{
  for (guint i = 0; i < self->n_points; i++)
    if (!(fabs (self->points[i].x) <= MOST && fabs (self->points[i].y) <= MOST))
      {
        *where = self->points[i];
        return TRUE;
      }
  return self->n_points == 0;
}

static gboolean
find_zero_length (const BjtGeometry *self,
                  double             least,
                  BjtPoint          *where)
{
  for (guint p = 0; p < self->n_parts; p++)
    {
      const BjtPart  *part = self->parts + p;
      const BjtPoint *points = self->points + part->first;
      guint           n_sides = self->kind == BJT_GEOMETRY_POLYGON ? part->n_points : part->n_points - 1;

      for (guint i = 0; i < n_sides; i++)
        {
          BjtPoint next = points[(i + 1) % part->n_points];

          if (hypot (next.x - points[i].x, next.y - points[i].y) < least)
            {
              *where = points[i];
              return TRUE;
            }
        }
    }
  return FALSE;
}

/* How far a ring reaches from the line of its first side; that one has a length. */
static double
get_breadth (const BjtPoint *ring,
             guint           n)
{
  double dx = ring[1].x - ring[0].x, dy = ring[1].y - ring[0].y, breadth = 0;

  for (guint i = 2; i < n; i++)
    breadth = fmax (breadth, fabs (dx * (ring[i].y - ring[0].y) - dy * (ring[i].x - ring[0].x)) / hypot (dx, dy));
  return breadth;
}

static gboolean
find_no_area (const BjtGeometry *self,
              double             least,
              BjtPoint          *where)
{
  for (guint p = 0; p < self->n_parts; p++)
    {
      const BjtPart *part = self->parts + p;

      if (part->n_points < 3 || get_breadth (self->points + part->first, part->n_points) < least)
        {
          *where = self->points[part->first];
          return TRUE;
        }
    }
  return FALSE;
}

static gboolean
find_crossing (const BjtGeometry *self,
               BjtPoint          *where)
{
  GEOSContextHandle_t geos = GEOS_init_r ();
  GEOSGeometry       *shape = bjt_geos_new_shape (geos, self);
  GEOSGeometry       *place = NULL;
  char               *reason = NULL;
  gboolean            is_sound = shape != NULL && GEOSisValidDetail_r (geos, shape, 0, &reason, &place) == 1;

  *where = self->points[0];
  if (place != NULL && (GEOSGeomGetX_r (geos, place, &where->x) != 1 || GEOSGeomGetY_r (geos, place, &where->y) != 1))
    *where = self->points[0];
  if (reason != NULL)
    GEOSFree_r (geos, reason);
  bjt_geos_free (geos, place);
  bjt_geos_free (geos, shape);
  GEOS_finish_r (geos);
  return !is_sound;
}

BjtGeometryFault
bjt_geometry_check (const BjtGeometry *self,
                    double             least,
                    BjtPoint          *where)
{
  *where = (BjtPoint) { 0, 0 };
  if (find_no_number (self, where))
    return BJT_GEOMETRY_NO_NUMBERS;
  if (self->kind == BJT_GEOMETRY_POINT)
    return BJT_GEOMETRY_SOUND;
  if (find_zero_length (self, least, where))
    return BJT_GEOMETRY_ZERO_LENGTH;
  if (self->kind != BJT_GEOMETRY_POLYGON)
    return BJT_GEOMETRY_SOUND;
  if (find_no_area (self, least, where))
    return BJT_GEOMETRY_NO_AREA;
  return find_crossing (self, where) ? BJT_GEOMETRY_CROSSES_ITSELF : BJT_GEOMETRY_SOUND;
}
