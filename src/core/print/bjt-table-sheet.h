/* bjt-table-sheet.h: a table over as many pages as it takes, its header on each.
 *
 * Rows stay whole, and a heading stays with the row below it. Cells that are too
 * long go on in a second line. Internal: whoever fills it decides about names.
 */
#pragma once

#include "bjt-grid-sheet.h"
#include "bjt-sheet-pen.h"

G_BEGIN_DECLS

#define BJT_TYPE_TABLE_SHEET (bjt_table_sheet_get_type ())
G_DECLARE_FINAL_TYPE (BjtTableSheet, bjt_table_sheet, BJT, TABLE_SHEET, BjtSheet)

#define BJT_TABLE_MAX_COLUMNS 24

typedef struct
{
  const char *title;
  double      width; /* mm on A4; what is left of the paper is shared in proportion */
  BjtPenAlign align;
} BjtTableColumn;

typedef struct
{
  const char           *title, *subtitle; /* no personal data in the title */
  const BjtTableColumn *columns;
  guint                 n_columns;
  guint                 n_lanes; /* tables beside each other; 0: one */
  const char           *paper;   /* where the options have none */
  gboolean              is_landscape; /* where the options leave it open */
} BjtTableForm;

/* Of @options: paper, orientation, is_mono, has_binding, purpose, receiver, maker,
 * copy_number, made_on, language. */
BjtTableSheet *bjt_table_sheet_new (BjtPicture *picture, const BjtTableForm *form, const BjtGridSheetOptions *options, GError **error);

void  bjt_table_sheet_add_heading (BjtTableSheet *self, const char *text);
void  bjt_table_sheet_add_row (BjtTableSheet *self, const char *const *cells); /* as many as columns; NULL: empty */
guint bjt_table_sheet_get_n_rows (BjtTableSheet *self); /* without headings */

G_END_DECLS
