/* bjt-plan-surface.c: keeps the last painting and moves or scales it with the
 * view until a newer one is there.
 *
 * One painting is under way at a time. It covers the view and a margin around
 * it; a new one is asked for when the view leaves it, the content changes, or
 * the zoom has come to rest.
 *
 * Without a GPU, GTK draws a cairo node by way of a picture as large as the
 * node, made anew each frame, and converts textures pixel by pixel (GTK 4.8).
 * So there the view is cut into strips small enough to stay in the processor's
 * cache, and what lies over the plan is drawn with them. */
#include "bjt-plan-surface.h"

#include "canvas/bjt-frame-memory.h"
#include "paint/bjt-palette.h"

#include <math.h>

#define MARGIN 0.3      /* of the view, on each side */
#define LEAD 0.5        /* of the margin: moved from behind to where the view is going */
#define RESERVE 0.3     /* of the margin: a new painting is asked for when less is left; less than 1 - LEAD */
#define MAX_SIDE 4096   /* logical px of a painting */
#define STRIP 64        /* logical px */
#define ZOOM_REST_MS 60 /* a zoom that pauses this long is at rest */

struct _BjtPlanSurface
{
  GObject parent_instance;

  /* Borrowed */
  GtkWidget *widget;

  /* Owned */
  BjtPaintQueue   *queue;
  BjtPaintContent *content; /* what is wanted */
  BjtPaintContent *shown;   /* what is painted */
  cairo_surface_t *surface; /* the painting */
  GdkTexture      *texture; /* the same; NULL until a GPU asks for it */
  GCancellable    *cancellable;

  /* State */
  BjtPlanFrame view;    /* last drawn */
  BjtPaintJob  painted; /* its content is borrowed */
  BjtPaintJob  job;     /* its content is owned; NULL: nothing under way */
  double       resting_scale;
  guint        rest_timer;
};

G_DEFINE_FINAL_TYPE (BjtPlanSurface, bjt_plan_surface, G_TYPE_OBJECT)

