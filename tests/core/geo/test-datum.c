/* Where public maps draw a place, and back. The expected figures are those of
 * independent implementations of the same published formulas. */
#include "geo/bjt-datum.h"

#include <math.h>

#define DEGREE_METRES 111320.0

static double
distance (BjtPoint a,
          BjtPoint b)
{
  return DEGREE_METRES * hypot ((a.x - b.x) * cos (a.y * G_PI / 180), a.y - b.y);
}

static void
test_known_places (void)
{
  static const struct
  {
    BjtPoint cgcs, gcj, bd;
  } places[] = {
    { { 129.7624, 43.3126 }, { 129.7694965056116, 43.31520160590286 }, { 129.77610257322732, 43.32086812868408 } },
    { { 116.397428, 39.90923 }, { 116.40367162595768, 39.91063350638631 }, { 116.41004410170474, 39.916972856075134 } },
    { { 75.9891, 39.4677 }, { 75.99205259545595, 39.46792405788911 }, { 75.99855480668629, 39.47389415564539 } },
    { { 112.3389, 16.831 }, { 112.34381250976244, 16.82936926105915 }, { 112.35031620591744, 16.83547951250392 } },
    { { 114.0579, 22.5431 }, { 114.06301399856547, 22.54038281422246 }, { 114.06956398703267, 22.546041559073544 } },
    { { 139.6917, 35.6895 }, { 139.6917, 35.6895 }, { 139.69812252626312, 35.69584545284111 } },
    { { -0.1276, 51.5072 }, { -0.1276, 51.5072 }, { -0.12124249683819777, 51.51321943229962 } },
  };

  for (guint i = 0; i < G_N_ELEMENTS (places); i++)
    {
      g_assert_cmpfloat (distance (bjt_datum_shift (BJT_DATUM_CGCS2000, places[i].cgcs), places[i].cgcs), ==, 0);
      g_assert_cmpfloat (distance (bjt_datum_shift (BJT_DATUM_GCJ02, places[i].cgcs), places[i].gcj), <, 0.002);
      g_assert_cmpfloat (distance (bjt_datum_shift (BJT_DATUM_BD09, places[i].cgcs), places[i].bd), <, 0.002);
    }
}

/* Below a millimetre over the whole mainland */
static void
test_round_trip (void)
{
  guint n_tried = 0;

  for (double lon = 74; lon < 135; lon += 0.37)
    for (double lat = 18; lat < 53; lat += 0.29)
      for (BjtDatum datum = BJT_DATUM_CGCS2000; datum < BJT_N_DATUMS; datum++)
        {
          BjtPoint place = { lon, lat };

          if (!bjt_datum_shifts_at (place) || !bjt_datum_shifts_at (bjt_datum_shift (BJT_DATUM_GCJ02, place)))
            continue;
          g_assert_cmpfloat (distance (bjt_datum_unshift (datum, bjt_datum_shift (datum, place)), place), <, 0.001);
          n_tried++;
        }
  g_assert_cmpuint (n_tried, >, 20000);
}

/* The whole mainland is in, also hard at its border; neighbours are out. */
static void
test_where (void)
{
  static const BjtPoint inside[] = {
    { 130.366, 42.863 }, { 129.843, 42.968 }, { 128.203, 41.420 }, { 126.190, 41.126 }, { 124.394, 40.129 }, { 127.528, 50.245 },
    { 117.378, 49.598 }, { 111.977, 43.653 }, { 82.573, 45.170 }, { 80.417, 44.214 }, { 97.855, 24.013 }, { 103.962, 22.508 },
    { 107.972, 21.547 }, { 85.980, 27.990 }, { 113.553, 22.224 }, { 114.110, 22.545 }, { 131.166, 44.412 }, { 134.300, 48.370 },
    { 88.907, 27.485 }, { 75.228, 37.772 }, { 112.339, 16.831 },
  };
  static const BjtPoint outside[] = {
    { 126.978, 37.567 }, { 139.692, 35.690 }, { 89.640, 27.472 }, { 105.834, 21.028 }, { 114.169, 22.319 }, { 113.544, 22.199 },
    { 106.917, 47.919 }, { 131.885, 43.116 }, { 85.324, 27.717 }, { 129.65, 41.80 }, { 0, 0 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (inside); i++)
    if (!bjt_datum_shifts_at (inside[i]))
      g_error ("%.3f %.3f lies on the mainland", inside[i].x, inside[i].y);
  for (guint i = 0; i < G_N_ELEMENTS (outside); i++)
    if (bjt_datum_shifts_at (outside[i]))
      g_error ("%.3f %.3f does not lie on the mainland", outside[i].x, outside[i].y);
}

static void
test_names (void)
{
  BjtDatum datum;

  for (BjtDatum d = BJT_DATUM_CGCS2000; d < BJT_N_DATUMS; d++)
    {
      g_assert_true (bjt_datum_init_from_name (&datum, bjt_datum_get_name (d)));
      g_assert_cmpint (datum, ==, d);
    }
  g_assert_true (bjt_datum_init_from_name (&datum, "GCJ02"));
  g_assert_cmpint (datum, ==, BJT_DATUM_GCJ02);
  g_assert_true (bjt_datum_init_from_name (&datum, "WGS84"));
  g_assert_cmpint (datum, ==, BJT_DATUM_CGCS2000);
  g_assert_false (bjt_datum_init_from_name (&datum, "beijing54"));
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/datum/known-places", test_known_places);
  g_test_add_func ("/datum/round-trip", test_round_trip);
  g_test_add_func ("/datum/where", test_where);
  g_test_add_func ("/datum/names", test_names);
  return g_test_run ();
}
