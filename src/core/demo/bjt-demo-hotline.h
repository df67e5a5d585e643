/* bjt-demo-hotline.h: the orders of 12345 of the sample.
 */
#pragma once

#include "bjt-demo-plan.h"

G_BEGIN_DECLS

gboolean bjt_demo_hotline_send_order (BjtDemoPlan *plan, const BjtIssue *issue, guint32 building);

G_END_DECLS
