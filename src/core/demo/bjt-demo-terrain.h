/* bjt-demo-terrain.h: puts the plan on the ground.
 */
#pragma once

#include "bjt-demo-plan.h"

G_BEGIN_DECLS

void         bjt_demo_terrain_start (BjtDemoPlan *plan);
BjtPoint     bjt_demo_terrain_place (BjtDemoPlan *plan, BjtPoint point);
BjtPoint     bjt_demo_terrain_place_at (BjtDemoPlan *plan, BjtPoint centre, double along, double across);
BjtGeometry *bjt_demo_terrain_shape (BjtDemoPlan *plan, BjtGeometryKind kind, const BjtPoint *points, guint n_points);
BjtGeometry *bjt_demo_terrain_box (BjtDemoPlan *plan, BjtPoint centre, double length, double depth);

G_END_DECLS
