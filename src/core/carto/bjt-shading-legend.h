/* bjt-shading-legend.h: what the shades mean, row by row.
 */
#pragma once

#include "bjt-shading.h"

#include "paint/bjt-text-painter.h"

G_BEGIN_DECLS

typedef struct
{
  char    *text;       /* 12.0% – 15.3% */
  char    *count;      /* areas of the class; NULL: heat */
  guint32  colour;     /* 0xRRGGBB */
  double   alpha;
  double   spacing;    /* px between the lines over it; 0: none */
  gboolean is_unknown; /* lines falling */
} BjtLegendRow;

typedef struct
{
  const char *title;   /* the indicator, in the reader's language */
  const char *unknown; /* for areas without a figure */
} BjtShadingWords;

GPtrArray *bjt_shading_legend_list (BjtShadingPainter *shades, const BjtPalette *palette, const char *unknown); /* BjtLegendRow; empty: nothing is shaded */
void       bjt_shading_legend_draw_swatch (const BjtLegendRow *row, cairo_t *cr, const BjtPalette *palette, const BjtBox *box, double px);
BjtBox     bjt_shading_legend_measure (BjtShadingPainter *shades, const BjtPalette *palette, BjtTextPainter *text, const BjtShadingWords *words, BjtPoint corner); /* what it covers */
void       bjt_shading_legend_draw (BjtShadingPainter *shades, cairo_t *cr, const BjtPalette *palette, BjtTextPainter *text, const BjtShadingWords *words, BjtPoint corner); /* its lower left, in px */

G_END_DECLS
