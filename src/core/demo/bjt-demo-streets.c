/* bjt-demo-streets.c: the base map. The profile draws streets, river and parks;
 * walls, gates, paths and grass of each compound follow from its plan: the wall
 * opens at each gate, a path leads from there along every row of buildings,
 * where the entrances are. */
#include "bjt-demo-places.h"
#include "bjt-demo-terrain.h"

#define GATE 6.0          /* metres wide */
#define PATH_NORTH 6.0    /* of the wall where the entrances are */
#define GRASS 9.0         /* metres deep */

enum { SUBJECT_STREETS = 8 };

static BjtGeometryKind
get_shape_kind (BjtFeatureKind kind,
                guint          n_points)
{
  if (n_points == 1)
    return BJT_GEOMETRY_POINT;
  if (kind == BJT_FEATURE_ROAD || kind == BJT_FEATURE_FOOTWAY || kind == BJT_FEATURE_BARRIER || kind == BJT_FEATURE_RAILWAY)
    return BJT_GEOMETRY_LINE;
  return BJT_GEOMETRY_POLYGON;
}

static gboolean
send_feature (BjtDemoPlan              *plan,
              const BjtDemoFeatureSpec *spec)
{
  BjtGeometryKind kind = get_shape_kind (spec->kind, spec->n_points);
  BjtPoint        box[4] = {
           spec->points[0], { spec->points[1].x, spec->points[0].y }, spec->points[1], { spec->points[0].x, spec->points[1].y },
  };
  gboolean                is_box = kind == BJT_GEOMETRY_POLYGON && spec->n_points == 2;
  g_autoptr (BjtGeometry) shape = bjt_demo_terrain_shape (plan, kind, is_box ? box : spec->points, is_box ? 4 : spec->n_points);
  BjtMapFeature           record = {
              .kind = spec->kind,
              .subkind = (char *) spec->subkind,
              .name = (char *) spec->name,
              .shape = shape,
  };
  g_autofree char *phone = NULL;

  if (spec->kind == BJT_FEATURE_POI)
    {
      phone = g_strdup_printf ("0433-000%04u", 300 + bjt_demo_plan_pick (plan, 600));
      record.phone = phone;
      record.opening_hours = (char *) "08:00-17:30";
    }
  bjt_demo_plan_make_key (plan, &record.id, plan->profile->founded_on);
  return bjt_demo_plan_send (plan, &bjt_map_feature_type, &record);
}

static gboolean
send_line (BjtDemoPlan    *plan,
           BjtFeatureKind  kind,
           const char     *subkind,
           BjtPoint        from,
           BjtPoint        to)
{
  BjtDemoFeatureSpec spec = { kind, subkind, NULL, 2, { from, to } };

  return send_feature (plan, &spec);
}

/* One side of the wall, with a gate in its middle or without. */
static gboolean
send_side (BjtDemoPlan *plan,
           BjtPoint     from,
           BjtPoint     to,
           double       gate_at, /* 0…1 along the side; below 0: none */
           double       length)
{
  BjtPoint           middle = { from.x + gate_at * (to.x - from.x), from.y + gate_at * (to.y - from.y) };
  double             half = GATE / 2 / length;
  BjtPoint           before = { middle.x - half * (to.x - from.x), middle.y - half * (to.y - from.y) };
  BjtPoint           after = { middle.x + half * (to.x - from.x), middle.y + half * (to.y - from.y) };
  BjtDemoFeatureSpec gate = { BJT_FEATURE_GATE, "gate", NULL, 1, { middle } };

  if (gate_at < 0)
    return send_line (plan, BJT_FEATURE_BARRIER, "wall", from, to);
  return send_line (plan, BJT_FEATURE_BARRIER, "wall", from, before)
         && send_line (plan, BJT_FEATURE_BARRIER, "wall", after, to)
         && send_feature (plan, &gate);
}

/* Where the spine path runs: the gap beside the first column. */
static double
get_spine (const BjtDemoCompoundSpec *spec)
{
  return bjt_demo_compound_get_cell (spec, 0).x + spec->building.length / 2 + (spec->n_columns > 1 ? spec->gap / 2 : 8);
}

static double
get_path_of_row (const BjtDemoCompoundSpec *spec,
                 guint                      row)
{
  return bjt_demo_compound_get_cell (spec, row * spec->n_columns).y + spec->building.depth / 2 + PATH_NORTH;
}

