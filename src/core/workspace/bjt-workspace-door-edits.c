/* bjt-workspace-door-edits.c: single doors renamed, added, removed.
 *
 * All is checked before anything is written. Linear in the doors of the
 * building. */
#include "bjt-workspace-doors.h"

#include "bjt-building-edit.h"
#include "bjt-door-history.h"
#include "bjt-workspace-private.h"
#include "plan/bjt-door-label.h"

#define MAX_STACK 400

/* Doors */

static char *
dup_door_subject (BjtBuildingEdit          *self,
                  const BjtUuid *door_id)
{
  const BjtPicture *picture = bjt_workspace_get_picture (self->workspace);
  guint32           door = bjt_picture_find_door (picture, door_id);

  return door != BJT_NO_INDEX ? bjt_picture_dup_door_name (picture, door) : NULL;
}

/**
 * bjt_workspace_rename_door:
 * @label: 501, 东户, 门市2; no other door of the entrance has it
 */
gboolean
bjt_workspace_rename_door (BjtWorkspace  *self,
                           const BjtUuid *door_id,
                           const char    *label,
                           GError       **error)
{
  g_auto (BjtBuildingEdit) edit = { 0 };
  g_autoptr (BjtActionScope) scope = NULL;
  g_autofree char *checked = bjt_building_edit_dup_checked_label (label, error);
  g_autofree char *subject = NULL;
  BjtDoor *door;

  if (checked == NULL || !bjt_building_edit_load_of_door (&edit, self, door_id, error))
    return FALSE;
  door = bjt_building_edit_find_door (&edit, door_id);
  if (g_strcmp0 (door->label, checked) == 0)
    return TRUE;
  if (bjt_building_edit_is_taken (&edit, door, checked))
    return bjt_workspace_refuse (error, BJT_WORKSPACE_ERROR_REFUSED, "another door there has this number already; give it another one");
  subject = dup_door_subject (&edit, door_id);
  g_free (door->label);
  door->label = g_steal_pointer (&checked);
  scope = bjt_workspace_begin (self, "rename-door", subject, error);
  return scope != NULL && bjt_store_update (self->store, &bjt_door_type, door, error) && bjt_workspace_finish (self, scope, error);
}

/* Kinds */

/**
 * bjt_workspace_set_door_kinds:
 * @kind: BjtDoorKind
 */
gboolean
bjt_workspace_set_door_kinds (BjtWorkspace  *self,
                              const BjtUuid *door_ids,
                              guint          n_doors,
                              int            kind,
                              GError       **error)
{
  g_autoptr (GPtrArray) doors = g_ptr_array_new_with_free_func ((GDestroyNotify) bjt_door_free);
  g_autoptr (BjtActionScope) scope = NULL;
  g_autofree char *subject = NULL;
  guint32 first;

  if (n_doors == 0)
    return bjt_workspace_refuse (error, BJT_WORKSPACE_ERROR_INVALID, "no door was chosen");
  if (kind < 0 || kind > BJT_DOOR_OTHER)
    return bjt_workspace_refuse (error, BJT_WORKSPACE_ERROR_INVALID, "there is no such kind of door");
  for (guint i = 0; i < n_doors; i++)
    {
      BjtDoor *door = bjt_store_get (self->store, &bjt_door_type, door_ids + i, error);

      if (door == NULL)
        return FALSE;
      g_ptr_array_add (doors, door);
    }
  first = bjt_picture_find_door (bjt_workspace_get_picture (self), door_ids);
  subject = first != BJT_NO_INDEX ? bjt_picture_dup_door_name (bjt_workspace_get_picture (self), first) : NULL;
  scope = bjt_workspace_begin (self, "set-door-kind", subject, error);
  for (guint i = 0; scope != NULL && i < doors->len; i++)
    {
      BjtDoor *door = doors->pdata[i];

      if (door->kind == kind)
        continue;
      door->kind = kind;
      if (!bjt_store_update (self->store, &bjt_door_type, door, error))
        return FALSE;
    }
  return scope != NULL && bjt_workspace_finish (self, scope, error);
}

/* Removing */

