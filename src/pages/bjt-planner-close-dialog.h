/* bjt-planner-close-dialog.h: what came of a saved plan, entered in the order of the
 * sheets: outcomes become visits, the rest is due as it was.
 */
#pragma once

#include "bjt-page.h"

G_BEGIN_DECLS

#define BJT_TYPE_PLANNER_CLOSE_DIALOG (bjt_planner_close_dialog_get_type ())
G_DECLARE_FINAL_TYPE (BjtPlannerCloseDialog, bjt_planner_close_dialog, BJT, PLANNER_CLOSE_DIALOG, AdwWindow)

/* Signal "noted" (void): the plan has outcomes it had not, or is closed. */

GtkWidget *bjt_planner_close_dialog_new (BjtPage *page, const char *number); /* NULL: the plan is gone, which was told */

G_END_DECLS
