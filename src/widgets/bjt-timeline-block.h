/* bjt-timeline-block.h: one visit on a timeline: the door, its number, whether it is
 * held. A button: pressing it chooses the door.
 */
#pragma once

#include <gtk/gtk.h>

#include "bjt-timeline-plan.h"

G_BEGIN_DECLS

#define BJT_TYPE_TIMELINE_BLOCK (bjt_timeline_block_get_type ())
G_DECLARE_FINAL_TYPE (BjtTimelineBlock, bjt_timeline_block, BJT, TIMELINE_BLOCK, GtkButton)

GtkWidget             *bjt_timeline_block_new (guint worker, const BjtTimelineStop *stop); /* stop: lives longer */
const BjtTimelineStop *bjt_timeline_block_get_stop (BjtTimelineBlock *self);
void                   bjt_timeline_block_set_chosen (BjtTimelineBlock *self, gboolean is_chosen);

G_END_DECLS
