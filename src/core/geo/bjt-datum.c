/* bjt-datum.c: the published approximations of the two shifts.
 *
 * The inverse has no closed form: three to five rounds of fixed-point iteration
 * bring it below a millimetre. The mainland is a hand-made outline, some twenty
 * kilometres outside the border so that no border town is left out; Hong Kong
 * and Macau, which public maps do not shift, are cut out. Constants and steps:
 * the eviltransform, gcoord and coordtransform projects agree on them to 1e-8°. */
#include "bjt-datum.h"

#include <math.h>

#define GCJ_RADIUS 6378245.0 /* Krassowsky 1940 */
#define GCJ_ECCENTRICITY2 0.00669342162296594323
#define BD_PI (G_PI * 3000.0 / 180.0)
#define BD_OFFSET_LON 0.0065
#define BD_OFFSET_LAT 0.006
#define MAX_ROUNDS 10
#define PRECISION 1e-10 /* degrees: 0.01 mm */

static const char *const names[BJT_N_DATUMS] = { "cgcs2000", "gcj02", "bd09" };

static const BjtPoint mainland[] = {
  { 135.3, 48.6 }, { 133.7, 45.0 }, { 132.0, 45.2 }, { 131.6, 44.0 }, { 131.6, 43.3 }, { 131.0, 42.7 }, { 130.85, 42.25 }, { 130.4, 42.3 },
  { 130.3, 42.75 }, { 130.0, 42.85 }, { 129.95, 42.5 }, { 129.7, 42.2 }, { 129.1, 41.9 }, { 128.5, 41.8 }, { 128.45, 41.3 }, { 127.9, 41.2 },
  { 127.0, 41.5 }, { 126.4, 41.0 }, { 125.7, 40.6 }, { 124.9, 40.2 }, { 124.5, 39.8 }, { 124.0, 38.5 }, { 123.5, 36.0 }, { 123.5, 31.0 },
  { 123.3, 27.0 }, { 122.4, 25.6 }, { 122.3, 21.5 }, { 119.0, 17.0 }, { 117.5, 9.0 }, { 112.5, 3.5 }, { 109.0, 6.0 }, { 109.8, 12.0 },
  { 109.6, 16.5 }, { 107.8, 18.3 }, { 108.0, 21.3 }, { 107.3, 21.4 }, { 106.5, 21.8 }, { 106.3, 22.6 }, { 105.3, 23.0 }, { 104.8, 22.6 },
  { 104.0, 22.3 }, { 103.0, 22.3 }, { 102.3, 22.2 }, { 101.9, 21.9 }, { 101.9, 21.0 }, { 101.1, 20.9 }, { 100.0, 21.2 }, { 99.1, 21.8 },
  { 98.7, 22.9 }, { 98.4, 23.6 }, { 97.4, 23.6 }, { 97.3, 24.7 }, { 98.3, 25.7 }, { 98.4, 27.3 }, { 97.2, 27.5 }, { 95.0, 26.5 },
  { 92.0, 26.7 }, { 91.5, 27.3 }, { 91.4, 27.9 }, { 90.3, 28.0 }, { 89.4, 27.9 }, { 89.1, 27.1 }, { 88.7, 27.2 }, { 88.5, 27.8 },
  { 86.9, 27.8 }, { 85.9, 27.7 }, { 85.2, 28.1 }, { 84.1, 28.7 }, { 83.4, 29.0 }, { 82.0, 29.8 }, { 81.0, 29.9 }, { 80.1, 30.4 },
  { 78.8, 31.2 }, { 78.2, 32.4 }, { 78.5, 33.5 }, { 77.6, 35.3 }, { 76.0, 35.6 }, { 74.8, 36.8 }, { 74.2, 37.2 }, { 73.2, 39.2 },
  { 73.4, 40.0 }, { 74.8, 40.8 }, { 76.3, 40.7 }, { 77.8, 41.3 }, { 79.8, 42.3 }, { 79.9, 43.2 }, { 80.1, 44.3 }, { 79.7, 45.1 },
  { 82.2, 45.6 }, { 82.0, 46.6 }, { 82.8, 47.5 }, { 85.2, 47.4 }, { 85.3, 48.5 }, { 86.7, 49.4 }, { 88.0, 49.4 }, { 90.0, 48.2 },
  { 91.3, 47.0 }, { 91.4, 45.6 }, { 93.6, 45.3 }, { 95.7, 44.6 }, { 96.7, 43.1 }, { 100.0, 43.0 }, { 103.5, 42.4 }, { 105.2, 42.1 },
  { 107.5, 42.7 }, { 110.0, 43.1 }, { 111.6, 44.1 }, { 111.8, 45.4 }, { 113.8, 45.2 }, { 115.7, 46.4 }, { 115.2, 48.0 }, { 116.4, 50.2 },
  { 117.9, 50.0 }, { 118.8, 50.4 }, { 120.4, 52.3 }, { 119.8, 52.9 }, { 120.9, 53.6 }, { 123.6, 53.9 }, { 126.0, 53.3 }, { 127.8, 50.5 },
  { 128.7, 49.9 }, { 130.3, 49.3 }, { 131.3, 48.2 }, { 133.0, 48.5 },
};

