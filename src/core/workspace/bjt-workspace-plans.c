/* bjt-workspace-plans.c: plans, what lies under them and what is drawn on them.
 *
 * All is checked before anything is written; what is written is one action.
 * Bytes of attachments are kept once and stay when an action is undone, so that
 * it may be done again. */
#include "bjt-workspace-plans.h"

#include <math.h>

#include "bjt-plan-records.h"
#include "bjt-workspace-private.h"
#include "plan/bjt-drawing.h"
#include "plan/bjt-placement.h"
#include "plan/bjt-plan-check.h"
#include "plan/bjt-plan-levels.h"
#include "store/bjt-attachment-store.h"
#include "store/bjt-journal.h"

static void
init_key (BjtWorkspace *self,
          BjtUuid      *id)
{
  if (bjt_uuid_is_nil (id))
    bjt_uuid_init_random (id, bjt_clock_get_now (&self->clock) / 1000);
}

/* As the building calls them: "1", "2–6, 3A" */
static char *
dup_level_labels (const BjtPicture *picture,
                  guint32           building,
                  const char       *text)
{
  g_autoptr (GArray)  levels = bjt_plan_levels_parse (text, NULL);
  g_autoptr (GString) labels = g_string_new (NULL);

  for (guint i = 0; levels != NULL && i < levels->len; i++)
    {
      const BjtLevelRange *range = &g_array_index (levels, BjtLevelRange, i);
      g_autofree char     *first = bjt_picture_dup_level_label (picture, building, range->first);
      g_autofree char     *last = bjt_picture_dup_level_label (picture, building, range->last);

      g_string_append_printf (labels, "%s%s", labels->len > 0 ? ", " : "", first);
      if (range->last > range->first)
        g_string_append_printf (labels, "–%s", last);
    }
  return g_strdup (labels->str);
}

/* "山水宜家 3 标准层" */
static char *
dup_subject (BjtWorkspace       *self,
             const BjtFloorPlan *plan)
{
  const BjtPicture *picture = bjt_workspace_get_picture (self);
  guint32           building = bjt_picture_find_building (picture, &plan->building_id);
  g_autofree char  *name = NULL, *levels = NULL;

  if (building == BJT_NO_INDEX)
    return g_strdup (plan->name);
  name = bjt_picture_dup_building_name (picture, building);
  levels = dup_level_labels (picture, building, plan->levels);
  return g_strjoin (" ", name, plan->name != NULL && *plan->name != '\0' ? plan->name : levels, NULL);
}

static BjtActionScope *
begin (BjtWorkspace       *self,
       const char         *kind,
       const BjtFloorPlan *plan,
       GError            **error)
{
  g_autofree char *subject = dup_subject (self, plan);

  return bjt_workspace_begin (self, kind, subject, error);
}

/* Reading */

GPtrArray *
bjt_workspace_list_plans (BjtWorkspace  *self,
                          const BjtUuid *building_id,
                          GError       **error)
{
  return bjt_store_list (self->store, &bjt_floor_plan_type, building_id != NULL ? "building_id" : NULL, building_id, "position, id", 0, error);
}

BjtFloorPlan *
bjt_workspace_get_plan (BjtWorkspace  *self,
                        const BjtUuid *plan_id,
                        GError       **error)
{
  return bjt_store_get (self->store, &bjt_floor_plan_type, plan_id, error);
}

GPtrArray *
bjt_workspace_list_plan_drawings (BjtWorkspace  *self,
                                  const BjtUuid *plan_id,
                                  GError       **error)
{
  return bjt_store_list (self->store, &bjt_plan_drawing_type, "plan_id", plan_id, "position, id", 0, error);
}

GPtrArray *
bjt_workspace_list_plan_elements (BjtWorkspace  *self,
                                  const BjtUuid *plan_id,
                                  GError       **error)
{
  return bjt_store_list (self->store, &bjt_plan_element_type, "plan_id", plan_id, "position, id", 0, error);
}

/* Levels */

