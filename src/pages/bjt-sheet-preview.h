/* bjt-sheet-preview.h: one page of a sheet on the screen.
 */
#pragma once

#include <adwaita.h>

#include "print/bjt-imposition.h"
#include "workspace/bjt-sheet-catalogue.h"

G_BEGIN_DECLS

#define BJT_TYPE_SHEET_PREVIEW (bjt_sheet_preview_get_type ())
G_DECLARE_FINAL_TYPE (BjtSheetPreview, bjt_sheet_preview, BJT, SHEET_PREVIEW, AdwBin)

/* Signals: "drawn" (gboolean has_sheet): the sheet was drawn, or cannot be. "dragged"
 * (double right, double down, gboolean is_done): its map is pulled so far, in millimetres
 * since the hand took hold; may come again and again. */

void bjt_sheet_preview_show (BjtSheetPreview *self, BjtSheetDraft *draft, const BjtImposition *imposition); /* takes the draft */
void bjt_sheet_preview_show_problem (BjtSheetPreview *self, const char *text); /* instead of a sheet */
void bjt_sheet_preview_show_first_page (BjtSheetPreview *self);                /* of the next sheet */

void bjt_sheet_preview_set_has_map (BjtSheetPreview *self, gboolean has_map);  /* to be pulled */

G_END_DECLS
