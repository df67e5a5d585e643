/* bjt-matrix-keys.c: the keys and actions of a matrix. Arrows choose, with Shift
 * they select; Space selects the cell, its level, column or entrance. */
#include "bjt-matrix-view-private.h"

static guint32
find_target (BjtMatrixView *self,
             guint32        cell,
             BjtMatrixStep  step,
             gboolean       to_the_end)
{
  guint32 target = cell;

  do
    {
      guint32 next = bjt_matrix_step (self->canvas.matrix, target, step);

      if (next == BJT_NO_INDEX || next == target)
        break;
      target = next;
    }
  while (to_the_end);
  return target;
}

/* Parameters: BjtMatrixStep, to the end, extend */
static gboolean
move_cb (GtkWidget *widget,
         GVariant  *parameters,
         gpointer   user_data)
{
  BjtMatrixView *self = BJT_MATRIX_VIEW (widget);
  int            step;
  gboolean       to_the_end, extend;
  guint32        from = bjt_matrix_view_get_chosen_cell (self), target;

  g_variant_get (parameters, "(ibb)", &step, &to_the_end, &extend);
  if (self->canvas.matrix == NULL || self->canvas.matrix->cells->len == 0)
    return FALSE;
  target = from == BJT_NO_INDEX ? 0 : find_target (self, from, (BjtMatrixStep) step, to_the_end);
  if (!extend)
    bjt_matrix_pointer_press_part (self, &(BjtMatrixPart) { BJT_MATRIX_PART_CELL, target }, 0);
  else
    {
      if (self->selection.anchor.kind != BJT_MATRIX_PART_CELL && from != BJT_NO_INDEX)
        self->selection.anchor = (BjtMatrixPart) { BJT_MATRIX_PART_CELL, from };
      bjt_focus_choose_door (self->focus, bjt_matrix_canvas_get_door (&self->canvas, target));
      bjt_matrix_selection_extend (&self->selection, self->focus, self->canvas.matrix, &(BjtMatrixPart) { BJT_MATRIX_PART_CELL, target });
    }
  return TRUE;
}

static guint32
find_section (const BjtMatrix *matrix,
              guint            column)
{
  guint32 section = 0;

  while (section + 1 < matrix->sections->len && bjt_matrix_get_section (matrix, section + 1)->first_column <= column)
    section++;
  return section;
}

/* Parameter: BjtMatrixPartKind that the chosen cell belongs to */
static gboolean
select_part_cb (GtkWidget *widget,
                GVariant  *parameter,
                gpointer   user_data)
{
  BjtMatrixView       *self = BJT_MATRIX_VIEW (widget);
  guint32              chosen = bjt_matrix_view_get_chosen_cell (self);
  const BjtMatrixCell *cell = chosen != BJT_NO_INDEX ? bjt_matrix_get_cell (self->canvas.matrix, chosen) : NULL;
  BjtMatrixPart        part = { (BjtMatrixPartKind) g_variant_get_int32 (parameter), chosen };

  if (cell == NULL)
    return FALSE;
  if (part.kind == BJT_MATRIX_PART_ROW)
    part.index = bjt_matrix_get_base_row (cell);
  else if (part.kind == BJT_MATRIX_PART_COLUMN)
    part.index = cell->column;
  else if (part.kind == BJT_MATRIX_PART_SECTION)
    part.index = find_section (self->canvas.matrix, cell->column);
  if (part.kind == BJT_MATRIX_PART_CELL)
    bjt_matrix_selection_toggle (&self->selection, self->focus, self->canvas.matrix, &part);
  else
    bjt_matrix_pointer_press_part (self, &part, 0);
  return TRUE;
}

static void
select_part_action (GtkWidget  *widget,
                    const char *name,
                    GVariant   *kind)
{
  select_part_cb (widget, kind, NULL);
}

static gboolean
rename_cb (GtkWidget *widget,
           GVariant  *parameters,
           gpointer   user_data)
{
  if (bjt_matrix_view_get_chosen_cell (BJT_MATRIX_VIEW (widget)) == BJT_NO_INDEX)
    return FALSE;
  return gtk_widget_activate_action (widget, "doors.rename", NULL);
}

static gboolean
remove_cb (GtkWidget *widget,
           GVariant  *parameters,
           gpointer   user_data)
{
  return BJT_MATRIX_VIEW (widget)->canvas.is_editing && gtk_widget_activate_action (widget, "doors.remove", NULL);
}

static gboolean
activate_cb (GtkWidget *widget,
             GVariant  *parameters,
             gpointer   user_data)
{
  BjtMatrixView *self = BJT_MATRIX_VIEW (widget);
  guint32        cell = bjt_matrix_view_get_chosen_cell (self);

  if (cell == BJT_NO_INDEX)
    return FALSE;
  bjt_matrix_view_activate_door (self, cell);
  return TRUE;
}

