/* bjt-workspace-doors.c: doors made one or parted again, entrances cordoned off.
 *
 * Merging draws doors as one: the others point to the head, which takes their
 * columns. Visits and issues stay where they were recorded; the households
 * that are there today move to the head, so that nobody is out of sight.
 * Splitting parts the doors again; the households stay with the head.
 *
 * A cordon (A29) is an annotation of the shared space of an entrance: its first
 * day noted_on, its last day settled_on (none: until further notice), its
 * reason the text. */
#include "bjt-workspace.h"

#include "bjt-workspace-private.h"
#include "model/bjt-plans.h"
#include "store/bjt-journal.h"

/* Merging */

static int
compare_places (gconstpointer a,
                gconstpointer b)
{
  const BjtDoor *x = *(BjtDoor *const *) a, *y = *(BjtDoor *const *) b;

  return x->ordinal != y->ordinal ? (x->ordinal > y->ordinal) - (x->ordinal < y->ordinal) : (x->stack > y->stack) - (x->stack < y->stack);
}

/* The doors by level from the ground up and column; NULL when they can't be one. */
static GPtrArray *
load_doors (BjtWorkspace  *self,
            const BjtUuid *ids,
            guint          n,
            GError       **error)
{
  g_autoptr (GPtrArray) doors = g_ptr_array_new_with_free_func ((GDestroyNotify) bjt_door_free);

  for (guint i = 0; i < n; i++)
    {
      BjtDoor *door = bjt_store_get (self->store, &bjt_door_type, ids + i, error);

      if (door == NULL)
        return NULL;
      g_ptr_array_add (doors, door);
      if (!bjt_uuid_is_nil (&door->merged_into_id))
        {
          bjt_workspace_refuse (error, BJT_WORKSPACE_ERROR_REFUSED, "one of the doors is part of another already; split that first");
          return NULL;
        }
    }
  g_ptr_array_sort (doors, compare_places);
  return g_steal_pointer (&doors);
}

static gboolean
is_beside (const BjtDoor *a,
           const BjtDoor *b)
{
  int end_a = a->stack + MAX (a->span, 1), end_b = b->stack + MAX (b->span, 1);

  if (!bjt_uuid_equal (&a->building_id, &b->building_id) || !bjt_uuid_equal (&a->entrance_id, &b->entrance_id))
    return FALSE;
  if (a->ordinal == b->ordinal)
    return end_a == b->stack || end_b == a->stack;
  return ABS (a->ordinal - b->ordinal) == 1 && a->stack < end_b && b->stack < end_a;
}

/* Every door touches one before it. */
static gboolean
are_connected (const GPtrArray *doors)
{
  g_autofree guint8 *reached = g_new0 (guint8, doors->len);
  guint    n_reached = 1;
  gboolean grows = TRUE;

  reached[0] = TRUE;
  while (grows)
    {
      grows = FALSE;
      for (guint i = 0; i < doors->len; i++)
        for (guint j = 0; j < doors->len && !reached[i]; j++)
          if (reached[j] && is_beside (doors->pdata[i], doors->pdata[j]))
            {
              reached[i] = grows = TRUE;
              n_reached++;
            }
    }
  return n_reached == doors->len;
}

static gboolean
move_households (BjtWorkspace  *self,
                 const BjtDoor *from,
                 const BjtUuid *to,
                 GError       **error)
{
  g_autoptr (GPtrArray) households = bjt_store_list (self->store, &bjt_household_type, "door_id", &from->id, "id", 0, error);

  for (guint i = 0; households != NULL && i < households->len; i++)
    {
      BjtHousehold *household = households->pdata[i];

      if (household->until_on != BJT_DATE_NONE)
        continue;
      household->door_id = *to;
      if (!bjt_store_update (self->store, &bjt_household_type, household, error))
        return FALSE;
    }
  return households != NULL;
}

/* Doors that were merged into @from before are part of the new head too. */
static gboolean
move_parts (BjtWorkspace  *self,
            const BjtDoor *from,
            const BjtUuid *to,
            GError       **error)
{
  g_autoptr (GPtrArray) parts = bjt_store_list (self->store, &bjt_door_type, "merged_into_id", &from->id, "id", 0, error);

  for (guint i = 0; parts != NULL && i < parts->len; i++)
    {
      ((BjtDoor *) parts->pdata[i])->merged_into_id = *to;
      if (!bjt_store_update (self->store, &bjt_door_type, parts->pdata[i], error))
        return FALSE;
    }
  return parts != NULL;
}

