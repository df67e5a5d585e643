/* bjt-day-log-dialog.h: 网格日志 of today: it has composed itself; a note, a
 * confirmation, a page to sign.
 */
#pragma once

#include "bjt-page.h"

G_BEGIN_DECLS

void bjt_day_log_dialog_present (BjtPage *page, guint32 grid); /* BJT_NO_INDEX: all */

G_END_DECLS
