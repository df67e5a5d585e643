/* bjt-series-dialog.h: asks for what each there is to be a file, what they are called and
 * where they go; then writes them.
 */
#pragma once

#include "bjt-page.h"
#include "workspace/bjt-sheet-order.h"

G_BEGIN_DECLS

#define BJT_TYPE_SERIES_DIALOG (bjt_series_dialog_get_type ())
G_DECLARE_FINAL_TYPE (BjtSeriesDialog, bjt_series_dialog, BJT, SERIES_DIALOG, AdwWindow)

gboolean         bjt_series_dialog_suits (const BjtSheetType *type);                    /* that there are several of such a sheet */
BjtSeriesDialog *bjt_series_dialog_present (BjtPage *page, BjtSheetOrder *order);       /* takes @order; gone when it is closed */
void             bjt_series_dialog_set_folder (BjtSeriesDialog *self, const char *path);

G_END_DECLS
