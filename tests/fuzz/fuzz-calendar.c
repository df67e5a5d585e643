/* fuzz-calendar.c: any bytes are a calendar of days off, or are refused in one
 * line; what was taken is valid and in order. */
#include "bjt-calendar-reader.h"

#include <string.h>

int LLVMFuzzerTestOneInput (const guint8 *data, gsize size);

int
LLVMFuzzerTestOneInput (const guint8 *data,
                        gsize         size)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GArray) stretches = bjt_calendar_parse ((const char *) data, size, &error);

  if (stretches == NULL)
    {
      g_assert_nonnull (error);
      return 0;
    }
  g_assert_cmpuint (stretches->len, >, 0);
  for (guint i = 0; i < stretches->len; i++)
    {
      const BjtWorkStretch *stretch = &g_array_index (stretches, BjtWorkStretch, i);

      g_assert_true (bjt_work_stretch_is_valid (stretch));
      g_assert_true (i == 0 || stretch->from > stretch[-1].to);
    }
  return 0;
}
