/* bjt-indoor-levels.h: what a drawing of an indoor map holds, level by level:
 * its layers are named LEVEL/KIND, LEVEL begins with the ordinal.
 */
#pragma once

#include "bjt-drawing.h"
#include "model/bjt-plans.h"

G_BEGIN_DECLS

/* Levels that are alike are one. */
typedef struct
{
  GArray    *levels;     /* BjtLevelRange */
  char      *name;       /* as the file calls the lowest of them; NULL: by its ordinal alone */
  GPtrArray *elements;   /* BjtPlanElement, in painting order; on no plan yet, without doors */
  guint      n_left_out; /* shapes that can't stand on a plan: they cross themselves, have no area */
} BjtIndoorLevel;

GPtrArray *bjt_indoor_levels_new (const BjtDrawing *drawing, double scale, BjtPoint origin); /* BjtIndoorLevel, from below; empty: it has none */
gboolean   bjt_indoor_levels_is_shown (const BjtDrawing *drawing, guint layer, const GArray *levels); /* under elements of these levels: fixtures, and what is on no level */

G_END_DECLS
