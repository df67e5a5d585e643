/* bjt-hatch.c: lines and dots cut to a box by arithmetic: clips are slow in
 * PDF, and four hundred cells have many. The pattern hangs on the box, so that
 * it looks the same in every cell. */
#include "bjt-hatch.h"

static void
draw_diagonal (cairo_t      *cr,
               const BjtBox *box,
               double        spacing)
{
  double width = box->x2 - box->x1;
  double height = box->y2 - box->y1;
  double step = spacing * G_SQRT2;

  for (double c = step / 2; c < width + height; c += step)
    {
      double from = MAX (0, c - height);
      double to = MIN (width, c);

      cairo_move_to (cr, box->x1 + from, box->y1 + c - from);
      cairo_line_to (cr, box->x1 + to, box->y1 + c - to);
    }
  cairo_stroke (cr);
}

static void
draw_lines (cairo_t      *cr,
            const BjtBox *box,
            double        spacing,
            gboolean      upright)
{
  double length = upright ? box->x2 - box->x1 : box->y2 - box->y1;
  guint  n = (guint) CLAMP (length / spacing, 1, 1000);

  for (guint i = 1; i <= n; i++)
    {
      double at = length * (i - 0.5) / n;

      cairo_move_to (cr, upright ? box->x1 + at : box->x1, upright ? box->y1 : box->y1 + at);
      cairo_line_to (cr, upright ? box->x1 + at : box->x2, upright ? box->y2 : box->y1 + at);
    }
  cairo_stroke (cr);
}

static void
draw_dots (cairo_t      *cr,
           const BjtBox *box,
           double        spacing)
{
  double radius = cairo_get_line_width (cr);
  guint  row = 0;

  for (double y = box->y1 + spacing / 2; y < box->y2; y += spacing, row++)
    for (double x = box->x1 + (row % 2 == 0 ? 0.5 : 1) * spacing; x < box->x2; x += spacing)
      cairo_rectangle (cr, x - radius, y - radius, 2 * radius, 2 * radius);
  cairo_fill (cr);
}

void
bjt_hatch_draw (cairo_t      *cr,
                BjtHatch      hatch,
                const BjtBox *box,
                double        spacing)
{
  if (!(spacing > 0) || box->x2 <= box->x1 || box->y2 <= box->y1)
    return;
  switch (hatch)
    {
    case BJT_HATCH_DIAGONAL:
      draw_diagonal (cr, box, spacing);
      break;
    case BJT_HATCH_CROSS:
      cairo_move_to (cr, box->x1, box->y1);
      cairo_line_to (cr, box->x2, box->y2);
      cairo_move_to (cr, box->x1, box->y2);
      cairo_line_to (cr, box->x2, box->y1);
      cairo_stroke (cr);
      break;
    case BJT_HATCH_DOTS:
      draw_dots (cr, box, spacing);
      break;
    case BJT_HATCH_HORIZONTAL:
    case BJT_HATCH_VERTICAL:
      draw_lines (cr, box, spacing, hatch == BJT_HATCH_VERTICAL);
      break;
    case BJT_HATCH_NONE:
    default:
      break;
    }
}
