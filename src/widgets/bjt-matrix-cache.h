/* bjt-matrix-cache.h: the cells of a matrix as last drawn, so that filtering,
 * choosing and pointing draw nothing anew.
 */
#pragma once

#include <gtk/gtk.h>

#include "paint/bjt-matrix-painter.h"

G_BEGIN_DECLS

/* All zero: empty. */
typedef struct
{
  cairo_surface_t  *surface; /* owned; no cell faded, none chosen */
  BjtMatrixPainter  painter; /* what it was drawn with */
  graphene_rect_t   area;
  double            x, y;    /* scrolled by */
  int               scale;
} BjtMatrixCache;

void bjt_matrix_cache_clear (BjtMatrixCache *self);
void bjt_matrix_cache_draw (BjtMatrixCache *self, cairo_t *cr, const BjtMatrixPainter *painter, const graphene_rect_t *area, double x, double y, int scale);

G_END_DECLS
