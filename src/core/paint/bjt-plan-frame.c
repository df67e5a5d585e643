/* bjt-plan-frame.c: fitting and zooming. Whatever is asked, the scale stays
 * above 0 and finite. */
#include "bjt-plan-frame.h"

#include <math.h>

#define LEAST_SCALE 1e-4  /* px a metre */
#define MOST_SCALE 20000.0
#define BARE 20.0         /* metres that are seen of a plan with nothing on it */

static double
limit_scale (double scale)
{
  return isfinite (scale) ? CLAMP (scale, LEAST_SCALE, MOST_SCALE) : 1;
}

void
bjt_plan_frame_fit (BjtPlanFrame *self,
                    const BjtBox *metres,
                    double        margin)
{
  BjtBox box = bjt_box_is_empty (metres) ? (BjtBox) { -BARE / 2, -BARE / 2, BARE / 2, BARE / 2 } : *metres;
  double across = fmax (self->width - 2 * margin, self->width / 4), down = fmax (self->height - 2 * margin, self->height / 4);

  self->centre = (BjtPoint) { (box.x1 + box.x2) / 2, (box.y1 + box.y2) / 2 };
  self->scale = limit_scale (fmin (across / fmax (box.x2 - box.x1, 0.01), down / fmax (box.y2 - box.y1, 0.01)));
}

void
bjt_plan_frame_zoom_at (BjtPlanFrame *self,
                        double        x,
                        double        y,
                        double        factor)
{
  BjtPoint held = bjt_plan_frame_to_plan (self, (BjtPoint) { x, y }), now;

  self->scale = limit_scale (self->scale * factor);
  now = bjt_plan_frame_to_plan (self, (BjtPoint) { x, y });
  self->centre.x += held.x - now.x;
  self->centre.y += held.y - now.y;
}

BjtBox
bjt_plan_frame_get_box (const BjtPlanFrame *self)
{
  double across = self->width / 2 / self->scale, down = self->height / 2 / self->scale;

  return (BjtBox) { self->centre.x - across, self->centre.y - down, self->centre.x + across, self->centre.y + down };
}

void
bjt_plan_frame_get_matrix (const BjtPlanFrame *self,
                           cairo_matrix_t     *matrix)
{
  cairo_matrix_init (matrix, self->scale, 0, 0, -self->scale,
                     self->width / 2 - self->centre.x * self->scale, self->height / 2 + self->centre.y * self->scale);
}
