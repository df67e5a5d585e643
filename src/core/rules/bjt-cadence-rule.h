/* bjt-cadence-rule.h: Rule B.6 and A21: when the next visit is due and why, and
 * how much attention a door wants.
 *
 * Each rule in force (BjtPictureCadenceRule) is asked for each household behind
 * the door and each of its people; the earliest day wins, of two the shorter
 * interval. Only contacts that the rule accepts reset its clock; an attempt
 * never does. What was agreed on the last visit counts where it is earlier.
 */
#pragma once

#include "bjt-rules.h"

G_BEGIN_DECLS

/* One rule that asks for a visit. */
typedef struct
{
  guint32 rule;
  guint32 household;
  guint32 person;     /* BJT_NO_INDEX: the household */
  BjtDate since_on;   /* the contact, event or day the clock runs from; NONE: never seen */
  BjtDate due_on;
} BjtCadenceDemand;

/* Fills what is due and the attention of one door; its class and categories are known already. */
void    bjt_cadence_rule_apply (BjtPicture *picture, guint32 door);
GArray *bjt_cadence_rule_list_demands (const BjtPicture *picture, guint32 door); /* BjtCadenceDemand, the strictest first */

/* Where a community has no rules of its own: those of its categories. */
void bjt_cadence_rule_fill_defaults (BjtPicture *picture, const BjtRuleSet *rules);

G_END_DECLS
