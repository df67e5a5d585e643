/* bjt-plan-surface.h: a plan painted a little larger than the view, moved while
 * the newer one is under way.
 */
#pragma once

#include "paint/bjt-plan-painter.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define BJT_TYPE_PLAN_SURFACE (bjt_plan_surface_get_type ())
G_DECLARE_FINAL_TYPE (BjtPlanSurface, bjt_plan_surface, BJT, PLAN_SURFACE, GObject)

/* Signals: "painted" (void): the newest painting is there; draw again */

BjtPlanSurface *bjt_plan_surface_new (void);
void            bjt_plan_surface_set_painter (BjtPlanSurface *self, BjtPlanPainter *painter, guint32 ground); /* (transfer full); from now on it belongs to the paint thread; NULL: nothing */
void            bjt_plan_surface_update (BjtPlanSurface *self, const BjtPlanFrame *view, int scale_factor);    /* asks for a painting where one is due */
void            bjt_plan_surface_draw (BjtPlanSurface *self, cairo_t *cr, const BjtPlanFrame *view);
void            bjt_plan_surface_snapshot (BjtPlanSurface *self, GtkSnapshot *snapshot, const BjtPlanFrame *view); /* for a GPU */
gboolean        bjt_plan_surface_is_current (BjtPlanSurface *self, const BjtPlanFrame *view);

G_END_DECLS
