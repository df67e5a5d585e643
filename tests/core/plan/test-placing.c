/* test-placing.c: pairs are set one end at a time, judged while they are set,
 * moved, left out; a footprint and a drag do without them. */
#include "plan/bjt-placing.h"

#include <math.h>

#include "geo/bjt-mercator.h"

#define LON 129.7605
#define LAT 43.3200

static const BjtBox outline = { 0, 0, 40, 12 };

/* Where a place of the plan is when it lies straight on the ground at 0, 0. */
static BjtPoint
on_ground (double x,
           double y)
{
  g_autoptr (BjtGround) ground = bjt_ground_new (LON);
  BjtPoint origin = bjt_ground_project (ground, (BjtPoint) { LON, LAT });

  return bjt_ground_unproject (ground, (BjtPoint) { origin.x + x, origin.y + y });
}

static void
add_pair (BjtPlacing *placing,
          double      x,
          double      y,
          double      east,
          double      north)
{
  bjt_placing_add_plan_end (placing, (BjtPoint) { x, y });
  bjt_placing_add_ground_end (placing, on_ground (east, north));
}

static void
count_cb (guint *n_changes)
{
  (*n_changes)++;
}

static void
test_pairs (void)
{
  g_autoptr (BjtPlacing) placing = bjt_placing_new (&outline, NULL, NULL);
  guint n_changes = 0;

  g_signal_connect_swapped (placing, "changed", G_CALLBACK (count_cb), &n_changes);
  g_assert_null (bjt_placing_get_placement (placing));
  g_assert_cmpuint (bjt_placing_add_plan_end (placing, (BjtPoint) { 1, 1 }), ==, 0);
  g_assert_cmpuint (bjt_placing_add_plan_end (placing, (BjtPoint) { 0, 0 }), ==, 0); /* thought better of it */
  g_assert_cmpuint (bjt_placing_add_ground_end (placing, on_ground (0, 0)), ==, 0);
  g_assert_null (bjt_placing_get_placement (placing));
  g_assert_null (bjt_placing_get_error (placing));
  g_assert_true (isnan (bjt_placing_get_residual (placing, 0)));
  g_assert_cmpuint (bjt_placing_add_ground_end (placing, on_ground (40, 0)), ==, 1); /* either end may come first */
  g_assert_cmpuint (bjt_placing_add_plan_end (placing, (BjtPoint) { 40, 0 }), ==, 1);
  g_assert_nonnull (bjt_placing_get_placement (placing));
  g_assert_cmpint (bjt_placing_get_fit (placing)->freedom, ==, 0);
  g_assert_true (bjt_placing_is_changed (placing));
  g_assert_cmpuint (n_changes, ==, 5);
  bjt_placing_add_plan_end (placing, (BjtPoint) { 40, 12 });
  g_assert_cmpuint (bjt_placing_count_used (placing), ==, 2);
  g_assert_nonnull (bjt_placing_get_placement (placing)); /* the half pair waits */
  bjt_placing_drop_half (placing);
  g_assert_cmpuint (bjt_placing_get_n_pairs (placing), ==, 2);
  bjt_placing_remove_pair (placing, 1);
  g_assert_null (bjt_placing_get_placement (placing));
  g_assert_null (bjt_placing_dup_json (placing));
}

static void
test_kinds (void)
{
  g_autoptr (BjtPlacing) placing = bjt_placing_new (&outline, NULL, NULL);

  add_pair (placing, 0, 0, 0, 0);
  add_pair (placing, 40, 0, 40, 0);
  g_assert_true (bjt_placing_has_points_for (placing, BJT_PLACEMENT_SIMILARITY));
  g_assert_false (bjt_placing_has_points_for (placing, BJT_PLACEMENT_AFFINE));
  add_pair (placing, 40, 12, 40, 12);
  add_pair (placing, 0, 12, 0, 12);
  g_assert_true (bjt_placing_has_points_for (placing, BJT_PLACEMENT_PROJECTIVE));
  bjt_placing_set_kind (placing, BJT_PLACEMENT_PROJECTIVE);
  g_assert_cmpuint (bjt_placing_get_fit (placing)->n_parameters, ==, 8);
  bjt_placing_set_used (placing, 3, FALSE);
  g_assert_null (bjt_placing_get_placement (placing)); /* too few */
  g_assert_null (bjt_placing_get_error (placing));
  bjt_placing_set_kind (placing, BJT_PLACEMENT_AFFINE);
  g_assert_cmpfloat_with_epsilon (bjt_placing_get_residual (placing, 3), 0, 1e-3); /* it still checks */
}

