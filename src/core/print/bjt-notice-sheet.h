/* bjt-notice-sheet.h: 整改通知书: a written demand about an issue, with the line on
 * which its receipt is signed. Goes outward: to whom it is addressed.
 */
#pragma once

#include "bjt-grid-sheet.h"
#include "model/bjt-issues.h"

G_BEGIN_DECLS

/* @place: (nullable): of the issue */
BjtSheet *bjt_notice_sheet_new (BjtPicture *picture, const BjtNotice *notice, const BjtIssue *issue, const char *place, const BjtGridSheetOptions *options, GError **error);

G_END_DECLS
