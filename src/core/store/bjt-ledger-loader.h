/* bjt-ledger-loader.h: the work of a store as the ledger.
 */
#pragma once

#include "bjt-store.h"
#include "model/bjt-ledger.h"

G_BEGIN_DECLS

/* How far the journal was when a ledger was read. */
typedef struct
{
  gint64 action;
  gint64 change;
  gint64 undone; /* the numbers of all actions that are undone, added up */
} BjtLedgerPosition;

BjtLedger *bjt_ledger_loader_load (BjtStore *store, BjtPicture *picture, BjtLedgerPosition *position, GError **error);

/* Reads again what changed since @position, which moves on; @ledger itself
 * where nothing did. @picture has the same ground and people. */
BjtLedger *bjt_ledger_loader_update (BjtStore *store, BjtLedger *ledger, BjtPicture *picture, BjtLedgerPosition *position, GError **error);

G_END_DECLS
