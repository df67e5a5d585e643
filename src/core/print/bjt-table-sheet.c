/* bjt-table-sheet.c: each row gets its page and place when it is added. */
#include "bjt-table-sheet.h"

#include <string.h>

#include "bjt-paper.h"
#include "bjt-sheet-notes.h"
#include "bjt-sheet-part.h"

#define SPACE 4.0
#define TEXT 3.0
#define LINE 4.4    /* of a cell with several */
#define ROW 6.4     /* of one line */
#define PADDING 1.2
#define LANE_GAP 6.0
#define MAX_LINES 6
#define WIDEST 0.72 /* of a Latin letter or digit, in sizes: a bound */

typedef struct
{
  gboolean is_heading;
  guint    page, lane, n_lines;
  double   y, height;
  char   **cells; /* as lines, separated by newlines */
} Row;

struct _BjtTableSheet
{
  BjtSheet parent_instance;

  /* Owned */
  GArray       *rows; /* Row */
  char         *title, *subtitle, *titles[BJT_TABLE_MAX_COLUMNS];
  BjtSheetNotes notes;

  /* State */
  BjtPenAlign aligns[BJT_TABLE_MAX_COLUMNS];
  double      widths[BJT_TABLE_MAX_COLUMNS];
  guint       n_columns, n_lanes, n_rows;
  BjtBox      inside;
  double      width, height, k, y;
  guint       page, lane;
};

G_DEFINE_FINAL_TYPE (BjtTableSheet, bjt_table_sheet, BJT_TYPE_SHEET)

static void
clear_row (gpointer data)
{
  g_strfreev (((Row *) data)->cells);
}

static void
bjt_table_sheet_finalize (GObject *object)
{
  BjtTableSheet *self = BJT_TABLE_SHEET (object);

  g_array_unref (self->rows);
  for (guint c = 0; c < self->n_columns; c++)
    g_free (self->titles[c]);
  bjt_sheet_notes_clear (&self->notes);
  g_free (self->title);
  g_free (self->subtitle);
  G_OBJECT_CLASS (bjt_table_sheet_parent_class)->finalize (object);
}

static guint
get_n_pages (BjtSheet *sheet)
{
  return BJT_TABLE_SHEET (sheet)->page + 1;
}

static void
get_page_size (BjtSheet *sheet,
               double   *width,
               double   *height)
{
  *width = BJT_TABLE_SHEET (sheet)->width;
  *height = BJT_TABLE_SHEET (sheet)->height;
}

static const char *
get_title (BjtSheet *sheet)
{
  return BJT_TABLE_SHEET (sheet)->title;
}

static char *
dup_bookmark (BjtSheet *sheet,
              guint     page,
              guint    *depth)
{
  return page == 0 ? g_strdup (get_title (sheet)) : NULL;
}

/* Drawing */

static double
get_lane_width (const BjtTableSheet *self)
{
  return (self->inside.x2 - self->inside.x1 - (self->n_lanes - 1) * LANE_GAP * self->k) / self->n_lanes;
}

static double
get_lane_x (const BjtTableSheet *self,
            guint                lane)
{
  return self->inside.x1 + lane * (get_lane_width (self) + LANE_GAP * self->k);
}

static void
draw_cell (const BjtTableSheet *self,
           const BjtSheetPen   *pen,
           const Row           *row,
           guint                column,
           double               x)
{
  g_auto (GStrv) lines = g_strsplit (row->cells[column], "\n", -1);
  double         k = self->k, room = self->widths[column] - 2 * PADDING * k, n = g_strv_length (lines);
  double         align = self->aligns[column] / 2.0, y = row->y + (row->height - (n - 1) * LINE * k) / 2;

  bjt_sheet_part_begin (pen->cr, BJT_PART_CELL);
  for (guint i = 0; lines[i] != NULL; i++, y += LINE * k)
    if (*lines[i] != '\0')
      bjt_sheet_pen_fit (pen, lines[i], &(BjtTextPlace) { x + PADDING * k + align * room, y, align, TEXT * k, room, 0 });
  bjt_sheet_part_end (pen->cr, BJT_PART_CELL);
}

