/* bjt-ledger-row.h: an issue in the list: what, where, how far, how much time.
 */
#pragma once

#include <gtk/gtk.h>

#include "bjt-ledger-line.h"
#include "model/bjt-focus.h"

G_BEGIN_DECLS

#define BJT_TYPE_LEDGER_ROW (bjt_ledger_row_get_type ())
G_DECLARE_FINAL_TYPE (BjtLedgerRow, bjt_ledger_row, BJT, LEDGER_ROW, GtkWidget)

GtkWidget *bjt_ledger_row_new (BjtFocus *focus);
void       bjt_ledger_row_set_line (BjtLedgerRow *self, BjtLedgerLine *line); /* NULL: none */

G_END_DECLS