/* A door and what is merged into it go together or stay. */
static gboolean
is_known (BjtBuildingEdit          *self,
          const BjtDoor *door)
{
  if (bjt_door_history_has_door (self->workspace->store, door))
    return TRUE;
  for (guint i = 0; i < self->doors->len; i++)
    {
      const BjtDoor *part = self->doors->pdata[i];

      if (bjt_uuid_equal (&part->merged_into_id, &door->id) && bjt_door_history_has_door (self->workspace->store, part))
        return TRUE;
    }
  return FALSE;
}

/* TRUE: it is gone from the list of doors; parts first, as they name their head. */
static gboolean
remove_door (BjtBuildingEdit          *self,
             const BjtUuid *id,
             GError       **error)
{
  for (guint i = self->doors->len; i > 0; i--)
    {
      const BjtDoor *part = self->doors->pdata[i - 1];

      if (!bjt_uuid_equal (&part->merged_into_id, id))
        continue;
      if (!bjt_store_remove (self->workspace->store, &bjt_door_type, &part->id, error))
        return FALSE;
      g_ptr_array_remove_index (self->doors, i - 1);
    }
  if (!bjt_store_remove (self->workspace->store, &bjt_door_type, id, error))
    return FALSE;
  g_ptr_array_remove (self->doors, bjt_building_edit_find_door (self, id));
  return TRUE;
}

/* An entrance whose last door went, and of which nothing else is known. */
static gboolean
remove_bare_entrance (BjtBuildingEdit          *self,
                      const BjtUuid *id,
                      GError       **error)
{
  if (bjt_uuid_is_nil (id) || bjt_door_history_has_entrance (self->workspace->store, id))
    return TRUE;
  for (guint i = 0; i < self->doors->len; i++)
    if (bjt_uuid_equal (&((BjtDoor *) self->doors->pdata[i])->entrance_id, id))
      return TRUE;
  return bjt_store_remove (self->workspace->store, &bjt_entrance_type, id, error);
}

static gboolean
write_removal (BjtBuildingEdit    *self,
               GArray  *ids, /* BjtUuid */
               GError **error)
{
  for (guint i = 0; i < ids->len; i++)
    {
      const BjtUuid *id = &g_array_index (ids, BjtUuid, i);
      const BjtDoor *door = bjt_building_edit_find_door (self, id);
      BjtUuid        entrance_id;

      if (door == NULL)
        continue; /* went with its head */
      entrance_id = door->entrance_id;
      if (!remove_door (self, id, error) || !remove_bare_entrance (self, &entrance_id, error))
        return FALSE;
    }
  return TRUE;
}

/**
 * bjt_workspace_remove_doors:
 * @door_ids: of one building
 * @n_held: (out) (optional): how many stay because something is known of them
 *
 * Refused when all of them stay.
 */
gboolean
bjt_workspace_remove_doors (BjtWorkspace  *self,
                            const BjtUuid *door_ids,
                            guint          n_doors,
                            guint         *n_held,
                            GError       **error)
{
  g_auto (BjtBuildingEdit) edit = { 0 };
  g_autoptr (GArray) bare = g_array_new (FALSE, FALSE, sizeof (BjtUuid));
  g_autoptr (BjtActionScope) scope = NULL;
  g_autofree char *subject = NULL;

  if (n_doors == 0)
    return bjt_workspace_refuse (error, BJT_WORKSPACE_ERROR_INVALID, "no door was chosen");
  if (!bjt_building_edit_load_of_door (&edit, self, door_ids, error))
    return FALSE;
  for (guint i = 0; i < n_doors; i++)
    {
      const BjtDoor *door = bjt_building_edit_find_door (&edit, door_ids + i);

      if (door == NULL)
        return bjt_workspace_refuse (error, BJT_WORKSPACE_ERROR_INVALID, "only doors of one building are removed at once");
      if (!is_known (&edit, door))
        g_array_append_val (bare, door->id);
    }
  if (n_held != NULL)
    *n_held = n_doors - bare->len;
  if (bare->len == 0)
    return bjt_workspace_refuse (error, BJT_WORKSPACE_ERROR_REFUSED, "there are people or a history behind it; only empty doors can be removed");
  subject = bare->len == 1 ? dup_door_subject (&edit, &g_array_index (bare, BjtUuid, 0)) : bjt_building_edit_dup_subject (&edit);
  scope = bjt_workspace_begin (self, "remove-doors", subject, error);
  return scope != NULL && write_removal (&edit, bare, error) && bjt_workspace_finish (self, scope, error);
}

