/* bench-cluster.c N [SPREAD]: clusters N points of a made-up town, z10–z21, and
 * asks for the clusters of a window at every zoom. Prints JSON. With --points
 * it writes the points as little-endian doubles instead, for a peer to read. */
#include "geo/bjt-cluster-index.h"
#include "town.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

#define RUNS 5

static double
get_cpu_ms (void)
{
  struct timespec now;

  clock_gettime (CLOCK_PROCESS_CPUTIME_ID, &now);
  return (double) now.tv_sec * 1e3 + (double) now.tv_nsec / 1e6;
}

static double
time_queries (const BjtClusterIndex *index)
{
  g_autoptr (GArray) clusters = g_array_new (FALSE, FALSE, sizeof (BjtCluster));
  double             worst = 0;

  for (guint zoom = 10; zoom <= 22; zoom++)
    {
      double half_x = 700.0 / (256u << zoom), half_y = 450.0 / (256u << zoom), started = get_cpu_ms ();
      BjtBox box = { 0.8264 - half_x, 0.4124 - half_y, 0.8264 + half_x, 0.4124 + half_y };

      g_array_set_size (clusters, 0);
      bjt_cluster_index_get_clusters (index, zoom, &box, clusters);
      worst = MAX (worst, get_cpu_ms () - started);
    }
  return worst;
}

int
main (int    argc,
      char **argv)
{
  guint32              n = argc > 1 ? (guint32) strtoul (argv[1], NULL, 10) : 100000;
  g_autofree BjtPoint *points = bench_town_new (n);
  double               best = G_MAXDOUBLE;
  gsize                before, grown = 0, size = 0;
  double               query = 0;

  if (argc > 2 && strcmp (argv[2], "--points") == 0)
    return fwrite (points, sizeof *points, n, stdout) == n ? 0 : 1;
  before = bench_get_rss ();
  for (int run = 0; run < RUNS; run++)
    {
      double                     started = get_cpu_ms ();
      g_autoptr (BjtClusterIndex) index = bjt_cluster_index_new (points, NULL, n, &BJT_CLUSTER_OPTIONS_DEFAULT);

      best = MIN (best, get_cpu_ms () - started);
      if (run == 0)
        grown = bench_get_rss () - before;
      size = bjt_cluster_index_get_size (index);
      query = time_queries (index);
    }
  printf ("{\"points\": %u, \"build_ms\": %.2f, \"query_ms\": %.3f, \"rss_bytes_per_point\": %.1f, \"size_per_point\": %.1f}\n",
          n, best, query, (double) grown / n, (double) size / n);
  return 0;
}