static gboolean
refuse_level (const BjtFloorPlan *other,
              int                 ordinal,
              GError            **error)
{
  g_set_error (error, BJT_WORKSPACE_ERROR, BJT_WORKSPACE_ERROR_REFUSED, "level %d belongs to the plan “%s” (%s) already; take it from there first",
               ordinal, other->name != NULL ? other->name : "", other->levels != NULL ? other->levels : "");
  return FALSE;
}

/* The schematic plans that have to give up levels, as they will be. */
static gboolean
check_levels (BjtWorkspace *self,
              BjtFloorPlan *plan,
              GPtrArray    *giving,
              GError      **error)
{
  g_autoptr (GArray) levels = bjt_plan_levels_parse (plan->levels, error);
  g_autoptr (GPtrArray) others = levels != NULL ? bjt_workspace_list_plans (self, &plan->building_id, error) : NULL;

  if (others == NULL)
    return FALSE;
  if (levels->len == 0)
    return bjt_workspace_refuse (error, BJT_WORKSPACE_ERROR_INVALID, "a plan stands on one level or more; name them as in 0;2-5");
  for (guint i = 0; i < others->len; i++)
    {
      BjtFloorPlan *other = others->pdata[i];
      g_autoptr (GArray) own = bjt_plan_levels_parse (other->levels, NULL);
      g_autoptr (GArray) rest = NULL;
      int ordinal;

      if (bjt_uuid_equal (&other->id, &plan->id) || own == NULL || !bjt_plan_levels_find_common (levels, own, &ordinal))
        continue;
      if (other->kind != BJT_PLAN_SCHEMATIC || plan->kind == BJT_PLAN_SCHEMATIC)
        return refuse_level (other, ordinal, error);
      rest = bjt_plan_levels_subtract (own, levels);
      g_free (other->levels);
      other->levels = bjt_plan_levels_to_string (rest);
      g_ptr_array_add (giving, bjt_floor_plan_copy (other));
    }
  g_free (plan->levels);
  plan->levels = bjt_plan_levels_to_string (levels);
  return TRUE;
}

static gboolean
remove_all (BjtWorkspace        *self,
            const BjtRecordType *type,
            const GPtrArray     *records,
            GError             **error)
{
  for (guint i = 0; records != NULL && i < records->len; i++)
    if (!bjt_store_remove (self->store, type, records->pdata[i], error)) /* its key comes first */
      return FALSE;
  return records != NULL;
}

gboolean
bjt_plan_records_remove (BjtWorkspace  *self,
                         const BjtUuid *plan_id,
                         GError       **error)
{
  g_autoptr (GPtrArray) elements = bjt_workspace_list_plan_elements (self, plan_id, error);
  g_autoptr (GPtrArray) drawings = elements != NULL ? bjt_workspace_list_plan_drawings (self, plan_id, error) : NULL;

  return remove_all (self, &bjt_plan_element_type, elements, error) && remove_all (self, &bjt_plan_drawing_type, drawings, error)
         && bjt_store_remove (self->store, &bjt_floor_plan_type, plan_id, error);
}

static gboolean
give_levels (BjtWorkspace    *self,
             const GPtrArray *giving,
             GError         **error)
{
  for (guint i = 0; i < giving->len; i++)
    {
      const BjtFloorPlan *plan = giving->pdata[i];

      if (!(*plan->levels == '\0' ? bjt_plan_records_remove (self, &plan->id, error) : bjt_store_update (self->store, &bjt_floor_plan_type, plan, error)))
        return FALSE;
    }
  return TRUE;
}

/* Elements */

static gboolean
check_links (BjtWorkspace         *self,
             const BjtFloorPlan   *plan,
             const BjtPlanElement *element,
             GError              **error)
{
  const BjtPicture *picture = bjt_workspace_get_picture (self);
  guint32           building = bjt_picture_find_building (picture, &plan->building_id);
  guint32           door = bjt_uuid_is_nil (&element->door_id) ? BJT_NO_INDEX : bjt_picture_find_door (picture, &element->door_id);
  BjtRun            entrances = bjt_picture_get_building (picture, building)->entrances;

  if (!bjt_uuid_is_nil (&element->door_id) && (door == BJT_NO_INDEX || bjt_picture_get_door (picture, door)->building != building))
    return bjt_workspace_refuse (error, BJT_WORKSPACE_ERROR_NOT_FOUND, "an outline names a door that is not in the plan's building");
  if (bjt_uuid_is_nil (&element->entrance_id))
    return TRUE;
  for (guint32 e = entrances.first; e < entrances.first + entrances.n; e++)
    if (bjt_uuid_equal (&bjt_picture_get_entrance (picture, e)->id, &element->entrance_id))
      return element->stack >= 0 || bjt_workspace_refuse (error, BJT_WORKSPACE_ERROR_INVALID, "the stacks of an entrance are counted from 0");
  return bjt_workspace_refuse (error, BJT_WORKSPACE_ERROR_NOT_FOUND, "an outline names an entrance that is not in the plan's building");
}

