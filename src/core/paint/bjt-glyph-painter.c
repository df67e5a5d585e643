/* bjt-glyph-painter.c: one drawing for cells, map markers, legends and lists.
 * A restricted category draws nothing, whoever asks. */
#include "bjt-glyph-painter.h"

#include "bjt-hatch.h"

#define CORNER 0.18 /* of a chip, of its side */

void
bjt_glyph_painter_round_box (cairo_t      *cr,
                             const BjtBox *box,
                             double        radius)
{
  double r = MIN (radius, MIN (box->x2 - box->x1, box->y2 - box->y1) / 2);

  cairo_new_sub_path (cr);
  cairo_arc (cr, box->x2 - r, box->y1 + r, r, -G_PI_2, 0);
  cairo_arc (cr, box->x2 - r, box->y2 - r, r, 0, G_PI_2);
  cairo_arc (cr, box->x1 + r, box->y2 - r, r, G_PI_2, G_PI);
  cairo_arc (cr, box->x1 + r, box->y1 + r, r, G_PI, 3 * G_PI_2);
  cairo_close_path (cr);
}

/* As round_box and cairo_fill, in a quarter of the letters on paper: a smaller box with
 * a thick edge of round joints. */
static void
fill_round_box (cairo_t      *cr,
                const BjtBox *box,
                double        radius)
{
  cairo_rectangle (cr, box->x1 + radius, box->y1 + radius, box->x2 - box->x1 - 2 * radius, box->y2 - box->y1 - 2 * radius);
  cairo_set_line_join (cr, CAIRO_LINE_JOIN_ROUND);
  cairo_set_line_width (cr, 2 * radius);
  cairo_fill_preserve (cr);
  cairo_stroke (cr);
  cairo_set_line_join (cr, CAIRO_LINE_JOIN_MITER);
}

/**
 * bjt_glyph_painter_draw_chip:
 * @x: left
 * @y: top
 * @size: of the side
 */
void
bjt_glyph_painter_draw_chip (const BjtGlyphPainter    *self,
                             cairo_t                  *cr,
                             const BjtPictureCategory *category,
                             double                    x,
                             double                    y,
                             double                    size)
{
  BjtBox       box = { x, y, x + size, y + size };
  BjtTextPlace place = { x + size / 2, y + size / 2, 0.5, size * 0.82, 0, BJT_TEXT_BOLD };

  if (category->is_restricted)
    return;
  if (self->palette->is_mono)
    {
      bjt_glyph_painter_round_box (cr, &box, CORNER * size);
      bjt_palette_set_source (cr, 0xFFFFFF, self->alpha);
      cairo_fill_preserve (cr);
      bjt_palette_set_source (cr, 0x000000, self->alpha);
      cairo_set_line_width (cr, size * 0.06);
      cairo_stroke (cr);
    }
  else
    {
      bjt_palette_set_source (cr, category->colour, self->alpha);
      if (self->alpha < 1)
        {
          bjt_glyph_painter_round_box (cr, &box, CORNER * size);
          cairo_fill (cr);
        }
      else
        fill_round_box (cr, &box, CORNER * size);
      bjt_palette_set_source (cr, bjt_palette_get_ink (category->colour), self->alpha);
    }
  if (category->glyph != NULL)
    bjt_text_painter_draw (self->text, cr, category->glyph, &place);
}

/**
 * bjt_glyph_painter_draw_issue_dot:
 *
 * An open issue: a ring while it has time, half full when it is due soon, a full
 * dot when it is over.
 */
void
bjt_glyph_painter_draw_issue_dot (const BjtGlyphPainter *self,
                                  cairo_t               *cr,
                                  double                 x,
                                  double                 y,
                                  double                 radius,
                                  BjtIssueTime           time)
{
  cairo_new_sub_path (cr);
  cairo_arc (cr, x, y, radius * 1.25, 0, 2 * G_PI);
  bjt_palette_set_source (cr, self->palette->paper, self->alpha);
  cairo_fill (cr);
  bjt_palette_set_source (cr, self->palette->alert, self->alpha);
  cairo_new_sub_path (cr);
  if (time == BJT_ISSUE_TIME_OVER)
    {
      cairo_arc (cr, x, y, radius, 0, 2 * G_PI);
      cairo_fill (cr);
      return;
    }
  cairo_set_line_width (cr, radius * 0.5);
  cairo_arc (cr, x, y, radius * 0.75, 0, 2 * G_PI);
  cairo_stroke (cr);
  if (time == BJT_ISSUE_TIME_SOON)
    {
      cairo_arc (cr, x, y, radius * 0.75, 0, G_PI);
      cairo_fill (cr);
    }
}

