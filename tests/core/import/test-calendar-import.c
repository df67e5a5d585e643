/* test-calendar-import.c: calendars of days off through the helper process, and
 * hostile ones. */
#include "import/bjt-calendar-import.h"
#include "import/bjt-import-error.h"

#include <glib/gstdio.h>
#include <string.h>

static char *
dup_lines (GArray *stretches)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < stretches->len; i++)
    {
      g_autofree char *line = bjt_work_stretch_dup_string (&g_array_index (stretches, BjtWorkStretch, i));

      g_string_append_printf (text, "%s\n", line);
    }
  return g_string_free (text, FALSE);
}

static GArray *
import_bytes (const char *bytes,
              gssize      length,
              GError    **error)
{
  g_autofree char *path = NULL;
  int              fd = g_file_open_tmp ("calendar-XXXXXX", &path, NULL);
  GArray          *stretches;

  g_assert_cmpint (fd, >=, 0);
  g_close (fd, NULL);
  g_assert_true (g_file_set_contents (path, bytes, length, NULL));
  stretches = bjt_calendar_import (path, NULL, error);
  g_unlink (path);
  return stretches;
}

static void
assert_lines (const char *text,
              const char *expected)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GArray) stretches = import_bytes (text, -1, &error);
  g_autofree char   *lines = NULL;

  g_assert_no_error (error);
  lines = dup_lines (stretches);
  g_assert_cmpstr (lines, ==, expected);
}

static void
assert_file (const char *name,
             const char *expected)
{
  g_autofree char   *path = g_test_build_filename (G_TEST_DIST, "..", "..", "data", "calendar", name, NULL);
  g_autoptr (GError) error = NULL;
  g_autoptr (GArray) stretches = bjt_calendar_import (path, NULL, &error);
  g_autofree char   *lines = NULL;

  g_assert_no_error (error);
  lines = dup_lines (stretches);
  g_assert_cmpstr (lines, ==, expected);
}

/* The notices of a year, a day a line and out of order. */
static void
json (void)
{
  assert_file ("days.json",
               "2026-12-31 2027-01-01 off 元旦\n"
               "2027-01-02 2027-01-03 off 元旦、周末\n"
               "2027-02-06 2027-02-06 off 春节\n"
               "2027-02-20 2027-02-20 work 春节\n");
}

/* A subscription as offices publish it: folded lines, other events, a moment in UTC. */
static void
ics (void)
{
  assert_file ("days.ics",
               "2027-01-01 2027-01-03 off 元旦\n"
               "2027-01-09 2027-01-09 work 元旦\n"
               "2027-02-05 2027-02-11 off 春节\n"
               "2027-02-14 2027-02-14 work 春节\n"
               "2027-04-05 2027-04-05 off 清明节\n"
               "2027-10-01 2027-10-03 off 国庆节\n");
}

#define EVENT(start, title) "BEGIN:VEVENT\r\nDTSTART;VALUE=DATE:" start "\r\nSUMMARY:" title "\r\nEND:VEVENT\r\n"
#define CALENDAR(events) "BEGIN:VCALENDAR\r\nVERSION:2.0\r\n" events "END:VCALENDAR\r\n"

static void
titles (void)
{
  assert_lines (CALENDAR (EVENT ("20270101", "元旦假期")), "2027-01-01 2027-01-01 off 元旦\n");
  assert_lines (CALENDAR (EVENT ("20270102", "上班(补元旦假期)")), "2027-01-02 2027-01-02 work 元旦\n");
  assert_lines (CALENDAR (EVENT ("20270102", "元旦（班）")), "2027-01-02 2027-01-02 work 元旦\n");
  assert_lines (CALENDAR (EVENT ("20270101", "元旦（休）")), "2027-01-01 2027-01-01 off 元旦\n");
  assert_lines (CALENDAR (EVENT ("20270101", "元旦假期 第1天/共2天") EVENT ("20270102", "元旦假期 第2天/共2天")), "2027-01-01 2027-01-02 off 元旦\n");
  assert_lines (CALENDAR (EVENT ("20270101", "放假")), "2027-01-01 2027-01-01 off 放假\n");
  assert_lines (CALENDAR (EVENT ("20270101", "小年") EVENT ("20270102", "元旦补班")), "2027-01-02 2027-01-02 work 元旦\n");
}

static void
assert_refused (const char *bytes,
                gssize      length,
                const char *message)
{
  g_autoptr (GError) error = NULL;
  GArray            *stretches = import_bytes (bytes, length, &error);

  g_assert_null (stretches);
  g_assert_nonnull (error);
  g_assert_true (error->domain == BJT_IMPORT_ERROR);
  g_assert_null (strchr (error->message, '\n'));
  g_test_message ("%s", error->message);
  g_assert_nonnull (strstr (error->message, message));
}

#define DAY(name, date, off) "{\"name\": " name ", \"date\": " date ", \"isOffDay\": " off "}"

