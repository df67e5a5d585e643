/* bjt-room-painter.c: two lines in the middle of the room: label, clock and
 * issue dot; name and chips. Sizes follow the room between the smallest that
 * can be read and what a cell of the matrix has at its largest. */
#include "bjt-room-painter.h"

#include "bjt-hatch.h"

#include <math.h>

#define LEAST_TEXT 11.0 /* px */
#define MOST_TEXT 17.0
#define LEAST_CHIP 13.5 /* px: its glyph is then 11 px high */
#define CHIP 1.25       /* of the text */
#define GAP 0.25        /* of the text */
#define MAX_CHIPS 4

/* What goes into a room */
typedef struct
{
  const char  *label;
  char        *name;
  double       label_width; /* with the marks */
  double       name_width;
  BjtCellChips chips;
  gboolean     is_one_line;

  const BjtClassStyle *ground;
} Lines;

static gboolean
is_upright_box (cairo_path_t *path,
                const BjtBox *box)
{
  int n = 0;

  for (int i = 0; i < path->num_data; i += path->data[i].header.length)
    {
      const cairo_path_data_t *data = path->data + i;

      if (data->header.type != CAIRO_PATH_MOVE_TO && data->header.type != CAIRO_PATH_LINE_TO)
        continue;
      if (data->header.type == CAIRO_PATH_MOVE_TO && i > 0 && i + data->header.length < path->num_data)
        return FALSE; /* a second part */
      if (fmin (fabs (data[1].point.x - box->x1), fabs (data[1].point.x - box->x2)) > 0.01
          || fmin (fabs (data[1].point.y - box->y1), fabs (data[1].point.y - box->y2)) > 0.01)
        return FALSE;
      n++;
    }
  return n <= 6;
}

/**
 * bjt_room_painter_fill:
 * @alpha: of the fill; less than 1 lets the drawing below shine through
 */
void
bjt_room_painter_fill (const BjtCellPainter *self,
                       cairo_t              *cr,
                       const BjtClassStyle  *style,
                       const BjtBox         *box,
                       double                alpha)
{
  cairo_path_t *path;
  gboolean      needs_clip;

  cairo_set_fill_rule (cr, CAIRO_FILL_RULE_EVEN_ODD);
  bjt_palette_set_source (cr, style->fill, self->glyphs.alpha * alpha);
  if (style->hatch == BJT_HATCH_NONE)
    {
      cairo_fill (cr);
      return;
    }
  path = cairo_copy_path (cr);
  needs_clip = !is_upright_box (path, box);
  cairo_path_destroy (path);
  cairo_fill_preserve (cr);
  cairo_save (cr);
  if (needs_clip)
    cairo_clip (cr);
  else
    cairo_new_path (cr);
  bjt_palette_set_source (cr, style->ink, self->glyphs.alpha);
  cairo_set_line_width (cr, style->hatch == BJT_HATCH_DIAGONAL ? 1.2 * self->unit : 0.8 * self->unit);
  bjt_hatch_draw (cr, style->hatch, box, (style->hatch == BJT_HATCH_DOTS ? 6 : 5) * self->unit);
  cairo_restore (cr);
}

/* Along the outline, inside it */
static void
stroke_inside (cairo_t *cr,
               double   width)
{
  cairo_save (cr);
  cairo_set_fill_rule (cr, CAIRO_FILL_RULE_EVEN_ODD);
  cairo_clip_preserve (cr);
  cairo_set_line_join (cr, CAIRO_LINE_JOIN_MITER);
  cairo_set_line_width (cr, 2 * width);
  cairo_stroke (cr);
  cairo_restore (cr);
}

void
bjt_room_painter_frame (const BjtCellPainter *self,
                        cairo_t              *cr,
                        int                   attention)
{
  int    level = CLAMP (attention, 0, 2);
  double width = self->glyphs.palette->attention_width[level] * self->unit;

  bjt_palette_set_source (cr, self->glyphs.palette->attention[level], self->glyphs.alpha);
  if (width > 0)
    stroke_inside (cr, width);
  else
    cairo_new_path (cr);
}

