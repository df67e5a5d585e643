/* bjt-workspace-level-edits.c: levels and entrances named and added; new ones
 * are like those beside them.
 *
 * All is checked before anything is written. Linear in the doors of the
 * building but for their labels, each of which is looked for among them. */
#include "bjt-workspace-doors.h"

#include "bjt-building-edit.h"
#include "bjt-workspace-private.h"
#include "plan/bjt-building-pattern.h"
#include "plan/bjt-door-label.h"

#define MAX_ENTRANCES 60

/* Levels */

static gboolean
find_edge (BjtBuildingEdit    *self,
           gboolean above,
           int     *ordinal)
{
  for (guint i = 0; i < self->doors->len; i++)
    {
      int found = ((BjtDoor *) self->doors->pdata[i])->ordinal;

      if (i == 0 || (above ? found > *ordinal : found < *ordinal))
        *ordinal = found;
    }
  return self->doors->len > 0;
}

static gboolean
insert_from (BjtBuildingEdit    *self,
             guint    first,
             GError **error)
{
  for (guint i = first; i < self->doors->len; i++)
    if (!bjt_store_insert (self->workspace->store, &bjt_door_type, self->doors->pdata[i], error))
      return FALSE;
  return TRUE;
}

static void
copy_level (BjtBuildingEdit *self,
            int   from,
            int   to)
{
  g_autofree char *level = bjt_building_edit_dup_level_label (self, from), *new_level = bjt_building_edit_dup_level_label (self, to);
  guint            n = self->doors->len;

  for (guint i = 0; i < n; i++)
    {
      const BjtDoor *door = self->doors->pdata[i];
      BjtDoor       *copy;
      char          *label;

      if (door->ordinal != from)
        continue;
      copy = bjt_building_edit_new_door (self, &door->entrance_id, to, door->stack, door->kind);
      label = door->label != NULL ? bjt_door_label_for_level (door->label, level, new_level) : NULL;
      if (label == NULL)
        label = bjt_door_label_has_number (door->label) ? g_strdup_printf ("%s%02d", new_level, door->stack + 1) : g_strdup (door->label);
      bjt_building_edit_take_free_label (self, copy, label);
    }
}

/**
 * bjt_workspace_add_level:
 * @above: on top, else under the lowest
 */
gboolean
bjt_workspace_add_level (BjtWorkspace  *self,
                         const BjtUuid *building_id,
                         gboolean       above,
                         GError       **error)
{
  g_auto (BjtBuildingEdit) edit = { 0 };
  g_autoptr (BjtActionScope) scope = NULL;
  g_autofree char *subject = NULL;
  guint n_before;
  int   edge = 0, ordinal;

  if (!bjt_building_edit_load (&edit, self, building_id, error))
    return FALSE;
  if (!find_edge (&edit, above, &edge))
    return bjt_workspace_refuse (error, BJT_WORKSPACE_ERROR_REFUSED, "the building has no doors yet; lay it out first");
  ordinal = above ? edge + 1 : edge - 1;
  if (ordinal < BJT_BUILDING_EDIT_MIN_ORDINAL || ordinal > BJT_BUILDING_EDIT_MAX_ORDINAL)
    return bjt_workspace_refuse (error, BJT_WORKSPACE_ERROR_REFUSED, "a building has no more levels than that");
  n_before = edit.doors->len;
  copy_level (&edit, edge, ordinal);
  edit.building->levels_above = MAX (edit.building->levels_above, ordinal + 1);
  subject = bjt_building_edit_dup_subject (&edit);
  scope = bjt_workspace_begin (self, "add-level", subject, error);
  return scope != NULL && bjt_store_update (self->store, &bjt_building_type, edit.building, error) && insert_from (&edit, n_before, error)
         && bjt_workspace_finish (self, scope, error);
}

static gboolean
is_level_label_taken (BjtBuildingEdit       *self,
                      int         ordinal,
                      const char *label)
{
  for (guint i = 0; i < self->doors->len; i++)
    {
      int              other = ((BjtDoor *) self->doors->pdata[i])->ordinal;
      g_autofree char *its = other != ordinal ? bjt_building_edit_dup_level_label (self, other) : NULL;

      if (g_strcmp0 (its, label) == 0)
        return TRUE;
    }
  return FALSE;
}

