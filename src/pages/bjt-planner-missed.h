/* bjt-planner-missed.h: who is not visited, and why; each can be put on a route.
 */
#pragma once

#include "bjt-page.h"
#include "workspace/bjt-visit-routes.h"

G_BEGIN_DECLS

#define BJT_TYPE_PLANNER_MISSED (bjt_planner_missed_get_type ())
G_DECLARE_FINAL_TYPE (BjtPlannerMissed, bjt_planner_missed, BJT, PLANNER_MISSED, AdwBin)

/* Signals: "insert" (BjtUuid *door), "choose" (BjtUuid *door); the door is lent. */

GtkWidget *bjt_planner_missed_new (void);
void       bjt_planner_missed_show (BjtPlannerMissed *self, const BjtVisitRoutes *routes); /* NULL: nothing */
guint      bjt_planner_missed_get_count (BjtPlannerMissed *self);

G_END_DECLS
