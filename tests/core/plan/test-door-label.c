#include "plan/bjt-door-label.h"

static void
test_for_level (void)
{
  static const struct
  {
    const char *label, *level, *new_level, *expected;
  } cases[] = {
    { "601", "6", "7", "701" },        { "0601", "6", "7", "0701" },     { "0901", "9", "10", "1001" },
    { "2-601", "6", "7", "2-701" },    { "3A02", "3A", "5", "502" },     { "1203", "12", "13", "1303" },
    { "101", "1", "-1", "-101" },      { "-102", "-1", "-2", "-202" },   { "401", "4", "3A", "3A01" },
    { "东户", "6", "7", NULL },        { "门市2", "1", "2", NULL },      { "1601", "6", "7", NULL },
    { "01", "1", "2", NULL },          { "", "1", "2", NULL },           { "601", "5", "6", NULL },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *label = bjt_door_label_for_level (cases[i].label, cases[i].level, cases[i].new_level);

      g_assert_cmpstr (label, ==, cases[i].expected);
    }
}

static void
test_for_entrance (void)
{
  static const struct
  {
    const char *label, *entrance, *new_entrance, *expected;
  } cases[] = {
    { "2-601", "2", "3", "3-601" }, { "601", "6", "7", "601" }, { "甲-101", "甲", "乙", "乙-101" }, { "-101", "", "2", "-101" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *label = bjt_door_label_for_entrance (cases[i].label, cases[i].entrance, cases[i].new_entrance);

      g_assert_cmpstr (label, ==, cases[i].expected);
    }
}

static void
test_next (void)
{
  static const char *const cases[][2] = {
    { "603", "604" }, { "0609", "0610" }, { "门市9", "门市10" }, { "1-199", "1-200" }, { "99999999999", "991000000000" }, { "东户", NULL }, { "", NULL },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *label = bjt_door_label_next (cases[i][0]);

      g_assert_cmpstr (label, ==, cases[i][1]);
    }
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/door-label/for-level", test_for_level);
  g_test_add_func ("/door-label/for-entrance", test_for_entrance);
  g_test_add_func ("/door-label/next", test_next);
  return g_test_run ();
}
