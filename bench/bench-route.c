/* bench-route.c STOPS WORKERS SECONDS: a compound drawn by a generator: buildings of
 * several entrances on a grid, stairs or a lift, windows, priorities. Answers as JSON
 * when the first plan was there, how fast it ends when it is cancelled, and what came
 * of it. */
#include "route/bjt-route-checker.h"
#include "route/bjt-route-solver.h"

#include <math.h>
#include <stdlib.h>
#include <time.h>

#define ENTRANCES 3       /* a building */
#define HOMES 6           /* to be seen at an entrance, on the mean */
#define PITCH_X 60.0      /* metres between buildings */
#define PITCH_Y 35.0
#define WALK 1.2          /* metres a second */
#define SETUP 30
#define UP_AND_DOWN 30    /* seconds a floor */
#define LIFT_WAIT 45
#define LIFT 6
#define HOUR 3600
#define CANCEL_AFTER 0.3  /* seconds */

typedef struct
{
  double x, y; /* of its entrance */
  guint  entrance;
  int    floor;
  gboolean has_lift;
} Place;

typedef struct
{
  double        begin, first; /* CPU seconds */
  GCancellable *cancellable;  /* to be cancelled under way; NULL: let it run */
  double        cancelled;
} Watch;

static double
get_seconds (void)
{
  struct timespec now;

  clock_gettime (CLOCK_THREAD_CPUTIME_ID, &now);
  return (double) now.tv_sec + (double) now.tv_nsec / 1e9;
}

static gint32
climb (const Place *place)
{
  return place->has_lift ? MIN (UP_AND_DOWN * (place->floor - 1), LIFT_WAIT * 2 + LIFT * (place->floor - 1)) : UP_AND_DOWN * (place->floor - 1);
}

static gint32
find_time (const Place *a,
           const Place *b)
{
  if (a->entrance == b->entrance)
    return UP_AND_DOWN * ABS (a->floor - b->floor) / 2;
  return (gint32) (1.3 * hypot (a->x - b->x, a->y - b->y) / WALK) + climb (a) / 2 + climb (b) / 2;
}

static Place *
draw_places (guint  n,
             GRand *random)
{
  Place *places = g_new0 (Place, n + 1);
  guint  n_entrances = n / HOMES + 1, side = (guint) ceil (sqrt (n_entrances / (double) ENTRANCES));

  for (guint i = 0; i < n; i++)
    {
      guint entrance = (guint) g_rand_int_range (random, 0, (gint32) n_entrances), building = entrance / ENTRANCES;

      places[i].entrance = entrance;
      places[i].x = building % side * PITCH_X + entrance % ENTRANCES * 15;
      places[i].y = building / side * PITCH_Y;
      places[i].has_lift = building % 3 == 0;
      places[i].floor = g_rand_int_range (random, 1, places[i].has_lift ? 19 : 8);
    }
  places[n] = (Place) { -50, -50, n_entrances, 1, FALSE }; /* the office */
  return places;
}

static void
add_stops (BjtRouteProblem *problem,
           guint            n,
           GRand           *random)
{
  for (guint i = 0; i < n; i++)
    {
      BjtRouteStop stop = BJT_ROUTE_STOP_INIT;
      double       kind = g_rand_double (random);

      stop.place = i;
      stop.duration = g_rand_int_range (random, 5, 21) * 60;
      stop.must = g_rand_double (random) < 0.1;
      stop.prize = g_rand_int_range (random, 1, 10);
      bjt_route_problem_add_stop (problem, &stop);
      if (kind < 0.2)
        bjt_route_problem_add_window (problem, i, 16 * HOUR, 18 * HOUR, BJT_ROUTE_EVERY_DAY);
      else if (kind < 0.4)
        {
          bjt_route_problem_add_window (problem, i, 9 * HOUR, 11 * HOUR + HOUR / 2, BJT_ROUTE_EVERY_DAY);
          bjt_route_problem_add_window (problem, i, 14 * HOUR, 18 * HOUR, BJT_ROUTE_EVERY_DAY);
        }
    }
}

static void
add_shifts (BjtRouteProblem *problem,
            guint            office,
            guint            n)
{
  for (guint k = 0; k < n; k++)
    {
      BjtRouteShift shift = BJT_ROUTE_SHIFT_INIT;

      shift.worker = k;
      shift.start_place = shift.end_place = office;
      shift.from = 9 * HOUR;
      shift.to = 18 * HOUR;
      shift.lunch_from = 11 * HOUR + HOUR / 2;
      shift.lunch_to = 12 * HOUR + HOUR / 2;
      shift.lunch_time = HOUR;
      bjt_route_problem_add_shift (problem, &shift);
    }
}

