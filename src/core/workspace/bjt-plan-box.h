/* bjt-plan-box.h: how far a plan reaches, in its metres.
 */
#pragma once

#include "bjt-workspace-plans.h"

G_BEGIN_DECLS

BjtBox   bjt_plan_drawing_get_box (const BjtPlanDrawing *drawing, const BjtBox *units);           /* from units of the drawing, y down */
gboolean bjt_plan_content_measure (GBytes *content, const char *media_type, BjtBox *units, GError **error);
gboolean bjt_workspace_measure_plan (BjtWorkspace *self, const BjtUuid *plan_id, BjtBox *box, GError **error); /* what is drawn, else what lies under it */

G_END_DECLS
