/* bjt-planner-matrix.c: the matrix draws the numbers itself. */
#include "bjt-planner-matrix.h"

#include <glib/gi18n.h>

#include "widgets/bjt-matrix-view.h"

static void
update (GtkStack *stack,
        BjtFocus *focus)
{
  gtk_stack_set_visible_child_name (stack, bjt_focus_get_building (focus) != BJT_NO_INDEX ? "matrix" : "none");
}

GtkWidget *
bjt_planner_matrix_new (BjtFocus *focus)
{
  GtkWidget *stack = gtk_stack_new (), *matrix = bjt_matrix_view_new (), *scroller = gtk_scrolled_window_new ();
  GtkWidget *none = gtk_label_new (_("Choose a visit below: here are the doors of its building, with their numbers"));

  bjt_matrix_view_set_focus (BJT_MATRIX_VIEW (matrix), focus);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scroller), matrix);
  gtk_widget_add_css_class (scroller, "planner-matrix");
  gtk_widget_add_css_class (none, "dim-label");
  gtk_label_set_wrap (GTK_LABEL (none), TRUE);
  gtk_stack_add_named (GTK_STACK (stack), none, "none");
  gtk_stack_add_named (GTK_STACK (stack), scroller, "matrix");
  g_signal_connect_object (focus, "choice-changed", G_CALLBACK (update), stack, G_CONNECT_SWAPPED);
  update (GTK_STACK (stack), focus);
  return stack;
}
