/* bjt-canvas-layer.c: keeps the last painting and moves or scales it with the
 * viewport until a newer one is there.
 *
 * One painting is under way at a time. It covers the view and a margin around
 * it; a new one is asked for when the view leaves it, the content changes, or
 * the zoom has come to rest. For a GPU the painting is cut into slices (they
 * share its memory), so that only what is seen is handed over, and shown whole
 * while it is scaled, which leaves no seams.
 *
 * Without a GPU, GTK draws a cairo node by way of a picture as large as the
 * node, made anew each frame: cleared, drawn, laid on the window. So a view is
 * cut into strips small enough to stay in the processor's cache, and canvases
 * that lie on one another are drawn together: the uppermost draws them all. */
#include "bjt-canvas-layer.h"

#include "canvas/bjt-frame-memory.h"
#include "bjt-map-camera.h"

#include <math.h>

#define MARGIN 0.3          /* of the view, on each side */
#define LEAD 0.5            /* of the margin: moved from behind to where the view is going */
#define RESERVE 0.3         /* of the margin: a new painting is asked for when less is left; less than 1 - LEAD */
#define MAX_SIDE 4096       /* logical px of a painting */
#define SLICE 320           /* logical px */
#define STRIP 64            /* logical px */
#define ZOOM_REST_MS 60     /* a zoom that pauses this long is at rest */

struct _BjtCanvasLayer
{
  ShumateLayer parent_instance;

  /* Owned */
  BjtPaintQueue   *queue;
  BjtPaintContent *content; /* what is wanted */
  BjtPaintContent *shown;   /* what is painted; the same as painted.content */
  cairo_surface_t *surface; /* the painting */
  GdkTexture      *whole;   /* the same; NULL until a GPU asks for it */
  GPtrArray       *slices;  /* GdkTexture, by rows */
  GCancellable    *cancellable;
  BjtCanvasLayer  *below;   /* NULL: the ground */

  /* Borrowed */
  BjtCanvasLayer  *above;   /* that draws this one too; NULL: none */

  /* State */
  BjtPaintJob painted;
  BjtPaintJob job;           /* its content is owned; NULL: nothing under way */
  double      resting_scale; /* the scale when the rest timer was started */
  guint       rest_timer;
};

G_DEFINE_FINAL_TYPE (BjtCanvasLayer, bjt_canvas_layer, SHUMATE_TYPE_LAYER)

