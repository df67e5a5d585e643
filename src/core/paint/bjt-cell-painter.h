/* bjt-cell-painter.h: what is told of a door where it is drawn: as a cell of
 * the matrix, as a room of a plan.
 */
#pragma once

#include "bjt-glyph-painter.h"

G_BEGIN_DECLS

#define BJT_CELL_MAX_CHIPS 4
#define BJT_CELL_FADED 0.25

typedef struct
{
  const BjtPicture *picture;
  BjtGlyphPainter   glyphs;
  double            unit;       /* one screen pixel in units of the context */
  double            text_size;
  double            chip_size;
  gboolean          is_over_ink; /* texts want a plain ground whatever the class */
  guint8            order[BJT_MAX_CATEGORIES]; /* chips: the graver first */
  guint             n_order;
} BjtCellPainter;

/* The chips that have room in a line */
typedef struct
{
  guint8 shown[BJT_CELL_MAX_CHIPS];
  guint  n_shown;
  char   more[8]; /* "+2"; empty: all are shown */
  double width;
} BjtCellChips;

void bjt_cell_painter_init (BjtCellPainter *self, const BjtPicture *picture, BjtTextPainter *text, const BjtPalette *palette);

const BjtClassStyle *bjt_cell_painter_get_style (const BjtCellPainter *self, guint32 door);
char                *bjt_cell_painter_dup_name (const BjtCellPainter *self, guint32 door, gboolean is_unmasked); /* of the head; NULL: nobody */

void   bjt_cell_painter_draw_second_household (const BjtCellPainter *self, cairo_t *cr, guint32 door, const BjtBox *box);
void   bjt_cell_painter_draw_text (const BjtCellPainter *self, cairo_t *cr, const char *text, const BjtTextPlace *place, guint32 colour, const BjtClassStyle *style);
double bjt_cell_painter_get_marks_width (const BjtCellPainter *self, guint32 door);
double bjt_cell_painter_draw_marks (const BjtCellPainter *self, cairo_t *cr, guint32 door, double right, double top);
void   bjt_cell_painter_choose_chips (const BjtCellPainter *self, guint32 door, double room, guint max, BjtCellChips *chips);
void   bjt_cell_painter_draw_chips (const BjtCellPainter *self, cairo_t *cr, const BjtCellChips *chips, double right, double top);

G_END_DECLS
