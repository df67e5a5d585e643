/* bjt-svg-values.h: the small values of SVG attributes: numbers, lengths,
 * matrices, colours.
 */
#pragma once

#include "geo/bjt-geometry.h"

G_BEGIN_DECLS

/* x' = xx·x + xy·y + x0, y' = yx·x + yy·y + y0 */
typedef struct
{
  double xx, yx, xy, yy, x0, y0;
} BjtSvgMatrix;

#define BJT_SVG_IDENTITY ((BjtSvgMatrix) { 1, 0, 0, 1, 0, 0 })

/* What lengths are measured by. */
typedef struct
{
  double percent_of;
  double font_size;
} BjtSvgMeasure;

gboolean     bjt_svg_next_number (const char **at, double *number);
double       bjt_svg_length (const char *text, const BjtSvgMeasure *measure, double otherwise);
gboolean     bjt_svg_colour (const char *text, guint32 *rgb, double *alpha);
BjtSvgMatrix bjt_svg_matrix_multiply (const BjtSvgMatrix *outer, const BjtSvgMatrix *inner);
BjtPoint     bjt_svg_matrix_apply (const BjtSvgMatrix *self, double x, double y);
double       bjt_svg_matrix_get_scale (const BjtSvgMatrix *self);
BjtSvgMatrix bjt_svg_transform (const char *text);
gboolean     bjt_svg_view_box (const char *text, BjtBox *box);
BjtSvgMatrix bjt_svg_fit (const BjtBox *view_box, const BjtBox *viewport, const char *aspect);

G_END_DECLS
