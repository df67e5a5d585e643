/* bjt-building-box.h: where in a footprint each door is drawn.
 *
 * A door has no drawn place until somebody draws one. Until then the footprint
 * serves as a small elevation matrix laid on the ground: door columns along
 * the long side, levels across the depth.
 */
#pragma once

#include "bjt-picture.h"

G_BEGIN_DECLS

gboolean bjt_building_box_fit (const BjtGeometry *footprint, BjtPoint corners[4]);
BjtPoint bjt_building_box_at (const BjtPoint corners[4], double along, double across);
void     bjt_building_box_place_doors (BjtPicture *picture);

G_END_DECLS
