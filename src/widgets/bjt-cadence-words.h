/* bjt-cadence-words.h: when and why a door is to be visited, said to people.
 *
 * A rule about a restricted category never tells its name.
 */
#pragma once

#include "model/bjt-picture.h"

G_BEGIN_DECLS

char *bjt_cadence_words_dup_reason (const BjtPicture *picture, guint32 door);     /* 每月1次（重点）, 已约定; NULL: nobody to visit */
char *bjt_cadence_words_dup_due (const BjtPicture *picture, guint32 door);        /* 每月1次（重点）· 应于 10-28 前 */
char *bjt_cadence_words_dup_lateness (int days_late);                             /* 逾期 6 天, 今天到期, 还有 3 天 */
char *bjt_cadence_words_dup_recent_day (BjtDate day, BjtDate as_of);              /* 今天, 昨天, 10-17 */

G_END_DECLS