static void
draw_row (const BjtTableSheet *self,
          const BjtSheetPen   *pen,
          const Row           *row)
{
  double x = get_lane_x (self, row->lane), right = x + get_lane_width (self), bottom = row->y + row->height;

  if (row->is_heading)
    {
      BjtBox box = { x, row->y, right, bottom };

      bjt_palette_set_source (pen->cr, pen->palette->text, 0.05);
      bjt_sheet_pen_fill (pen, &box);
      bjt_sheet_pen_colour (pen, pen->palette->text);
      bjt_sheet_part_begin (pen->cr, BJT_PART_CELL);
      bjt_sheet_pen_fit (pen, row->cells[0], &(BjtTextPlace) { x + PADDING * self->k, (row->y + bottom) / 2, 0, TEXT * 1.08 * self->k, right - x - 2 * PADDING * self->k, BJT_TEXT_BOLD });
      bjt_sheet_part_end (pen->cr, BJT_PART_CELL);
    }
  bjt_sheet_pen_colour (pen, pen->palette->text);
  for (guint c = 0; c < self->n_columns && !row->is_heading; x += self->widths[c++])
    draw_cell (self, pen, row, c, x);
  bjt_sheet_pen_colour (pen, pen->palette->cell_edge);
  bjt_sheet_pen_line (pen, (BjtPoint) { get_lane_x (self, row->lane), bottom }, (BjtPoint) { right, bottom }, 0.15);
}

static void
draw_header (const BjtTableSheet *self,
             const BjtSheetPen   *pen,
             guint                lane)
{
  double x = get_lane_x (self, lane), right = x + get_lane_width (self), k = self->k, top = self->inside.y1, bottom = top + ROW * k;
  BjtBox box = { x, top, right, bottom };

  bjt_palette_set_source (pen->cr, pen->palette->text, 0.1);
  bjt_sheet_pen_fill (pen, &box);
  bjt_sheet_pen_colour (pen, pen->palette->text);
  bjt_sheet_part_begin (pen->cr, BJT_PART_ROW);
  for (guint c = 0; c < self->n_columns; x += self->widths[c++])
    {
      double room = self->widths[c] - 2 * PADDING * k, align = self->aligns[c] / 2.0;

      bjt_sheet_part_begin (pen->cr, BJT_PART_COLUMN_TITLE);
      bjt_sheet_pen_fit (pen, self->titles[c], &(BjtTextPlace) { x + PADDING * k + align * room, (top + bottom) / 2, align, TEXT * k, room, BJT_TEXT_BOLD });
      bjt_sheet_part_end (pen->cr, BJT_PART_COLUMN_TITLE);
    }
  bjt_sheet_part_end (pen->cr, BJT_PART_ROW);
  bjt_sheet_pen_line (pen, (BjtPoint) { box.x1, top }, (BjtPoint) { right, top }, 0.35);
  bjt_sheet_pen_line (pen, (BjtPoint) { box.x1, bottom }, (BjtPoint) { right, bottom }, 0.35);
}

/* Between the columns, from the header down to the last row. */
static void
draw_rules (const BjtTableSheet *self,
            const BjtSheetPen   *pen,
            const Row           *row)
{
  double x = get_lane_x (self, row->lane);

  bjt_sheet_pen_colour (pen, pen->palette->cell_edge);
  for (guint c = 0; c + 1 < self->n_columns && !row->is_heading; c++)
    {
      x += self->widths[c];
      bjt_sheet_pen_line (pen, (BjtPoint) { x, row->y }, (BjtPoint) { x, row->y + row->height }, 0.1);
    }
}

/* The header of a lane and its rows on this page. */
static void
draw_lane (const BjtTableSheet *self,
           const BjtSheetPen   *pen,
           guint                page,
           guint                lane)
{
  bjt_sheet_part_begin (pen->cr, BJT_PART_TABLE);
  draw_header (self, pen, lane);
  for (guint i = 0; i < self->rows->len; i++)
    {
      const Row *row = &g_array_index (self->rows, Row, i);

      if (row->page != page || row->lane != lane)
        continue;
      bjt_sheet_part_begin (pen->cr, BJT_PART_ROW);
      draw_row (self, pen, row);
      draw_rules (self, pen, row);
      bjt_sheet_part_end (pen->cr, BJT_PART_ROW);
    }
  bjt_sheet_part_end (pen->cr, BJT_PART_TABLE);
}

