/* bjt-building-tally.c: sums; linear to the doors. */
#include "bjt-building-tally.h"

static gboolean
is_lived_in (int household_class)
{
  return household_class == BJT_CLASS_RESIDENT || household_class == BJT_CLASS_FLOATING || household_class == BJT_CLASS_TENANT;
}

void
bjt_tally_add_door (BjtTally               *self,
                    const BjtPicture       *picture,
                    const BjtFilter        *filter,
                    const BjtCategoryOrder *order,
                    guint32                 door)
{
  const BjtPictureDoorState *state = bjt_picture_get_door_state (picture, door);

  self->n_doors++;
  if (!bjt_filter_matches (filter, picture, door))
    return;
  self->n_matched++;
  self->n_households += is_lived_in (state->household_class);
  self->classes[MIN (state->household_class, BJT_N_CLASSES - 1)]++;
  self->attentions[MIN (state->attention, BJT_ATTENTION_URGENT)]++;
  self->contacts[bjt_door_style_get_code (BJT_DOOR_STYLE_CONTACT, order, picture, door)]++;
  self->issue_loads[bjt_door_style_get_code (BJT_DOOR_STYLE_ISSUES, order, picture, door)]++;
  self->leads[bjt_door_style_get_code (BJT_DOOR_STYLE_CATEGORY, order, picture, door)]++;
  self->n_open_issues += state->open_issues;
  for (BjtCategorySet rest = state->categories; rest != 0; rest &= rest - 1)
    self->categories[g_bit_nth_lsf (rest, -1)]++;
  if (state->visit_overdue)
    self->overdue_categories |= state->categories;
  if (!state->visit_overdue && state->issue_time != BJT_ISSUE_TIME_OVER)
    return;
  self->n_overdue++;
  self->n_overdue_visits += state->visit_overdue;
  self->is_urgent_overdue |= state->attention == BJT_ATTENTION_URGENT;
}

static void
add_counts (guint       *counts,
            const guint *others,
            guint        n)
{
  for (guint i = 0; i < n; i++)
    counts[i] += others[i];
}

void
bjt_tally_add (BjtTally       *self,
               const BjtTally *other)
{
  self->n_doors += other->n_doors;
  self->n_matched += other->n_matched;
  self->n_households += other->n_households;
  add_counts (self->classes, other->classes, G_N_ELEMENTS (self->classes));
  add_counts (self->attentions, other->attentions, G_N_ELEMENTS (self->attentions));
  add_counts (self->contacts, other->contacts, G_N_ELEMENTS (self->contacts));
  add_counts (self->issue_loads, other->issue_loads, G_N_ELEMENTS (self->issue_loads));
  add_counts (self->leads, other->leads, G_N_ELEMENTS (self->leads));
  add_counts (self->categories, other->categories, G_N_ELEMENTS (self->categories));
  self->n_overdue += other->n_overdue;
  self->n_overdue_visits += other->n_overdue_visits;
  self->n_open_issues += other->n_open_issues;
  self->overdue_categories |= other->overdue_categories;
  self->is_urgent_overdue |= other->is_urgent_overdue;
}

const guint *
bjt_tally_get_counts (const BjtTally *self,
                      BjtDoorStyle    style)
{
  switch (style)
    {
    case BJT_DOOR_STYLE_CATEGORY:
      return self->leads;
    case BJT_DOOR_STYLE_ATTENTION:
      return self->attentions;
    case BJT_DOOR_STYLE_CONTACT:
      return self->contacts;
    case BJT_DOOR_STYLE_ISSUES:
      return self->issue_loads;
    case BJT_DOOR_STYLE_CLASS:
    case BJT_N_DOOR_STYLES:
    default:
      return self->classes;
    }
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
