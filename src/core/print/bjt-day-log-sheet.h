/* bjt-day-log-sheet.h: the log of a day as text to copy, and as a page to sign.
 *
 * Places and notes, no names of residents but those that notes hold: internal.
 */
#pragma once

#include "bjt-grid-sheet.h"
#include "rules/bjt-day-log.h"

G_BEGIN_DECLS

char     *bjt_day_log_dup_title (const BjtDayReport *report, BjtSheetLanguage language);
char     *bjt_day_log_dup_text (const BjtDayReport *report, BjtSheetLanguage language);
BjtSheet *bjt_day_log_sheet_new (const BjtDayReport *report, const BjtGridSheetOptions *options, GError **error);

G_END_DECLS
