/* bjt-demo-terrain.c: the plan is turned by a few degrees and bent along two
 * long waves, so that streets are not ruler-straight. Distances change by less
 * than 4 %, so what is clear of each other on the plan stays clear. Buildings
 * keep their right angles: they are turned as their centre is. */
#include "bjt-demo-terrain.h"

#include <math.h>

#define TURN (-0.07)         /* radians */
#define SKEW 0.025
#define WAVE_HEIGHT 7.0      /* metres */
#define WAVE_LENGTH 270.0    /* metres a radian */
#define STEP 40.0            /* lines get a vertex at least this often */

void
bjt_demo_terrain_start (BjtDemoPlan *plan)
{
  plan->ground = bjt_ground_new (plan->profile->centre.x);
  plan->origin = bjt_ground_project (plan->ground, plan->profile->centre);
}

static BjtPoint
bend (BjtPoint p)
{
  double u = p.x + SKEW * p.y + WAVE_HEIGHT * sin (p.y / WAVE_LENGTH);
  double v = p.y + WAVE_HEIGHT * sin (p.x / WAVE_LENGTH);

  return (BjtPoint) { u * cos (TURN) - v * sin (TURN), u * sin (TURN) + v * cos (TURN) };
}

BjtPoint
bjt_demo_terrain_place (BjtDemoPlan *plan,
                        BjtPoint     point)
{
  BjtPoint bent = bend (point);

  return bjt_ground_unproject (plan->ground, (BjtPoint) { plan->origin.x + bent.x, plan->origin.y + bent.y });
}

/**
 * bjt_demo_terrain_place_at:
 * @centre: of the plan
 * @along: metres from it along the street
 * @across: metres from it at a right angle
 *
 * Returns: lon/lat
 */
BjtPoint
bjt_demo_terrain_place_at (BjtDemoPlan *plan,
                           BjtPoint     centre,
                           double       along,
                           double       across)
{
  BjtPoint bent = bend (centre);
  double   angle = TURN + atan (WAVE_HEIGHT / WAVE_LENGTH * cos (centre.x / WAVE_LENGTH));

  return bjt_ground_unproject (plan->ground, (BjtPoint) {
                                               plan->origin.x + bent.x + along * cos (angle) - across * sin (angle),
                                               plan->origin.y + bent.y + along * sin (angle) + across * cos (angle),
                                             });
}

/* Vertices where the edge crosses a multiple of STEP, so that two neighbours
 * that share a part of an edge share its vertices too. */
static void
add_edge (BjtDemoPlan *plan,
          GArray      *out,
          BjtPoint     from,
          BjtPoint     to)
{
  gboolean flat = fabs (to.x - from.x) >= fabs (to.y - from.y);
  double   start = flat ? from.x : from.y, end = flat ? to.x : to.y;
  double   sign = end >= start ? 1 : -1;
  BjtPoint placed = bjt_demo_terrain_place (plan, from);

  g_array_append_val (out, placed);
  if (fabs (end - start) < 1e-6)
    return;
  for (double at = floor (start * sign / STEP + 1) * STEP; at < end * sign - 1e-6; at += STEP)
    {
      double t = (at * sign - start) / (end - start);

      if (t < 1e-6)
        continue;
      placed = bjt_demo_terrain_place (plan, (BjtPoint) { from.x + t * (to.x - from.x), from.y + t * (to.y - from.y) });
      g_array_append_val (out, placed);
    }
}

/**
 * bjt_demo_terrain_shape:
 * @points: of the plan
 *
 * Returns: (transfer full): the same on the ground, lon/lat
 */
BjtGeometry *
bjt_demo_terrain_shape (BjtDemoPlan     *plan,
                        BjtGeometryKind  kind,
                        const BjtPoint  *points,
                        guint            n_points)
{
  g_autoptr (GArray) out = g_array_new (FALSE, FALSE, sizeof (BjtPoint));
  BjtPoint last;

  for (guint i = 0; i + 1 < n_points; i++)
    add_edge (plan, out, points[i], points[i + 1]);
  if (kind == BJT_GEOMETRY_POLYGON)
    add_edge (plan, out, points[n_points - 1], points[0]);
  else
    {
      last = bjt_demo_terrain_place (plan, points[n_points - 1]);
      g_array_append_val (out, last);
    }
  if (kind == BJT_GEOMETRY_POINT)
    return bjt_geometry_new_point (last.x, last.y);
  if (kind == BJT_GEOMETRY_LINE)
    return bjt_geometry_new_line ((const BjtPoint *) (gpointer) out->data, out->len);
  return bjt_geometry_new_polygon ((const BjtPoint *) (gpointer) out->data, out->len);
}

/**
 * bjt_demo_terrain_box:
 *
 * Returns: (transfer full): a rectangle with its length along the street
 */
BjtGeometry *
bjt_demo_terrain_box (BjtDemoPlan *plan,
                      BjtPoint     centre,
                      double       length,
                      double       depth)
{
  BjtPoint ring[4] = {
    bjt_demo_terrain_place_at (plan, centre, -length / 2, -depth / 2),
    bjt_demo_terrain_place_at (plan, centre, length / 2, -depth / 2),
    bjt_demo_terrain_place_at (plan, centre, length / 2, depth / 2),
    bjt_demo_terrain_place_at (plan, centre, -length / 2, depth / 2),
  };

  return bjt_geometry_new_polygon (ring, 4);
}
