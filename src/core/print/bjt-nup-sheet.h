/* bjt-nup-sheet.h: several pages of a sheet on one, smaller; or one page on another
 * paper, within what the printer can print.
 */
#pragma once

#include "bjt-sheet.h"

G_BEGIN_DECLS

#define BJT_TYPE_NUP_SHEET (bjt_nup_sheet_get_type ())
G_DECLARE_FINAL_TYPE (BjtNupSheet, bjt_nup_sheet, BJT, NUP_SHEET, BjtSheet)

typedef struct
{
  const char *paper;  /* NULL: A4 */
  guint       n;      /* pages on one: 1 … 16 */
  double      margin; /* mm; 0: 5 */
} BjtNup;

BjtSheet *bjt_nup_sheet_new (BjtSheet *source, const BjtNup *nup, GError **error); /* a reference is taken */
double    bjt_nup_sheet_get_scale (BjtNupSheet *self); /* 0.5: half as long */

G_END_DECLS
