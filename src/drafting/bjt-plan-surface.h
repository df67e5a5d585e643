/* bjt-plan-surface.h: a plan painted a little larger than the view.
 *
 * A frame costs the moving of one painting, however much is drawn; the painting
 * happens on the paint thread.
 */
#pragma once

#include "canvas/bjt-paint-queue.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define BJT_TYPE_PLAN_SURFACE (bjt_plan_surface_get_type ())
G_DECLARE_FINAL_TYPE (BjtPlanSurface, bjt_plan_surface, BJT, PLAN_SURFACE, GObject)

/* Signals:
 *   "painted" (void): a newer painting is there; to be drawn. */

BjtPlanSurface *bjt_plan_surface_new (GtkWidget *widget); /* borrowed: lives longer */
void            bjt_plan_surface_set_content (BjtPlanSurface *self, BjtPaintContent *content); /* opaque; NULL: none */
void            bjt_plan_surface_snapshot (BjtPlanSurface *self, GtkSnapshot *snapshot, const BjtPlanFrame *view, guint32 ground, cairo_surface_t *over); /* over: a recording, drawn on top; may be NULL */
gboolean        bjt_plan_surface_is_current (BjtPlanSurface *self, const BjtPlanFrame *view);

G_END_DECLS
