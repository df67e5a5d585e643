/* bjt-sheet-preview.h: one page of a sheet on the screen.
 */
#pragma once

#include <adwaita.h>

#include "bjt-sheet-request.h"

G_BEGIN_DECLS

#define BJT_TYPE_SHEET_PREVIEW (bjt_sheet_preview_get_type ())
G_DECLARE_FINAL_TYPE (BjtSheetPreview, bjt_sheet_preview, BJT, SHEET_PREVIEW, AdwBin)

/* Signal "drawn" (gboolean has_sheet): the request was drawn, or cannot be. */

void bjt_sheet_preview_show (BjtSheetPreview *self, const BjtSheetRequest *request);

G_END_DECLS
