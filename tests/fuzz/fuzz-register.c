/* fuzz-register.c: the first line is a map of columns, the rest two sheets of text
 * with a form feed between them; whatever they hold becomes rows, or is refused. */
#include "import/bjt-csv-reader.h"
#include "import/bjt-frame.h"
#include "import/bjt-register.h"

#include <string.h>

int LLVMFuzzerTestOneInput (const guint8 *data, gsize size);

static gboolean
take_cb (const BjtDraft *draft,
         gpointer        user_data,
         GError        **error)
{
  BjtFrameDecoder       *decoder = user_data;
  g_autoptr (GByteArray) out = g_byte_array_new ();
  BjtFrame               frame;

  bjt_frame_append_draft (out, draft);
  g_assert (bjt_frame_decode (decoder, out->data, out->len, &frame, NULL));
  bjt_frame_clear (&frame);
  return TRUE;
}

static void
add_table (GPtrArray  *tables,
           const char *text,
           gsize       length)
{
  g_auto (BjtCsvResult) result = { 0 };

  if (bjt_csv_read (g_strndup (text, length), length, "fuzz", &result, NULL))
    g_ptr_array_add (tables, g_steal_pointer (&result.table));
}

int
LLVMFuzzerTestOneInput (const guint8 *data,
                        gsize         size)
{
  g_autofree char              *text = g_strndup ((const char *) data, size);
  gsize                         map_length = strcspn (text, "\n");
  g_autofree char              *map = g_strndup (text, map_length);
  const char                   *first = text + map_length;
  gsize                         length = strcspn (first, "\f");
  g_autoptr (GPtrArray)         tables = g_ptr_array_new_with_free_func ((GDestroyNotify) bjt_table_free);
  g_autoptr (BjtColumnOverride) override = bjt_column_override_new_from_json (map, NULL);
  BjtFrameDecoder               decoder;

  add_table (tables, first, length);
  if (first[length] != '\0')
    add_table (tables, first + length + 1, strlen (first + length + 1));
  bjt_frame_decoder_init (&decoder);
  bjt_register_read (tables, override, take_cb, &decoder, NULL);
  bjt_frame_decoder_clear (&decoder);
  return 0;
}
