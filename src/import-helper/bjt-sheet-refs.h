/* bjt-sheet-refs.h: references to cells in formulas and lists of areas, when rows
 * are put into a sheet.
 */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Rows put behind the last of the rows that repeat. Rows from 1, as in references. */
typedef struct
{
  const char *sheet; /* name */
  guint32     first, last; /* of the rows that repeat, before */
  guint32     count;       /* put behind them */
} BjtRowGrowth;

typedef enum
{
  BJT_REFS_FORMULA, /* a range that reaches the last row reaches the new ones, too */
  BJT_REFS_IN_ROW,  /* a formula within the rows that repeat: its ranges stay as they are */
  BJT_REFS_AREAS,   /* a list of areas: one that holds the last row holds the new ones */
} BjtRefsMode;

char    *bjt_sheet_refs_grow (const char *text, const char *own_sheet, const BjtRowGrowth *growth, BjtRefsMode mode);
char    *bjt_sheet_refs_shift (const char *text, guint32 first, guint32 last, int by); /* relative rows first…last: for a copy further down */
char    *bjt_sheet_refs_move (const char *text, int rows, int columns); /* all that is relative: of shared formulas */
gboolean bjt_sheet_refs_parse_area (const char *text, guint32 *first_row, guint32 *first_column, guint32 *last_row, guint32 *last_column); /* from 0 */
char    *bjt_sheet_refs_format_area (guint32 first_row, guint32 first_column, guint32 last_row, guint32 last_column);
char    *bjt_sheet_refs_format_cell (guint32 row, guint32 column);
guint32  bjt_sheet_refs_grow_row (guint32 row, const BjtRowGrowth *growth); /* from 1 */

G_END_DECLS
