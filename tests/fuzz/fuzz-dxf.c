/* fuzz-dxf.c: what we read of a DXF ourselves: its binary form as text, its
 * layers and its unit. */
#include "bjt-dxf-tables.h"

int LLVMFuzzerTestOneInput (const guint8 *data, gsize size);

static void
try_tables (const char *text,
            gsize       size)
{
  BjtDxfTables tables;

  bjt_dxf_tables_read (&tables, text, size);
  bjt_dxf_tables_clear (&tables);
}

int
LLVMFuzzerTestOneInput (const guint8 *data,
                        gsize         size)
{
  const char      *bytes = (const char *) data;
  g_autofree char *text = NULL;
  gsize            length;

  try_tables (bytes, size);
  if (bjt_dxf_is_binary (bytes, size))
    text = bjt_dxf_to_text (bytes, size, &length, NULL);
  if (text != NULL)
    try_tables (text, length);
  return 0;
}
