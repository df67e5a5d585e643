/* test-route-solver.c: what must hold of every plan, on problems drawn at random
 * and on small ones made by hand. */
#include "route/bjt-route-checker.h"
#include "route/bjt-route-solver.h"

#define ROUNDS 1500

/* Places on a square; asymmetric ways that break the triangle now and then, some holes. */
static void
draw_ways (BjtRouteProblem *problem,
           GRand           *random)
{
  guint   n = bjt_route_problem_get_n_places (problem);
  gint32 *times = bjt_route_problem_use_times (problem), *costs = g_rand_boolean (random) ? bjt_route_problem_use_costs (problem) : NULL;
  gint32  x[64], y[64];

  for (guint i = 0; i < n; i++)
    {
      x[i] = g_rand_int_range (random, 0, 100);
      y[i] = g_rand_int_range (random, 0, 100);
      bjt_route_problem_set_entrance (problem, i, i / 2, g_rand_int_range (random, 0, 4));
    }
  for (guint i = 0; i < n; i++)
    for (guint j = 0; j < n; j++)
      {
        times[i * n + j] = i == j ? 0 : ABS (x[i] - x[j]) + ABS (y[i] - y[j]) + g_rand_int_range (random, 0, 20);
        if (g_rand_int_range (random, 0, 60) == 0)
          times[i * n + j] = BJT_ROUTE_UNREACHABLE;
        if (costs != NULL)
          costs[i * n + j] = g_rand_int_range (random, 0, 200);
      }
}

static void
draw_stop (BjtRouteProblem *problem,
           GRand           *random,
           guint            n_places)
{
  BjtRouteStop stop = BJT_ROUTE_STOP_INIT;
  guint        added, n_windows = (guint) g_rand_int_range (random, 0, 4);

  stop.place = (guint) g_rand_int_range (random, 0, (gint32) n_places);
  stop.duration = g_rand_int_range (random, 0, 30);
  stop.demand = g_rand_int_range (random, 0, 3);
  stop.must = g_rand_int_range (random, 0, 3) == 0;
  stop.prize = g_rand_int_range (random, 0, 200);
  stop.needs = (guint64) (g_rand_int_range (random, 0, 4) == 0);
  stop.any_of = g_rand_int_range (random, 0, 4) == 0 ? 6 : 0;
  stop.n_people = g_rand_int_range (random, 0, 8) == 0 ? 2 : 1;
  stop.first_day = g_rand_int_range (random, 0, 6) == 0;
  added = bjt_route_problem_add_stop (problem, &stop);
  for (guint i = 0; i < n_windows; i++)
    {
      gint32 from = g_rand_int_range (random, 0, 700);

      bjt_route_problem_add_window (problem, added, from, from + g_rand_int_range (random, -20, 200), g_rand_int_range (random, -1, 2));
    }
}

static void
draw_shift (BjtRouteProblem *problem,
            GRand           *random,
            guint            n_places,
            guint            worker)
{
  BjtRouteShift shift = BJT_ROUTE_SHIFT_INIT;

  shift.worker = worker;
  shift.day = g_rand_int_range (random, 0, 2);
  if (g_rand_int_range (random, 0, 4) > 0)
    shift.start_place = (guint) g_rand_int_range (random, 0, (gint32) n_places);
  if (g_rand_int_range (random, 0, 4) > 0)
    shift.end_place = (guint) g_rand_int_range (random, 0, (gint32) n_places);
  shift.from = g_rand_int_range (random, 0, 200);
  shift.to = shift.from + g_rand_int_range (random, 0, 800);
  if (g_rand_boolean (random))
    shift.max_time = g_rand_int_range (random, 50, 500);
  if (g_rand_boolean (random))
    shift.capacity = g_rand_int_range (random, 0, 15);
  shift.has = (guint64) g_rand_int_range (random, 0, 8);
  shift.n_people = 1 + (guint) g_rand_boolean (random);
  if (g_rand_boolean (random))
    {
      shift.lunch_from = 300;
      shift.lunch_to = 300 + g_rand_int_range (random, 0, 100);
      shift.lunch_time = 40;
    }
  bjt_route_problem_add_shift (problem, &shift);
}

