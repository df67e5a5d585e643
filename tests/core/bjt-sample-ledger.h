/* bjt-sample-ledger.h: the parts of a ledger, for tests that make one themselves.
 */
#pragma once

#include "model/bjt-ledger.h"

G_BEGIN_DECLS

guint32 bjt_sample_add_issue_kind (BjtLedger *ledger, guint32 parent, const char *code, const char *unit);
/* Accepted, at the door (or nowhere), without a number of its own. */
BjtLedgerIssue *bjt_sample_add_ledger_issue (BjtLedger *ledger, guint32 kind, guint32 door, const char *source, BjtDate reported_on);
void bjt_sample_close_issue (BjtLedgerIssue *issue, BjtDate closed_on);
void bjt_sample_add_order (BjtLedger *ledger, guint32 kind, guint32 door, BjtDate received_on);
void bjt_sample_add_ledger_visit (BjtLedger *ledger, guint32 door, BjtDate visited_on, int outcome); /* of the first household */

G_END_DECLS
