/* test-holidays.c: the shipped table of days off against the published ones, each
 * read as a person would import it. */
#include "import/bjt-calendar-import.h"
#include "rules/bjt-work-calendar.h"

#define FIRST_YEAR 2019
#define LAST_YEAR 2026

static char *
dup_shared_path (const char *name)
{
  const char *folder = g_getenv ("BJT_SHARED_DATA");

  return g_build_filename (folder != NULL ? folder : BJT_SOURCE_ROOT "/../shared/data", "04_china_admin", "calendar", name, NULL);
}

static GArray *
import_year (int         year,
             const char *ending)
{
  g_autofree char   *name = g_strdup_printf ("holiday-cn_%d.%s", year, ending);
  g_autofree char   *path = dup_shared_path (name);
  g_autoptr (GError) error = NULL;
  GArray            *stretches = bjt_calendar_import (path, NULL, &error);

  g_assert_no_error (error);
  return stretches;
}

/* What a published table says of a day; NULL: nothing. */
static const BjtWorkStretch *
find (GArray *stretches,
      BjtDate day)
{
  for (guint i = 0; i < stretches->len; i++)
    {
      const BjtWorkStretch *stretch = &g_array_index (stretches, BjtWorkStretch, i);

      if (day >= stretch->from && day <= stretch->to)
        return stretch;
    }
  return NULL;
}

/* All days of a year, to and fro: what is named, and that nothing else is. */
static void
assert_year (GArray *stretches,
             int     year)
{
  const BjtWorkCalendar *calendar = bjt_work_calendar_get_default ();

  for (BjtDate day = bjt_date_from_ymd (year, 1, 1); day <= bjt_date_from_ymd (year, 12, 31); day++)
    {
      const BjtWorkStretch *stretch = find (stretches, day);
      g_autofree char      *text = bjt_date_dup_string (day);

      g_test_message ("%s", text);
      g_assert_cmpstr (bjt_work_calendar_get_name (calendar, day), ==, stretch != NULL ? stretch->name : NULL);
      g_assert_cmpint (bjt_work_calendar_is_worked (calendar, day), ==, stretch != NULL ? stretch->is_worked : bjt_date_get_weekday (day) <= 5);
    }
}

static void
append_all (GArray *to,
            GArray *from)
{
  for (guint i = 0; i < from->len; i++)
    {
      const BjtWorkStretch *stretch = &g_array_index (from, BjtWorkStretch, i);

      bjt_work_stretches_add (to, stretch->from, stretch->to, stretch->is_worked, stretch->name);
    }
}

/* A year's notice may name days of the December before. */
static GArray *
import_all (void)
{
  GArray *all = bjt_work_stretches_new ();

  for (int year = FIRST_YEAR; year <= LAST_YEAR; year++)
    {
      g_autoptr (GArray) stretches = import_year (year, "json");

      append_all (all, stretches);
    }
  return all;
}

static void
json (void)
{
  g_autoptr (GArray) all = import_all ();

  for (int year = FIRST_YEAR; year <= LAST_YEAR; year++)
    assert_year (all, year);
}

static void
ics (void)
{
  for (int year = 2025; year <= 2026; year++)
    {
      g_autoptr (GArray) stretches = import_year (year, "ics");

      assert_year (stretches, year);
    }
}

static gboolean
is_worked (GArray *published,
           BjtDate day)
{
  const BjtWorkStretch *stretch = find (published, day);

  return stretch != NULL ? stretch->is_worked : bjt_date_get_weekday (day) <= 5;
}

/* From every day of the eight years. */
static void
deadlines (void)
{
  static const int            counts[] = { 1, 3, 5, 15 };
  g_autoptr (GArray)          published = import_all ();
  g_autoptr (BjtWorkCalendar) laid_over = bjt_work_calendar_new_with_stretches ((const BjtWorkStretch *) (gpointer) published->data, published->len);

  for (BjtDate from = bjt_date_from_ymd (FIRST_YEAR, 1, 1); from <= bjt_date_from_ymd (LAST_YEAR, 11, 30); from++)
    for (guint i = 0; i < G_N_ELEMENTS (counts); i++)
      {
        BjtDate due = from;

        for (int left = counts[i]; left > 0; left -= is_worked (published, due))
          due++;
        g_assert_cmpint (bjt_work_calendar_add_days (bjt_work_calendar_get_default (), from, counts[i]), ==, due);
        g_assert_cmpint (bjt_work_calendar_add_days (laid_over, from, counts[i]), ==, due);
      }
}

int
main (int   argc,
      char *argv[])
{
  g_autofree char *folder = dup_shared_path ("");

  g_test_init (&argc, &argv, NULL);
  if (!g_file_test (folder, G_FILE_TEST_IS_DIR))
    return 77;
  g_test_add_func ("/holidays/json-of-2019-to-2026", json);
  g_test_add_func ("/holidays/ics-of-2025-and-2026", ics);
  g_test_add_func ("/holidays/deadlines", deadlines);
  return g_test_run ();
}
