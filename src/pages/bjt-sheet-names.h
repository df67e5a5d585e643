/* bjt-sheet-names.h: how kinds of sheets are called, and in which language they speak.
 */
#pragma once

#include "workspace/bjt-sheet-catalogue.h"

G_BEGIN_DECLS

BjtSheetLanguage bjt_sheet_names_get_language (void);         /* of sheets that the window prints */
const char      *bjt_sheet_names_get (const char *kind); /* grid-map: 网格图; translated; the kind itself when it is not known */

const char      *bjt_sheet_names_get_class (BjtSheetClassification classification); /* 内部资料; translated */

G_END_DECLS
