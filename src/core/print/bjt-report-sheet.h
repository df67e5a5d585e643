/* bjt-report-sheet.h: the figures of a period on paper, with charts, and below
 * them what each is.
 *
 * Internal. No persons, and no indicator that is restricted.
 */
#pragma once

#include "bjt-grid-sheet.h"
#include "rules/bjt-work-indicator.h"

G_BEGIN_DECLS

/* Of @query: period, cut-off day and grid. */
BjtSheet *bjt_report_sheet_new (const BjtWorkQuery *query, const BjtGridSheetOptions *options, GError **error);

G_END_DECLS
