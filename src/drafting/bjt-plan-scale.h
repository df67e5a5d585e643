/* bjt-plan-scale.h: how long a round number of metres is on a plan.
 */
#pragma once

#include "bjt-plan-canvas.h"

G_BEGIN_DECLS

#define BJT_TYPE_PLAN_SCALE (bjt_plan_scale_get_type ())
G_DECLARE_FINAL_TYPE (BjtPlanScale, bjt_plan_scale, BJT, PLAN_SCALE, GtkWidget)

GtkWidget *bjt_plan_scale_new (BjtPlanCanvas *canvas);

G_END_DECLS