/* Texts and chips */

static double
get_height (const BjtCellPainter *cells,
            const Lines          *lines)
{
  gboolean has_first = lines->label != NULL || lines->label_width > 0, has_second = lines->name != NULL || lines->chips.n_shown > 0;
  double   second = lines->chips.n_shown > 0 ? cells->chip_size : cells->text_size * 1.15;

  if (lines->is_one_line)
    return fmax (cells->text_size, second);
  return (has_first ? cells->text_size : 0) + (has_second ? second : 0) + (has_first && has_second ? GAP * cells->text_size : 0);
}

static void
drop_name (Lines *lines)
{
  g_clear_pointer (&lines->name, g_free);
  lines->name_width = 0;
}

/* As many as have room; FALSE: there are some, and none has */
static gboolean
choose_chips (const BjtCellPainter *cells,
              guint32               door,
              double                width,
              Lines                *lines)
{
  for (guint max = MAX_CHIPS; max > 0; max--)
    {
      bjt_cell_painter_choose_chips (cells, door, width, max, &lines->chips);
      if (lines->chips.width <= width)
        return TRUE;
    }
  lines->chips = (BjtCellChips) { 0 };
  return FALSE;
}

/* Leaves out what is too wide. */
static void
fit_across (const BjtCellPainter *cells,
            guint32               door,
            double                width,
            BjtRoomShow           show,
            Lines                *lines)
{
  double marks = show & BJT_ROOM_SHOW_FACTS ? bjt_cell_painter_get_marks_width (cells, door) : 0, gap = GAP * cells->text_size;

  lines->label_width = lines->label != NULL ? bjt_text_painter_get_width (cells->glyphs.text, lines->label, cells->text_size, 0) : 0;
  if (lines->label_width > width)
    {
      lines->label = NULL;
      lines->label_width = 0;
    }
  if (lines->label_width + marks > width)
    marks = lines->label != NULL || marks > width ? 0 : marks;
  lines->label_width += marks + (marks > 0 && lines->label != NULL ? gap : 0);
  lines->name_width = lines->name != NULL ? bjt_text_painter_get_width (cells->glyphs.text, lines->name, cells->text_size * 1.15, 0) : 0;
  if (lines->name_width > width)
    drop_name (lines);
  if (show & BJT_ROOM_SHOW_FACTS && !choose_chips (cells, door, width - (lines->name != NULL ? lines->name_width + gap : 0), lines))
    {
      drop_name (lines);
      choose_chips (cells, door, width, lines);
    }
}

/* Leaves out what is too high. */
static gboolean
fit_down (const BjtCellPainter *cells,
          const BjtBox         *room,
          Lines                *lines)
{
  double height = room->y2 - room->y1;

  if (get_height (cells, lines) > height)
    drop_name (lines);
  if (get_height (cells, lines) > height && lines->chips.n_shown > 0)
    {
      lines->is_one_line = TRUE;
      if (lines->label_width + GAP * cells->text_size + lines->chips.width > room->x2 - room->x1)
        {
          lines->label = NULL;
          lines->label_width = 0;
        }
    }
  if (get_height (cells, lines) > height)
    lines->chips = (BjtCellChips) { 0 };
  return get_height (cells, lines) <= height;
}

static void
draw_first (const BjtCellPainter *cells,
            cairo_t              *cr,
            guint32               door,
            const Lines          *lines,
            double                left,
            double                middle)
{
  const BjtPalette *palette = cells->glyphs.palette;
  double            text = lines->label != NULL ? bjt_text_painter_get_width (cells->glyphs.text, lines->label, cells->text_size, 0) : 0;
  BjtTextPlace      place = { left, middle, 0, cells->text_size, 0, 0 };

  if (lines->label != NULL)
    bjt_cell_painter_draw_text (cells, cr, lines->label, &place, palette->dim_text, lines->ground);
  if (lines->label_width > text)
    bjt_cell_painter_draw_marks (cells, cr, door, left + lines->label_width, middle - 0.38 * cells->text_size);
}

