/* fuzz-csv.c: any bytes are a table, or are refused. */
#include "import/bjt-csv-reader.h"

#include <string.h>

int LLVMFuzzerTestOneInput (const guint8 *data, gsize size);

int
LLVMFuzzerTestOneInput (const guint8 *data,
                        gsize         size)
{
  g_auto (BjtCsvResult) result = { 0 };
  char                 *copy = g_malloc (size + 1);

  memcpy (copy, data, size);
  copy[size] = '\0';
  if (!bjt_csv_read (copy, size, "fuzz", &result, NULL))
    return 0;
  for (guint row = 0; row < bjt_table_get_n_rows (result.table); row++)
    for (guint column = 0; column < bjt_table_get_row (result.table, row)->n_cells; column++)
      {
        const BjtCell *cell = bjt_table_get_cell (result.table, row, column);

        g_assert (strlen (cell->text) == cell->length);
        g_assert (g_utf8_validate (cell->text, (gssize) cell->length, NULL));
      }
  return 0;
}
