/* bjt-snap-cue.h: shows what a point is caught by: a mark of its own for each
 * kind, and the line that explains it.
 */
#pragma once

#include <cairo.h>

#include "paint/bjt-plan-frame.h"
#include "plan/bjt-plan-snap.h"

G_BEGIN_DECLS

void bjt_snap_cue_draw (const BjtPlanSnapHit *hit, cairo_t *cr, const BjtPlanFrame *frame);

G_END_DECLS
