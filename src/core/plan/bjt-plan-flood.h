/* bjt-plan-flood.h: the ground of one colour around a place of a picture.
 */
#pragma once

#include "geo/bjt-geometry.h"

G_BEGIN_DECLS

typedef struct _BjtPlanFlood BjtPlanFlood;

BjtPlanFlood *bjt_plan_flood_new (GBytes *picture, GError **error);
void          bjt_plan_flood_free (BjtPlanFlood *self);
void          bjt_plan_flood_get_size (const BjtPlanFlood *self, double *width, double *height); /* pixels of the picture */

/* @close, @detail: pixels; @reaches_edge (out): it flows out of the picture.
 * A polygon in pixels of the picture (y down); NULL: nothing is found */
BjtGeometry  *bjt_plan_flood_find (const BjtPlanFlood *self, BjtPoint pixel, double tolerance, double close, double detail, gboolean *reaches_edge);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (BjtPlanFlood, bjt_plan_flood_free)

G_END_DECLS
