/* bjt-matrix-view.h: the elevation matrix (楼盘表) of the chosen building.
 *
 * Goes inside a GtkScrolledWindow; entrance and level labels stay while the
 * cells scroll. A cell is chosen in the focus; several are selected there by
 * dragging, with Ctrl or Shift, or by the labels of levels, columns (the strips)
 * and entrances, for work on many doors at once.
 */
#pragma once

#include <gtk/gtk.h>

#include "model/bjt-focus.h"
#include "plan/bjt-matrix-doors.h"

G_BEGIN_DECLS

#define BJT_TYPE_MATRIX_VIEW (bjt_matrix_view_get_type ())
G_DECLARE_FINAL_TYPE (BjtMatrixView, bjt_matrix_view, BJT, MATRIX_VIEW, GtkWidget)

/* Signals:
 *   "selection-changed" (void)
 *   "door-activated" (guint door): Enter
 *   "context-menu" (guint door, double x, double y): right click or Menu key
 * Actions: matrix.select-all, matrix.unselect-all, matrix.select-part (int
 *   BjtMatrixPartKind, of the chosen cell)
 * Activates, where there are such: doors.rename, doors.remove, doors.rename-level
 *   (int ordinal), doors.rename-entrance (uint), and by the handles of editing
 *   doors.add-door ((ui): entrance, ordinal), doors.add-level (boolean above),
 *   doors.add-entrance */

GtkWidget *bjt_matrix_view_new (void);
void       bjt_matrix_view_set_focus (BjtMatrixView *self, BjtFocus *focus); /* property "focus" */

/* Selected doors, or the chosen one when none is selected; sorted by index. */
GArray    *bjt_matrix_view_dup_doors (BjtMatrixView *self); /* (element-type guint32) */
guint      bjt_matrix_view_count_selected (BjtMatrixView *self);
gboolean   bjt_matrix_view_get_door_area (BjtMatrixView *self, guint32 door, GdkRectangle *area); /* in the widget, as scrolled now */
gboolean   bjt_matrix_view_get_part_area (BjtMatrixView *self, const BjtMatrixPart *part, GdkRectangle *area);
const BjtMatrix *bjt_matrix_view_get_matrix (BjtMatrixView *self); /* NULL: no building */
void       bjt_matrix_view_set_editing (BjtMatrixView *self, gboolean editing); /* handles at the edges, ticks of doors that are drawn */

G_END_DECLS