static gboolean
check_elements (BjtWorkspace       *self,
                const BjtFloorPlan *plan,
                const GPtrArray    *elements,
                BjtPoint           *where,
                GError            **error)
{
  for (guint i = 0; i < elements->len; i++)
    if (!bjt_plan_check_element (elements->pdata[i], where, error) || !check_links (self, plan, elements->pdata[i], error))
      return FALSE;
  return TRUE;
}

static gboolean
check_edit (BjtWorkspace       *self,
            const BjtFloorPlan *plan,
            const BjtPlanEdit  *edit,
            BjtPoint           *where,
            GError            **error)
{
  if (where != NULL)
    *where = (BjtPoint) { (double) NAN, (double) NAN };
  if (edit == NULL)
    return TRUE;
  return check_elements (self, plan, edit->added, where, error) && check_elements (self, plan, edit->changed, where, error);
}

/* An element is changed and removed only where it is: on this plan. */
static gboolean
check_is_on (BjtWorkspace  *self,
             const BjtUuid *element_id,
             const BjtUuid *plan_id,
             GError       **error)
{
  g_autoptr (BjtPlanElement) old = bjt_store_get (self->store, &bjt_plan_element_type, element_id, error);

  if (old == NULL)
    return FALSE;
  return bjt_uuid_equal (&old->plan_id, plan_id) || bjt_workspace_refuse (error, BJT_WORKSPACE_ERROR_NOT_FOUND, "the element is on another plan");
}

static gboolean
write_edit (BjtWorkspace      *self,
            const BjtUuid     *plan_id,
            const BjtPlanEdit *edit,
            GError           **error)
{
  for (guint i = 0; i < edit->removed->len; i++)
    {
      const BjtUuid *id = &g_array_index (edit->removed, BjtUuid, i);

      if (!check_is_on (self, id, plan_id, error) || !bjt_store_remove (self->store, &bjt_plan_element_type, id, error))
        return FALSE;
    }
  for (guint i = 0; i < edit->changed->len; i++)
    {
      BjtPlanElement *element = edit->changed->pdata[i];

      element->plan_id = *plan_id;
      if (!check_is_on (self, &element->id, plan_id, error) || !bjt_store_update (self->store, &bjt_plan_element_type, element, error))
        return FALSE;
    }
  for (guint i = 0; i < edit->added->len; i++)
    {
      BjtPlanElement *element = edit->added->pdata[i];

      element->plan_id = *plan_id;
      init_key (self, &element->id);
      if (!bjt_store_insert (self->store, &bjt_plan_element_type, element, error))
        return FALSE;
    }
  return TRUE;
}

/* Drawings */

static gboolean
check_drawing (const BjtPlanDrawing *drawing,
               GError              **error)
{
  if (!(drawing->scale > 0 && drawing->scale < 1e6) || !(fabs (drawing->angle) < 1e3) || !(fabs (drawing->x) < 1e9) || !(fabs (drawing->y) < 1e9) /* units count from far away in surveys */
      || !(drawing->opacity >= 0 && drawing->opacity <= 1))
    return bjt_workspace_refuse (error, BJT_WORKSPACE_ERROR_INVALID, "a drawing lies at a place of its plan, has a scale above 0 and an opacity from 0 to 1");
  return TRUE;
}

