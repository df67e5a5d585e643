/* bjt-public-sheet.h: 公示图: the grid as it may hang on a public wall.
 *
 * Another type than the internal sheet, made of a BjtPublicGrid: it cannot
 * show what it never had.
 */
#pragma once

#include "bjt-public-grid.h"
#include "bjt-sheet-extent.h"
#include "bjt-sheet-words.h"
#include "bjt-sheet.h"

G_BEGIN_DECLS

typedef struct
{
  const char      *paper;        /* A0…A5 or 300x500; NULL: A3 */
  gboolean         is_portrait;
  gboolean         is_mono;
  const char      *maker;        /* may be NULL: the community */
  BjtDate          made_on;      /* 0 or NONE: the day of the data */
  BjtSheetLanguage language;
  gboolean         has_binding;
  double           margin;       /* what the printer leaves white, mm; 0: as usual */
  BjtSheetExtent   extent;
} BjtPublicSheetOptions;

#define BJT_TYPE_PUBLIC_SHEET (bjt_public_sheet_get_type ())
G_DECLARE_FINAL_TYPE (BjtPublicSheet, bjt_public_sheet, BJT, PUBLIC_SHEET, BjtSheet)

BjtSheet *bjt_public_sheet_new (BjtPublicGrid *grid, const BjtPublicSheetOptions *options, GError **error); /* takes the grid */

G_END_DECLS
