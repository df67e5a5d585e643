/* bjt-outline.c: by GEOS. The outline is the concave hull of the places, grown
 * by a margin; the middle is the pole of inaccessibility: the centre of the
 * largest circle inside, where a label has the most room.
 *
 * Each call has a GEOS context of its own, so any thread may call. What GEOS
 * can't do (a shape that crosses itself) falls back to something plainer. */
#include "bjt-outline.h"

#include <geos_c.h>
#include <math.h>

#define CONCAVITY 0.35 /* 0: as tight as can be; 1: the convex hull */
#define ARC_SEGMENTS 4 /* of a quarter circle */
#define PRECISION 0.002 /* of the shorter side of the box: how far the middle may be off */

static void
destroy (GEOSContextHandle_t geos,
         GEOSGeometry       *shape)
{
  if (shape != NULL)
    GEOSGeom_destroy_r (geos, shape);
}

static GEOSGeometry *
new_places (GEOSContextHandle_t geos,
            const BjtPoint     *points,
            guint               n_points)
{
  g_autofree GEOSGeometry **places = g_new (GEOSGeometry *, n_points + 1);

  for (guint i = 0; i < n_points; i++)
    places[i] = GEOSGeom_createPointFromXY_r (geos, points[i].x - points[0].x, points[i].y - points[0].y);
  return GEOSGeom_createCollection_r (geos, GEOS_MULTIPOINT, places, n_points);
}

/* The outer ring of what GEOS made, moved back to where it belongs. */
static BjtGeometry *
read_shell (GEOSContextHandle_t geos,
            const GEOSGeometry *shape,
            BjtPoint            origin)
{
  const GEOSGeometry      *ring = GEOSGeomTypeId_r (geos, shape) == GEOS_POLYGON ? GEOSGetExteriorRing_r (geos, shape) : NULL;
  const GEOSCoordSequence *sequence = ring != NULL ? GEOSGeom_getCoordSeq_r (geos, ring) : NULL;
  g_autofree BjtPoint     *points = NULL;
  guint                    n = 0;

  if (sequence == NULL || !GEOSCoordSeq_getSize_r (geos, sequence, &n) || n < 4)
    return NULL;
  points = g_new (BjtPoint, n);
  for (guint i = 0; i < n; i++)
    {
      GEOSCoordSeq_getXY_r (geos, sequence, i, &points[i].x, &points[i].y);
      points[i].x += origin.x;
      points[i].y += origin.y;
    }
  return bjt_geometry_new_polygon (points, n);
}

/**
 * bjt_outline_new_around:
 * @points: corners of what is to be enclosed
 * @margin: how far outside of them the outline runs; more than 0
 *
 * Returns: (transfer full) (nullable): one ring without holes; %NULL without
 *   points
 */
BjtGeometry *
bjt_outline_new_around (const BjtPoint *points,
                        guint           n_points,
                        double          margin)
{
  GEOSContextHandle_t geos;
  GEOSGeometry       *places, *hull, *grown;
  BjtGeometry        *outline = NULL;

  if (n_points == 0 || !(margin > 0))
    return NULL;
  geos = GEOS_init_r ();
  places = new_places (geos, points, n_points);
  hull = GEOSConcaveHull_r (geos, places, CONCAVITY, 0);
  grown = hull != NULL ? GEOSBuffer_r (geos, hull, margin, ARC_SEGMENTS) : NULL;
  if (grown != NULL)
    outline = read_shell (geos, grown, points[0]);
  destroy (geos, grown);
  destroy (geos, hull);
  destroy (geos, places);
  GEOS_finish_r (geos);
  return outline;
}

/* The middle */

static GEOSGeometry *
new_ring (GEOSContextHandle_t geos,
          const BjtGeometry  *shape,
          const BjtPart      *part)
{
  const BjtPoint    *points = shape->points + part->first;
  GEOSCoordSequence *sequence = GEOSCoordSeq_create_r (geos, part->n_points + 1, 2);

  for (guint i = 0; i <= part->n_points; i++)
    GEOSCoordSeq_setXY_r (geos, sequence, i, points[i % part->n_points].x - shape->box.x1, points[i % part->n_points].y - shape->box.y1);
  return GEOSGeom_createLinearRing_r (geos, sequence);
}

/* A label stands in the largest part. */
static guint
find_largest (const BjtGeometry *shape)
{
  guint  largest = 0;
  double most = -1;

  for (guint p = 0; p < shape->n_parts; p++)
    {
      const BjtPart *part = shape->parts + p;
      double         area = part->is_hole || part->n_points < 3 ? -1 : fabs (bjt_geometry_get_signed_area (shape->points + part->first, part->n_points));

      if (area > most)
        {
          most = area;
          largest = p;
        }
    }
  return most > 0 ? largest : shape->n_parts;
}

