/* bjt-outline.h: an outline around scattered places, and the middle of a shape.
 */
#pragma once

#include "bjt-geometry.h"

G_BEGIN_DECLS

/* Both in flat coordinates: Mercator, metres. */
BjtGeometry *bjt_outline_new_around (const BjtPoint *points, guint n_points, double margin);
BjtPoint     bjt_outline_find_middle (const BjtGeometry *polygon, double *radius);
BjtBox       bjt_outline_find_room (const BjtGeometry *polygon, BjtPoint middle, double radius); /* upright, around the middle, inside */

G_END_DECLS
