/* bjt-xls-reader.h: workbooks of Excel 97–2003.
 */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

gboolean bjt_xls_read (const char *path, GPtrArray *tables, GError **error);

G_END_DECLS
