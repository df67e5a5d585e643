/* bjt-planner-shown.h: planned routes made ready for the map and for the timeline.
 */
#pragma once

#include "model/bjt-focus.h"
#include "model/bjt-shown-routes.h"
#include "widgets/bjt-timeline-plan.h"
#include "workspace/bjt-visit-routes.h"

G_BEGIN_DECLS

/* is_quick: straight from entrance to entrance, while it is still being solved; of
 * one day, NONE: of all. */
BjtShownRoutes  *bjt_planner_shown_new (const BjtVisitRoutes *routes, gboolean is_quick, BjtDate on);
/* A row a shift; done: BjtUuid of doors, may be NULL; names as the focus shows them. */
BjtTimelinePlan *bjt_planner_timeline_new (const BjtVisitRoutes *routes, GHashTable *done, BjtFocus *focus);

G_END_DECLS
