/* bjt-matrix-view.c: a scrollable canvas over BjtMatrix and its painter.
 *
 * Names stay masked here whatever the card shows: showing one household on
 * purpose must not show the whole building. */
#include "bjt-matrix-view.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#include "bjt-door-text.h"
#include "bjt-matrix-view-private.h"
#include "bjt-widgets.h"
#include "bjt-words.h"

static void scrollable_iface_init (GtkScrollableInterface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (BjtMatrixView, bjt_matrix_view, GTK_TYPE_WIDGET,
                               G_IMPLEMENT_INTERFACE (GTK_TYPE_SCROLLABLE, scrollable_iface_init))

enum
{
  PROP_0,
  PROP_FOCUS,
  PROP_HADJUSTMENT,
  PROP_VADJUSTMENT,
  PROP_HSCROLL_POLICY,
  PROP_VSCROLL_POLICY,
};

enum
{
  SELECTION_CHANGED,
  DOOR_ACTIVATED,
  CONTEXT_MENU,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

guint32
bjt_matrix_view_get_chosen_cell (BjtMatrixView *self)
{
  return self->focus != NULL ? bjt_matrix_canvas_find_cell (&self->canvas, bjt_focus_get_door (self->focus)) : BJT_NO_INDEX;
}

static void
configure_adjustment (GtkAdjustment *adjustment,
                      double         upper,
                      double         page,
                      double         step)
{
  if (adjustment != NULL)
    gtk_adjustment_configure (adjustment, gtk_adjustment_get_value (adjustment), 0.0, MAX (upper, page), step, page * 0.9, page);
}

static void
update_adjustments (BjtMatrixView *self)
{
  int    width = gtk_widget_get_width (GTK_WIDGET (self)), height = gtk_widget_get_height (GTK_WIDGET (self));
  double content_width, content_height;

  bjt_matrix_canvas_fit (&self->canvas, width, height);
  bjt_matrix_canvas_get_size (&self->canvas, FALSE, &content_width, &content_height);
  configure_adjustment (self->adjustments[GTK_ORIENTATION_HORIZONTAL], content_width, width, self->canvas.metrics.cell_width);
  configure_adjustment (self->adjustments[GTK_ORIENTATION_VERTICAL], content_height, height, self->canvas.metrics.cell_height);
}

static double
get_scroll (BjtMatrixView *self,
            GtkOrientation orientation)
{
  return self->adjustments[orientation] != NULL ? floor (gtk_adjustment_get_value (self->adjustments[orientation])) : 0.0;
}

static void
scrolled_cb (BjtMatrixView *self)
{
  self->canvas.x = get_scroll (self, GTK_ORIENTATION_HORIZONTAL);
  self->canvas.y = get_scroll (self, GTK_ORIENTATION_VERTICAL);
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

static void
scroll_to (GtkAdjustment *adjustment,
           double         lower,
           double         upper)
{
  if (adjustment != NULL)
    gtk_adjustment_clamp_page (adjustment, lower, upper);
}

static void
scroll_to_start (BjtMatrixView *self)
{
  for (guint i = 0; i < G_N_ELEMENTS (self->adjustments); i++)
    if (self->adjustments[i] != NULL)
      gtk_adjustment_set_value (self->adjustments[i], 0.0);
}

static void
scroll_to_chosen (BjtMatrixView *self)
{
  guint32 cell = bjt_matrix_view_get_chosen_cell (self);
  BjtBox  box;

  if (cell == BJT_NO_INDEX)
    return;
  box = bjt_matrix_get_cell_box (self->canvas.matrix, &self->canvas.metrics, cell);
  scroll_to (self->adjustments[GTK_ORIENTATION_HORIZONTAL], box.x1 - BJT_MATRIX_CANVAS_LABEL - BJT_MATRIX_CANVAS_GAP,
             box.x2 + BJT_MATRIX_CANVAS_MARGIN);
  scroll_to (self->adjustments[GTK_ORIENTATION_VERTICAL], box.y1 - BJT_MATRIX_CANVAS_HEADER - BJT_MATRIX_CANVAS_GAP,
             box.y2 + BJT_MATRIX_CANVAS_MARGIN);
}

static void
bjt_matrix_view_snapshot (GtkWidget   *widget,
                          GtkSnapshot *snapshot)
{
  BjtMatrixView *self = BJT_MATRIX_VIEW (widget);

  if (self->focus != NULL)
    bjt_matrix_canvas_snapshot (&self->canvas, widget, snapshot, self->focus);
}

/* Following the focus */

static void
tell_chosen (BjtMatrixView *self)
{
  guint32          door = self->focus != NULL ? bjt_focus_get_door (self->focus) : BJT_NO_INDEX;
  g_autofree char *label = NULL;

  if (self->canvas.matrix == NULL)
    label = g_strdup (_ ("Elevation matrix"));
  else if (door == BJT_NO_INDEX)
    label = bjt_words_dup_building (self->canvas.picture, self->canvas.matrix->building);
  else if (bjt_focus_get_curtain (self->focus))
    label = bjt_words_dup_door (self->canvas.picture, door);
  else
    label = bjt_door_text_dup_summary (self->canvas.picture, door, " · ");
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, label, -1);
#if GTK_CHECK_VERSION(4, 14, 0)
  if (gtk_widget_has_focus (GTK_WIDGET (self)))
    gtk_accessible_announce (GTK_ACCESSIBLE (self), label, GTK_ACCESSIBLE_ANNOUNCEMENT_PRIORITY_MEDIUM);
#endif
}

static void
rebuild (BjtMatrixView *self)
{
  BjtPicture *picture = self->focus != NULL ? bjt_focus_get_picture (self->focus) : NULL;
  guint32     building = picture != NULL ? bjt_focus_get_building (self->focus) : BJT_NO_INDEX;

  bjt_matrix_selection_reset (&self->selection);
  self->canvas.pointed = (BjtMatrixPart) { BJT_MATRIX_PART_NONE, 0 };
  self->canvas.pointed_handle = (BjtMatrixHandle) { BJT_MATRIX_HANDLE_NONE, 0, 0 };
  bjt_matrix_canvas_set_building (&self->canvas, picture, building);
  update_adjustments (self);
  tell_chosen (self);
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

static void
picture_changed_cb (BjtMatrixView *self)
{
  rebuild (self);
  g_signal_emit (self, signals[SELECTION_CHANGED], 0);
}

static void
selection_changed_cb (BjtMatrixView *self)
{
  gtk_widget_queue_draw (GTK_WIDGET (self));
  g_signal_emit (self, signals[SELECTION_CHANGED], 0);
}

static void
choice_changed_cb (BjtMatrixView *self)
{
  guint32 building = bjt_focus_get_building (self->focus);

  if (building != (self->canvas.matrix != NULL ? self->canvas.matrix->building : BJT_NO_INDEX))
    {
      rebuild (self);
      scroll_to_start (self);
    }
  scroll_to_chosen (self);
  tell_chosen (self);
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

static void
look_changed_cb (BjtMatrixView *self)
{
  tell_chosen (self);
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

/* Asking others */

void
bjt_matrix_view_activate_door (BjtMatrixView *self,
                               guint32        cell)
{
  g_signal_emit (self, signals[DOOR_ACTIVATED], 0, bjt_matrix_canvas_get_door (&self->canvas, cell));
}

static gboolean
is_selected (BjtMatrixView *self,
             guint32        door)
{
  const BjtDoorSet *selection = bjt_focus_get_selection (self->focus);

  return selection != NULL && bjt_door_set_contains (selection, door);
}

void
bjt_matrix_view_ask_menu (BjtMatrixView *self,
                  guint32        cell,
                  double         x,
                  double         y)
{
  guint32 door = bjt_matrix_canvas_get_door (&self->canvas, cell);

  if (!is_selected (self, door))
    bjt_matrix_pointer_press_part (self, &(BjtMatrixPart) { BJT_MATRIX_PART_CELL, cell }, 0);
  g_signal_emit (self, signals[CONTEXT_MENU], 0, door, x, y);
}

/* Widget */

static void
bjt_matrix_view_realize (GtkWidget *widget)
{
  GTK_WIDGET_CLASS (bjt_matrix_view_parent_class)->realize (widget);
  bjt_widgets_get_glyph_painter (widget); /* made ready before a building is chosen */
}

static void
bjt_matrix_view_size_allocate (GtkWidget *widget,
                               int        width,
                               int        height,
                               int        baseline)
{
  update_adjustments (BJT_MATRIX_VIEW (widget));
}

static void
bjt_matrix_view_measure (GtkWidget     *widget,
                         GtkOrientation orientation,
                         int            for_size,
                         int           *minimum,
                         int           *natural,
                         int           *minimum_baseline,
                         int           *natural_baseline)
{
  BjtMatrixView *self = BJT_MATRIX_VIEW (widget);
  double         size[2];

  *minimum = orientation == GTK_ORIENTATION_HORIZONTAL ? 160 : 80;
  bjt_matrix_canvas_get_size (&self->canvas, TRUE, &size[GTK_ORIENTATION_HORIZONTAL], &size[GTK_ORIENTATION_VERTICAL]);
  *natural = MAX (*minimum, (int) size[orientation]);
}

static void
bjt_matrix_view_dispose (GObject *object)
{
  BjtMatrixView *self = BJT_MATRIX_VIEW (object);

  g_clear_object (&self->focus_signals);
  g_clear_object (&self->focus);
  for (guint i = 0; i < G_N_ELEMENTS (self->adjustments); i++)
    {
      if (self->adjustments[i] != NULL)
        g_signal_handlers_disconnect_by_data (self->adjustments[i], self);
      g_clear_object (&self->adjustments[i]);
    }
  bjt_matrix_canvas_set_building (&self->canvas, NULL, BJT_NO_INDEX);
  G_OBJECT_CLASS (bjt_matrix_view_parent_class)->dispose (object);
}

static void
bjt_matrix_view_finalize (GObject *object)
{
  bjt_matrix_selection_reset (&BJT_MATRIX_VIEW (object)->selection);
  G_OBJECT_CLASS (bjt_matrix_view_parent_class)->finalize (object);
}

static void
set_adjustment (BjtMatrixView *self,
                GtkOrientation orientation,
                GtkAdjustment *adjustment)
{
  g_autoptr (GtkAdjustment) own = NULL;

  if (adjustment == NULL)
    adjustment = own = g_object_ref_sink (gtk_adjustment_new (0, 0, 0, 0, 0, 0));
  if (self->adjustments[orientation] != NULL)
    g_signal_handlers_disconnect_by_data (self->adjustments[orientation], self);
  if (!g_set_object (&self->adjustments[orientation], adjustment))
    return;
  g_signal_connect_swapped (adjustment, "value-changed", G_CALLBACK (scrolled_cb), self);
  update_adjustments (self);
  scrolled_cb (self);
}

static void
bjt_matrix_view_get_property (GObject    *object,
                              guint       id,
                              GValue     *value,
                              GParamSpec *pspec)
{
  BjtMatrixView *self = BJT_MATRIX_VIEW (object);

  switch (id)
    {
    case PROP_FOCUS:
      g_value_set_object (value, self->focus);
      break;
    case PROP_HADJUSTMENT:
    case PROP_VADJUSTMENT:
      g_value_set_object (value, self->adjustments[id - PROP_HADJUSTMENT]);
      break;
    case PROP_HSCROLL_POLICY:
    case PROP_VSCROLL_POLICY:
      g_value_set_enum (value, (int) self->policies[id - PROP_HSCROLL_POLICY]);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
bjt_matrix_view_set_property (GObject      *object,
                              guint         id,
                              const GValue *value,
                              GParamSpec   *pspec)
{
  BjtMatrixView *self = BJT_MATRIX_VIEW (object);

  switch (id)
    {
    case PROP_FOCUS:
      bjt_matrix_view_set_focus (self, g_value_get_object (value));
      break;
    case PROP_HADJUSTMENT:
    case PROP_VADJUSTMENT:
      set_adjustment (self, (GtkOrientation) (id - PROP_HADJUSTMENT), g_value_get_object (value));
      break;
    case PROP_HSCROLL_POLICY:
    case PROP_VSCROLL_POLICY:
      self->policies[id - PROP_HSCROLL_POLICY] = (GtkScrollablePolicy) g_value_get_enum (value);
      gtk_widget_queue_resize (GTK_WIDGET (self));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
scrollable_iface_init (GtkScrollableInterface *iface)
{
}

static void
install_signals (BjtMatrixViewClass *klass)
{
  GType type = G_TYPE_FROM_CLASS (klass);

  signals[SELECTION_CHANGED] = g_signal_new ("selection-changed", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  signals[DOOR_ACTIVATED] = g_signal_new ("door-activated", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                          G_TYPE_NONE, 1, G_TYPE_UINT);
  signals[CONTEXT_MENU] = g_signal_new ("context-menu", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                        G_TYPE_NONE, 3, G_TYPE_UINT, G_TYPE_DOUBLE, G_TYPE_DOUBLE);
}

static void
bjt_matrix_view_class_init (BjtMatrixViewClass *klass)
{
  GObjectClass   *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = bjt_matrix_view_dispose;
  object_class->finalize = bjt_matrix_view_finalize;
  object_class->get_property = bjt_matrix_view_get_property;
  object_class->set_property = bjt_matrix_view_set_property;
  widget_class->realize = bjt_matrix_view_realize;
  widget_class->measure = bjt_matrix_view_measure;
  widget_class->size_allocate = bjt_matrix_view_size_allocate;
  widget_class->snapshot = bjt_matrix_view_snapshot;
  widget_class->query_tooltip = bjt_matrix_pointer_query_tooltip;
  g_object_class_install_property (object_class, PROP_FOCUS,
                                   g_param_spec_object ("focus", NULL, NULL, BJT_TYPE_FOCUS,
                                                        G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS | G_PARAM_EXPLICIT_NOTIFY));
  g_object_class_override_property (object_class, PROP_HADJUSTMENT, "hadjustment");
  g_object_class_override_property (object_class, PROP_VADJUSTMENT, "vadjustment");
  g_object_class_override_property (object_class, PROP_HSCROLL_POLICY, "hscroll-policy");
  g_object_class_override_property (object_class, PROP_VSCROLL_POLICY, "vscroll-policy");
  install_signals (klass);
  bjt_matrix_keys_install (widget_class);
  gtk_widget_class_set_css_name (widget_class, "matrix");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GRID);
}

static void
bjt_matrix_view_init (BjtMatrixView *self)
{
  gtk_widget_set_focusable (GTK_WIDGET (self), TRUE);
  gtk_widget_set_has_tooltip (GTK_WIDGET (self), TRUE);
  gtk_widget_set_overflow (GTK_WIDGET (self), GTK_OVERFLOW_HIDDEN);
  bjt_matrix_pointer_attach (self);
  self->focus_signals = g_signal_group_new (BJT_TYPE_FOCUS);
  g_signal_group_connect_swapped (self->focus_signals, "picture-changed", G_CALLBACK (picture_changed_cb), self);
  g_signal_group_connect_swapped (self->focus_signals, "choice-changed", G_CALLBACK (choice_changed_cb), self);
  g_signal_group_connect_swapped (self->focus_signals, "filter-changed", G_CALLBACK (look_changed_cb), self);
  g_signal_group_connect_swapped (self->focus_signals, "privacy-changed", G_CALLBACK (look_changed_cb), self);
  g_signal_group_connect_swapped (self->focus_signals, "routes-changed", G_CALLBACK (gtk_widget_queue_draw), self);
  g_signal_group_connect_swapped (self->focus_signals, "selection-changed", G_CALLBACK (selection_changed_cb), self);
}

GtkWidget *
bjt_matrix_view_new (void)
{
  return g_object_new (BJT_TYPE_MATRIX_VIEW, NULL);
}

void
bjt_matrix_view_set_focus (BjtMatrixView *self,
                           BjtFocus      *focus)
{
  g_return_if_fail (BJT_IS_MATRIX_VIEW (self));
  if (!g_set_object (&self->focus, focus))
    return;
  g_signal_group_set_target (self->focus_signals, focus);
  rebuild (self);
  g_object_notify (G_OBJECT (self), "focus");
}

/**
 * bjt_matrix_view_dup_doors:
 *
 * Returns: (transfer full) (element-type guint32): the selected doors, or the
 *   chosen one when none is selected
 */
GArray *
bjt_matrix_view_dup_doors (BjtMatrixView *self)
{
  GArray           *doors = g_array_new (FALSE, FALSE, sizeof (guint32));
  const BjtDoorSet *selection = self->focus != NULL ? bjt_focus_get_selection (self->focus) : NULL;
  guint32           door = self->focus != NULL ? bjt_focus_get_door (self->focus) : BJT_NO_INDEX;

  if (selection == NULL && door != BJT_NO_INDEX)
    g_array_append_val (doors, door);
  for (guint32 d = selection != NULL ? bjt_door_set_next (selection, 0) : BJT_NO_INDEX; d != BJT_NO_INDEX; d = bjt_door_set_next (selection, d + 1))
    g_array_append_val (doors, d);
  return doors;
}

guint
bjt_matrix_view_count_selected (BjtMatrixView *self)
{
  const BjtDoorSet *selection = self->focus != NULL ? bjt_focus_get_selection (self->focus) : NULL;

  return selection != NULL ? bjt_door_set_count (selection) : 0;
}

gboolean
bjt_matrix_view_get_part_area (BjtMatrixView       *self,
                               const BjtMatrixPart *part,
                               GdkRectangle        *area)
{
  BjtBox box;

  if (part->index == BJT_NO_INDEX || !bjt_matrix_canvas_get_part_box (&self->canvas, part, &box))
    return FALSE;
  *area = (GdkRectangle) { (int) box.x1, (int) box.y1, (int) (box.x2 - box.x1), (int) (box.y2 - box.y1) };
  return TRUE;
}

gboolean
bjt_matrix_view_get_door_area (BjtMatrixView *self,
                               guint32        door,
                               GdkRectangle  *area)
{
  return bjt_matrix_view_get_part_area (self, &(BjtMatrixPart) { BJT_MATRIX_PART_CELL, bjt_matrix_canvas_find_cell (&self->canvas, door) }, area);
}

const BjtMatrix *
bjt_matrix_view_get_matrix (BjtMatrixView *self)
{
  return self->canvas.matrix;
}

void
bjt_matrix_view_set_editing (BjtMatrixView *self,
                             gboolean       editing)
{
  if (self->canvas.is_editing == editing)
    return;
  self->canvas.is_editing = editing;
  bjt_matrix_pointer_forget (self);
  update_adjustments (self);
  gtk_widget_queue_draw (GTK_WIDGET (self));
}
