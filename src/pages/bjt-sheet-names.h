/* bjt-sheet-names.h: how kinds of sheets are called.
 */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

const char *bjt_sheet_names_get (const char *kind); /* grid-map: 网格图; translated; the kind itself when it is not known */

G_END_DECLS
