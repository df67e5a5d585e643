/* bjt-chip-counts.c: one pass over people and one over doors. */
#include "bjt-chip-counts.h"

#include <string.h>

const guint bjt_idle_steps[BJT_N_IDLE_STEPS] = { 30, 90, 180 };

static void
count_door (BjtChipCounts    *self,
            const BjtPicture *picture,
            guint32           door)
{
  const BjtPictureDoorState *state = bjt_picture_get_door_state (picture, door);

  self->classes[state->household_class]++;
  self->attentions[state->attention]++;
  self->overdue += state->visit_overdue != FALSE;
  self->open_issue += state->open_issues > 0;
  self->note += (state->marks & (BJT_MARK_NOTE | BJT_MARK_PHOTO)) != 0;
  self->hazard += (state->marks & (BJT_MARK_HAZARD | BJT_MARK_SHARED_HAZARD)) != 0;
  for (guint i = 0; i < BJT_N_IDLE_STEPS; i++)
    self->idle[i] += bjt_filter_is_idle (picture, door, bjt_idle_steps[i]) != FALSE;
}

void
bjt_chip_counts_fill (BjtChipCounts    *self,
                      const BjtFilter  *filter,
                      const BjtPicture *picture)
{
  BjtFilter scope;

  memset (self, 0, sizeof *self);
  bjt_filter_init (&scope);
  scope.grid = filter->grid;
  scope.only = filter->only;
  bjt_filter_count_categories (filter, picture, self->categories);
  for (guint32 d = 0; d < picture->doors->len; d++)
    if (!bjt_picture_get_door (picture, d)->is_merged && bjt_filter_matches (&scope, picture, d))
      count_door (self, picture, d);
}

guint
bjt_chip_counts_get (const BjtChipCounts *self,
                     const BjtFilterTerm *term)
{
  switch (term->kind)
    {
    case BJT_TERM_OVERDUE:
      return self->overdue;
    case BJT_TERM_OPEN_ISSUE:
      return self->open_issue;
    case BJT_TERM_NOTE:
      return self->note;
    case BJT_TERM_HAZARD:
      return self->hazard;
    case BJT_TERM_IDLE:
      for (guint i = 0; i < BJT_N_IDLE_STEPS; i++)
        if (bjt_idle_steps[i] == term->index)
          return self->idle[i];
      return 0;
    case BJT_TERM_ATTENTION:
      return self->attentions[term->index];
    case BJT_TERM_CATEGORY:
      return self->categories[term->index];
    case BJT_TERM_CLASS:
    default:
      return self->classes[term->index];
    }
}
