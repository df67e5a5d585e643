/* bjt-annotation-glyphs.c: a note is a sheet with lines on it, a photo a camera,
 * a hazard a triangle with its sign: told apart by shape alone, on paper too. */
#include "bjt-glyph-painter.h"

#include "model/bjt-plans.h"

static void
trace_sheet (cairo_t *cr,
             double   x,
             double   y,
             double   r)
{
  double half = r * 0.78, fold = r * 0.5;

  cairo_move_to (cr, x - half, y - r * 0.9);
  cairo_line_to (cr, x + half - fold, y - r * 0.9);
  cairo_line_to (cr, x + half, y - r * 0.9 + fold);
  cairo_line_to (cr, x + half, y + r * 0.9);
  cairo_line_to (cr, x - half, y + r * 0.9);
  cairo_close_path (cr);
}

static void
trace_camera (cairo_t *cr,
              double   x,
              double   y,
              double   r)
{
  cairo_move_to (cr, x - r, y - r * 0.45);
  cairo_line_to (cr, x - r * 0.45, y - r * 0.45);
  cairo_line_to (cr, x - r * 0.28, y - r * 0.8);
  cairo_line_to (cr, x + r * 0.28, y - r * 0.8);
  cairo_line_to (cr, x + r * 0.45, y - r * 0.45);
  cairo_line_to (cr, x + r, y - r * 0.45);
  cairo_line_to (cr, x + r, y + r * 0.75);
  cairo_line_to (cr, x - r, y + r * 0.75);
  cairo_close_path (cr);
}

static void
trace_triangle (cairo_t *cr,
                double   x,
                double   y,
                double   r)
{
  cairo_move_to (cr, x, y - r);
  cairo_line_to (cr, x + r * 1.08, y + r * 0.85);
  cairo_line_to (cr, x - r * 1.08, y + r * 0.85);
  cairo_close_path (cr);
}

static void
draw_lines (cairo_t *cr,
            double   x,
            double   y,
            double   r)
{
  for (int line = 0; line < 2; line++)
    {
      cairo_move_to (cr, x - r * 0.42, y + r * (0.02 + 0.42 * line));
      cairo_line_to (cr, x + r * 0.42, y + r * (0.02 + 0.42 * line));
    }
  cairo_set_line_width (cr, r * 0.2);
  cairo_stroke (cr);
}

static void
draw_lens (cairo_t *cr,
           double   x,
           double   y,
           double   r)
{
  cairo_new_sub_path (cr);
  cairo_arc (cr, x, y + r * 0.14, r * 0.36, 0, 2 * G_PI);
  cairo_set_line_width (cr, r * 0.22);
  cairo_stroke (cr);
}

static void
draw_sign (cairo_t *cr,
           double   x,
           double   y,
           double   r)
{
  cairo_set_line_width (cr, r * 0.26);
  cairo_move_to (cr, x, y - r * 0.4);
  cairo_line_to (cr, x, y + r * 0.24);
  cairo_stroke (cr);
  cairo_new_sub_path (cr);
  cairo_arc (cr, x, y + r * 0.56, r * 0.15, 0, 2 * G_PI);
  cairo_fill (cr);
}

typedef void (*DrawFunc) (cairo_t *cr, double x, double y, double r);

/**
 * bjt_glyph_painter_draw_annotation:
 * @kind: BjtAnnotationKind
 * @x: of its middle
 */
void
bjt_glyph_painter_draw_annotation (const BjtGlyphPainter *self,
                                   cairo_t               *cr,
                                   int                    kind,
                                   double                 x,
                                   double                 y,
                                   double                 radius)
{
  static const DrawFunc outlines[] = { trace_sheet, trace_camera, trace_triangle }, details[] = { draw_lines, draw_lens, draw_sign };
  guint   k = (guint) CLAMP (kind, BJT_ANNOTATION_NOTE, BJT_ANNOTATION_HAZARD);
  guint32 colour = self->palette->annotations[k];

  cairo_save (cr);
  cairo_set_line_join (cr, CAIRO_LINE_JOIN_ROUND);
  outlines[k] (cr, x, y, radius);
  bjt_palette_set_source (cr, self->palette->is_mono ? 0x000000 : self->palette->paper, self->alpha);
  cairo_set_line_width (cr, radius * (self->palette->is_mono ? 0.3 : 0.5));
  cairo_stroke_preserve (cr);
  bjt_palette_set_source (cr, colour, self->alpha);
  cairo_fill (cr);
  bjt_palette_set_source (cr, bjt_palette_get_ink (colour), self->alpha);
  details[k] (cr, x, y, radius);
  cairo_restore (cr);
}

/**
 * bjt_glyph_painter_draw_annotations:
 * @kinds: bit i: one of BjtAnnotationKind i
 * @right: where the last one ends
 *
 * The gravest at the right.
 *
 * Returns: where the first one begins
 */
double
bjt_glyph_painter_draw_annotations (const BjtGlyphPainter *self,
                                    cairo_t               *cr,
                                    guint                  kinds,
                                    double                 right,
                                    double                 y,
                                    double                 radius)
{
  for (int kind = BJT_ANNOTATION_HAZARD; kind >= BJT_ANNOTATION_NOTE; kind--)
    if ((kinds >> kind & 1) != 0)
      {
        bjt_glyph_painter_draw_annotation (self, cr, kind, right - radius * 1.1, y, radius);
        right -= radius * 2.5;
      }
  return right;
}
