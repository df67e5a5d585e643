/* bjt-schematic-plans.c: drafts of schematic plans, made ready for a building
 * that may have plans: levels that are drawn are left to what is drawn. */
#include "bjt-schematic-plans.h"

#include "plan/bjt-placement.h"
#include "plan/bjt-plan-levels.h"

/* The levels that a drawn plan has stay its own. FALSE: none is left. */
static gboolean
take_free_levels (BjtFloorPlan     *plan,
                  const GPtrArray  *others,
                  const BjtPicture *picture,
                  guint32           building)
{
  g_autoptr (GArray) levels = bjt_plan_levels_parse (plan->levels, NULL);
  guint n_levels = bjt_plan_levels_count (levels);

  for (guint i = 0; i < others->len; i++)
    {
      const BjtFloorPlan *other = others->pdata[i];
      g_autoptr (GArray) own = other->kind != BJT_PLAN_SCHEMATIC ? bjt_plan_levels_parse (other->levels, NULL) : NULL;
      GArray *rest = own != NULL ? bjt_plan_levels_subtract (levels, own) : NULL;

      if (rest == NULL)
        continue;
      g_array_unref (levels);
      levels = rest;
    }
  if (levels->len > 0 && bjt_plan_levels_count (levels) < n_levels)
    {
      int              first = g_array_index (levels, BjtLevelRange, 0).first, last = g_array_index (levels, BjtLevelRange, levels->len - 1).last;
      g_autofree char *from = bjt_picture_dup_level_label (picture, building, first);
      g_autofree char *to = bjt_picture_dup_level_label (picture, building, last);

      g_free (plan->name);
      plan->name = first == last ? g_strdup (from) : g_strdup_printf ("%s–%s", from, to);
    }
  g_free (plan->levels);
  plan->levels = bjt_plan_levels_to_string (levels);
  return levels->len > 0;
}

/* NULL: no outline to lie on */
static char *
dup_placement (const BjtPictureBuilding *building,
                         const BjtSchematic       *schematic)
{
  BjtBox box = { 0, 0, schematic->width, schematic->depth };
  g_autoptr (BjtPlacement) placement = NULL;

  if (building->footprint != NULL)
    placement = bjt_placement_new_on_footprint (BJT_PLACEMENT_SIMILARITY, &box, building->corners, 0, FALSE, NULL);
  return placement != NULL ? bjt_placement_to_json (placement) : NULL;
}

static void
describe_plan (GString            *text,
               const BjtFloorPlan *plan)
{
  g_autoptr (BjtFloorPlan) copy = bjt_floor_plan_copy (plan);
  g_autofree char *json = NULL;

  copy->id = BJT_UUID_NIL;
  copy->position = 0;
  json = bjt_record_to_json (&bjt_floor_plan_type, copy);
  g_string_append (text, json);
}

static void
describe_elements (GString            *text,
                   const BjtFloorPlan *plan,
                   const GPtrArray    *elements)
{
  for (guint i = 0; i < elements->len; i++)
    {
      const BjtPlanElement *element = elements->pdata[i];
      g_autoptr (BjtPlanElement) copy = NULL;
      g_autofree char *json = NULL;

      if (!bjt_uuid_equal (&element->plan_id, &plan->id))
        continue;
      copy = bjt_plan_element_copy (element);
      copy->id = copy->plan_id = BJT_UUID_NIL;
      copy->position = 0;
      json = bjt_record_to_json (&bjt_plan_element_type, copy);
      g_string_append (text, json);
    }
}

/**
 * bjt_schematic_plans_settle:
 * @others: BjtFloorPlan, the building's plans
 *
 * Takes away the levels that are drawn, and lays the rest on the footprint.
 */
void
bjt_schematic_plans_settle (BjtSchematic     *schematic,
                            const BjtPicture *picture,
                            guint32           building,
                            const GPtrArray  *others)
{
  g_autofree char *placement = dup_placement (bjt_picture_get_building (picture, building), schematic);

  for (guint i = schematic->plans->len; i > 0; i--)
    {
      BjtFloorPlan *plan = schematic->plans->pdata[i - 1];

      plan->placement = g_strdup (placement);
      if (!take_free_levels (plan, others, picture, building))
        g_ptr_array_remove_index (schematic->plans, i - 1);
    }
}

/**
 * bjt_schematic_plans_describe:
 *
 * Returns: (transfer full): all there is to them but what is new each time:
 *   keys, positions
 */
char *
bjt_schematic_plans_describe (const GPtrArray *plans,
                              const GPtrArray *elements)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < plans->len; i++)
    {
      describe_plan (text, plans->pdata[i]);
      describe_elements (text, plans->pdata[i], elements);
    }
  return g_string_free (text, FALSE);
}
