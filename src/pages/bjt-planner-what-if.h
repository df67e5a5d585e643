/* bjt-planner-what-if.h: the same homes with one worker less, or half an hour more:
 * what that would change.
 */
#pragma once

#include "bjt-page.h"
#include "workspace/bjt-visit-routes.h"

G_BEGIN_DECLS

#define BJT_TYPE_PLANNER_WHAT_IF (bjt_planner_what_if_get_type ())
G_DECLARE_FINAL_TYPE (BjtPlannerWhatIf, bjt_planner_what_if, BJT, PLANNER_WHAT_IF, AdwWindow)

/* Signal "take" (BjtRouteWish *wish): it shall be so; lent. */

GtkWidget *bjt_planner_what_if_new (BjtPage *page, BjtVisitRoutes *routes);

G_END_DECLS
