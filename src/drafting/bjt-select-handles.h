/* bjt-select-handles.h: what chosen elements can be taken by: their corners, and
 * a knob above them that turns them.
 */
#pragma once

#include <cairo.h>

#include "model/bjt-plans.h"
#include "paint/bjt-plan-frame.h"

G_BEGIN_DECLS

#define BJT_NO_VERTEX G_MAXUINT

typedef enum
{
  BJT_HANDLE_NONE,
  BJT_HANDLE_VERTEX,
  BJT_HANDLE_TURN,
} BjtHandleKind;

typedef struct
{
  BjtHandleKind kind;
  guint         vertex; /* of the only element that is chosen */
} BjtHandle;

/* @chosen: BjtPlanElement. Corners can be taken where one is chosen alone. */
BjtHandle bjt_select_handles_find (GPtrArray *chosen, const BjtPlanFrame *frame, BjtPoint px);
BjtPoint  bjt_select_handles_get_pivot (GPtrArray *chosen); /* metres: what they turn around */
void      bjt_select_handles_draw (GPtrArray *chosen, cairo_t *cr, const BjtPlanFrame *frame, guint vertex, gboolean is_turning);

G_END_DECLS
