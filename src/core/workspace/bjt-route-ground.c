/* bjt-route-ground.c: features of the map to ways, gates and walls. Metres are those
 * of Mercator at the middle of the community: a third of a percent off at most. */
#include "bjt-route-ground.h"

#include "geo/bjt-mercator.h"
#include "rules/bjt-opening-hours.h"

#include <math.h>
#include <string.h>

static const char *const not_walked[] = { "motorway", "motorway_link", "raceway", "busway", "escape", NULL };
static const char *const gate_kinds[] = {
  "gate", "lift_gate", "swing_gate", "sliding_gate", "entrance", "kissing_gate", "full-height_turnstile", "turnstile", NULL,
};

static void
gate_free (BjtRouteGate *self)
{
  g_free (self->name);
  g_free (self->hours);
  g_free (self);
}

/* Lines and rings in metres, one after the other. */
static BjtPoint *
dup_part (const BjtRouteGround *self,
          const BjtGeometry    *shape,
          guint                 part,
          guint                *n_points)
{
  const BjtPart *p = shape->parts + part;
  gboolean       is_ring = shape->kind == BJT_GEOMETRY_POLYGON;
  BjtPoint      *points = g_new (BjtPoint, p->n_points + 1);

  for (guint i = 0; i < p->n_points; i++)
    points[i] = bjt_route_ground_project (self, bjt_mercator_project (shape->points[p->first + i]));
  if (is_ring)
    points[p->n_points] = points[0];
  *n_points = p->n_points + is_ring;
  return points;
}

static gboolean
is_walked (const BjtMapFeature *feature)
{
  return (feature->subkind == NULL || !g_strv_contains (not_walked, feature->subkind)) && g_strcmp0 (feature->opening_hours, "off") != 0;
}

static void
add_lines (const BjtRouteGround *self,
           BjtWalkMap           *map,
           const BjtMapFeature  *feature,
           double                steps)
{
  BjtWayTraits traits = {
    .slowness = g_strcmp0 (feature->subkind, "steps") == 0 ? steps : 1,
    .is_noded = feature->source_ref != NULL && (g_str_has_prefix (feature->source_ref, "way/") || g_str_has_prefix (feature->source_ref, "relation/")),
  };

  for (guint part = 0; part < feature->shape->n_parts; part++)
    {
      guint                n;
      g_autofree BjtPoint *points = dup_part (self, feature->shape, part, &n);

      if (feature->kind == BJT_FEATURE_BARRIER)
        bjt_walk_map_add_wall (map, points, n);
      else
        bjt_walk_map_add_way (map, points, n, &traits);
    }
}

static void
add_gate (BjtRouteGround      *self,
          BjtWalkMap          *map,
          const BjtMapFeature *feature)
{
  BjtRouteGate *gate = g_new0 (BjtRouteGate, 1);

  gate->id = feature->id;
  gate->name = g_strdup (feature->name);
  gate->hours = g_strdup (feature->opening_hours);
  gate->place = bjt_mercator_project (bjt_geometry_get_centroid (feature->shape));
  g_ptr_array_add (self->gates, gate);
  bjt_walk_map_add_gate (map, bjt_route_ground_project (self, gate->place));
}

static void
add_feature (BjtRouteGround      *self,
             BjtWalkMap          *map,
             const BjtMapFeature *feature,
             double               steps)
{
  gboolean is_point = feature->shape->kind == BJT_GEOMETRY_POINT;

  if (feature->kind == BJT_FEATURE_GATE && feature->subkind != NULL && g_strv_contains (gate_kinds, feature->subkind))
    add_gate (self, map, feature);
  else if (!is_point && (feature->kind == BJT_FEATURE_BARRIER || (feature->kind != BJT_FEATURE_GATE && is_walked (feature))))
    add_lines (self, map, feature, steps);
}

/**
 * bjt_route_ground_new:
 * @centre: Mercator; NAN: nothing is drawn
 * @steps: what a metre of steps is worth of a plain one
 */
BjtRouteGround *
bjt_route_ground_new (const GPtrArray *features,
                      BjtPoint         centre,
                      double           steps,
                      const char      *stamp)
{
  BjtRouteGround *self = g_new0 (BjtRouteGround, 1);
  g_autoptr (BjtWalkMap) map = bjt_walk_map_new ();

  g_atomic_ref_count_init (&self->references);
  self->gates = g_ptr_array_new_with_free_func ((GDestroyNotify) gate_free);
  self->centre = isfinite (centre.x) && isfinite (centre.y) ? centre : (BjtPoint) { 0.5, 0.5 };
  self->metres = bjt_mercator_get_metres_per_unit (bjt_mercator_to_latitude (self->centre.y));
  self->stamp = g_strdup (stamp);
  for (guint i = 0; i < features->len; i++)
    add_feature (self, map, features->pdata[i], steps);
  self->network = bjt_walk_network_new (map);
  for (guint g = 0; self->network != NULL && g < self->gates->len; g++)
    ((BjtRouteGate *) self->gates->pdata[g])->is_used = bjt_walk_network_has_gate (self->network, g);
  return self;
}

BjtRouteGround *
bjt_route_ground_ref (BjtRouteGround *self)
{
  g_atomic_ref_count_inc (&self->references);
  return self;
}

void
bjt_route_ground_unref (BjtRouteGround *self)
{
  if (self == NULL || !g_atomic_ref_count_dec (&self->references))
    return;
  bjt_walk_network_unref (self->network);
  g_ptr_array_unref (self->gates);
  g_free (self->stamp);
  g_free (self);
}

BjtPoint
bjt_route_ground_project (const BjtRouteGround *self,
                          BjtPoint              mercator)
{
  return (BjtPoint) { (mercator.x - self->centre.x) * self->metres, (mercator.y - self->centre.y) * self->metres };
}

BjtPoint
bjt_route_ground_unproject (const BjtRouteGround *self,
                            BjtPoint              metres)
{
  return (BjtPoint) { self->centre.x + metres.x / self->metres, self->centre.y + metres.y / self->metres };
}

/**
 * bjt_route_ground_dup_shut_gates:
 *
 * A gate that shuts in between is one nobody relies on.
 */
gboolean *
bjt_route_ground_dup_shut_gates (const BjtRouteGround *self,
                                 BjtDate               from_on,
                                 guint                 n_days,
                                 const BjtMinutes     *shift)
{
  gboolean *shut = g_new0 (gboolean, MAX (self->gates->len, 1));

  for (guint g = 0; g < self->gates->len; g++)
    {
      const BjtRouteGate *gate = self->gates->pdata[g];

      for (guint day = 0; gate->hours != NULL && day < n_days; day++)
        shut[g] = shut[g] || !bjt_opening_hours_cover (gate->hours, from_on + (BjtDate) day, shift->from, shift->to);
    }
  return shut;
}
