/* bjt-matrix-pane.h: the lower half of the window: the chosen building as an
 * elevation matrix or as a register of its households.
 */
#pragma once

#include <gtk/gtk.h>

#include "bjt-matrix-view.h"

G_BEGIN_DECLS

#define BJT_TYPE_MATRIX_PANE (bjt_matrix_pane_get_type ())
G_DECLARE_FINAL_TYPE (BjtMatrixPane, bjt_matrix_pane, BJT, MATRIX_PANE, GtkWidget)

/* Signals:
 *   gboolean "record-visits" (GArray *doors, int outcome): doors is of guint32
 *     and lent; answer TRUE when they are saved, then the marks go away.
 *   gboolean "door-menu" (guint door, double x, double y): a right click on a door;
 *     TRUE when a menu was opened, else the pane opens its own
 * Actions: pane.view ("matrix", "roster" or of add_view, also the property "view"),
 *   pane.edit (also the property "editing"), pane.record-visits (int outcome),
 *   pane.select-part (int BjtMatrixPartKind), pane.mark-all, pane.unmark-all */

GtkWidget     *bjt_matrix_pane_new (void);
void           bjt_matrix_pane_set_focus (BjtMatrixPane *self, BjtFocus *focus); /* property "focus" */
void           bjt_matrix_pane_add_view (BjtMatrixPane *self, const char *name, const char *title, GtkWidget *widget); /* between the matrix and the households */
BjtMatrixView *bjt_matrix_pane_get_matrix (BjtMatrixPane *self);
void           bjt_matrix_pane_set_view (BjtMatrixPane *self, const char *view);
void           bjt_matrix_pane_set_editing (BjtMatrixPane *self, gboolean editing); /* doors, levels and entrances are changed in the matrix */
void           bjt_matrix_pane_open_menu (BjtMatrixPane *self, double x, double y); /* its own, for the selected doors */
void           bjt_matrix_pane_ask_menu (BjtMatrixPane *self, GtkWidget *view, guint door, double x, double y); /* as by a right click at that place of the view */
const char    *bjt_matrix_pane_get_view (BjtMatrixPane *self);

G_END_DECLS
