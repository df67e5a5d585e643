/* bjt-drawing-painter.h: paints a drawing from outside under any matrix.
 */
#pragma once

#include "plan/bjt-plan-backdrop.h"

#include <cairo.h>

G_BEGIN_DECLS

typedef enum
{
  BJT_LAYER_SHOWN,
  BJT_LAYER_DIMMED,
  BJT_LAYER_HIDDEN,
} BjtLayerState;

typedef struct _BjtDrawingPainter BjtDrawingPainter;

BjtDrawingPainter *bjt_drawing_painter_new (BjtDrawing *drawing);
BjtDrawingPainter *bjt_drawing_painter_new_of_backdrop (const BjtPlanBackdrop *backdrop); /* layers as its record wants them */
void               bjt_drawing_painter_free (BjtDrawingPainter *self);
BjtDrawing        *bjt_drawing_painter_get_drawing (BjtDrawingPainter *self);
void               bjt_drawing_painter_set_layer (BjtDrawingPainter *self, guint layer, BjtLayerState state);
BjtLayerState      bjt_drawing_painter_get_layer (BjtDrawingPainter *self, guint layer);
void               bjt_drawing_painter_paint (BjtDrawingPainter *self, cairo_t *cr, const cairo_matrix_t *matrix, const BjtBox *area);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (BjtDrawingPainter, bjt_drawing_painter_free)

G_END_DECLS
