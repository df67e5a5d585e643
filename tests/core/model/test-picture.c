/* test-picture.c: the linked picture, the filter over it, the shared focus, and
 * what can be done to any record. */
#include "bjt-sample-picture.h"
#include "geo/bjt-mercator.h"
#include "model/bjt-building-box.h"
#include "model/bjt-focus.h"

#include <json-glib/json-glib.h>
#include <math.h>

static BjtPicture *
make_sample (guint seed)
{
  BjtSampleOptions options = BJT_SAMPLE_DEFAULT;

  options.seed = seed;
  options.n_grids = 2;
  return bjt_sample_picture_new (&options);
}

/* Every run names just those rows that name its owner. */
#define ASSERT_RUNS(picture, owners, Owner, run, rows, Row, owner_of)                     \
  G_STMT_START                                                                            \
  {                                                                                       \
    guint total = 0;                                                                      \
    for (guint32 o = 0; o < (picture)->owners->len; o++)                                  \
      {                                                                                   \
        const BjtRun *r = &g_array_index ((picture)->owners, Owner, o).run;               \
        total += r->n;                                                                    \
        for (guint32 i = r->first; i < r->first + r->n; i++)                              \
          g_assert_cmpuint (g_array_index ((picture)->rows, Row, i).owner_of, ==, o);     \
      }                                                                                   \
    g_assert_cmpuint (total, ==, (picture)->rows->len);                                   \
  }                                                                                       \
  G_STMT_END

static void
runs (void)
{
  g_autoptr (BjtPicture) picture = make_sample (1);

  ASSERT_RUNS (picture, compounds, BjtPictureCompound, buildings, buildings, BjtPictureBuilding, compound);
  ASSERT_RUNS (picture, buildings, BjtPictureBuilding, entrances, entrances, BjtPictureEntrance, building);
  ASSERT_RUNS (picture, buildings, BjtPictureBuilding, doors, doors, BjtPictureDoor, building);
  ASSERT_RUNS (picture, entrances, BjtPictureEntrance, doors, doors, BjtPictureDoor, entrance);
  ASSERT_RUNS (picture, doors, BjtPictureDoor, households, households, BjtPictureHousehold, door);
  ASSERT_RUNS (picture, households, BjtPictureHousehold, members, members, BjtPictureMember, household);
}

static void
counts (void)
{
  g_autoptr (BjtPicture) picture = make_sample (2);
  guint doors = 0, buildings = 0, persons = 0, residents = 0;

  for (guint32 g = 0; g < picture->grids->len; g++)
    {
      doors += bjt_picture_get_grid (picture, g)->n_doors;
      buildings += bjt_picture_get_grid (picture, g)->n_buildings;
      persons += bjt_picture_get_grid (picture, g)->n_persons;
    }
  for (guint32 m = 0; m < picture->members->len; m++)
    residents += bjt_picture_get_member (picture, m)->is_resident;
  g_assert_cmpuint (doors, ==, picture->doors->len);
  g_assert_cmpuint (buildings, ==, picture->buildings->len);
  g_assert_cmpuint (persons, ==, residents);
  for (guint32 b = 0; b < picture->buildings->len; b++)
    {
      const BjtPictureBuilding *building = bjt_picture_get_building (picture, b);

      g_assert_cmpint (building->lowest, ==, 0);
      g_assert_cmpint (building->highest, ==, 5);
      g_assert_cmpuint (building->n_stacks, ==, 4 * 3);
      for (guint32 d = building->doors.first; d < building->doors.first + building->doors.n; d++)
        g_assert_true (bjt_geometry_contains (building->footprint, bjt_mercator_unproject (bjt_picture_get_door (picture, d)->place).x,
                                              bjt_mercator_unproject (bjt_picture_get_door (picture, d)->place).y));
    }
}

