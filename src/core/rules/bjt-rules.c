/* bjt-rules.c: runs the rules over a whole picture, in the order in which they
 * build on each other: class, categories, cadence, attention. */
#include "bjt-rules.h"

#include "bjt-cadence-rule.h"
#include "bjt-category-rule.h"
#include "bjt-class-rule.h"

const BjtRuleSet BJT_RULE_SET_DEFAULT = { NULL, 182 };

static void
derive_class (BjtPicture          *picture,
              BjtPictureHousehold *household,
              const BjtRuleSet    *rules)
{
  BjtHouseholdFacts facts = {
    .tenure = household->tenure,
    .hukou_code = household->hukou_code,
    .since_on = household->since_on,
    .as_of = picture->as_of,
  };
  BjtClassRule rule;

  if (household->class_override != BJT_CLASS_UNKNOWN)
    {
      household->household_class = household->class_override;
      household->class_rule = BJT_CLASS_RULE_OVERRIDE;
      return;
    }
  for (guint m = household->members.first; m < household->members.first + household->members.n; m++)
    {
      const BjtPictureMember *member = bjt_picture_get_member (picture, m);

      facts.has_registered |= member->is_registered;
      facts.has_resident |= member->is_resident;
    }
  household->household_class = (guint8) bjt_class_rule_derive (&facts, rules, &rule);
  household->class_rule = (guint8) rule;
}

static void
collect_categories (BjtPicture          *picture,
                    BjtPictureHousehold *household)
{
  household->categories = 0;
  for (guint m = household->members.first; m < household->members.first + household->members.n; m++)
    {
      const BjtPictureMember *member = bjt_picture_get_member (picture, m);

      if (member->is_resident)
        household->categories |= bjt_picture_get_person (picture, member->person)->categories;
    }
}

static void
derive_door_class (BjtPicture           *picture,
                   const BjtPictureDoor *door,
                   BjtPictureDoorState  *state)
{
  state->categories = 0;
  if (door->households.n == 0)
    {
      state->household_class = door->verified_on != BJT_DATE_NONE ? BJT_CLASS_EMPTY : BJT_CLASS_UNKNOWN;
      return;
    }
  state->household_class = bjt_picture_get_household (picture, door->households.first)->household_class;
  for (guint h = 0; h < door->households.n; h++)
    state->categories |= bjt_picture_get_household (picture, door->households.first + h)->categories;
}

/**
 * bjt_rules_apply_states:
 * @picture: whose households are classified already
 *
 * Refills what depends on visits and issues.
 */
void
bjt_rules_apply_states (BjtPicture       *picture,
                        const BjtRuleSet *rules)
{
  if (picture->cadence_rules->len == 0)
    bjt_cadence_rule_fill_defaults (picture, rules);
  for (guint32 d = 0; d < picture->doors->len; d++)
    bjt_rules_apply_doors (picture, &d, 1);
}

void
bjt_rules_apply_doors (BjtPicture    *picture,
                       const guint32 *doors,
                       guint          n_doors)
{
  for (guint i = 0; i < n_doors; i++)
    {
      derive_door_class (picture, bjt_picture_get_door (picture, doors[i]), bjt_picture_get_door_state (picture, doors[i]));
      bjt_cadence_rule_apply (picture, doors[i]);
    }
}

/**
 * bjt_rules_apply:
 * @picture: finished, not yet shared
 */
void
bjt_rules_apply (BjtPicture       *picture,
                 const BjtRuleSet *rules)
{
  BjtDerivedCategories derived;

  bjt_derived_categories_find (&derived, picture);
  for (guint32 p = 0; p < picture->persons->len; p++)
    bjt_picture_get_person (picture, p)->categories = bjt_picture_get_person (picture, p)->ticked;
  for (guint32 h = 0; h < picture->households->len; h++)
    {
      BjtPictureHousehold *household = bjt_picture_get_household (picture, h);

      derive_class (picture, household, rules);
      bjt_category_rule_apply (&derived, picture, household);
      collect_categories (picture, household);
    }
  bjt_rules_apply_states (picture, rules);
}
