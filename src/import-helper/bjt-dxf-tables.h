/* bjt-dxf-tables.h: what a DXF file says before its entities.
 */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

typedef struct
{
  double      metres_per_unit; /* 0: not told */
  GHashTable *hidden;          /* names of layers that are off or frozen */
  gboolean    is_binary;
} BjtDxfTables;

gboolean bjt_dxf_is_binary (const char *data, gsize size);
char    *bjt_dxf_to_text (const char *data, gsize size, gsize *length, GError **error);
void     bjt_dxf_tables_read (BjtDxfTables *self, const char *data, gsize size);
void     bjt_dxf_tables_clear (BjtDxfTables *self);

G_END_DECLS
