/* bjt-fill-dialog.h: a form from above: chosen, looked over, filled. The next time
 * it is one button.
 */
#pragma once

#include "bjt-page.h"

G_BEGIN_DECLS

#define BJT_TYPE_FILL_DIALOG (bjt_fill_dialog_get_type ())
G_DECLARE_FINAL_TYPE (BjtFillDialog, bjt_fill_dialog, BJT, FILL_DIALOG, AdwWindow)

void bjt_fill_dialog_present (BjtPage *page);

G_END_DECLS
