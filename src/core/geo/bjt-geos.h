/* bjt-geos.h: shapes to GEOS and back, for the files of this folder.
 */
#pragma once

#include <geos_c.h>

#include "bjt-geometry.h"

G_BEGIN_DECLS

GEOSGeometry *bjt_geos_new_shape (GEOSContextHandle_t geos, const BjtGeometry *geometry);      /* NULL: it can't be */
BjtGeometry  *bjt_geos_dup_geometry (GEOSContextHandle_t geos, const GEOSGeometry *shape);     /* of one kind; NULL: of several, or empty */
GEOSGeometry *bjt_geos_cut (GEOSContextHandle_t geos, const GEOSGeometry *face, const GEOSGeometry *line, double grid); /* the pieces, and what lies in holes; grid 0: full precision */
void          bjt_geos_free (GEOSContextHandle_t geos, GEOSGeometry *shape);                   /* may be NULL */

G_END_DECLS
