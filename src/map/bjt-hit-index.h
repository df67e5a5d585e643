/* bjt-hit-index.h: which building or door stands at a place of the world.
 */
#pragma once

#include "model/bjt-picture.h"

G_BEGIN_DECLS

typedef struct _BjtHitIndex BjtHitIndex;

BjtHitIndex *bjt_hit_index_new (BjtPicture *picture);
void         bjt_hit_index_free (BjtHitIndex *self);
guint32      bjt_hit_index_find_building (const BjtHitIndex *self, BjtPoint mercator, double tolerance);
guint32      bjt_hit_index_find_door (const BjtHitIndex *self, guint32 building, BjtPoint mercator);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (BjtHitIndex, bjt_hit_index_free)

G_END_DECLS
