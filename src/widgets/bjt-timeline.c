/* bjt-timeline.c: the heads stay while hours scroll, the hours stay while rows do. It
 * begins with all hours in view, if blocks can be read then. */
#include "bjt-timeline.h"

#include <math.h>

#include "bjt-widgets.h"
#include "paint/bjt-route-sign.h"

#define HEAD_WIDTH 152
#define SCALE_HEIGHT 20
#define HOUR 3600
#define LEAST_SCALE 0.6 /* px a minute */
#define READABLE_SCALE 2.5
#define MOST_SCALE 12.0
#define STEP 1.25

struct _BjtTimeline
{
  GtkWidget parent_instance;

  /* Children */
  GtkWidget         *top, *body;
  GtkBox            *heads;
  GtkWidget         *hours;
  GtkSizeGroup      *widths; /* owned; of the heads and what stands over them */
  GtkWidget         *scroller; /* of the canvas, along */
  BjtTimelineCanvas *canvas;

  /* State */
  gboolean is_zoomed; /* by hand */
};

G_DEFINE_FINAL_TYPE (BjtTimeline, bjt_timeline, GTK_TYPE_WIDGET)

/* Hours */

static void
draw_hours_cb (GtkDrawingArea *area,
               cairo_t        *cr,
               int             width,
               int             height,
               gpointer        user_data)
{
  BjtTimeline           *self = BJT_TIMELINE (user_data);
  BjtGlyphPainter        painter = bjt_widgets_get_glyph_painter (GTK_WIDGET (self));
  const BjtTimelinePlan *plan = bjt_timeline_canvas_get_plan (self->canvas);
  double                 scale = bjt_timeline_canvas_get_scale (self->canvas);

  for (int hour = plan->from; hour <= plan->to; hour += HOUR)
    {
      double x = bjt_timeline_plan_get_x (plan, scale, hour);
      char   text[16];

      g_snprintf (text, sizeof text, scale >= 0.9 ? "%d:00" : "%d", hour / HOUR);
      bjt_palette_set_source (cr, painter.palette->dim_text, 1);
      bjt_text_painter_draw (painter.text, cr, text, &(BjtTextPlace) { CLAMP (x, 14, width - 16), height / 2.0, 0.5, 11, 0, BJT_TEXT_REGULAR });
      cairo_rectangle (cr, floor (x), height - 4, 1, 4);
      bjt_palette_set_source (cr, painter.palette->dim_text, 0.4);
      cairo_fill (cr);
    }
}

static void
update_hours (BjtTimeline *self)
{
  const BjtTimelinePlan *plan = bjt_timeline_canvas_get_plan (self->canvas);

  gtk_drawing_area_set_content_width (GTK_DRAWING_AREA (self->hours), (int) ceil (bjt_timeline_plan_get_width (plan, bjt_timeline_canvas_get_scale (self->canvas))));
  gtk_widget_queue_draw (self->hours);
}

/* Heads */

static void
draw_sign_cb (GtkDrawingArea *area,
              cairo_t        *cr,
              int             width,
              int             height,
              gpointer        worker)
{
  BjtGlyphPainter painter = bjt_widgets_get_glyph_painter (GTK_WIDGET (area));

  bjt_route_sign_draw (cr, painter.text, &(BjtRouteSignPlace) { width / 2.0, height / 2.0, 6, GPOINTER_TO_UINT (worker), NULL });
}

static GtkWidget *
create_head (const BjtTimelineRow *row)
{
  GtkWidget *head = gtk_box_new (GTK_ORIENTATION_VERTICAL, 1), *line = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  GtkWidget *sign = gtk_drawing_area_new (), *name = gtk_label_new (row->name), *text = gtk_label_new (row->text);

  gtk_drawing_area_set_content_width (GTK_DRAWING_AREA (sign), 18);
  gtk_drawing_area_set_content_height (GTK_DRAWING_AREA (sign), 16);
  gtk_drawing_area_set_draw_func (GTK_DRAWING_AREA (sign), draw_sign_cb, GUINT_TO_POINTER (row->worker), NULL);
  gtk_label_set_ellipsize (GTK_LABEL (name), PANGO_ELLIPSIZE_END);
  gtk_label_set_xalign (GTK_LABEL (name), 0);
  gtk_widget_add_css_class (name, "timeline-name");
  gtk_box_append (GTK_BOX (line), sign);
  gtk_box_append (GTK_BOX (line), name);
  gtk_label_set_xalign (GTK_LABEL (text), 0);
  gtk_label_set_ellipsize (GTK_LABEL (text), PANGO_ELLIPSIZE_END);
  gtk_label_set_max_width_chars (GTK_LABEL (text), 18);
  gtk_widget_set_hexpand (name, TRUE);
  gtk_widget_set_tooltip_text (head, row->detail);
  gtk_widget_add_css_class (text, "timeline-text");
  gtk_box_append (GTK_BOX (head), line);
  gtk_box_append (GTK_BOX (head), text);
  gtk_widget_set_size_request (head, HEAD_WIDTH, (int) BJT_TIMELINE_ROW_HEIGHT);
  gtk_widget_add_css_class (head, "timeline-head");
  return head;
}

