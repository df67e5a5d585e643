/* bjt-timeline-canvas.h: the rows of a timeline: blocks to be pressed and dragged, the
 * ways between them.
 *
 * Alt and an arrow moves the block that has the keyboard, an arrow alone goes to the
 * one beside it, Delete leaves it out, Menu asks what can be done.
 */
#pragma once

#include <gtk/gtk.h>

#include "bjt-timeline-plan.h"

G_BEGIN_DECLS

#define BJT_TYPE_TIMELINE_CANVAS (bjt_timeline_canvas_get_type ())
G_DECLARE_FINAL_TYPE (BjtTimelineCanvas, bjt_timeline_canvas, BJT, TIMELINE_CANVAS, GtkWidget)

/* Signals; BjtUuid *door is lent:
 *   "choose" (BjtUuid *door)
 *   "move" (BjtUuid *door, guint row, guint index): index among the others of the row
 *   "leave-out" (BjtUuid *door)
 *   "menu" (BjtUuid *door, double x, double y) */

GtkWidget *bjt_timeline_canvas_new (void);
void       bjt_timeline_canvas_take_plan (BjtTimelineCanvas *self, BjtTimelinePlan *plan); /* (transfer full) */
const BjtTimelinePlan *bjt_timeline_canvas_get_plan (BjtTimelineCanvas *self);
void       bjt_timeline_canvas_set_scale (BjtTimelineCanvas *self, double scale); /* pixels a minute */
double     bjt_timeline_canvas_get_scale (BjtTimelineCanvas *self);
void       bjt_timeline_canvas_choose (BjtTimelineCanvas *self, const BjtUuid *door_id); /* NULL: none */
gboolean   bjt_timeline_canvas_get_area (BjtTimelineCanvas *self, const BjtUuid *door_id, GdkRectangle *area);
GtkWidget *bjt_timeline_canvas_get_block (BjtTimelineCanvas *self, const BjtUuid *door_id); /* NULL: not there */
void       bjt_timeline_canvas_set_sensitive (BjtTimelineCanvas *self, gboolean is_sensitive); /* to being changed; pressing still chooses */

G_END_DECLS