static BjtRouteProblem *
draw_problem (guint32 seed)
{
  g_autoptr (GRand) random = g_rand_new_with_seed (seed);
  guint             n_places = (guint) g_rand_int_range (random, 1, 40), n_shifts = (guint) g_rand_int_range (random, 1, 6);
  guint             n_stops = (guint) g_rand_int_range (random, 1, 40);
  BjtRouteProblem  *problem = bjt_route_problem_new (n_places);
  BjtRouteObjective objective = { .priority_first = g_rand_boolean (random) };

  draw_ways (problem, random);
  for (guint i = 0; i < n_stops; i++)
    draw_stop (problem, random, n_places);
  for (guint k = 0; k < n_shifts; k++)
    draw_shift (problem, random, n_places, k);
  for (guint i = 0; i < n_stops && seed % 2 == 0; i++)
    if (g_rand_int_range (random, 0, 5) == 0)
      bjt_route_problem_add_pin (problem, i, (guint) g_rand_int_range (random, 0, (gint32) n_shifts),
                                 (BjtRoutePinKind) g_rand_int_range (random, 0, 4));
  objective.balance = (guint) g_rand_int_range (random, 0, 3) * 300;
  bjt_route_problem_set_objective (problem, &objective);
  return problem;
}

static void
assert_walkable (const BjtRouteProblem *problem,
                 const BjtRoutePlan    *plan)
{
  g_autoptr (GArray) faults = bjt_route_check (problem, plan);

  for (guint i = 0; i < faults->len; i++)
    {
      g_autofree char *text = bjt_route_fault_dup_text (&g_array_index (faults, BjtRouteFault, i));

      g_test_message ("%s", text);
    }
  g_assert_cmpuint (faults->len, ==, 0);
}

static BjtRoutePlan *
solve (const BjtRouteProblem *problem,
       guint64                seed)
{
  BjtRouteBudget budget = { .n_rounds = ROUNDS, .seed = seed };
  g_autoptr (GError) error = NULL;
  BjtRoutePlan      *plan = bjt_route_solve (problem, &budget, NULL, &error);

  g_assert_no_error (error);
  return plan;
}

static void
test_feasible (void)
{
  for (guint32 seed = 1; seed <= 150; seed++)
    {
      g_autoptr (BjtRouteProblem) problem = draw_problem (seed);
      g_autoptr (BjtRoutePlan) plan = solve (problem, seed);

      g_test_message ("problem %u", seed);
      assert_walkable (problem, plan);
      for (guint i = 0; i < plan->unserved->len; i++)
        g_assert_cmpint (g_array_index (plan->unserved, BjtRouteUnserved, i).reason, !=, BJT_ROUTE_REASON_NONE);
    }
}

static void
test_same_seed (void)
{
  for (guint32 number = 1; number <= 10; number++)
    {
      g_autoptr (BjtRouteProblem) problem = draw_problem (number);
      g_autoptr (BjtRoutePlan) one = solve (problem, 7);
      g_autoptr (BjtRoutePlan) other = solve (problem, 7);

      for (guint k = 0; k < one->routes->len; k++)
        {
          const GArray *a = bjt_route_plan_get_route (one, k)->visits, *b = bjt_route_plan_get_route (other, k)->visits;

          g_assert_cmpmem (a->data, a->len * sizeof (BjtRouteVisit), b->data, b->len * sizeof (BjtRouteVisit));
        }
    }
}

typedef struct
{
  const BjtRouteProblem *problem;
  BjtRoutePlan          *last;
  GCancellable          *cancellable;
  gint64                 cancelled_at;
} Listener;

static void
listen_cb (const BjtRouteProgress *progress,
           gpointer                user_data)
{
  Listener *self = user_data;

  if (progress->plan == NULL)
    return;
  assert_walkable (self->problem, progress->plan);
  if (self->last != NULL)
    g_assert_cmpint (bjt_route_plan_compare (self->problem, progress->plan, self->last), <=, 0);
  g_clear_pointer (&self->last, bjt_route_plan_free);
  self->last = bjt_route_plan_copy (progress->plan);
}

/* Every plan told of is at least as good as the one before; the last one too. */
static void
test_never_worse (void)
{
  g_autoptr (BjtRouteProblem) problem = draw_problem (12);
  Listener       listener = { .problem = problem };
  BjtRouteBudget budget = { .seconds = 0.35, .seed = 3, .progress = listen_cb, .user_data = &listener };
  g_autoptr (BjtRoutePlan) plan = bjt_route_solve (problem, &budget, NULL, NULL);

  g_assert_nonnull (listener.last);
  g_assert_cmpint (bjt_route_plan_compare (problem, plan, listener.last), <=, 0);
  bjt_route_plan_free (listener.last);
}

static void
cancel_cb (const BjtRouteProgress *progress,
           gpointer                user_data)
{
  Listener *self = user_data;

  g_cancellable_cancel (self->cancellable);
  self->cancelled_at = g_get_monotonic_time ();
}