static gboolean
check_attachment (const BjtPlanAttachment *attachment,
                  GError                 **error)
{
  static const char *const media_types[] = { "image/png", "image/jpeg", BJT_DRAWING_MEDIA_TYPE, NULL };

  if (attachment == NULL)
    return TRUE;
  if (!g_strv_contains (media_types, attachment->media_type))
    return bjt_workspace_refuse (error, BJT_WORKSPACE_ERROR_INVALID, "under a plan lies a drawing, a PNG or a JPEG picture");
  if (strcmp (attachment->media_type, BJT_DRAWING_MEDIA_TYPE) == 0)
    {
      g_autoptr (BjtDrawing) drawing = bjt_drawing_new_from_bytes (attachment->content, error);

      if (drawing == NULL)
        return FALSE;
    }
  return check_drawing (attachment->drawing, error);
}

static gboolean
write_attachment (BjtWorkspace            *self,
                  const BjtUuid           *plan_id,
                  const BjtPlanAttachment *attachment,
                  GError                 **error)
{
  BjtPlanDrawing *drawing = attachment->drawing;
  g_autoptr (BjtAttachment) record = bjt_attachment_new ();

  record->sha256 = bjt_store_save_content (self->store, attachment->content, error);
  if (record->sha256 == NULL)
    return FALSE;
  init_key (self, &record->id);
  init_key (self, &drawing->id);
  record->owner_id = drawing->id;
  record->name = g_strdup (drawing->name);
  record->media_type = g_strdup (attachment->media_type);
  record->size = (int) g_bytes_get_size (attachment->content);
  drawing->plan_id = *plan_id;
  drawing->attachment_id = record->id;
  return bjt_store_insert (self->store, &bjt_attachment_type, record, error)
         && bjt_store_insert (self->store, &bjt_plan_drawing_type, drawing, error);
}

/* Actions on a plan */

static gboolean
check_placement (const char *json,
                 GError    **error)
{
  g_autoptr (BjtPlacement) placement = json != NULL ? bjt_placement_new_from_json (json, error) : NULL;

  return json == NULL || placement != NULL;
}

void
bjt_plan_records_move_to_end (BjtWorkspace *self,
                              BjtFloorPlan *plan)
{
  g_autoptr (GPtrArray) others = bjt_workspace_list_plans (self, &plan->building_id, NULL);

  for (guint i = 0; others != NULL && i < others->len; i++)
    {
      const BjtFloorPlan *other = others->pdata[i];

      if (other->position >= plan->position)
        plan->position = other->position + 1;
    }
}

/**
 * bjt_workspace_add_plan:
 * @plan: its id is filled in where it is NIL, its levels are put in order
 * @attachment: (nullable): what lies under it
 * @edit: (nullable): what is drawn on it
 * @where: (out) (optional): the place of the trouble
 */
gboolean
bjt_workspace_add_plan (BjtWorkspace            *self,
                        BjtFloorPlan            *plan,
                        const BjtPlanAttachment *attachment,
                        const BjtPlanEdit       *edit,
                        BjtPoint                *where,
                        GError                 **error)
{
  g_autoptr (GPtrArray) giving = g_ptr_array_new_with_free_func ((GDestroyNotify) bjt_floor_plan_free);
  g_autoptr (BjtActionScope) scope = NULL;

  if (bjt_picture_find_building (bjt_workspace_get_picture (self), &plan->building_id) == BJT_NO_INDEX)
    return bjt_workspace_refuse (error, BJT_WORKSPACE_ERROR_NOT_FOUND, "the plan's building is not there");
  if (!check_placement (plan->placement, error) || !check_levels (self, plan, giving, error)
      || !check_attachment (attachment, error) || !check_edit (self, plan, edit, where, error))
    return FALSE;
  scope = begin (self, "add-plan", plan, error);
  if (scope == NULL)
    return FALSE;
  init_key (self, &plan->id);
  bjt_plan_records_move_to_end (self, plan);
  return give_levels (self, giving, error) && bjt_store_insert (self->store, &bjt_floor_plan_type, plan, error)
         && (attachment == NULL || write_attachment (self, &plan->id, attachment, error))
         && (edit == NULL || write_edit (self, &plan->id, edit, error)) && bjt_workspace_finish_plan (self, scope, error);
}

