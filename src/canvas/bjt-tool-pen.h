/* bjt-tool-pen.h: how tools draw: readable on any ground, light or dark.
 */
#pragma once

#include <cairo.h>

#include "geo/bjt-geometry.h"

G_BEGIN_DECLS

#define BJT_TOOL_PEN_ROOM 8.0 /* px that lines and knobs need around their points */

void bjt_tool_pen_stroke (cairo_t *cr, gboolean is_dashed); /* the path, which is kept */
void bjt_tool_pen_fill (cairo_t *cr);                       /* the path, which is kept */
void bjt_tool_pen_draw_knob (cairo_t *cr, BjtPoint at, gboolean is_large);
void bjt_tool_pen_draw_label (cairo_t *cr, BjtPoint at, const char *text); /* its middle */

G_END_DECLS