static const BjtPoint hong_kong[] = {
  { 113.82, 22.30 }, { 113.88, 22.43 }, { 113.95, 22.48 }, { 114.02, 22.50 }, { 114.055, 22.505 }, { 114.08, 22.517 }, { 114.12, 22.535 },
  { 114.15, 22.56 }, { 114.19, 22.558 }, { 114.23, 22.548 }, { 114.30, 22.56 }, { 114.50, 22.50 }, { 114.50, 22.14 }, { 113.82, 22.14 },
};

static const BjtPoint macau[] = {
  { 113.528, 22.19 }, { 113.532, 22.213 }, { 113.55, 22.2175 }, { 113.61, 22.215 }, { 113.61, 22.10 }, { 113.553, 22.10 }, { 113.546, 22.16 },
};

const char *
bjt_datum_get_name (BjtDatum self)
{
  return names[self];
}

/**
 * bjt_datum_init_from_name:
 * @name: as get_name() gives it, in any case; "wgs84" is CGCS2000
 */
gboolean
bjt_datum_init_from_name (BjtDatum   *self,
                          const char *name)
{
  for (guint d = 0; d < BJT_N_DATUMS; d++)
    if (g_ascii_strcasecmp (name, names[d]) == 0)
      {
        *self = (BjtDatum) d;
        return TRUE;
      }
  if (g_ascii_strcasecmp (name, "wgs84") != 0)
    return FALSE;
  *self = BJT_DATUM_CGCS2000;
  return TRUE;
}

gboolean
bjt_datum_shifts_at (BjtPoint lon_lat)
{
  return bjt_geometry_ring_contains (mainland, G_N_ELEMENTS (mainland), lon_lat.x, lon_lat.y)
         && !bjt_geometry_ring_contains (hong_kong, G_N_ELEMENTS (hong_kong), lon_lat.x, lon_lat.y)
         && !bjt_geometry_ring_contains (macau, G_N_ELEMENTS (macau), lon_lat.x, lon_lat.y);
}

/* Sines of three wavelengths, weighted; what both axes have in common. */
static double
get_waves (double v,
           double long_weight,
           double long_divisor,
           double longest_weight,
           double longest_divisor)
{
  return (20 * sin (v * G_PI) + 40 * sin (v / 3 * G_PI)) * 2 / 3
         + (long_weight * sin (v / long_divisor * G_PI) + longest_weight * sin (v / longest_divisor * G_PI)) * 2 / 3;
}

static double
get_ripple (double x)
{
  return (20 * sin (6 * x * G_PI) + 20 * sin (2 * x * G_PI)) * 2 / 3;
}

/* Metres on the ellipsoid at (105° E, 35° N) plus x, y */
static BjtPoint
get_gcj_metres (double x,
                double y)
{
  double root = sqrt (fabs (x));

  return (BjtPoint) {
    300 + x + 2 * y + 0.1 * x * x + 0.1 * x * y + 0.1 * root + get_ripple (x) + get_waves (x, 150, 12, 300, 30),
    -100 + 2 * x + 3 * y + 0.2 * y * y + 0.1 * x * y + 0.2 * root + get_ripple (x) + get_waves (y, 160, 12, 320, 30),
  };
}

static BjtPoint
shift_to_gcj (BjtPoint p)
{
  BjtPoint metres = get_gcj_metres (p.x - 105, p.y - 35);
  double   latitude = p.y * G_PI / 180;
  double   magic = 1 - GCJ_ECCENTRICITY2 * sin (latitude) * sin (latitude);
  double   prime_radius = GCJ_RADIUS / sqrt (magic);
  double   meridian_radius = GCJ_RADIUS * (1 - GCJ_ECCENTRICITY2) / (magic * sqrt (magic));

  return (BjtPoint) { p.x + metres.x * 180 / (prime_radius * cos (latitude) * G_PI), p.y + metres.y * 180 / (meridian_radius * G_PI) };
}

static BjtPoint
shift_gcj_to_bd (BjtPoint p)
{
  double radius = hypot (p.x, p.y) + 0.00002 * sin (p.y * BD_PI);
  double angle = atan2 (p.y, p.x) + 0.000003 * cos (p.x * BD_PI);

  return (BjtPoint) { radius * cos (angle) + BD_OFFSET_LON, radius * sin (angle) + BD_OFFSET_LAT };
}

/**
 * bjt_datum_shift:
 * @lon_lat: in CGCS2000
 *
 * Returns: where a map in this datum draws it
 */
BjtPoint
bjt_datum_shift (BjtDatum self,
                 BjtPoint lon_lat)
{
  BjtPoint shifted = lon_lat;

  if (self != BJT_DATUM_CGCS2000 && bjt_datum_shifts_at (lon_lat))
    shifted = shift_to_gcj (shifted);
  if (self == BJT_DATUM_BD09)
    shifted = shift_gcj_to_bd (shifted);
  return shifted;
}

/**
 * bjt_datum_unshift:
 * @lon_lat: as a map in this datum draws it
 */
BjtPoint
bjt_datum_unshift (BjtDatum self,
                   BjtPoint lon_lat)
{
  BjtPoint found = lon_lat;

  if (self == BJT_DATUM_CGCS2000)
    return lon_lat;
  for (guint round = 0; round < MAX_ROUNDS; round++)
    {
      BjtPoint image = bjt_datum_shift (self, found);
      double   dx = image.x - lon_lat.x, dy = image.y - lon_lat.y;

      found = (BjtPoint) { found.x - dx, found.y - dy };
      if (fabs (dx) < PRECISION && fabs (dy) < PRECISION)
        break;
    }
  return found;
}
