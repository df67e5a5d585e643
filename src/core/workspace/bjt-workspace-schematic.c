/* bjt-workspace-schematic.c: schematic plans of one building or of all, made
 * anew in one action. All drafts are made before anything is written. */
#include "bjt-plan-records.h"
#include "bjt-schematic-plans.h"
#include "bjt-workspace-plans.h"
#include "bjt-workspace-private.h"

/* What a building is to have. */
typedef struct
{
  BjtSchematic *schematic;
  GPtrArray    *others; /* BjtFloorPlan, as they are */
} Draft;

static void
draft_clear (gpointer data)
{
  Draft *self = data;

  bjt_schematic_free (self->schematic);
  g_ptr_array_unref (self->others);
}

static gboolean
is_there_already (BjtWorkspace *self,
                  const Draft  *draft)
{
  const BjtSchematic *schematic = draft->schematic;
  const GPtrArray    *others = draft->others;
  g_autofree char *after = bjt_schematic_plans_describe (schematic->plans, schematic->elements);
  g_autofree char *before = NULL;
  g_autoptr (GPtrArray) plans = g_ptr_array_new ();
  g_autoptr (GPtrArray) elements = g_ptr_array_new_with_free_func ((GDestroyNotify) bjt_plan_element_free);

  for (guint i = 0; i < others->len; i++)
    {
      BjtFloorPlan *other = others->pdata[i];
      GPtrArray    *own = other->kind == BJT_PLAN_SCHEMATIC ? bjt_workspace_list_plan_elements (self, &other->id, NULL) : NULL;

      if (own == NULL)
        continue;
      g_ptr_array_add (plans, other);
      g_ptr_array_extend_and_steal (elements, own);
    }
  before = bjt_schematic_plans_describe (plans, elements);
  return strcmp (before, after) == 0;
}

static gboolean
write_draft (BjtWorkspace *self,
             const Draft  *draft,
             GError      **error)
{
  const BjtSchematic *schematic = draft->schematic;
  const GPtrArray    *others = draft->others;

  for (guint i = 0; i < others->len; i++)
    {
      const BjtFloorPlan *other = others->pdata[i];

      if (other->kind == BJT_PLAN_SCHEMATIC && !bjt_plan_records_remove (self, &other->id, error))
        return FALSE;
    }
  for (guint i = 0; i < schematic->plans->len; i++)
    {
      BjtFloorPlan *plan = schematic->plans->pdata[i];

      bjt_plan_records_move_to_end (self, plan);
      if (!bjt_store_insert (self->store, &bjt_floor_plan_type, plan, error))
        return FALSE;
      for (guint e = 0; e < schematic->elements->len; e++)
        {
          const BjtPlanElement *element = schematic->elements->pdata[e];

          if (bjt_uuid_equal (&element->plan_id, &plan->id) && !bjt_store_insert (self->store, &bjt_plan_element_type, element, error))
            return FALSE;
        }
    }
  return TRUE;
}

/* Adds nothing where the plans are there already as they would be made. */
static gboolean
add_draft (BjtWorkspace  *self,
           const BjtUuid *building_id,
           GArray        *drafts,
           GError       **error)
{
  const BjtPicture *picture = bjt_workspace_get_picture (self);
  guint32           building = bjt_picture_find_building (picture, building_id);
  Draft             draft;

  if (building == BJT_NO_INDEX)
    return bjt_workspace_refuse (error, BJT_WORKSPACE_ERROR_NOT_FOUND, "the plan's building is not there");
  draft.schematic = bjt_schematic_new (picture, building, bjt_clock_get_now (&self->clock) / 1000);
  if (draft.schematic == NULL)
    return bjt_workspace_refuse (error, BJT_WORKSPACE_ERROR_REFUSED, "the building has no doors to draw; lay it out first");
  draft.others = bjt_workspace_list_plans (self, building_id, error);
  if (draft.others == NULL)
    {
      bjt_schematic_free (draft.schematic);
      return FALSE;
    }
  bjt_schematic_plans_settle (draft.schematic, picture, building, draft.others);
  if (is_there_already (self, &draft))
    draft_clear (&draft);
  else
    g_array_append_val (drafts, draft);
  return TRUE;
}

/* One building is told by its name; many tell for themselves. */
static BjtActionScope *
begin (BjtWorkspace  *self,
       const BjtUuid *building_ids,
       guint          n_buildings,
       GError       **error)
{
  const BjtPicture *picture = bjt_workspace_get_picture (self);
  g_autofree char  *subject = n_buildings == 1 ? bjt_picture_dup_building_name (picture, bjt_picture_find_building (picture, building_ids)) : NULL;

  return bjt_workspace_begin (self, "make-schematic", subject, error);
}

/**
 * bjt_workspace_make_schematics:
 * @building_ids: (array length=n_buildings):
 */
gboolean
bjt_workspace_make_schematics (BjtWorkspace  *self,
                               const BjtUuid *building_ids,
                               guint          n_buildings,
                               GError       **error)
{
  g_autoptr (GArray) drafts = g_array_new (FALSE, FALSE, sizeof (Draft));
  g_autoptr (BjtActionScope) scope = NULL;

  g_array_set_clear_func (drafts, draft_clear);
  for (guint i = 0; i < n_buildings; i++)
    if (!add_draft (self, building_ids + i, drafts, error))
      return FALSE;
  if (drafts->len == 0)
    return TRUE;
  scope = begin (self, building_ids, n_buildings, error);
  for (guint i = 0; scope != NULL && i < drafts->len; i++)
    if (!write_draft (self, &g_array_index (drafts, Draft, i), error))
      return FALSE;
  return scope != NULL && bjt_workspace_finish_plan (self, scope, error);
}

gboolean
bjt_workspace_make_schematic (BjtWorkspace  *self,
                              const BjtUuid *building_id,
                              GError       **error)
{
  return bjt_workspace_make_schematics (self, building_id, 1, error);
}
