/* bjt-workspace-ledger.h: the work of the community, read when it is first asked
 * for and kept up afterwards.
 */
#pragma once

#include "bjt-workspace.h"
#include "model/bjt-ledger-filter.h"

G_BEGIN_DECLS

BjtLedger *bjt_workspace_get_ledger (BjtWorkspace *self, GError **error); /* borrowed until the next call; NULL: can't be read */

/* A filter that lets all through, with the clock of the workspace. */
void bjt_workspace_init_ledger_filter (BjtWorkspace *self, BjtLedgerFilter *filter);

G_END_DECLS
