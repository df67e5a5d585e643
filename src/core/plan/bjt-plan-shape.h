/* bjt-plan-shape.h: what can be done to shapes on a plan, in metres.
 *
 * Pure: a new shape comes out, or NULL with one clear line and the place of the
 * trouble. @where may be NULL; NAN: nowhere in particular.
 */
#pragma once

#include "geo/bjt-geometry.h"

G_BEGIN_DECLS

#define BJT_PLAN_SHAPE_ERROR (bjt_plan_shape_error_quark ())
GQuark bjt_plan_shape_error_quark (void);

typedef enum
{
  BJT_PLAN_SHAPE_ERROR_INVALID,   /* crosses itself, no length, no area */
  BJT_PLAN_SHAPE_ERROR_APART,     /* what is to be merged does not touch */
  BJT_PLAN_SHAPE_ERROR_MISSED,    /* the cut does not go through */
} BjtPlanShapeError;

BjtGeometry *bjt_plan_shape_new_rectangle (BjtPoint a, BjtPoint b, double angle); /* opposite corners; sides at that angle, radians */
BjtGeometry *bjt_plan_shape_dup_moved (const BjtGeometry *self, double dx, double dy);
BjtGeometry *bjt_plan_shape_dup_turned (const BjtGeometry *self, BjtPoint pivot, double angle); /* radians, counter-clockwise */
BjtGeometry *bjt_plan_shape_dup_mirrored (const BjtGeometry *self, BjtPoint a, BjtPoint b);     /* over the line */
BjtGeometry *bjt_plan_shape_dup_scaled (const BjtGeometry *self, BjtPoint pivot, double sx, double sy);
GPtrArray   *bjt_plan_shape_split (const BjtGeometry *self, const BjtGeometry *cut, BjtPoint *where, GError **error); /* BjtGeometry, from the west; polygon by a line */
BjtGeometry *bjt_plan_shape_merge (const BjtGeometry *const *shapes, guint n_shapes, double gap, BjtPoint *where, GError **error); /* walls up to @gap metres between them are closed */

BjtGeometry *bjt_plan_shape_dup_clean (const BjtGeometry *self, double tolerance); /* without corners on straight sides, and without sides shorter than that */

/* Vertices: counted through all parts */
BjtGeometry *bjt_plan_shape_dup_with_vertex (const BjtGeometry *self, guint vertex, BjtPoint at, BjtPoint *where, GError **error);  /* moved */
BjtGeometry *bjt_plan_shape_dup_with_inserted (const BjtGeometry *self, guint after, BjtPoint at, BjtPoint *where, GError **error); /* new, after that vertex */
BjtGeometry *bjt_plan_shape_dup_without_vertex (const BjtGeometry *self, guint vertex, BjtPoint *where, GError **error);
gboolean     bjt_plan_shape_find_vertex (const BjtGeometry *self, BjtPoint at, double reach, guint *vertex);
gboolean     bjt_plan_shape_find_side (const BjtGeometry *self, BjtPoint at, double reach, guint *vertex, BjtPoint *foot); /* the side after that vertex */
double       bjt_plan_shape_get_length (const BjtGeometry *self); /* of lines, or around */
double       bjt_plan_shape_get_area (const BjtGeometry *self);   /* without holes */

G_END_DECLS
