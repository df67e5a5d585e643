/* bjt-placing-view.h: the plan's half of placing it: a click sets the end of a
 * pair, caught by corners of what is drawn.
 */
#pragma once

#include "paint/bjt-plan-painter.h"
#include "plan/bjt-placing.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define BJT_TYPE_PLACING_VIEW (bjt_placing_view_get_type ())
G_DECLARE_FINAL_TYPE (BjtPlacingView, bjt_placing_view, BJT, PLACING_VIEW, GtkWidget)

/* @painter: (transfer full); @elements: BjtPictureElement shapes as BjtGeometry; @backdrops: BjtPlanBackdrop */
GtkWidget       *bjt_placing_view_new (BjtPlacing *placing, BjtPlanPainter *painter, GPtrArray *shapes, GPtrArray *backdrops);
cairo_surface_t *bjt_placing_view_paint_ghost (BjtPlacingView *self, int longer_side); /* (transfer full): the outline alone, px */

G_END_DECLS
