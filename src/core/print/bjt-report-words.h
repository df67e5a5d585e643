/* bjt-report-words.h: how figures of the work are said on paper.
 */
#pragma once

#include "bjt-sheet-words.h"
#include "rules/bjt-work-indicator.h"

G_BEGIN_DECLS

const char *bjt_report_words_get_name (const BjtWorkIndicator *indicator, BjtSheetLanguage language);
const char *bjt_report_words_get_definition (const BjtWorkIndicator *indicator, BjtSheetLanguage language);
char       *bjt_report_words_dup_counted (BjtIndicatorUnit unit, double number, BjtSheetLanguage language); /* 111件 */

G_END_DECLS
