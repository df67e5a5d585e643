/* bjt-ledger-line.h: one issue in the list of the ledger.
 *
 * Made when it is first looked at and lives as long as somebody does, so that
 * what is shown of it, chosen, or has the keyboard stays where it is.
 */
#pragma once

#include "model/bjt-ledger-filter.h"

G_BEGIN_DECLS

#define BJT_TYPE_LEDGER_LINE (bjt_ledger_line_get_type ())
G_DECLARE_FINAL_TYPE (BjtLedgerLine, bjt_ledger_line, BJT, LEDGER_LINE, GObject)

/* Signal "changed" (void): it says something else now. */

BjtLedgerLine        *bjt_ledger_line_new (BjtLedger *ledger, guint32 index, const BjtLedgerFilter *clock);
void                  bjt_ledger_line_update (BjtLedgerLine *self, BjtLedger *ledger, guint32 index, const BjtLedgerFilter *clock);
BjtLedger            *bjt_ledger_line_get_ledger (BjtLedgerLine *self);
const BjtLedgerIssue *bjt_ledger_line_get_issue (BjtLedgerLine *self);
BjtLedgerClock        bjt_ledger_line_get_clock (BjtLedgerLine *self);
char                 *bjt_ledger_line_dup_clock (BjtLedgerLine *self); /* in words */

G_END_DECLS
