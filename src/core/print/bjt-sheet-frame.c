/* bjt-sheet-frame.c: margins as hand-drawn community maps have them: 15 mm,
 * 35 mm for binding; less on small paper. */
#include "bjt-sheet-frame.h"

#include <math.h>

#include "bjt-sheet-part.h"

#define BINDING 35.0
#define HEADER 24.0
#define FOOTER 7.0
#define FRAME_WIDTH 0.8

static double
get_margin (const BjtSheetFrame *self,
            double               k)
{
  return MAX (k < 0.95 ? 10 : 15, self->margin);
}

/**
 * bjt_sheet_frame_get_k:
 *
 * Returns: how much larger than on A3 texts are
 */
double
bjt_sheet_frame_get_k (double width,
                       double height)
{
  return CLAMP (pow (width * height / (297.0 * 420.0), 0.3), 0.84, 2);
}

char *
bjt_sheet_frame_dup_page_number (BjtSheet        *sheet,
                                 BjtSheetLanguage language,
                                 guint            page)
{
  guint number, n_all;

  bjt_sheet_get_number (sheet, page, &number, &n_all);
  return bjt_sheet_words_format (language, BJT_WORD_PAGE, number, n_all);
}

static BjtBox
get_frame (const BjtSheetFrame *self,
           double               k)
{
  double margin = get_margin (self, k);

  return (BjtBox) { self->has_binding ? MAX (BINDING, margin) : margin, margin, self->width - margin, self->height - margin };
}

/**
 * bjt_sheet_frame_get_inside:
 *
 * Returns: the room between header and footer
 */
BjtBox
bjt_sheet_frame_get_inside (const BjtSheetFrame *self,
                            double               k)
{
  BjtBox frame = get_frame (self, k);

  return (BjtBox) { frame.x1, frame.y1 + HEADER * k, frame.x2, frame.y2 - FOOTER * k };
}

/* The mark and the first note, which stand right of the title. Returns their width. */
static double
draw_marks (const BjtSheetFrame *self,
            const BjtSheetPen   *pen,
            const BjtBox        *frame,
            double              *mark_width)
{
  double k = pen->k, right = frame->x2 - 5 * k, width = 0;

  *mark_width = 0;
  if (self->mark != NULL)
    {
      bjt_sheet_pen_colour (pen, pen->palette->alert);
      *mark_width = bjt_sheet_pen_bold (pen, self->mark, right, frame->y1 + 6.4 * k, 4.4, BJT_PEN_RIGHT);
    }
  bjt_sheet_pen_colour (pen, pen->palette->dim_text);
  if (self->notes[0] != NULL)
    width = bjt_sheet_pen_text (pen, self->notes[0], right, frame->y1 + 13.2 * k, 2.9, BJT_PEN_RIGHT);
  return MAX (width, *mark_width);
}

/* On narrow paper the title stands beside the mark alone. */
static void
draw_header (const BjtSheetFrame *self,
             const BjtSheetPen   *pen,
             const BjtBox        *frame)
{
  double       k = pen->k, left = frame->x1 + 6 * k, right = frame->x2 - 5 * k, mark_width;
  double       room = right - left - draw_marks (self, pen, frame, &mark_width) - 6 * k;
  BjtTextPlace title = { left, frame->y1 + 9.4 * k, 0, 8.6 * k, room, BJT_TEXT_BOLD };
  BjtTextPlace subtitle = { left, frame->y1 + 18.6 * k, 0, 3.5 * k, right - left, 0 };

  if (self->title != NULL && bjt_text_painter_get_width (pen->text, self->title, title.size, BJT_TEXT_BOLD) > room * 1.25)
    {
      title.y = frame->y1 + 6.2 * k;
      title.size = 5.6 * k;
      title.max_width = right - left - mark_width - 4 * k;
    }
  if (self->notes[1] != NULL)
    subtitle.max_width -= 6 * k + bjt_sheet_pen_text (pen, self->notes[1], right, frame->y1 + 18.6 * k, 2.9, BJT_PEN_RIGHT);
  bjt_sheet_pen_colour (pen, pen->palette->text);
  bjt_sheet_part_begin (pen->cr, BJT_PART_TITLE);
  bjt_sheet_pen_fit (pen, self->title, &title);
  bjt_sheet_part_end (pen->cr, BJT_PART_TITLE);
  bjt_sheet_part_begin (pen->cr, BJT_PART_TEXT);
  bjt_sheet_pen_fit (pen, self->subtitle, &subtitle);
  bjt_sheet_part_end (pen->cr, BJT_PART_TEXT);
}

