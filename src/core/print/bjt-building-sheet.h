/* bjt-building-sheet.h: 楼盘表: the doors of a building or of one entrance, level
 * by level, with what is known of them.
 *
 * Internal, as the grid sheet is. The floors stay whole: what is too tall or
 * too wide for the paper goes on on the next page, with the entrances named again.
 */
#pragma once

#include "bjt-grid-sheet.h"

G_BEGIN_DECLS

#define BJT_TYPE_BUILDING_SHEET (bjt_building_sheet_get_type ())
G_DECLARE_FINAL_TYPE (BjtBuildingSheet, bjt_building_sheet, BJT, BUILDING_SHEET, BjtSheet)

typedef struct
{
  guint32 building;
  guint32 entrance; /* BJT_NO_INDEX: all of them */
} BjtBuildingScope;

/* Of @options: paper (A4), orientation, names, is_mono, has_binding, purpose,
 * receiver, maker, copy_number, made_on, language. */
BjtSheet *bjt_building_sheet_new (BjtPicture *picture, const BjtBuildingScope *scope, const BjtGridSheetOptions *options, GError **error);
void      bjt_building_sheet_get_cell_size (BjtBuildingSheet *self, double *width, double *height); /* mm */

G_END_DECLS