static gboolean
put_elements (BjtWorkspace       *self,
              const BjtFloorPlan *plan,
              const GPtrArray    *elements,
              GError            **error)
{
  for (guint i = 0; elements != NULL && i < elements->len; i++)
    {
      BjtPlanElement *element = elements->pdata[i];

      if (!bjt_plan_check_element (element, NULL, error) || !check_links (self, plan, element, error))
        return FALSE;
      element->plan_id = plan->id;
      init_key (self, &element->id);
      if (!bjt_store_insert (self->store, &bjt_plan_element_type, element, error))
        return FALSE;
    }
  return TRUE;
}

/* Looks at the file as the plans before it have left it. */
static gboolean
put_plan (BjtWorkspace     *self,
          const BjtNewPlan *new_plan,
          GError          **error)
{
  g_autoptr (GPtrArray) giving = g_ptr_array_new_with_free_func ((GDestroyNotify) bjt_floor_plan_free);
  const BjtPlanAttachment *attachment = new_plan->attachment.content != NULL ? &new_plan->attachment : NULL;
  BjtFloorPlan            *plan = new_plan->plan;

  if (bjt_picture_find_building (bjt_workspace_get_picture (self), &plan->building_id) == BJT_NO_INDEX)
    return bjt_workspace_refuse (error, BJT_WORKSPACE_ERROR_NOT_FOUND, "the plan's building is not there");
  if (!check_placement (plan->placement, error) || !check_levels (self, plan, giving, error) || !check_attachment (attachment, error))
    return FALSE;
  init_key (self, &plan->id);
  bjt_plan_records_move_to_end (self, plan);
  return give_levels (self, giving, error) && bjt_store_insert (self->store, &bjt_floor_plan_type, plan, error)
         && (attachment == NULL || write_attachment (self, &plan->id, attachment, error)) && put_elements (self, plan, new_plan->elements, error);
}

/**
 * bjt_workspace_add_plans:
 * @kind: of the action
 * @plans: (array length=n_plans): ids and positions are filled in, levels put in order
 *
 * All of them or none, in one action. Of levels that two of them have, the
 * second is refused.
 */
gboolean
bjt_workspace_add_plans (BjtWorkspace     *self,
                         const char       *kind,
                         const BjtNewPlan *plans,
                         guint             n_plans,
                         GError          **error)
{
  g_autoptr (BjtActionScope) scope = NULL;

  g_return_val_if_fail (n_plans > 0, FALSE);
  if (bjt_picture_find_building (bjt_workspace_get_picture (self), &plans[0].plan->building_id) == BJT_NO_INDEX)
    return bjt_workspace_refuse (error, BJT_WORKSPACE_ERROR_NOT_FOUND, "the plan's building is not there");
  scope = begin (self, kind, plans[0].plan, error);
  for (guint i = 0; scope != NULL && i < n_plans; i++)
    if (!put_plan (self, plans + i, error))
      return FALSE;
  return scope != NULL && bjt_workspace_finish_plan (self, scope, error);
}

/**
 * bjt_workspace_update_plan:
 *
 * The building, the kind and the placement stay as they are.
 */
gboolean
bjt_workspace_update_plan (BjtWorkspace       *self,
                           const BjtFloorPlan *plan,
                           GError            **error)
{
  g_autoptr (GPtrArray) giving = g_ptr_array_new_with_free_func ((GDestroyNotify) bjt_floor_plan_free);
  g_autoptr (BjtFloorPlan) old = bjt_workspace_get_plan (self, &plan->id, error);
  g_autoptr (BjtFloorPlan) changed = bjt_floor_plan_copy (plan);
  g_autoptr (BjtActionScope) scope = NULL;

  if (old == NULL)
    return FALSE;
  changed->building_id = old->building_id;
  changed->kind = old->kind;
  g_free (changed->placement);
  changed->placement = g_strdup (old->placement);
  if (!check_levels (self, changed, giving, error))
    return FALSE;
  scope = begin (self, "change-plan", changed, error);
  return scope != NULL && give_levels (self, giving, error)
         && bjt_store_update (self->store, &bjt_floor_plan_type, changed, error) && bjt_workspace_finish_plan (self, scope, error);
}

