/* bjt-sheet-pen.h: what every part of a sheet draws with, in millimetres.
 */
#pragma once

#include "bjt-sheet-words.h"
#include "paint/bjt-glyph-painter.h"

G_BEGIN_DECLS

typedef struct
{
  cairo_t          *cr;
  BjtTextPainter   *text;
  const BjtPalette *palette;
  BjtSheetLanguage  language;
  double            k; /* 1 on A3; larger on larger paper: sizes of texts */
} BjtSheetPen;

typedef enum
{
  BJT_PEN_LEFT,
  BJT_PEN_MIDDLE,
  BJT_PEN_RIGHT,
} BjtPenAlign;

/* y is the middle of the line of text; size in mm, before k. Returns the width. */
double bjt_sheet_pen_text (const BjtSheetPen *self, const char *text, double x, double y, double size, BjtPenAlign align);
double bjt_sheet_pen_bold (const BjtSheetPen *self, const char *text, double x, double y, double size, BjtPenAlign align);
double bjt_sheet_pen_fit (const BjtSheetPen *self, const char *text, const BjtTextPlace *place);
void   bjt_sheet_pen_colour (const BjtSheetPen *self, guint32 colour);
void   bjt_sheet_pen_line (const BjtSheetPen *self, BjtPoint from, BjtPoint to, double width);
void   bjt_sheet_pen_box (const BjtSheetPen *self, const BjtBox *box, double width);
void   bjt_sheet_pen_fill (const BjtSheetPen *self, const BjtBox *box);

static inline const char *
bjt_sheet_pen_word (const BjtSheetPen *self,
                    BjtSheetWord       word)
{
  return bjt_sheet_words_get (self->language, word);
}

G_END_DECLS
