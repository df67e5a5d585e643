/* bjt-matrix-view-private.h: what the files of the matrix view share: the widget,
 * its pointer and its keys.
 */
#pragma once

#include "bjt-matrix-canvas.h"
#include "bjt-matrix-selection.h"
#include "bjt-matrix-view.h"

G_BEGIN_DECLS

struct _BjtMatrixView
{
  GtkWidget parent_instance;

  /* Owned */
  BjtFocus      *focus;
  GSignalGroup  *focus_signals;
  GtkAdjustment *adjustments[2]; /* by GtkOrientation */
  BjtMatrixCanvas    canvas;
  BjtMatrixSelection selection;

  /* State */
  GtkScrollablePolicy policies[2];
  BjtMatrixPart       pressed;     /* what the drag began on */
  gboolean            is_dragging; /* over more than one part */
};

guint32  bjt_matrix_view_get_chosen_cell (BjtMatrixView *self);
void     bjt_matrix_view_activate_door (BjtMatrixView *self, guint32 cell);
void     bjt_matrix_view_ask_menu (BjtMatrixView *self, guint32 cell, double x, double y);

void     bjt_matrix_pointer_attach (BjtMatrixView *self);
void     bjt_matrix_pointer_press_part (BjtMatrixView *self, const BjtMatrixPart *part, GdkModifierType state);
void     bjt_matrix_pointer_forget (BjtMatrixView *self); /* nothing is pointed at */
gboolean bjt_matrix_pointer_query_tooltip (GtkWidget *widget, int x, int y, gboolean keyboard_tooltip, GtkTooltip *tooltip);

void     bjt_matrix_keys_install (GtkWidgetClass *klass);

G_END_DECLS
