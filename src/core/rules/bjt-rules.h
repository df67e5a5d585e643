/* bjt-rules.h: what follows from the facts on a given day.
 *
 * Rule B.4  every household is in exactly one 户 class; the first rule that
 *           matches wins, and says its number.
 * Rule B.5  categories that follow from birth date and household.
 * Rule B.6  when the next visit is due.
 * Rule A21  the attention level.
 */
#pragma once

#include "model/bjt-picture.h"

G_BEGIN_DECLS

typedef struct
{
  const char *county_code;          /* 6 digits: whose hukou is local; NULL: unknown, every hukou counts as local */
  int         ordinary_cadence_days; /* a household without a category */
} BjtRuleSet;

extern const BjtRuleSet BJT_RULE_SET_DEFAULT;

/* Fills every member of the picture that is marked "rules". Linear; 100,000
 * doors in some tens of milliseconds. */
void bjt_rules_apply (BjtPicture *picture, const BjtRuleSet *rules);

/* The same for the states only: after visits or issues of any doors, or of some. */
void bjt_rules_apply_states (BjtPicture *picture, const BjtRuleSet *rules);
void bjt_rules_apply_doors (BjtPicture *picture, const guint32 *doors, guint n_doors);

/* The catalogue a new community starts with (domain.md B.5): BjtCategory. */
GPtrArray *bjt_rules_list_default_categories (void);
GPtrArray *bjt_rules_list_default_issue_kinds (void); /* BjtIssueKind */
GPtrArray *bjt_rules_list_default_cadence_rules (void); /* BjtCadenceRule */

G_END_DECLS
