/* town.c: half of the doors in buildings of some hundred, half scattered, over
 * about 30 km. */
#include "town.h"

#include <stdio.h>
#include <unistd.h>

gsize
bench_get_rss (void)
{
  gsize            pages = 0, resident = 0;
  g_autofree char *text = NULL;

  if (g_file_get_contents ("/proc/self/statm", &text, NULL, NULL))
    sscanf (text, "%" G_GSIZE_FORMAT " %" G_GSIZE_FORMAT, &pages, &resident);
  return resident * (gsize) sysconf (_SC_PAGESIZE);
}

BjtPoint *
bench_town_new (guint32 n_points)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (20261122);
  BjtPoint         *points = g_new (BjtPoint, n_points);
  BjtPoint          house = { 0 };

  for (guint32 i = 0; i < n_points; i++)
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
