/* bjt-planner-words.h: routes and their times in the reader's words.
 */
#pragma once

#include "workspace/bjt-visit-routes.h"

G_BEGIN_DECLS

char *bjt_planner_words_dup_worker (const BjtRouteWish *wish, guint worker); /* the name, or Worker 2 */
char *bjt_planner_words_dup_clock (int seconds);                             /* 09:30 */
char *bjt_planner_words_dup_notes (const BjtVisitRoutes *routes);            /* what the plan does not know, a line each; NULL: nothing */
char *bjt_planner_words_dup_error (const GError *error);                     /* in one line */
char *bjt_planner_words_dup_cost (const BjtVisitRoutes *before, const BjtVisitRoutes *after); /* +6 min · 1 home fewer */
char *bjt_planner_words_dup_totals (const BjtRouteTotals *totals);           /* 26 homes · 35 min walking … */
guint bjt_planner_words_count_visits (const BjtVisitRoutes *routes);

G_END_DECLS
