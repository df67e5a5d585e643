/* bjt-ledger-list.h: a list model of the issues that a filter lets through.
 *
 * Holds indices; lines are made as they are looked at. After a change a line may
 * be of another issue: who holds on to an issue keeps its key.
 */
#pragma once

#include "bjt-ledger-line.h"
#include "workspace/bjt-workspace.h"

G_BEGIN_DECLS

#define BJT_TYPE_LEDGER_LIST (bjt_ledger_list_get_type ())
G_DECLARE_FINAL_TYPE (BjtLedgerList, bjt_ledger_list, BJT, LEDGER_LIST, GObject)

BjtLedgerList *bjt_ledger_list_new (BjtWorkspace *workspace);
void           bjt_ledger_list_show (BjtLedgerList *self, BjtLedger *ledger, const BjtLedgerFilter *filter, BjtLedgerSort order);
void           bjt_ledger_list_touch (BjtLedgerList *self);                   /* its lines say that they changed */
guint          bjt_ledger_list_find (BjtLedgerList *self, const BjtUuid *id); /* position; G_MAXUINT: not listed */

G_END_DECLS
