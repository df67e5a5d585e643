/* bjt-sheet-pen.c: thin calls over cairo and the text cache. */
#include "bjt-sheet-pen.h"

static double
draw_text (const BjtSheetPen *self,
           const char        *text,
           BjtTextPlace       place)
{
  return bjt_text_painter_draw (self->text, self->cr, text, &place);
}

double
bjt_sheet_pen_text (const BjtSheetPen *self,
                    const char        *text,
                    double             x,
                    double             y,
                    double             size,
                    BjtPenAlign        align)
{
  return draw_text (self, text, (BjtTextPlace) { x, y, align / 2.0, size * self->k, 0, BJT_TEXT_REGULAR });
}

double
bjt_sheet_pen_bold (const BjtSheetPen *self,
                    const char        *text,
                    double             x,
                    double             y,
                    double             size,
                    BjtPenAlign        align)
{
  return draw_text (self, text, (BjtTextPlace) { x, y, align / 2.0, size * self->k, 0, BJT_TEXT_BOLD });
}

/**
 * bjt_sheet_pen_fit:
 * @place: with a size after k
 */
double
bjt_sheet_pen_fit (const BjtSheetPen  *self,
                   const char         *text,
                   const BjtTextPlace *place)
{
  return bjt_text_painter_draw (self->text, self->cr, text, place);
}

void
bjt_sheet_pen_colour (const BjtSheetPen *self,
                      guint32            colour)
{
  bjt_palette_set_source (self->cr, colour, 1);
}

void
bjt_sheet_pen_line (const BjtSheetPen *self,
                    BjtPoint           from,
                    BjtPoint           to,
                    double             width)
{
  cairo_move_to (self->cr, from.x, from.y);
  cairo_line_to (self->cr, to.x, to.y);
  cairo_set_line_width (self->cr, width);
  cairo_stroke (self->cr);
}

void
bjt_sheet_pen_box (const BjtSheetPen *self,
                   const BjtBox      *box,
                   double             width)
{
  cairo_rectangle (self->cr, box->x1, box->y1, box->x2 - box->x1, box->y2 - box->y1);
  cairo_set_line_width (self->cr, width);
  cairo_stroke (self->cr);
}

void
bjt_sheet_pen_fill (const BjtSheetPen *self,
                    const BjtBox      *box)
{
  cairo_rectangle (self->cr, box->x1, box->y1, box->x2 - box->x1, box->y2 - box->y1);
  cairo_fill (self->cr);
}
