/* bjt-plan-cues.h: what the canvas draws over a plan: the door under the pointer,
 * the chosen and the selected doors, the place of a trouble.
 */
#pragma once

#include "bjt-plan-canvas.h"

G_BEGIN_DECLS

void bjt_plan_cues_draw_hovered (BjtPlanCanvas *canvas, const BjtPicture *picture, cairo_t *cr, const BjtPlanFrame *frame, guint32 door);
void bjt_plan_cues_draw_doors (BjtPlanCanvas *canvas, BjtFocus *focus, cairo_t *cr, const BjtPlanFrame *frame, gboolean is_focused);
void bjt_plan_cues_draw_ring (cairo_t *cr, const BjtPlanFrame *frame, BjtPoint at);
void bjt_plan_cues_add_shape (cairo_t *cr, const BjtPlanFrame *frame, const BjtGeometry *shape); /* to the path, px */

G_END_DECLS
