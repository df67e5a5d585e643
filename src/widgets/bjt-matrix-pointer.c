/* bjt-matrix-pointer.c: presses, drags and pointing in a matrix. A drag that
 * begins on a cell or a label selects all up to where it is; one that begins
 * between them spans a rectangle. */
#include "bjt-matrix-view-private.h"

#include <glib/gi18n-lib.h>

#include "bjt-door-text.h"
#include "bjt-matrix-cues.h"
#include "bjt-words.h"

/* Selecting */

static void
choose_cell (BjtMatrixView *self,
             guint32        cell)
{
  bjt_focus_choose_door (self->focus, bjt_matrix_canvas_get_door (&self->canvas, cell));
  self->selection.anchor = (BjtMatrixPart) { BJT_MATRIX_PART_CELL, cell };
}

void
bjt_matrix_pointer_press_part (BjtMatrixView       *self,
            const BjtMatrixPart *part,
            GdkModifierType      state)
{
  bjt_matrix_selection_press (&self->selection, self->focus, self->canvas.matrix, part, state);
  if (part->kind == BJT_MATRIX_PART_CELL && (state & (GDK_CONTROL_MASK | GDK_SHIFT_MASK)) == 0)
    choose_cell (self, part->index);
}

/* Pointer */

static void
add_at_handle (BjtMatrixView         *self,
               const BjtMatrixHandle *handle)
{
  const BjtMatrix *matrix = self->canvas.matrix;

  switch (handle->kind)
    {
    case BJT_MATRIX_HANDLE_DOOR:
      gtk_widget_activate_action (GTK_WIDGET (self), "doors.add-door", "(ui)", bjt_matrix_get_section (matrix, handle->section)->entrance,
                                  bjt_matrix_get_row (matrix, handle->row)->ordinal);
      break;
    case BJT_MATRIX_HANDLE_ABOVE:
    case BJT_MATRIX_HANDLE_BELOW:
      gtk_widget_activate_action (GTK_WIDGET (self), "doors.add-level", "b", handle->kind == BJT_MATRIX_HANDLE_ABOVE);
      break;
    case BJT_MATRIX_HANDLE_ENTRANCE:
      gtk_widget_activate_action (GTK_WIDGET (self), "doors.add-entrance", NULL);
      break;
    case BJT_MATRIX_HANDLE_NONE:
    default:
      break;
    }
}

static void
drag_begin_cb (BjtMatrixView  *self,
               double          x,
               double          y,
               GtkGestureDrag *gesture)
{
  GdkModifierType state = gtk_event_controller_get_current_event_state (GTK_EVENT_CONTROLLER (gesture));
  BjtMatrixHandle handle;

  gtk_widget_grab_focus (GTK_WIDGET (self));
  self->is_dragging = FALSE;
  self->pressed = (BjtMatrixPart) { BJT_MATRIX_PART_NONE, 0 };
  if (self->canvas.matrix == NULL || bjt_matrix_cues_find_handle (&self->canvas, x, y, &handle))
    {
      gtk_gesture_set_state (GTK_GESTURE (gesture), GTK_EVENT_SEQUENCE_DENIED);
      return;
    }
  if (bjt_matrix_canvas_find_part (&self->canvas, x, y, &self->pressed))
    bjt_matrix_pointer_press_part (self, &self->pressed, state);
  else
    bjt_matrix_selection_begin_box (&self->selection, self->focus, (state & (GDK_CONTROL_MASK | GDK_SHIFT_MASK)) != 0);
}

/* Beyond the edges the matrix comes after. */
static void
scroll_after (BjtMatrixView *self,
              double         x,
              double         y)
{
  double at[2] = { x, y }, size[2] = { gtk_widget_get_width (GTK_WIDGET (self)), gtk_widget_get_height (GTK_WIDGET (self)) };

  for (guint i = 0; i < G_N_ELEMENTS (at); i++)
    {
      double beyond = at[i] < 0 ? at[i] : at[i] > size[i] ? at[i] - size[i] : 0;

      if (beyond != 0 && self->adjustments[i] != NULL)
        gtk_adjustment_set_value (self->adjustments[i], gtk_adjustment_get_value (self->adjustments[i]) + CLAMP (beyond, -24, 24));
    }
}