static void
test_suspect (void)
{
  g_autoptr (BjtPlacing) placing = bjt_placing_new (&outline, NULL, NULL);

  add_pair (placing, 0, 0, 0, 0);
  add_pair (placing, 40, 0, 40.02, 0);
  add_pair (placing, 40, 12, 43, 12); /* the wrong corner */
  add_pair (placing, 0, 12, 0, 12.01);
  add_pair (placing, 20, 12, 20, 12.02);
  g_assert_cmpuint (bjt_placing_get_suspect (placing), ==, 2);
  bjt_placing_set_used (placing, 2, FALSE);
  g_assert_cmpuint (bjt_placing_get_suspect (placing), ==, BJT_PLACEMENT_NO_POINT);
  g_assert_cmpfloat (bjt_placing_get_fit (placing)->rmse, <, 0.03);
  g_assert_cmpfloat_with_epsilon (bjt_placing_get_residual (placing, 2), 3, 0.05);
}

static void
test_refusals (void)
{
  g_autoptr (BjtPlacing) placing = bjt_placing_new (&outline, NULL, NULL);

  bjt_placing_add_plan_end (placing, (BjtPoint) { 5, 5 });
  bjt_placing_remove_pair (placing, 0);
  add_pair (placing, 0, 0, 0, 0);
  add_pair (placing, 40, 0, 0, 0);
  g_assert_error (bjt_placing_get_error (placing), BJT_PLACEMENT_ERROR, BJT_PLACEMENT_ERROR_DUPLICATE);
  g_assert_cmpuint (bjt_placing_get_trouble (placing).first, ==, 0);
  g_assert_cmpuint (bjt_placing_get_trouble (placing).second, ==, 1);
  bjt_placing_move_ground_end (placing, 1, on_ground (40, 0));
  g_assert_no_error (bjt_placing_get_error (placing));
  bjt_placing_move_plan_end (placing, 1, (BjtPoint) { 40, 0 });
  add_pair (placing, 20, 0, 20, 0);
  bjt_placing_set_kind (placing, BJT_PLACEMENT_AFFINE);
  g_assert_error (bjt_placing_get_error (placing), BJT_PLACEMENT_ERROR, BJT_PLACEMENT_ERROR_COLLINEAR);
  g_assert_false (bjt_placing_is_changed (placing));
}

static void
test_hand (void)
{
  g_autoptr (BjtPlacing) placing = bjt_placing_new (&outline, NULL, NULL);
  BjtPoint before, after;

  bjt_placing_lay_along (placing, on_ground (0, 0), on_ground (40, 0));
  g_assert_cmpuint (bjt_placing_get_n_pairs (placing), ==, 2);
  before = bjt_placing_to_mercator (placing, (BjtPoint) { 20, 6 });
  bjt_placing_turn (placing, G_PI / 2);
  after = bjt_placing_to_mercator (placing, (BjtPoint) { 20, 6 });
  g_assert_cmpfloat_with_epsilon (before.x, after.x, 1e-12);
  bjt_placing_nudge (placing, 0.1, 0);
  g_assert_cmpint (bjt_placing_get_fit (placing)->n_parameters, ==, 0);
  after = bjt_placing_to_mercator (placing, (BjtPoint) { 20, 6 });
  g_assert_cmpfloat (after.x, >, before.x);
  bjt_placing_drag (placing, after, before);
  after = bjt_placing_to_mercator (placing, (BjtPoint) { 20, 6 });
  g_assert_cmpfloat_with_epsilon (before.x, after.x, 1e-12);
  bjt_placing_scale (placing, 2);
  g_assert_cmpfloat_with_epsilon (bjt_placement_measure (bjt_placing_get_placement (placing), (BjtPoint) { 0, 0 }, (BjtPoint) { 40, 0 }), 80, 0.01);
  bjt_placing_set_used (placing, 0, FALSE);
  bjt_placing_set_used (placing, 0, TRUE); /* points speak again: the hand is forgotten */
  g_assert_cmpfloat_with_epsilon (bjt_placement_measure (bjt_placing_get_placement (placing), (BjtPoint) { 0, 0 }, (BjtPoint) { 40, 0 }), 40, 0.01);
}

