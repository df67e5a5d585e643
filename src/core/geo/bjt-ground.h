/* bjt-ground.h: true metres on the ground around a place.
 *
 * The 3° Gauss-Krüger zone of CGCS2000 that the place lies in (EPSG:4534–4554
 * without zone prefix): what measures and prints at scale.
 */
#pragma once

#include "bjt-geometry.h"

G_BEGIN_DECLS

typedef struct _BjtGround BjtGround;

BjtGround *bjt_ground_new (double longitude);
void       bjt_ground_free (BjtGround *self);
int        bjt_ground_get_central_meridian (const BjtGround *self);
BjtPoint   bjt_ground_project (BjtGround *self, BjtPoint lon_lat);
BjtPoint   bjt_ground_unproject (BjtGround *self, BjtPoint metres);
double     bjt_ground_get_area (BjtGround *self, const BjtGeometry *polygon);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (BjtGround, bjt_ground_free)

G_END_DECLS
