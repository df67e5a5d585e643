/* fuzz-xml.c: any bytes are XML, or are refused. */
#include "xml/bjt-xml-reader.h"

#include <string.h>

int LLVMFuzzerTestOneInput (const guint8 *data, gsize size);

static gboolean
start_cb (const char             *name,
          const BjtXmlAttributes *attributes,
          gpointer                user_data,
          GError                **error)
{
  for (guint i = 0; i < attributes->n_items; i++)
    g_assert (g_utf8_validate (attributes->items[i].value, -1, NULL));
  if (name[0] != 'x')
    return TRUE;
  g_set_error_literal (error, G_IO_ERROR, G_IO_ERROR_CANCELLED, "stopped");
  return FALSE;
}

int
LLVMFuzzerTestOneInput (const guint8 *data,
                        gsize         size)
{
  static const BjtXmlHandler handler = { .start = start_cb };

  bjt_xml_read_memory ((const char *) data, size, NULL, &handler, NULL, NULL);
  return 0;
}
