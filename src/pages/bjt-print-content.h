/* bjt-print-content.h: what a sheet tells: days, parts, columns, labels.
 *
 * Signal "changed": a person chose something else.
 */
#pragma once

#include "bjt-page.h"
#include "workspace/bjt-sheet-order.h"

G_BEGIN_DECLS

#define BJT_TYPE_PRINT_CONTENT (bjt_print_content_get_type ())
G_DECLARE_FINAL_TYPE (BjtPrintContent, bjt_print_content, BJT, PRINT_CONTENT, AdwPreferencesGroup)

void bjt_print_content_set_type (BjtPrintContent *self, const BjtSheetType *type);
void bjt_print_content_set_today (BjtPrintContent *self, BjtDate today);
void bjt_print_content_show (BjtPrintContent *self, const BjtSheetSpec *spec);
void bjt_print_content_apply (BjtPrintContent *self, BjtSheetSpec *spec); /* that owns its strings */

G_END_DECLS
