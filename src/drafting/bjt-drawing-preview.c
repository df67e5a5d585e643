/* bjt-drawing-preview.c: painted once for its size, so that a drag moves no more
 * than a line; its ends snap to what is drawn (Ctrl: not). Always on white
 * paper, as drawings are. Main thread only. */
#include "bjt-drawing-preview.h"

#include "canvas/bjt-tool-pen.h"
#include "paint/bjt-drawing-painter.h"
#include "plan/bjt-drawing-index.h"

#include <math.h>

#define MARGIN 12.0 /* px around the drawing */
#define REACH 10.0  /* px that an end snaps over */
#define LEAST 4.0   /* px: a shorter drag is none */

struct _BjtDrawingPreview
{
  GtkWidget parent_instance;

  /* Owned */
  BjtDrawing        *drawing;
  BjtDrawingPainter *painter;
  BjtDrawingIndex   *index;
  cairo_surface_t   *paper; /* NULL: to be painted */

  /* State */
  gboolean has_wall;
  BjtPoint wall[2]; /* units */
};

G_DEFINE_FINAL_TYPE (BjtDrawingPreview, bjt_drawing_preview, GTK_TYPE_WIDGET)

enum
{
  WALL_CHANGED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

/* Units to px */
static cairo_matrix_t
get_matrix (BjtDrawingPreview *self)
{
  const BjtBox  *box = &self->drawing->box;
  double         width = fmax (box->x2 - box->x1, 1e-9), height = fmax (box->y2 - box->y1, 1e-9);
  double         room_x = fmax (gtk_widget_get_width (GTK_WIDGET (self)) - 2 * MARGIN, 1);
  double         room_y = fmax (gtk_widget_get_height (GTK_WIDGET (self)) - 2 * MARGIN, 1);
  double         scale = fmin (room_x / width, room_y / height);
  cairo_matrix_t matrix;

  cairo_matrix_init (&matrix, scale, 0, 0, scale, MARGIN + (room_x - width * scale) / 2 - box->x1 * scale,
                     MARGIN + (room_y - height * scale) / 2 - box->y1 * scale);
  return matrix;
}

static BjtPoint
to_view (BjtDrawingPreview *self,
         BjtPoint           units)
{
  cairo_matrix_t matrix = get_matrix (self);

  cairo_matrix_transform_point (&matrix, &units.x, &units.y);
  return units;
}

static BjtPoint
to_units (BjtDrawingPreview *self,
          double             x,
          double             y,
          gboolean           is_free)
{
  cairo_matrix_t matrix = get_matrix (self);
  double         scale = matrix.xx;
  BjtDrawingSnap snap;

  cairo_matrix_invert (&matrix);
  cairo_matrix_transform_point (&matrix, &x, &y);
  if (!is_free && self->index != NULL && bjt_drawing_index_snap (self->index, x, y, REACH / scale, &snap))
    return snap.at;
  return (BjtPoint) { x, y };
}

static void
repaint (BjtDrawingPreview *self)
{
  g_clear_pointer (&self->paper, cairo_surface_destroy);
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

static void
paint_paper (BjtDrawingPreview *self)
{
  int            factor = gtk_widget_get_scale_factor (GTK_WIDGET (self));
  int            width = gtk_widget_get_width (GTK_WIDGET (self)), height = gtk_widget_get_height (GTK_WIDGET (self));
  BjtBox         area = { 0, 0, width, height };
  cairo_matrix_t matrix = get_matrix (self);
  cairo_t       *cr;

  self->paper = cairo_image_surface_create (CAIRO_FORMAT_RGB24, width * factor, height * factor);
  cairo_surface_set_device_scale (self->paper, factor, factor);
  cr = cairo_create (self->paper);
  cairo_set_source_rgb (cr, 1, 1, 1);
  cairo_paint (cr);
  bjt_drawing_painter_paint (self->painter, cr, &matrix, &area);
  cairo_destroy (cr);
}

static void
draw_wall (BjtDrawingPreview *self,
           cairo_t           *cr)
{
  BjtPoint from = to_view (self, self->wall[0]), to = to_view (self, self->wall[1]);

  cairo_move_to (cr, from.x, from.y);
  cairo_line_to (cr, to.x, to.y);
  bjt_tool_pen_stroke (cr, FALSE);
  cairo_new_path (cr);
  bjt_tool_pen_draw_knob (cr, from, TRUE);
  bjt_tool_pen_draw_knob (cr, to, TRUE);
}

static void
bjt_drawing_preview_snapshot (GtkWidget   *widget,
                              GtkSnapshot *snapshot)
{
  BjtDrawingPreview *self = BJT_DRAWING_PREVIEW (widget);
  graphene_rect_t    bounds = GRAPHENE_RECT_INIT (0, 0, (float) gtk_widget_get_width (widget), (float) gtk_widget_get_height (widget));
  cairo_t           *cr = gtk_snapshot_append_cairo (snapshot, &bounds);

  if (self->drawing != NULL && self->paper == NULL)
    paint_paper (self);
  cairo_set_source_rgb (cr, 1, 1, 1);
  if (self->paper != NULL)
    cairo_set_source_surface (cr, self->paper, 0, 0);
  cairo_paint (cr);
  if (self->has_wall)
    draw_wall (self, cr);
  cairo_destroy (cr);
}

static void
bjt_drawing_preview_size_allocate (GtkWidget *widget,
                                   int        width,
                                   int        height,
                                   int        baseline)
{
  g_clear_pointer (&BJT_DRAWING_PREVIEW (widget)->paper, cairo_surface_destroy);
}

/* Marking */

static gboolean
is_free (GtkGesture *gesture)
{
  return (gtk_event_controller_get_current_event_state (GTK_EVENT_CONTROLLER (gesture)) & GDK_CONTROL_MASK) != 0;
}

static void
drag_update_cb (BjtDrawingPreview *self,
                double             dx,
                double             dy,
                GtkGestureDrag    *gesture)
{
  double x, y;

  if (self->drawing == NULL || hypot (dx, dy) < LEAST || !gtk_gesture_drag_get_start_point (gesture, &x, &y))
    return;
  self->wall[0] = to_units (self, x, y, is_free (GTK_GESTURE (gesture)));
  self->wall[1] = to_units (self, x + dx, y + dy, is_free (GTK_GESTURE (gesture)));
  self->has_wall = self->wall[0].x != self->wall[1].x || self->wall[0].y != self->wall[1].y;
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

static void
drag_end_cb (BjtDrawingPreview *self,
             double             dx,
             double             dy,
             GtkGestureDrag    *gesture)
{
  drag_update_cb (self, dx, dy, gesture);
  if (hypot (dx, dy) >= LEAST)
    g_signal_emit (self, signals[WALL_CHANGED], 0);
}

void
bjt_drawing_preview_mark_wall (BjtDrawingPreview *self,
                               const BjtPoint     ends[2])
{
  self->wall[0] = ends[0];
  self->wall[1] = ends[1];
  self->has_wall = TRUE;
  gtk_widget_queue_draw (GTK_WIDGET (self));
  g_signal_emit (self, signals[WALL_CHANGED], 0);
}

gboolean
bjt_drawing_preview_get_wall (BjtDrawingPreview *self,
                              BjtPoint           ends[2])
{
  if (!self->has_wall)
    return FALSE;
  ends[0] = self->wall[0];
  ends[1] = self->wall[1];
  return TRUE;
}

/* The object */

void
bjt_drawing_preview_set_layer_shown (BjtDrawingPreview *self,
                                     guint              layer,
                                     gboolean           is_shown)
{
  g_return_if_fail (self->painter != NULL);
  bjt_drawing_painter_set_layer (self->painter, layer, is_shown ? BJT_LAYER_SHOWN : BJT_LAYER_HIDDEN);
  bjt_drawing_index_set_hidden (self->index, layer, !is_shown);
  repaint (self);
}

static void
drop_drawing (BjtDrawingPreview *self)
{
  g_clear_pointer (&self->index, bjt_drawing_index_free);
  g_clear_pointer (&self->painter, bjt_drawing_painter_free);
  g_clear_pointer (&self->drawing, bjt_drawing_unref);
  self->has_wall = FALSE;
}

void
bjt_drawing_preview_set_drawing (BjtDrawingPreview *self,
                                 BjtDrawing        *drawing)
{
  drop_drawing (self);
  self->drawing = bjt_drawing_ref (drawing);
  self->painter = bjt_drawing_painter_new (drawing);
  self->index = bjt_drawing_index_new (drawing);
  repaint (self);
}

static void
bjt_drawing_preview_finalize (GObject *object)
{
  BjtDrawingPreview *self = BJT_DRAWING_PREVIEW (object);

  drop_drawing (self);
  g_clear_pointer (&self->paper, cairo_surface_destroy);
  G_OBJECT_CLASS (bjt_drawing_preview_parent_class)->finalize (object);
}

static void
bjt_drawing_preview_class_init (BjtDrawingPreviewClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = bjt_drawing_preview_finalize;
  widget_class->snapshot = bjt_drawing_preview_snapshot;
  widget_class->size_allocate = bjt_drawing_preview_size_allocate;
  signals[WALL_CHANGED] = g_signal_new ("wall-changed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  gtk_widget_class_set_css_name (widget_class, "drawing-preview");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_IMG);
}

static void
bjt_drawing_preview_init (BjtDrawingPreview *self)
{
  GtkGesture *drag = gtk_gesture_drag_new ();

  g_signal_connect_swapped (drag, "drag-update", G_CALLBACK (drag_update_cb), self);
  g_signal_connect_swapped (drag, "drag-end", G_CALLBACK (drag_end_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (drag));
  gtk_widget_set_overflow (GTK_WIDGET (self), GTK_OVERFLOW_HIDDEN);
  gtk_widget_set_cursor_from_name (GTK_WIDGET (self), "crosshair");
}

GtkWidget *
bjt_drawing_preview_new (void)
{
  return g_object_new (BJT_TYPE_DRAWING_PREVIEW, NULL);
}
