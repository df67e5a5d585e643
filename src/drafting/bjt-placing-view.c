/* bjt-placing-view.c: painted once a zoom; drags pan, the wheel zooms, clicks set
 * points. Main thread only. */
#include "bjt-placing-view.h"

#include "canvas/bjt-tool-pen.h"
#include "plan/bjt-drawing-index.h"
#include "plan/bjt-plan-backdrop.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#define MARGIN 24.0
#define REACH 12.0 /* px */
#define STEP 1.25  /* of the wheel */

struct _BjtPlacingView
{
  GtkWidget parent_instance;

  /* Owned */
  BjtPlacing      *placing;
  BjtPlanPainter  *painter;
  GPtrArray       *shapes;    /* BjtGeometry */
  GPtrArray       *backdrops; /* BjtPlanBackdrop; NULL: none */
  GPtrArray       *indexes;   /* BjtDrawingIndex, of the backdrops */
  cairo_surface_t *paper;     /* NULL: to be painted */

  /* State */
  BjtPlanFrame frame;
  BjtPoint     centre; /* when the drag began */
  BjtPoint     pointer;
};

G_DEFINE_FINAL_TYPE (BjtPlacingView, bjt_placing_view, GTK_TYPE_WIDGET)

/* Painting */

static void
repaint (BjtPlacingView *self)
{
  g_clear_pointer (&self->paper, cairo_surface_destroy);
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

static void
paint_paper (BjtPlacingView *self)
{
  int      factor = gtk_widget_get_scale_factor (GTK_WIDGET (self));
  cairo_t *cr;

  self->paper = cairo_image_surface_create (CAIRO_FORMAT_RGB24, (int) self->frame.width * factor, (int) self->frame.height * factor);
  cairo_surface_set_device_scale (self->paper, factor, factor);
  cr = cairo_create (self->paper);
  cairo_set_source_rgb (cr, 1, 1, 1);
  cairo_paint (cr);
  bjt_plan_painter_paint (self->painter, cr, &self->frame, 1);
  cairo_destroy (cr);
}

static void
draw_end (BjtPlacingView *self,
          cairo_t        *cr,
          guint           pair)
{
  const BjtPlacingPair *of = bjt_placing_get_pair (self->placing, pair);
  BjtPoint              at = bjt_plan_frame_to_view (&self->frame, of->point.plan);
  g_autofree char      *number = g_strdup_printf (bjt_placing_get_suspect (self->placing) == pair ? "%u ?" : "%u", pair + 1);

  if (!of->has_plan)
    return;
  bjt_tool_pen_draw_knob (cr, at, !of->has_ground);
  bjt_tool_pen_draw_label (cr, (BjtPoint) { at.x, at.y - 16 }, number);
}

static void
bjt_placing_view_snapshot (GtkWidget   *widget,
                           GtkSnapshot *snapshot)
{
  BjtPlacingView *self = BJT_PLACING_VIEW (widget);
  graphene_rect_t bounds = GRAPHENE_RECT_INIT (0, 0, (float) self->frame.width, (float) self->frame.height);
  cairo_t        *cr;

  if (self->frame.width < 1 || self->frame.height < 1)
    return;
  if (self->paper == NULL)
    paint_paper (self);
  cr = gtk_snapshot_append_cairo (snapshot, &bounds);
  cairo_set_source_surface (cr, self->paper, 0, 0);
  cairo_paint (cr);
  for (guint i = 0; i < bjt_placing_get_n_pairs (self->placing); i++)
    draw_end (self, cr, i);
  cairo_destroy (cr);
}

static void
bjt_placing_view_size_allocate (GtkWidget *widget,
                                int        width,
                                int        height,
                                int        baseline)
{
  BjtPlacingView *self = BJT_PLACING_VIEW (widget);
  BjtBox          box = bjt_placing_get_outline (self->placing);
  gboolean        is_first = self->frame.width < 1;

  self->frame.width = width;
  self->frame.height = height;
  if (is_first)
    bjt_plan_frame_fit (&self->frame, &box, MARGIN);
  repaint (self);
}

/**
 * bjt_placing_view_paint_ghost:
 *
 * Returns: (transfer full): what lies within the plan's outline
 */
cairo_surface_t *
bjt_placing_view_paint_ghost (BjtPlacingView *self,
                              int             longer_side)
{
  BjtBox           box = bjt_placing_get_outline (self->placing);
  double           width = box.x2 - box.x1, height = box.y2 - box.y1, scale = longer_side / fmax (fmax (width, height), 1e-6);
  BjtPlanFrame     frame = { scale, { (box.x1 + box.x2) / 2, (box.y1 + box.y2) / 2 }, fmax (1, width * scale), fmax (1, height * scale) };
  cairo_surface_t *ghost = cairo_image_surface_create (CAIRO_FORMAT_ARGB32, (int) ceil (frame.width), (int) ceil (frame.height));
  cairo_t         *cr = cairo_create (ghost);

  bjt_plan_painter_paint (self->painter, cr, &frame, 1);
  cairo_destroy (cr);
  return ghost;
}

/* Corners */

static void
consider (BjtPoint  corner,
          BjtPoint  at,
          double   *reach,
          BjtPoint *best)
{
  double distance = hypot (corner.x - at.x, corner.y - at.y);

  if (distance > *reach)
    return;
  *reach = distance;
  *best = corner;
}

static BjtPoint
catch_corner (BjtPlacingView *self,
              BjtPoint        at)
{
  double         reach = REACH / self->frame.scale;
  BjtPoint       best = at;
  BjtDrawingSnap snap;

  for (guint i = 0; i < self->shapes->len; i++)
    {
      const BjtGeometry *shape = self->shapes->pdata[i];

      for (guint p = 0; p < shape->n_points; p++)
        consider (shape->points[p], at, &reach, &best);
    }
  for (guint i = 0; i < self->indexes->len; i++)
    {
      const BjtPlanBackdrop *backdrop = self->backdrops->pdata[i];
      BjtPoint               units = bjt_plan_backdrop_to_drawing (backdrop, at);

      if (bjt_drawing_index_snap (self->indexes->pdata[i], units.x, units.y, reach / backdrop->record->scale, &snap) && snap.kind == BJT_SNAP_VERTEX)
        consider (bjt_plan_backdrop_to_plan (backdrop, snap.at), at, &reach, &best);
    }
  return best;
}

/* The pointer */

static void
released_cb (BjtPlacingView  *self,
             int              n_press,
             double           x,
             double           y,
             GtkGestureClick *gesture)
{
  BjtPoint at = bjt_plan_frame_to_plan (&self->frame, (BjtPoint) { x, y });
  gboolean is_free = (gtk_event_controller_get_current_event_state (GTK_EVENT_CONTROLLER (gesture)) & GDK_CONTROL_MASK) != 0;

  bjt_placing_add_plan_end (self->placing, is_free ? at : catch_corner (self, at));
}

static void
drag_begin_cb (BjtPlacingView *self)
{
  self->centre = self->frame.centre;
}

static void
drag_update_cb (BjtPlacingView *self,
                double          dx,
                double          dy,
                GtkGesture     *gesture)
{
  if (hypot (dx, dy) < 6)
    return;
  gtk_gesture_set_state (gesture, GTK_EVENT_SEQUENCE_CLAIMED);
  self->frame.centre = (BjtPoint) { self->centre.x - dx / self->frame.scale, self->centre.y + dy / self->frame.scale };
  repaint (self);
}

static void
motion_cb (BjtPlacingView *self,
           double          x,
           double          y)
{
  self->pointer = (BjtPoint) { x, y };
}

static gboolean
scroll_cb (BjtPlacingView *self,
           double          dx,
           double          dy)
{
  bjt_plan_frame_zoom_at (&self->frame, self->pointer.x, self->pointer.y, pow (STEP, -dy));
  repaint (self);
  return TRUE;
}

/* The object */

static void
bjt_placing_view_finalize (GObject *object)
{
  BjtPlacingView *self = BJT_PLACING_VIEW (object);

  g_clear_object (&self->placing);
  g_clear_pointer (&self->painter, bjt_plan_painter_free);
  g_clear_pointer (&self->shapes, g_ptr_array_unref);
  g_clear_pointer (&self->indexes, g_ptr_array_unref);
  g_clear_pointer (&self->backdrops, g_ptr_array_unref);
  g_clear_pointer (&self->paper, cairo_surface_destroy);
  G_OBJECT_CLASS (bjt_placing_view_parent_class)->finalize (object);
}

static void
bjt_placing_view_class_init (BjtPlacingViewClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = bjt_placing_view_finalize;
  widget_class->snapshot = bjt_placing_view_snapshot;
  widget_class->size_allocate = bjt_placing_view_size_allocate;
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_IMG);
}

