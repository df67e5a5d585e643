/* bjt-level-doors.c: an outline belongs to an entrance and a stack, so that it
 * stands for the doors of all levels of its plan; doors without an entrance are
 * told by themselves. Linear in the doors of the building × outlines. Pure. */
#include "bjt-level-doors.h"

static gboolean
stands_for (const BjtPicture     *picture,
            const BjtPlanElement *element,
            guint32               index)
{
  const BjtPictureDoor *door = bjt_picture_get_door (picture, index);

  if (element->kind != BJT_ELEMENT_DOOR)
    return FALSE;
  if (!bjt_uuid_is_nil (&element->door_id))
    return bjt_uuid_equal (&element->door_id, &door->id);
  return door->entrance != BJT_NO_INDEX && bjt_uuid_equal (&element->entrance_id, &bjt_picture_get_entrance (picture, door->entrance)->id)
         && element->stack >= door->stack && element->stack < door->stack + door->span;
}

static gboolean
is_drawn (const BjtPicture *picture,
          guint32           door,
          GPtrArray        *elements)
{
  for (guint i = 0; elements != NULL && i < elements->len; i++)
    if (stands_for (picture, g_ptr_array_index (elements, i), door))
      return TRUE;
  return FALSE;
}

/**
 * bjt_level_doors_list:
 *
 * Returns: (transfer full): by entrance and stack; doors drawn as part of
 *   another are left out
 */
GArray *
bjt_level_doors_list (const BjtPicture *picture,
                      guint32           building,
                      int               ordinal,
                      GPtrArray        *elements)
{
  GArray *self = g_array_new (FALSE, FALSE, sizeof (BjtLevelDoor));
  BjtRun  doors = bjt_picture_get_building (picture, building)->doors;

  for (guint32 d = doors.first; d < doors.first + doors.n; d++)
    {
      const BjtPictureDoor *door = bjt_picture_get_door (picture, d);
      BjtLevelDoor          entry = { d, FALSE };

      if (door->ordinal != ordinal || door->is_merged)
        continue;
      entry.is_drawn = is_drawn (picture, d, elements);
      g_array_append_val (self, entry);
    }
  return self;
}

guint32
bjt_level_doors_find_next (const GArray *self,
                           guint32       after)
{
  guint start = 0;

  for (guint i = 0; i < self->len; i++)
    if (g_array_index (self, BjtLevelDoor, i).door == after)
      start = i;
  for (guint i = 0; i < self->len; i++)
    {
      const BjtLevelDoor *entry = &g_array_index (self, BjtLevelDoor, (start + i) % self->len);

      if (!entry->is_drawn)
        return entry->door;
    }
  return BJT_NO_INDEX;
}

guint32
bjt_level_doors_find_element (const GArray         *self,
                              const BjtPicture     *picture,
                              const BjtPlanElement *element)
{
  for (guint i = 0; i < self->len; i++)
    {
      guint32 door = g_array_index (self, BjtLevelDoor, i).door;

      if (stands_for (picture, element, door))
        return door;
    }
  return BJT_NO_INDEX;
}

void
bjt_level_doors_assign (const BjtPicture *picture,
                        guint32           index,
                        BjtPlanElement   *element)
{
  const BjtPictureDoor *door = index != BJT_NO_INDEX ? bjt_picture_get_door (picture, index) : NULL;

  element->entrance_id = element->door_id = BJT_UUID_NIL;
  element->stack = 0;
  if (door == NULL)
    return;
  if (door->entrance == BJT_NO_INDEX)
    {
      element->door_id = door->id;
      return;
    }
  element->entrance_id = bjt_picture_get_entrance (picture, door->entrance)->id;
  element->stack = door->stack;
}
