/* bjt-class-rule.h: Rule B.4: which 户 class a household is in, and why.
 */
#pragma once

#include "bjt-rules.h"

G_BEGIN_DECLS

/* Facts of one household on one day. */
typedef struct
{
  gboolean    has_registered;  /* a member's hukou is here */
  gboolean    has_resident;    /* a member lives here */
  BjtTenure   tenure;
  const char *hukou_code;      /* 6-digit county of the residents; NULL: local */
  BjtDate     since_on;        /* NONE: unknown, taken as long ago */
  BjtDate     as_of;
} BjtHouseholdFacts;

BjtHouseholdClass bjt_class_rule_derive (const BjtHouseholdFacts *facts, const BjtRuleSet *rules, BjtClassRule *rule);

G_END_DECLS