static void
bjt_placing_view_init (BjtPlacingView *self)
{
  GtkGesture         *click = gtk_gesture_click_new (), *drag = gtk_gesture_drag_new ();
  GtkEventController *motion = gtk_event_controller_motion_new ();
  GtkEventController *scroll = gtk_event_controller_scroll_new (GTK_EVENT_CONTROLLER_SCROLL_VERTICAL);

  g_signal_connect_swapped (click, "released", G_CALLBACK (released_cb), self);
  g_signal_connect_swapped (drag, "drag-begin", G_CALLBACK (drag_begin_cb), self);
  g_signal_connect_swapped (drag, "drag-update", G_CALLBACK (drag_update_cb), self);
  g_signal_connect_swapped (motion, "motion", G_CALLBACK (motion_cb), self);
  g_signal_connect_swapped (scroll, "scroll", G_CALLBACK (scroll_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (click));
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (drag));
  gtk_widget_add_controller (GTK_WIDGET (self), motion);
  gtk_widget_add_controller (GTK_WIDGET (self), scroll);
  gtk_widget_set_overflow (GTK_WIDGET (self), GTK_OVERFLOW_HIDDEN);
  gtk_widget_set_cursor_from_name (GTK_WIDGET (self), "crosshair");
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, _("The plan that is placed; click its corners"), -1);
}

GtkWidget *
bjt_placing_view_new (BjtPlacing     *placing,
                      BjtPlanPainter *painter,
                      GPtrArray      *shapes,
                      GPtrArray      *backdrops)
{
  BjtPlacingView *self = g_object_new (BJT_TYPE_PLACING_VIEW, NULL);

  self->placing = g_object_ref (placing);
  self->painter = painter;
  self->shapes = g_ptr_array_ref (shapes);
  self->backdrops = backdrops != NULL ? g_ptr_array_ref (backdrops) : NULL;
  self->indexes = g_ptr_array_new_with_free_func ((GDestroyNotify) bjt_drawing_index_free);
  for (guint i = 0; backdrops != NULL && i < backdrops->len; i++)
    g_ptr_array_add (self->indexes, bjt_drawing_index_new (((BjtPlanBackdrop *) backdrops->pdata[i])->drawing));
  g_signal_connect_object (placing, "changed", G_CALLBACK (gtk_widget_queue_draw), self, G_CONNECT_SWAPPED);
  return GTK_WIDGET (self);
}
