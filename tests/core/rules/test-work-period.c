/* Periods by the calendar, the current ones until today. */
#include "rules/bjt-work-period.h"

#include <glib.h>

static void
test_periods (void)
{
  static const struct
  {
    BjtWorkPeriod period;
    const char   *today, *from, *to;
  } rows[] = {
    { BJT_WORK_THIS_MONTH, "2026-11-22", "2026-11-01", "2026-11-22" },
    { BJT_WORK_THIS_QUARTER, "2026-11-22", "2026-10-01", "2026-11-22" },
    { BJT_WORK_THIS_YEAR, "2026-11-22", "2026-01-01", "2026-11-22" },
    { BJT_WORK_LAST_MONTH, "2026-01-01", "2025-12-01", "2025-12-31" },
    { BJT_WORK_LAST_MONTH, "2024-03-31", "2024-02-01", "2024-02-29" },
    { BJT_WORK_LAST_QUARTER, "2026-02-10", "2025-10-01", "2025-12-31" },
    { BJT_WORK_LAST_YEAR, "2026-11-22", "2025-01-01", "2025-12-31" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      BjtDate from, to;

      bjt_work_period_find (rows[i].period, bjt_date_parse (rows[i].today), &from, &to);
      g_assert_cmpint (from, ==, bjt_date_parse (rows[i].from));
      g_assert_cmpint (to, ==, bjt_date_parse (rows[i].to));
    }
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/rules/work-period", test_periods);
  return g_test_run ();
}