/* What is not on the map stands before the number of the sheet. */
static char *
dup_right_footer (const BjtSheetFrame *self,
                  const BjtSheetPen   *pen)
{
  g_autofree char *unnamed = bjt_sheet_words_format (pen->language, BJT_WORD_NO_ROOM, self->n_unnamed);

  return self->n_unnamed > 0 ? g_strdup_printf ("%s · %s", unnamed, self->right_footer) : g_strdup (self->right_footer);
}

static void
draw_footer (const BjtSheetFrame *self,
             const BjtSheetPen   *pen,
             const BjtBox        *frame)
{
  g_autofree char *right = dup_right_footer (self, pen);
  double       k = pen->k, y = frame->y2 - FOOTER * k / 2, width = frame->x2 - frame->x1, number_width;
  BjtTextPlace left = { frame->x1 + 4 * k, y, 0, 2.4 * k, width * (self->warning != NULL ? 0.36 : 0.7), 0 };
  BjtTextPlace warning = { (frame->x1 + frame->x2) / 2, y, 0.5, 2.4 * k, 0, 0 };

  bjt_sheet_pen_colour (pen, pen->palette->dim_text);
  number_width = bjt_sheet_pen_text (pen, right, frame->x2 - 4 * k, y, 2.4, BJT_PEN_RIGHT);
  if (self->warning != NULL && bjt_text_painter_get_width (pen->text, self->warning, warning.size, 0) > 0.26 * width)
    {
      left.max_width = width * 0.27;
      warning.max_width = width * 0.7 - number_width - 14 * k;
      warning.x = frame->x2 - number_width - 7 * k;
      warning.align = 1;
    }
  bjt_sheet_pen_fit (pen, self->left_footer, &left);
  if (self->warning == NULL)
    return;
  bjt_sheet_pen_colour (pen, pen->palette->alert);
  bjt_sheet_pen_fit (pen, self->warning, &warning);
}

void
bjt_sheet_frame_draw (const BjtSheetFrame *self,
                      const BjtSheetPen   *pen)
{
  BjtBox frame = get_frame (self, pen->k);
  double line = frame.y1 + HEADER * pen->k;

  draw_header (self, pen, &frame);
  draw_footer (self, pen, &frame);
  bjt_sheet_pen_colour (pen, pen->palette->text);
  bjt_sheet_pen_line (pen, (BjtPoint) { frame.x1, line }, (BjtPoint) { frame.x2, line }, 0.3);
  bjt_sheet_pen_box (pen, &frame, FRAME_WIDTH);
}

/**
 * bjt_sheet_frame_draw_watermark:
 *
 * Large and pale along the diagonal of the box.
 */
void
bjt_sheet_frame_draw_watermark (const BjtSheetPen *pen,
                                const BjtBox      *box,
                                const char        *text)
{
  double       width = box->x2 - box->x1, height = box->y2 - box->y1;
  double       size = MIN (height, width) * 0.09;
  BjtTextPlace place = { 0, 0, 0.5, size, hypot (width, height) * 0.8, BJT_TEXT_BOLD };

  cairo_save (pen->cr);
  cairo_translate (pen->cr, (box->x1 + box->x2) / 2, (box->y1 + box->y2) / 2);
  cairo_rotate (pen->cr, -atan2 (height, width) * 0.8);
  bjt_palette_set_source (pen->cr, pen->palette->text, 0.045);
  bjt_text_painter_draw (pen->text, pen->cr, text, &place);
  cairo_restore (pen->cr);
}
