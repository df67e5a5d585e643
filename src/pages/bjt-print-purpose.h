/* bjt-print-purpose.h: with which names a sheet goes out, what for, to whom, how often.
 *
 * Signals: "changed": a person chose something else; "typing": something else was
 * typed.
 */
#pragma once

#include <adwaita.h>

#include "workspace/bjt-sheet-order.h"

G_BEGIN_DECLS

#define BJT_TYPE_PRINT_PURPOSE (bjt_print_purpose_get_type ())
G_DECLARE_FINAL_TYPE (BjtPrintPurpose, bjt_print_purpose, BJT, PRINT_PURPOSE, AdwPreferencesGroup)

void         bjt_print_purpose_set_type (BjtPrintPurpose *self, const BjtSheetType *type);
void         bjt_print_purpose_show (BjtPrintPurpose *self, const BjtSheetOrder *order);
void         bjt_print_purpose_show_copies (BjtPrintPurpose *self, const BjtSheetOrder *order); /* their numbers */
void         bjt_print_purpose_apply (BjtPrintPurpose *self, BjtSheetOrder *order);
GtkEditable *bjt_print_purpose_get_maker (BjtPrintPurpose *self);

G_END_DECLS
