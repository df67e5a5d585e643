/* bjt-planner-setup.h: whom, who and when: what routes are to be planned.
 */
#pragma once

#include "bjt-page.h"
#include "workspace/bjt-route-wish.h"

G_BEGIN_DECLS

#define BJT_TYPE_PLANNER_SETUP (bjt_planner_setup_get_type ())
G_DECLARE_FINAL_TYPE (BjtPlannerSetup, bjt_planner_setup, BJT, PLANNER_SETUP, AdwBin)

/* Activates planner.plan. Signal "changed" (void). */

GtkWidget    *bjt_planner_setup_new (BjtPage *page);
BjtRouteWish *bjt_planner_setup_dup_wish (BjtPlannerSetup *self, GError **error); /* NULL: something makes no sense */
void          bjt_planner_setup_show_campaigns (BjtPlannerSetup *self);
char         *bjt_planner_setup_dup_summary (BjtPlannerSetup *self);              /* 51 homes · 2 workers · 11-23 */

G_END_DECLS
