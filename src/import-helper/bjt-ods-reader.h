/* bjt-ods-reader.h: OpenDocument spreadsheets, zipped or flat.
 */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

gboolean bjt_ods_read (const char *path, gboolean flat, GPtrArray *tables, GError **error);

G_END_DECLS