static void
fill_heads (BjtTimeline *self)
{
  const BjtTimelinePlan *plan = bjt_timeline_canvas_get_plan (self->canvas);
  GtkWidget             *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self->heads))) != NULL)
    gtk_box_remove (self->heads, child);
  for (guint r = 0; r < plan->rows->len; r++)
    gtk_box_append (self->heads, create_head (plan->rows->pdata[r]));
}

/* Zoom */

static double
get_fitting_scale (BjtTimeline *self)
{
  const BjtTimelinePlan *plan = bjt_timeline_canvas_get_plan (self->canvas);
  double width = gtk_widget_get_width (self->scroller) - 2 * BJT_TIMELINE_MARGIN;

  return width > 0 ? width / ((plan->to - plan->from) / 60.0) : READABLE_SCALE;
}

static void
set_scale (BjtTimeline *self,
           double       scale)
{
  scale = CLAMP (scale, LEAST_SCALE, MOST_SCALE);
  if (fabs (scale - bjt_timeline_canvas_get_scale (self->canvas)) < 0.01)
    return;
  bjt_timeline_canvas_set_scale (self->canvas, scale);
  update_hours (self);
}

void
bjt_timeline_zoom (BjtTimeline *self,
                   int          steps)
{
  g_return_if_fail (BJT_IS_TIMELINE (self));
  self->is_zoomed = steps != 0;
  set_scale (self, steps == 0 ? get_fitting_scale (self) : bjt_timeline_canvas_get_scale (self->canvas) * pow (STEP, steps));
}

static gboolean
scroll_cb (BjtTimeline              *self,
           double                    dx,
           double                    dy,
           GtkEventControllerScroll *controller)
{
  if ((gtk_event_controller_get_current_event_state (GTK_EVENT_CONTROLLER (controller)) & GDK_CONTROL_MASK) == 0)
    return GDK_EVENT_PROPAGATE;
  bjt_timeline_zoom (self, dy < 0 ? 1 : -1);
  return GDK_EVENT_STOP;
}

static gboolean
zoom_cb (GtkWidget *widget,
         GVariant  *args,
         gpointer   user_data)
{
  int steps;

  g_variant_get (args, "(i)", &steps);
  bjt_timeline_zoom (BJT_TIMELINE (widget), steps);
  return TRUE;
}

/* What is shown */

BjtTimelineCanvas *
bjt_timeline_get_canvas (BjtTimeline *self)
{
  return self->canvas;
}

void
bjt_timeline_take_plan (BjtTimeline     *self,
                        BjtTimelinePlan *plan)
{
  g_return_if_fail (BJT_IS_TIMELINE (self));
  bjt_timeline_canvas_take_plan (self->canvas, plan);
  if (!self->is_zoomed)
    set_scale (self, fmax (get_fitting_scale (self), READABLE_SCALE));
  fill_heads (self);
  update_hours (self);
}

void
bjt_timeline_show_door (BjtTimeline   *self,
                        const BjtUuid *door_id)
{
  GtkAdjustment *along = gtk_scrolled_window_get_hadjustment (GTK_SCROLLED_WINDOW (self->scroller));
  GtkAdjustment *down = gtk_scrolled_window_get_vadjustment (GTK_SCROLLED_WINDOW (self->body));
  GdkRectangle   area;

  bjt_timeline_canvas_choose (self->canvas, door_id);
  if (door_id == NULL || !bjt_timeline_canvas_get_area (self->canvas, door_id, &area))
    return;
  gtk_adjustment_clamp_page (along, area.x - 40, area.x + area.width + 40);
  gtk_adjustment_clamp_page (down, area.y - BJT_TIMELINE_BLOCK_TOP, area.y + area.height + 6);
}

/* Object */

