/* bjt-timeline.h: who goes when: a row a worker and day with its head, hours over
 * them, to be zoomed (Ctrl with + and −, or the wheel).
 */
#pragma once

#include <gtk/gtk.h>

#include "bjt-timeline-canvas.h"

G_BEGIN_DECLS

#define BJT_TYPE_TIMELINE (bjt_timeline_get_type ())
G_DECLARE_FINAL_TYPE (BjtTimeline, bjt_timeline, BJT, TIMELINE, GtkWidget)

GtkWidget         *bjt_timeline_new (void);
void               bjt_timeline_take_plan (BjtTimeline *self, BjtTimelinePlan *plan); /* (transfer full) */
BjtTimelineCanvas *bjt_timeline_get_canvas (BjtTimeline *self);
void               bjt_timeline_show_door (BjtTimeline *self, const BjtUuid *door_id); /* chooses it, scrolls there; NULL: none */
void               bjt_timeline_zoom (BjtTimeline *self, int steps); /* 0: all hours in view */

G_END_DECLS
