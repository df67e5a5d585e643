/* bjt-coverage-shape.h: faces as GEOS has them, in metres from the origin.
 */
#pragma once

#include "bjt-coverage-private.h"

G_BEGIN_DECLS

#define BJT_COVERAGE_LEAST_OVERLAP 0.5 /* m²: rounding leaves less */

typedef GEOSGeometry Shape;

GEOSCoordSequence *bjt_coverage_shape_new_sequence (BjtCoverage *self, guint n);
void               bjt_coverage_shape_set_place (BjtCoverage *self, GEOSCoordSequence *sequence, guint i, BjtPoint place);
Shape             *bjt_coverage_shape_new (BjtCoverage *self, guint32 face); /* mended where it crosses itself */
void               bjt_coverage_shape_free (BjtCoverage *self, Shape *shape);
gboolean           bjt_coverage_shape_is_sound (BjtCoverage *self, const Shape *shape, BjtPoint *where);
double             bjt_coverage_shape_get_area (BjtCoverage *self, const Shape *shape);
BjtPoint           bjt_coverage_shape_get_place (BjtCoverage *self, const Shape *shape); /* surely inside */
GPtrArray         *bjt_coverage_shape_list_ground (BjtCoverage *self, const Shape *shape, double least); /* its polygons of that area or more, borrowed */
void               bjt_coverage_shape_take (BjtCoverage *self, guint32 index, const Shape *shape);       /* becomes the rings of the face */
BjtGeometry       *bjt_coverage_shape_dup_geometry (BjtCoverage *self, const Shape *polygon);            /* Mercator */

G_END_DECLS
