/* bjt-door-set.h: some of the doors of a picture: what a filter lets through,
 * what a lasso caught.
 *
 * One bit a door; indices belong to one picture.
 */
#pragma once

#include "bjt-picture.h"

G_BEGIN_DECLS

typedef struct _BjtDoorSet BjtDoorSet;

BjtDoorSet *bjt_door_set_new (guint32 n_doors); /* empty */
BjtDoorSet *bjt_door_set_copy (const BjtDoorSet *self);
void        bjt_door_set_free (BjtDoorSet *self);
void        bjt_door_set_add (BjtDoorSet *self, guint32 door);
void        bjt_door_set_remove (BjtDoorSet *self, guint32 door);
void        bjt_door_set_clear (BjtDoorSet *self);
void        bjt_door_set_unite (BjtDoorSet *self, const BjtDoorSet *other);
void        bjt_door_set_subtract (BjtDoorSet *self, const BjtDoorSet *other);
void        bjt_door_set_intersect (BjtDoorSet *self, const BjtDoorSet *other);
gboolean    bjt_door_set_contains (const BjtDoorSet *self, guint32 door);
gboolean    bjt_door_set_equal (const BjtDoorSet *a, const BjtDoorSet *b);
guint32     bjt_door_set_count (const BjtDoorSet *self);
guint32     bjt_door_set_next (const BjtDoorSet *self, guint32 from); /* the first from there on; BJT_NO_INDEX: none */
BjtDoorSet *bjt_door_set_carry_over (const BjtDoorSet *self, const BjtPicture *from, const BjtPicture *to); /* the same doors in another picture, by key */
void        bjt_door_set_add_riser (BjtDoorSet *self, const BjtPicture *picture, guint32 door); /* its entrance and column on all levels: who shares its pipes */

G_DEFINE_AUTOPTR_CLEANUP_FUNC (BjtDoorSet, bjt_door_set_free)

G_END_DECLS
