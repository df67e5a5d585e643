/* bjt-plan-surface.c: one painting is under way at a time. A new one is asked
 * for when the view leaves the last, the painter is another, or the zoom has
 * come to rest; until it is there the last is moved or scaled.
 *
 * A painter keeps what it found out, so one serves until the plan changes; it
 * lives on the paint thread alone. Main thread only. */
#include "bjt-plan-surface.h"

#include <math.h>

#include "canvas/bjt-paint-queue.h"

#define MARGIN 0.3      /* of the view, on each side */
#define RESERVE 0.3     /* of the margin: a new painting is asked for when less is left */
#define MAX_SIDE 4096   /* logical px */
#define ZOOM_REST_MS 60 /* a zoom that pauses this long is at rest */

/* What the paint thread has to paint; shared by its jobs. */
typedef struct
{
  BjtPlanPainter *painter;
  guint32         ground;
} Scene;

typedef struct
{
  Scene       *scene;
  BjtPlanFrame frame;
} Job;

struct _BjtPlanSurface
{
  GObject parent_instance;

  /* Owned */
  BjtPaintQueue   *queue;
  GCancellable    *cancellable;
  Scene           *scene;  /* what is wanted */
  Scene           *shown;  /* what is painted */
  cairo_surface_t *surface;
  GdkTexture      *texture; /* the same; NULL until a GPU asks */

  /* State */
  BjtPlanFrame painted, asked;
  int          painted_factor, asked_factor;
  Scene       *asked_scene;   /* owned; NULL: nothing is under way */
  double       resting_scale; /* the scale when the rest timer was started */
  guint        rest_timer;
};

G_DEFINE_FINAL_TYPE (BjtPlanSurface, bjt_plan_surface, G_TYPE_OBJECT)

static guint painted_signal;

static void
scene_clear (gpointer data)
{
  bjt_plan_painter_free (((Scene *) data)->painter);
}

static void
scene_unref (gpointer scene)
{
  g_atomic_rc_box_release_full (scene, scene_clear);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Scene, scene_unref)

static void
job_free (gpointer data)
{
  Job *job = data;

  scene_unref (job->scene);
  g_free (job);
}

/* On the paint thread. */
static void
paint_job (gpointer           data,
           cairo_t           *cr,
           const BjtMapFrame *unused)
{
  Job *job = data;

  bjt_palette_set_source (cr, job->scene->ground, 1);
  cairo_paint (cr);
  bjt_plan_painter_paint (job->scene->painter, cr, &job->frame, 1);
}

static gboolean
is_same_scale (double a,
               double b)
{
  return fabs (a - b) <= 1e-9 * b;
}

static gboolean
covers (const BjtPlanFrame *painted,
        const BjtPlanFrame *view,
        double              reserve)
{
  BjtBox outer = bjt_plan_frame_get_box (painted), inner = bjt_plan_frame_get_box (view);
  double x = (outer.x2 - outer.x1 - inner.x2 + inner.x1) / 2 * reserve, y = (outer.y2 - outer.y1 - inner.y2 + inner.y1) / 2 * reserve;

  return outer.x1 <= inner.x1 - x && outer.y1 <= inner.y1 - y && outer.x2 >= inner.x2 + x && outer.y2 >= inner.y2 + y;
}

static void
drop_painting (BjtPlanSurface *self)
{
  g_clear_pointer (&self->surface, cairo_surface_destroy);
  g_clear_object (&self->texture);
  g_clear_pointer (&self->shown, scene_unref);
}

static void
painted_cb (GObject      *source,
            GAsyncResult *result,
            gpointer      user_data)
{
  g_autoptr (BjtPlanSurface) self = user_data;
  cairo_surface_t *surface = bjt_paint_queue_paint_finish (BJT_PAINT_QUEUE (source), result, NULL);
  g_autoptr (Scene) scene = g_steal_pointer (&self->asked_scene);

  if (surface == NULL || self->scene == NULL)
    {
      g_clear_pointer (&surface, cairo_surface_destroy);
      return;
    }
  drop_painting (self);
  self->surface = surface;
  self->shown = g_steal_pointer (&scene);
  self->painted = self->asked;
  self->painted_factor = self->asked_factor;
  g_signal_emit (self, painted_signal, 0);
}

static void
request (BjtPlanSurface     *self,
         const BjtPlanFrame *view,
         int                 scale_factor)
{
  Job        *job = g_new0 (Job, 1);
  BjtPaintJob ask = { .width = (int) MIN (view->width * (1 + 2 * MARGIN), MAX (view->width + 8, MAX_SIDE)),
                      .height = (int) MIN (view->height * (1 + 2 * MARGIN), MAX (view->height + 8, MAX_SIDE)),
                      .scale_factor = scale_factor };
  g_autoptr (BjtPaintContent) content = NULL;

  self->asked = *view;
  self->asked.width = ask.width;
  self->asked.height = ask.height;
  self->asked_factor = scale_factor;
  self->asked_scene = g_atomic_rc_box_acquire (self->scene);
  job->scene = g_atomic_rc_box_acquire (self->scene);
  job->frame = self->asked;
  ask.content = content = bjt_paint_content_new (paint_job, job, job_free);
  bjt_paint_queue_paint_async (self->queue, &ask, self->cancellable, painted_cb, g_object_ref (self));
}

static gboolean
rest_cb (gpointer user_data)
{
  BjtPlanSurface *self = user_data;

  self->rest_timer = 0;
  g_signal_emit (self, painted_signal, 0); /* drawn again, it asks */
  return G_SOURCE_REMOVE;
}

