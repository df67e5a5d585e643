/* bjt-atlas.h: several sheets as one, page after page.
 *
 * All grids for a meeting: one file, one job of the printer. The sheets have
 * one paper and one orientation.
 */
#pragma once

#include "bjt-grid-sheet.h"

G_BEGIN_DECLS

#define BJT_TYPE_ATLAS (bjt_atlas_get_type ())
G_DECLARE_FINAL_TYPE (BjtAtlas, bjt_atlas, BJT, ATLAS, BjtSheet)

BjtSheet *bjt_atlas_new (const char *title, GPtrArray *sheets, GError **error);
BjtSheet *bjt_atlas_new_of_grids (BjtPicture *picture, const BjtGridSheetOptions *options, GError **error);

G_END_DECLS
