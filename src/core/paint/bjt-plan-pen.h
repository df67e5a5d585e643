/* bjt-plan-pen.h: walls, openings, stairs and the like as lines and symbols:
 * on a plan in metres, on the map where the plan lies.
 */
#pragma once

#include "bjt-palette.h"

G_BEGIN_DECLS

typedef struct
{
  const BjtPicture *picture;
  const BjtPalette *palette;
  cairo_matrix_t    matrix;    /* from the coordinates of the shapes to the context */
  BjtBox            area;      /* of the context; nothing outside is drawn */
  gboolean          is_on_map; /* Mercator shapes are drawn, else metres of the plan */
  double            metre;     /* in units of the context */
  double            unit;      /* one screen pixel in units of the context */
} BjtPlanPen;

const BjtGeometry *bjt_plan_pen_get_shape (const BjtPlanPen *self, guint32 element);  /* NULL: has no place on the map */
BjtBox             bjt_plan_pen_get_box (const BjtPlanPen *self, const BjtBox *box);  /* in the context */
gboolean           bjt_plan_pen_is_seen (const BjtPlanPen *self, guint32 element);
void               bjt_plan_pen_trace (const BjtPlanPen *self, cairo_t *cr, const BjtGeometry *shape);
void               bjt_plan_pen_draw_areas (const BjtPlanPen *self, cairo_t *cr, BjtRun elements); /* before the doors */
void               bjt_plan_pen_draw_lines (const BjtPlanPen *self, cairo_t *cr, BjtRun elements); /* after them: stairs, elevators, lines, walls, openings */

G_END_DECLS