static gboolean
write_merge (BjtWorkspace    *self,
             const GPtrArray *doors,
             GError         **error)
{
  BjtDoor *head = doors->pdata[0];
  int      end = head->stack + MAX (head->span, 1);

  for (guint i = 1; i < doors->len; i++)
    {
      BjtDoor *door = doors->pdata[i];

      if (door->ordinal == head->ordinal)
        end = MAX (end, door->stack + MAX (door->span, 1));
      door->merged_into_id = head->id;
      if (!bjt_store_update (self->store, &bjt_door_type, door, error) || !move_households (self, door, &head->id, error)
          || !move_parts (self, door, &head->id, error))
        return FALSE;
    }
  head->span = end - head->stack;
  return bjt_store_update (self->store, &bjt_door_type, head, error);
}

static char *
dup_subject (BjtWorkspace  *self,
             const BjtUuid *door_id)
{
  guint32 door = bjt_picture_find_door (bjt_workspace_get_picture (self), door_id);

  return door != BJT_NO_INDEX ? bjt_picture_dup_door_name (bjt_workspace_get_picture (self), door) : NULL;
}

/**
 * bjt_workspace_merge_doors:
 * @door_ids: beside or above each other in one entrance
 *
 * The head is the leftmost door of the lowest level.
 */
gboolean
bjt_workspace_merge_doors (BjtWorkspace  *self,
                           const BjtUuid *door_ids,
                           guint          n_doors,
                           GError       **error)
{
  g_autoptr (GPtrArray) doors = NULL;
  g_autoptr (BjtActionScope) scope = NULL;
  g_autofree char *subject = NULL;

  if (n_doors < 2)
    return bjt_workspace_refuse (error, BJT_WORKSPACE_ERROR_INVALID, "choose two doors or more to merge");
  doors = load_doors (self, door_ids, n_doors, error);
  if (doors == NULL)
    return FALSE;
  if (!are_connected (doors))
    return bjt_workspace_refuse (error, BJT_WORKSPACE_ERROR_REFUSED, "only doors of one entrance that lie beside or above each other can be merged");
  subject = dup_subject (self, &((BjtDoor *) doors->pdata[0])->id);
  scope = bjt_workspace_begin (self, "merge-doors", subject, error);
  return scope != NULL && write_merge (self, doors, error) && bjt_workspace_finish (self, scope, error);
}

/**
 * bjt_workspace_split_door:
 * @door_id: of one that others were merged into
 */
gboolean
bjt_workspace_split_door (BjtWorkspace  *self,
                          const BjtUuid *door_id,
                          GError       **error)
{
  g_autoptr (GPtrArray) parts = bjt_store_list (self->store, &bjt_door_type, "merged_into_id", door_id, "id", 0, error);
  g_autoptr (BjtDoor) head = parts != NULL ? bjt_store_get (self->store, &bjt_door_type, door_id, error) : NULL;
  g_autoptr (BjtActionScope) scope = NULL;
  g_autofree char *subject = NULL;

  if (head == NULL)
    return FALSE;
  if (parts->len == 0)
    return bjt_workspace_refuse (error, BJT_WORKSPACE_ERROR_REFUSED, "the door is not merged from others");
  subject = dup_subject (self, door_id);
  scope = bjt_workspace_begin (self, "split-door", subject, error);
  if (scope == NULL)
    return FALSE;
  head->span = 1;
  for (guint i = 0; i < parts->len; i++)
    {
      ((BjtDoor *) parts->pdata[i])->merged_into_id = BJT_UUID_NIL;
      if (!bjt_store_update (self->store, &bjt_door_type, parts->pdata[i], error))
        return FALSE;
    }
  return bjt_store_update (self->store, &bjt_door_type, head, error) && bjt_workspace_finish (self, scope, error);
}

/* Cordons */

/* Not over yet; one that is planned ends before it begins. */
static gboolean
is_cordon (BjtWorkspace        *self,
           const BjtAnnotation *annotation)
{
  BjtDate today = bjt_clock_get_today (&self->clock);

  return g_strcmp0 (annotation->space, BJT_SPACE_CORDON) == 0
         && (annotation->settled_on == BJT_DATE_NONE || (annotation->settled_on > today && annotation->settled_on > annotation->noted_on));
}

/**
 * bjt_workspace_list_cordons:
 *
 * Returns: (transfer full) (nullable) (element-type BjtAnnotation): with entrance,
 *   reason, and days from and to
 */