/* A zoom under way is not chased: the painting is scaled until it rests. */
static gboolean
is_at_rest (BjtPlanSurface     *self,
            const BjtPlanFrame *view)
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

void
bjt_plan_surface_update (BjtPlanSurface     *self,
                         const BjtPlanFrame *view,
                         int                 scale_factor)
{
  if (self->scene == NULL || self->asked_scene != NULL || view->width <= 0 || view->height <= 0)
    return;
  if (self->shown == self->scene && self->painted_factor == scale_factor && covers (&self->painted, view, RESERVE)
      && (is_same_scale (self->painted.scale, view->scale) || !is_at_rest (self, view)))
    return;
  request (self, view, scale_factor);
}

gboolean
bjt_plan_surface_is_current (BjtPlanSurface     *self,
                             const BjtPlanFrame *view)
{
  return self->shown == self->scene
         && (self->scene == NULL || (is_same_scale (self->painted.scale, view->scale) && covers (&self->painted, view, 0)));
}

/* Drawing */

/* Where the painting's upper left corner lies in the view, px. */
static BjtPoint
get_corner (BjtPlanSurface     *self,
            const BjtPlanFrame *view)
{
  return bjt_plan_frame_to_view (view, bjt_plan_frame_to_plan (&self->painted, (BjtPoint) { 0, 0 }));
}

void
bjt_plan_surface_draw (BjtPlanSurface     *self,
                       cairo_t            *cr,
                       const BjtPlanFrame *view)
{
  BjtPoint corner;
  double   factor = self->painted_factor;

  if (self->surface == NULL)
    return;
  corner = get_corner (self, view);
  cairo_save (cr);
  if (is_same_scale (self->painted.scale, view->scale))
    {
      cairo_set_source_surface (cr, self->surface, round (corner.x * factor) / factor, round (corner.y * factor) / factor);
      cairo_pattern_set_filter (cairo_get_source (cr), CAIRO_FILTER_NEAREST);
    }
  else
    {
      cairo_translate (cr, corner.x, corner.y);
      cairo_scale (cr, view->scale / self->painted.scale, view->scale / self->painted.scale);
      cairo_set_source_surface (cr, self->surface, 0, 0);
      cairo_pattern_set_filter (cairo_get_source (cr), CAIRO_FILTER_BILINEAR);
    }
  cairo_paint (cr);
  cairo_restore (cr);
}

void
bjt_plan_surface_snapshot (BjtPlanSurface     *self,
                           GtkSnapshot        *snapshot,
                           const BjtPlanFrame *view)
{
  double   ratio = view->scale / self->painted.scale;
  BjtPoint corner;

  if (self->surface == NULL)
    return;
  corner = get_corner (self, view);
  if (self->texture == NULL)
    {
      gsize              stride = (gsize) cairo_image_surface_get_stride (self->surface);
      int                height = cairo_image_surface_get_height (self->surface);
      g_autoptr (GBytes) bytes = g_bytes_new_with_free_func (cairo_image_surface_get_data (self->surface), stride * (gsize) height,
                                                             (GDestroyNotify) cairo_surface_destroy, cairo_surface_reference (self->surface));

      self->texture = gdk_memory_texture_new (cairo_image_surface_get_width (self->surface), height, GDK_MEMORY_DEFAULT, bytes, stride);
    }
  gtk_snapshot_append_texture (snapshot, self->texture,
                               &GRAPHENE_RECT_INIT ((float) corner.x, (float) corner.y, (float) (self->painted.width * ratio), (float) (self->painted.height * ratio)));
}

/* The object */

/**
 * bjt_plan_surface_set_painter:
 * @ground: 0xRRGGBB, under the plan
 *
 * What is on the screen stays until the new is painted.
 */
void
bjt_plan_surface_set_painter (BjtPlanSurface *self,
                              BjtPlanPainter *painter,
                              guint32         ground)
{
  g_clear_pointer (&self->scene, scene_unref);
  if (painter == NULL)
    {
      drop_painting (self);
      return;
    }
  self->scene = g_atomic_rc_box_new0 (Scene);
  self->scene->painter = painter;
  self->scene->ground = ground;
}

static void
bjt_plan_surface_dispose (GObject *object)
{
  BjtPlanSurface *self = BJT_PLAN_SURFACE (object);

  g_cancellable_cancel (self->cancellable);
  g_clear_handle_id (&self->rest_timer, g_source_remove);
  g_clear_pointer (&self->scene, scene_unref);
  drop_painting (self);
  g_clear_object (&self->queue);
  G_OBJECT_CLASS (bjt_plan_surface_parent_class)->dispose (object);
}

static void
bjt_plan_surface_finalize (GObject *object)
{
  g_object_unref (BJT_PLAN_SURFACE (object)->cancellable);
  G_OBJECT_CLASS (bjt_plan_surface_parent_class)->finalize (object);
}

static void
bjt_plan_surface_class_init (BjtPlanSurfaceClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = bjt_plan_surface_dispose;
  G_OBJECT_CLASS (klass)->finalize = bjt_plan_surface_finalize;
  painted_signal = g_signal_new ("painted", BJT_TYPE_PLAN_SURFACE, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
bjt_plan_surface_init (BjtPlanSurface *self)
{
  self->queue = bjt_paint_queue_new ();
  self->cancellable = g_cancellable_new ();
}

BjtPlanSurface *
bjt_plan_surface_new (void)
{
  return g_object_new (BJT_TYPE_PLAN_SURFACE, NULL);
}
