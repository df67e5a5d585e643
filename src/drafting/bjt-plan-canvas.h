/* bjt-plan-canvas.h: a plan at any zoom, and what one does on it.
 *
 * Shows the building of the focus at one level and moves the focus: choosing a
 * door here chooses it everywhere. Painted on a thread of its own into a canvas
 * larger than the view, which is moved while panning. Widget actions:
 *   plan.zoom-in (+)  plan.zoom-out (-)  plan.fit (0)  plan.pan (arrows)
 *   plan.level-up (Page Up)  plan.level-down (Page Down)
 */
#pragma once

#include "bjt-plan-tool.h"
#include "model/bjt-focus.h"
#include "plan/bjt-plan-backdrop.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define BJT_TYPE_PLAN_CANVAS (bjt_plan_canvas_get_type ())
G_DECLARE_FINAL_TYPE (BjtPlanCanvas, bjt_plan_canvas, BJT, PLAN_CANVAS, GtkWidget)

/* Properties: "focus" (BjtFocus), "level" (int ordinal), "tool" (BjtPlanTool), "hint".
 * Signals:
 *   "painted" (void)
 *   "plan-changed" (void): another plan or level is shown
 *   "needs-content" (const BjtUuid *plan_id): answer with set_content
 *   "context-menu" (guint door, double x, double y): BJT_NO_INDEX: no door
 *   "door-activated" (guint door): Enter, or clicked twice
 *   "describe-door" (guint door) → char *: a few lines for who points at it or
 *     cannot see it; NULL: its name will do
 *   "pointed" (double x, double y): metres under the pointer; NAN: it left
 *   "edit" (BjtPlanEdit *edit, BjtPoint *where) → gboolean: save; FALSE: the reason was told, where says the place */

GtkWidget   *bjt_plan_canvas_new (BjtFocus *focus);
void         bjt_plan_canvas_set_level (BjtPlanCanvas *self, int ordinal);
int          bjt_plan_canvas_get_level (BjtPlanCanvas *self);
guint32      bjt_plan_canvas_get_plan (BjtPlanCanvas *self);                          /* of the picture; BJT_NO_INDEX: none */
void         bjt_plan_canvas_set_content (BjtPlanCanvas *self, GPtrArray *elements, GPtrArray *backdrops); /* BjtPlanElement, in the order of the picture; BjtPlanBackdrop; NULL: none */
GPtrArray   *bjt_plan_canvas_get_elements (BjtPlanCanvas *self);                      /* borrowed; element i is the i-th of the plan's run in the picture */
GPtrArray   *bjt_plan_canvas_get_backdrops (BjtPlanCanvas *self);                     /* borrowed */
void         bjt_plan_canvas_set_tool (BjtPlanCanvas *self, BjtPlanTool *tool);       /* NULL: choosing */
BjtPlanTool *bjt_plan_canvas_get_tool (BjtPlanCanvas *self);
gboolean     bjt_plan_canvas_save (BjtPlanCanvas *self, BjtPlanEdit *edit);            /* for tools: emits "edit"; on FALSE the place of the trouble is ringed */
const BjtPlanFrame *bjt_plan_canvas_get_frame (BjtPlanCanvas *self);
guint32      bjt_plan_canvas_find_door (BjtPlanCanvas *self, BjtPoint metres);                        /* BJT_NO_INDEX: none is there */
void         bjt_plan_canvas_find_doors_in (BjtPlanCanvas *self, const BjtBox *metres, GArray *doors); /* guint32 are added */
guint32      bjt_plan_canvas_get_door (BjtPlanCanvas *self, guint32 element);                         /* of the picture, on this level; BJT_NO_INDEX: none */
void         bjt_plan_canvas_activate_door (BjtPlanCanvas *self, guint32 door);                       /* for tools */
void         bjt_plan_canvas_zoom_by (BjtPlanCanvas *self, double factor);
void         bjt_plan_canvas_pan_by (BjtPlanCanvas *self, double dx, double dy); /* px */
void         bjt_plan_canvas_step_level (BjtPlanCanvas *self, int step);         /* 1: up, -1: down, to the next there is */
void         bjt_plan_canvas_ask_menu (BjtPlanCanvas *self);                     /* "context-menu" at the chosen door */
const char  *bjt_plan_canvas_get_hint (BjtPlanCanvas *self);                                          /* property "hint": of the tool at work */
void         bjt_plan_canvas_fit (BjtPlanCanvas *self);
void         bjt_plan_canvas_show_place (BjtPlanCanvas *self, BjtPoint metres);       /* brings it into view and rings it */
gboolean     bjt_plan_canvas_is_painted (BjtPlanCanvas *self);

G_END_DECLS
