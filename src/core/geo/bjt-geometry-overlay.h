/* bjt-geometry-overlay.h: cutting, joining and comparing shapes in metres.
 *
 * Results lie on a grid of a tenth of a millimetre, so that what was cut apart
 * can be joined again.
 */
#pragma once

#include "bjt-geometry.h"

G_BEGIN_DECLS

/* BjtGeometry, one a piece, from the west; NULL: the line does not go through */
GPtrArray   *bjt_geometry_overlay_split (const BjtGeometry *polygon, const BjtGeometry *line);

/* What lies between the shapes is taken in where it is @gap wide or less; NULL:
 * they are apart, and shape @apart is one that no other touches */
BjtGeometry *bjt_geometry_overlay_join (const BjtGeometry *const *polygons, guint n_polygons, double gap, guint *apart);

/* The smallest ring of @least or more (square metres) that lines enclose around
 * the place, without what lies in it; NULL: there is none */
BjtGeometry *bjt_geometry_overlay_dup_face (const BjtGeometry *lines, BjtPoint place, double least);

/* The largest ring that is left when a polygon that crosses itself is mended; NULL: none */
BjtGeometry *bjt_geometry_overlay_dup_mended (const BjtGeometry *polygon);

/* Square metres that two polygons have in common; @where (out): a place in it */
double       bjt_geometry_overlay_get_common (const BjtGeometry *a, const BjtGeometry *b, BjtPoint *where);

G_END_DECLS
