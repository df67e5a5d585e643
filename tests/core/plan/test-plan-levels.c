/* test-plan-levels.c: level lists, read, joined and printed. */
#include "plan/bjt-plan-levels.h"

static void
test_parse (void)
{
  static const struct
  {
    const char *text, *normal; /* NULL: refused */
    guint       n;
  } cases[] = {
    { "0", "0", 1 },
    { "1-5", "1-5", 5 },
    { "0;2-5", "0;2-5", 5 },
    { "5,0, 2-4", "0;2-5", 5 },
    { "-1", "-1", 1 },
    { "-2--1;0", "-2-0", 3 },
    { "-1-5", "-1-5", 7 },
    { "3;3;3", "3", 1 },
    { "0-9;2-3", "0-9", 10 },
    { "", "", 0 },
    { NULL, "", 0 },
    { "0;;2", NULL, 0 },
    { "5-1", NULL, 0 },
    { "1-", NULL, 0 },
    { "-", NULL, 0 },
    { "1-2-3", NULL, 0 },
    { "ground", NULL, 0 },
    { "1.5", NULL, 0 },
    { "99999999999999999999", NULL, 0 },
    { "0-1000", NULL, 0 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GError) error = NULL;
      g_autoptr (GArray) levels = bjt_plan_levels_parse (cases[i].text, &error);
      g_autofree char *text = levels != NULL ? bjt_plan_levels_to_string (levels) : NULL;

      g_assert_cmpstr (text, ==, cases[i].normal);
      g_assert_true ((levels == NULL) == (error != NULL));
      g_assert_cmpuint (levels != NULL ? bjt_plan_levels_count (levels) : 0, ==, cases[i].n);
    }
}

static void
test_common (void)
{
  g_autoptr (GArray) a = bjt_plan_levels_parse ("0;2-5", NULL);
  g_autoptr (GArray) b = bjt_plan_levels_parse ("-1;1;4-8", NULL);
  g_autoptr (GArray) c = bjt_plan_levels_parse ("-1;1;6", NULL);
  g_autoptr (GArray) rest = bjt_plan_levels_subtract (a, b);
  g_autofree char *text = bjt_plan_levels_to_string (rest);
  int ordinal = 99;

  g_assert_true (bjt_plan_levels_contain (a, 0));
  g_assert_false (bjt_plan_levels_contain (a, 1));
  g_assert_true (bjt_plan_levels_find_common (a, b, &ordinal));
  g_assert_cmpint (ordinal, ==, 4);
  g_assert_false (bjt_plan_levels_find_common (a, c, &ordinal));
  g_assert_cmpstr (text, ==, "0;2-3");
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/plan-levels/parse", test_parse);
  g_test_add_func ("/plan-levels/common", test_common);
  return g_test_run ();
}