static gboolean
write_level_label (BjtBuildingEdit       *self,
                   int         ordinal,
                   const char *label,
                   GError    **error)
{
  BjtStore *store = self->workspace->store;
  g_autoptr (GPtrArray) levels = bjt_store_list (store, &bjt_level_type, "building_id", &self->building->id, "ordinal", 0, error);
  g_autoptr (BjtLevel) level = NULL;

  for (guint i = 0; levels != NULL && i < levels->len; i++)
    if (((BjtLevel *) levels->pdata[i])->ordinal == ordinal)
      {
        BjtLevel *old = levels->pdata[i];

        g_free (old->label);
        old->label = g_strdup (label);
        return bjt_store_update (store, &bjt_level_type, old, error);
      }
  if (levels == NULL)
    return FALSE;
  level = bjt_level_new ();
  bjt_uuid_sequence_next (&self->keys, &level->id);
  level->building_id = self->building->id;
  level->ordinal = ordinal;
  level->label = g_strdup (label);
  return bjt_store_insert (store, &bjt_level_type, level, error);
}

/* 401 on level 4 that becomes 3A: 3A01. Names such as 半地下 stand in no number. */
static gboolean
rename_doors_of_level (BjtBuildingEdit       *self,
                       int         ordinal,
                       const char *level,
                       const char *new_level,
                       GError    **error)
{
  for (guint i = 0; g_str_is_ascii (new_level) && i < self->doors->len; i++)
    {
      BjtDoor         *door = self->doors->pdata[i];
      g_autofree char *label = door->ordinal == ordinal && door->label != NULL ? bjt_door_label_for_level (door->label, level, new_level) : NULL;

      if (label == NULL || bjt_building_edit_is_taken (self, door, label))
        continue;
      g_free (door->label);
      door->label = g_steal_pointer (&label);
      if (!bjt_store_update (self->workspace->store, &bjt_door_type, door, error))
        return FALSE;
    }
  return TRUE;
}

/**
 * bjt_workspace_rename_level:
 * @ordinal: 0 is the ground level
 * @label: 3A, 半地下
 */
gboolean
bjt_workspace_rename_level (BjtWorkspace  *self,
                            const BjtUuid *building_id,
                            int            ordinal,
                            const char    *label,
                            GError       **error)
{
  g_auto (BjtBuildingEdit) edit = { 0 };
  g_autoptr (BjtActionScope) scope = NULL;
  g_autofree char *checked = bjt_building_edit_dup_checked_label (label, error);
  g_autofree char *old = NULL;
  g_autofree char *subject = NULL;

  if (checked == NULL || !bjt_building_edit_load (&edit, self, building_id, error))
    return FALSE;
  old = bjt_building_edit_dup_level_label (&edit, ordinal);
  if (strcmp (old, checked) == 0)
    return TRUE;
  if (is_level_label_taken (&edit, ordinal, checked))
    return bjt_workspace_refuse (error, BJT_WORKSPACE_ERROR_REFUSED, "another level of the building is called so already");
  subject = bjt_building_edit_dup_subject (&edit);
  scope = bjt_workspace_begin (self, "rename-level", subject, error);
  return scope != NULL && write_level_label (&edit, ordinal, checked, error) && rename_doors_of_level (&edit, ordinal, old, checked, error)
         && bjt_workspace_finish (self, scope, error);
}

/* Entrances */

static gboolean
has_entrance (BjtBuildingEdit       *self,
              const char *label)
{
  for (guint i = 0; i < self->entrances->len; i++)
    if (g_strcmp0 (((BjtEntrance *) self->entrances->pdata[i])->label, label) == 0)
      return TRUE;
  return FALSE;
}

static BjtEntrance *
new_entrance (BjtBuildingEdit *self)
{
  const BjtEntrance *last = self->entrances->len > 0 ? self->entrances->pdata[self->entrances->len - 1] : NULL;
  BjtEntrance       *entrance = bjt_entrance_new ();
  char              *label = last != NULL && last->label != NULL ? bjt_door_label_next (last->label) : NULL;

  if (label == NULL)
    label = g_strdup_printf ("%u", self->entrances->len + 1);
  while (has_entrance (self, label))
    {
      char *next = bjt_door_label_next (label);

      g_free (label);
      label = next;
    }
  bjt_uuid_sequence_next (&self->keys, &entrance->id);
  entrance->building_id = self->building->id;
  entrance->label = label;
  entrance->ordinal = last != NULL ? last->ordinal + 1 : 0;
  return entrance;
}

/* Numbers that go on through all entrances of a level go on here too. */
static gboolean
goes_through (BjtBuildingEdit *self)
{
  const BjtPicture *picture = bjt_workspace_get_picture (self->workspace);
  guint32           building = bjt_picture_find_building (picture, &self->building->id);
  g_autoptr (BjtBuildingPattern) pattern = building != BJT_NO_INDEX ? bjt_building_pattern_new_from_building (picture, building) : NULL;

  return pattern != NULL && (pattern->numbering == BJT_NUMBERING_THROUGH || pattern->numbering == BJT_NUMBERING_SERIAL);
}

static gboolean
has_label (BjtBuildingEdit       *self,
           const char *label)
{
  for (guint i = 0; i < self->doors->len; i++)
    if (g_strcmp0 (((BjtDoor *) self->doors->pdata[i])->label, label) == 0)
      return TRUE;
  return FALSE;
}

