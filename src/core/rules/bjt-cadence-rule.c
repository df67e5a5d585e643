/* bjt-cadence-rule.c: the strictest cadence of the categories of all who live
 * behind a door counts; only a contact resets the clock. A door where nobody lives has
 * no visit due. */
#include "bjt-cadence-rule.h"

static gboolean
is_lived_in (const BjtPictureDoorState *state)
{
  return state->household_class == BJT_CLASS_RESIDENT || state->household_class == BJT_CLASS_FLOATING
         || state->household_class == BJT_CLASS_TENANT;
}

static int
strictest_cadence (const BjtPicture *picture,
                   BjtCategorySet    categories,
                   const BjtRuleSet *rules,
                   guint32          *category)
{
  int days = rules->ordinary_cadence_days;

  *category = BJT_NO_INDEX;
  for (guint32 c = 0; c < picture->categories->len; c++)
    {
      const BjtPictureCategory *candidate = bjt_picture_get_category (picture, c);

      if ((categories >> c & 1) && candidate->cadence_days > 0 && candidate->cadence_days < days)
        {
          days = candidate->cadence_days;
          *category = c;
        }
    }
  return days;
}

static BjtDate
find_start (const BjtPictureHousehold *household,
            const BjtPictureDoor      *door,
            const BjtPictureDoorState *state)
{
  if (state->last_contact_on != BJT_DATE_NONE)
    return state->last_contact_on;
  if (household->since_on != BJT_DATE_NONE)
    return household->since_on;
  return door->verified_on;
}

/* Rule A21. Red: a high-risk person whose visit is overdue, or an issue over
 * its clock. Yellow: a high-risk person, a key person whose visit is overdue,
 * or an open issue. */
static BjtAttention
find_attention (const BjtPicture          *picture,
                const BjtPictureDoorState *state)
{
  BjtTier tier = BJT_TIER_NONE;

  for (BjtCategorySet rest = state->categories; rest != 0; rest &= rest - 1)
    {
      const BjtPictureCategory *category = bjt_picture_get_category (picture, (guint32) __builtin_ctzll (rest));

      if (!category->is_restricted)
        tier = MAX (tier, category->tier);
    }
  if (state->issue_overdue || (tier == BJT_TIER_HIGH_RISK && state->visit_overdue))
    return BJT_ATTENTION_URGENT;
  if (tier == BJT_TIER_HIGH_RISK || state->open_issues > 0 || (tier == BJT_TIER_KEY && state->visit_overdue))
    return BJT_ATTENTION_WATCH;
  return BJT_ATTENTION_NONE;
}

/**
 * bjt_cadence_rule_apply:
 *
 * Fills next_due_on, due_category, visit_overdue, issue_overdue and attention
 * of one door; its class and categories are known already.
 */
void
bjt_cadence_rule_apply (BjtPicture       *picture,
                        guint32           door,
                        const BjtRuleSet *rules)
{
  const BjtPictureDoor *d = bjt_picture_get_door (picture, door);
  BjtPictureDoorState  *state = bjt_picture_get_door_state (picture, door);

  state->next_due_on = BJT_DATE_NONE;
  state->due_category = BJT_NO_INDEX;
  state->visit_overdue = FALSE;
  if (is_lived_in (state))
    {
      const BjtPictureHousehold *household = bjt_picture_get_household (picture, d->households.first);
      BjtDate                    start = find_start (household, d, state);
      int                        days = strictest_cadence (picture, state->categories, rules, &state->due_category);

      state->next_due_on = start != BJT_DATE_NONE ? start + days : picture->as_of;
      state->visit_overdue = state->next_due_on < picture->as_of;
    }
  state->issue_overdue = state->open_issues > 0 && state->issue_due_on != BJT_DATE_NONE && state->issue_due_on < picture->as_of;
  state->attention = (guint8) find_attention (picture, state);
}