static gboolean
menu_cb (GtkWidget *widget,
         GVariant  *parameters,
         gpointer   user_data)
{
  BjtMatrixView *self = BJT_MATRIX_VIEW (widget);
  guint32        cell = bjt_matrix_view_get_chosen_cell (self);
  BjtBox         box;

  if (cell == BJT_NO_INDEX)
    return FALSE;
  box = bjt_matrix_canvas_get_cell_box (&self->canvas, cell);
  bjt_matrix_view_ask_menu (self, cell, (box.x1 + box.x2) / 2, (box.y1 + box.y2) / 2);
  return TRUE;
}

static void
select_all_action (GtkWidget  *widget,
                   const char *name,
                   GVariant   *parameter)
{
  BjtMatrixView *self = BJT_MATRIX_VIEW (widget);

  if (self->canvas.matrix == NULL)
    return;
  bjt_matrix_pointer_press_part (self, &(BjtMatrixPart) { BJT_MATRIX_PART_ALL, 0 }, 0);
}

static void
unselect_all_action (GtkWidget  *widget,
                     const char *name,
                     GVariant   *parameter)
{
  BjtMatrixView *self = BJT_MATRIX_VIEW (widget);

  if (self->focus != NULL)
    bjt_focus_set_selection (self->focus, NULL);
}

static void
add_move (GtkWidgetClass *klass,
          guint           key,
          GdkModifierType modifiers,
          BjtMatrixStep   step,
          gboolean        to_the_end)
{
  gtk_widget_class_add_binding (klass, key, modifiers, move_cb, "(ibb)", step, to_the_end, FALSE);
  gtk_widget_class_add_binding (klass, key, modifiers | GDK_SHIFT_MASK, move_cb, "(ibb)", step, to_the_end, TRUE);
}

void
bjt_matrix_keys_install (GtkWidgetClass *klass)
{
  gtk_widget_class_install_action (klass, "matrix.select-all", NULL, select_all_action);
  gtk_widget_class_install_action (klass, "matrix.select-part", "i", select_part_action);
  gtk_widget_class_install_action (klass, "matrix.unselect-all", NULL, unselect_all_action);
  add_move (klass, GDK_KEY_Left, 0, BJT_MATRIX_LEFT, FALSE);
  add_move (klass, GDK_KEY_Right, 0, BJT_MATRIX_RIGHT, FALSE);
  add_move (klass, GDK_KEY_Up, 0, BJT_MATRIX_UP, FALSE);
  add_move (klass, GDK_KEY_Down, 0, BJT_MATRIX_DOWN, FALSE);
  add_move (klass, GDK_KEY_Home, 0, BJT_MATRIX_LEFT, TRUE);
  add_move (klass, GDK_KEY_End, 0, BJT_MATRIX_RIGHT, TRUE);
  add_move (klass, GDK_KEY_Home, GDK_CONTROL_MASK, BJT_MATRIX_UP, TRUE);
  add_move (klass, GDK_KEY_End, GDK_CONTROL_MASK, BJT_MATRIX_DOWN, TRUE);
  add_move (klass, GDK_KEY_Page_Up, 0, BJT_MATRIX_UP, TRUE);
  add_move (klass, GDK_KEY_Page_Down, 0, BJT_MATRIX_DOWN, TRUE);
  gtk_widget_class_add_binding (klass, GDK_KEY_space, 0, select_part_cb, "i", BJT_MATRIX_PART_CELL);
  gtk_widget_class_add_binding (klass, GDK_KEY_space, GDK_CONTROL_MASK, select_part_cb, "i", BJT_MATRIX_PART_ROW);
  gtk_widget_class_add_binding (klass, GDK_KEY_space, GDK_SHIFT_MASK, select_part_cb, "i", BJT_MATRIX_PART_COLUMN);
  gtk_widget_class_add_binding (klass, GDK_KEY_space, GDK_CONTROL_MASK | GDK_SHIFT_MASK, select_part_cb, "i", BJT_MATRIX_PART_SECTION);
  gtk_widget_class_add_binding (klass, GDK_KEY_F2, 0, rename_cb, NULL);
  gtk_widget_class_add_binding (klass, GDK_KEY_Delete, 0, remove_cb, NULL);
  gtk_widget_class_add_binding (klass, GDK_KEY_Return, 0, activate_cb, NULL);
  gtk_widget_class_add_binding (klass, GDK_KEY_KP_Enter, 0, activate_cb, NULL);
  gtk_widget_class_add_binding (klass, GDK_KEY_Menu, 0, menu_cb, NULL);
  gtk_widget_class_add_binding (klass, GDK_KEY_F10, GDK_SHIFT_MASK, menu_cb, NULL);
  gtk_widget_class_add_binding_action (klass, GDK_KEY_a, GDK_CONTROL_MASK, "matrix.select-all", NULL);
  gtk_widget_class_add_binding_action (klass, GDK_KEY_Escape, 0, "matrix.unselect-all", NULL);
}
