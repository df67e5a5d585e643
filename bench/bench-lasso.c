/* bench-lasso.c [N]: catches doors of N made-up ones with lassos of 500 points:
 * one round as a hand draws it, one that crosses itself all over. Prints JSON. */
#include "model/bjt-door-index.h"

#include <math.h>
#include <stdio.h>
#include <stdlib.h>

#define N_CORNERS 500
#define RUNS 9

static BjtPicture *
make_picture (guint32 n)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (20261122);
  BjtPicture       *picture = bjt_picture_new (BJT_DATE_NONE);

  for (guint32 i = 0; i < n; i++)
    {
      BjtPictureDoor door = { .place = { 0.826 + g_rand_double (rand) * 2e-4, 0.412 + g_rand_double (rand) * 2e-4 } };

      g_array_append_val (picture->doors, door);
    }
  return picture;
}

static double
catch (const BjtDoorIndex *index,
       const BjtPoint     *ring,
       guint32            *n_found)
{
  g_autoptr (BjtGeometry) polygon = bjt_geometry_new_polygon (ring, N_CORNERS);
  double best = G_MAXDOUBLE;

  for (int run = 0; run < RUNS; run++)
    {
      gint64                started = g_get_monotonic_time ();
      g_autoptr (BjtDoorSet) found = bjt_door_index_find_in_polygon (index, polygon);

      best = MIN (best, (double) (g_get_monotonic_time () - started) / 1000);
      *n_found = bjt_door_set_count (found);
    }
  return best;
}

int
main (int    argc,
      char **argv)
{
  guint32                  n = argc > 1 ? (guint32) strtoul (argv[1], NULL, 10) : 100000;
  g_autoptr (BjtPicture)   picture = make_picture (n);
  gint64                   started = g_get_monotonic_time ();
  g_autoptr (BjtDoorIndex) index = bjt_door_index_new (picture);
  double                   build = (double) (g_get_monotonic_time () - started) / 1000, round_ms, wild_ms;
  BjtPoint                 round[N_CORNERS], wild[N_CORNERS];
  guint32                  n_round, n_wild;

  for (int i = 0; i < N_CORNERS; i++)
    {
      double angle = 2 * G_PI * i / N_CORNERS, radius = (0.9 + 0.05 * sin (angle * 17)) * 1e-4;

      round[i] = (BjtPoint) { 0.8261 + radius * cos (angle), 0.4121 + radius * sin (angle) };
      wild[i] = (BjtPoint) { 0.8261 + 1e-4 * cos (angle * 187), 0.4121 + 1e-4 * sin (angle * 211) };
    }
  round_ms = catch (index, round, &n_round);
  wild_ms = catch (index, wild, &n_wild);
  printf ("{\"doors\": %u, \"index_ms\": %.2f, \"lasso_ms\": %.3f, \"caught\": %u, \"wild_ms\": %.3f, \"wild_caught\": %u}\n",
          n, build, round_ms, n_round, wild_ms, n_wild);
  return 0;
}
