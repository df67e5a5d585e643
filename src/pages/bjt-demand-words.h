/* bjt-demand-words.h: which rules ask for a visit and why, said to people.
 *
 * A rule about a restricted category never tells its name.
 */
#pragma once

#include "rules/bjt-cadence-rule.h"

G_BEGIN_DECLS

char *bjt_demand_words_dup (const BjtPicture *picture, const BjtCadenceDemand *demand); /* 独居老人 · 每月1次 · 上次 10-04 · 应于 11-03 前 */
char *bjt_demand_words_dup_all (const BjtPicture *picture, guint32 door); /* a line each, the one that holds first; NULL: nobody to visit */

G_END_DECLS
