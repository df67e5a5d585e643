/* bjt-plan-frame.h: which part of a plan is seen, and how large.
 *
 * Metres of the plan (x right, y up) to pixels or points (x right, y down).
 */
#pragma once

#include <cairo.h>

#include "geo/bjt-geometry.h"

G_BEGIN_DECLS

typedef struct
{
  double   scale;  /* px a metre, above 0 */
  BjtPoint centre; /* metres, in the middle of the view */
  double   width;  /* px */
  double   height;
} BjtPlanFrame;

static inline BjtPoint
bjt_plan_frame_to_view (const BjtPlanFrame *self,
                        BjtPoint            metres)
{
  return (BjtPoint) { self->width / 2 + (metres.x - self->centre.x) * self->scale,
                      self->height / 2 - (metres.y - self->centre.y) * self->scale };
}

static inline BjtPoint
bjt_plan_frame_to_plan (const BjtPlanFrame *self,
                        BjtPoint            px)
{
  return (BjtPoint) { self->centre.x + (px.x - self->width / 2) / self->scale,
                      self->centre.y - (px.y - self->height / 2) / self->scale };
}

void   bjt_plan_frame_fit (BjtPlanFrame *self, const BjtBox *metres, double margin);   /* px around; an empty box: 20 m × 20 m */
void   bjt_plan_frame_zoom_at (BjtPlanFrame *self, double x, double y, double factor); /* what is under (x, y) px stays there */
BjtBox bjt_plan_frame_get_box (const BjtPlanFrame *self);                              /* metres that are seen */
void   bjt_plan_frame_get_matrix (const BjtPlanFrame *self, cairo_matrix_t *matrix);

G_END_DECLS
