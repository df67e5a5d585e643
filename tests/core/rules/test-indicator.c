/* test-indicator.c: Rule B.10 over a community small enough to count by hand,
 * and over a larger one where areas have to add up. */
#include "bjt-sample-picture.h"
#include "model/bjt-filter.h"
#include "rules/bjt-indicator.h"
#include "rules/bjt-rules.h"

#include <math.h>

#define AS_OF 20779 /* 2026-11-22 */

/* Two grids; buildings A (grid 0) and B (grid 1), two doors each, and C that
 * has none and no grid.
 *   A101  two residents, one of them disabled; reached 10 days ago; one issue over its time
 *   A102  one resident; reached 200 days ago, overdue
 *   B101  registered, lives elsewhere
 *   B102  nobody, verified two years ago
 * One issue hangs in the entrance of B. */
static BjtPicture *
make_picture (void)
{
  BjtPicture       *picture = bjt_picture_new (AS_OF);
  BjtPictureGrid    grids[] = { { .parent = BJT_NO_INDEX, .number = 1 }, { .parent = BJT_NO_INDEX, .number = 2 } };
  BjtPoint          hectare[] = { { 129.76, 43.32 }, { 129.76123, 43.32 }, { 129.76123, 43.3209 }, { 129.76, 43.3209 } };
  BjtPictureCompound compound = { .name = "山水宜家" };
  BjtPictureCategory categories[] = {
    { .code = "disabled", .glyph = "残", .name = "残疾人", .tier = BJT_TIER_KEY },
    { .code = "released", .glyph = "释", .name = "刑满释放", .tier = BJT_TIER_HIGH_RISK, .is_restricted = TRUE },
  };
  guint32 entrances[2];

  grids[0].boundary = bjt_picture_keep_shape (picture, bjt_geometry_new_polygon (hectare, 4));
  g_array_append_vals (picture->grids, grids, 2);
  g_array_append_val (picture->compounds, compound);
  g_array_append_vals (picture->categories, categories, 2);
  for (guint b = 0; b < 2; b++)
    {
      guint32 building = bjt_sample_add_building (picture, 0, b, b == 0 ? "A" : "B");

      entrances[b] = bjt_sample_add_entrance (picture, building, "1");
      for (guint i = 0; i < 2; i++)
        bjt_sample_add_door (picture, building, entrances[b], 0, i);
    }
  bjt_sample_add_building (picture, 0, BJT_NO_INDEX, "C");
  return picture;
}

static void
add_household (BjtPicture *picture,
               guint32     door,
               guint       n_members,
               gboolean    is_resident)
{
  BjtPictureHousehold household = { .door = door, .tenure = BJT_TENURE_OWN, .since_on = AS_OF - 1000 };

  g_array_append_val (picture->households, household);
  for (guint i = 0; i < n_members; i++)
    {
      BjtPicturePerson person = { .name = "某", .born_on = AS_OF - 365 * 40 };
      BjtPictureMember member = { picture->households->len - 1, picture->persons->len, "02", i == 0, TRUE, is_resident };

      g_array_append_val (picture->persons, person);
      g_array_append_val (picture->members, member);
    }
}

static void
add_issue (BjtPicture *picture,
           guint32     door,
           guint32     entrance,
           BjtDate     due_on)
{
  BjtPictureIssue issue = { .door = door, .entrance = entrance, .building = BJT_NO_INDEX, .due_on = due_on, .place = { (double) NAN, (double) NAN } };

  g_array_append_val (picture->issues, issue);
}

static BjtPicture *
make_small (void)
{
  BjtPicture *picture = make_picture ();

  add_household (picture, 0, 2, TRUE);
  add_household (picture, 1, 1, TRUE);
  add_household (picture, 2, 3, FALSE);
  bjt_picture_get_person (picture, 0)->ticked = 1;
  bjt_picture_get_person (picture, 2)->ticked = 2;
  add_issue (picture, 0, BJT_NO_INDEX, AS_OF - 1);
  add_issue (picture, BJT_NO_INDEX, 1, AS_OF + 1);
  bjt_picture_get_door (picture, 3)->verified_on = AS_OF - 730;
  bjt_picture_finish (picture);
  bjt_picture_note_contact (picture, 0, BJT_CONTACT_MET, AS_OF - 10);
  bjt_picture_note_contact (picture, 1, BJT_CONTACT_MET, AS_OF - 200);
  bjt_picture_get_door_state (picture, 0)->open_issues = 1;
  bjt_picture_get_door_state (picture, 0)->issue_due_on = AS_OF - 1;
  bjt_rules_apply (picture, &BJT_RULE_SET_DEFAULT);
  return picture;
}