static void
look_ups (void)
{
  g_autoptr (BjtPicture) picture = make_sample (3);
  g_autofree char *name = bjt_picture_dup_door_name (picture, 0);
  BjtUuid nobody = { { 1 } };

  for (guint32 d = 0; d < picture->doors->len; d++)
    g_assert_cmpuint (bjt_picture_find_door (picture, &bjt_picture_get_door (picture, d)->id), ==, d);
  for (guint32 i = 0; i < picture->issues->len; i++)
    g_assert_cmpuint (bjt_picture_find_issue (picture, &bjt_picture_get_issue (picture, i)->id), ==, i);
  g_assert_cmpuint (bjt_picture_find_door (picture, &nobody), ==, BJT_NO_INDEX);
  g_assert_cmpuint (bjt_picture_find_grid (picture, 2), ==, 1);
  g_assert_cmpuint (bjt_picture_find_grid (picture, 9), ==, BJT_NO_INDEX);
  g_assert_cmpuint (bjt_picture_find_category (picture, "nothing"), ==, BJT_NO_INDEX);
  g_assert_true (g_str_has_prefix (name, "山水宜家 1-1-"));
}

static void
new_states (void)
{
  BjtPicture *old = make_sample (4);
  BjtPicture *copy = bjt_picture_copy_with_issues (old, g_array_new (FALSE, TRUE, sizeof (BjtPictureIssue)));

  bjt_picture_get_door_state (copy, 7)->open_issues = 99;
  g_assert_cmpuint (copy->issues->len, ==, 0);
  g_assert_cmpuint (bjt_picture_get_door_state (copy, 7)->open_issues, ==, 99);
  g_assert_cmpuint (bjt_picture_get_door_state (old, 7)->open_issues, !=, 99);
  bjt_picture_unref (old); /* what both share stays */
  g_assert_cmpuint (bjt_picture_find_door (copy, &bjt_picture_get_door (copy, 7)->id), ==, 7);
  g_assert_cmpstr (bjt_picture_get_door (copy, 7)->label, !=, NULL);
  bjt_picture_unref (copy);
}

static void
natural_order (void)
{
  static const char *const ordered[] = { "", "1", "2", "2-1", "10", "10A", "10B", "101", "A", "B2", "B10", "甲" };

  for (guint i = 0; i < G_N_ELEMENTS (ordered); i++)
    for (guint j = 0; j < G_N_ELEMENTS (ordered); j++)
      {
        int order = bjt_picture_compare_labels (ordered[i], ordered[j]);

        g_assert_cmpint ((order > 0) - (order < 0), ==, (i > j) - (i < j));
      }
  g_assert_cmpint (bjt_picture_compare_labels (NULL, ""), ==, 0);
  g_assert_cmpint (bjt_picture_compare_labels ("99999999999999999999999", "1"), >, 0);
}

static void
level_labels (void)
{
  static const char *const expected[] = { "-2", "-1", "1", "2" };
  g_autoptr (BjtPicture) picture = make_sample (5);

  for (int ordinal = -2; ordinal < 2; ordinal++)
    {
      g_autofree char *label = bjt_picture_dup_level_label (picture, 0, ordinal);

      g_assert_cmpstr (label, ==, expected[ordinal + 2]);
    }
}

static void
filters (void)
{
  g_autoptr (BjtPicture) picture = make_sample (6);
  guint counts[BJT_MAX_CATEGORIES], all = 0, of_classes = 0;
  BjtFilter filter;

  bjt_filter_init (&filter);
  g_assert_true (bjt_filter_is_empty (&filter));
  for (guint32 d = 0; d < picture->doors->len; d++)
    g_assert_true (bjt_filter_matches (&filter, picture, d));
  for (int c = 0; c < BJT_N_CLASSES; c++)
    {
      filter.classes = (guint8) (1u << c);
      for (guint32 d = 0; d < picture->doors->len; d++)
        of_classes += bjt_filter_matches (&filter, picture, d);
    }
  g_assert_cmpuint (of_classes, ==, picture->doors->len);
  bjt_filter_init (&filter);
  for (guint32 c = 0; c < picture->categories->len; c++)
    {
      BjtFilter without;

      bjt_filter_init (&without);
      filter.any = without.none = (BjtCategorySet) 1 << c;
      for (guint32 d = 0; d < picture->doors->len; d++)
        g_assert_true (bjt_filter_matches (&filter, picture, d) != bjt_filter_matches (&without, picture, d));
    }
  bjt_filter_init (&filter);
  filter.grid = 1;
  g_assert_true (bjt_filter_is_empty (&filter)); /* a scope */
  bjt_filter_count_categories (&filter, picture, counts);
  for (guint32 p = 0; p < picture->persons->len; p++)
    all += bjt_picture_get_person (picture, p)->categories != 0;
  g_assert_cmpuint (all, >, 0);
}

