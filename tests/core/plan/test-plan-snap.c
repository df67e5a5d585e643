/* test-plan-snap.c: where a point falls, by rank, never farther than the reach. */
#include "plan/bjt-plan-shape.h"
#include "plan/bjt-plan-snap.h"

#include <math.h>

#define ALL 0xffu

static BjtPlanSnap *
new_snap (void)
{
  BjtPlanSnap *snap = bjt_plan_snap_new ();
  g_autoptr (BjtGeometry) room = bjt_plan_shape_new_rectangle ((BjtPoint) { 0, 0 }, (BjtPoint) { 10, 6 }, 0);
  const BjtPoint across[] = { { 4, -2 }, { 4, 3 } };
  g_autoptr (BjtGeometry) line = bjt_geometry_new_line (across, 2);

  bjt_plan_snap_add_shape (snap, room, room);
  bjt_plan_snap_add_shape (snap, line, NULL);
  bjt_plan_snap_finish (snap);
  return snap;
}

static void
test_ranks (void)
{
  static const struct
  {
    BjtPoint        at;
    BjtPlanSnapKind kind;
    BjtPoint        found;
  } cases[] = {
    { { 0.1, 0.1 }, BJT_PLAN_SNAP_VERTEX, { 0, 0 } },
    { { 5.1, 5.9 }, BJT_PLAN_SNAP_MIDDLE, { 5, 6 } },
    { { 3.9, 0.1 }, BJT_PLAN_SNAP_CROSSING, { 4, 0 } },
    { { 10.1, 4.55 }, BJT_PLAN_SNAP_EDGE, { 10, 4.55 } },
    { { 20.05, 7.9 }, BJT_PLAN_SNAP_GRID, { 20, 8 } },
    { { 20.3, 7.5 }, BJT_PLAN_SNAP_NONE, { 20.3, 7.5 } },
  };
  g_autoptr (BjtPlanSnap) snap = new_snap ();
  BjtPlanSnapWish wish = { .kinds = ALL, .reach = 0.2, .grid = 1 };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      BjtPlanSnapHit hit;

      g_assert_true (bjt_plan_snap_find (snap, cases[i].at, &wish, NULL, &hit) == (cases[i].kind != BJT_PLAN_SNAP_NONE));
      g_assert_cmpint (hit.kind, ==, cases[i].kind);
      g_assert_cmpfloat_with_epsilon (hit.at.x, cases[i].found.x, 1e-9);
      g_assert_cmpfloat_with_epsilon (hit.at.y, cases[i].found.y, 1e-9);
    }
}

static void
test_guides (void)
{
  g_autoptr (BjtPlanSnap) snap = new_snap ();
  BjtPlanSnapWish wish = { .kinds = ALL, .reach = 0.2, .has_start = TRUE, .start = { 20, 20 }, .has_before = TRUE, .before = { 17, 16 } };
  BjtPlanSnapHit  hit;

  g_assert_true (bjt_plan_snap_find (snap, (BjtPoint) { 24.05, 17.05 }, &wish, NULL, &hit));
  g_assert_cmpint (hit.kind, ==, BJT_PLAN_SNAP_RIGHT);
  g_assert_cmpfloat_with_epsilon ((hit.at.x - 20) * 3 + (hit.at.y - 20) * 4, 0, 1e-9);
  g_assert_true (bjt_plan_snap_find (snap, (BjtPoint) { 23, 24.1 }, &wish, NULL, &hit));
  g_assert_cmpint (hit.kind, ==, BJT_PLAN_SNAP_PARALLEL);
  wish.length = 2.5;
  g_assert_true (bjt_plan_snap_find (snap, (BjtPoint) { 24.05, 17.05 }, &wish, NULL, &hit));
  g_assert_cmpfloat_with_epsilon (hit.at.x, 22, 1e-9);
  g_assert_cmpfloat_with_epsilon (hit.at.y, 18.5, 1e-9);
  wish = (BjtPlanSnapWish) { .kinds = ALL, .reach = 0.3, .has_start = TRUE, .start = { 8, 2.2 } };
  g_assert_true (bjt_plan_snap_find (snap, (BjtPoint) { 9.9, 2.3 }, &wish, NULL, &hit)); /* guide and side meet */
  g_assert_cmpfloat_with_epsilon (hit.at.x, 10, 1e-9);
  g_assert_cmpfloat_with_epsilon (hit.at.y, 2.2, 1e-9);
}

static void
test_left_out (void)
{
  g_autoptr (BjtPlanSnap) snap = bjt_plan_snap_new ();
  g_autoptr (BjtGeometry) point = bjt_geometry_new_point (1, 1);
  BjtPlanSnapWish wish = { .kinds = ALL, .reach = 0.2 };
  BjtPlanSnapHit  hit;

  bjt_plan_snap_add_shape (snap, point, point);
  bjt_plan_snap_finish (snap);
  g_assert_true (bjt_plan_snap_find (snap, (BjtPoint) { 1.1, 1 }, &wish, NULL, &hit));
  g_assert_false (bjt_plan_snap_find (snap, (BjtPoint) { 1.1, 1 }, &wish, point, &hit));
  wish.kinds = 1u << BJT_PLAN_SNAP_EDGE;
  g_assert_false (bjt_plan_snap_find (snap, (BjtPoint) { 1.1, 1 }, &wish, NULL, &hit));
}

/* 10,000 rooms: never farther than the reach, and quickly. */
static void
test_reach (void)
{
  g_autoptr (BjtPlanSnap) snap = bjt_plan_snap_new ();
  g_autoptr (GRand) rand = g_rand_new_with_seed (3);
  g_autoptr (GTimer) timer = NULL;

  for (guint i = 0; i < 10000; i++)
    {
      g_autoptr (BjtGeometry) room = bjt_plan_shape_new_rectangle ((BjtPoint) { i % 100 * 4.0, i / 100 * 5.0 }, (BjtPoint) { i % 100 * 4.0 + 3.9, i / 100 * 5.0 + 4.8 }, i * 0.001);

      bjt_plan_snap_add_shape (snap, room, NULL);
    }
  bjt_plan_snap_finish (snap);
  timer = g_timer_new ();
  for (guint i = 0; i < 1000; i++)
    {
      BjtPoint        at = { g_rand_double_range (rand, -10, 410), g_rand_double_range (rand, -10, 510) };
      BjtPlanSnapWish wish = { .kinds = ALL, .reach = g_rand_double_range (rand, 0.01, 1), .grid = 0.5, .has_start = TRUE, .start = { 200, 200 },
                               .has_before = i % 2 == 0, .before = { 190, 195 } };
      BjtPlanSnapHit  hit;

      bjt_plan_snap_find (snap, at, &wish, NULL, &hit);
      g_assert_cmpfloat (hypot (hit.at.x - at.x, hit.at.y - at.y), <=, wish.reach + 1e-9);
    }
  g_assert_cmpfloat (g_timer_elapsed (timer, NULL), <, 1); /* 1 ms each */
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/plan-snap/ranks", test_ranks);
  g_test_add_func ("/plan-snap/guides", test_guides);
  g_test_add_func ("/plan-snap/left-out", test_left_out);
  g_test_add_func ("/plan-snap/reach", test_reach);
  return g_test_run ();
}
