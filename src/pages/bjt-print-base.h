/* bjt-print-base.h: which base map lies on a sheet.
 */
#pragma once

#include "bjt-base-maps.h"

#include "workspace/bjt-sheet-order.h"

#include <adwaita.h>

G_BEGIN_DECLS

#define BJT_TYPE_PRINT_BASE (bjt_print_base_get_type ())
G_DECLARE_FINAL_TYPE (BjtPrintBase, bjt_print_base, BJT, PRINT_BASE, GObject)

/* Signals: "changed" (void): another choice, or tiles that have come;
 * "failed" (char *sentence). */

BjtPrintBase *bjt_print_base_new (BjtBaseMaps *maps, AdwComboRow *row);
void          bjt_print_base_choose (BjtPrintBase *self, const char *base);             /* as in the order: "" none, NULL the painted one; one that is not in the list: none */
void          bjt_print_base_apply (BjtPrintBase *self, BjtSheetOrder *order);          /* with what is there, for the preview */
void          bjt_print_base_apply_afresh (BjtPrintBase *self, BjtSheetOrder *order);   /* with tiles of its own, for paper */

G_END_DECLS
