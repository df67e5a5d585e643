/* bjt-filter.c: a test per door; linear and without allocation. */
#include "bjt-filter.h"

void
bjt_filter_init (BjtFilter *self)
{
  *self = (BjtFilter) { .grid = BJT_NO_INDEX };
}

gboolean
bjt_filter_is_empty (const BjtFilter *self)
{
  BjtFilter empty;

  bjt_filter_init (&empty);
  empty.grid = self->grid;
  return bjt_filter_equal (self, &empty);
}

gboolean
bjt_filter_equal (const BjtFilter *a,
                  const BjtFilter *b)
{
  return a->any == b->any && a->all == b->all && a->none == b->none
         && a->classes == b->classes && a->no_classes == b->no_classes
         && a->attentions == b->attentions && a->no_attentions == b->no_attentions
         && a->overdue == b->overdue && a->open_issue == b->open_issue && a->note == b->note && a->hazard == b->hazard && a->idle_days == b->idle_days && a->grid == b->grid
         && (a->only == b->only || (a->only != NULL && b->only != NULL && bjt_door_set_equal (a->only, b->only)));
}

/**
 * bjt_filter_keep:
 * @other: copied with its doors
 */
void
bjt_filter_keep (BjtFilter       *self,
                 const BjtFilter *other)
{
  BjtDoorSet *only = other->only != NULL ? bjt_door_set_copy (other->only) : NULL;

  bjt_filter_drop (self);
  *self = *other;
  self->only = only;
}

void
bjt_filter_drop (BjtFilter *self)
{
  bjt_door_set_free ((BjtDoorSet *) g_steal_pointer (&self->only));
}

static gboolean
is_in_scope (const BjtFilter  *self,
             const BjtPicture *picture,
             guint32           door)
{
  if (self->only != NULL && !bjt_door_set_contains (self->only, door))
    return FALSE;
  return self->grid == BJT_NO_INDEX
         || bjt_picture_get_building (picture, bjt_picture_get_door (picture, door)->building)->grid == self->grid;
}

static gboolean
meets (int      demand,
       gboolean is_so)
{
  return demand == 0 || (demand > 0) == (is_so != FALSE);
}

/**
 * bjt_filter_is_idle:
 *
 * Returns: whether somebody lives there whom nobody met for @days, or ever
 */
gboolean
bjt_filter_is_idle (const BjtPicture *picture,
                    guint32           door,
                    guint             days)
{
  const BjtPictureDoorState *state = bjt_picture_get_door_state (picture, door);

  return bjt_picture_get_door (picture, door)->households.n > 0
         && state->household_class != BJT_CLASS_EMPTY && state->household_class != BJT_CLASS_HUKOU_ONLY
         && (state->last_contact_on == BJT_DATE_NONE || picture->as_of - state->last_contact_on >= (int) days);
}

static gboolean
is_among (guint8 wanted,
          guint8 unwanted,
          guint8 index)
{
  guint bit = 1u << index;

  return (wanted == 0 || (wanted & bit) != 0) && (unwanted & bit) == 0;
}

gboolean
bjt_filter_matches (const BjtFilter  *self,
                    const BjtPicture *picture,
                    guint32           door)
{
  const BjtPictureDoorState *state = bjt_picture_get_door_state (picture, door);

  return (self->any == 0 || (state->categories & self->any) != 0)
         && (state->categories & self->all) == self->all
         && (state->categories & self->none) == 0
         && is_among (self->classes, self->no_classes, state->household_class)
         && is_among (self->attentions, self->no_attentions, state->attention)
         && meets (self->overdue, state->visit_overdue)
         && meets (self->open_issue, state->open_issues > 0)
         && meets (self->note, (state->marks & (BJT_MARK_NOTE | BJT_MARK_PHOTO)) != 0)
         && meets (self->hazard, (state->marks & (BJT_MARK_HAZARD | BJT_MARK_SHARED_HAZARD)) != 0)
         && (self->idle_days == 0 || bjt_filter_is_idle (picture, door, self->idle_days))
         && is_in_scope (self, picture, door);
}

/**
 * bjt_filter_match_all:
 *
 * Returns: (transfer full): the doors that pass
 */
BjtDoorSet *
bjt_filter_match_all (const BjtFilter  *self,
                      const BjtPicture *picture)
{
  BjtDoorSet *matched = bjt_door_set_new (picture->doors->len);

  for (guint32 d = 0; d < picture->doors->len; d++)
    if (bjt_filter_matches (self, picture, d))
      bjt_door_set_add (matched, d);
  return matched;
}

/**
 * bjt_filter_count_categories:
 * @counts: (out): persons living in the scope, by category index
 */
void
bjt_filter_count_categories (const BjtFilter  *self,
                             const BjtPicture *picture,
                             guint             counts[BJT_MAX_CATEGORIES])
{
  for (guint c = 0; c < BJT_MAX_CATEGORIES; c++)
    counts[c] = 0;
  for (guint32 p = 0; p < picture->persons->len; p++)
    {
      const BjtPicturePerson *person = bjt_picture_get_person (picture, p);
      guint32                 household;

      if (person->categories == 0 || person->home == BJT_NO_INDEX)
        continue;
      household = bjt_picture_get_member (picture, person->home)->household;
      if (!is_in_scope (self, picture, bjt_picture_get_household (picture, household)->door))
        continue;
      for (BjtCategorySet rest = person->categories; rest != 0; rest &= rest - 1)
        counts[__builtin_ctzll (rest)]++;
    }
}
