/* bjt-coverage-shape.c: faces to GEOS and back. */
#include "bjt-coverage.h"

#include <math.h>

#include "bjt-coverage-shape.h"
#include "bjt-mercator.h"

static BjtPoint
to_place (const BjtCoverage *self,
          double             x,
          double             y)
{
  return (BjtPoint) { self->origin.x + x / self->metres, self->origin.y + y / self->metres };
}

GEOSCoordSequence *
bjt_coverage_shape_new_sequence (BjtCoverage *self,
                                 guint        n)
{
  return GEOSCoordSeq_create_r (self->geos, n, 2);
}

void
bjt_coverage_shape_set_place (BjtCoverage       *self,
                              GEOSCoordSequence *sequence,
                              guint              i,
                              BjtPoint           place)
{
  GEOSCoordSeq_setXY_r (self->geos, sequence, i, (place.x - self->origin.x) * self->metres, (place.y - self->origin.y) * self->metres);
}

static Shape *
new_ring (BjtCoverage           *self,
          const BjtCoverageRing *ring)
{
  guint              n = ring->vertices->len;
  GEOSCoordSequence *sequence = bjt_coverage_shape_new_sequence (self, n + 1);

  for (guint i = 0; i <= n; i++)
    bjt_coverage_shape_set_place (self, sequence, i, bjt_coverage_vertex (self, bjt_coverage_at (ring, i))->place);
  return GEOSGeom_createLinearRing_r (self->geos, sequence);
}

/* The rings from @first on that make one polygon; tells how many they are. */
static Shape *
new_part (BjtCoverage           *self,
          const BjtCoverageFace *face,
          guint                  first,
          guint                 *n_rings)
{
  g_autoptr (GPtrArray) holes = g_ptr_array_new ();
  Shape *shell = new_ring (self, face->rings->pdata[first]);

  while (first + 1 + holes->len < face->rings->len)
    {
      const BjtCoverageRing *ring = face->rings->pdata[first + 1 + holes->len];

      if (!ring->is_hole)
        break;
      g_ptr_array_add (holes, new_ring (self, ring));
    }
  *n_rings = 1 + holes->len;
  return GEOSGeom_createPolygon_r (self->geos, shell, (Shape **) holes->pdata, holes->len);
}

/* As it is: it may cross itself. */
static Shape *
new_raw (BjtCoverage *self,
         guint32      face)
{
  const BjtCoverageFace *from = bjt_coverage_face (self, face);
  g_autoptr (GPtrArray) parts = g_ptr_array_new ();

  for (guint r = 0, n; r < from->rings->len; r += n)
    g_ptr_array_add (parts, new_part (self, from, r, &n));
  if (parts->len == 1)
    return parts->pdata[0];
  return GEOSGeom_createCollection_r (self->geos, GEOS_MULTIPOLYGON, (Shape **) parts->pdata, parts->len);
}

void
bjt_coverage_shape_free (BjtCoverage *self,
                         Shape       *shape)
{
  if (shape != NULL)
    GEOSGeom_destroy_r (self->geos, shape);
}

/* NULL when @shape is sound; else where it is not. */
gboolean
bjt_coverage_shape_is_sound (BjtCoverage *self,
                             const Shape *shape,
                             BjtPoint    *where)
{
  char    *reason = NULL;
  Shape   *place = NULL;
  gboolean sound = GEOSisValidDetail_r (self->geos, shape, 0, &reason, &place) == 1;
  double   x, y;

  if (!sound && place != NULL && GEOSGeomGetX_r (self->geos, place, &x) == 1 && GEOSGeomGetY_r (self->geos, place, &y) == 1)
    *where = to_place (self, x, y);
  GEOSFree_r (self->geos, reason);
  bjt_coverage_shape_free (self, place);
  return sound;
}

gboolean
bjt_coverage_check_face (BjtCoverage *self,
                         guint32      face,
                         BjtPoint    *where)
{
  Shape   *shape = new_raw (self, face);
  gboolean sound = bjt_coverage_shape_is_sound (self, shape, where);

  bjt_coverage_shape_free (self, shape);
  return sound;
}

/* Mended where it crosses itself, so that the rest can be done. */
Shape *
bjt_coverage_shape_new (BjtCoverage *self,
                        guint32      face)
{
  Shape   *shape = new_raw (self, face);
  Shape   *mended;
  BjtPoint where;

  if (shape == NULL || bjt_coverage_shape_is_sound (self, shape, &where))
    return shape;
  mended = GEOSMakeValid_r (self->geos, shape);
  bjt_coverage_shape_free (self, shape);
  return mended;
}

/**
 * bjt_coverage_get_inner_place:
 *
 * Returns: a place that surely lies inside; NAN for a face that is gone
 */
BjtPoint
bjt_coverage_get_inner_place (BjtCoverage *self,
                              guint32      face)
{
  Shape   *shape = bjt_coverage_shape_new (self, face);
  Shape   *inner = shape != NULL ? GEOSPointOnSurface_r (self->geos, shape) : NULL;
  BjtPoint place = { NAN, NAN };
  double   x, y;

  if (inner != NULL && GEOSGeomGetX_r (self->geos, inner, &x) == 1 && GEOSGeomGetY_r (self->geos, inner, &y) == 1)
    place = to_place (self, x, y);
  bjt_coverage_shape_free (self, inner);
  bjt_coverage_shape_free (self, shape);
  return place;
}

/* Back from GEOS */

