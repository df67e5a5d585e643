/* bjt-person-sheet.h: 一人一档: the file of one person on one page, with lines for
 * the pen and to sign.
 *
 * Internal. Names as options->names asks for them; restricted categories, and
 * rules about them, are never printed.
 */
#pragma once

#include "bjt-grid-sheet.h"
#include "model/bjt-person-file.h"

G_BEGIN_DECLS

BjtSheet *bjt_person_sheet_new (const BjtPersonFile *file, const BjtGridSheetOptions *options, GError **error);

G_END_DECLS
