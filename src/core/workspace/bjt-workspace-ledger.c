/* bjt-workspace-ledger.c: the ledger belongs to the ground and people of one
 * picture; where these are others it is read anew, else only what the journal
 * says has changed. */
#include "bjt-workspace-ledger.h"

#include "bjt-workspace-calendar.h"
#include "bjt-workspace-private.h"
#include "store/bjt-ledger-loader.h"

/**
 * bjt_workspace_get_ledger:
 *
 * Returns: (transfer none) (nullable): as the file is now; take a reference to
 *   keep it over the next change
 */
BjtLedger *
bjt_workspace_get_ledger (BjtWorkspace *self,
                          GError      **error)
{
  BjtPicture *picture = bjt_workspace_get_picture (self);
  BjtLedger  *ledger;

  if (self->ledger != NULL && self->ledger->picture->shared == picture->shared)
    ledger = bjt_ledger_loader_update (self->store, self->ledger, picture, &self->ledger_position, error);
  else
    ledger = bjt_ledger_loader_load (self->store, picture, &self->ledger_position, error);
  if (ledger == NULL)
    return NULL;
  bjt_ledger_unref (self->ledger);
  self->ledger = ledger;
  return ledger;
}

void
bjt_workspace_init_ledger_filter (BjtWorkspace    *self,
                                  BjtLedgerFilter *filter)
{
  BjtDate next = bjt_work_calendar_add_days (bjt_workspace_get_calendar (self), bjt_clock_get_today (&self->clock), 1);

  bjt_ledger_filter_init (filter);
  filter->now = bjt_clock_get_now (&self->clock);
  filter->soon_until = bjt_time_from_local (next + 1, 0) - 1;
}
