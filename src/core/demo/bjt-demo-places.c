/* bjt-demo-places.c: community, compounds, grids, buildings, entrances, doors. */
#include "bjt-demo-plan.h"
#include "bjt-demo-places.h"
#include "bjt-demo-terrain.h"

#include <math.h>

#define WALL 14.0 /* metres from the wall to the first building */

enum { SUBJECT_PLACES = 1 };

static guint
count_cells (const BjtDemoCompoundSpec *spec)
{
  guint cells = 0;

  for (guint n = 0; n < spec->n_buildings; cells++)
    n += (spec->empty_cells >> cells & 1) == 0;
  return cells;
}

/**
 * bjt_demo_compound_get_wall:
 *
 * Returns: the rectangle of its wall; y1 is south
 */
BjtBox
bjt_demo_compound_get_wall (const BjtDemoCompoundSpec *spec)
{
  guint n_rows = (count_cells (spec) + spec->n_columns - 1) / spec->n_columns;

  return (BjtBox) {
    spec->west,
    spec->north - 2 * WALL - spec->building.depth - (n_rows - 1) * spec->pitch,
    spec->west + 2 * WALL + spec->n_columns * spec->building.length + (spec->n_columns - 1) * spec->gap,
    spec->north,
  };
}

BjtPoint
bjt_demo_compound_get_cell (const BjtDemoCompoundSpec *spec,
                            guint                      cell)
{
  return (BjtPoint) {
    spec->west + WALL + spec->building.length / 2 + (cell % spec->n_columns) * (spec->building.length + spec->gap),
    spec->north - WALL - spec->building.depth / 2 - (cell / spec->n_columns) * spec->pitch,
  };
}

static const char *
choose_label (BjtDemoPlan *plan,
              guint        number)
{
  g_autofree char *label = NULL;

  if (plan->profile->labels != NULL)
    return plan->profile->labels->pdata[plan->buildings->len];
  label = g_strdup_printf ("%u", number + 1);
  return g_string_chunk_insert_const (plan->strings, label);
}

static gboolean
is_full (const BjtDemoPlan *plan)
{
  return plan->profile->max_doors > 0 && plan->doors->len >= plan->profile->max_doors;
}

static void
add_door (BjtDemoPlan *plan,
          guint32      entrance,
          int          ordinal,
          int          stack,
          BjtDoorKind  kind)
{
  BjtDemoDoor door = {
    .building = plan->buildings->len,
    .entrance = entrance,
    .ordinal = (gint16) ordinal,
    .stack = (guint16) stack,
    .kind = (guint8) kind,
    .state = BJT_CLASS_EMPTY,
    .household = BJT_DEMO_NONE,
    .registered = BJT_DEMO_NONE,
  };

  if (is_full (plan))
    return;
  bjt_demo_plan_make_key (plan, &door.id, plan->profile->founded_on);
  g_array_append_val (plan->doors, door);
}

static void
add_entrance (BjtDemoPlan           *plan,
              const BjtDemoBuilding *building,
              int                    ordinal)
{
  const BjtDemoBuildingSpec *spec = building->spec;
  guint32                    entrance = plan->entrances->len;
  BjtDemoEntrance            row = { .building = plan->buildings->len, .ordinal = ordinal };

  bjt_demo_plan_make_key (plan, &row.id, plan->profile->founded_on);
  g_array_append_val (plan->entrances, row);
  for (int stack = 0; stack < spec->per_level; stack++)
    if (spec->first_level > 0 && ordinal * spec->per_level + stack < spec->n_shops)
      add_door (plan, entrance, 0, stack, BJT_DOOR_SHOP);
  for (int level = 0; level < spec->n_levels; level++)
    for (int stack = 0; stack < spec->per_level; stack++)
      add_door (plan, entrance, spec->first_level + level, stack, BJT_DOOR_DWELLING);
}