static void
draw_page (BjtSheet *sheet,
           cairo_t  *cr,
           guint     page)
{
  BjtTableSheet   *self = BJT_TABLE_SHEET (sheet);
  BjtSheetPen      pen = bjt_sheet_notes_get_pen (&self->notes, sheet, cr, self->k);
  BjtSheetFrame    frame = bjt_sheet_notes_get_frame (&self->notes, self->width, self->height);
  g_autofree char *number = bjt_sheet_frame_dup_page_number (sheet, self->notes.language, page);
  guint            n_lanes = page < self->page ? self->n_lanes : self->lane + 1;

  frame.title = self->title;
  frame.subtitle = self->subtitle;
  frame.right_footer = number;
  cairo_set_source_rgb (cr, 1, 1, 1);
  cairo_rectangle (cr, 0, 0, self->width, self->height);
  cairo_fill (cr);
  if (self->notes.watermark != NULL)
    bjt_sheet_frame_draw_watermark (&pen, &self->inside, self->notes.watermark);
  bjt_sheet_frame_draw (&frame, &pen);
  for (guint lane = 0; lane < n_lanes; lane++)
    draw_lane (self, &pen, page, lane);
}

static void
bjt_table_sheet_class_init (BjtTableSheetClass *klass)
{
  BjtSheetClass *sheet_class = BJT_SHEET_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = bjt_table_sheet_finalize;
  sheet_class->get_n_pages = get_n_pages;
  sheet_class->get_page_size = get_page_size;
  sheet_class->get_title = get_title;
  sheet_class->draw_page = draw_page;
  sheet_class->dup_bookmark = dup_bookmark;
}

static void
bjt_table_sheet_init (BjtTableSheet *self)
{
  self->rows = g_array_new (FALSE, TRUE, sizeof (Row));
  g_array_set_clear_func (self->rows, clear_row);
}

/* Adding */

/* Whether it is in one line for sure, without asking the fonts. */
static gboolean
is_short (const char *text,
          double      size,
          double      room)
{
  double width = 0;

  for (; *text != '\0'; text = g_utf8_next_char (text))
    width += (g_utf8_get_char (text) < 0x2E80 ? WIDEST : 1) * size;
  return width <= room;
}

/* With newlines where lines end; the last of MAX_LINES keeps the rest. */
static char *
break_lines (BjtTableSheet *self,
             const char    *text,
             double         room)
{
  BjtTextPainter *painter = bjt_sheet_get_text (BJT_SHEET (self));
  double          size = TEXT * self->k, width = 0;
  GString        *lines;
  guint           n = 1;

  if (is_short (text, size, room) || bjt_text_painter_get_width (painter, text, size, 0) <= room)
    return g_strdelimit (g_strdup (text), "\n", ' ');
  lines = g_string_new (NULL);
  for (const char *at = text; *at != '\0'; at = g_utf8_next_char (at))
    {
      char   character[8] = "";
      double own;

      memcpy (character, at, (gsize) (g_utf8_next_char (at) - at));
      own = bjt_text_painter_get_width (painter, character, size, 0);
      if ((width + own > room || *at == '\n') && n < MAX_LINES)
        {
          g_string_append_c (lines, '\n');
          width = 0;
          n++;
        }
      width += own;
      if (*at != '\n')
        g_string_append (lines, character);
    }
  return g_string_free (lines, FALSE);
}

static void
next_lane (BjtTableSheet *self)
{
  if (++self->lane >= self->n_lanes)
    {
      self->lane = 0;
      self->page++;
    }
  self->y = self->inside.y1 + ROW * self->k;
}

/* @keep: what has to follow in the same lane */
static void
place_row (BjtTableSheet *self,
           Row           *row,
           double         keep)
{
  if (self->y + row->height + keep > self->inside.y2 && self->y > self->inside.y1 + ROW * self->k + 0.1)
    next_lane (self);
  row->page = self->page;
  row->lane = self->lane;
  row->y = self->y;
  self->y += row->height;
  g_array_append_val (self->rows, *row);
}