static void
drag_box (BjtMatrixView *self,
          double         x,
          double         y,
          double         offset_x,
          double         offset_y)
{
  double to_x = x + offset_x, to_y = y + offset_y;

  self->canvas.rubber = (BjtBox) { MIN (x, to_x) + self->canvas.x, MIN (y, to_y) + self->canvas.y, MAX (x, to_x) + self->canvas.x,
                                   MAX (y, to_y) + self->canvas.y };
  bjt_matrix_selection_drag_box (&self->selection, self->focus, self->canvas.matrix, &self->canvas.metrics, &self->canvas.rubber);
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

static void
drag_update_cb (BjtMatrixView  *self,
                double          offset_x,
                double          offset_y,
                GtkGestureDrag *gesture)
{
  BjtMatrixPart part;
  double        x, y;

  gtk_gesture_drag_get_start_point (gesture, &x, &y);
  if (self->canvas.matrix == NULL || (!self->is_dragging && !gtk_drag_check_threshold (GTK_WIDGET (self), (int) x, (int) y, (int) (x + offset_x), (int) (y + offset_y))))
    return;
  scroll_after (self, x + offset_x, y + offset_y);
  if (self->pressed.kind == BJT_MATRIX_PART_NONE)
    {
      self->is_dragging = TRUE;
      gtk_gesture_set_state (GTK_GESTURE (gesture), GTK_EVENT_SEQUENCE_CLAIMED);
      drag_box (self, x, y, offset_x, offset_y);
      return;
    }
  if (!bjt_matrix_canvas_find_part (&self->canvas, x + offset_x, y + offset_y, &part) || part.kind != self->pressed.kind
      || (part.index == self->pressed.index && !self->is_dragging))
    return;
  self->is_dragging = TRUE;
  gtk_gesture_set_state (GTK_GESTURE (gesture), GTK_EVENT_SEQUENCE_CLAIMED);
  bjt_matrix_selection_extend (&self->selection, self->focus, self->canvas.matrix, &part);
}

static void
drag_end_cb (BjtMatrixView *self)
{
  g_clear_pointer (&self->selection.base, bjt_door_set_free);
  self->canvas.rubber = (BjtBox) { 0, 0, 0, 0 };
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

/* The label of a level, an entrance or a door is changed where it stands. */
static void
rename_part (BjtMatrixView       *self,
             const BjtMatrixPart *part)
{
  if (part->kind == BJT_MATRIX_PART_CELL)
    gtk_widget_activate_action (GTK_WIDGET (self), "doors.rename", NULL);
  else if (part->kind == BJT_MATRIX_PART_ROW)
    gtk_widget_activate_action (GTK_WIDGET (self), "doors.rename-level", "i", bjt_matrix_get_row (self->canvas.matrix, part->index)->ordinal);
  else if (part->kind == BJT_MATRIX_PART_SECTION)
    gtk_widget_activate_action (GTK_WIDGET (self), "doors.rename-entrance", "u", bjt_matrix_get_section (self->canvas.matrix, part->index)->entrance);
}

static void
pressed_cb (BjtMatrixView   *self,
            int              n_press,
            double           x,
            double           y,
            GtkGestureClick *gesture)
{
  guint           button = gtk_gesture_single_get_current_button (GTK_GESTURE_SINGLE (gesture));
  BjtMatrixPart   part;
  BjtMatrixHandle handle;

  if (button == GDK_BUTTON_PRIMARY && bjt_matrix_cues_find_handle (&self->canvas, x, y, &handle))
    {
      gtk_gesture_set_state (GTK_GESTURE (gesture), GTK_EVENT_SEQUENCE_CLAIMED);
      add_at_handle (self, &handle);
    }
  else if (!bjt_matrix_canvas_find_part (&self->canvas, x, y, &part))
    return;
  else if (button == GDK_BUTTON_SECONDARY)
    {
      gtk_gesture_set_state (GTK_GESTURE (gesture), GTK_EVENT_SEQUENCE_CLAIMED);
      if (part.kind == BJT_MATRIX_PART_CELL)
        bjt_matrix_view_ask_menu (self, part.index, x, y);
    }
  else if (button == GDK_BUTTON_PRIMARY && n_press == 2)
    rename_part (self, &part);
}

static void
point_at (BjtMatrixView         *self,
          const BjtMatrixPart   *part,
          const BjtMatrixHandle *handle)
{
  BjtMatrixCanvas *canvas = &self->canvas;
  gboolean         is_label = part->kind != BJT_MATRIX_PART_NONE && part->kind != BJT_MATRIX_PART_CELL;

  if (canvas->pointed.kind == part->kind && canvas->pointed.index == part->index && canvas->pointed_handle.kind == handle->kind
      && canvas->pointed_handle.section == handle->section && canvas->pointed_handle.row == handle->row)
    return;
  canvas->pointed = *part;
  canvas->pointed_handle = *handle;
  gtk_widget_set_cursor_from_name (GTK_WIDGET (self), is_label || handle->kind != BJT_MATRIX_HANDLE_NONE ? "pointer" : NULL);
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

static void
motion_cb (BjtMatrixView *self,
           double         x,
           double         y)
{
  BjtMatrixPart   part = { BJT_MATRIX_PART_NONE, 0 };
  BjtMatrixHandle handle;

  if (!bjt_matrix_cues_find_handle (&self->canvas, x, y, &handle))
    bjt_matrix_canvas_find_part (&self->canvas, x, y, &part);
  point_at (self, &part, &handle);
}

void
bjt_matrix_pointer_forget (BjtMatrixView *self)
{
  point_at (self, &(BjtMatrixPart) { BJT_MATRIX_PART_NONE, 0 }, &(BjtMatrixHandle) { BJT_MATRIX_HANDLE_NONE, 0, 0 });
}

/* Of a label: what a press does, and what closes the entrance. */
static char *
dup_label_tip (BjtMatrixView       *self,
               const BjtMatrixPart *part)
{
  const BjtMatrixSection *section;
  const char             *cordon;

  if (part->kind == BJT_MATRIX_PART_ROW)
    return g_strdup (_ ("Select this level; Shift and Ctrl add. Double click: rename"));
  if (part->kind == BJT_MATRIX_PART_COLUMN)
    return g_strdup (_ ("Select this riser: the doors above each other"));
  if (part->kind == BJT_MATRIX_PART_ALL)
    return g_strdup (_ ("Select the whole building (Ctrl+A)"));
  section = bjt_matrix_get_section (self->canvas.matrix, part->index);
  cordon = section->entrance != BJT_NO_INDEX ? bjt_picture_get_entrance (self->canvas.picture, section->entrance)->cordon : NULL;
  if (cordon != NULL)
    return bjt_words_dup_cordon (self->canvas.picture, section->entrance);
  return g_strdup (_ ("Select this entrance; Shift and Ctrl add. Double click: rename"));
}

gboolean
bjt_matrix_pointer_query_tooltip (GtkWidget  *widget,
                               int         x,
                               int         y,
                               gboolean    keyboard_tooltip,
                               GtkTooltip *tooltip)
{
  BjtMatrixView   *self = BJT_MATRIX_VIEW (widget);
  BjtMatrixPart    part = { BJT_MATRIX_PART_CELL, bjt_matrix_view_get_chosen_cell (self) };
  g_autofree char *text = NULL;
  BjtBox           box;

  if (self->focus == NULL || bjt_focus_get_curtain (self->focus) || (!keyboard_tooltip && !bjt_matrix_canvas_find_part (&self->canvas, x, y, &part))
      || part.index == BJT_NO_INDEX || !bjt_matrix_canvas_get_part_box (&self->canvas, &part, &box))
    return FALSE;
  text = part.kind == BJT_MATRIX_PART_CELL ? bjt_door_text_dup_summary (self->canvas.picture, bjt_matrix_canvas_get_door (&self->canvas, part.index), "\n")
                                           : dup_label_tip (self, &part);
  gtk_tooltip_set_text (tooltip, text);
  gtk_tooltip_set_tip_area (tooltip, &(GdkRectangle) { (int) box.x1, (int) box.y1, (int) (box.x2 - box.x1), (int) (box.y2 - box.y1) });
  return TRUE;
}

void
bjt_matrix_pointer_attach (BjtMatrixView *self)
{
  GtkGesture         *drag = gtk_gesture_drag_new (), *click = gtk_gesture_click_new ();
  GtkEventController *motion = gtk_event_controller_motion_new ();

  gtk_gesture_single_set_button (GTK_GESTURE_SINGLE (drag), GDK_BUTTON_PRIMARY);
  g_signal_connect_swapped (drag, "drag-begin", G_CALLBACK (drag_begin_cb), self);
  g_signal_connect_swapped (drag, "drag-update", G_CALLBACK (drag_update_cb), self);
  g_signal_connect_swapped (drag, "drag-end", G_CALLBACK (drag_end_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (drag));
  gtk_gesture_single_set_button (GTK_GESTURE_SINGLE (click), 0);
  g_signal_connect_swapped (click, "pressed", G_CALLBACK (pressed_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (click));
  g_signal_connect_swapped (motion, "motion", G_CALLBACK (motion_cb), self);
  g_signal_connect_swapped (motion, "leave", G_CALLBACK (bjt_matrix_pointer_forget), self);
  gtk_widget_add_controller (GTK_WIDGET (self), motion);
}
