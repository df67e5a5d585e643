/* bjt-paint-queue.c: jobs run in order; one that was cancelled before its turn
 * costs nothing. A running job is finished and its surface dropped. */
#include "bjt-paint-queue.h"

#include <sys/resource.h>
#include <unistd.h>

#define NICENESS 5 /* the frames that move the last painting come first */

struct _BjtPaintContent
{
  gatomicrefcount references;
  BjtPaintFunc    func;
  gpointer        data;
  GDestroyNotify  destroy;
};

struct _BjtPaintQueue
{
  GObject parent_instance;

  /* Owned */
  GThreadPool *thread;
};

G_DEFINE_FINAL_TYPE (BjtPaintQueue, bjt_paint_queue, G_TYPE_OBJECT)

/**
 * bjt_paint_content_new:
 * @func: paints @data; called on the paint thread only
 * @destroy: (nullable): frees @data, on any thread
 */
BjtPaintContent *
bjt_paint_content_new (BjtPaintFunc   func,
                       gpointer       data,
                       GDestroyNotify destroy)
{
  BjtPaintContent *self = g_new0 (BjtPaintContent, 1);

  g_atomic_ref_count_init (&self->references);
  self->func = func;
  self->data = data;
  self->destroy = destroy;
  return self;
}

BjtPaintContent *
bjt_paint_content_ref (BjtPaintContent *self)
{
  g_atomic_ref_count_inc (&self->references);
  return self;
}

void
bjt_paint_content_unref (BjtPaintContent *self)
{
  if (self == NULL || !g_atomic_ref_count_dec (&self->references))
    return;
  if (self->destroy != NULL)
    self->destroy (self->data);
  g_free (self);
}

static void
job_free (BjtPaintJob *job)
{
  bjt_paint_content_unref (job->content);
  g_free (job);
}

/* On Linux each thread has its own. */
static void
give_way (void)
{
  static GPrivate done;

  if (g_private_get (&done) != NULL)
    return;
  setpriority (PRIO_PROCESS, (id_t) gettid (), NICENESS);
  g_private_set (&done, GINT_TO_POINTER (TRUE));
}

static void
paint_worker (gpointer data,
              gpointer user_data)
{
  g_autoptr (GTask) task = data;
  BjtPaintJob     *job = g_task_get_task_data (task);
  cairo_surface_t *surface;
  cairo_t         *cr;

  give_way ();
  if (g_task_return_error_if_cancelled (task))
    return;
  surface = cairo_image_surface_create (CAIRO_FORMAT_ARGB32, job->width * job->scale_factor, job->height * job->scale_factor);
  cairo_surface_set_device_scale (surface, job->scale_factor, job->scale_factor);
  cr = cairo_create (surface);
  job->content->func (job->content->data, cr, &job->frame);
  cairo_destroy (cr);
  cairo_surface_flush (surface);
  g_task_return_pointer (task, surface, (GDestroyNotify) cairo_surface_destroy);
}

static void
bjt_paint_queue_finalize (GObject *object)
{
  BjtPaintQueue *self = BJT_PAINT_QUEUE (object);

  g_thread_pool_free (self->thread, FALSE, TRUE);
  G_OBJECT_CLASS (bjt_paint_queue_parent_class)->finalize (object);
}

static void
bjt_paint_queue_class_init (BjtPaintQueueClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = bjt_paint_queue_finalize;
}

static void
bjt_paint_queue_init (BjtPaintQueue *self)
{
  self->thread = g_thread_pool_new (paint_worker, NULL, 1, TRUE, NULL);
}

BjtPaintQueue *
bjt_paint_queue_new (void)
{
  return g_object_new (BJT_TYPE_PAINT_QUEUE, NULL);
}

/**
 * bjt_paint_queue_paint_async:
 * @job: what to paint; the content is shared, the rest copied
 */
void
bjt_paint_queue_paint_async (BjtPaintQueue       *self,
                             const BjtPaintJob   *job,
                             GCancellable        *cancellable,
                             GAsyncReadyCallback  callback,
                             gpointer             user_data)
{
  GTask       *task = g_task_new (self, cancellable, callback, user_data);
  BjtPaintJob *copy = g_memdup2 (job, sizeof *job);

  g_task_set_source_tag (task, bjt_paint_queue_paint_async);
  bjt_paint_content_ref (copy->content);
  g_task_set_task_data (task, copy, (GDestroyNotify) job_free);
  g_thread_pool_push (self->thread, task, NULL);
}

/**
 * bjt_paint_queue_paint_finish:
 *
 * Returns: (transfer full): premultiplied ARGB32, or %NULL when cancelled
 */
cairo_surface_t *
bjt_paint_queue_paint_finish (BjtPaintQueue *self,
                              GAsyncResult  *result,
                              GError       **error)
{
  return g_task_propagate_pointer (G_TASK (result), error);
}
