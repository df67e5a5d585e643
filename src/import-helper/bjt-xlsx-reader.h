/* bjt-xlsx-reader.h: Office Open XML workbooks.
 */
#pragma once

#include "bjt-output.h"

G_BEGIN_DECLS

gboolean bjt_xlsx_read (const char *path, GPtrArray *tables, BjtOutput *output, GError **error);

G_END_DECLS
