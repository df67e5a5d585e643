/* bjt-walk-map.c: lines as they come; points that are no numbers are left out. */
#include "bjt-walk-map.h"

#include <math.h>

BjtWalkMap *
bjt_walk_map_new (void)
{
  BjtWalkMap *self = g_new0 (BjtWalkMap, 1);

  self->points = g_array_new (FALSE, FALSE, sizeof (BjtPoint));
  self->ways = g_array_new (FALSE, FALSE, sizeof (BjtWay));
  self->gates = g_array_new (FALSE, FALSE, sizeof (BjtPoint));
  self->walls = g_array_new (FALSE, FALSE, sizeof (BjtEdge));
  return self;
}

void
bjt_walk_map_free (BjtWalkMap *self)
{
  if (self == NULL)
    return;
  g_array_unref (self->points);
  g_array_unref (self->ways);
  g_array_unref (self->gates);
  g_array_unref (self->walls);
  g_free (self);
}

static gboolean
is_somewhere (BjtPoint point)
{
  return isfinite (point.x) && isfinite (point.y);
}

void
bjt_walk_map_add_way (BjtWalkMap         *self,
                      const BjtPoint     *points,
                      guint               n_points,
                      const BjtWayTraits *traits)
{
  BjtWay way = { self->points->len, 0, *traits };

  for (guint i = 0; i < n_points; i++)
    if (is_somewhere (points[i]))
      g_array_append_val (self->points, points[i]);
  way.n_points = self->points->len - way.first;
  if (!(way.traits.slowness > 0))
    way.traits.slowness = 1;
  if (way.n_points >= 2)
    g_array_append_val (self->ways, way);
  else
    g_array_set_size (self->points, way.first);
}

guint
bjt_walk_map_add_gate (BjtWalkMap *self,
                       BjtPoint    at)
{
  g_array_append_val (self->gates, at);
  return self->gates->len - 1;
}

void
bjt_walk_map_add_wall (BjtWalkMap     *self,
                       const BjtPoint *points,
                       guint           n_points)
{
  for (guint i = 0; i + 1 < n_points; i++)
    {
      BjtEdge edge = { points[i], points[i + 1] };

      if (is_somewhere (edge.a) && is_somewhere (edge.b))
        g_array_append_val (self->walls, edge);
    }
}
