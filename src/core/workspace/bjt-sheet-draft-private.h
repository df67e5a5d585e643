/* bjt-sheet-draft-private.h: what is read for a sheet, and who makes it.
 */
#pragma once

#include "bjt-sheet-catalogue.h"
#include "bjt-work-papers.h"
#include "bjt-workspace-walks.h"
#include "model/bjt-ledger-filter.h"
#include "model/bjt-person-file.h"
#include "rules/bjt-day-log.h"
#include "rules/bjt-work-calendar.h"

G_BEGIN_DECLS

struct _BjtSheetDraft
{
  BjtSheetSpec spec; /* its strings are owned */

  /* Owned; those that the type needs */
  BjtPicture      *picture;
  GPtrArray       *backdrops;
  BjtPersonFile   *person;
  BjtDayReport    *report;
  BjtWalk         *walk;
  BjtWorkPaper    *paper;
  BjtLedger       *ledger;
  BjtLedgerFilter  filter; /* its clock */
  BjtWorkCalendar *calendar;
  GHashTable      *photos;
};

/* For one type each */
typedef struct
{
  const char *name;
  gboolean  (*read) (BjtSheetDraft *self, BjtWorkspace *workspace, GError **error); /* may be NULL */
  BjtSheet *(*make) (BjtSheetDraft *self, GError **error);
} BjtSheetMaker;

const BjtSheetMaker *bjt_sheet_draft_find_maker (const char *name);

G_END_DECLS
