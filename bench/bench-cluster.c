/* bench-cluster.c N [SPREAD]: clusters N points of a made-up town, z10–z21, and
 * asks for the clusters of a window at every zoom. Prints JSON. With --points
 * it writes the points as little-endian doubles instead, for a peer to read. */
#include "geo/bjt-cluster-index.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>
#include <unistd.h>

#define RUNS 5

static double
get_cpu_ms (void)
{
  struct timespec now;

  clock_gettime (CLOCK_PROCESS_CPUTIME_ID, &now);
  return (double) now.tv_sec * 1e3 + (double) now.tv_nsec / 1e6;
}

static gsize
get_rss (void)
{
  gsize              pages = 0, resident = 0;
  g_autofree char   *text = NULL;

  g_file_get_contents ("/proc/self/statm", &text, NULL, NULL);
  sscanf (text, "%" G_GSIZE_FORMAT " %" G_GSIZE_FORMAT, &pages, &resident);
  return resident * (gsize) sysconf (_SC_PAGESIZE);
}

/* Half of the doors in buildings of some hundred, half scattered, over a town
 * of about 30 km. */
static BjtPoint *
make_points (guint32 n)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (20261122);
  BjtPoint         *points = g_new (BjtPoint, n);
  BjtPoint          house = { 0 };

  for (guint32 i = 0; i < n; i++)
    {
      BjtPoint place = { 0.826 + g_rand_double (rand) * 0.00085, 0.412 + g_rand_double (rand) * 0.00085 };

      if (i % 200 == 0)
        house = place;
      if (i % 200 < 100)
        place = (BjtPoint) { house.x + g_rand_double (rand) * 1e-6, house.y + g_rand_double (rand) * 4e-7 };
      points[i] = place;
    }
  return points;
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
  g_autofree BjtPoint *points = make_points (n);
  double               best = G_MAXDOUBLE;
  gsize                before, grown = 0, size = 0;
  double               query = 0;

  if (argc > 2 && strcmp (argv[2], "--points") == 0)
    return fwrite (points, sizeof *points, n, stdout) == n ? 0 : 1;
  before = get_rss ();
  for (int run = 0; run < RUNS; run++)
    {
      double                     started = get_cpu_ms ();
      g_autoptr (BjtClusterIndex) index = bjt_cluster_index_new (points, NULL, n, &BJT_CLUSTER_OPTIONS_DEFAULT);

      best = MIN (best, get_cpu_ms () - started);
      if (run == 0)
        grown = get_rss () - before;
      size = bjt_cluster_index_get_size (index);
      query = time_queries (index);
    }
  printf ("{\"points\": %u, \"build_ms\": %.2f, \"query_ms\": %.3f, \"rss_bytes_per_point\": %.1f, \"size_per_point\": %.1f}\n",
          n, best, query, (double) grown / n, (double) size / n);
  return 0;
}
