/* bjt-door-index.h: the doors of a picture by their place: what a box or a
 * lasso catches, what is nearest.
 *
 * All places are Mercator. Doors that are nowhere are never found. The index
 * keeps its own copy of the places (20 bytes a door) and may be used by many
 * threads.
 */
#pragma once

#include "bjt-door-set.h"

G_BEGIN_DECLS

typedef struct _BjtDoorIndex BjtDoorIndex;

BjtDoorIndex *bjt_door_index_new (const BjtPicture *picture);
BjtDoorIndex *bjt_door_index_new_at (const BjtPoint *places, guint32 n_doors); /* elsewhere than in the picture; NAN: nowhere */
void          bjt_door_index_free (BjtDoorIndex *self);
BjtDoorSet   *bjt_door_index_find_in_box (const BjtDoorIndex *self, const BjtBox *box);
BjtDoorSet   *bjt_door_index_find_in_polygon (const BjtDoorIndex *self, const BjtGeometry *polygon);
guint32       bjt_door_index_find_nearest (const BjtDoorIndex *self, BjtPoint place, double max_distance, const BjtDoorSet *among);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (BjtDoorIndex, bjt_door_index_free)

G_END_DECLS
