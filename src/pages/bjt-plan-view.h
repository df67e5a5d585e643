/* bjt-plan-view.h: the plan pane of a page: what it needs is read, what is drawn
 * is saved.
 */
#pragma once

#include "bjt-page.h"
#include "drafting/bjt-plan-pane.h"

G_BEGIN_DECLS

GtkWidget *bjt_plan_view_new (BjtPage *page); /* BjtPlanPane; the page lives longer */

G_END_DECLS
