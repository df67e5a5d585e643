/* bjt-ledger-sheet.h: 问题台账: issues in rows, what is open first, with the columns
 * that the form of the place has.
 */
#pragma once

#include "bjt-table-sheet.h"
#include "model/bjt-ledger-filter.h"

G_BEGIN_DECLS

typedef struct
{
  const char  *name;  /* number, reported, place … as --columns says it */
  BjtSheetWord title;
} BjtLedgerColumn;

const BjtLedgerColumn *bjt_ledger_sheet_get_columns (guint *n); /* all there are */
const char            *bjt_ledger_sheet_get_usual_columns (void); /* names separated by commas */

/* @filter: which issues, with its clock. @columns NULL: the usual ones. */
BjtSheet *bjt_ledger_sheet_new (const BjtLedger *ledger, const BjtLedgerFilter *filter, const char *columns, const BjtGridSheetOptions *options, GError **error);

G_END_DECLS
