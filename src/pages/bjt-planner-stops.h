/* bjt-planner-stops.h: whom to visit: those due of a grid, and what is added from the
 * filter, the selection, the choice, a campaign or a search.
 */
#pragma once

#include "bjt-page.h"
#include "workspace/bjt-route-wish.h"

G_BEGIN_DECLS

#define BJT_TYPE_PLANNER_STOPS (bjt_planner_stops_get_type ())
G_DECLARE_FINAL_TYPE (BjtPlannerStops, bjt_planner_stops, BJT, PLANNER_STOPS, AdwPreferencesGroup)

/* Signal "changed" (void).
 * Actions: stops.add-filtered, stops.add-selected, stops.add-door, stops.add-building,
 *   stops.campaigns */

GtkWidget *bjt_planner_stops_new (BjtPage *page);
void       bjt_planner_stops_set_last_day (BjtPlannerStops *self, BjtDate day); /* until which one is due */
void       bjt_planner_stops_fill_wish (BjtPlannerStops *self, BjtRouteWish *wish); /* its doors, its grid */
void       bjt_planner_stops_show_campaigns (BjtPlannerStops *self); /* who is left of one chosen there is added */
guint      bjt_planner_stops_count (BjtPlannerStops *self);

G_END_DECLS