static void
bjt_timeline_dispose (GObject *object)
{
  BjtTimeline *self = BJT_TIMELINE (object);

  g_clear_pointer (&self->top, gtk_widget_unparent);
  g_clear_pointer (&self->body, gtk_widget_unparent);
  g_clear_object (&self->widths);
  G_OBJECT_CLASS (bjt_timeline_parent_class)->dispose (object);
}

static void
bjt_timeline_class_init (BjtTimelineClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = bjt_timeline_dispose;
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BOX_LAYOUT);
  gtk_widget_class_add_binding (widget_class, GDK_KEY_plus, GDK_CONTROL_MASK, zoom_cb, "(i)", 1);
  gtk_widget_class_add_binding (widget_class, GDK_KEY_equal, GDK_CONTROL_MASK, zoom_cb, "(i)", 1);
  gtk_widget_class_add_binding (widget_class, GDK_KEY_minus, GDK_CONTROL_MASK, zoom_cb, "(i)", -1);
  gtk_widget_class_add_binding (widget_class, GDK_KEY_0, GDK_CONTROL_MASK, zoom_cb, "(i)", 0);
}

static GtkWidget *
create_scroller (GtkWidget    *child,
                 GtkPolicyType along,
                 GtkPolicyType down)
{
  GtkWidget *scroller = gtk_scrolled_window_new ();

  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (scroller), along, down);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scroller), child);
  gtk_widget_set_hexpand (scroller, TRUE);
  return scroller;
}

static void
bjt_timeline_init (BjtTimeline *self)
{
  GtkWidget *row = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 0), *corner = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 0), *over;
  GtkEventController *scroll = gtk_event_controller_scroll_new (GTK_EVENT_CONTROLLER_SCROLL_VERTICAL);

  gtk_orientable_set_orientation (GTK_ORIENTABLE (gtk_widget_get_layout_manager (GTK_WIDGET (self))), GTK_ORIENTATION_VERTICAL);
  self->canvas = BJT_TIMELINE_CANVAS (bjt_timeline_canvas_new ());
  self->heads = GTK_BOX (gtk_box_new (GTK_ORIENTATION_VERTICAL, 0));
  self->hours = gtk_drawing_area_new ();
  gtk_drawing_area_set_content_height (GTK_DRAWING_AREA (self->hours), SCALE_HEIGHT);
  gtk_drawing_area_set_draw_func (GTK_DRAWING_AREA (self->hours), draw_hours_cb, self, NULL);
  self->scroller = create_scroller (GTK_WIDGET (self->canvas), GTK_POLICY_AUTOMATIC, GTK_POLICY_NEVER);
  over = create_scroller (self->hours, GTK_POLICY_EXTERNAL, GTK_POLICY_NEVER);
  gtk_scrolled_window_set_hadjustment (GTK_SCROLLED_WINDOW (over), gtk_scrolled_window_get_hadjustment (GTK_SCROLLED_WINDOW (self->scroller)));
  gtk_widget_set_size_request (corner, HEAD_WIDTH, -1);
  self->widths = gtk_size_group_new (GTK_SIZE_GROUP_HORIZONTAL);
  gtk_size_group_add_widget (self->widths, corner);
  gtk_size_group_add_widget (self->widths, GTK_WIDGET (self->heads));
  self->top = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 0);
  gtk_widget_add_css_class (self->top, "timeline-hours");
  gtk_box_append (GTK_BOX (self->top), corner);
  gtk_box_append (GTK_BOX (self->top), over);
  gtk_widget_set_parent (self->top, GTK_WIDGET (self));
  gtk_widget_set_valign (GTK_WIDGET (self->heads), GTK_ALIGN_START);
  gtk_widget_set_hexpand (GTK_WIDGET (self->heads), FALSE); /* whatever is in it */
  gtk_box_append (GTK_BOX (row), GTK_WIDGET (self->heads));
  gtk_box_append (GTK_BOX (row), self->scroller);
  self->body = create_scroller (row, GTK_POLICY_NEVER, GTK_POLICY_AUTOMATIC);
  gtk_widget_set_vexpand (self->body, TRUE);
  gtk_widget_set_parent (self->body, GTK_WIDGET (self));
  gtk_event_controller_set_propagation_phase (scroll, GTK_PHASE_CAPTURE);
  g_signal_connect_swapped (scroll, "scroll", G_CALLBACK (scroll_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self), scroll);
}

GtkWidget *
bjt_timeline_new (void)
{
  return g_object_new (BJT_TYPE_TIMELINE, NULL);
}
