/* bjt-class-rule.c: the rules in the order in which they are asked; the first
 * that matches wins. Pure. */
#include "bjt-class-rule.h"

#include <string.h>

#define SETTLED_MONTHS 6

static gboolean
is_elsewhere (const char *hukou_code,
              const char *county_code)
{
  return hukou_code != NULL && county_code != NULL && strncmp (hukou_code, county_code, 6) != 0;
}

static gboolean
is_short_stay (BjtDate since_on,
               BjtDate as_of)
{
  return since_on != BJT_DATE_NONE && bjt_date_add_months (since_on, SETTLED_MONTHS) > as_of;
}

/**
 * bjt_class_rule_derive:
 * @facts: what is known of the household
 * @rules: whose hukou is local
 * @rule: (out): the rule that matched
 *
 * Returns: the class (domain.md B.4)
 */
BjtHouseholdClass
bjt_class_rule_derive (const BjtHouseholdFacts *facts,
                       const BjtRuleSet        *rules,
                       BjtClassRule            *rule)
{
  /* Rule B.4-1 */
  if (!facts->has_resident)
    {
      *rule = facts->has_registered ? BJT_CLASS_RULE_NOBODY_HERE : BJT_CLASS_RULE_NO_HOUSEHOLD;
      return facts->has_registered ? BJT_CLASS_HUKOU_ONLY : BJT_CLASS_EMPTY;
    }
  /* Rule B.4-2 */
  if (facts->tenure == BJT_TENURE_RENT)
    {
      *rule = BJT_CLASS_RULE_RENTS;
      return BJT_CLASS_TENANT;
    }
  /* Rule B.4-3 */
  if (is_elsewhere (facts->hukou_code, rules->county_code))
    {
      *rule = BJT_CLASS_RULE_HUKOU_ELSEWHERE;
      return BJT_CLASS_FLOATING;
    }
  if (is_short_stay (facts->since_on, facts->as_of))
    {
      *rule = BJT_CLASS_RULE_SHORT_STAY;
      return BJT_CLASS_FLOATING;
    }
  /* Rule B.4-4 */
  *rule = BJT_CLASS_RULE_SETTLED;
  return BJT_CLASS_RESIDENT;
}
