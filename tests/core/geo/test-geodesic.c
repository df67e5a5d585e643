/* Distances and areas on the ellipsoid. */
#include "geo/bjt-geodesic.h"
#include "geo/bjt-ground.h"

#include <math.h>
#include <stdio.h>

static void
test_known (void)
{
  /* A degree along the equator is 1/360 of its circle; a quadrant of the
   * meridian of GRS 80 is 10,001,965.7293 m. */
  g_assert_cmpfloat_with_epsilon (bjt_geodesic_get_distance ((BjtPoint) { 100, 0 }, (BjtPoint) { 101, 0 }), 2 * G_PI * 6378137 / 360, 1e-6);
  g_assert_cmpfloat_with_epsilon (bjt_geodesic_get_distance ((BjtPoint) { 120, 0 }, (BjtPoint) { 120, 90 }), 10001965.7293, 1e-4);
  g_assert_cmpfloat (bjt_geodesic_get_distance ((BjtPoint) { 120, 30 }, (BjtPoint) { 120, 30 }), ==, 0);
}

/* An eighth of the ellipsoid of GRS 80, whose surface is 510,065,621,718,491 m². */
static void
test_octant (void)
{
  const BjtPoint ring[] = { { 0, 0 }, { 90, 0 }, { 0, 90 } };
  const BjtPoint back[] = { { 0, 90 }, { 90, 0 }, { 0, 0 } };
  double         perimeter;

  g_assert_cmpfloat_with_epsilon (bjt_geodesic_get_area (ring, 3, &perimeter), 510065621718491.0 / 8, 1e3);
  g_assert_cmpfloat_with_epsilon (bjt_geodesic_get_area (back, 3, NULL), 510065621718491.0 / 8, 1e3);
  g_assert_cmpfloat_with_epsilon (perimeter, 2 * 10001965.7293 + G_PI_2 * 6378137, 1e-3);
  g_assert_cmpfloat (bjt_geodesic_get_area (ring, 2, NULL), ==, 0);
  g_assert_cmpfloat (bjt_geodesic_get_length (ring, 1), ==, 0);
}

/* Within a community the ground plane says the same to 0.01 %. */
static void
test_agrees_with_the_ground (void)
{
  const BjtPoint ring[] = { { 129.77, 43.31 }, { 129.775, 43.31 }, { 129.776, 43.314 }, { 129.7705, 43.3135 } };
  g_autoptr (BjtGround) ground = bjt_ground_new (129.77);
  g_autoptr (BjtGeometry) polygon = bjt_geometry_new_polygon (ring, G_N_ELEMENTS (ring));
  double plane = bjt_ground_get_area (ground, polygon);

  g_assert_cmpfloat_with_epsilon (bjt_geodesic_get_area (ring, G_N_ELEMENTS (ring), NULL), plane, plane * 1e-4);
}

static FILE *
open_reference (void)
{
  const char *root = g_getenv ("BJT_SHARED_DATA");
  g_autofree char *path = g_build_filename (root != NULL ? root : BJT_SOURCE_ROOT "/../shared/data", "08_peer_fixtures", "geodesic",
                                            "GeodTest-nano_even_lines.dat", NULL);

  return fopen (path, "r");
}

/* Karney's test set (WGS 84, whose polar radius differs by 0.1 mm). */
static void
test_reference (void)
{
  double lat1, lon1, azimuth1, lat2, lon2, azimuth2, s12, a12, m12, area;
  FILE  *file = open_reference ();
  guint  n = 0;

  if (file == NULL)
    {
      g_test_skip ("the reference data is not there");
      return;
    }
  while (fscanf (file, "%lf %lf %lf %lf %lf %lf %lf %lf %lf %lf", &lat1, &lon1, &azimuth1, &lat2, &lon2, &azimuth2, &s12, &a12, &m12, &area) == 10)
    {
      const BjtPoint ring[] = { { lon1, lat1 }, { lon1, 0 }, { lon2, 0 }, { lon2, lat2 } };

      g_assert_cmpfloat_with_epsilon (bjt_geodesic_get_distance (ring[0], ring[3]), s12, 1e-3);
      /* S12 is what lies between the geodesic and the equator, while its shortest way is along it. */
      if (lon2 - lon1 < 175)
        g_assert_cmpfloat_with_epsilon (bjt_geodesic_get_area (ring, 4, NULL), fabs (area), 1e5 + fabs (area) * 1e-9);
      n++;
    }
  fclose (file);
  g_assert_cmpuint (n, >=, 10);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/geo/geodesic/known", test_known);
  g_test_add_func ("/geo/geodesic/octant", test_octant);
  g_test_add_func ("/geo/geodesic/agrees-with-the-ground", test_agrees_with_the_ground);
  g_test_add_func ("/geo/geodesic/reference", test_reference);
  return g_test_run ();
}