GPtrArray *
bjt_workspace_list_cordons (BjtWorkspace *self,
                            GError      **error)
{
  GPtrArray *cordons = bjt_store_list (self->store, &bjt_annotation_type, NULL, NULL, "noted_on, id", 0, error);

  for (guint i = cordons != NULL ? cordons->len : 0; i > 0; i--)
    if (!is_cordon (self, cordons->pdata[i - 1]))
      g_ptr_array_remove_index (cordons, i - 1);
  return cordons;
}

static char *
dup_entrance_subject (BjtWorkspace      *self,
                      const BjtEntrance *entrance)
{
  const BjtPicture *picture = bjt_workspace_get_picture (self);
  guint32           building = bjt_picture_find_building (picture, &entrance->building_id);
  g_autofree char  *name = building != BJT_NO_INDEX ? bjt_picture_dup_building_name (picture, building) : NULL;

  return name != NULL ? g_strdup_printf ("%s-%s", name, entrance->label) : g_strdup (entrance->label);
}

/**
 * bjt_workspace_cordon_entrance:
 * @reason: why it is closed: water cut, elevator out, quarantine
 * @from_on: BJT_DATE_NONE: today
 * @until_on: the first day it is open again; BJT_DATE_NONE: not known
 */
gboolean
bjt_workspace_cordon_entrance (BjtWorkspace  *self,
                               const BjtUuid *entrance_id,
                               const char    *reason,
                               BjtDate        from_on,
                               BjtDate        until_on,
                               GError       **error)
{
  g_autoptr (BjtEntrance) entrance = bjt_store_get (self->store, &bjt_entrance_type, entrance_id, error);
  g_autoptr (BjtAnnotation) cordon = NULL;
  g_autoptr (BjtActionScope) scope = NULL;
  g_autofree char *subject = NULL;

  if (entrance == NULL)
    return FALSE;
  if (reason == NULL || *reason == '\0')
    return bjt_workspace_refuse (error, BJT_WORKSPACE_ERROR_INVALID, "say why the entrance is cordoned off");
  if (from_on == BJT_DATE_NONE)
    from_on = bjt_clock_get_today (&self->clock);
  if (until_on != BJT_DATE_NONE && until_on <= from_on)
    return bjt_workspace_refuse (error, BJT_WORKSPACE_ERROR_INVALID, "a cordon ends after it begins");
  cordon = bjt_annotation_new ();
  bjt_uuid_init_random (&cordon->id, bjt_clock_get_now (&self->clock) / 1000);
  cordon->kind = BJT_ANNOTATION_NOTE;
  cordon->building_id = entrance->building_id;
  cordon->entrance_id = entrance->id;
  cordon->space = g_strdup (BJT_SPACE_CORDON);
  cordon->text = g_strdup (reason);
  cordon->staff_id = self->staff_id;
  cordon->noted_on = from_on;
  cordon->settled_on = until_on;
  subject = dup_entrance_subject (self, entrance);
  scope = bjt_workspace_begin (self, "cordon-entrance", subject, error);
  return scope != NULL && bjt_store_insert (self->store, &bjt_annotation_type, cordon, error) && bjt_workspace_finish (self, scope, error);
}

gboolean
bjt_workspace_open_entrance (BjtWorkspace  *self,
                             const BjtUuid *entrance_id,
                             GError       **error)
{
  g_autoptr (BjtEntrance) entrance = bjt_store_get (self->store, &bjt_entrance_type, entrance_id, error);
  g_autoptr (GPtrArray) cordons = entrance != NULL ? bjt_workspace_list_cordons (self, error) : NULL;
  g_autoptr (BjtActionScope) scope = NULL;
  g_autofree char *subject = NULL;
  BjtDate today = bjt_clock_get_today (&self->clock);
  guint n_ended = 0;

  if (cordons == NULL)
    return FALSE;
  subject = dup_entrance_subject (self, entrance);
  scope = bjt_workspace_begin (self, "open-entrance", subject, error);
  for (guint i = 0; scope != NULL && i < cordons->len; i++)
    {
      BjtAnnotation *cordon = cordons->pdata[i];

      if (!bjt_uuid_equal (&cordon->entrance_id, entrance_id))
        continue;
      cordon->settled_on = MAX (today, cordon->noted_on);
      n_ended++;
      if (!bjt_store_update (self->store, &bjt_annotation_type, cordon, error))
        return FALSE;
    }
  if (scope != NULL && n_ended == 0)
    return bjt_workspace_refuse (error, BJT_WORKSPACE_ERROR_REFUSED, "the entrance is not cordoned off");
  return scope != NULL && bjt_workspace_finish (self, scope, error);
}