static void
hostile_json (void)
{
  assert_refused ("{", -1, "the JSON is damaged");
  assert_refused ("{}", -1, "has no list \"days\"");
  assert_refused ("{\"days\": 7}", -1, "has no list \"days\"");
  assert_refused ("{\"days\": []}", -1, "names no day off");
  assert_refused ("[1]", -1, "neither a calendar (.ics) nor the JSON");
  assert_refused ("{\"days\": [7]}", -1, "day 1 of the calendar has no name");
  assert_refused ("{\"days\": [" DAY ("\"a\"", "\"2026-02-30\"", "true") "]}", -1, "day 1 of the calendar");
  assert_refused ("{\"days\": [" DAY ("\"a\"", "20260203", "true") "]}", -1, "day 1 of the calendar");
  assert_refused ("{\"days\": [" DAY ("\"\"", "\"2026-02-03\"", "true") "]}", -1, "day 1 of the calendar");
  assert_refused ("{\"days\": [" DAY ("\"a\\nb\"", "\"2026-02-03\"", "true") "]}", -1, "day 1 of the calendar");
  assert_refused ("{\"days\": [" DAY ("\"a\"", "\"2026-02-03\"", "\"yes\"") "]}", -1, "day 1 of the calendar");
  assert_refused ("{\"days\": [" DAY ("\"a\"", "\"2026-02-03\"", "true") "," DAY ("\"a\"", "\"2026-02-03\"", "false") "]}", -1,
                  "names 2026-02-03 twice, and not alike");
}

static void
hostile_ics (void)
{
  assert_refused ("BEGIN:VCALENDAR\r\n", -1, "not whole");
  assert_refused ("BEGIN:VCALENDAR\r\nBEGIN:VEVENT\r\nEND:VCALENDAR\r\n", -1, "not whole");
  assert_refused (CALENDAR (""), -1, "names no day off");
  assert_refused (CALENDAR (EVENT ("20270101", "会议")), -1, "names no day off");
  assert_refused (CALENDAR (EVENT ("20270230", "假期")), -1, "event 1 of the calendar has no first and last day");
  assert_refused (CALENDAR (EVENT ("99999999", "假期")), -1, "event 1 of the calendar has no first and last day");
  assert_refused (CALENDAR (EVENT ("", "假期")), -1, "event 1 of the calendar has no first and last day");
  assert_refused (CALENDAR (EVENT ("20270101", "假期\r\nDTEND;VALUE=DATE:20280101")), -1, "event 1 of the calendar has no first and last day");
  assert_refused (CALENDAR (EVENT ("20270101", "假期\r\nDTEND;VALUE=DATE:20260101")), -1, "event 1 of the calendar has no first and last day");
  assert_refused (CALENDAR (EVENT ("20270101", "假期\r\nRRULE:FREQ=SECONDLY")), -1, "event 1 of the calendar repeats");
  assert_refused (CALENDAR (EVENT ("20270101", "假期") EVENT ("20270101", "上班")), -1, "names 2027-01-01 twice, and not alike");
}

static void
hostile_bytes (void)
{
  g_autofree char *deep = g_strnfill (100000, '[');
  g_autofree char *deep_json = g_strconcat ("{\"days\":", deep, NULL);
  g_autofree char *big = g_strnfill (3 << 20, ' ');
  GString         *nested = g_string_new ("BEGIN:VCALENDAR\r\n"), *many = g_string_new ("BEGIN:VCALENDAR\r\n");

  for (guint i = 0; i < 50000; i++)
    g_string_append (nested, "BEGIN:VEVENT\r\n");
  for (guint i = 0; i < 2001; i++)
    g_string_append (many, EVENT ("20270101", "假期"));
  g_string_append (many, "END:VCALENDAR\r\n");
  assert_refused ("", 0, "is empty");
  assert_refused (" \r\n", -1, "is empty");
  assert_refused ("\0\0\0\0", 4, "not text in UTF-8");
  assert_refused ("BEGIN:VCALENDAR\r\nSUMMARY:\xb4\xba\xbd\xda\r\n", -1, "not text in UTF-8");
  assert_refused ("hello", -1, "neither a calendar");
  assert_refused (deep_json, -1, "nested too deep");
  assert_refused (big, -1, "larger than 2 MB");
  assert_refused (nested->str, -1, "not whole");
  assert_refused (many->str, -1, "more than 2000 events");
  g_string_free (nested, TRUE);
  g_string_free (many, TRUE);
}

static void
no_file (void)
{
  g_autoptr (GError) error = NULL;

  g_assert_null (bjt_calendar_import ("/nowhere/days.ics", NULL, &error));
  g_assert_error (error, BJT_IMPORT_ERROR, BJT_IMPORT_ERROR_FAILED);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/import/calendar/json", json);
  g_test_add_func ("/import/calendar/ics", ics);
  g_test_add_func ("/import/calendar/titles", titles);
  g_test_add_func ("/import/calendar/hostile-json", hostile_json);
  g_test_add_func ("/import/calendar/hostile-ics", hostile_ics);
  g_test_add_func ("/import/calendar/hostile-bytes", hostile_bytes);
  g_test_add_func ("/import/calendar/no-file", no_file);
  return g_test_run ();
}
