/* test-date.c: days, times and the clock, checked against GLib's calendar. */
#include "base/bjt-clock.h"

static BjtDate
day (const char *text)
{
  BjtDate date = bjt_date_parse (text);

  g_assert_cmpint (date, !=, BJT_DATE_NONE);
  return date;
}

static void
every_day (void)
{
  GDate    *calendar = g_date_new_dmy (1, 1, 1800);
  BjtDate   last = bjt_date_from_ymd (2999, 12, 31);

  for (BjtDate date = bjt_date_from_ymd (1800, 1, 1); date <= last; date++)
    {
      int year, month, number;

      bjt_date_get_ymd (date, &year, &month, &number);
      g_assert_cmpint (year, ==, g_date_get_year (calendar));
      g_assert_cmpint (month, ==, (int) g_date_get_month (calendar));
      g_assert_cmpint (number, ==, g_date_get_day (calendar));
      g_assert_cmpint (bjt_date_get_weekday (date), ==, (int) g_date_get_weekday (calendar));
      g_assert_cmpint (bjt_date_from_ymd (year, month, number), ==, date);
      g_date_add_days (calendar, 1);
    }
  g_date_free (calendar);
  g_assert_cmpint (bjt_date_from_ymd (1970, 1, 1), ==, 0);
}

static void
no_such_day (void)
{
  static const int cases[][3] = {
    { 2026, 2, 29 }, { 1900, 2, 29 }, { 2100, 2, 29 }, { 2026, 4, 31 }, { 2026, 0, 1 }, { 2026, 13, 1 }, { 2026, 1, 0 },
    { 2026, 1, 32 }, { 1799, 12, 31 }, { 3000, 1, 1 }, { -1, 1, 1 }, { G_MAXINT, 1, 1 }, { 2026, G_MININT, 1 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    g_assert_cmpint (bjt_date_from_ymd (cases[i][0], cases[i][1], cases[i][2]), ==, BJT_DATE_NONE);
  g_assert_cmpint (bjt_date_from_ymd (2000, 2, 29), !=, BJT_DATE_NONE);
  g_assert_cmpint (bjt_date_from_ymd (2028, 2, 29), !=, BJT_DATE_NONE);
}

static void
parse_forms (void)
{
  static const char *const good[] = {
    "2026-11-02", "2026-11-2", "2026/11/02", "2026/11/2", "2026.11.2", "20261102", "2026年11月2日", "2026年11月02日",
    " 2026-11-02", "2026-11-02 08:30", "2026-11-02T00:30:00Z", "2026年11月2",
  };
  static const char *const bad[] = {
    "", " ", "x", "2026", "2026-11", "202611", "2026-13-01", "2026-02-30", "26-11-02", "2026-11-02x", "2026-11-021", "二〇二六",
    "-2026-11-02", "2026--11-02", "99999999", "2026-11-", "2026111", "4.4E+17", "0999-01-01",
  };

  for (guint i = 0; i < G_N_ELEMENTS (good); i++)
    g_assert_cmpint (bjt_date_parse (good[i]), ==, bjt_date_from_ymd (2026, 11, 2));
  for (guint i = 0; i < G_N_ELEMENTS (bad); i++)
    g_assert_cmpint (bjt_date_parse (bad[i]), ==, BJT_DATE_NONE);
  g_assert_cmpint (bjt_date_parse (NULL), ==, BJT_DATE_NONE);
}

static void
format_and_back (void)
{
  g_autofree char *none = bjt_date_dup_string (BJT_DATE_NONE);

  for (BjtDate date = bjt_date_from_ymd (1800, 1, 1); date < bjt_date_from_ymd (2999, 12, 31); date += 97)
    {
      g_autofree char *text = bjt_date_dup_string (date);

      g_assert_cmpint (bjt_date_parse (text), ==, date);
    }
  g_assert_cmpstr (none, ==, "");
}

static void
add_months (void)
{
  static const struct
  {
    const char *from;
    int         months;
    const char *expected;
  } cases[] = {
    { "2026-08-31", 6, "2027-02-28" }, { "2027-08-31", 6, "2028-02-29" }, { "2028-02-29", 12, "2029-02-28" },
    { "2028-02-29", 48, "2032-02-29" }, { "2026-12-31", 2, "2027-02-28" }, { "2026-03-31", -1, "2026-02-28" },
    { "2026-01-15", -13, "2024-12-15" }, { "2026-05-31", 0, "2026-05-31" }, { "2026-11-30", 1, "2026-12-30" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    g_assert_cmpint (bjt_date_add_months (day (cases[i].from), cases[i].months), ==, day (cases[i].expected));
  g_assert_cmpint (bjt_date_add_months (BJT_DATE_NONE, 6), ==, BJT_DATE_NONE);
  g_assert_cmpint (bjt_date_add_months (day ("2026-01-01"), 12 * 1000), ==, BJT_DATE_NONE);
  g_assert_cmpint (bjt_date_add_months (day ("2026-01-01"), -12 * 3000 - 1), ==, BJT_DATE_NONE);
}

static void
ages (void)
{
  static const struct
  {
    const char *born, *on;
    int         age;
  } cases[] = {
    { "1966-11-22", "2026-11-21", 59 }, { "1966-11-22", "2026-11-22", 60 }, { "1948-02-29", "2028-02-28", 79 },
    { "1948-02-29", "2028-02-29", 80 }, { "1947-03-01", "2027-02-28", 79 }, { "1944-02-29", "2025-02-28", 80 },
    { "1944-02-29", "2025-03-01", 81 }, { "2026-11-22", "2026-11-22", 0 }, { "2026-11-23", "2026-11-22", -1 },
    { "1900-12-31", "2026-01-01", 125 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    g_assert_cmpint (bjt_date_get_age (day (cases[i].born), day (cases[i].on)), ==, cases[i].age);
  g_assert_cmpint (bjt_date_get_age (BJT_DATE_NONE, 0), ==, -1);
  g_assert_cmpint (bjt_date_get_age (0, BJT_DATE_NONE), ==, -1);
}

static void
times (void)
{
  static const gint64 cases[] = { 1, -1, 1795320000000000, 1795320000123456, -2000000000000000, 951782399999999 };
  static const char *const bad[] = { "", "2026-11-22", "2026-11-22 08:00:00Z", "2026-11-22T0x:00:00Z", "2026-13-22T00:00:00Z",
                                     "2026-11-22T24:00:00Z", "2026-11-22T23:60:00Z", "2026-11-22T23:00:61Z" };
  char text[BJT_TIME_STRING_SIZE];

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      bjt_time_format (cases[i], text);
      g_assert_cmpint (bjt_time_parse (text), ==, cases[i]);
    }
  bjt_time_format (0, text);
  g_assert_cmpstr (text, ==, "");
  for (guint i = 0; i < G_N_ELEMENTS (bad); i++)
    g_assert_cmpint (bjt_time_parse (bad[i]), ==, 0);
  g_assert_cmpint (bjt_time_parse ("2026-11-22T04:05:06Z"), ==, bjt_time_parse ("2026-11-22T04:05:06.000000Z"));
}

/* Days are those of Shanghai: 16:00 UTC begins the next one. */
static void
local_days (void)
{
  gint64 eve = bjt_time_parse ("2026-11-21T15:59:59.999999Z");

  g_assert_cmpint (bjt_time_get_local_date (eve), ==, day ("2026-11-21"));
  g_assert_cmpint (bjt_time_get_local_minute (eve), ==, 1439);
  g_assert_cmpint (bjt_time_get_local_date (eve + 1), ==, day ("2026-11-22"));
  g_assert_cmpint (bjt_time_get_local_minute (eve + 1), ==, 0);
  g_assert_cmpint (bjt_time_get_local_date (-1), ==, day ("1970-01-01"));
  g_assert_cmpint (bjt_time_get_local_date (bjt_time_from_local (day ("1950-01-01"), 0)), ==, day ("1950-01-01"));
  g_assert_cmpint (bjt_time_get_local_date (bjt_time_from_local (day ("1950-01-01"), 0) - 1), ==, day ("1949-12-31"));
}

/* Run with the machine in other zones too: nothing here asks it. */
static void
no_zone_but_shanghai (void)
{
  const char          *zone = g_getenv ("TZ");
  g_autoptr (GDateTime) machine = g_date_time_new_from_unix_local (bjt_time_parse ("2026-11-21T20:00:00Z") / G_USEC_PER_SEC);
  gint64               morning = bjt_time_from_local (day ("2026-11-22"), 4 * 60);
  char                 text[BJT_TIME_STRING_SIZE];

  if (g_strcmp0 (zone, "America/New_York") == 0)
    g_assert_cmpint (g_date_time_get_hour (machine), ==, 15);
  if (g_strcmp0 (zone, "Pacific/Kiritimati") == 0)
    g_assert_cmpint (g_date_time_get_hour (machine), ==, 10);
  bjt_time_format (morning, text);
  g_assert_cmpstr (text, ==, "2026-11-21T20:00:00.000000Z");
  g_assert_cmpint (bjt_time_get_local_date (morning), ==, day ("2026-11-22"));
  g_assert_cmpint (bjt_time_get_local_minute (morning), ==, 240);
}

static void
the_clock (void)
{
  BjtClock clock;

  bjt_clock_init_as_of (&clock, day ("2026-11-22"));
  g_assert_cmpint (bjt_clock_get_today (&clock), ==, day ("2026-11-22"));
  g_assert_cmpint (bjt_time_get_local_date (bjt_clock_get_now (&clock)), ==, day ("2026-11-22"));
  bjt_clock_init (&clock);
  g_assert_cmpint (bjt_clock_get_today (&clock), ==, bjt_time_get_local_date (g_get_real_time ()));
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/date/every-day-of-1200-years", every_day);
  g_test_add_func ("/date/no-such-day", no_such_day);
  g_test_add_func ("/date/parse-forms", parse_forms);
  g_test_add_func ("/date/format-and-back", format_and_back);
  g_test_add_func ("/date/add-months", add_months);
  g_test_add_func ("/date/ages", ages);
  g_test_add_func ("/time/format-and-back", times);
  g_test_add_func ("/time/local-days", local_days);
  g_test_add_func ("/time/no-zone-but-shanghai", no_zone_but_shanghai);
  g_test_add_func ("/clock/as-of", the_clock);
  return g_test_run ();
}
