/* bjt-trace-source.c: what lies on top is asked first. Main thread only. */
#include "bjt-trace-source.h"

#include "plan/bjt-plan-trace.h"

#define DOORWAY 1.2 /* m: gaps up to that are doors */

struct _BjtTraceSource
{
  GPtrArray *backdrops;
  GPtrArray *traces; /* BjtPlanTrace, as the backdrops; NULL: not built */
};

BjtTraceSource *
bjt_trace_source_new (void)
{
  return g_new0 (BjtTraceSource, 1);
}

void
bjt_trace_source_free (BjtTraceSource *self)
{
  if (self == NULL)
    return;
  bjt_trace_source_set_backdrops (self, NULL);
  g_free (self);
}

void
bjt_trace_source_set_backdrops (BjtTraceSource *self,
                                GPtrArray      *backdrops)
{
  if (backdrops != NULL && backdrops == self->backdrops)
    return;
  g_clear_pointer (&self->traces, g_ptr_array_unref);
  g_clear_pointer (&self->backdrops, g_ptr_array_unref);
  self->backdrops = backdrops != NULL ? g_ptr_array_ref (backdrops) : NULL;
}

gboolean
bjt_trace_source_is_empty (BjtTraceSource *self)
{
  return self->backdrops == NULL || self->backdrops->len == 0;
}

static void
build (BjtTraceSource *self)
{
  self->traces = g_ptr_array_new_with_free_func ((GDestroyNotify) bjt_plan_trace_free);
  for (guint i = 0; i < self->backdrops->len; i++)
    g_ptr_array_add (self->traces, bjt_plan_trace_new (g_ptr_array_index (self->backdrops, i)));
}

BjtPlanElement *
bjt_trace_source_find (BjtTraceSource *self,
                       BjtPoint        at,
                       gboolean        closes_gaps,
                       GError        **error)
{
  BjtPlanTraceWish wish = { .close = closes_gaps ? DOORWAY : 0 };

  if (self->backdrops != NULL && self->traces == NULL)
    build (self);
  for (guint i = self->traces != NULL ? self->traces->len : 0; i > 0; i--)
    {
      BjtPlanElement *element;

      g_clear_error (error);
      element = bjt_plan_trace_find (g_ptr_array_index (self->traces, i - 1), at, &wish, NULL, error);
      if (element != NULL)
        return element;
    }
  return NULL;
}