/* Adding */

/* The door farthest along a level of an entrance; NULL: the level has none there. */
static const BjtDoor *
find_last (BjtBuildingEdit          *self,
           const BjtUuid *entrance_id,
           int            ordinal)
{
  const BjtDoor *last = NULL;

  for (guint i = 0; i < self->doors->len; i++)
    {
      const BjtDoor *door = self->doors->pdata[i];

      if (bjt_uuid_equal (&door->entrance_id, entrance_id) && door->ordinal == ordinal
          && (last == NULL || door->stack + MAX (door->span, 1) >= last->stack + MAX (last->span, 1)))
        last = door;
    }
  return last;
}

static char *
dup_label_after (BjtBuildingEdit          *self,
                 const BjtDoor *last, /* NULL: the first of its level */
                 const BjtDoor *door)
{
  g_autofree char *level = bjt_building_edit_dup_level_label (self, door->ordinal);
  char            *next = last != NULL && last->label != NULL ? bjt_door_label_next (last->label) : NULL;

  return next != NULL ? next : g_strdup_printf ("%s%02d", level, door->stack + 1);
}

static gboolean
check_place (BjtBuildingEdit               *self,
             const BjtDoorPlace *place,
             GError            **error)
{
  gboolean is_there = bjt_uuid_is_nil (&place->entrance_id);

  for (guint i = 0; i < self->entrances->len; i++)
    is_there = is_there || bjt_uuid_equal (&((BjtEntrance *) self->entrances->pdata[i])->id, &place->entrance_id);
  if (!is_there)
    return bjt_workspace_refuse (error, BJT_WORKSPACE_ERROR_NOT_FOUND, "the entrance is not there");
  if (place->ordinal < BJT_BUILDING_EDIT_MIN_ORDINAL || place->ordinal > BJT_BUILDING_EDIT_MAX_ORDINAL || place->kind > BJT_DOOR_OTHER)
    return bjt_workspace_refuse (error, BJT_WORKSPACE_ERROR_INVALID, "there is no such level or kind of door");
  return TRUE;
}

/**
 * bjt_workspace_add_door:
 * @door_id: (out) (optional): its key
 */
gboolean
bjt_workspace_add_door (BjtWorkspace       *self,
                        const BjtDoorPlace *place,
                        BjtUuid            *door_id,
                        GError            **error)
{
  g_auto (BjtBuildingEdit) edit = { 0 };
  g_autoptr (BjtActionScope) scope = NULL;
  g_autofree char *label = place->label != NULL ? bjt_building_edit_dup_checked_label (place->label, error) : NULL;
  g_autofree char *subject = NULL;
  const BjtDoor *last;
  BjtDoor *door;

  if ((place->label != NULL && label == NULL) || !bjt_building_edit_load (&edit, self, &place->building_id, error) || !check_place (&edit, place, error))
    return FALSE;
  last = find_last (&edit, &place->entrance_id, place->ordinal);
  if (last != NULL && last->stack + last->span > MAX_STACK)
    return bjt_workspace_refuse (error, BJT_WORKSPACE_ERROR_REFUSED, "the level is full");
  door = bjt_building_edit_new_door (&edit, &place->entrance_id, place->ordinal, last != NULL ? last->stack + MAX (last->span, 1) : 0,
                   place->kind >= 0 ? place->kind : last != NULL ? last->kind : BJT_DOOR_DWELLING);
  if (label != NULL && bjt_building_edit_is_taken (&edit, door, label))
    return bjt_workspace_refuse (error, BJT_WORKSPACE_ERROR_REFUSED, "another door there has this number already; give it another one");
  bjt_building_edit_take_free_label (&edit, door, label != NULL ? g_steal_pointer (&label) : dup_label_after (&edit, last, door));
  subject = bjt_building_edit_dup_subject (&edit);
  scope = bjt_workspace_begin (self, "add-door", subject, error);
  if (scope == NULL || !bjt_store_insert (self->store, &bjt_door_type, door, error))
    return FALSE;
  if (door_id != NULL)
    *door_id = door->id;
  return bjt_workspace_finish (self, scope, error);
}