static void
add_building (BjtDemoPlan               *plan,
              const BjtDemoCompoundSpec *compound,
              guint                      number,
              guint                      cell)
{
  BjtDemoBuilding building = {
    .compound = plan->compounds->len,
    .spec = plan->profile->building_specs != NULL
                ? bjt_demo_get (plan->profile->building_specs, BjtDemoBuildingSpec, plan->buildings->len)
                : &compound->building,
    .label = choose_label (plan, number),
    .centre = bjt_demo_compound_get_cell (compound, cell),
    .first_entrance = plan->entrances->len,
    .first_door = plan->doors->len,
  };
  guint grid = number < G_N_ELEMENTS (compound->building_grid) ? compound->building_grid[number] : 0;

  building.grid = (grid != 0 ? grid : compound->building_grid[0]) - 1;
  bjt_demo_plan_make_key (plan, &building.id, plan->profile->founded_on);
  for (int e = 0; e < building.spec->n_entrances && !is_full (plan); e++)
    add_entrance (plan, &building, e);
  building.n_doors = plan->doors->len - building.first_door;
  g_array_append_val (plan->buildings, building);
}

void
bjt_demo_places_plan (BjtDemoPlan *plan)
{
  bjt_demo_plan_start_subject (plan, SUBJECT_PLACES);
  for (guint g = 0; g < plan->profile->grids->len; g++)
    {
      BjtDemoGrid grid = { .spec = bjt_demo_get (plan->profile->grids, BjtDemoGridSpec, g) };

      bjt_demo_plan_make_key (plan, &grid.id, plan->profile->founded_on);
      g_array_append_val (plan->grids, grid);
    }
  for (guint c = 0; c < plan->profile->compounds->len; c++)
    {
      BjtDemoCompound compound = {
        .spec = bjt_demo_get (plan->profile->compounds, BjtDemoCompoundSpec, c),
        .first_building = plan->buildings->len,
      };

      bjt_demo_plan_make_key (plan, &compound.id, plan->profile->founded_on);
      for (guint cell = 0, n = 0; n < compound.spec->n_buildings && !is_full (plan); cell++)
        if ((compound.spec->empty_cells >> cell & 1) == 0)
          add_building (plan, compound.spec, n++, cell);
      compound.n_buildings = plan->buildings->len - compound.first_building;
      g_array_append_val (plan->compounds, compound);
    }
}

/* 丽景湾's last tower has no 4, 13 and 14, as sellers like it. */
static const char *
find_level_label (const BjtDemoPlan *plan,
                  guint32            building,
                  int                ordinal)
{
  const BjtDemoBuilding *b = bjt_demo_get (plan->buildings, BjtDemoBuilding, building);
  const BjtDemoCompound *c = bjt_demo_get (plan->compounds, BjtDemoCompound, b->compound);

  if (b->spec->n_levels != 17 || building + 1 != c->first_building + c->n_buildings)
    return NULL;
  return ordinal == 3 ? "3A" : ordinal == 12 ? "12A" : ordinal == 13 ? "12B" : NULL;
}

/**
 * bjt_demo_door_format_label:
 *
 * 501, 1203, 3A01, or 门市2
 */
void
bjt_demo_door_format_label (const BjtDemoPlan *plan,
                            const BjtDemoDoor *door,
                            char               text[BJT_DEMO_LABEL_SIZE])
{
  const char            *level = find_level_label (plan, door->building, door->ordinal);
  const BjtDemoBuilding *building = bjt_demo_get (plan->buildings, BjtDemoBuilding, door->building);

  if (door->kind == BJT_DOOR_SHOP)
    g_snprintf (text, BJT_DEMO_LABEL_SIZE, "门市%d",
                (int) (door->entrance - building->first_entrance) * building->spec->per_level + door->stack + 1);
  else if (level != NULL)
    g_snprintf (text, BJT_DEMO_LABEL_SIZE, "%s%02d", level, door->stack + 1);
  else
    g_snprintf (text, BJT_DEMO_LABEL_SIZE, "%d%02d", door->ordinal + 1, door->stack + 1);
}

static gboolean
send_community (BjtDemoPlan *plan)
{
  const BjtDemoProfile *profile = plan->profile;
  g_autoptr (BjtGeometry) boundary = bjt_demo_terrain_shape (plan, BJT_GEOMETRY_POLYGON, (BjtPoint *) (gpointer) profile->boundary->data,
                                                             profile->boundary->len);
  BjtCommunity community = {
    .name = (char *) profile->name,
    .code = (char *) profile->community_code,
    .founded_on = profile->founded_on,
    .address = (char *) profile->address,
    .phone = (char *) "0433-0000001",
    .stated_area_m2 = profile->stated_area_m2,
    .stated_households = (int) profile->stated_households,
    .stated_persons = (int) profile->stated_persons,
    .is_sample = TRUE,
    .boundary = boundary,
    .note = (char *) "示例数据（DEMO）：人名、号码与地图均为虚构",
  };

  bjt_demo_plan_make_key (plan, &community.id, profile->founded_on);
  return bjt_demo_plan_send (plan, &bjt_community_type, &community);
}

