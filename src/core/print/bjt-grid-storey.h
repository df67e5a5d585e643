/* bjt-grid-storey.h: the doors of a building where they lie, on its footprint.
 */
#pragma once

#include "bjt-sheet-map.h"

G_BEGIN_DECLS

guint32  bjt_grid_storey_find_plan (const BjtPicture *picture, guint32 building, int *level); /* the lowest level that is drawn and placed; BJT_NO_INDEX: none */
gboolean bjt_grid_storey_draw (const BjtSheetMap *map, const BjtSheetPen *pen, const BjtPicture *picture, guint32 building); /* FALSE: nothing, as there is no plan or the scale is too small */

G_END_DECLS
