/* bjt-building-edit.c: what may be written is worked out on copies of the
 * records; nothing here writes to the store. */
#include "bjt-building-edit.h"

#include <math.h>

#include "bjt-workspace-private.h"
#include "plan/bjt-door-label.h"

#define MAX_LABEL 24 /* characters */

void
bjt_building_edit_clear (BjtBuildingEdit *self)
{
  g_clear_pointer (&self->building, bjt_building_free);
  g_clear_pointer (&self->entrances, g_ptr_array_unref);
  g_clear_pointer (&self->doors, g_ptr_array_unref);
}

gboolean
bjt_building_edit_load (BjtBuildingEdit          *self,
           BjtWorkspace  *workspace,
           const BjtUuid *building_id,
           GError       **error)
{
  self->workspace = workspace;
  bjt_uuid_sequence_init (&self->keys, bjt_clock_get_now (&workspace->clock) / 1000);
  self->building = bjt_store_get (workspace->store, &bjt_building_type, building_id, error);
  if (self->building == NULL)
    return FALSE;
  self->entrances = bjt_store_list (workspace->store, &bjt_entrance_type, "building_id", building_id, "ordinal, label", 0, error);
  if (self->entrances == NULL)
    return FALSE;
  self->doors = bjt_store_list (workspace->store, &bjt_door_type, "building_id", building_id, "ordinal, stack, label", 0, error);
  return self->doors != NULL;
}

gboolean
bjt_building_edit_load_of_door (BjtBuildingEdit          *self,
                   BjtWorkspace  *workspace,
                   const BjtUuid *door_id,
                   GError       **error)
{
  g_autoptr (BjtDoor) door = bjt_store_get (workspace->store, &bjt_door_type, door_id, error);

  return door != NULL && bjt_building_edit_load (self, workspace, &door->building_id, error);
}

BjtDoor *
bjt_building_edit_find_door (BjtBuildingEdit          *self,
           const BjtUuid *id)
{
  for (guint i = 0; i < self->doors->len; i++)
    if (bjt_uuid_equal (&((BjtDoor *) self->doors->pdata[i])->id, id))
      return self->doors->pdata[i];
  return NULL;
}

char *
bjt_building_edit_dup_subject (BjtBuildingEdit *self)
{
  const BjtPicture *picture = bjt_workspace_get_picture (self->workspace);
  guint32           building = bjt_picture_find_building (picture, &self->building->id);

  return building != BJT_NO_INDEX ? bjt_picture_dup_building_name (picture, building) : g_strdup (self->building->label);
}

char *
bjt_building_edit_dup_level_label (BjtBuildingEdit *self,
                 int   ordinal)
{
  const BjtPicture *picture = bjt_workspace_get_picture (self->workspace);
  guint32           building = bjt_picture_find_building (picture, &self->building->id);

  return building != BJT_NO_INDEX ? bjt_picture_dup_level_label (picture, building, ordinal)
                                  : g_strdup_printf ("%d", ordinal >= 0 ? ordinal + 1 : ordinal);
}

/* Labels */

/* What a person wrote, without blanks; NULL after saying what is wrong with it. */
char *
bjt_building_edit_dup_checked_label (const char *text,
                   GError    **error)
{
  g_autofree char *label = g_strstrip (g_strdup (text != NULL ? text : ""));

  if (*label == '\0')
    bjt_workspace_refuse (error, BJT_WORKSPACE_ERROR_INVALID, "the number is empty; write one, such as 501");
  else if (!g_utf8_validate (label, -1, NULL) || g_utf8_strlen (label, -1) > MAX_LABEL || strpbrk (label, "\n\r\t") != NULL)
    bjt_workspace_refuse (error, BJT_WORKSPACE_ERROR_INVALID, "the number is too long; 24 characters at most, on one line");
  else
    return g_steal_pointer (&label);
  return NULL;
}

gboolean
bjt_building_edit_is_taken (BjtBuildingEdit          *self,
          const BjtDoor *door,
          const char    *label)
{
  for (guint i = 0; i < self->doors->len; i++)
    {
      const BjtDoor *other = self->doors->pdata[i];

      if (other != door && bjt_uuid_equal (&other->entrance_id, &door->entrance_id) && g_strcmp0 (other->label, label) == 0
          && (other->ordinal == door->ordinal || bjt_door_label_has_number (label)))
        return TRUE;
    }
  return FALSE;
}

/* The label, or the next one after it that no other door has. */
void
bjt_building_edit_take_free_label (BjtBuildingEdit    *self,
                 BjtDoor *door,
                 char    *label) /* (transfer full) */
{
  while (bjt_building_edit_is_taken (self, door, label))
    {
      char *next = bjt_door_label_next (label);

      if (next == NULL)
        next = g_strconcat (label, "2", NULL);
      g_free (label);
      label = next;
    }
  g_free (door->label);
  door->label = label;
}

BjtDoor *
bjt_building_edit_new_door (BjtBuildingEdit          *self,
          const BjtUuid *entrance_id,
          int            ordinal,
          int            stack,
          int            kind)
{
  BjtDoor *door = bjt_door_new ();

  bjt_uuid_sequence_next (&self->keys, &door->id);
  door->building_id = self->building->id;
  door->entrance_id = *entrance_id;
  door->ordinal = ordinal;
  door->stack = stack;
  door->span = 1;
  door->kind = kind;
  door->area_m2 = (double) NAN;
  g_ptr_array_add (self->doors, door);
  return door;
}