static void
draw_second (const BjtCellPainter *cells,
             cairo_t              *cr,
             guint32               door,
             const Lines          *lines,
             double                left,
             double                middle)
{
  double       gap = lines->name != NULL && lines->chips.n_shown > 0 ? GAP * cells->text_size : 0;
  BjtTextPlace place = { left, middle, 0, cells->text_size * 1.15, 0, 0 };

  if (lines->name != NULL)
    bjt_cell_painter_draw_text (cells, cr, lines->name, &place, cells->glyphs.palette->text, lines->ground);
  bjt_cell_painter_draw_chips (cells, cr, &lines->chips, left + lines->name_width + gap + lines->chips.width - 0.8 * cells->unit, middle - cells->chip_size / 2);
}

static void
draw_lines (const BjtCellPainter *cells,
            cairo_t              *cr,
            guint32               door,
            const Lines          *lines,
            const BjtBox         *room)
{
  double x = (room->x1 + room->x2) / 2, y = (room->y1 + room->y2) / 2, height = get_height (cells, lines), gap = GAP * cells->text_size;
  double name_gap = lines->name != NULL && lines->chips.n_shown > 0 ? gap : 0, second = lines->name_width + name_gap + lines->chips.width;
  double second_height = lines->chips.n_shown > 0 ? cells->chip_size : cells->text_size * 1.15;
  double all = lines->label_width + (lines->label_width > 0 ? gap : 0) + second;

  if (lines->is_one_line)
    {
      draw_first (cells, cr, door, lines, x - all / 2, y);
      draw_second (cells, cr, door, lines, x + all / 2 - second, y);
      return;
    }
  draw_first (cells, cr, door, lines, x - lines->label_width / 2, second > 0 ? y - height / 2 + cells->text_size / 2 : y);
  draw_second (cells, cr, door, lines, x - second / 2, lines->label_width > 0 ? y + height / 2 - second_height / 2 : y);
}

void
bjt_room_painter_write (const BjtCellPainter *self,
                        cairo_t              *cr,
                        guint32               door,
                        const BjtBox         *room,
                        BjtRoomShow           show)
{
  BjtCellPainter cells = *self;
  double         inset = 3.2 * self->unit, width = room->x2 - room->x1 - 2 * inset, height = room->y2 - room->y1 - 2 * inset;
  BjtBox         inner = { room->x1 + inset, room->y1 + inset, room->x2 - inset, room->y2 - inset };
  Lines          lines = { .label = show & BJT_ROOM_SHOW_LABEL ? bjt_picture_get_door (self->picture, door)->label : NULL };

  if (fmin (width, height) < LEAST_TEXT * self->unit)
    return;
  lines.ground = show & BJT_ROOM_SHOW_FACTS ? bjt_cell_painter_get_style (self, door) : &self->glyphs.palette->classes[BJT_CLASS_RESIDENT];
  if (show & BJT_ROOM_SHOW_NAME)
    lines.name = bjt_cell_painter_dup_name (self, door, (show & BJT_ROOM_SHOW_UNMASKED_NAME) != 0);
  cells.text_size = fmax (fmin (fmin (height / 3, width / 4.5), MOST_TEXT * self->unit), LEAST_TEXT * self->unit);
  cells.chip_size = fmax (CHIP * cells.text_size, LEAST_CHIP * self->unit);
  fit_across (&cells, door, width, show, &lines);
  if (fit_down (&cells, &inner, &lines))
    draw_lines (&cells, cr, door, &lines, &inner);
  g_free (lines.name);
}
