/* bjt-cadence-rule.h: Rule B.6 and A21: when the next visit is due, and how
 * much attention a door wants.
 */
#pragma once

#include "bjt-rules.h"

G_BEGIN_DECLS

void bjt_cadence_rule_apply (BjtPicture *picture, guint32 door, const BjtRuleSet *rules);

G_END_DECLS
