/* bjt-grid-pages.h: 网格百家图 on any paper: one page where it fits, else larger paper,
 * more pages, or an overview and a sheet for each building.
 */
#pragma once

#include "bjt-grid-sheet.h"

G_BEGIN_DECLS

/* Paper that is chosen is kept; what is left open becomes as large as it takes. The
 * sheet says what was done: bjt_sheet_get_note(). */
BjtSheet *bjt_grid_pages_new (BjtPicture *picture, guint32 grid, const BjtGridSheetOptions *options, GError **error);

G_END_DECLS
