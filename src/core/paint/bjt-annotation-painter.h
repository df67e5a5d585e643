/* bjt-annotation-painter.h: what is noted, where it lies: a marker at a point,
 * a line, a hatched area; on a plan and on the map alike.
 */
#pragma once

#include "bjt-glyph-painter.h"
#include "bjt-plan-pen.h"

G_BEGIN_DECLS

typedef struct
{
  const BjtPlanPen      *pen;
  const BjtGlyphPainter *glyphs;
  gboolean               shows_text; /* personal: on internal work alone */
} BjtAnnotationPainter;

void bjt_annotation_painter_draw_shape (const BjtAnnotationPainter *self, cairo_t *cr, const BjtPictureAnnotation *annotation); /* nothing for one without a place of its own */
void bjt_annotation_painter_draw_level (const BjtAnnotationPainter *self, cairo_t *cr, guint32 building, int ordinal, const BjtBox *plan); /* open ones; @plan: metres; those of shared space without a place stand above it */

G_END_DECLS
