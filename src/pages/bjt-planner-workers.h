/* bjt-planner-workers.h: who goes: of the staff or nobody in particular, a woman, two
 * together.
 */
#pragma once

#include "bjt-page.h"
#include "workspace/bjt-route-wish.h"

G_BEGIN_DECLS

#define BJT_TYPE_PLANNER_WORKERS (bjt_planner_workers_get_type ())
G_DECLARE_FINAL_TYPE (BjtPlannerWorkers, bjt_planner_workers, BJT, PLANNER_WORKERS, AdwPreferencesGroup)

/* Signal "changed" (void). */

GtkWidget *bjt_planner_workers_new (BjtPage *page);
void       bjt_planner_workers_fill_wish (BjtPlannerWorkers *self, BjtRouteWish *wish);
guint      bjt_planner_workers_count (BjtPlannerWorkers *self);

G_END_DECLS