static gboolean
send_compounds (BjtDemoPlan *plan)
{
  for (guint c = 0; c < plan->compounds->len; c++)
    {
      const BjtDemoCompound *compound = bjt_demo_get (plan->compounds, BjtDemoCompound, c);
      BjtBox                 wall = bjt_demo_compound_get_wall (compound->spec);
      BjtPoint               ring[] = { { wall.x1, wall.y1 }, { wall.x2, wall.y1 }, { wall.x2, wall.y2 }, { wall.x1, wall.y2 } };
      g_autoptr (BjtGeometry) boundary = bjt_demo_terrain_shape (plan, BJT_GEOMETRY_POLYGON, ring, 4);
      g_autofree char        *phone = g_strdup_printf ("0433-000%04u", 200 + c);
      BjtCompound             record = {
                    .id = compound->id,
                    .name = (char *) compound->spec->name,
                    .old_names = (char *) compound->spec->old_names,
                    .property_mode = (char *) compound->spec->property_mode,
                    .property_company = (char *) compound->spec->property_company,
                    .property_phone = compound->spec->property_company != NULL ? phone : NULL,
                    .boundary = boundary,
      };

      if (!bjt_demo_plan_send (plan, &bjt_compound_type, &record))
        return FALSE;
    }
  return TRUE;
}

static gboolean
send_grids (BjtDemoPlan *plan)
{
  for (guint g = 0; g < plan->grids->len; g++)
    {
      const BjtDemoGrid      *grid = bjt_demo_get (plan->grids, BjtDemoGrid, g);
      g_autoptr (BjtGeometry) boundary = bjt_demo_terrain_shape (plan, BJT_GEOMETRY_POLYGON, grid->spec->boundary, grid->spec->n_points);
      g_autofree char        *name = g_strdup_printf ("第%u%s", grid->spec->number, plan->profile->grid_level);
      g_autofree char        *code = g_strdup_printf ("%s%03u", plan->profile->community_code, grid->spec->number);
      BjtGrid                 record = {
                        .id = grid->id,
                        .level_name = (char *) plan->profile->grid_level,
                        .number = (int) grid->spec->number,
                        .name = name,
                        .code = code,
                        .boundary = boundary,
                        .note = (char *) grid->spec->what,
      };

      if (!bjt_demo_plan_send (plan, &bjt_grid_type, &record))
        return FALSE;
    }
  return TRUE;
}

static gboolean
send_levels (BjtDemoPlan *plan,
             guint32      b)
{
  const BjtDemoBuilding *building = bjt_demo_get (plan->buildings, BjtDemoBuilding, b);

  for (int ordinal = 0; ordinal < building->spec->n_levels; ordinal++)
    {
      BjtLevel record = {
        .building_id = building->id,
        .ordinal = ordinal,
        .label = (char *) find_level_label (plan, b, ordinal),
      };

      if (record.label == NULL)
        continue;
      bjt_demo_plan_make_key (plan, &record.id, plan->profile->founded_on);
      if (!bjt_demo_plan_send (plan, &bjt_level_type, &record))
        return FALSE;
    }
  return TRUE;
}

/**
 * bjt_demo_entrance_get_offset:
 *
 * Returns: metres from the building's centre to its entrance along the street:
 *   evenly along the north wall, from the west unless the doors are reversed
 */
double
bjt_demo_entrance_get_offset (const BjtDemoPlan     *plan,
                              const BjtDemoBuilding *building,
                              int                    ordinal)
{
  double offset = building->spec->length * ((ordinal + 0.5) / building->spec->n_entrances - 0.5);

  return bjt_demo_get (plan->compounds, BjtDemoCompound, building->compound)->spec->doors_reversed ? -offset : offset;
}