enum
{
  PAINTED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

static void update (BjtCanvasLayer *self);

static gboolean
is_same_scale (double a,
               double b)
{
  return fabs (a - b) <= 1e-9 * b;
}

/* @reserve: of the margin, on each side */
static gboolean
covers (const BjtMapFrame *painted,
        const BjtMapFrame *view,
        double             reserve)
{
  double x = (painted->box.x2 - painted->box.x1 - view->box.x2 + view->box.x1) / 2 * reserve;
  double y = (painted->box.y2 - painted->box.y1 - view->box.y2 + view->box.y1) / 2 * reserve;

  return painted->box.x1 <= view->box.x1 - x && painted->box.y1 <= view->box.y1 - y
         && painted->box.x2 >= view->box.x2 + x && painted->box.y2 >= view->box.y2 + y;
}

static void
queue_draw (BjtCanvasLayer *self)
{
  for (BjtCanvasLayer *layer = self; layer != NULL; layer = layer->above)
    gtk_widget_queue_draw (GTK_WIDGET (layer));
}

/* Taking in a painting */

static GdkTexture *
make_slice (GBytes *bytes,
            gsize   stride,
            int     x,
            int     y,
            int     width,
            int     height)
{
  gsize               offset = (gsize) y * stride + (gsize) x * 4;
  g_autoptr (GBytes) part = g_bytes_new_from_bytes (bytes, offset, (gsize) (height - 1) * stride + (gsize) width * 4);

  return gdk_memory_texture_new (width, height, GDK_MEMORY_DEFAULT, part, stride);
}

static void
drop_painting (BjtCanvasLayer *self)
{
  g_clear_pointer (&self->surface, cairo_surface_destroy);
  g_clear_object (&self->whole);
  g_ptr_array_set_size (self->slices, 0);
  g_clear_pointer (&self->shown, bjt_paint_content_unref);
}

static void
make_textures (BjtCanvasLayer *self)
{
  int                width = cairo_image_surface_get_width (self->surface), height = cairo_image_surface_get_height (self->surface);
  gsize              stride = (gsize) cairo_image_surface_get_stride (self->surface);
  int                side = SLICE * self->painted.scale_factor;
  g_autoptr (GBytes) bytes = NULL;

  if (self->whole != NULL)
    return;
  bytes = g_bytes_new_with_free_func (cairo_image_surface_get_data (self->surface), stride * (gsize) height,
                                      (GDestroyNotify) cairo_surface_destroy, cairo_surface_reference (self->surface));
  self->whole = gdk_memory_texture_new (width, height, GDK_MEMORY_DEFAULT, bytes, stride);
  for (int y = 0; y < height; y += side)
    for (int x = 0; x < width; x += side)
      g_ptr_array_add (self->slices, make_slice (bytes, stride, x, y, MIN (side, width - x), MIN (side, height - y)));
}

static void
take_surface (BjtCanvasLayer  *self,
              cairo_surface_t *surface)
{
  drop_painting (self);
  self->surface = surface;
  self->painted = self->job;
  self->shown = bjt_paint_content_ref (self->job.content);
}

static void
painted_cb (GObject      *source,
            GAsyncResult *result,
            gpointer      user_data)
{
  g_autoptr (BjtCanvasLayer) self = user_data;
  cairo_surface_t *surface = bjt_paint_queue_paint_finish (BJT_PAINT_QUEUE (source), result, NULL);

  if (surface != NULL && self->content != NULL)
    take_surface (self, surface);
  else
    g_clear_pointer (&surface, cairo_surface_destroy);
  g_clear_pointer (&self->job.content, bjt_paint_content_unref);
  if (self->content == NULL)
    return;
  queue_draw (self);
  update (self);
  if (bjt_canvas_layer_is_current (self))
    g_signal_emit (self, signals[PAINTED], 0);
}

/* Asking for one */

/* Where the view went it will go on: how far it has moved from the middle of
 * the painting, as far as the margin allows. */
static double
get_lead (double painted_middle,
          double middle,
          double margin)
{
  return CLAMP (middle - painted_middle, -LEAD * margin, LEAD * margin);
}

static void
request (BjtCanvasLayer    *self,
         const BjtMapFrame *view)
{
  int    width = gtk_widget_get_width (GTK_WIDGET (self)), height = gtk_widget_get_height (GTK_WIDGET (self));
  int    total_width = MIN ((int) (width * (1 + 2 * MARGIN)), MAX (width + 8, MAX_SIDE));
  int    total_height = MIN ((int) (height * (1 + 2 * MARGIN)), MAX (height + 8, MAX_SIDE));
  double margin_x = (total_width - width) / 2.0, margin_y = (total_height - height) / 2.0;
  double left = -view->x - margin_x, top = -view->y - margin_y;

  if (self->surface != NULL && is_same_scale (self->painted.frame.map.scale, view->scale))
    {
      left += get_lead (self->painted.width / 2.0 - self->painted.frame.map.x, width / 2.0 - view->x, margin_x);
      top += get_lead (self->painted.height / 2.0 - self->painted.frame.map.y, height / 2.0 - view->y, margin_y);
    }
  left = floor (left);
  top = floor (top);

  /* At whole pixels of the world: then labels stand where they stood. */
  bjt_map_frame_init_view (&self->job.frame.map,
                           (BjtPoint) { (left + total_width / 2.0) / view->scale, (top + total_height / 2.0) / view->scale },
                           view->scale, total_width, total_height);
  self->job.width = total_width;
  self->job.height = total_height;
  self->job.scale_factor = gtk_widget_get_scale_factor (GTK_WIDGET (self));
  self->job.content = bjt_paint_content_ref (self->content);
  bjt_paint_queue_paint_async (self->queue, &self->job, self->cancellable, painted_cb, g_object_ref (self));
}

static gboolean
rest_cb (gpointer user_data)
{
  BjtCanvasLayer *self = user_data;

  self->rest_timer = 0;
  update (self);
  return G_SOURCE_REMOVE;
}

/* A zoom under way is not chased: the painting is scaled until it rests. */
static gboolean
is_at_rest (BjtCanvasLayer    *self,
            const BjtMapFrame *view)
{
  if (self->rest_timer == 0 && is_same_scale (self->resting_scale, view->scale))
    return TRUE;
  if (!is_same_scale (self->resting_scale, view->scale))
    {
      g_clear_handle_id (&self->rest_timer, g_source_remove);
      self->resting_scale = view->scale;
      self->rest_timer = g_timeout_add (ZOOM_REST_MS, rest_cb, self);
    }
  return FALSE;
}

static void
update (BjtCanvasLayer *self)
{
  BjtMapFrame view;

  if (self->content == NULL || self->job.content != NULL || gtk_widget_get_width (GTK_WIDGET (self)) <= 0 || !gtk_widget_get_mapped (GTK_WIDGET (self)))
    return;
  bjt_map_camera_get_frame (shumate_layer_get_viewport (SHUMATE_LAYER (self)), GTK_WIDGET (self), &view);
  if (self->shown == self->content && covers (&self->painted.frame.map, &view, RESERVE)
      && self->painted.scale_factor == gtk_widget_get_scale_factor (GTK_WIDGET (self))
      && (is_same_scale (self->painted.frame.map.scale, view.scale) || !is_at_rest (self, &view)))
    return;
  request (self, &view);
}

/* Drawing */

static void
append_slices (BjtCanvasLayer    *self,
               GtkSnapshot       *snapshot,
               const BjtMapFrame *view)
{
  double factor = self->painted.scale_factor;
  double x0 = round ((view->x - self->painted.frame.map.x) * factor) / factor, y0 = round ((view->y - self->painted.frame.map.y) * factor) / factor;
  double width = gtk_widget_get_width (GTK_WIDGET (self)), height = gtk_widget_get_height (GTK_WIDGET (self));
  guint  i = 0;

  for (int y = 0; y < self->painted.height; y += SLICE)
    for (int x = 0; x < self->painted.width; x += SLICE, i++)
      {
        double w = MIN (SLICE, self->painted.width - x), h = MIN (SLICE, self->painted.height - y);

        if (x0 + x < width && y0 + y < height && x0 + x + w > 0 && y0 + y + h > 0)
          gtk_snapshot_append_texture (snapshot, g_ptr_array_index (self->slices, i),
                                       &GRAPHENE_RECT_INIT ((float) (x0 + x), (float) (y0 + y), (float) w, (float) h));
      }
}

static void
append_whole (BjtCanvasLayer    *self,
              GtkSnapshot       *snapshot,
              const BjtMapFrame *view)
{
  double   ratio = view->scale / self->painted.frame.map.scale;
  BjtPoint corner = bjt_map_frame_project (view, (BjtPoint) { self->painted.frame.map.box.x1, self->painted.frame.map.box.y1 });

  gtk_snapshot_append_texture (snapshot, self->whole,
                               &GRAPHENE_RECT_INIT ((float) corner.x, (float) corner.y, (float) (self->painted.width * ratio), (float) (self->painted.height * ratio)));
}

/* A texture would be converted pixel by pixel each frame (GTK 4.8); cairo moves
 * a surface of its own at the speed of memory. */
static void
draw_surface (BjtCanvasLayer    *self,
              cairo_t           *cr,
              const BjtMapFrame *view)
{
  double factor = self->painted.scale_factor;

  if (self->surface == NULL)
    return;
  cairo_save (cr);
  if (is_same_scale (self->painted.frame.map.scale, view->scale))
    {
      cairo_set_source_surface (cr, self->surface, round ((view->x - self->painted.frame.map.x) * factor) / factor,
                                round ((view->y - self->painted.frame.map.y) * factor) / factor);
      cairo_pattern_set_filter (cairo_get_source (cr), CAIRO_FILTER_NEAREST);
    }
  else
    {
      double   ratio = view->scale / self->painted.frame.map.scale;
      BjtPoint corner = bjt_map_frame_project (view, (BjtPoint) { self->painted.frame.map.box.x1, self->painted.frame.map.box.y1 });

      cairo_translate (cr, corner.x, corner.y);
      cairo_scale (cr, ratio, ratio);
      cairo_set_source_surface (cr, self->surface, 0, 0);
      cairo_pattern_set_filter (cairo_get_source (cr), CAIRO_FILTER_BILINEAR);
    }
  if (self->below == NULL)
    cairo_set_operator (cr, CAIRO_OPERATOR_SOURCE); /* nothing is there yet */
  cairo_paint (cr);
  cairo_restore (cr);
}

static void
draw_all (BjtCanvasLayer    *self,
          cairo_t           *cr,
          const BjtMapFrame *view)
{
  if (self->below != NULL)
    draw_all (self->below, cr, view);
  draw_surface (self, cr, view);
}

static void
append_strips (BjtCanvasLayer    *self,
               GtkSnapshot       *snapshot,
               const BjtMapFrame *view)
{
  int width = gtk_widget_get_width (GTK_WIDGET (self)), height = gtk_widget_get_height (GTK_WIDGET (self));

  for (int y = 0; y < height; y += STRIP)
    {
      cairo_t *cr = gtk_snapshot_append_cairo (snapshot, &GRAPHENE_RECT_INIT (0, (float) y, (float) width, (float) MIN (STRIP, height - y)));

      draw_all (self, cr, view);
      cairo_destroy (cr);
    }
}

static void
bjt_canvas_layer_snapshot (GtkWidget   *widget,
                           GtkSnapshot *snapshot)
{
  BjtCanvasLayer *self = BJT_CANVAS_LAYER (widget);
  BjtMapFrame     view;

  update (self);
  bjt_map_camera_get_frame (shumate_layer_get_viewport (SHUMATE_LAYER (self)), widget, &view);
  if (GSK_IS_CAIRO_RENDERER (gtk_native_get_renderer (gtk_widget_get_native (widget))))
    {
      if (self->above == NULL)
        append_strips (self, snapshot, &view);
      return;
    }
  if (self->surface == NULL)
    return;
  make_textures (self);
  gtk_snapshot_push_clip (snapshot, &GRAPHENE_RECT_INIT (0, 0, (float) gtk_widget_get_width (widget), (float) gtk_widget_get_height (widget)));
  if (is_same_scale (self->painted.frame.map.scale, view.scale))
    append_slices (self, snapshot, &view);
  else
    append_whole (self, snapshot, &view);
  gtk_snapshot_pop (snapshot);
}

static void
bjt_canvas_layer_realize (GtkWidget *widget)
{
  GTK_WIDGET_CLASS (bjt_canvas_layer_parent_class)->realize (widget);
  bjt_frame_memory_keep (gtk_widget_get_native (widget));
}

static void
bjt_canvas_layer_constructed (GObject *object)
{
  G_OBJECT_CLASS (bjt_canvas_layer_parent_class)->constructed (object);
  g_signal_connect_object (shumate_layer_get_viewport (SHUMATE_LAYER (object)), "notify",
                           G_CALLBACK (gtk_widget_queue_draw), object, G_CONNECT_SWAPPED);
}

static void
bjt_canvas_layer_dispose (GObject *object)
{
  BjtCanvasLayer *self = BJT_CANVAS_LAYER (object);

  g_cancellable_cancel (self->cancellable);
  g_clear_handle_id (&self->rest_timer, g_source_remove);
  g_clear_object (&self->queue);
  if (self->below != NULL)
    self->below->above = NULL;
  g_clear_object (&self->below);
  g_clear_pointer (&self->content, bjt_paint_content_unref);
  drop_painting (self);
  G_OBJECT_CLASS (bjt_canvas_layer_parent_class)->dispose (object);
}

static void
bjt_canvas_layer_finalize (GObject *object)
{
  BjtCanvasLayer *self = BJT_CANVAS_LAYER (object);

  g_clear_object (&self->cancellable);
  g_clear_pointer (&self->job.content, bjt_paint_content_unref);
  g_clear_pointer (&self->slices, g_ptr_array_unref);
  G_OBJECT_CLASS (bjt_canvas_layer_parent_class)->finalize (object);
}

static void
bjt_canvas_layer_class_init (BjtCanvasLayerClass *klass)
{
  G_OBJECT_CLASS (klass)->constructed = bjt_canvas_layer_constructed;
  G_OBJECT_CLASS (klass)->dispose = bjt_canvas_layer_dispose;
  G_OBJECT_CLASS (klass)->finalize = bjt_canvas_layer_finalize;
  GTK_WIDGET_CLASS (klass)->realize = bjt_canvas_layer_realize;
  GTK_WIDGET_CLASS (klass)->snapshot = bjt_canvas_layer_snapshot;
  signals[PAINTED] = g_signal_new ("painted", BJT_TYPE_CANVAS_LAYER, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
bjt_canvas_layer_init (BjtCanvasLayer *self)
{
  self->slices = g_ptr_array_new_with_free_func (g_object_unref);
  self->cancellable = g_cancellable_new ();
  gtk_widget_set_can_target (GTK_WIDGET (self), FALSE);
}

BjtCanvasLayer *
bjt_canvas_layer_new (ShumateViewport *viewport,
                      BjtPaintQueue   *queue)
{
  BjtCanvasLayer *self = g_object_new (BJT_TYPE_CANVAS_LAYER, "viewport", viewport, NULL);

  self->queue = g_object_ref (queue);
  return self;
}

/**
 * bjt_canvas_layer_set_content:
 * @content: (nullable): what to show; the old stays until it is painted
 */
void
bjt_canvas_layer_set_content (BjtCanvasLayer  *self,
                              BjtPaintContent *content)
{
  g_clear_pointer (&self->content, bjt_paint_content_unref);
  if (content != NULL)
    self->content = bjt_paint_content_ref (content);
  else
    drop_painting (self);
  queue_draw (self);
}

/**
 * bjt_canvas_layer_lay_on:
 * @below: the canvas of the same map next below; nothing may be drawn between
 *   the two
 *
 * Together they cost little more than one.
 */
void
bjt_canvas_layer_lay_on (BjtCanvasLayer *self,
                         BjtCanvasLayer *below)
{
  g_return_if_fail (self->below == NULL && below->above == NULL);
  self->below = g_object_ref (below);
  below->above = self;
}

gboolean
bjt_canvas_layer_is_current (BjtCanvasLayer *self)
{
  BjtMapFrame view;

  if (self->content == NULL)
    return TRUE;
  bjt_map_camera_get_frame (shumate_layer_get_viewport (SHUMATE_LAYER (self)), GTK_WIDGET (self), &view);
  return self->shown == self->content && is_same_scale (self->painted.frame.map.scale, view.scale) && covers (&self->painted.frame.map, &view, 0);
}