/* Focus */

static const char *const signals[] = { "picture-changed", "choice-changed", "filter-changed", "privacy-changed" };

static void
count_cb (BjtFocus *focus,
          guint    *n)
{
  (*n)++;
}

static void
assert_counts (guint n[4],
               guint picture,
               guint choice,
               guint filter,
               guint privacy)
{
  g_assert_cmpuint (n[0], ==, picture);
  g_assert_cmpuint (n[1], ==, choice);
  g_assert_cmpuint (n[2], ==, filter);
  g_assert_cmpuint (n[3], ==, privacy);
}

static void
each_change_once (void)
{
  g_autoptr (BjtPicture) picture = make_sample (7);
  BjtFocus *focus = bjt_focus_new ();
  BjtFilter filter;
  guint     n[4] = { 0 };

  for (guint i = 0; i < 4; i++)
    g_signal_connect (focus, signals[i], G_CALLBACK (count_cb), n + i);
  bjt_focus_set_picture (focus, picture);
  bjt_focus_set_picture (focus, picture);
  assert_counts (n, 1, 0, 0, 0);
  bjt_focus_choose_door (focus, 80);
  bjt_focus_choose_door (focus, 80);
  g_assert_cmpuint (bjt_focus_get_building (focus), ==, bjt_picture_get_door (picture, 80)->building);
  assert_counts (n, 1, 1, 0, 0);
  bjt_focus_choose_building (focus, bjt_focus_get_building (focus)); /* the door is in it */
  g_assert_cmpuint (bjt_focus_get_door (focus), ==, 80);
  assert_counts (n, 1, 1, 0, 0);
  bjt_focus_choose_building (focus, 0);
  g_assert_cmpuint (bjt_focus_get_door (focus), ==, BJT_NO_INDEX);
  assert_counts (n, 1, 2, 0, 0);
  bjt_filter_init (&filter);
  bjt_focus_set_filter (focus, &filter);
  assert_counts (n, 1, 2, 0, 0);
  filter.overdue = TRUE;
  bjt_focus_set_filter (focus, &filter);
  bjt_focus_set_names_shown (focus, TRUE);
  bjt_focus_set_names_shown (focus, TRUE);
  bjt_focus_set_curtain (focus, TRUE);
  assert_counts (n, 1, 2, 1, 2);
  g_assert_finalize_object (focus);
}

static void
choice_is_carried_over (void)
{
  g_autoptr (BjtPicture) first = make_sample (8);
  g_autoptr (BjtPicture) same = make_sample (8);
  BjtSampleOptions options = BJT_SAMPLE_DEFAULT;
  g_autoptr (BjtPicture) empty = NULL;
  BjtFocus *focus = bjt_focus_new ();
  guint     n[4] = { 0 };
  BjtFilter filter;

  bjt_focus_set_picture (focus, first);
  bjt_focus_choose_door (focus, 100);
  bjt_filter_init (&filter);
  filter.grid = 1;
  bjt_focus_set_filter (focus, &filter);
  for (guint i = 0; i < 4; i++)
    g_signal_connect (focus, signals[i], G_CALLBACK (count_cb), n + i);
  bjt_focus_set_picture (focus, same);
  g_assert_cmpuint (bjt_focus_get_door (focus), ==, 100);
  g_assert_cmpuint (bjt_focus_get_filter (focus)->grid, ==, 1);
  assert_counts (n, 1, 0, 0, 0);
  options.n_grids = 0;
  empty = bjt_sample_picture_new (&options);
  bjt_focus_set_picture (focus, empty); /* all of it is gone */
  g_assert_cmpuint (bjt_focus_get_door (focus), ==, BJT_NO_INDEX);
  g_assert_cmpuint (bjt_focus_get_building (focus), ==, BJT_NO_INDEX);
  g_assert_cmpuint (bjt_focus_get_filter (focus)->grid, ==, BJT_NO_INDEX);
  assert_counts (n, 2, 1, 1, 0);
  g_assert_finalize_object (focus);
}

