/* bjt-print-presets.h: sheets that are printed again and again, by name.
 *
 * Signals: "chosen": a person wants what that preset says; "save" (char *name): keep
 * what is chosen under that name.
 */
#pragma once

#include "bjt-page.h"
#include "workspace/bjt-sheet-order.h"

G_BEGIN_DECLS

#define BJT_TYPE_PRINT_PRESETS (bjt_print_presets_get_type ())
G_DECLARE_FINAL_TYPE (BjtPrintPresets, bjt_print_presets, BJT, PRINT_PRESETS, AdwPreferencesGroup)

void           bjt_print_presets_set_page (BjtPrintPresets *self, BjtPage *page); /* lives longer */
void           bjt_print_presets_update (BjtPrintPresets *self);
const char    *bjt_print_presets_get_name (BjtPrintPresets *self);                   /* NULL: none is chosen */
void           bjt_print_presets_set_name (BjtPrintPresets *self, const char *name); /* NULL: none */
BjtSheetOrder *bjt_print_presets_load (BjtPrintPresets *self);                       /* NULL: none is chosen, or it can't be read, which was told */

G_END_DECLS
