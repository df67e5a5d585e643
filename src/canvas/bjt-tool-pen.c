/* bjt-tool-pen.c: a blue line over a wider white one. Main thread only. */
#include "bjt-tool-pen.h"

#include "paint/bjt-palette.h"

#include <pango/pangocairo.h>

#define COLOUR 0x1C71D8
#define INK 0x241F31

void
bjt_tool_pen_stroke (cairo_t  *cr,
                     gboolean  is_dashed)
{
  cairo_set_line_join (cr, CAIRO_LINE_JOIN_ROUND);
  cairo_set_line_cap (cr, CAIRO_LINE_CAP_ROUND);
  bjt_palette_set_source (cr, 0xFFFFFF, 0.85);
  cairo_set_line_width (cr, 4);
  cairo_stroke_preserve (cr);
  if (is_dashed)
    cairo_set_dash (cr, (const double[]) { 6, 5 }, 2, 0);
  bjt_palette_set_source (cr, COLOUR, 1);
  cairo_set_line_width (cr, 2);
  cairo_stroke_preserve (cr);
  cairo_set_dash (cr, NULL, 0, 0);
}

void
bjt_tool_pen_fill (cairo_t *cr)
{
  bjt_palette_set_source (cr, COLOUR, 0.14);
  cairo_fill_preserve (cr);
}

void
bjt_tool_pen_draw_knob (cairo_t  *cr,
                        BjtPoint  at,
                        gboolean  is_large)
{
  cairo_new_path (cr);
  cairo_arc (cr, at.x, at.y, is_large ? 6 : 4, 0, 2 * G_PI);
  bjt_palette_set_source (cr, 0xFFFFFF, 1);
  cairo_fill_preserve (cr);
  bjt_palette_set_source (cr, COLOUR, 1);
  cairo_set_line_width (cr, 2);
  cairo_stroke (cr);
}

void
bjt_tool_pen_draw_label (cairo_t    *cr,
                         BjtPoint    at,
                         const char *text)
{
  g_autoptr (PangoLayout) layout = pango_cairo_create_layout (cr);
  g_autoptr (PangoFontDescription) font = pango_font_description_from_string ("sans bold 9");
  int    width, height;
  double x, y, radius;

  pango_layout_set_font_description (layout, font);
  pango_layout_set_text (layout, text, -1);
  pango_layout_get_pixel_size (layout, &width, &height);
  radius = (height + 4) / 2.0;
  x = at.x - width / 2.0;
  y = at.y - height / 2.0;
  cairo_new_path (cr);
  cairo_arc (cr, x, at.y, radius, G_PI_2, 3 * G_PI_2);
  cairo_arc (cr, x + width, at.y, radius, -G_PI_2, G_PI_2);
  cairo_close_path (cr);
  bjt_palette_set_source (cr, 0xFFFFFF, 0.94);
  cairo_fill_preserve (cr);
  bjt_palette_set_source (cr, COLOUR, 0.5);
  cairo_set_line_width (cr, 1);
  cairo_stroke (cr);
  bjt_palette_set_source (cr, INK, 1);
  cairo_move_to (cr, x, y);
  pango_cairo_show_layout (cr, layout);
}
