/* bjt-draft-pen.h: how drawing tools draw on a plan, in the strokes of all tools.
 */
#pragma once

#include <cairo.h>

#include "canvas/bjt-tool-pen.h"
#include "paint/bjt-plan-frame.h"

G_BEGIN_DECLS

void bjt_draft_pen_add_path (cairo_t *cr, const BjtPlanFrame *frame, const BjtPoint *points, guint n_points); /* a new path */
void bjt_draft_pen_add_shape (cairo_t *cr, const BjtPlanFrame *frame, const BjtGeometry *shape);              /* a new path; points as small squares */
void bjt_draft_pen_draw_length (cairo_t *cr, const BjtPlanFrame *frame, BjtPoint from, BjtPoint to);          /* beside the line's middle; nothing where it is short */
void bjt_draft_pen_draw_band (cairo_t *cr, double width);                                                     /* the path, as wide; px */
void bjt_draft_pen_draw_trouble (cairo_t *cr);                                                                /* the path in red, which is kept */
void bjt_draft_pen_draw_handle (cairo_t *cr, BjtPoint at, gboolean is_chosen);                                /* px; a square */

G_END_DECLS