static gboolean
send_entrances (BjtDemoPlan *plan,
                guint32      b)
{
  const BjtDemoBuilding *building = bjt_demo_get (plan->buildings, BjtDemoBuilding, b);

  for (guint32 e = building->first_entrance; e < plan->entrances->len; e++)
    {
      const BjtDemoEntrance *entrance = bjt_demo_get (plan->entrances, BjtDemoEntrance, e);
      BjtPoint               at = bjt_demo_terrain_place_at (plan, building->centre,
                                                             bjt_demo_entrance_get_offset (plan, building, entrance->ordinal),
                                                             building->spec->depth / 2);
      g_autoptr (BjtGeometry) place = bjt_geometry_new_point (at.x, at.y);
      g_autofree char        *label = g_strdup_printf ("%d", entrance->ordinal + 1);
      BjtEntrance             record = {
                    .id = entrance->id,
                    .building_id = building->id,
                    .label = label,
                    .ordinal = entrance->ordinal,
                    .has_elevator = building->spec->has_elevator,
                    .access_note = (char *) (e % 13 == 5 ? "门禁，需联系物业" : NULL),
                    .place = place,
      };

      if (entrance->building != b)
        break;
      if (e % 16 == 7 && e / 16 < plan->profile->n_closed_entrances)
        record.access_note = (char *) "2022-01 封控单元";
      if (!bjt_demo_plan_send (plan, &bjt_entrance_type, &record))
        return FALSE;
    }
  return TRUE;
}

static gboolean
send_doors (BjtDemoPlan *plan,
            guint32      b)
{
  const BjtDemoBuilding *building = bjt_demo_get (plan->buildings, BjtDemoBuilding, b);
  double                 flat = building->spec->length / building->spec->n_entrances / building->spec->per_level;

  for (guint32 d = building->first_door; d < building->first_door + building->n_doors; d++)
    {
      const BjtDemoDoor *door = bjt_demo_get (plan->doors, BjtDemoDoor, d);
      char               label[BJT_DEMO_LABEL_SIZE], owner_phone[16];
      BjtDoor            record = {
                   .id = door->id,
                   .building_id = building->id,
                   .entrance_id = bjt_demo_get (plan->entrances, BjtDemoEntrance, door->entrance)->id,
                   .ordinal = door->ordinal,
                   .stack = door->stack,
                   .span = 1,
                   .label = label,
                   .kind = door->kind,
                   .area_m2 = round (flat * building->spec->depth * 9.3) / 10,
                   .verified_on = plan->as_of - 5 - (BjtDate) bjt_demo_plan_pick (plan, bjt_demo_plan_chance (plan, 0.75) ? 355 : 720),
                   .last_contact_on = BJT_DATE_NONE,
                   .last_visit_on = BJT_DATE_NONE,
                   .issue_due_on = BJT_DATE_NONE,
      };

      bjt_demo_door_format_label (plan, door, label);
      if (door->state == BJT_CLASS_TENANT)
        {
          g_snprintf (owner_phone, sizeof owner_phone, "154%08u", 90000000 + d);
          record.owner_phone = owner_phone;
        }
      if (!bjt_demo_plan_send (plan, &bjt_door_type, &record))
        return FALSE;
    }
  return TRUE;
}

static gboolean
send_building (BjtDemoPlan *plan,
               guint32      b)
{
  const BjtDemoBuilding     *building = bjt_demo_get (plan->buildings, BjtDemoBuilding, b);
  const BjtDemoCompound     *compound = bjt_demo_get (plan->compounds, BjtDemoCompound, building->compound);
  const BjtDemoBuildingSpec *spec = building->spec;
  g_autoptr (BjtGeometry)    footprint = bjt_demo_terrain_box (plan, building->centre, spec->length, spec->depth);
  BjtBuilding                record = {
                   .id = building->id,
                   .compound_id = compound->id,
                   .grid_id = bjt_demo_get (plan->grids, BjtDemoGrid, building->grid)->id,
                   .label = (char *) building->label,
                   .levels_above = spec->first_level + spec->n_levels,
                   .has_elevator = spec->has_elevator,
                   .doors_reversed = compound->spec->doors_reversed,
                   .built_year = compound->spec->built_year,
                   .footprint = footprint,
  };

  return bjt_demo_plan_send (plan, &bjt_building_type, &record)
         && send_levels (plan, b)
         && send_entrances (plan, b)
         && send_doors (plan, b);
}

gboolean
bjt_demo_places_send (BjtDemoPlan *plan)
{
  bjt_demo_plan_start_subject (plan, SUBJECT_PLACES);
  if (!send_community (plan) || !send_compounds (plan) || !send_grids (plan) || !bjt_demo_staff_send (plan))
    return FALSE;
  for (guint32 b = 0; b < plan->buildings->len; b++)
    if (!send_building (plan, b))
      return FALSE;
  return TRUE;
}