static GEOSGeometry *
new_polygon (GEOSContextHandle_t geos,
             const BjtGeometry  *shape)
{
  guint         shell = find_largest (shape), n_holes = 0;
  g_autofree GEOSGeometry **holes = g_new0 (GEOSGeometry *, shape->n_parts + 1);

  if (shell == shape->n_parts)
    return NULL;
  for (guint p = shell + 1; p < shape->n_parts && shape->parts[p].is_hole; p++)
    if (shape->parts[p].n_points > 2)
      holes[n_holes++] = new_ring (geos, shape, shape->parts + p);
  return GEOSGeom_createPolygon_r (geos, new_ring (geos, shape, shape->parts + shell), holes, n_holes);
}

/* Reads the line from the centre to the nearest edge. */
static gboolean
read_circle (GEOSContextHandle_t geos,
             const GEOSGeometry *radius_line,
             BjtPoint           *centre,
             double             *radius)
{
  const GEOSCoordSequence *sequence = radius_line != NULL ? GEOSGeom_getCoordSeq_r (geos, radius_line) : NULL;
  BjtPoint                 edge;
  guint                    n = 0;

  if (sequence == NULL || !GEOSCoordSeq_getSize_r (geos, sequence, &n) || n < 2)
    return FALSE;
  GEOSCoordSeq_getXY_r (geos, sequence, 0, &centre->x, &centre->y);
  GEOSCoordSeq_getXY_r (geos, sequence, 1, &edge.x, &edge.y);
  *radius = hypot (edge.x - centre->x, edge.y - centre->y);
  return TRUE;
}

/**
 * bjt_outline_find_middle:
 * @radius: (out): of the circle there; 0 for a shape without ground
 *
 * Returns: the place in the largest part that is farthest from its edges
 */
BjtPoint
bjt_outline_find_middle (const BjtGeometry *polygon,
                         double            *radius)
{
  GEOSContextHandle_t geos = GEOS_init_r ();
  double              side = fmin (polygon->box.x2 - polygon->box.x1, polygon->box.y2 - polygon->box.y1);
  GEOSGeometry       *shape = side > 0 ? new_polygon (geos, polygon) : NULL;
  GEOSGeometry       *circle = shape != NULL ? GEOSMaximumInscribedCircle_r (geos, shape, side * PRECISION) : NULL;
  BjtPoint            middle = { 0, 0 };

  *radius = 0;
  if (read_circle (geos, circle, &middle, radius))
    middle = (BjtPoint) { middle.x + polygon->box.x1, middle.y + polygon->box.y1 };
  else
    middle = bjt_geometry_get_centroid (polygon);
  destroy (geos, circle);
  destroy (geos, shape);
  GEOS_finish_r (geos);
  return middle;
}

/* The room */

/* How far one may go from @middle along an axis, back and forth, without meeting
 * an edge that comes into the band across it. */
static void
stretch (const BjtGeometry *polygon,
         BjtPoint           middle,
         gboolean           is_upright,
         const double       band[2],
         double             reach[2])
{
  reach[0] = reach[1] = G_MAXDOUBLE;
  for (guint p = 0; p < polygon->n_parts; p++)
    for (guint i = 0; i < polygon->parts[p].n_points; i++)
      {
        const BjtPart *part = polygon->parts + p;
        BjtPoint       a = polygon->points[part->first + i], b = polygon->points[part->first + (i + 1) % part->n_points];
        double         a_along = is_upright ? a.y - middle.y : a.x - middle.x, b_along = is_upright ? b.y - middle.y : b.x - middle.x;
        double         a_across = is_upright ? a.x : a.y, b_across = is_upright ? b.x : b.y;
        double         low = fmax (fmin (a_across, b_across), band[0]), high = fmin (fmax (a_across, b_across), band[1]);

        if (low > high)
          continue;
        for (guint end = 0; end < 2; end++)
          {
            double across = end == 0 ? low : high;
            double share = fabs (b_across - a_across) > 0 ? (across - a_across) / (b_across - a_across) : end;
            double along = a_along + share * (b_along - a_along);

            reach[along > 0] = fmin (reach[along > 0], fabs (along));
          }
      }
}

/**
 * bjt_outline_find_room:
 * @middle: as bjt_outline_find_middle() finds it
 * @radius: of the circle there
 *
 * Returns: an upright rectangle around the middle, inside the shape: as wide as
 *   can be, then as high as can be
 */
BjtBox
bjt_outline_find_room (const BjtGeometry *polygon,
                       BjtPoint           middle,
                       double             radius)
{
  double half = radius * 0.6, across[2], down[2];
  double rows[2] = { middle.y - half, middle.y + half }, columns[2];

  if (!(radius > 0))
    return (BjtBox) { middle.x, middle.y, middle.x, middle.y };
  stretch (polygon, middle, FALSE, rows, across);
  columns[0] = middle.x - across[0] * 0.98;
  columns[1] = middle.x + across[1] * 0.98;
  stretch (polygon, middle, TRUE, columns, down);
  return (BjtBox) { middle.x - across[0], middle.y - fmax (down[0], half), middle.x + across[1], middle.y + fmax (down[1], half) };
}
