/* bench-walk.c ENTRANCES SIDE: the matrix of so many entrances scattered over a bent
 * lattice of SIDE × SIDE corners, one thread and as many as are used otherwise.
 * Prints JSON; seconds of the clock and of the processor. */
#include "route/bjt-walk-matrix.h"

#include <stdio.h>
#include <stdlib.h>
#include <time.h>

static double
get_seconds (clockid_t clock)
{
  struct timespec now;

  clock_gettime (clock, &now);
  return (double) now.tv_sec + (double) now.tv_nsec / 1e9;
}

static BjtWalkMap *
draw_town (guint side)
{
  g_autoptr (GRand) random = g_rand_new_with_seed (1);
  g_autofree BjtPoint *corners = g_new (BjtPoint, side * side);
  BjtWalkMap *map = bjt_walk_map_new ();

  for (guint i = 0; i < side; i++)
    for (guint j = 0; j < side; j++)
      corners[i * side + j] = (BjtPoint) { 30.0 * i + g_rand_double_range (random, -9, 9), 30.0 * j + g_rand_double_range (random, -9, 9) };
  for (guint i = 0; i < side; i++)
    for (guint j = 0; j < side; j++)
      {
        const BjtPoint east[] = { corners[i * side + j], corners[MIN (i + 1, side - 1) * side + j] };
        const BjtPoint north[] = { corners[i * side + j], corners[i * side + MIN (j + 1, side - 1)] };

        if (g_rand_double (random) < 0.9)
          bjt_walk_map_add_way (map, east, 2, &BJT_WAY_PLAIN);
        if (g_rand_double (random) < 0.9)
          bjt_walk_map_add_way (map, north, 2, &BJT_WAY_PLAIN);
      }
  return map;
}

static void
fill (const BjtWalkNetwork *network,
      guint                 n,
      double                width,
      guint                 n_threads,
      double                seconds[2])
{
  g_autoptr (GRand) random = g_rand_new_with_seed (2);
  g_autofree BjtWalkEntrance *entrances = g_new (BjtWalkEntrance, n);
  BjtWalkMatrixWish wish = { .network = network, .n_threads = n_threads };
  g_autoptr (BjtWalkMatrix) matrix = NULL;
  double wall, processor;

  for (guint i = 0; i < n; i++)
    entrances[i] = (BjtWalkEntrance) { { g_rand_double_range (random, 0, width), g_rand_double_range (random, 0, width) }, FALSE, TRUE };
  wall = get_seconds (CLOCK_MONOTONIC);
  processor = get_seconds (CLOCK_PROCESS_CPUTIME_ID);
  matrix = bjt_walk_matrix_new (entrances, n, &wish, NULL);
  seconds[0] = get_seconds (CLOCK_MONOTONIC) - wall;
  seconds[1] = get_seconds (CLOCK_PROCESS_CPUTIME_ID) - processor;
}

int
main (int   argc,
      char *argv[])
{
  guint  n = argc > 1 ? (guint) strtoul (argv[1], NULL, 10) : 300, side = argc > 2 ? (guint) strtoul (argv[2], NULL, 10) : 100;
  g_autoptr (BjtWalkMap) map = draw_town (side);
  double began = get_seconds (CLOCK_PROCESS_CPUTIME_ID), made, one[2], many[2];
  g_autoptr (BjtWalkNetwork) network = bjt_walk_network_new (map);

  made = get_seconds (CLOCK_PROCESS_CPUTIME_ID) - began;
  fill (network, n, 30.0 * side, 1, one);
  fill (network, n, 30.0 * side, 0, many);
  printf ("{\"nodes\": %u, \"links\": %u, \"entrances\": %u, \"network_s\": %.3f, \"one_s\": %.3f, \"one_cpu_s\": %.3f, \"threads_s\": %.3f}\n",
          bjt_walk_network_get_n_nodes (network), bjt_walk_network_get_n_links (network), n, made, one[0], one[1], many[0]);
  return 0;
}