gboolean
bjt_workspace_place_plan (BjtWorkspace  *self,
                          const BjtUuid *plan_id,
                          const char    *placement,
                          GError       **error)
{
  g_autoptr (BjtFloorPlan) plan = bjt_workspace_get_plan (self, plan_id, error);
  g_autoptr (BjtActionScope) scope = NULL;

  if (plan == NULL || !check_placement (placement, error))
    return FALSE;
  if (g_strcmp0 (plan->placement, placement) == 0)
    return TRUE;
  scope = begin (self, "place-plan", plan, error);
  if (scope == NULL)
    return FALSE;
  g_free (plan->placement);
  plan->placement = g_strdup (placement);
  return bjt_store_update (self->store, &bjt_floor_plan_type, plan, error) && bjt_workspace_finish_plan (self, scope, error);
}

/**
 * bjt_workspace_edit_plan:
 * @edit: all of it, or none
 * @where: (out) (optional): the place of the trouble
 */
gboolean
bjt_workspace_edit_plan (BjtWorkspace      *self,
                         const BjtUuid     *plan_id,
                         const BjtPlanEdit *edit,
                         BjtPoint          *where,
                         GError           **error)
{
  g_autoptr (BjtFloorPlan) plan = bjt_workspace_get_plan (self, plan_id, error);
  g_autoptr (BjtActionScope) scope = NULL;

  if (plan == NULL || !check_edit (self, plan, edit, where, error))
    return FALSE;
  if (bjt_plan_edit_is_empty (edit))
    return TRUE;
  scope = begin (self, "edit-plan", plan, error);
  return scope != NULL && write_edit (self, plan_id, edit, error) && bjt_workspace_finish_plan (self, scope, error);
}

static gboolean
copy_drawing (BjtWorkspace         *self,
              const BjtPlanDrawing *drawing,
              const BjtUuid        *plan_id,
              GError              **error)
{
  g_autoptr (BjtAttachment) attachment = bjt_workspace_get_attachment (self, &drawing->attachment_id, error);
  g_autoptr (BjtPlanDrawing) copy = bjt_plan_drawing_copy (drawing);

  if (attachment == NULL)
    return FALSE;
  attachment->id = copy->id = BJT_UUID_NIL;
  init_key (self, &attachment->id);
  init_key (self, &copy->id);
  attachment->owner_id = copy->id;
  copy->attachment_id = attachment->id;
  copy->plan_id = *plan_id;
  return bjt_store_insert (self->store, &bjt_attachment_type, attachment, error)
         && bjt_store_insert (self->store, &bjt_plan_drawing_type, copy, error);
}

/* Doors of one level alone do not stand on the others. */
static gboolean
copy_contents (BjtWorkspace    *self,
               const GPtrArray *drawings,
               const GPtrArray *elements,
               const BjtUuid   *plan_id,
               GError         **error)
{
  for (guint i = 0; i < drawings->len; i++)
    if (!copy_drawing (self, drawings->pdata[i], plan_id, error))
      return FALSE;
  for (guint i = 0; i < elements->len; i++)
    {
      g_autoptr (BjtPlanElement) copy = bjt_plan_element_copy (elements->pdata[i]);

      copy->id = copy->door_id = BJT_UUID_NIL;
      copy->plan_id = *plan_id;
      init_key (self, &copy->id);
      if (!bjt_store_insert (self->store, &bjt_plan_element_type, copy, error))
        return FALSE;
    }
  return TRUE;
}

/**
 * bjt_workspace_copy_plan:
 * @levels: those of the copy; to repeat the plan itself, widen its levels
 * @copy_id: (out) (optional):
 */
