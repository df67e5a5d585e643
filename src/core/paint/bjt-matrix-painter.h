/* bjt-matrix-painter.h: draws an elevation matrix on screen and paper.
 */
#pragma once

#include "bjt-glyph-painter.h"
#include "model/bjt-filter.h"
#include "plan/bjt-matrix.h"

G_BEGIN_DECLS

typedef enum
{
  BJT_MATRIX_SHOW_LABELS = 1 << 0,         /* door labels */
  BJT_MATRIX_SHOW_NAMES = 1 << 1,          /* of the head of the household, masked */
  BJT_MATRIX_SHOW_UNMASKED_NAMES = 1 << 2, /* with SHOW_NAMES: in full */
  BJT_MATRIX_SHOW_CURTAIN = 1 << 3,        /* no names, chips, classes, attention: door labels alone */
} BjtMatrixShow;

typedef struct
{
  const BjtPicture  *picture;
  const BjtMatrix   *matrix;
  BjtMatrixMetrics   metrics;
  double             unit;      /* one screen pixel in units of the context */
  double             text_size; /* of door labels */
  double             chip_size;
  const BjtPalette  *palette;
  BjtTextPainter    *text;
  BjtMatrixShow      show;
  const BjtFilter   *filter;    /* unmatched doors are faded; NULL: none are */
  guint32            selected;  /* door; BJT_NO_INDEX: none */
  const char        *entrance_format; /* "%s单元": of the face's words, one %s; NULL: the label alone */
} BjtMatrixPainter;

void bjt_matrix_painter_draw (const BjtMatrixPainter *self, cairo_t *cr);

/* The same in parts, for headers that stay while the cells scroll. */
void bjt_matrix_painter_draw_cells (const BjtMatrixPainter *self, cairo_t *cr);
void bjt_matrix_painter_draw_entrances (const BjtMatrixPainter *self, cairo_t *cr);
void bjt_matrix_painter_draw_levels (const BjtMatrixPainter *self, cairo_t *cr);

G_END_DECLS