void
bjt_table_sheet_add_heading (BjtTableSheet *self,
                             const char    *text)
{
  Row row = { .is_heading = TRUE, .height = ROW * self->k };

  row.cells = g_new0 (char *, 2);
  row.cells[0] = g_strdup (text);
  place_row (self, &row, ROW * self->k);
}

void
bjt_table_sheet_add_row (BjtTableSheet     *self,
                         const char *const *cells)
{
  Row   row = { 0 };
  guint n_lines = 1;

  row.cells = g_new0 (char *, self->n_columns + 1);
  for (guint c = 0; c < self->n_columns; c++)
    {
      guint n = 1;

      row.cells[c] = cells[c] != NULL ? break_lines (self, cells[c], self->widths[c] - 2 * PADDING * self->k) : g_strdup ("");
      for (const char *at = row.cells[c]; (at = strchr (at, '\n')) != NULL; at++)
        n++;
      n_lines = MAX (n_lines, n);
    }
  row.height = (ROW + (n_lines - 1) * LINE) * self->k;
  self->n_rows++;
  place_row (self, &row, 0);
}

guint
bjt_table_sheet_get_n_rows (BjtTableSheet *self)
{
  return self->n_rows;
}

static void
set_columns (BjtTableSheet      *self,
             const BjtTableForm *form)
{
  double wanted = 0, room;

  self->n_columns = MIN (form->n_columns, BJT_TABLE_MAX_COLUMNS);
  self->n_lanes = MAX (form->n_lanes, 1);
  room = get_lane_width (self);
  for (guint c = 0; c < self->n_columns; c++)
    wanted += form->columns[c].width;
  for (guint c = 0; c < self->n_columns; c++)
    {
      self->titles[c] = g_strdup (form->columns[c].title);
      self->aligns[c] = form->columns[c].align;
      self->widths[c] = form->columns[c].width * room / wanted;
    }
}

static void
lay_out (BjtTableSheet             *self,
         const BjtTableForm        *form,
         const BjtPaper            *paper,
         const BjtGridSheetOptions *options)
{
  gboolean      is_landscape = options->orientation == BJT_ORIENTATION_BEST ? form->is_landscape : options->orientation == BJT_ORIENTATION_LANDSCAPE;
  BjtSheetFrame frame;

  self->width = is_landscape ? MAX (paper->width, paper->height) : MIN (paper->width, paper->height);
  self->height = is_landscape ? MIN (paper->width, paper->height) : MAX (paper->width, paper->height);
  self->k = bjt_sheet_frame_get_k (self->width, self->height);
  frame = bjt_sheet_notes_get_frame (&self->notes, self->width, self->height);
  self->inside = bjt_sheet_frame_get_inside (&frame, self->k);
  self->inside.x1 += SPACE * self->k;
  self->inside.x2 -= SPACE * self->k;
  self->inside.y1 += SPACE * self->k;
  self->inside.y2 -= SPACE / 2 * self->k;
  self->y = self->inside.y1 + ROW * self->k;
}

/**
 * bjt_table_sheet_new:
 *
 * Returns: (transfer full) (nullable): a table without rows yet
 */
BjtTableSheet *
bjt_table_sheet_new (BjtPicture                *picture,
                     const BjtTableForm        *form,
                     const BjtGridSheetOptions *options,
                     GError                   **error)
{
  BjtTableSheet *self;
  BjtPaper       paper;

  if (!bjt_paper_parse (options->paper != NULL ? options->paper : form->paper != NULL ? form->paper : "A4", &paper, error))
    return NULL;
  if (MIN (paper.width, paper.height) < 140)
    {
      g_set_error (error, G_IO_ERROR, G_IO_ERROR_NO_SPACE, "The table does not fit on %s: choose A5 or larger", paper.name);
      return NULL;
    }
  self = g_object_new (BJT_TYPE_TABLE_SHEET, NULL);
  bjt_sheet_notes_init (&self->notes, picture, options);
  self->title = g_strdup (form->title);
  self->subtitle = g_strdup (form->subtitle != NULL ? form->subtitle : "");
  lay_out (self, form, &paper, options);
  set_columns (self, form);
  return self;
}
