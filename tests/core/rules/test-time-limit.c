/* test-time-limit.c: what is a limit and what is none. */
#include "rules/bjt-time-limit.h"

#include <string.h>

static void
reads_and_writes (void)
{
  static const struct
  {
    const char  *text;
    BjtTimeLimit limit;
  } cases[] = {
    { "2h", { 2, BJT_TIME_LIMIT_HOURS } },
    { "24h", { 24, BJT_TIME_LIMIT_HOURS } },
    { "7d", { 7, BJT_TIME_LIMIT_DAYS } },
    { "15d", { 15, BJT_TIME_LIMIT_DAYS } },
    { "3w", { 3, BJT_TIME_LIMIT_WORKING_DAYS } },
    { "9999w", { 9999, BJT_TIME_LIMIT_WORKING_DAYS } },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      BjtTimeLimit       limit;
      g_autoptr (GError) error = NULL;
      char               text[BJT_TIME_LIMIT_STRING_SIZE];

      g_assert_true (bjt_time_limit_parse (cases[i].text, &limit, &error));
      g_assert_no_error (error);
      g_assert_cmpint (limit.n, ==, cases[i].limit.n);
      g_assert_cmpint (limit.unit, ==, cases[i].limit.unit);
      bjt_time_limit_format (limit, text);
      g_assert_cmpstr (text, ==, cases[i].text);
    }
}

static void
leading_noughts_are_dropped (void)
{
  BjtTimeLimit limit;
  char         text[BJT_TIME_LIMIT_STRING_SIZE];

  g_assert_true (bjt_time_limit_parse ("03w", &limit, NULL));
  bjt_time_limit_format (limit, text);
  g_assert_cmpstr (text, ==, "3w");
}

static void
no_limit_is_empty (void)
{
  char text[BJT_TIME_LIMIT_STRING_SIZE] = "?";

  bjt_time_limit_format ((BjtTimeLimit) { 0 }, text);
  g_assert_cmpstr (text, ==, "");
}

static void
refuses_in_one_line (void)
{
  static const char *const texts[] = {
    NULL, "", "h", "3", "0d", "0000d", "-1d", "+1d", " 3d", "3 d", "3d ", "3H", "3D", "3m", "3dd", "1.5h", "1e3h", "0x3h",
    "12345h", "99999999999999999999999999999999w", "3w\n", "3\nw", "3天", "３d", "\xff\xfe", "3\xff", "%s%n", "'; DROP TABLE issue; --",
  };

  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    {
      BjtTimeLimit       limit = { 77, BJT_TIME_LIMIT_HOURS };
      g_autoptr (GError) error = NULL;

      g_assert_false (bjt_time_limit_parse (texts[i], &limit, &error));
      g_assert_error (error, BJT_TIME_LIMIT_ERROR, 0);
      g_assert_cmpstr (error->message, ==, "not a time limit: write 1 to 9999 hours, days or working days, such as 24h, 7d or 3w");
      g_assert_cmpint (limit.n, ==, 77);
    }
}

/* Whatever is taken for a limit is written back as one that reads the same. */
static void
survives_any_bytes (void)
{
  static const char letters[] = "0123456789hdw-+ \n\xe5x";

  for (guint i = 0; i < 20000; i++)
    {
      char         text[8] = "", again[BJT_TIME_LIMIT_STRING_SIZE];
      int          length = g_test_rand_int_range (0, 8);
      BjtTimeLimit limit, second;

      for (int k = 0; k < length; k++)
        text[k] = letters[g_test_rand_int_range (0, (gint32) strlen (letters))];
      if (!bjt_time_limit_parse (text, &limit, NULL))
        continue;
      bjt_time_limit_format (limit, again);
      g_assert_true (bjt_time_limit_parse (again, &second, NULL));
      g_assert_cmpint (second.n, ==, limit.n);
      g_assert_cmpint (second.unit, ==, limit.unit);
    }
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/time-limit/reads-and-writes", reads_and_writes);
  g_test_add_func ("/time-limit/leading-noughts-are-dropped", leading_noughts_are_dropped);
  g_test_add_func ("/time-limit/no-limit-is-empty", no_limit_is_empty);
  g_test_add_func ("/time-limit/refuses-in-one-line", refuses_in_one_line);
  g_test_add_func ("/time-limit/survives-any-bytes", survives_any_bytes);
  return g_test_run ();
}
