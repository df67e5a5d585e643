/* test-work-calendar.c: days off and worked weekends of 2019 to 2026. */
#include "rules/bjt-work-calendar.h"

/* Counted by hand on the notices of the State Council. */
static void
deadlines (void)
{
  static const struct
  {
    const char *from;
    int         n;
    const char *expected;
  } cases[] = {
    /* ordinary weeks */
    { "2026-11-22", 0, "2026-11-22" },
    { "2026-11-22", 1, "2026-11-23" },
    { "2026-11-22", 3, "2026-11-25" },
    { "2026-11-20", 1, "2026-11-23" },
    { "2026-11-21", 1, "2026-11-23" },
    { "2026-11-19", 2, "2026-11-23" },
    { "2026-11-20", 15, "2026-12-11" },
    { "2026-11-22", -2, "2026-11-22" },
    { "2028-02-28", 1, "2028-02-29" }, /* no table: the week alone */
    /* 春节 */
    { "2019-02-01", 3, "2019-02-11" }, /* Sa and Su before are worked */
    { "2020-01-22", 3, "2020-02-04" }, /* lengthened that year */
    { "2021-02-09", 3, "2021-02-19" },
    { "2022-01-28", 3, "2022-02-07" },
    { "2023-01-19", 3, "2023-01-29" },
    { "2024-02-08", 3, "2024-02-19" }, /* 除夕 is worked */
    { "2025-01-26", 3, "2025-02-06" },
    { "2026-02-13", 3, "2026-02-25" },
    /* 国庆 */
    { "2019-09-28", 3, "2019-10-08" },
    { "2020-09-29", 3, "2020-10-10" },
    { "2021-09-29", 3, "2021-10-09" },
    { "2022-09-29", 3, "2022-10-09" },
    { "2023-09-27", 3, "2023-10-08" },
    { "2024-09-29", 3, "2024-10-09" },
    { "2025-09-29", 3, "2025-10-10" },
    { "2026-09-29", 3, "2026-10-09" },
    /* 元旦 over the end of the year */
    { "2022-12-29", 2, "2023-01-03" },
    { "2025-12-31", 2, "2026-01-05" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *due = bjt_date_dup_string (bjt_work_calendar_add_days (bjt_work_calendar_get_default (), bjt_date_parse (cases[i].from), cases[i].n));

      g_test_message ("%s + %d", cases[i].from, cases[i].n);
      g_assert_cmpstr (due, ==, cases[i].expected);
    }
}

/* Every day around 春节, 国庆 and the weekends worked, with what is due 1, 3, 5 and
 * 15 working days later; counted apart from the program. */
static void
table_of_deadlines (void)
{
  static const int        counts[] = { 1, 3, 5, 15 };
  const BjtWorkCalendar  *calendar = bjt_work_calendar_get_default ();
  g_autofree char        *path = g_test_build_filename (G_TEST_DIST, "..", "..", "data", "calendar", "deadlines.txt", NULL);
  g_autofree char        *text = NULL;
  g_auto (GStrv)          lines = NULL;
  g_autoptr (GHashTable)  years = g_hash_table_new (NULL, NULL);
  guint                   n_rows = 0;

  g_assert_true (g_file_get_contents (path, &text, NULL, NULL));
  lines = g_strsplit (text, "\n", -1);
  for (guint i = 0; lines[i] != NULL; i++)
    {
      g_auto (GStrv) days = NULL;

      if (*lines[i] == '#' || *lines[i] == '\0')
        continue;
      days = g_strsplit (lines[i], " ", -1);
      g_assert_cmpuint (g_strv_length (days), ==, 5);
      for (guint k = 0; k < G_N_ELEMENTS (counts); k++)
        {
          g_autofree char *due = bjt_date_dup_string (bjt_work_calendar_add_days (calendar, bjt_date_parse (days[0]), counts[k]));

          g_assert_cmpstr (due, ==, days[k + 1]);
        }
      g_hash_table_add (years, GINT_TO_POINTER (atoi (days[0])));
      n_rows++;
    }
  g_assert_cmpuint (g_hash_table_size (years), ==, 8);
  g_assert_cmpuint (n_rows, ==, 444);
}

static void
names (void)
{
  const BjtWorkCalendar *calendar = bjt_work_calendar_get_default ();

  g_assert_cmpstr (bjt_work_calendar_get_name (calendar, bjt_date_parse ("2026-02-17")), ==, "春节");
  g_assert_cmpstr (bjt_work_calendar_get_name (calendar, bjt_date_parse ("2026-02-14")), ==, "春节");
  g_assert_true (bjt_work_calendar_is_worked (calendar, bjt_date_parse ("2026-02-14")));
  g_assert_null (bjt_work_calendar_get_name (calendar, bjt_date_parse ("2026-11-22")));
  g_assert_cmpint (bjt_work_calendar_get_last_year (calendar), ==, 2026);
}

static void
counting_is_adding_backwards (void)
{
  const BjtWorkCalendar *calendar = bjt_work_calendar_get_default ();
  BjtDate                first = bjt_date_from_ymd (2018, 12, 1);

  for (guint i = 0; i < 2000; i++)
    {
      BjtDate from = first + g_test_rand_int_range (0, 3200);
      int     n = g_test_rand_int_range (1, 60);
      BjtDate to = bjt_work_calendar_add_days (calendar, from, n);

      g_assert_true (bjt_work_calendar_is_worked (calendar, to));
      g_assert_cmpint (bjt_work_calendar_count_days (calendar, from, to), ==, n);
      g_assert_cmpint (bjt_work_calendar_count_days (calendar, to, from), ==, -n);
    }
}

static void
assert_refused (const char *text,
                const char *message)
{
  g_autoptr (GError)    error = NULL;
  BjtWorkCalendar      *calendar = bjt_work_calendar_new_from_text (text, &error);

  g_assert_null (calendar);
  g_assert_cmpstr (error->message, ==, message);
}

static void
refusals (void)
{
  assert_refused ("2026-01-01 2026-01-03 off", "line 1 of the work calendar is not FROM TO off|work NAME");
  assert_refused ("# ok\n2026-01-01 2026-01-03 maybe 元旦", "line 2 of the work calendar is not FROM TO off|work NAME");
  assert_refused ("2026-01-03 2026-01-01 off 元旦", "line 1 of the work calendar is not FROM TO off|work NAME");
  assert_refused ("2026-02-30 2026-03-01 off 元旦", "line 1 of the work calendar is not FROM TO off|work NAME");
  assert_refused ("2026-01-01 2027-01-03 off 元旦", "line 1 of the work calendar is not FROM TO off|work NAME");
  assert_refused ("2026-01-02 2026-01-03 off b\n2026-01-01 2026-01-02 off a", "the work calendar names 2026-01-02 twice");
}

static void
empty_goes_by_the_week (void)
{
  g_autoptr (BjtWorkCalendar) calendar = bjt_work_calendar_new_from_text ("\n# nothing\n", NULL);

  g_assert_nonnull (calendar);
  g_assert_cmpint (bjt_work_calendar_get_last_year (calendar), ==, 0);
  g_assert_false (bjt_work_calendar_is_worked (calendar, bjt_date_parse ("2026-02-14")));
  g_assert_true (bjt_work_calendar_is_worked (calendar, bjt_date_parse ("2026-02-17")));
}

static void
counting_is_looking_at_each_day (void)
{
  const BjtWorkCalendar *calendar = bjt_work_calendar_get_default ();
  BjtDate                from = bjt_date_from_ymd (1969, 12, 20);

  for (guint i = 0; i < 100; i++)
    {
      BjtDate start = from + g_test_rand_int_range (0, 25000);
      int     n = 0;

      for (BjtDate day = start + 1; day < start + 300; day++)
        {
          n += bjt_work_calendar_is_worked (calendar, day);
          g_assert_cmpint (bjt_work_calendar_count_days (calendar, start, day), ==, n);
        }
    }
}

static void
imported_days_win (void)
{
  const BjtWorkCalendar      *shipped = bjt_work_calendar_get_default ();
  g_autoptr (GArray)          days = bjt_work_stretches_new ();
  g_autoptr (BjtWorkCalendar) calendar = NULL;
  BjtDate                     first = bjt_date_parse ("2026-02-16"), flood = bjt_date_parse ("2026-07-08"), next = bjt_date_parse ("2027-01-01");

  bjt_work_stretches_add (days, first, first + 1, TRUE, "值守");
  bjt_work_stretches_add (days, flood, flood + 2, FALSE, "防汛");
  bjt_work_stretches_add (days, flood + 1, flood + 1, TRUE, "复工"); /* the later word counts */
  bjt_work_stretches_add (days, next, next, FALSE, "元旦");
  calendar = bjt_work_calendar_new_with_stretches ((const BjtWorkStretch *) (gpointer) days->data, days->len);
  for (BjtDate day = bjt_date_parse ("2018-12-01"); day < bjt_date_parse ("2027-12-31"); day++)
    {
      gboolean is_imported = (day >= first && day <= first + 1) || (day >= flood && day <= flood + 2) || day == next;

      if (is_imported)
        g_assert_cmpint (bjt_work_calendar_is_worked (calendar, day), ==, (day >= first && day <= first + 1) || day == flood + 1);
      else
        g_assert_cmpint (bjt_work_calendar_is_worked (calendar, day), ==, bjt_work_calendar_is_worked (shipped, day));
      if (!is_imported)
        g_assert_cmpstr (bjt_work_calendar_get_name (calendar, day), ==, bjt_work_calendar_get_name (shipped, day));
    }
  g_assert_cmpstr (bjt_work_calendar_get_name (calendar, first), ==, "值守");
  g_assert_cmpint (bjt_work_calendar_get_last_year (calendar), ==, 2027);
  g_assert_cmpint (bjt_work_calendar_count_days (calendar, flood - 1, flood + 2), ==, 1);
  g_assert_false (bjt_work_calendar_is_worked (shipped, first)); /* as it was */
}

static void
no_stretch_is_passed_over (void)
{
  BjtDate          day = bjt_date_parse ("2026-07-08");
  char             name[] = "x", lines[] = "a\nb", bytes[] = "\xff";
  const BjtWorkStretch days[] = {
    { BJT_DATE_NONE, day, FALSE, name },
    { day, BJT_DATE_NONE, FALSE, name },
    { day, day - 1, FALSE, name },
    { day, G_MAXINT32, FALSE, name },
    { G_MAXINT32 - 1, G_MAXINT32, FALSE, name },
    { G_MININT32 + 1, day, FALSE, name },
    { day, day + 60, FALSE, name },
    { day, day, FALSE, NULL },
    { day, day, FALSE, lines },
    { day, day, FALSE, bytes },
  };
  g_autoptr (BjtWorkCalendar) calendar = bjt_work_calendar_new_with_stretches (days, G_N_ELEMENTS (days));

  g_assert_true (bjt_work_calendar_is_worked (calendar, day));
  g_assert_null (bjt_work_calendar_get_name (calendar, day));
  g_assert_cmpint (bjt_work_calendar_get_last_year (calendar), ==, 2026);
}

static void
lines_and_back (void)
{
  static const char *const lines[] = { "2026-02-15 2026-02-23 off 春节", "2025-09-28 2025-09-28 work 国庆节、中秋节", "2024-01-01 2024-01-01 off New Year" };

  for (guint i = 0; i < G_N_ELEMENTS (lines); i++)
    {
      g_auto (BjtWorkStretch) day = { 0 };
      g_autofree char    *line = NULL;

      g_assert_true (bjt_work_stretch_parse (lines[i], &day));
      line = bjt_work_stretch_dup_string (&day);
      g_assert_cmpstr (line, ==, lines[i]);
    }
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/work-calendar/deadlines", deadlines);
  g_test_add_func ("/work-calendar/table-of-deadlines", table_of_deadlines);
  g_test_add_func ("/work-calendar/names", names);
  g_test_add_func ("/work-calendar/counting-is-adding-backwards", counting_is_adding_backwards);
  g_test_add_func ("/work-calendar/refusals", refusals);
  g_test_add_func ("/work-calendar/empty-goes-by-the-week", empty_goes_by_the_week);
  g_test_add_func ("/work-calendar/counting-is-looking-at-each-day", counting_is_looking_at_each_day);
  g_test_add_func ("/work-calendar/imported-days-win", imported_days_win);
  g_test_add_func ("/work-calendar/no-stretch-is-passed-over", no_stretch_is_passed_over);
  g_test_add_func ("/work-calendar/lines-and-back", lines_and_back);
  return g_test_run ();
}
