/* bjt-ledger-bar.h: what of the ledger is listed: tabs that count, words, and a
 * field to type in.
 */
#pragma once

#include <adwaita.h>

#include "model/bjt-ledger-filter.h"

G_BEGIN_DECLS

#define BJT_TYPE_LEDGER_BAR (bjt_ledger_bar_get_type ())
G_DECLARE_FINAL_TYPE (BjtLedgerBar, bjt_ledger_bar, BJT, LEDGER_BAR, AdwBin)

/* Property "scope": "open", "overdue", "soon", "waiting", "ended", "all"
 * Signal "changed" (void): something else is asked for
 * Action: ledger.scope */

void          bjt_ledger_bar_set_ledger (BjtLedgerBar *self, BjtLedger *ledger);      /* the words there are to choose from */
void          bjt_ledger_bar_apply (BjtLedgerBar *self, BjtLedger *ledger, BjtLedgerFilter *filter); /* all but the scope; texts are borrowed */
void          bjt_ledger_bar_apply_scope (BjtLedgerBar *self, BjtLedgerFilter *filter);
BjtLedgerSort bjt_ledger_bar_get_order (BjtLedgerBar *self);
void          bjt_ledger_bar_show_tally (BjtLedgerBar *self, const BjtLedgerTally *tally); /* of the filter without a scope */
void          bjt_ledger_bar_show_only (BjtLedgerBar *self, const char *heading, const BjtUuid *ids, guint n_ids); /* NULL: all again */
gboolean      bjt_ledger_bar_is_narrowed (BjtLedgerBar *self); /* by more than the scope */
void          bjt_ledger_bar_reset (BjtLedgerBar *self);       /* all but the scope */
void          bjt_ledger_bar_focus_text (BjtLedgerBar *self);

G_END_DECLS