guint32
bjt_coverage_add_place (BjtCoverage *self,
                        BjtPoint     place)
{
  BjtCoverageVertex vertex = { place, bjt_mercator_unproject (place), 0 };
  guint32           found = BJT_COVERAGE_NONE;
  double            least = self->tolerance;

  for (guint32 v = 0; v < self->vertices->len; v++)
    {
      BjtPoint at = bjt_coverage_vertex (self, v)->place;
      double   away = hypot (at.x - place.x, at.y - place.y);

      if (away > least || (found != BJT_COVERAGE_NONE && away == least))
        continue;
      least = away;
      found = v;
    }
  if (found != BJT_COVERAGE_NONE)
    return found;
  g_array_append_val (self->vertices, vertex);
  return self->vertices->len - 1;
}

static BjtCoverageRing *
take_ring (BjtCoverage *self,
           const Shape *from,
           gboolean     is_hole)
{
  const GEOSCoordSequence *sequence = GEOSGeom_getCoordSeq_r (self->geos, from);
  BjtCoverageRing         *ring = bjt_coverage_ring_new (is_hole);
  guint                    n = 0;

  GEOSCoordSeq_getSize_r (self->geos, sequence, &n);
  for (guint i = 0; i + 1 < n; i++)
    {
      double  x, y;
      guint32 vertex;

      GEOSCoordSeq_getXY_r (self->geos, sequence, i, &x, &y);
      vertex = bjt_coverage_add_place (self, to_place (self, x, y));
      g_array_append_val (ring->vertices, vertex);
    }
  return ring;
}

static void
take_polygon (BjtCoverage *self,
              GPtrArray   *rings,
              const Shape *polygon)
{
  int n_holes = GEOSGetNumInteriorRings_r (self->geos, polygon);

  g_ptr_array_add (rings, take_ring (self, GEOSGetExteriorRing_r (self->geos, polygon), FALSE));
  for (int h = 0; h < n_holes; h++)
    g_ptr_array_add (rings, take_ring (self, GEOSGetInteriorRingN_r (self->geos, polygon, h), TRUE));
}

/* The polygons of @shape become the rings of the face. */
void
bjt_coverage_shape_take (BjtCoverage *self,
                         guint32      index,
                         const Shape *shape)
{
  BjtCoverageFace *face = bjt_coverage_face (self, index);
  int              n = shape != NULL ? GEOSGetNumGeometries_r (self->geos, shape) : 0;

  g_ptr_array_set_size (face->rings, 0);
  face->is_changed = TRUE;
  for (int g = 0; g < n; g++)
    {
      const Shape *part = GEOSGetGeometryN_r (self->geos, shape, g);

      if (GEOSGeomTypeId_r (self->geos, part) == GEOS_POLYGON && !GEOSisEmpty_r (self->geos, part))
        take_polygon (self, face->rings, part);
    }
}

double
bjt_coverage_shape_get_area (BjtCoverage *self,
                             const Shape *shape)
{
  double area = 0;

  if (shape != NULL)
    GEOSArea_r (self->geos, shape, &area);
  return area;
}

/* The polygons of @shape that are ground, of @least m² or more; slivers that
 * rounding leaves are none. */
GPtrArray *
bjt_coverage_shape_list_ground (BjtCoverage *self,
                                const Shape *shape,
                                double       least)
{
  GPtrArray *parts = g_ptr_array_new ();
  int        n = shape != NULL ? GEOSGetNumGeometries_r (self->geos, shape) : 0;

  for (int g = 0; g < n; g++)
    {
      const Shape *part = GEOSGetGeometryN_r (self->geos, shape, g);

      if (GEOSGeomTypeId_r (self->geos, part) == GEOS_POLYGON && bjt_coverage_shape_get_area (self, part) >= least)
        g_ptr_array_add (parts, (gpointer) part);
    }
  return parts;
}

BjtPoint
bjt_coverage_shape_get_place (BjtCoverage *self,
                              const Shape *shape)
{
  Shape   *inner = GEOSPointOnSurface_r (self->geos, shape);
  BjtPoint place = { NAN, NAN };
  double   x, y;

  if (inner != NULL && GEOSGeomGetX_r (self->geos, inner, &x) == 1 && GEOSGeomGetY_r (self->geos, inner, &y) == 1)
    place = to_place (self, x, y);
  bjt_coverage_shape_free (self, inner);
  return place;
}

BjtGeometry *
bjt_coverage_shape_dup_geometry (BjtCoverage *self,
                                 const Shape *polygon)
{
  g_autoptr (GArray) points = g_array_new (FALSE, FALSE, sizeof (BjtPoint));
  g_autoptr (GArray) parts = g_array_new (FALSE, FALSE, sizeof (BjtPart));
  int n_holes = GEOSGetNumInteriorRings_r (self->geos, polygon);

  for (int r = -1; r < n_holes; r++)
    {
      const Shape             *ring = r < 0 ? GEOSGetExteriorRing_r (self->geos, polygon) : GEOSGetInteriorRingN_r (self->geos, polygon, r);
      const GEOSCoordSequence *sequence = GEOSGeom_getCoordSeq_r (self->geos, ring);
      BjtPart                  part = { points->len, 0, r >= 0 };
      guint                    n = 0;

      GEOSCoordSeq_getSize_r (self->geos, sequence, &n);
      for (guint i = 0; i + 1 < n; i++)
        {
          double   x, y;
          BjtPoint place;

          GEOSCoordSeq_getXY_r (self->geos, sequence, i, &x, &y);
          place = to_place (self, x, y);
          g_array_append_val (points, place);
        }
      part.n_points = points->len - part.first;
      g_array_append_val (parts, part);
    }
  return bjt_geometry_new (BJT_GEOMETRY_POLYGON, (const BjtPart *) (gpointer) parts->data, parts->len,
                           (const BjtPoint *) (gpointer) points->data, points->len);
}