typedef struct
{
  const char *code;
  double      grids[2];
  double      total;
} Case;

#define NOTHING ((double) NAN)

static const Case cases[] = {
  { "households", { 2, 0 }, 2 },
  { "persons", { 3, 0 }, 3 },
  { "doors", { 2, 2 }, 4 },
  { "workload", { 4, 0 }, 4 }, /* 2 households and one person of the key tier; a restricted one adds nothing */
  { "overdue", { 1, 0 }, 1 },
  { "overdue_share", { 0.5, NOTHING }, 0.5 },
  { "contacted_90", { 1, 0 }, 1 },
  { "contacted_90_share", { 0.5, NOTHING }, 0.5 },
  { "contact_days", { 105, NOTHING }, 105 },
  { "verified_share", { 1, 0.5 }, 0.75 },
  { "open_issues", { 1, 1 }, 2 },
  { "issues_per_100", { 50, NOTHING }, 100 },
  { "late_issues", { 1, 0 }, 1 },
  { "late_issues_share", { 1, 0 }, 0.5 },
  { "class:resident", { 2, 0 }, 2 },
  { "class_share:hukou_only", { 0, 0.5 }, 0.25 },
  { "class:empty", { 0, 1 }, 1 },
  { "category:disabled", { 1, 0 }, 1 },
  { "category_share:disabled", { 1 / 3.0, NOTHING }, 1 / 3.0 },
};

static void
assert_value (const char *code,
              double      value,
              double      expected)
{
  g_test_message ("%s: %g, expected %g", code, value, expected);
  g_assert_cmpint (isnan (value), ==, isnan (expected));
  if (!isnan (expected))
    g_assert_cmpfloat_with_epsilon (value, expected, 1e-9);
}

static BjtIndicatorTable *
count (BjtPicture       *picture,
       const char       *code,
       BjtAreaKind       areas,
       const BjtDoorSet *doors)
{
  BjtIndicatorQuery query = { picture, areas, doors };
  BjtIndicator      indicator;

  g_assert_true (bjt_indicator_init_from_code (&indicator, picture, code));
  return bjt_indicator_count (&indicator, &query);
}

static void
test_by_hand (void)
{
  g_autoptr (BjtPicture) picture = make_small ();

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (BjtIndicatorTable) table = count (picture, cases[i].code, BJT_AREA_GRID, NULL);

      g_assert_cmpuint (table->n_figures, ==, 2);
      assert_value (cases[i].code, table->figures[0].value, cases[i].grids[0]);
      assert_value (cases[i].code, table->figures[1].value, cases[i].grids[1]);
      assert_value (cases[i].code, table->total.value, cases[i].total);
    }
}

/* 0.9 minutes of arc by 0.00123°: 99.8 m by 100.0 m. */
static void
test_density (void)
{
  g_autoptr (BjtPicture) picture = make_small ();
  g_autoptr (BjtIndicatorTable) table = count (picture, "density", BJT_AREA_GRID, NULL);

  g_assert_cmpfloat_with_epsilon (table->figures[0].denominator, 0.998, 0.003);
  g_assert_cmpfloat_with_epsilon (table->figures[0].value, 3 / table->figures[0].denominator, 1e-9);
  g_assert_true (isnan (table->figures[1].value)); /* no boundary */
  g_assert_cmpfloat_with_epsilon (table->total.value, table->figures[0].value, 1e-9);
}

