/* bjt-storey-drawing.h: the drawings under a plan, where they lie on the ground.
 */
#pragma once

#include <cairo.h>

#include "paint/bjt-map-frame.h"
#include "plan/bjt-plan-backdrop.h"

G_BEGIN_DECLS

typedef struct _BjtStoreyDrawing BjtStoreyDrawing;

/* @placement: JSON of BjtPlacement; @backdrops: BjtPlanBackdrop, lowest first,
 * a reference is taken. NULL: the placement is damaged. */
BjtStoreyDrawing *bjt_storey_drawing_new (const char *placement, GPtrArray *backdrops, GError **error);
BjtStoreyDrawing *bjt_storey_drawing_ref (BjtStoreyDrawing *self);
void              bjt_storey_drawing_unref (BjtStoreyDrawing *self);
gboolean          bjt_storey_drawing_is_seen (const BjtStoreyDrawing *self, const BjtMapFrame *frame);
void              bjt_storey_drawing_trace (const BjtStoreyDrawing *self, cairo_t *cr, const BjtMapFrame *frame); /* the sheets they are on, as a path */
void              bjt_storey_drawing_paint (BjtStoreyDrawing *self, cairo_t *cr, const BjtMapFrame *frame, double alpha);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (BjtStoreyDrawing, bjt_storey_drawing_unref)

G_END_DECLS