static void
test_footprint (void)
{
  const BjtPoint corners[4] = { bjt_mercator_project (on_ground (0, 12)), bjt_mercator_project (on_ground (40, 12)),
                                bjt_mercator_project (on_ground (40, 0)), bjt_mercator_project (on_ground (0, 0)) };
  g_autoptr (BjtPlacing) placing = bjt_placing_new (&outline, corners, NULL);
  g_autoptr (BjtPlacing) again = NULL;
  g_autofree char *json = NULL;
  BjtPoint corner;

  g_assert_true (bjt_placing_has_footprint (placing));
  bjt_placing_lay_on_footprint (placing);
  corner = bjt_placing_to_mercator (placing, (BjtPoint) { 0, 0 });
  g_assert_cmpfloat_with_epsilon (corner.x, corners[3].x, 1e-9);
  bjt_placing_turn_quarter (placing, 2);
  corner = bjt_placing_to_mercator (placing, (BjtPoint) { 0, 0 });
  g_assert_cmpfloat_with_epsilon (corner.x, corners[1].x, 1e-9);
  bjt_placing_turn_quarter (placing, -2);
  bjt_placing_mirror (placing);
  corner = bjt_placing_to_mercator (placing, (BjtPoint) { 0, 0 });
  g_assert_cmpfloat_with_epsilon (corner.x, corners[2].x, 1e-9);
  json = bjt_placing_dup_json (placing);
  again = bjt_placing_new (&outline, corners, json);
  g_assert_cmpint (bjt_placing_get_mode (again), ==, BJT_PLACING_AS_IT_WAS);
  g_assert_false (bjt_placing_is_changed (again));
  g_assert_true (bjt_placing_is_mirrored (again));
  g_assert_cmpuint (bjt_placing_get_n_pairs (again), ==, 4);
}

static void
test_wall (void)
{
  g_autoptr (BjtPlacing) placing = bjt_placing_new (&outline, NULL, "rubbish");
  const BjtPoint wall[2] = { { 0, 0 }, { 20, 0 } };

  g_assert_null (bjt_placing_get_placement (placing));
  bjt_placing_lay_wall (placing, wall, 40, 90, on_ground (0, 0));
  g_assert_cmpfloat_with_epsilon (bjt_placement_measure (bjt_placing_get_placement (placing), wall[0], wall[1]), 40, 0.01);
  bjt_placing_lay_wall (placing, wall, -1, 90, on_ground (0, 0));
  g_assert_error (bjt_placing_get_error (placing), BJT_PLACEMENT_ERROR, BJT_PLACEMENT_ERROR_INVALID);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/placing/pairs", test_pairs);
  g_test_add_func ("/placing/kinds", test_kinds);
  g_test_add_func ("/placing/suspect", test_suspect);
  g_test_add_func ("/placing/refusals", test_refusals);
  g_test_add_func ("/placing/hand", test_hand);
  g_test_add_func ("/placing/footprint", test_footprint);
  g_test_add_func ("/placing/wall", test_wall);
  return g_test_run ();
}
