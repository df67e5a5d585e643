/* bjt-text-painter.h: short lines of text, laid out once and drawn often.
 *
 * Belongs to one thread. Sizes are in units of the cairo context it draws to:
 * pixels on screen, millimetres on paper.
 */
#pragma once

#include <pango/pangocairo.h>

G_BEGIN_DECLS

typedef enum
{
  BJT_TEXT_REGULAR = 0,
  BJT_TEXT_BOLD = 1 << 0,
} BjtTextFlags;

typedef struct _BjtTextPainter BjtTextPainter;

BjtTextPainter *bjt_text_painter_new (gboolean is_paper);
void            bjt_text_painter_free (BjtTextPainter *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (BjtTextPainter, bjt_text_painter_free)

/* Measures but draws nothing: pages without text, to compare with. */
void   bjt_text_painter_set_hidden (BjtTextPainter *self, gboolean is_hidden);

double bjt_text_painter_get_width (BjtTextPainter *self, const char *text, double size, BjtTextFlags flags);

/* Characters that no font here has, of which boxes were drawn since they were last
 * taken; NULL: none. */
char *bjt_text_painter_take_missing (BjtTextPainter *self);
guint bjt_text_painter_count_missing (BjtTextPainter *self, const char *text); /* each once */

/* Where the text stands: x is its left (0), middle (0.5) or right (1) by
 * align; y is the middle of its characters. Drawn in the current source. */
typedef struct
{
  double       x, y;
  double       align;
  double       size;
  double       max_width; /* 0: none; else set smaller, at most by a fifth, then cut with … */
  BjtTextFlags flags;
} BjtTextPlace;

/* Returns the width drawn. */
double bjt_text_painter_draw (BjtTextPainter *self, cairo_t *cr, const char *text, const BjtTextPlace *place);
double bjt_text_painter_draw_halo (BjtTextPainter *self, cairo_t *cr, const char *text, const BjtTextPlace *place, guint32 halo, double halo_width);

G_END_DECLS
