/* bjt-geodesic.c: PROJ's geodesic routines with the ellipsoid of GRS 80, which
 * is that of CGCS2000. Any thread. */
#include "bjt-geodesic.h"

#include <geodesic.h>
#include <math.h>

#define SEMI_MAJOR_AXIS 6378137.0
#define FLATTENING (1 / 298.257222101)

static struct geod_geodesic
get_ellipsoid (void)
{
  struct geod_geodesic ellipsoid;

  geod_init (&ellipsoid, SEMI_MAJOR_AXIS, FLATTENING);
  return ellipsoid;
}

double
bjt_geodesic_get_distance (BjtPoint from,
                           BjtPoint to)
{
  return bjt_geodesic_get_length ((const BjtPoint[]) { from, to }, 2);
}

/**
 * bjt_geodesic_get_length:
 * @line: longitude and latitude, degrees
 */
double
bjt_geodesic_get_length (const BjtPoint *line,
                         guint           n_points)
{
  struct geod_geodesic ellipsoid = get_ellipsoid ();
  double               length = 0;

  for (guint i = 1; i < n_points; i++)
    {
      double side;

      geod_inverse (&ellipsoid, line[i - 1].y, line[i - 1].x, line[i].y, line[i].x, &side, NULL, NULL);
      length += side;
    }
  return length;
}

/**
 * bjt_geodesic_get_area:
 * @ring: longitude and latitude, degrees, either way around
 * @perimeter: (out) (optional): m
 *
 * A ring that crosses itself counts what lies on the one side less what lies
 * on the other.
 *
 * Returns: square metres; 0 for fewer than three points
 */
double
bjt_geodesic_get_area (const BjtPoint *ring,
                       guint           n_points,
                       double         *perimeter)
{
  struct geod_geodesic ellipsoid = get_ellipsoid ();
  struct geod_polygon  polygon;
  double               area, length;

  geod_polygon_init (&polygon, FALSE);
  for (guint i = 0; i < n_points; i++)
    geod_polygon_addpoint (&ellipsoid, &polygon, ring[i].y, ring[i].x);
  geod_polygon_compute (&ellipsoid, &polygon, FALSE, TRUE, &area, &length);
  if (perimeter != NULL)
    *perimeter = length;
  return n_points >= 3 ? fabs (area) : 0;
}
