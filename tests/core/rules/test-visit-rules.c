/* test-visit-rules.c: Rule B.12 as data; when gates are open. */
#include "rules/bjt-opening-hours.h"
#include "rules/bjt-visit-rules.h"

static void
test_defaults (void)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (BjtVisitRules) rules = bjt_visit_rules_new (NULL, &error);
  const BjtVisitNumbers *n = bjt_visit_rules_get_numbers (rules);

  g_assert_no_error (error);
  g_assert_cmpfloat (n->speed, ==, 1.1);
  g_assert_cmpfloat (n->stairs_up, ==, 18);
  g_assert_cmpfloat (n->stairs_down, ==, 12);
  g_assert_cmpfloat (n->lift_wait + 3 * n->lift_floor, ==, 54);
  g_assert_cmpfloat (n->visit_general, ==, 10);
  g_assert_cmpfloat (n->visit_key, ==, 20);
  g_assert_cmpint (n->shift.from, ==, 9 * 60);
  g_assert_true (n->restricted_by_two);
  g_assert_true (n->woman_to_woman);
  g_assert_cmpfloat (bjt_visit_rules_get_season (rules, bjt_date_from_ymd (2026, 11, 23)), ==, 1.3);
  g_assert_cmpfloat (bjt_visit_rules_get_season (rules, bjt_date_from_ymd (2027, 3, 31)), ==, 1.3);
  g_assert_cmpfloat (bjt_visit_rules_get_season (rules, bjt_date_from_ymd (2026, 6, 1)), ==, 1);
}

static void
test_own_lines (void)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (BjtVisitRules) rules = bjt_visit_rules_new ("speed 0.9 # slow\n\nshift 14:00 17:30\nlunch 12:00 12:30 0\nwoman nobody\n", &error);

  g_assert_no_error (error);
  g_assert_cmpfloat (bjt_visit_rules_get_numbers (rules)->speed, ==, 0.9);
  g_assert_cmpfloat (bjt_visit_rules_get_numbers (rules)->stairs_up, ==, 18);
  g_assert_cmpint (bjt_visit_rules_get_numbers (rules)->shift.to, ==, 17 * 60 + 30);
  g_assert_cmpint (bjt_visit_rules_get_numbers (rules)->lunch_minutes, ==, 0);
  g_assert_false (bjt_visit_rules_get_numbers (rules)->woman_to_woman);
}

static void
test_refused (void)
{
  static const char *const wrong[] = {
    "speed", "speed fast", "speed -1", "speed nan", "speed 1 2", "sped 1", "shift 17:00 09:00", "shift 9 17", "shift 09:00 24:01",
    "lunch 11:00 12:00 -5", "winter 13-01 03-01 1.3", "winter 11-01 03-01 0.5", "window age:60 any 08:00-09:00", "window age:60- any",
    "window age:60- sometimes 08:00-09:00", "window age:60- any 09:00-08:00", "window they any 08:00-09:00", "pair all", "\xff",
    "a b c d e f g h i j k l m n",
  };

  for (guint i = 0; i < G_N_ELEMENTS (wrong); i++)
    {
      g_autoptr (GError) error = NULL;

      g_assert_null (bjt_visit_rules_new (wrong[i], &error));
      g_assert_error (error, BJT_VISIT_RULES_ERROR, BJT_VISIT_RULES_ERROR_TEXT);
    }
}

static BjtPicture *
make_people (void)
{
  BjtPicture *picture = bjt_picture_new (bjt_date_from_ymd (2026, 11, 23));
  const BjtDate born[] = { bjt_date_from_ymd (1940, 1, 1), bjt_date_from_ymd (1985, 1, 1), bjt_date_from_ymd (2016, 1, 1), BJT_DATE_NONE };

  for (guint i = 0; i < G_N_ELEMENTS (born); i++)
    {
      BjtPicturePerson person = { .born_on = born[i] };

      g_array_append_val (picture->persons, person);
    }
  return picture;
}