static void
test_cancel (void)
{
  g_autoptr (BjtRouteProblem) problem = draw_problem (14);
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  Listener       listener = { .problem = problem, .cancellable = cancellable };
  BjtRouteBudget budget = { .seconds = 30, .progress = cancel_cb, .user_data = &listener };
  g_autoptr (BjtRoutePlan) plan = bjt_route_solve (problem, &budget, cancellable, NULL);

  g_assert_nonnull (plan);
  assert_walkable (problem, plan);
  g_assert_cmpint (g_get_monotonic_time () - listener.cancelled_at, <, 500000); /* a loaded machine */
}

/* Places on a line, 10 apart; a shift from 0 to 1000 at place 0. */
static BjtRouteProblem *
make_line (guint n)
{
  BjtRouteProblem *problem = bjt_route_problem_new (n);
  BjtRouteShift    shift = BJT_ROUTE_SHIFT_INIT;

  for (guint i = 0; i < n; i++)
    for (guint j = 0; j < n; j++)
      bjt_route_problem_use_times (problem)[i * n + j] = 10 * ABS ((gint32) i - (gint32) j);
  shift.start_place = shift.end_place = 0;
  shift.to = 1000;
  bjt_route_problem_add_shift (problem, &shift);
  return problem;
}

static guint
add_stop (BjtRouteProblem *problem,
          guint            place,
          gint32           duration)
{
  BjtRouteStop stop = BJT_ROUTE_STOP_INIT;

  stop.place = place;
  stop.duration = duration;
  stop.must = TRUE;
  return bjt_route_problem_add_stop (problem, &stop);
}

static BjtRouteReason
get_reason (const BjtRoutePlan *plan,
            guint               stop)
{
  for (guint i = 0; i < plan->unserved->len; i++)
    if (g_array_index (plan->unserved, BjtRouteUnserved, i).stop == stop)
      return g_array_index (plan->unserved, BjtRouteUnserved, i).reason;
  return BJT_ROUTE_REASON_NONE;
}

static void
test_reasons (void)
{
  g_autoptr (BjtRouteProblem) problem = make_line (6);
  BjtRouteStop optional = BJT_ROUTE_STOP_INIT;
  guint        void_window, closed, long_one, far, barred, cheap, seen;

  void_window = add_stop (problem, 1, 5);
  bjt_route_problem_add_window (problem, void_window, 500, 400, BJT_ROUTE_EVERY_DAY);
  closed = add_stop (problem, 2, 5);
  bjt_route_problem_add_window (problem, closed, 0, 10, BJT_ROUTE_EVERY_DAY);
  long_one = add_stop (problem, 1, 2000);
  far = add_stop (problem, 5, 5);
  for (guint i = 0; i < 5; i++)
    bjt_route_problem_use_times (problem)[i * 6 + 5] = BJT_ROUTE_UNREACHABLE;
  optional.place = 3;
  optional.needs = 1;
  barred = bjt_route_problem_add_stop (problem, &optional);
  optional.needs = 0;
  optional.prize = 5;
  cheap = bjt_route_problem_add_stop (problem, &optional);
  seen = add_stop (problem, 1, 5);
  {
    g_autoptr (BjtRoutePlan) plan = solve (problem, 1);

    assert_walkable (problem, plan);
    g_assert_cmpint (get_reason (plan, void_window), ==, BJT_ROUTE_REASON_WINDOW);
    g_assert_cmpint (get_reason (plan, closed), ==, BJT_ROUTE_REASON_WINDOW);
    g_assert_cmpint (get_reason (plan, long_one), ==, BJT_ROUTE_REASON_SHIFT_FULL);
    g_assert_cmpint (get_reason (plan, far), ==, BJT_ROUTE_REASON_UNREACHABLE);
    g_assert_cmpint (get_reason (plan, barred), ==, BJT_ROUTE_REASON_NOT_ELIGIBLE);
    g_assert_cmpint (get_reason (plan, cheap), ==, BJT_ROUTE_REASON_NOT_WORTH);
    g_assert_cmpint (get_reason (plan, seen), ==, BJT_ROUTE_REASON_NONE);
  }
}

static void
test_shift_full (void)
{
  g_autoptr (BjtRouteProblem) problem = make_line (3);
  g_autoptr (BjtRoutePlan) plan = NULL;

  for (guint i = 0; i < 4; i++)
    add_stop (problem, 1, 300);
  plan = solve (problem, 1);
  g_assert_cmpuint (plan->unserved->len, ==, 1);
  g_assert_cmpint (g_array_index (plan->unserved, BjtRouteUnserved, 0).reason, ==, BJT_ROUTE_REASON_SHIFT_FULL);
}

