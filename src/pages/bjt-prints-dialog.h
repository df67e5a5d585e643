/* bjt-prints-dialog.h: the register of what was printed, where copies are taken back.
 */
#pragma once

#include "bjt-page.h"

G_BEGIN_DECLS

void bjt_prints_dialog_present (BjtPage *page);

G_END_DECLS
