/* bjt-route-papers.h: planned routes on paper: a walk sheet for each worker and day,
 * then the map of all.
 */
#pragma once

#include "bjt-visit-routes.h"
#include "bjt-workspace.h"
#include "print/bjt-grid-sheet.h"

G_BEGIN_DECLS

/* Each walk gets its number (bjt-workspace-walks.h), by which it is found again in
 * this order; one action a walk that is new. numbers: char *, filled; may be NULL. */
BjtSheet *bjt_route_papers_make (BjtWorkspace *workspace, const BjtVisitRoutes *routes, const BjtGridSheetOptions *options, GPtrArray *numbers, GError **error);

G_END_DECLS
