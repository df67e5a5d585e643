/* bjt-mercator.h: the square world of web maps (EPSG:3857 scaled to 0…1).
 *
 * x grows eastward from 180° W, y southward from 85.05° N, as tile numbers do.
 */
#pragma once

#include "bjt-geometry.h"

G_BEGIN_DECLS

double   bjt_mercator_from_longitude (double longitude);
double   bjt_mercator_from_latitude (double latitude);
double   bjt_mercator_to_longitude (double x);
double   bjt_mercator_to_latitude (double y);
double   bjt_mercator_get_metres_per_unit (double latitude);
BjtPoint bjt_mercator_project (BjtPoint lon_lat);
BjtPoint bjt_mercator_unproject (BjtPoint mercator);

G_END_DECLS
