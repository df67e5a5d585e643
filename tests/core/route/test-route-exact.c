/* test-route-exact.c: a plan that is said to be proven is as good as the best of all
 * orders of all choices, each made and checked by itself. */
#include "route/bjt-route-checker.h"
#include "route/bjt-route-solver.h"

#define MOST_STOPS 6

/* Places on a square, so that a stop more is never a shorter way. */
static BjtRouteProblem *
draw_problem (guint32 seed)
{
  g_autoptr (GRand) random = g_rand_new_with_seed (seed);
  guint             n_stops = (guint) g_rand_int_range (random, 1, MOST_STOPS + 1), n = n_stops + 1;
  BjtRouteProblem  *problem = bjt_route_problem_new (n);
  BjtRouteObjective objective = { .priority_first = g_rand_boolean (random) };
  gint32           *times = bjt_route_problem_use_times (problem);
  gint32            x[MOST_STOPS + 1], y[MOST_STOPS + 1];
  BjtRouteShift     shift = BJT_ROUTE_SHIFT_INIT;

  for (guint i = 0; i < n; i++)
    {
      x[i] = g_rand_int_range (random, 0, 60);
      y[i] = g_rand_int_range (random, 0, 60);
    }
  for (guint i = 0; i < n * n; i++)
    times[i] = ABS (x[i / n] - x[i % n]) + ABS (y[i / n] - y[i % n]);
  for (guint i = 1; i < n; i++)
    {
      BjtRouteStop stop = BJT_ROUTE_STOP_INIT;
      guint        n_windows = (guint) g_rand_int_range (random, 0, 3), added;

      stop.place = i;
      stop.duration = g_rand_int_range (random, 1, 30);
      stop.must = g_rand_int_range (random, 0, 3) == 0;
      stop.prize = g_rand_int_range (random, 0, 150);
      added = bjt_route_problem_add_stop (problem, &stop);
      for (guint w = 0; w < n_windows; w++)
        {
          gint32 from = (gint32) w * 250 + g_rand_int_range (random, 0, 200);

          bjt_route_problem_add_window (problem, added, from, from + g_rand_int_range (random, 0, 60), BJT_ROUTE_EVERY_DAY);
        }
    }
  shift.start_place = g_rand_boolean (random) ? 0 : BJT_ROUTE_NOWHERE;
  shift.end_place = g_rand_boolean (random) ? 0 : BJT_ROUTE_NOWHERE;
  shift.to = g_rand_int_range (random, 150, 600);
  if (g_rand_int_range (random, 0, 12) == 0)
    {
      shift.lunch_from = 100;
      shift.lunch_to = 160;
      shift.lunch_time = 40;
    }
  bjt_route_problem_add_shift (problem, &shift);
  bjt_route_problem_set_objective (problem, &objective);
  return problem;
}

/* Negative: a is better. */
static int
compare (const BjtRouteProblem *problem,
         const BjtRoutePlan    *a,
         const BjtRoutePlan    *b)
{
  gboolean priority_first = bjt_route_problem_get_objective (problem)->priority_first;
  gint64   one = a->cost + (priority_first ? 0 : a->prize_missed), other = b->cost + (priority_first ? 0 : b->prize_missed);

  if (a->n_must_missed != b->n_must_missed)
    return a->n_must_missed < b->n_must_missed ? -1 : 1;
  if (priority_first && a->prize_missed != b->prize_missed)
    return a->prize_missed < b->prize_missed ? -1 : 1;
  return (one > other) - (one < other);
}

/* All that go on from this order. */
static void
look_at_all (const BjtRouteProblem *problem,
             GArray                *order,
             BjtRoutePlan         **best)
{
  const GArray *orders[] = { order };
  BjtRoutePlan *plan = bjt_route_plan_new (problem, orders);
  g_autoptr (GArray) faults = bjt_route_check (problem, plan);

  if (faults->len == 0 && (*best == NULL || compare (problem, plan, *best) < 0))
    {
      g_clear_pointer (best, bjt_route_plan_free);
      *best = plan;
    }
  else
    bjt_route_plan_free (plan);
  for (guint i = 0; i < bjt_route_problem_get_n_stops (problem); i++)
    {
      gboolean is_in = FALSE;

      for (guint k = 0; k < order->len; k++)
        is_in |= g_array_index (order, guint, k) == i;
      if (is_in)
        continue;
      g_array_append_val (order, i);
      look_at_all (problem, order, best);
      g_array_set_size (order, order->len - 1);
    }
}

static void
test_as_good_as_all (void)
{
  guint n_proven = 0;

  for (guint32 seed = 0; seed < 120; seed++)
    {
      g_autoptr (BjtRouteProblem) problem = draw_problem (seed);
      BjtRouteBudget budget = { .n_rounds = 1, .seed = seed };
      g_autoptr (BjtRoutePlan) plan = bjt_route_solve (problem, &budget, NULL, NULL);
      g_autoptr (BjtRoutePlan) best = NULL;
      g_autoptr (GArray) order = g_array_new (FALSE, FALSE, sizeof (guint));
      g_autoptr (GArray) faults = bjt_route_check (problem, plan);

      g_test_message ("problem %u", seed);
      g_assert_cmpuint (faults->len, ==, 0);
      look_at_all (problem, order, &best);
      if (!plan->is_proven)
        continue;
      g_assert_cmpint (compare (problem, plan, best), ==, 0);
      n_proven++;
    }
  g_assert_cmpuint (n_proven, >=, 100);
}

/* Of two shifts, or of many stops, nothing is said. */
static void
test_not_said (void)
{
  g_autoptr (BjtRouteProblem) problem = draw_problem (3);
  BjtRouteShift  shift = BJT_ROUTE_SHIFT_INIT;
  BjtRouteBudget budget = { .n_rounds = 100, .seed = 1 };
  g_autoptr (BjtRoutePlan) plan = NULL;

  shift.to = 500;
  bjt_route_problem_add_shift (problem, &shift);
  plan = bjt_route_solve (problem, &budget, NULL, NULL);
  g_assert_false (plan->is_proven);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/route/exact/as-good-as-all", test_as_good_as_all);
  g_test_add_func ("/route/exact/not-said", test_not_said);
  return g_test_run ();
}
