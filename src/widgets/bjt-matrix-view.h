/* bjt-matrix-view.h: the elevation matrix (楼盘表) of the chosen building.
 *
 * Goes inside a GtkScrolledWindow; entrance and level labels stay while the
 * cells scroll. A cell is chosen in the focus; several can be marked by
 * dragging, with Ctrl or Shift, for work on many doors at once.
 */
#pragma once

#include <gtk/gtk.h>

#include "model/bjt-focus.h"

G_BEGIN_DECLS

#define BJT_TYPE_MATRIX_VIEW (bjt_matrix_view_get_type ())
G_DECLARE_FINAL_TYPE (BjtMatrixView, bjt_matrix_view, BJT, MATRIX_VIEW, GtkWidget)

/* Signals:
 *   "selection-changed" (void)
 *   "door-activated" (guint door): Enter or a double click
 *   "context-menu" (guint door, double x, double y): right click or Menu key
 * Actions: matrix.select-all, matrix.unselect-all */

GtkWidget *bjt_matrix_view_new (void);
void       bjt_matrix_view_set_focus (BjtMatrixView *self, BjtFocus *focus); /* property "focus" */

/* Marked doors, or the chosen one when none is marked; sorted by index. */
GArray    *bjt_matrix_view_dup_doors (BjtMatrixView *self); /* (element-type guint32) */
guint      bjt_matrix_view_count_selected (BjtMatrixView *self);
gboolean   bjt_matrix_view_get_door_area (BjtMatrixView *self, guint32 door, GdkRectangle *area); /* in the widget, as scrolled now */

G_END_DECLS
