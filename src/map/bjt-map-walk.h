/* bjt-map-walk.h: buildings and doors by keyboard. Tab goes through those in
 * view as one reads, arrows from there to the next on that side, Enter chooses,
 * Esc ends it. Past the last, Tab leaves the map.
 *
 * Where one is has a dashed frame, and is the accessible description of the map.
 */
#pragma once

#include "bjt-map-hand.h"
#include "bjt-map-layers.h"
#include "model/bjt-focus.h"

G_BEGIN_DECLS

typedef struct _BjtMapWalk BjtMapWalk;

BjtMapWalk *bjt_map_walk_new (GtkWidget *view, const BjtMapLayers *layers, BjtMapHand *hand); /* all live longer */
void        bjt_map_walk_free (BjtMapWalk *self);
void        bjt_map_walk_set_focus (BjtMapWalk *self, BjtFocus *focus); /* may be NULL */
void        bjt_map_walk_end (BjtMapWalk *self);

G_END_DECLS