/* A building without doors is not known to have none. */
static void
test_nothing_known (void)
{
  g_autoptr (BjtPicture) picture = make_small ();
  g_autoptr (BjtIndicatorTable) persons = count (picture, "persons", BJT_AREA_BUILDING, NULL);
  g_autoptr (BjtIndicatorTable) issues = count (picture, "open_issues", BJT_AREA_BUILDING, NULL);

  assert_value ("A", persons->figures[0].value, 3);
  assert_value ("B", persons->figures[1].value, 0);
  g_assert_true (isnan (persons->figures[2].value));
  assert_value ("B", issues->figures[1].value, 1);
}

static void
test_doors_of_a_set (void)
{
  g_autoptr (BjtPicture) picture = make_small ();
  g_autoptr (BjtDoorSet) doors = bjt_door_set_new (picture->doors->len);
  g_autoptr (BjtIndicatorTable) persons = NULL;
  g_autoptr (BjtIndicatorTable) issues = NULL;

  bjt_door_set_add (doors, 1);
  persons = count (picture, "persons", BJT_AREA_COMPOUND, doors);
  issues = count (picture, "open_issues", BJT_AREA_COMPOUND, doors);
  assert_value ("persons", persons->figures[0].value, 1);
  g_assert_cmpuint (persons->figures[0].n_doors, ==, 1);
  assert_value ("issues", issues->figures[0].value, 0);
}

static void
test_codes (void)
{
  static const char *const wrong[] = { "", "nothing", "persons:", "class", "class:", "class:rich", "category:none", "overdue_shar" };
  g_autoptr (BjtPicture) picture = make_small ();
  BjtIndicator           indicator;

  for (guint i = 0; i < G_N_ELEMENTS (wrong); i++)
    g_assert_false (bjt_indicator_init_from_code (&indicator, picture, wrong[i]));
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *code = NULL;

      g_assert_true (bjt_indicator_init_from_code (&indicator, picture, cases[i].code));
      code = bjt_indicator_dup_code (&indicator, picture);
      g_assert_cmpstr (code, ==, cases[i].code);
      g_assert_false (bjt_indicator_is_restricted (&indicator, picture));
    }
  g_assert_true (bjt_indicator_init_from_code (&indicator, picture, "category:released"));
  g_assert_true (bjt_indicator_is_restricted (&indicator, picture));
}

/* Numerators and denominators of all areas add up to those of the whole,
 * whatever the areas and the filter. */
static void
test_adds_up (void)
{
  BjtSampleOptions       options = { 7, 3, 4, 3, 5, 2, 30, 0, FALSE, FALSE, NULL };
  g_autoptr (BjtPicture) picture = bjt_sample_picture_new (&options);
  g_autoptr (BjtDoorSet) some = bjt_door_set_new (picture->doors->len);

  for (guint32 d = 0; d < picture->doors->len; d += 3)
    bjt_door_set_add (some, d);
  for (guint i = 0; i < BJT_N_INDICATOR_KINDS; i++)
    for (guint run = 0; run < 2 * BJT_N_AREA_KINDS; run++)
      {
        BjtIndicatorQuery query = { picture, (BjtAreaKind) (run / 2), run % 2 == 0 ? NULL : some };
        BjtIndicator      indicator = { &bjt_indicator_get_kinds ()[i], 3 };
        g_autoptr (BjtIndicatorTable) table = bjt_indicator_count (&indicator, &query);
        double numerator = 0, denominator = 0;

        if (indicator.kind->numerator == BJT_MEASURE_CONTACT_DAYS || indicator.kind->denominator == BJT_MEASURE_HECTARES)
          continue;
        for (guint32 a = 0; a < table->n_figures; a++)
          {
            numerator += table->figures[a].numerator;
            denominator += table->figures[a].denominator;
          }
        g_assert_cmpfloat_with_epsilon (numerator, table->total.numerator, 1e-6);
        if (indicator.kind->denominator != BJT_MEASURE_NONE)
          g_assert_cmpfloat_with_epsilon (denominator, table->total.denominator, 1e-6);
      }
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/indicator/by-hand", test_by_hand);
  g_test_add_func ("/indicator/density", test_density);
  g_test_add_func ("/indicator/nothing-known", test_nothing_known);
  g_test_add_func ("/indicator/doors-of-a-set", test_doors_of_a_set);
  g_test_add_func ("/indicator/codes", test_codes);
  g_test_add_func ("/indicator/adds-up", test_adds_up);
  return g_test_run ();
}
