/* test-route-repair.c: an order in which nobody is seen too late is found where there is
 * one, with nothing to begin from; where there is none, all stays as it was. */
#include "route/bjt-route-problem.h"
#include "route/bjt-route-repair.h"

#define ROUNDS 20000

/* Stops in a hidden order; each window holds the time at which that order is there. */
static BjtRouteProblem *
draw_problem (guint32  seed,
              guint    n_stops,
              int      width)
{
  g_autoptr (GRand)   random = g_rand_new_with_seed (seed);
  guint               n = n_stops + 1;
  BjtRouteProblem    *problem = bjt_route_problem_new (n);
  gint32             *times = bjt_route_problem_use_times (problem);
  g_autofree guint   *hidden = g_new (guint, n_stops);
  g_autofree gint32  *at = g_new0 (gint32, n);
  BjtRouteShift       shift = BJT_ROUTE_SHIFT_INIT;
  gint32              now = 0;

  for (guint i = 0; i < n; i++)
    for (guint j = 0; j < n; j++)
      times[i * n + j] = i == j ? 0 : g_rand_int_range (random, 10, 100);
  for (guint i = 0; i < n_stops; i++)
    {
      guint j = (guint) g_rand_int_range (random, 0, (gint32) i + 1);

      hidden[i] = hidden[j];
      hidden[j] = i + 1;
    }
  for (guint i = 0; i < n_stops; i++)
    {
      now += times[(i > 0 ? hidden[i - 1] : 0) * n + hidden[i]] + 5;
      at[hidden[i]] = now - 5;
    }
  for (guint i = 1; i < n; i++)
    {
      BjtRouteStop stop = BJT_ROUTE_STOP_INIT;

      stop.place = i;
      stop.duration = 5;
      stop.must = TRUE;
      bjt_route_problem_add_window (problem, bjt_route_problem_add_stop (problem, &stop), MAX (at[i] - width, 0), MAX (at[i] + width, 0), BJT_ROUTE_EVERY_DAY);
    }
  shift.start_place = shift.end_place = 0;
  shift.from = 0;
  shift.to = now + 200;
  bjt_route_problem_add_shift (problem, &shift);
  return problem;
}

/* Returns: how many must-visits are missed after it */
static guint
repair (const BjtRouteProblem *problem,
        guint64                seed,
        guint64               *n_rounds)
{
  g_autoptr (BjtRouteNet)   net = bjt_route_net_new (problem, TRUE);
  g_autoptr (BjtRouteState) state = bjt_route_state_new (net);
  BjtRouteWatch             watch = { .n_rounds = ROUNDS };
  guint                     n_before = state->n_must_missed;

  g_assert_cmpuint (n_before, ==, net->n_stops);
  bjt_route_repair (state, &watch, seed, 1);
  g_assert_cmpuint (watch.n_done, <=, ROUNDS + 8);
  g_assert_true (state->n_must_missed == 0 || state->n_must_missed == n_before);
  g_assert_cmpuint (state->n_absent, ==, state->n_must_missed);
  *n_rounds = watch.n_done;
  return state->n_must_missed;
}

static void
test_found (void)
{
  for (guint32 seed = 0; seed < 20; seed++)
    {
      g_autoptr (BjtRouteProblem) problem = draw_problem (seed, 30, 60);
      guint64 first, again;

      g_assert_cmpuint (repair (problem, seed, &first), ==, 0);
      g_assert_cmpuint (repair (problem, seed, &again), ==, 0);
      g_assert_cmpuint (first, ==, again);
    }
}

/* All at the same minute: nobody can. */
static void
test_none (void)
{
  for (guint n_stops = 2; n_stops < 12; n_stops++)
    {
      g_autoptr (BjtRouteProblem) problem = bjt_route_problem_new (n_stops + 1);
      gint32       *times = bjt_route_problem_use_times (problem);
      BjtRouteShift shift = BJT_ROUTE_SHIFT_INIT;
      guint64       n_rounds;

      for (guint i = 0; i < (n_stops + 1) * (n_stops + 1); i++)
        times[i] = i % (n_stops + 2) == 0 ? 0 : 10;
      for (guint i = 1; i <= n_stops; i++)
        {
          BjtRouteStop stop = BJT_ROUTE_STOP_INIT;

          stop.place = i;
          stop.must = TRUE;
          bjt_route_problem_add_window (problem, bjt_route_problem_add_stop (problem, &stop), 20, 20, BJT_ROUTE_EVERY_DAY);
        }
      shift.start_place = shift.end_place = 0;
      shift.to = 1000;
      bjt_route_problem_add_shift (problem, &shift);
      g_assert_cmpuint (repair (problem, 1, &n_rounds), ==, n_stops);
      g_assert_cmpuint (n_rounds, >=, ROUNDS);
    }
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/route/repair/found", test_found);
  g_test_add_func ("/route/repair/none", test_none);
  return g_test_run ();
}
