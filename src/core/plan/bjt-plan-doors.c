/* bjt-plan-doors.c: a label is looked for as it stands, then read as the end of
 * an address (3-1-101, 2单元101). Doors of one column over the levels of a plan
 * are one and the same here; a word that names more than that names none.
 * Linear in the building's doors. */
#include "bjt-plan-doors.h"

#include <string.h>

#include "bjt-plan-levels.h"
#include "model/bjt-address.h"

typedef struct
{
  const char *building;
  const char *entrance;
  const char *door;
} Wanted;

static gboolean
is_named (const char *label,
          const char *wanted)
{
  return wanted == NULL || (label != NULL && g_ascii_strcasecmp (label, wanted) == 0);
}

static gboolean
is_wanted (const BjtPicture     *picture,
           const BjtPictureDoor *door,
           const Wanted         *wanted)
{
  const char *entrance = door->entrance != BJT_NO_INDEX ? bjt_picture_get_entrance (picture, door->entrance)->label : NULL;

  return !door->is_merged && is_named (door->label, wanted->door) && is_named (entrance, wanted->entrance)
         && is_named (bjt_picture_get_building (picture, door->building)->label, wanted->building);
}

static gboolean
are_one_column (const BjtPictureDoor *a,
                const BjtPictureDoor *b)
{
  return a->entrance != BJT_NO_INDEX && a->entrance == b->entrance && a->stack == b->stack && a->ordinal != b->ordinal;
}

/* FALSE: several */
static gboolean
find (const BjtPicture *picture,
      BjtRun            doors,
      const GArray     *levels,
      const Wanted     *wanted,
      guint32          *found)
{
  *found = BJT_NO_INDEX;
  for (guint32 d = doors.first; d < doors.first + doors.n; d++)
    {
      const BjtPictureDoor *door = bjt_picture_get_door (picture, d);

      if (!bjt_plan_levels_contain (levels, door->ordinal) || !is_wanted (picture, door, wanted))
        continue;
      if (*found != BJT_NO_INDEX && !are_one_column (door, bjt_picture_get_door (picture, *found)))
        return FALSE;
      *found = d;
    }
  return TRUE;
}

guint32
bjt_plan_doors_find (const BjtPicture *picture,
                     guint32           building,
                     const GArray     *levels,
                     const char       *text)
{
  BjtRun           doors = bjt_picture_get_building (picture, building)->doors;
  g_autofree char *word = text != NULL ? g_strstrip (g_strdup (text)) : NULL;
  g_autoptr (BjtAddress) address = NULL;
  guint32 found = BJT_NO_INDEX;
  Wanted  wanted = { .door = word };

  if (word == NULL || *word == '\0')
    return BJT_NO_INDEX;
  if (!find (picture, doors, levels, &wanted, &found))
    return BJT_NO_INDEX;
  if (found != BJT_NO_INDEX)
    return found;
  address = bjt_address_parse_short (word);
  if (address == NULL || address->door == NULL || address->rest != NULL)
    return BJT_NO_INDEX;
  wanted = (Wanted) { address->building, address->entrance, address->door };
  return find (picture, doors, levels, &wanted, &found) ? found : BJT_NO_INDEX;
}
