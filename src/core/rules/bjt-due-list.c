/* bjt-due-list.c: what the rules found, filtered. The doors of a picture stand as
 * feet go already. */
#include "bjt-due-list.h"

const BjtDueQuery BJT_DUE_QUERY_ALL = { BJT_NO_INDEX, BJT_NO_INDEX, BJT_DATE_NONE, 0, 0, FALSE };

static gboolean
has_tier (const BjtPicture *picture,
          BjtCategorySet    categories,
          int               tier)
{
  for (BjtCategorySet rest = categories; rest != 0; rest &= rest - 1)
    if (bjt_picture_get_category (picture, (guint32) __builtin_ctzll (rest))->tier >= tier)
      return TRUE;
  return tier <= 0;
}

static gboolean
is_wanted (const BjtPicture  *picture,
           const BjtDueQuery *query,
           BjtDate            on,
           guint32            door)
{
  const BjtPictureDoor      *d = bjt_picture_get_door (picture, door);
  const BjtPictureDoorState *state = bjt_picture_get_door_state (picture, door);

  gboolean                   is_due = state->next_due_on != BJT_DATE_NONE && state->next_due_on <= on + query->within_days;

  return (is_due || (query->with_visited && state->last_visit_on == on)) && !d->is_merged
         && (query->building == BJT_NO_INDEX || query->building == d->building)
         && (query->grid == BJT_NO_INDEX || query->grid == bjt_picture_get_building (picture, d->building)->grid)
         && has_tier (picture, state->categories, query->tier);
}

GArray *
bjt_due_list_find (const BjtPicture  *picture,
                   const BjtDueQuery *query)
{
  GArray *lines = g_array_new (FALSE, FALSE, sizeof (BjtDueLine));
  BjtDate on = query->on != BJT_DATE_NONE ? query->on : picture->as_of;

  for (guint32 d = 0; d < picture->doors->len; d++)
    {
      const BjtPictureDoorState *state = bjt_picture_get_door_state (picture, d);
      int        late = state->next_due_on != BJT_DATE_NONE ? on - state->next_due_on : 0; /* visited already: perhaps nothing is due */
      BjtDueLine line = { d, state->next_due_on, late, (BjtDueReason) state->due_reason, state->due_rule, state->due_person };

      if (is_wanted (picture, query, on, d))
        g_array_append_val (lines, line);
    }
  return lines;
}

GArray *
bjt_due_list_count_by_grid (const BjtPicture  *picture,
                            const BjtDueQuery *query)
{
  GArray *counts = g_array_new (FALSE, TRUE, sizeof (guint));
  BjtDate on = query->on != BJT_DATE_NONE ? query->on : picture->as_of;

  g_array_set_size (counts, picture->grids->len + 1);
  for (guint32 d = 0; d < picture->doors->len; d++)
    if (is_wanted (picture, query, on, d))
      {
        guint32 grid = bjt_picture_get_building (picture, bjt_picture_get_door (picture, d)->building)->grid;

        g_array_index (counts, guint, grid != BJT_NO_INDEX ? grid : picture->grids->len)++;
      }
  return counts;
}
