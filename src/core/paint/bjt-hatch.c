/* bjt-hatch.c: lines and dots cut to a box by arithmetic: clips are slow in
 * PDF, and four hundred cells have many. The pattern hangs on the box, so that
 * it looks the same in every cell. */
#include "bjt-hatch.h"

#include <math.h>

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

/* One thick dashed line across: on paper a tenth of the letters of many lines. */
static void
draw_lines (cairo_t      *cr,
            const BjtBox *box,
            double        spacing,
            gboolean      upright)
{
  double length = upright ? box->x2 - box->x1 : box->y2 - box->y1;
  double middle = upright ? (box->y1 + box->y2) / 2 : (box->x1 + box->x2) / 2;
  double step = length / CLAMP (floor (length / spacing), 1, 1000);
  double width = MIN (cairo_get_line_width (cr), step);

  cairo_save (cr);
  cairo_set_line_cap (cr, CAIRO_LINE_CAP_BUTT);
  cairo_set_line_width (cr, upright ? box->y2 - box->y1 : box->x2 - box->x1);
  cairo_set_dash (cr, (const double[]) { width, step - width }, 2, (width - step) / 2);
  cairo_move_to (cr, upright ? box->x1 : middle, upright ? middle : box->y1);
  cairo_line_to (cr, upright ? box->x2 : middle, upright ? middle : box->y2);
  cairo_stroke (cr);
  cairo_restore (cr);
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
