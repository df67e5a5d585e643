/* bjt-trace-source.h: the outlines that can be taken from what lies under a plan.
 */
#pragma once

#include "plan/bjt-plan-backdrop.h"

G_BEGIN_DECLS

typedef struct _BjtTraceSource BjtTraceSource;

BjtTraceSource *bjt_trace_source_new (void);
void            bjt_trace_source_free (BjtTraceSource *self);
void            bjt_trace_source_set_backdrops (BjtTraceSource *self, GPtrArray *backdrops); /* BjtPlanBackdrop, lowest first; NULL: none */
gboolean        bjt_trace_source_is_empty (BjtTraceSource *self);
BjtPlanElement *bjt_trace_source_find (BjtTraceSource *self, BjtPoint at, gboolean closes_gaps, GError **error); /* the outline around the place, nobody's yet; NULL: none */

G_DEFINE_AUTOPTR_CLEANUP_FUNC (BjtTraceSource, bjt_trace_source_free)

G_END_DECLS
