/* bjt-building-tally.c: sums; linear to the doors. */
#include "bjt-building-tally.h"

static gboolean
is_lived_in (int household_class)
{
  return household_class == BJT_CLASS_RESIDENT || household_class == BJT_CLASS_FLOATING || household_class == BJT_CLASS_TENANT;
}

void
bjt_tally_add_door (BjtTally         *self,
                    const BjtPicture *picture,
                    const BjtFilter  *filter,
                    guint32           door)
{
  const BjtPictureDoorState *state = bjt_picture_get_door_state (picture, door);

  self->n_doors++;
  if (!bjt_filter_matches (filter, picture, door))
    return;
  self->n_matched++;
  self->n_households += is_lived_in (state->household_class);
  self->classes[MIN (state->household_class, BJT_N_CLASSES - 1)]++;
  self->attentions[MIN (state->attention, BJT_ATTENTION_URGENT)]++;
  self->n_open_issues += state->open_issues;
  for (BjtCategorySet rest = state->categories; rest != 0; rest &= rest - 1)
    self->categories[g_bit_nth_lsf (rest, -1)]++;
  if (state->visit_overdue)
    self->overdue_categories |= state->categories;
  if (!state->visit_overdue && !state->issue_overdue)
    return;
  self->n_overdue++;
  self->is_urgent_overdue |= state->attention == BJT_ATTENTION_URGENT;
}

void
bjt_tally_add (BjtTally       *self,
               const BjtTally *other)
{
  self->n_doors += other->n_doors;
  self->n_matched += other->n_matched;
  self->n_households += other->n_households;
  for (guint i = 0; i < BJT_N_CLASSES; i++)
    self->classes[i] += other->classes[i];
  for (guint i = 0; i < 3; i++)
    self->attentions[i] += other->attentions[i];
  for (guint i = 0; i < BJT_MAX_CATEGORIES; i++)
    self->categories[i] += other->categories[i];
  self->n_overdue += other->n_overdue;
  self->n_open_issues += other->n_open_issues;
  self->overdue_categories |= other->overdue_categories;
  self->is_urgent_overdue |= other->is_urgent_overdue;
}

/* Chooses the categories to be shown: the highest tier first. Restricted
 * categories draw nothing. */
void
bjt_tally_finish (BjtTally         *self,
                  const BjtPicture *picture)
{
  self->n_top = 0;
  for (int tier = BJT_TIER_HIGH_RISK; tier >= BJT_TIER_NONE; tier--)
    for (guint c = 0; c < MIN (picture->categories->len, BJT_MAX_CATEGORIES); c++)
      {
        const BjtPictureCategory *category = bjt_picture_get_category (picture, c);

        if (self->categories[c] > 0 && category->tier == tier && !category->is_restricted && self->n_top < BJT_TALLY_TOP)
          self->top[self->n_top++] = (guint8) c;
      }
}
