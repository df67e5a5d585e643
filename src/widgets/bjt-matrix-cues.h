/* bjt-matrix-cues.h: what a matrix shows of pointing, selecting and editing over
 * its cells and headers.
 */
#pragma once

#include "bjt-matrix-canvas.h"
#include "model/bjt-shown-routes.h"
#include "paint/bjt-palette.h"
#include "paint/bjt-text-painter.h"

G_BEGIN_DECLS

void bjt_matrix_cues_draw_cells (const BjtMatrixCanvas *self, cairo_t *cr, BjtFocus *focus, const BjtPalette *palette);
void bjt_matrix_cues_draw_routes (const BjtMatrixCanvas *self, cairo_t *cr, BjtTextPainter *text, const BjtShownRoutes *routes); /* numbers on the doors */
void bjt_matrix_cues_draw_top (const BjtMatrixCanvas *self, cairo_t *cr, BjtFocus *focus, const BjtPalette *palette);  /* under the labels */
void bjt_matrix_cues_draw_left (const BjtMatrixCanvas *self, cairo_t *cr, BjtFocus *focus, const BjtPalette *palette);
void bjt_matrix_cues_draw_handles (const BjtMatrixCanvas *self, cairo_t *cr, const BjtPalette *palette);

/* Where a handle is drawn, as scrolled now; FALSE: it is not shown */
gboolean bjt_matrix_cues_get_handle (const BjtMatrixCanvas *self, const BjtMatrixHandle *handle, BjtPoint *centre);
gboolean bjt_matrix_cues_find_handle (const BjtMatrixCanvas *self, double x, double y, BjtMatrixHandle *handle);

G_END_DECLS