/**
 * bjt_glyph_painter_draw_clock:
 *
 * An overdue visit.
 */
void
bjt_glyph_painter_draw_clock (const BjtGlyphPainter *self,
                              cairo_t               *cr,
                              double                 x,
                              double                 y,
                              double                 radius)
{
  double width = radius * 0.28;

  cairo_new_sub_path (cr);
  cairo_arc (cr, x, y, radius - width / 2, 0, 2 * G_PI);
  bjt_palette_set_source (cr, self->palette->paper, self->alpha);
  cairo_fill_preserve (cr);
  bjt_palette_set_source (cr, self->palette->alert, self->alpha);
  cairo_set_line_width (cr, width);
  cairo_stroke (cr);
  cairo_move_to (cr, x, y - radius * 0.58);
  cairo_line_to (cr, x, y);
  cairo_line_to (cr, x + radius * 0.45, y + radius * 0.1);
  cairo_stroke (cr);
}

void
bjt_glyph_painter_draw_outcome (const BjtGlyphPainter *self,
                                cairo_t               *cr,
                                int                    outcome,
                                double                 x,
                                double                 y,
                                double                 radius)
{
  guint32 colour = outcome >= 0 && outcome < BJT_N_OUTCOMES ? self->palette->outcomes[outcome] : self->palette->dim_text;

  cairo_new_sub_path (cr);
  cairo_arc (cr, x, y, radius, 0, 2 * G_PI);
  bjt_palette_set_source (cr, colour, self->alpha);
  cairo_fill (cr);
}

/**
 * bjt_glyph_painter_fill_box:
 * @unit: one screen pixel in units of the context
 *
 * The colour and the pattern over it.
 */
void
bjt_glyph_painter_fill_box (const BjtGlyphPainter *self,
                            cairo_t               *cr,
                            const BjtClassStyle   *style,
                            const BjtBox          *box,
                            double                 unit)
{
  cairo_rectangle (cr, box->x1, box->y1, box->x2 - box->x1, box->y2 - box->y1);
  bjt_palette_set_source (cr, style->fill, self->alpha);
  cairo_fill (cr);
  if (style->hatch == BJT_HATCH_NONE)
    return;
  bjt_palette_set_source (cr, style->ink, self->alpha);
  cairo_set_line_width (cr, style->hatch == BJT_HATCH_DIAGONAL ? 1.2 * unit : 0.8 * unit);
  bjt_hatch_draw (cr, style->hatch, box, (style->hatch == BJT_HATCH_DOTS ? 6 : 5) * unit);
}

/**
 * bjt_glyph_painter_fill_class:
 * @household_class: BjtHouseholdClass
 */
void
bjt_glyph_painter_fill_class (const BjtGlyphPainter *self,
                              cairo_t               *cr,
                              int                    household_class,
                              const BjtBox          *box,
                              double                 unit)
{
  bjt_glyph_painter_fill_box (self, cr, &self->palette->classes[CLAMP (household_class, 0, BJT_N_CLASSES - 1)], box, unit);
}

/**
 * bjt_glyph_painter_frame_attention:
 *
 * The frame lies inside the box.
 */
void
bjt_glyph_painter_frame_attention (const BjtGlyphPainter *self,
                                   cairo_t               *cr,
                                   int                    attention,
                                   const BjtBox          *box,
                                   double                 unit)
{
  int    level = CLAMP (attention, 0, 2);
  double width = self->palette->attention_width[level] * unit;

  if (width <= 0)
    return;
  /* Outer and inner rectangle: quicker to fill than to stroke. */
  cairo_rectangle (cr, box->x1, box->y1, box->x2 - box->x1, box->y2 - box->y1);
  cairo_rectangle (cr, box->x2 - width, box->y1 + width, box->x1 - box->x2 + 2 * width, box->y2 - box->y1 - 2 * width);
  bjt_palette_set_source (cr, self->palette->attention[level], self->alpha);
  cairo_fill (cr);
}