static void
test_nonsense (void)
{
  const struct { gint32 duration; guint place; gint32 way; } cases[] = { { -5, 1, 10 }, { G_MAXINT32, 1, 10 }, { 5, 77, 10 }, { 5, 1, -3 } };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (BjtRouteProblem) problem = make_line (3);
      g_autoptr (GError) error = NULL;
      BjtRouteBudget budget = { .n_rounds = 10 };

      add_stop (problem, cases[i].place, cases[i].duration);
      bjt_route_problem_use_times (problem)[1] = cases[i].way;
      g_assert_null (bjt_route_solve (problem, &budget, NULL, &error));
      g_assert_nonnull (error);
      g_assert_null (g_strstr_len (error->message, -1, "\n"));
    }
}

static void
test_empty (void)
{
  g_autoptr (BjtRouteProblem) problem = make_line (2);
  g_autoptr (BjtRouteProblem) nobody = bjt_route_problem_new (1);
  g_autoptr (BjtRoutePlan) plan = solve (problem, 1);
  g_autoptr (BjtRoutePlan) other = NULL;

  assert_walkable (problem, plan);
  add_stop (nobody, 0, 5);
  other = solve (nobody, 1);
  assert_walkable (nobody, other);
  g_assert_cmpint (get_reason (other, 0), ==, BJT_ROUTE_REASON_NOT_ELIGIBLE);
}

/* First, locked in their order, last, whatever the way. */
static void
test_pins (void)
{
  g_autoptr (BjtRouteProblem) problem = make_line (8);
  g_autoptr (BjtRoutePlan) plan = NULL;
  g_autoptr (GArray) order = NULL;
  guint index[7];

  for (guint i = 1; i < 8; i++)
    add_stop (problem, i, 1);
  bjt_route_problem_add_pin (problem, 6, 0, BJT_ROUTE_PIN_FIRST);
  bjt_route_problem_add_pin (problem, 4, 0, BJT_ROUTE_PIN_LOCKED);
  bjt_route_problem_add_pin (problem, 1, 0, BJT_ROUTE_PIN_LOCKED);
  bjt_route_problem_add_pin (problem, 5, 0, BJT_ROUTE_PIN_LAST);
  plan = solve (problem, 1);
  assert_walkable (problem, plan);
  g_assert_cmpuint (plan->unserved->len, ==, 0);
  order = bjt_route_plan_dup_order (plan, 0);
  for (guint i = 0; i < order->len; i++)
    index[g_array_index (order, guint, i)] = i;
  g_assert_cmpuint (index[6], ==, 0);
  g_assert_cmpuint (index[5], ==, 6);
  g_assert_cmpuint (index[4], <, index[1]);
}

/* A plan once made is begun from, and made no worse. */
static void
test_warm_start (void)
{
  g_autoptr (BjtRouteProblem) problem = draw_problem (21);
  g_autoptr (BjtRoutePlan) first = solve (problem, 1);
  BjtRouteBudget budget = { .n_rounds = 1, .seed = 5, .start = first };
  g_autoptr (BjtRoutePlan) second = bjt_route_solve (problem, &budget, NULL, NULL);

  assert_walkable (problem, second);
  g_assert_cmpint (bjt_route_plan_compare (problem, second, first), <=, 0);
}

static void
test_insertion (void)
{
  g_autoptr (BjtRouteProblem) problem = make_line (6);
  g_autoptr (GArray) order = g_array_new (FALSE, FALSE, sizeof (guint));
  g_autoptr (BjtRoutePlan) plan = NULL;
  BjtRouteInsertion insertion;
  guint stops[] = { add_stop (problem, 1, 1), add_stop (problem, 5, 1) }, between = add_stop (problem, 3, 1);

  g_array_append_vals (order, stops, 2);
  plan = bjt_route_plan_new (problem, (const GArray *const[]) { order });
  insertion = bjt_route_find_insertion (problem, plan, between, BJT_ROUTE_NONE);
  g_assert_cmpuint (insertion.shift, ==, 0);
  g_assert_cmpuint (insertion.index, ==, 1);
  g_assert_cmpint (insertion.cost, ==, 0);
  g_assert_cmpuint (bjt_route_find_insertion (problem, plan, stops[0], 0).shift, ==, BJT_ROUTE_NONE);
}

/* Ten homes on a line, nearest the office; n_workers who may all go. */
static BjtRouteProblem *
make_shared_line (guint n_workers,
                  guint balance)
{
  BjtRouteProblem  *problem = make_line (11);
  BjtRouteShift     shift = *bjt_route_problem_get_shift (problem, 0);
  BjtRouteObjective objective = { .balance = balance };

  for (shift.worker = 1; shift.worker < n_workers; shift.worker++)
    bjt_route_problem_add_shift (problem, &shift);
  for (guint i = 1; i < 11; i++)
    add_stop (problem, i, 30);
  bjt_route_problem_set_objective (problem, &objective);
  return problem;
}

