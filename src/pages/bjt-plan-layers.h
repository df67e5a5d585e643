/* bjt-plan-layers.h: what lies under a plan: each drawing, how strongly it is
 * seen, and its layers: shown, dimmed, hidden.
 */
#pragma once

#include "bjt-page.h"
#include "drafting/bjt-plan-canvas.h"

G_BEGIN_DECLS

#define BJT_TYPE_PLAN_LAYERS (bjt_plan_layers_get_type ())
G_DECLARE_FINAL_TYPE (BjtPlanLayers, bjt_plan_layers, BJT, PLAN_LAYERS, GtkPopover)

GtkWidget *bjt_plan_layers_new (BjtPage *page, BjtPlanCanvas *canvas); /* both live longer */

G_END_DECLS
