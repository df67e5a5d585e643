/* bjt-geodesic.h: distances and areas on the ellipsoid of CGCS2000.
 *
 * Exact to nanometres over any distance (C. F. F. Karney, Algorithms for
 * geodesics, J. Geodesy 87, 2013), about a microsecond a side.
 */
#pragma once

#include "bjt-geometry.h"

G_BEGIN_DECLS

/* A mu, as land registers count: 15 of them are a hectare. */
#define BJT_SQUARE_METRES_PER_MU (10000.0 / 15.0)

double bjt_geodesic_get_distance (BjtPoint from, BjtPoint to);                    /* lon/lat → m */
double bjt_geodesic_get_length (const BjtPoint *line, guint n_points);            /* m */
double bjt_geodesic_get_area (const BjtPoint *ring, guint n_points, double *perimeter); /* m²; its last point left out */

G_END_DECLS