gboolean
bjt_workspace_copy_plan (BjtWorkspace  *self,
                         const BjtUuid *plan_id,
                         const char    *levels,
                         BjtUuid       *copy_id,
                         GError       **error)
{
  g_autoptr (GPtrArray) giving = g_ptr_array_new_with_free_func ((GDestroyNotify) bjt_floor_plan_free);
  g_autoptr (BjtFloorPlan) plan = bjt_workspace_get_plan (self, plan_id, error);
  g_autoptr (GPtrArray) drawings = plan != NULL ? bjt_workspace_list_plan_drawings (self, plan_id, error) : NULL;
  g_autoptr (GPtrArray) elements = drawings != NULL ? bjt_workspace_list_plan_elements (self, plan_id, error) : NULL;
  g_autoptr (BjtActionScope) scope = NULL;

  if (elements == NULL)
    return FALSE;
  plan->id = BJT_UUID_NIL;
  plan->kind = BJT_PLAN_DRAWN;
  g_free (plan->levels);
  plan->levels = g_strdup (levels);
  g_clear_pointer (&plan->name, g_free);
  if (!check_levels (self, plan, giving, error))
    return FALSE;
  scope = begin (self, "copy-plan", plan, error);
  if (scope == NULL)
    return FALSE;
  init_key (self, &plan->id);
  bjt_plan_records_move_to_end (self, plan);
  if (!give_levels (self, giving, error) || !bjt_store_insert (self->store, &bjt_floor_plan_type, plan, error)
      || !copy_contents (self, drawings, elements, &plan->id, error) || !bjt_workspace_finish_plan (self, scope, error))
    return FALSE;
  if (copy_id != NULL)
    *copy_id = plan->id;
  return TRUE;
}

gboolean
bjt_workspace_remove_plan (BjtWorkspace  *self,
                           const BjtUuid *plan_id,
                           GError       **error)
{
  g_autoptr (BjtFloorPlan) plan = bjt_workspace_get_plan (self, plan_id, error);
  g_autoptr (BjtActionScope) scope = plan != NULL ? begin (self, "remove-plan", plan, error) : NULL;

  return scope != NULL && bjt_plan_records_remove (self, plan_id, error) && bjt_workspace_finish_plan (self, scope, error);
}

/* Actions on drawings */

gboolean
bjt_workspace_attach_drawing (BjtWorkspace            *self,
                              const BjtUuid           *plan_id,
                              const BjtPlanAttachment *attachment,
                              GError                 **error)
{
  g_autoptr (BjtFloorPlan) plan = bjt_workspace_get_plan (self, plan_id, error);
  g_autoptr (BjtActionScope) scope = NULL;

  if (plan == NULL || !check_attachment (attachment, error))
    return FALSE;
  scope = begin (self, "attach-drawing", plan, error);
  return scope != NULL && write_attachment (self, plan_id, attachment, error) && bjt_workspace_finish_plan (self, scope, error);
}

static BjtActionScope *
begin_on_drawing (BjtWorkspace         *self,
                  const char           *kind,
                  const BjtPlanDrawing *old,
                  GError              **error)
{
  g_autoptr (BjtFloorPlan) plan = bjt_workspace_get_plan (self, &old->plan_id, error);

  return plan != NULL ? begin (self, kind, plan, error) : NULL;
}

/**
 * bjt_workspace_update_drawing:
 *
 * The plan and the bytes stay as they are.
 */
gboolean
bjt_workspace_update_drawing (BjtWorkspace         *self,
                              const BjtPlanDrawing *drawing,
                              GError              **error)
{
  g_autoptr (BjtPlanDrawing) old = bjt_store_get (self->store, &bjt_plan_drawing_type, &drawing->id, error);
  g_autoptr (BjtPlanDrawing) changed = bjt_plan_drawing_copy (drawing);
  g_autoptr (BjtActionScope) scope = NULL;

  if (old == NULL || !check_drawing (drawing, error))
    return FALSE;
  changed->plan_id = old->plan_id;
  changed->attachment_id = old->attachment_id;
  scope = begin_on_drawing (self, "change-drawing", old, error);
  return scope != NULL && bjt_store_update (self->store, &bjt_plan_drawing_type, changed, error) && bjt_workspace_finish_plan (self, scope, error);
}

gboolean
bjt_workspace_detach_drawing (BjtWorkspace  *self,
                              const BjtUuid *drawing_id,
                              GError       **error)
{
  g_autoptr (BjtPlanDrawing) old = bjt_store_get (self->store, &bjt_plan_drawing_type, drawing_id, error);
  g_autoptr (BjtActionScope) scope = old != NULL ? begin_on_drawing (self, "detach-drawing", old, error) : NULL;

  return scope != NULL && bjt_store_remove (self->store, &bjt_plan_drawing_type, drawing_id, error) && bjt_workspace_finish_plan (self, scope, error);
}
