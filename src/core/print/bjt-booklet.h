/* bjt-booklet.h: 一本清: all of a grid in one document: figures, map, buildings,
 * rosters, issues, with bookmarks.
 */
#pragma once

#include "bjt-atlas.h"
#include "model/bjt-ledger-filter.h"

G_BEGIN_DECLS

typedef struct
{
  guint32                grid;   /* BJT_NO_INDEX: all, one after the other */
  const BjtLedger       *ledger; /* NULL: without issues */
  const BjtLedgerFilter *filter; /* with its clock and period; its grid is not read */
} BjtBookletForm;

BjtSheet *bjt_booklet_new (BjtPicture *picture, const BjtBookletForm *form, const BjtGridSheetOptions *options, GError **error);

G_END_DECLS
