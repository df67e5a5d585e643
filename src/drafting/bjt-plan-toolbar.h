/* bjt-plan-toolbar.h: the drawing tools of a plan, one below the other.
 *
 * Shown while the plan is edited; outside of that the plan is for choosing and
 * marking. Each tool has a letter, which works while the canvas has the keys; G
 * steps the grid. Esc goes back to selecting, and from there ends the editing.
 */
#pragma once

#include "bjt-plan-canvas.h"

G_BEGIN_DECLS

#define BJT_TYPE_PLAN_TOOLBAR (bjt_plan_toolbar_get_type ())
G_DECLARE_FINAL_TYPE (BjtPlanToolbar, bjt_plan_toolbar, BJT, PLAN_TOOLBAR, GtkWidget)

/* Properties: "editing" (boolean): bind the toggle to it */

GtkWidget  *bjt_plan_toolbar_new (BjtPlanCanvas *canvas);
GtkWidget  *bjt_plan_toolbar_get_bar (BjtPlanToolbar *self);                      /* how the tool at work draws; to be put beside the canvas */
void        bjt_plan_toolbar_set_editing (BjtPlanToolbar *self, gboolean is_editing);
gboolean    bjt_plan_toolbar_get_editing (BjtPlanToolbar *self);
void        bjt_plan_toolbar_choose (BjtPlanToolbar *self, const char *name);     /* begins to edit; by the name in bjt-plan-tools.h */
const char *bjt_plan_toolbar_get_chosen (BjtPlanToolbar *self);                   /* NULL: not editing, or the tool is another's */

G_END_DECLS
