/* bjt-map-extent.h: the part of the map that something takes.
 */
#pragma once

#include "model/bjt-door-set.h"

G_BEGIN_DECLS

/* Mercator; empty when nothing of it stands anywhere. */
BjtBox bjt_map_extent_of_grid (const BjtPicture *picture, guint32 grid); /* its buildings */
BjtBox bjt_map_extent_of_doors (const BjtPicture *picture, const BjtDoorSet *doors);

G_END_DECLS
