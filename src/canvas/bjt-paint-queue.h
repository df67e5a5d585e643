/* bjt-paint-queue.h: one thread that paints for all canvases of a map or a plan.
 *
 * One, because Pango keeps its fonts by thread: a pool would load them again
 * for each of its threads.
 */
#pragma once

#include "paint/bjt-map-frame.h"
#include "paint/bjt-plan-frame.h"

#include <cairo.h>
#include <gio/gio.h>

G_BEGIN_DECLS

/* Which part of what is seen: the canvas and its content agree on the kind. */
typedef union
{
  BjtMapFrame  map;
  BjtPlanFrame plan;
} BjtPaintFrame;

/* Runs on the paint thread; reads what does not change. */
typedef void (*BjtPaintFunc) (gpointer data, cairo_t *cr, const BjtPaintFrame *frame);

/* What a canvas shows, shared with the paint thread. */
typedef struct _BjtPaintContent BjtPaintContent;

BjtPaintContent *bjt_paint_content_new (BjtPaintFunc func, gpointer data, GDestroyNotify destroy);
BjtPaintContent *bjt_paint_content_ref (BjtPaintContent *self);
void             bjt_paint_content_unref (BjtPaintContent *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (BjtPaintContent, bjt_paint_content_unref)

typedef struct
{
  BjtPaintContent *content;
  BjtPaintFrame    frame;
  int              width;  /* of the surface in logical pixels */
  int              height;
  int              scale_factor;
} BjtPaintJob;

#define BJT_TYPE_PAINT_QUEUE (bjt_paint_queue_get_type ())
G_DECLARE_FINAL_TYPE (BjtPaintQueue, bjt_paint_queue, BJT, PAINT_QUEUE, GObject)

BjtPaintQueue   *bjt_paint_queue_new (void);
void             bjt_paint_queue_paint_async (BjtPaintQueue *self, const BjtPaintJob *job, GCancellable *cancellable, GAsyncReadyCallback callback, gpointer user_data);
cairo_surface_t *bjt_paint_queue_paint_finish (BjtPaintQueue *self, GAsyncResult *result, GError **error);

G_END_DECLS