/* Two grids that have no number yet are still two. */
static void
grids_are_told_apart_by_key (void)
{
  g_autoptr (BjtPicture) first = make_sample (9);
  g_autoptr (BjtPicture) second = make_sample (9);
  g_autoptr (BjtFocus) focus = bjt_focus_new ();
  BjtFilter filter;

  for (guint32 g = 0; g < 2; g++)
    bjt_picture_get_grid (first, g)->number = bjt_picture_get_grid (second, g)->number = 0;
  bjt_focus_set_picture (focus, first);
  bjt_filter_init (&filter);
  filter.grid = 1;
  bjt_focus_set_filter (focus, &filter);
  bjt_focus_set_picture (focus, second);
  g_assert_cmpuint (bjt_focus_get_filter (focus)->grid, ==, 1);
}

static void
building_boxes (void)
{
  for (double turn = -3; turn < 3; turn += 0.17)
    {
      BjtSampleOptions options = BJT_SAMPLE_DEFAULT;
      g_autoptr (BjtPicture) picture = NULL;
      const BjtPoint *corners;

      options.turn = turn;
      options.n_buildings = 1;
      picture = bjt_sample_picture_new (&options);
      corners = bjt_picture_get_building (picture, 0)->corners;
      g_assert_cmpfloat (hypot (corners[1].x - corners[0].x, corners[1].y - corners[0].y), >=,
                         hypot (corners[3].x - corners[0].x, corners[3].y - corners[0].y) * (1 - 1e-9));
      g_assert_cmpfloat_with_epsilon (corners[0].x + corners[2].x, corners[1].x + corners[3].x, 1e-12);
      g_assert_cmpfloat_with_epsilon (corners[0].y + corners[2].y, corners[1].y + corners[3].y, 1e-12);
    }
}

static void
records (void)
{
  const BjtPoint ring[] = { { 0, 0 }, { 1, 0 }, { 0, 1 } };
  BjtBuilding *building = bjt_building_new ();
  BjtBuilding *copy;
  g_autofree char *json = NULL;
  g_autoptr (JsonNode) node = NULL;
  BjtDoor door = { 0 };

  building->label = g_strdup ("3\"\n号");
  building->footprint = bjt_geometry_new_polygon (ring, 3);
  copy = bjt_building_copy (building);
  g_assert_true (copy->label != building->label);
  bjt_building_free (building);
  json = bjt_record_to_json (&bjt_building_type, copy);
  node = json_from_string (json, NULL);
  g_assert_cmpstr (json_object_get_string_member (json_node_get_object (node), "label"), ==, "3\"\n号");
  g_assert_true (json_object_get_boolean_member (json_node_get_object (node), "footprint"));
  g_assert_true (json_object_get_null_member (json_node_get_object (node), "grid_id"));
  g_assert_cmpuint (copy->footprint->n_points, ==, 3);
  bjt_record_clear (&bjt_building_type, copy);
  g_assert_null (copy->label);
  g_assert_null (copy->footprint);
  bjt_building_free (copy);
  bjt_record_clear (&bjt_door_type, &door);
  g_assert_true (isnan (door.area_m2));
  g_assert_cmpint (door.verified_on, ==, BJT_DATE_NONE);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/picture/runs", runs);
  g_test_add_func ("/picture/counts", counts);
  g_test_add_func ("/picture/look-ups", look_ups);
  g_test_add_func ("/picture/new-states", new_states);
  g_test_add_func ("/picture/natural-order", natural_order);
  g_test_add_func ("/picture/level-labels", level_labels);
  g_test_add_func ("/filter/every-demand", filters);
  g_test_add_func ("/focus/each-change-once", each_change_once);
  g_test_add_func ("/focus/choice-is-carried-over", choice_is_carried_over);
  g_test_add_func ("/focus/grids-are-told-apart-by-key", grids_are_told_apart_by_key);
  g_test_add_func ("/building-box/turned", building_boxes);
  g_test_add_func ("/record/copy-clear-json", records);
  return g_test_run ();
}
