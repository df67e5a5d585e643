/* bjt-roster-sheet.h: the households of a grid, or those of its people who are in a
 * category, one a row.
 *
 * Internal. Names are masked unless the options ask for them in full; restricted
 * categories are never printed.
 */
#pragma once

#include "bjt-table-sheet.h"

G_BEGIN_DECLS

BjtSheet *bjt_roster_sheet_new_households (BjtPicture *picture, guint32 grid, const BjtGridSheetOptions *options, GError **error);
BjtSheet *bjt_roster_sheet_new_people (BjtPicture *picture, guint32 grid, const BjtGridSheetOptions *options, GError **error); /* NULL without an error: there is nobody */

G_END_DECLS
