/* bjt-mercator.c: spherical Mercator, exact in double precision (a unit in the
 * last place is below a micrometre). */
#include "bjt-mercator.h"

#include <math.h>

#define EARTH_CIRCUMFERENCE 40075016.685578488
#define MAX_LATITUDE 85.051128779806592

double
bjt_mercator_from_longitude (double longitude)
{
  return longitude / 360.0 + 0.5;
}

double
bjt_mercator_from_latitude (double latitude)
{
  double sine = sin (CLAMP (latitude, -MAX_LATITUDE, MAX_LATITUDE) * G_PI / 180.0);

  return 0.5 - log ((1 + sine) / (1 - sine)) / (4 * G_PI);
}

double
bjt_mercator_to_longitude (double x)
{
  return (x - 0.5) * 360.0;
}

double
bjt_mercator_to_latitude (double y)
{
  return atan (sinh (G_PI * (1 - 2 * y))) * 180.0 / G_PI;
}

/**
 * bjt_mercator_get_metres_per_unit:
 *
 * Returns: ground metres across which x grows by one, at @latitude; divide by
 *   (256 << zoom) for metres per map pixel
 */
double
bjt_mercator_get_metres_per_unit (double latitude)
{
  return EARTH_CIRCUMFERENCE * cos (latitude * G_PI / 180.0);
}

BjtPoint
bjt_mercator_project (BjtPoint lon_lat)
{
  return (BjtPoint) { bjt_mercator_from_longitude (lon_lat.x), bjt_mercator_from_latitude (lon_lat.y) };
}

BjtPoint
bjt_mercator_unproject (BjtPoint mercator)
{
  return (BjtPoint) { bjt_mercator_to_longitude (mercator.x), bjt_mercator_to_latitude (mercator.y) };
}