enum
{
  PAINTED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

static void update (BjtPlanSurface *self);

static gboolean
is_same_scale (double a,
               double b)
{
  return fabs (a - b) <= 1e-9 * b;
}

/* @reserve: of the margin, on each side */
static gboolean
covers (const BjtPlanFrame *painted,
        const BjtPlanFrame *view,
        double              reserve)
{
  BjtBox all = bjt_plan_frame_get_box (painted), part = bjt_plan_frame_get_box (view);
  double x = (all.x2 - all.x1 - part.x2 + part.x1) / 2 * reserve, y = (all.y2 - all.y1 - part.y2 + part.y1) / 2 * reserve;

  return all.x1 <= part.x1 - x && all.y1 <= part.y1 - y && all.x2 >= part.x2 + x && all.y2 >= part.y2 + y;
}

/* Taking in a painting */

static void
drop_painting (BjtPlanSurface *self)
{
  g_clear_pointer (&self->surface, cairo_surface_destroy);
  g_clear_object (&self->texture);
  g_clear_pointer (&self->shown, bjt_paint_content_unref);
}

static void
painted_cb (GObject      *source,
            GAsyncResult *result,
            gpointer      user_data)
{
  g_autoptr (BjtPlanSurface) self = user_data;
  cairo_surface_t *surface = bjt_paint_queue_paint_finish (BJT_PAINT_QUEUE (source), result, NULL);

  if (surface != NULL && self->content != NULL)
    {
      drop_painting (self);
      self->surface = surface;
      self->painted = self->job;
      self->shown = bjt_paint_content_ref (self->job.content);
    }
  else
    g_clear_pointer (&surface, cairo_surface_destroy);
  g_clear_pointer (&self->job.content, bjt_paint_content_unref);
  if (self->content == NULL)
    return;
  update (self);
  g_signal_emit (self, signals[PAINTED], 0);
}

/* Asking for one */

/* At whole pixels of the plan: then texts stand where they stood. */
static double
get_middle (double   middle,
            double   painted_middle,
            double   size,
            double   margin,
            double   scale,
            gboolean is_moving)
{
  double lead = is_moving ? CLAMP ((middle - painted_middle) * scale, -LEAD * margin, LEAD * margin) : 0;

  return (floor (middle * scale + lead - size / 2) + size / 2) / scale;
}

static void
request (BjtPlanSurface *self)
{
  const BjtPlanFrame *view = &self->view;
  int                 width = (int) view->width, height = (int) view->height;
  int                 total_width = MIN ((int) (width * (1 + 2 * MARGIN)), MAX (width + 8, MAX_SIDE)) & ~1;
  int                 total_height = MIN ((int) (height * (1 + 2 * MARGIN)), MAX (height + 8, MAX_SIDE)) & ~1;
  const BjtPlanFrame *painted = &self->painted.frame.plan;
  gboolean            is_moving = self->surface != NULL && is_same_scale (painted->scale, view->scale);

  self->job.frame.plan = (BjtPlanFrame) {
    .scale = view->scale,
    .centre = { get_middle (view->centre.x, painted->centre.x, total_width, (total_width - width) / 2.0, view->scale, is_moving),
                get_middle (view->centre.y, painted->centre.y, total_height, (total_height - height) / 2.0, view->scale, is_moving) },
    .width = total_width,
    .height = total_height,
  };
  self->job.width = total_width;
  self->job.height = total_height;
  self->job.scale_factor = gtk_widget_get_scale_factor (self->widget);
  self->job.content = bjt_paint_content_ref (self->content);
  bjt_paint_queue_paint_async (self->queue, &self->job, self->cancellable, painted_cb, g_object_ref (self));
}

static gboolean
rest_cb (gpointer user_data)
{
  BjtPlanSurface *self = user_data;

  self->rest_timer = 0;
  update (self);
  return G_SOURCE_REMOVE;
}

/* A zoom under way is not chased: the painting is scaled until it rests. */
static gboolean
is_at_rest (BjtPlanSurface *self)
{
  if (self->rest_timer == 0 && is_same_scale (self->resting_scale, self->view.scale))
    return TRUE;
  if (!is_same_scale (self->resting_scale, self->view.scale))
    {
      g_clear_handle_id (&self->rest_timer, g_source_remove);
      self->resting_scale = self->view.scale;
      self->rest_timer = g_timeout_add (ZOOM_REST_MS, rest_cb, self);
    }
  return FALSE;
}

static void
update (BjtPlanSurface *self)
{
  const BjtPlanFrame *painted = &self->painted.frame.plan;

  if (self->content == NULL || self->job.content != NULL || self->view.width < 1 || self->view.height < 1 || !gtk_widget_get_mapped (self->widget))
    return;
  if (self->shown == self->content && covers (painted, &self->view, RESERVE) && self->painted.scale_factor == gtk_widget_get_scale_factor (self->widget)
      && (is_same_scale (painted->scale, self->view.scale) || !is_at_rest (self)))
    return;
  request (self);
}

/* Drawing */

static BjtPoint
get_corner (BjtPlanSurface *self)
{
  const BjtPlanFrame *painted = &self->painted.frame.plan;
  double              ratio = self->view.scale / painted->scale;
  BjtPoint            middle = bjt_plan_frame_to_view (&self->view, painted->centre);

  return (BjtPoint) { middle.x - painted->width / 2 * ratio, middle.y - painted->height / 2 * ratio };
}

static void
draw_painting (BjtPlanSurface *self,
               cairo_t        *cr)
{
  double   factor = self->painted.scale_factor, ratio = self->view.scale / self->painted.frame.plan.scale;
  BjtPoint corner = get_corner (self);

  cairo_save (cr);
  if (is_same_scale (self->painted.frame.plan.scale, self->view.scale))
    {
      cairo_set_source_surface (cr, self->surface, round (corner.x * factor) / factor, round (corner.y * factor) / factor);
      cairo_pattern_set_filter (cairo_get_source (cr), CAIRO_FILTER_NEAREST);
    }
  else
    {
      cairo_translate (cr, corner.x, corner.y);
      cairo_scale (cr, ratio, ratio);
      cairo_set_source_surface (cr, self->surface, 0, 0);
      cairo_pattern_set_filter (cairo_get_source (cr), CAIRO_FILTER_BILINEAR);
    }
  cairo_paint (cr);
  cairo_restore (cr);
}

static void
draw_strip (BjtPlanSurface  *self,
            cairo_t         *cr,
            guint32          ground,
            cairo_surface_t *over)
{
  if (self->surface == NULL || !covers (&self->painted.frame.plan, &self->view, 0))
    {
      bjt_palette_set_source (cr, ground, 1);
      cairo_paint (cr);
    }
  if (self->surface != NULL)
    draw_painting (self, cr);
  if (over == NULL)
    return;
  cairo_set_source_surface (cr, over, 0, 0);
  cairo_paint (cr);
}

static void
append_strips (BjtPlanSurface  *self,
               GtkSnapshot     *snapshot,
               guint32          ground,
               cairo_surface_t *over)
{
  int    width = (int) self->view.width, height = (int) self->view.height;
  double x = 0, y = 0, across = 0, down = 0;

  if (over != NULL)
    cairo_recording_surface_ink_extents (over, &x, &y, &across, &down);
  for (int top = 0; top < height; top += STRIP)
    {
      int      high = MIN (STRIP, height - top);
      cairo_t *cr = gtk_snapshot_append_cairo (snapshot, &GRAPHENE_RECT_INIT (0, (float) top, (float) width, (float) high));

      draw_strip (self, cr, ground, down > 0 && y < top + high && y + down > top ? over : NULL);
      cairo_destroy (cr);
    }
}

static void
append_over (BjtPlanSurface  *self,
             GtkSnapshot     *snapshot,
             cairo_surface_t *over)
{
  double           x, y, across, down;
  graphene_rect_t  area, view = GRAPHENE_RECT_INIT (0, 0, (float) self->view.width, (float) self->view.height);
  cairo_t         *cr;

  cairo_recording_surface_ink_extents (over, &x, &y, &across, &down);
  area = GRAPHENE_RECT_INIT ((float) floor (x), (float) floor (y), (float) ceil (across) + 1, (float) ceil (down) + 1);
  if (across <= 0 || !graphene_rect_intersection (&area, &view, &area))
    return;
  cr = gtk_snapshot_append_cairo (snapshot, &area);
  cairo_set_source_surface (cr, over, 0, 0);
  cairo_paint (cr);
  cairo_destroy (cr);
}

static void
append_texture (BjtPlanSurface *self,
                GtkSnapshot    *snapshot)
{
  double   ratio = self->view.scale / self->painted.frame.plan.scale, factor = self->painted.scale_factor;
  BjtPoint corner = get_corner (self);

  if (self->texture == NULL)
    {
      int                height = cairo_image_surface_get_height (self->surface);
      gsize              stride = (gsize) cairo_image_surface_get_stride (self->surface);
      g_autoptr (GBytes) bytes = g_bytes_new_with_free_func (cairo_image_surface_get_data (self->surface), stride * (gsize) height,
                                                             (GDestroyNotify) cairo_surface_destroy, cairo_surface_reference (self->surface));

      self->texture = gdk_memory_texture_new (cairo_image_surface_get_width (self->surface), height, GDK_MEMORY_DEFAULT, bytes, stride);
    }
  if (is_same_scale (ratio, 1))
    corner = (BjtPoint) { round (corner.x * factor) / factor, round (corner.y * factor) / factor };
  gtk_snapshot_append_texture (snapshot, self->texture, &GRAPHENE_RECT_INIT ((float) corner.x, (float) corner.y, (float) (self->painted.width * ratio), (float) (self->painted.height * ratio)));
}

void
bjt_plan_surface_snapshot (BjtPlanSurface     *self,
                           GtkSnapshot        *snapshot,
                           const BjtPlanFrame *view,
                           guint32             ground,
                           cairo_surface_t    *over)
{
  graphene_rect_t area = GRAPHENE_RECT_INIT (0, 0, (float) view->width, (float) view->height);
  GtkNative      *native = gtk_widget_get_native (self->widget);

  self->view = *view;
  update (self);
  if (GSK_IS_CAIRO_RENDERER (gtk_native_get_renderer (native)))
    {
      bjt_frame_memory_keep (native);
      append_strips (self, snapshot, ground, over);
      return;
    }
  gtk_snapshot_push_clip (snapshot, &area);
  gtk_snapshot_append_color (snapshot, &(GdkRGBA) { (float) (ground >> 16) / 255, (float) (ground >> 8 & 0xFF) / 255, (float) (ground & 0xFF) / 255, 1 }, &area);
  if (self->surface != NULL)
    append_texture (self, snapshot);
  if (over != NULL)
    append_over (self, snapshot, over);
  gtk_snapshot_pop (snapshot);
}

gboolean
bjt_plan_surface_is_current (BjtPlanSurface     *self,
                             const BjtPlanFrame *view)
{
  return self->content == NULL
         || (self->shown == self->content && is_same_scale (self->painted.frame.plan.scale, view->scale) && covers (&self->painted.frame.plan, view, 0));
}

/**
 * bjt_plan_surface_set_content:
 * @content: (nullable): what to show; the old stays until it is painted
 */
void
bjt_plan_surface_set_content (BjtPlanSurface  *self,
                              BjtPaintContent *content)
{
  g_clear_pointer (&self->content, bjt_paint_content_unref);
  if (content != NULL)
    self->content = bjt_paint_content_ref (content);
  else
    drop_painting (self);
  update (self);
  gtk_widget_queue_draw (self->widget);
}

static void
bjt_plan_surface_dispose (GObject *object)
{
  BjtPlanSurface *self = BJT_PLAN_SURFACE (object);

  g_cancellable_cancel (self->cancellable);
  g_clear_handle_id (&self->rest_timer, g_source_remove);
  g_clear_object (&self->queue);
  g_clear_pointer (&self->content, bjt_paint_content_unref);
  drop_painting (self);
  G_OBJECT_CLASS (bjt_plan_surface_parent_class)->dispose (object);
}

static void
bjt_plan_surface_finalize (GObject *object)
{
  BjtPlanSurface *self = BJT_PLAN_SURFACE (object);

  g_clear_object (&self->cancellable);
  g_clear_pointer (&self->job.content, bjt_paint_content_unref);
  G_OBJECT_CLASS (bjt_plan_surface_parent_class)->finalize (object);
}

static void
bjt_plan_surface_class_init (BjtPlanSurfaceClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = bjt_plan_surface_dispose;
  G_OBJECT_CLASS (klass)->finalize = bjt_plan_surface_finalize;
  signals[PAINTED] = g_signal_new ("painted", BJT_TYPE_PLAN_SURFACE, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
bjt_plan_surface_init (BjtPlanSurface *self)
{
  self->queue = bjt_paint_queue_new ();
  self->cancellable = g_cancellable_new ();
}

BjtPlanSurface *
bjt_plan_surface_new (GtkWidget *widget)
{
  BjtPlanSurface *self = g_object_new (BJT_TYPE_PLAN_SURFACE, NULL);

  self->widget = widget;
  return self;
}
