/* fuzz-recurrence.c: any text is a rule of repeating days, or is refused in one
 * line; what was taken has its dates in order, and soon. */
#include "rules/bjt-recurrence.h"

#include <string.h>

int LLVMFuzzerTestOneInput (const guint8 *data, gsize size);

int
LLVMFuzzerTestOneInput (const guint8 *data,
                        gsize         size)
{
  g_autofree char          *rule = g_strndup ((const char *) data, size);
  BjtDate                   first = bjt_date_from_ymd (2026, 1, 29);
  g_autoptr (GError)        error = NULL;
  g_autoptr (BjtRecurrence) recurrence = bjt_recurrence_new (rule, first, &error);
  g_autoptr (GArray)        dates = NULL;

  if (recurrence == NULL)
    {
      g_assert_null (strchr (error->message, '\n'));
      return 0;
    }
  dates = bjt_recurrence_list_dates (recurrence, first, first + 1000);
  for (guint i = 0; i < dates->len; i++)
    g_assert_true (g_array_index (dates, BjtDate, i) >= (i == 0 ? first : g_array_index (dates, BjtDate, i - 1) + 1));
  return 0;
}