static gint64
get_work (const BjtRoutePlan *plan,
          guint               shift)
{
  const BjtRoute *route = bjt_route_plan_get_route (plan, shift);

  return route->cost + 30 * (gint64) route->visits->len;
}

/* By ways alone one goes to all; where work above the mean counts, they share. */
static void
test_balance (void)
{
  g_autoptr (BjtRouteProblem) cheap = make_shared_line (2, 0);
  g_autoptr (BjtRouteProblem) fair = make_shared_line (2, 1000);
  g_autoptr (BjtRoutePlan) without = solve (cheap, 1);
  g_autoptr (BjtRoutePlan) with = solve (fair, 1);
  gint64 spread = ABS (get_work (with, 0) - get_work (with, 1));

  assert_walkable (cheap, without);
  assert_walkable (fair, with);
  g_assert_cmpint (ABS (get_work (without, 0) - get_work (without, 1)), ==, 500);
  g_assert_cmpint (without->cost, ==, 200);
  g_assert_cmpint (without->unfairness, ==, 0);
  g_assert_cmpint (spread, <=, 60);
  g_assert_cmpint (with->unfairness, ==, spread / 2);
  g_assert_cmpint (with->cost + with->unfairness, <, 200 + 500 / 2);
  g_assert_cmpuint (with->unserved->len, ==, 0);
}

/* One who goes alone has nobody to share with. */
static void
test_balance_alone (void)
{
  g_autoptr (BjtRouteProblem) cheap = make_shared_line (1, 0);
  g_autoptr (BjtRouteProblem) fair = make_shared_line (1, 1000);
  g_autoptr (BjtRoutePlan) without = solve (cheap, 1);
  g_autoptr (BjtRoutePlan) with = solve (fair, 1);
  const GArray *a = bjt_route_plan_get_route (without, 0)->visits, *b = bjt_route_plan_get_route (with, 0)->visits;

  g_assert_cmpmem (a->data, a->len * sizeof (BjtRouteVisit), b->data, b->len * sizeof (BjtRouteVisit));
  g_assert_cmpint (with->unfairness, ==, 0);
}

/* The checker sees what is spoilt in a plan. */
static void
test_spoilt (void)
{
  g_autoptr (BjtRouteProblem) problem = make_line (4);
  g_autoptr (GArray) twice = g_array_new (FALSE, FALSE, sizeof (guint));
  g_autoptr (BjtRoutePlan) plan = NULL;
  g_autoptr (GArray) faults = NULL;
  guint stop = add_stop (problem, 2, 1);

  bjt_route_problem_add_window (problem, stop, 0, 10, BJT_ROUTE_EVERY_DAY);
  g_array_append_val (twice, stop);
  g_array_append_val (twice, stop);
  plan = bjt_route_plan_new (problem, (const GArray *const[]) { twice });
  faults = bjt_route_check (problem, plan);
  g_assert_cmpuint (faults->len, >=, 2);
}

static void
test_spoilt_balance (void)
{
  g_autoptr (BjtRouteProblem) problem = make_shared_line (2, 1000);
  g_autoptr (BjtRoutePlan) plan = solve (problem, 1);
  g_autoptr (GArray) faults = NULL;

  plan->unfairness += 100;
  faults = bjt_route_check (problem, plan);
  g_assert_cmpuint (faults->len, ==, 1);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/route/solver/feasible", test_feasible);
  g_test_add_func ("/route/solver/same-seed-same-plan", test_same_seed);
  g_test_add_func ("/route/solver/never-worse", test_never_worse);
  g_test_add_func ("/route/solver/cancel", test_cancel);
  g_test_add_func ("/route/solver/reasons", test_reasons);
  g_test_add_func ("/route/solver/shift-full", test_shift_full);
  g_test_add_func ("/route/solver/nonsense", test_nonsense);
  g_test_add_func ("/route/solver/empty", test_empty);
  g_test_add_func ("/route/solver/pins", test_pins);
  g_test_add_func ("/route/solver/warm-start", test_warm_start);
  g_test_add_func ("/route/solver/insertion", test_insertion);
  g_test_add_func ("/route/solver/balance", test_balance);
  g_test_add_func ("/route/solver/balance-alone", test_balance_alone);
  g_test_add_func ("/route/checker/spoilt", test_spoilt);
  g_test_add_func ("/route/checker/spoilt-balance", test_spoilt_balance);
  return g_test_run ();
}
