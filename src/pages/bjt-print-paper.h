/* bjt-print-paper.h: on which paper a sheet comes, and how: as it is, on several to be
 * glued, or several pages on one.
 *
 * Signals: "changed": a person chose something else; "typing": something else was
 * typed.
 */
#pragma once

#include <adwaita.h>

#include "workspace/bjt-sheet-order.h"

G_BEGIN_DECLS

#define BJT_TYPE_PRINT_PAPER (bjt_print_paper_get_type ())
G_DECLARE_FINAL_TYPE (BjtPrintPaper, bjt_print_paper, BJT, PRINT_PAPER, AdwPreferencesGroup)

void         bjt_print_paper_set_type (BjtPrintPaper *self, const BjtSheetType *type); /* on its usual paper */
void         bjt_print_paper_show (BjtPrintPaper *self, const BjtSheetOrder *order);
void         bjt_print_paper_apply (BjtPrintPaper *self, BjtSheetOrder *order);
AdwComboRow *bjt_print_paper_get_base_row (BjtPrintPaper *self);

G_END_DECLS
