/* bjt-planner-papers.h: walk sheets and the map of the routes, on the screen, to be
 * printed or saved as PDF.
 */
#pragma once

#include "bjt-page.h"
#include "workspace/bjt-visit-routes.h"

G_BEGIN_DECLS

void bjt_planner_papers_show (BjtPage *page, const BjtVisitRoutes *routes, const char *number); /* of the saved plan; NULL: none */

G_END_DECLS
