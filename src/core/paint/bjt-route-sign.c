/* bjt-route-sign.c: a wide text makes the sign wider, its ends keep the shape. */
#include "bjt-route-sign.h"

#include "bjt-palette.h"

#include <math.h>

/* Told apart by every kind of colour vision, at least 4.5 to 1 under white */
static const guint32 colours[] = { 0x0067A5, 0xB94700, 0x00735A, 0x8A3B86, 0x735A00, 0x4D4D4D };

enum
{
  DISC,
  SQUARE,
  DIAMOND,
  HEXAGON,
  N_SHAPES,
};

guint32
bjt_route_sign_get_colour (guint index)
{
  return colours[index % G_N_ELEMENTS (colours)];
}

/* From the middle: half of the width before its ends begin, and the reach. */
static void
trace (cairo_t *cr,
       guint    shape,
       double   half,
       double   reach)
{
  cairo_new_path (cr);
  switch (shape)
    {
    case SQUARE:
      cairo_rectangle (cr, -half - reach * 0.92, -reach * 0.92, 2 * (half + reach * 0.92), 2 * reach * 0.92);
      return;
    case DIAMOND:
      cairo_move_to (cr, -half - reach * 1.25, 0);
      cairo_line_to (cr, -half, -reach * 1.15);
      cairo_line_to (cr, half, -reach * 1.15);
      cairo_line_to (cr, half + reach * 1.25, 0);
      cairo_line_to (cr, half, reach * 1.15);
      cairo_line_to (cr, -half, reach * 1.15);
      break;
    case HEXAGON:
      cairo_move_to (cr, -half - reach * 1.15, 0);
      cairo_line_to (cr, -half - reach * 0.6, -reach);
      cairo_line_to (cr, half + reach * 0.6, -reach);
      cairo_line_to (cr, half + reach * 1.15, 0);
      cairo_line_to (cr, half + reach * 0.6, reach);
      cairo_line_to (cr, -half - reach * 0.6, reach);
      break;
    case DISC:
    default:
      cairo_arc (cr, half, 0, reach, -G_PI_2, G_PI_2);
      cairo_arc (cr, -half, 0, reach, G_PI_2, 3 * G_PI_2);
      break;
    }
  cairo_close_path (cr);
}

void
bjt_route_sign_draw (cairo_t                 *cr,
                     BjtTextPainter          *text,
                     const BjtRouteSignPlace *place)
{
  double size = place->reach * 1.25;
  double width = place->text != NULL ? bjt_text_painter_get_width (text, place->text, size, BJT_TEXT_BOLD) : 0;

  cairo_save (cr);
  cairo_translate (cr, place->x, place->y);
  trace (cr, place->index % N_SHAPES, fmax (width / 2 - place->reach * 0.65, 0), place->reach);
  bjt_palette_set_source (cr, 0xFFFFFF, 0.95);
  cairo_set_line_join (cr, CAIRO_LINE_JOIN_ROUND);
  cairo_set_line_width (cr, place->reach * 0.4);
  cairo_stroke_preserve (cr);
  bjt_palette_set_source (cr, place->is_outline ? 0xFFFFFF : bjt_route_sign_get_colour (place->index), 1);
  cairo_fill_preserve (cr);
  bjt_palette_set_source (cr, place->is_outline ? 0x000000 : 0xFFFFFF, 1);
  cairo_set_line_width (cr, place->reach * 0.14);
  if (place->is_outline)
    cairo_stroke_preserve (cr);
  cairo_new_path (cr);
  if (place->text != NULL)
    {
      bjt_text_painter_draw (text, cr, place->text, &(BjtTextPlace) { .align = 0.5, .size = size, .flags = BJT_TEXT_BOLD });
    }
  cairo_restore (cr);
}
