/* bjt-plan-actions.h: the actions of the plan canvas and their keys.
 */
#pragma once

#include "bjt-plan-canvas.h"

G_BEGIN_DECLS

void bjt_plan_actions_install (GtkWidgetClass *klass); /* of BjtPlanCanvas */

G_END_DECLS