static char *
dup_label_through (BjtBuildingEdit *self,
                   char *label) /* (transfer full) */
{
  while (has_label (self, label))
    {
      char *next = bjt_door_label_next (label);

      if (next == NULL)
        break;
      g_free (label);
      label = next;
    }
  return label;
}

static void
copy_entrance (BjtBuildingEdit              *self,
               const BjtEntrance *from,
               const BjtEntrance *to)
{
  gboolean is_through = goes_through (self);
  guint    n = self->doors->len;

  for (guint i = 0; i < n; i++)
    {
      const BjtDoor *door = self->doors->pdata[i];
      char          *label;

      if (!bjt_uuid_equal (&door->entrance_id, &from->id))
        continue;
      label = bjt_door_label_for_entrance (door->label != NULL ? door->label : "", from->label != NULL ? from->label : "", to->label);
      if (is_through)
        label = dup_label_through (self, label);
      bjt_building_edit_take_free_label (self, bjt_building_edit_new_door (self, &to->id, door->ordinal, door->stack, door->kind), label);
    }
}

/**
 * bjt_workspace_add_entrance:
 *
 * After the last one, with as many doors.
 */
gboolean
bjt_workspace_add_entrance (BjtWorkspace  *self,
                            const BjtUuid *building_id,
                            GError       **error)
{
  g_auto (BjtBuildingEdit) edit = { 0 };
  g_autoptr (BjtEntrance) entrance = NULL;
  g_autoptr (BjtActionScope) scope = NULL;
  g_autofree char *subject = NULL;
  guint n_before;

  if (!bjt_building_edit_load (&edit, self, building_id, error))
    return FALSE;
  if (edit.entrances->len == 0 || edit.entrances->len >= MAX_ENTRANCES)
    return bjt_workspace_refuse (error, BJT_WORKSPACE_ERROR_REFUSED, "the building has no entrance to go by, or too many; lay it out instead");
  entrance = new_entrance (&edit);
  n_before = edit.doors->len;
  copy_entrance (&edit, edit.entrances->pdata[edit.entrances->len - 1], entrance);
  subject = bjt_building_edit_dup_subject (&edit);
  scope = bjt_workspace_begin (self, "add-entrance", subject, error);
  return scope != NULL && bjt_store_insert (self->store, &bjt_entrance_type, entrance, error) && insert_from (&edit, n_before, error)
         && bjt_workspace_finish (self, scope, error);
}

gboolean
bjt_workspace_rename_entrance (BjtWorkspace  *self,
                               const BjtUuid *entrance_id,
                               const char    *label,
                               GError       **error)
{
  g_auto (BjtBuildingEdit) edit = { 0 };
  g_autoptr (BjtActionScope) scope = NULL;
  g_autoptr (BjtEntrance) entrance = bjt_store_get (self->store, &bjt_entrance_type, entrance_id, error);
  g_autofree char *checked = entrance != NULL ? bjt_building_edit_dup_checked_label (label, error) : NULL;
  g_autofree char *subject = NULL;

  if (checked == NULL || !bjt_building_edit_load (&edit, self, &entrance->building_id, error))
    return FALSE;
  if (g_strcmp0 (entrance->label, checked) == 0)
    return TRUE;
  if (has_entrance (&edit, checked))
    return bjt_workspace_refuse (error, BJT_WORKSPACE_ERROR_REFUSED, "another entrance of the building is called so already");
  subject = bjt_building_edit_dup_subject (&edit);
  g_free (entrance->label);
  entrance->label = g_steal_pointer (&checked);
  scope = bjt_workspace_begin (self, "rename-entrance", subject, error);
  return scope != NULL && bjt_store_update (self->store, &bjt_entrance_type, entrance, error) && bjt_workspace_finish (self, scope, error);
}

gboolean
bjt_workspace_set_direction (BjtWorkspace  *self,
                             const BjtUuid *building_id,
                             gboolean       is_reversed,
                             GError       **error)
{
  g_auto (BjtBuildingEdit) edit = { 0 };
  g_autoptr (BjtActionScope) scope = NULL;
  g_autofree char *subject = NULL;

  if (!bjt_building_edit_load (&edit, self, building_id, error))
    return FALSE;
  if ((edit.building->doors_reversed != FALSE) == (is_reversed != FALSE))
    return TRUE;
  edit.building->doors_reversed = is_reversed != FALSE;
  subject = bjt_building_edit_dup_subject (&edit);
  scope = bjt_workspace_begin (self, "turn-building", subject, error);
  return scope != NULL && bjt_store_update (self->store, &bjt_building_type, edit.building, error) && bjt_workspace_finish (self, scope, error);
}
