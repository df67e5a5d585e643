/* bjt-svg-path.h: an outline in the units of its element, before any matrix.
 */
#pragma once

#include "bjt-svg-values.h"
#include "plan/bjt-drawing-builder.h"

G_BEGIN_DECLS

typedef struct
{
  /* Owned */
  GByteArray *ops;    /* BjtPathOp */
  GArray     *points; /* BjtPoint */

  /* State */
  BjtPoint    begin;  /* of the part at hand */
  BjtPoint    at;
} BjtSvgPath;

void   bjt_svg_path_init (BjtSvgPath *self);
void   bjt_svg_path_clear (BjtSvgPath *self);
void   bjt_svg_path_reset (BjtSvgPath *self);
void   bjt_svg_path_move_to (BjtSvgPath *self, double x, double y);
void   bjt_svg_path_line_to (BjtSvgPath *self, double x, double y);
void   bjt_svg_path_curve_to (BjtSvgPath *self, BjtPoint a, BjtPoint b, BjtPoint end);
void   bjt_svg_path_close (BjtSvgPath *self);
void   bjt_svg_path_add_data (BjtSvgPath *self, const char *data);
void   bjt_svg_path_add_points (BjtSvgPath *self, const char *points, gboolean is_closed);
void   bjt_svg_path_add_ellipse (BjtSvgPath *self, BjtPoint centre, double rx, double ry);
void   bjt_svg_path_add_rectangle (BjtSvgPath *self, const BjtBox *box, double rx, double ry);
void   bjt_svg_path_build (const BjtSvgPath *self, const BjtSvgMatrix *matrix, BjtDrawingBuilder *builder);
BjtBox bjt_svg_path_get_box (const BjtSvgPath *self, const BjtSvgMatrix *matrix);
gboolean bjt_svg_path_is_rectangle (const BjtSvgPath *self, const BjtSvgMatrix *matrix);

G_END_DECLS
