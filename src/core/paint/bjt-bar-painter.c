/* bjt-bar-painter.c: the figure is a full bar, the year before an outline with
 * slanted lines, so that the two differ without colour too. */
#include "bjt-bar-painter.h"

#include <math.h>

#include "bjt-hatch.h"

#define VALUE_SHARE 0.58 /* of the height, with a bar for the year before */
#define BEFORE_SHARE 0.32
#define ALONE_SHARE 0.7
#define HATCH_SPACING 4.0

void
bjt_bar_scale_init (BjtBarScale *self)
{
  *self = (BjtBarScale) { 0, 0 };
}

void
bjt_bar_scale_add (BjtBarScale  *self,
                   const BjtBar *bar)
{
  const double values[] = { bar->value, bar->before };

  for (guint i = 0; i < G_N_ELEMENTS (values); i++)
    if (isfinite (values[i]))
      {
        self->least = fmin (self->least, values[i]);
        self->most = fmax (self->most, values[i]);
      }
}

static double
find_x (const BjtBarScale *scale,
        const BjtBox      *box,
        double             value)
{
  double span = scale->most - scale->least;

  return span > 0 ? box->x1 + (value - scale->least) / span * (box->x2 - box->x1) : box->x1;
}

static BjtBox
find_bar (const BjtBarScale *scale,
          const BjtBox      *box,
          double             value,
          double             top,
          double             height)
{
  double zero = find_x (scale, box, 0), x = find_x (scale, box, value), all = box->y2 - box->y1;

  return (BjtBox) { fmin (zero, x), box->y1 + top * all, fmax (zero, x), box->y1 + (top + height) * all };
}

static void
draw_value (cairo_t          *cr,
            const BjtPalette *palette,
            const BjtBox     *bar)
{
  bjt_palette_set_source (cr, palette->is_mono ? palette->text : palette->selection, 1);
  cairo_rectangle (cr, bar->x1, bar->y1, bar->x2 - bar->x1, bar->y2 - bar->y1);
  cairo_fill (cr);
}

static void
draw_before (cairo_t          *cr,
             const BjtPalette *palette,
             const BjtBox     *bar,
             double            px)
{
  if (bar->x2 - bar->x1 < px)
    return;
  cairo_save (cr);
  cairo_rectangle (cr, bar->x1, bar->y1, bar->x2 - bar->x1, bar->y2 - bar->y1);
  cairo_clip (cr);
  bjt_palette_set_source (cr, palette->dim_text, 0.8);
  cairo_set_line_width (cr, px);
  bjt_hatch_draw (cr, BJT_HATCH_DIAGONAL, bar, HATCH_SPACING * px);
  cairo_stroke (cr);
  cairo_restore (cr);
  bjt_palette_set_source (cr, palette->dim_text, 1);
  cairo_set_line_width (cr, px);
  cairo_rectangle (cr, bar->x1 + px / 2, bar->y1 + px / 2, bar->x2 - bar->x1 - px, bar->y2 - bar->y1 - px);
  cairo_stroke (cr);
}

void
bjt_bar_painter_draw (cairo_t           *cr,
                      const BjtPalette  *palette,
                      const BjtBarScale *scale,
                      const BjtBar      *bar,
                      const BjtBox      *box,
                      double             px)
{
  gboolean has_before = isfinite (bar->before);
  double   zero = find_x (scale, box, 0);

  if (isfinite (bar->value))
    {
      double height = has_before ? VALUE_SHARE : ALONE_SHARE;
      BjtBox shape = find_bar (scale, box, bar->value, has_before ? 0.03 : (1 - ALONE_SHARE) / 2, height);

      draw_value (cr, palette, &shape);
    }
  if (has_before)
    {
      BjtBox shape = find_bar (scale, box, bar->before, 1 - BEFORE_SHARE, BEFORE_SHARE - 0.03);

      draw_before (cr, palette, &shape, px);
    }
  bjt_palette_set_source (cr, palette->cell_edge, 1);
  cairo_set_line_width (cr, px);
  cairo_move_to (cr, zero + px / 2, box->y1);
  cairo_line_to (cr, zero + px / 2, box->y2);
  cairo_stroke (cr);
}