static BjtRouteProblem *
draw_problem (guint n_stops,
              guint n_workers)
{
  g_autoptr (GRand)  random = g_rand_new_with_seed (1);
  g_autofree Place  *places = draw_places (n_stops, random);
  BjtRouteProblem   *problem = bjt_route_problem_new (n_stops + 1);
  BjtRouteObjective  objective = { .priority_first = TRUE };
  gint32            *times = bjt_route_problem_use_times (problem);

  for (guint i = 0; i <= n_stops; i++)
    {
      bjt_route_problem_set_entrance (problem, i, places[i].entrance, SETUP);
      for (guint j = 0; j <= n_stops; j++)
        times[i * (n_stops + 1) + j] = find_time (&places[i], &places[j]);
    }
  add_stops (problem, n_stops, random);
  add_shifts (problem, n_stops, n_workers);
  bjt_route_problem_set_objective (problem, &objective);
  return problem;
}

static void
progress_cb (const BjtRouteProgress *progress,
             gpointer                user_data)
{
  Watch *watch = user_data;

  if (watch->first == 0 && progress->plan != NULL)
    watch->first = get_seconds () - watch->begin;
  if (watch->cancellable == NULL || get_seconds () - watch->begin < CANCEL_AFTER || g_cancellable_is_cancelled (watch->cancellable))
    return;
  watch->cancelled = get_seconds ();
  g_cancellable_cancel (watch->cancellable);
}

static BjtRoutePlan *
solve (const BjtRouteProblem *problem,
       double                 seconds,
       Watch                 *watch)
{
  BjtRouteBudget budget = { .seconds = seconds, .seed = 1, .progress = progress_cb, .user_data = watch };
  g_autoptr (GError) error = NULL;
  BjtRoutePlan *plan;

  watch->begin = get_seconds ();
  plan = bjt_route_solve (problem, &budget, watch->cancellable, &error);
  if (plan == NULL)
    g_error ("%s", error->message);
  return plan;
}

/* How often a route comes back to an entrance that it left. */
static guint
count_again (const BjtRouteProblem *problem,
             const BjtRoutePlan    *plan)
{
  guint n = 0;

  for (guint k = 0; k < plan->routes->len; k++)
    {
      const GArray *visits = ((const BjtRoute *) plan->routes->pdata[k])->visits;
      g_autoptr (GHashTable) left = g_hash_table_new (NULL, NULL);
      guint last = G_MAXUINT;

      for (guint i = 0; i < visits->len; i++)
        {
          guint stop = g_array_index (visits, BjtRouteVisit, i).stop, entrance;

          if (stop == BJT_ROUTE_NONE)
            continue;
          entrance = bjt_route_problem_get_entrance (problem, bjt_route_problem_get_stop (problem, stop)->place);
          if (entrance != last && !g_hash_table_add (left, GUINT_TO_POINTER (entrance)))
            n++;
          last = entrance;
        }
    }
  return n;
}

int
main (int   argc,
      char *argv[])
{
  guint n_stops = argc > 1 ? (guint) strtoul (argv[1], NULL, 10) : 60, n_workers = argc > 2 ? (guint) strtoul (argv[2], NULL, 10) : 1;
  double seconds = argc > 3 ? g_ascii_strtod (argv[3], NULL) : 1, cancel;
  g_autoptr (BjtRouteProblem) problem = draw_problem (n_stops, n_workers);
  Watch whole = { 0 }, cut = { .cancellable = g_cancellable_new () };
  g_autoptr (BjtRoutePlan) plan = solve (problem, seconds, &whole), early = solve (problem, seconds + 1, &cut);
  g_autoptr (GArray) faults = NULL;

  cancel = cut.cancelled > 0 ? get_seconds () - cut.cancelled : 0;
  faults = bjt_route_check (problem, plan);
  if (faults->len > 0)
    g_error ("the plan cannot be walked");
  g_print ("{\"first_ms\": %.1f, \"cancel_ms\": %.1f, \"prize\": %" G_GINT64_FORMAT ", \"cost\": %" G_GINT64_FORMAT ", \"again\": %u, \"missed\": %u}\n",
           whole.first * 1000, cancel * 1000, plan->prize, plan->cost, count_again (problem, plan), plan->unserved->len);
  g_object_unref (cut.cancellable);
  return 0;
}