static void
test_windows (void)
{
  g_autoptr (BjtPicture) picture = make_people ();
  g_autoptr (BjtVisitRules) rules = bjt_visit_rules_new (NULL, NULL);
  static const struct
  {
    guint    person;
    gboolean is_employed, is_worked, found;
    guint    n;
    int      from; /* of the first */
  } cases[] = {
    { 0, FALSE, TRUE, TRUE, 2, 510 },
    { 1, FALSE, TRUE, FALSE, 0, 0 },
    { 1, TRUE, TRUE, TRUE, 1, 18 * 60 },
    { 1, TRUE, FALSE, TRUE, 1, 9 * 60 },
    { 2, FALSE, TRUE, TRUE, 1, 16 * 60 },
    { 2, FALSE, FALSE, TRUE, 1, 9 * 60 },
    { 3, FALSE, TRUE, FALSE, 0, 0 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GArray) windows = g_array_new (FALSE, FALSE, sizeof (BjtMinutes));
      BjtVisitAsked asked = { picture, cases[i].person, cases[i].is_employed, picture->as_of, cases[i].is_worked };

      g_assert_true (bjt_visit_rules_get_windows (rules, &asked, windows) == cases[i].found);
      g_assert_cmpuint (windows->len, ==, cases[i].n);
      if (windows->len > 0)
        g_assert_cmpint (g_array_index (windows, BjtMinutes, 0).from, ==, cases[i].from);
    }
}

static void
test_opening_hours (void)
{
  BjtDate monday = bjt_date_from_ymd (2026, 11, 23), sunday = monday - 1;
  static const struct
  {
    const char *text;
    gboolean    on_monday, on_sunday; /* open from 9 to 17 */
  } cases[] = {
    { "24/7", TRUE, TRUE }, { "06:00-22:00", TRUE, TRUE }, { "09:00-17:00", TRUE, TRUE }, { "09:01-17:00", FALSE, FALSE },
    { "Mo-Fr 08:00-18:00", TRUE, FALSE }, { "Su 08:00-18:00", FALSE, TRUE }, { "Fr-Mo 08:00-18:00", TRUE, TRUE },
    { "off", FALSE, FALSE }, { "24/7; Su off", TRUE, FALSE }, { "06:00-12:00,14:00-22:00", FALSE, FALSE },
    { "06:00-12:00, 12:00-22:00", TRUE, TRUE }, { "22:00-18:00", TRUE, TRUE }, { "Mo,Su 08:00-18:00", TRUE, TRUE }, { "Mo-Fr", TRUE, FALSE },
    { "sunrise-sunset", TRUE, TRUE }, { "", TRUE, TRUE }, { "closed", FALSE, FALSE },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_test_message ("%s", cases[i].text);
      g_assert_true (bjt_opening_hours_cover (cases[i].text, monday, 9 * 60, 17 * 60) == cases[i].on_monday);
      g_assert_true (bjt_opening_hours_cover (cases[i].text, sunday, 9 * 60, 17 * 60) == cases[i].on_sunday);
    }
  g_assert_true (bjt_opening_hours_cover (NULL, monday, 0, 1440));
  g_assert_true (bjt_opening_hours_is_valid ("Mo-Fr 08:00-18:00; Sa off"));
  g_assert_false (bjt_opening_hours_is_valid ("sunset"));
  g_assert_false (bjt_opening_hours_is_valid (""));
  g_assert_false (bjt_opening_hours_is_valid ("08:00"));
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/rules/visit-rules/B.12-defaults", test_defaults);
  g_test_add_func ("/rules/visit-rules/own-lines", test_own_lines);
  g_test_add_func ("/rules/visit-rules/refused", test_refused);
  g_test_add_func ("/rules/visit-rules/B.12-windows", test_windows);
  g_test_add_func ("/rules/visit-rules/opening-hours", test_opening_hours);
  return g_test_run ();
}
