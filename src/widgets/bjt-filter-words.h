/* bjt-filter-words.h: a filter said to people.
 */
#pragma once

#include "model/bjt-filter-term.h"

G_BEGIN_DECLS

char *bjt_filter_words_dup_term (const BjtFilterTerm *term, const BjtPicture *picture); /* 低保; 90 天未见面 */
char *bjt_filter_words_dup_filter (const BjtFilter *filter, const BjtPicture *picture); /* (独居 或 空巢) 且 残疾, 不含 租房; empty without a demand */

G_END_DECLS