static gboolean
send_wall (BjtDemoPlan               *plan,
           const BjtDemoCompoundSpec *spec)
{
  BjtBox wall = bjt_demo_compound_get_wall (spec);
  double width = wall.x2 - wall.x1, height = wall.y2 - wall.y1;
  double along = (get_spine (spec) - wall.x1) / width, up = (get_path_of_row (spec, 0) - wall.y1) / height;

  return send_side (plan, (BjtPoint) { wall.x1, wall.y2 }, (BjtPoint) { wall.x2, wall.y2 },
                    spec->gates & BJT_DEMO_GATE_NORTH ? along : -1, width)
         && send_side (plan, (BjtPoint) { wall.x1, wall.y1 }, (BjtPoint) { wall.x2, wall.y1 },
                       spec->gates & BJT_DEMO_GATE_SOUTH ? along : -1, width)
         && send_side (plan, (BjtPoint) { wall.x1, wall.y1 }, (BjtPoint) { wall.x1, wall.y2 },
                       spec->gates & BJT_DEMO_GATE_WEST ? up : -1, height)
         && send_side (plan, (BjtPoint) { wall.x2, wall.y1 }, (BjtPoint) { wall.x2, wall.y2 },
                       spec->gates & BJT_DEMO_GATE_EAST ? up : -1, height);
}

static gboolean
send_paths (BjtDemoPlan               *plan,
            const BjtDemoCompoundSpec *spec)
{
  BjtBox wall = bjt_demo_compound_get_wall (spec);
  double spine = get_spine (spec), first = get_path_of_row (spec, 0), last = first;

  for (guint row = 0; get_path_of_row (spec, row) > wall.y1 + spec->building.depth; row++)
    {
      double from = row == 0 && (spec->gates & BJT_DEMO_GATE_WEST) ? wall.x1 : wall.x1 + 12;
      double to = row == 0 && (spec->gates & BJT_DEMO_GATE_EAST) ? wall.x2 : wall.x2 - 12;

      last = get_path_of_row (spec, row);
      if (!send_line (plan, BJT_FEATURE_FOOTWAY, "footway", (BjtPoint) { from, last }, (BjtPoint) { to, last }))
        return FALSE;
    }
  return send_line (plan, BJT_FEATURE_FOOTWAY, "footway",
                    (BjtPoint) { spine, spec->gates & BJT_DEMO_GATE_NORTH ? wall.y2 : first },
                    (BjtPoint) { spine, spec->gates & BJT_DEMO_GATE_SOUTH ? wall.y1 : last });
}

/* South of every building, and the short way to each of its entrances. */
static gboolean
send_surroundings (BjtDemoPlan *plan,
                   guint32      b)
{
  const BjtDemoBuilding     *building = bjt_demo_get (plan->buildings, BjtDemoBuilding, b);
  const BjtDemoBuildingSpec *spec = building->spec;
  const BjtDemoCompoundSpec *compound = bjt_demo_get (plan->compounds, BjtDemoCompound, building->compound)->spec;
  double                     south = building->centre.y - spec->depth / 2, north = building->centre.y + spec->depth / 2;
  double                     path = building->centre.y + compound->building.depth / 2 + PATH_NORTH;
  BjtDemoFeatureSpec         grass = {
            BJT_FEATURE_GREEN, "grass", NULL, 2,
            { { building->centre.x - spec->length / 2, south - 2 - GRASS }, { building->centre.x + spec->length / 2, south - 2 } },
  };

  if (!send_feature (plan, &grass))
    return FALSE;
  for (int e = 0; e < spec->n_entrances; e++)
    {
      double x = building->centre.x + bjt_demo_entrance_get_offset (plan, building, e);

      if (!send_line (plan, BJT_FEATURE_FOOTWAY, "footway", (BjtPoint) { x, north }, (BjtPoint) { x, path }))
        return FALSE;
    }
  return TRUE;
}

gboolean
bjt_demo_streets_send (BjtDemoPlan *plan)
{
  bjt_demo_plan_start_subject (plan, SUBJECT_STREETS);
  for (guint i = 0; i < plan->profile->features->len; i++)
    if (!send_feature (plan, bjt_demo_get (plan->profile->features, BjtDemoFeatureSpec, i)))
      return FALSE;
  for (guint c = 0; c < plan->compounds->len; c++)
    {
      const BjtDemoCompoundSpec *spec = bjt_demo_get (plan->compounds, BjtDemoCompound, c)->spec;

      if (!send_wall (plan, spec) || !send_paths (plan, spec))
        return FALSE;
    }
  for (guint b = 0; b < plan->buildings->len; b++)
    if (!send_surroundings (plan, b))
      return FALSE;
  return TRUE;
}
