/* bjt-glyph-painter.h: the small marks: category chip, issue dot, clock, note.
 */
#pragma once

#include "bjt-palette.h"
#include "bjt-text-painter.h"

G_BEGIN_DECLS

typedef struct
{
  BjtTextPainter   *text;
  const BjtPalette *palette;
  double            alpha; /* 1; less: faded */
} BjtGlyphPainter;

void bjt_glyph_painter_draw_chip (const BjtGlyphPainter *self, cairo_t *cr, const BjtPictureCategory *category, double x, double y, double size);
void bjt_glyph_painter_draw_issue_dot (const BjtGlyphPainter *self, cairo_t *cr, double x, double y, double radius, BjtIssueTime time);
void bjt_glyph_painter_draw_clock (const BjtGlyphPainter *self, cairo_t *cr, double x, double y, double radius);
void bjt_glyph_painter_draw_annotation (const BjtGlyphPainter *self, cairo_t *cr, int kind, double x, double y, double radius);
double bjt_glyph_painter_draw_annotations (const BjtGlyphPainter *self, cairo_t *cr, guint kinds, double right, double y, double radius);
void bjt_glyph_painter_draw_outcome (const BjtGlyphPainter *self, cairo_t *cr, int outcome, double x, double y, double radius);
void bjt_glyph_painter_fill_box (const BjtGlyphPainter *self, cairo_t *cr, const BjtClassStyle *style, const BjtBox *box, double unit);
void bjt_glyph_painter_fill_class (const BjtGlyphPainter *self, cairo_t *cr, int household_class, const BjtBox *box, double unit);
void bjt_glyph_painter_frame_attention (const BjtGlyphPainter *self, cairo_t *cr, int attention, const BjtBox *box, double unit);
void bjt_glyph_painter_round_box (cairo_t *cr, const BjtBox *box, double radius);

G_END_DECLS
