/* bjt-form-sheet.c: each block gets its page and place when it is added; drawing
 * only draws. Sizes are millimetres on A4 times k. */
#include "bjt-form-sheet.h"

#include "bjt-paper.h"
#include "bjt-sheet-frame.h"
#include "bjt-sheet-part.h"

#define SPACE 6.0
#define HEADING 9.0
#define FACT 6.2
#define ROW 6.0
#define PARAGRAPH 5.6 /* a line of it */
#define REMARK 5.2
#define REMARK_TEXT 3.0
#define BAR 5.0
#define BAR_LABEL_WIDTH 34.0
#define BAR_TEXT_WIDTH 42.0
#define BAR_LINE 0.2 /* of the outline */
#define BLANK 8.5
#define SIGNATURE 14.0
#define TEXT 3.5
#define NAME_WIDTH 26.0

typedef enum
{
  BLOCK_HEADING,
  BLOCK_FACT,
  BLOCK_ROW,
  BLOCK_PARAGRAPH,
  BLOCK_REMARK,
  BLOCK_BAR,
  BLOCK_BLANK,
  BLOCK_SIGNATURES,
  BLOCK_DRAWING,
} BlockKind;

typedef struct
{
  BlockKind   kind;
  guint       page;
  double      y, height;
  guint       n_cells;
  char       *cells[BJT_FORM_MAX_CELLS];
  double      widths[BJT_FORM_MAX_CELLS];
  BjtBar      bar;
  BjtBarScale scale;
  BjtFormDraw draw;

  /* Owned */
  gpointer       data;
  GDestroyNotify destroy;
} Block;

struct _BjtFormSheet
{
  BjtSheet parent_instance;

  /* Owned */
  GArray *blocks;
  char   *title, *subtitle, *notes[2], *left_footer, *watermark;

  /* State */
  BjtGridSheetOptions options; /* its strings are not kept */
  BjtBox              inside;
  double              width, height, k, y;
  guint               page;
  gboolean            is_outward;
};

G_DEFINE_FINAL_TYPE (BjtFormSheet, bjt_form_sheet, BJT_TYPE_SHEET)

static void
clear_block (gpointer data)
{
  Block *block = data;

  for (guint i = 0; i < block->n_cells; i++)
    g_free (block->cells[i]);
  if (block->destroy != NULL)
    block->destroy (block->data);
}

static void
bjt_form_sheet_finalize (GObject *object)
{
  BjtFormSheet *self = BJT_FORM_SHEET (object);

  g_array_unref (self->blocks);
  g_free (self->title);
  g_free (self->subtitle);
  g_free (self->notes[0]);
  g_free (self->notes[1]);
  g_free (self->left_footer);
  g_free (self->watermark);
  G_OBJECT_CLASS (bjt_form_sheet_parent_class)->finalize (object);
}

static guint
get_n_pages (BjtSheet *sheet)
{
  return BJT_FORM_SHEET (sheet)->page + 1;
}

static void
get_page_size (BjtSheet *sheet,
               double   *width,
               double   *height)
{
  *width = BJT_FORM_SHEET (sheet)->width;
  *height = BJT_FORM_SHEET (sheet)->height;
}

static const char *
get_title (BjtSheet *sheet)
{
  return BJT_FORM_SHEET (sheet)->title;
}

/* Drawing */

static void
draw_line (const BjtFormSheet *self,
           const BjtSheetPen  *pen,
           double              x1,
           double              x2,
           double              y)
{
  bjt_sheet_pen_colour (pen, pen->palette->cell_edge);
  bjt_sheet_pen_line (pen, (BjtPoint) { x1, y }, (BjtPoint) { x2, y }, 0.2);
}

static void
draw_fit (const BjtSheetPen *pen,
          const char        *text,
          BjtTextPlace       place)
{
  if (text != NULL)
    bjt_sheet_pen_fit (pen, text, &place);
}

static void
draw_row (const BjtFormSheet *self,
          const BjtSheetPen  *pen,
          const Block        *block)
{
  double x = self->inside.x1, middle = block->y + block->height / 2;

  bjt_sheet_pen_colour (pen, pen->palette->text);
  for (guint i = 0; i < block->n_cells; i++)
    {
      bjt_sheet_part_begin (pen->cr, BJT_PART_CELL);
      draw_fit (pen, block->cells[i], (BjtTextPlace) { x, middle, 0, TEXT * self->k, block->widths[i] - 2 * self->k, 0 });
      bjt_sheet_part_end (pen->cr, BJT_PART_CELL);
      x += block->widths[i];
    }
  draw_line (self, pen, self->inside.x1, self->inside.x2, block->y + block->height);
}

static void
draw_signatures (const BjtFormSheet *self,
                 const BjtSheetPen  *pen,
                 const Block        *block)
{
  const char *day = bjt_sheet_pen_word (pen, BJT_WORD_SIGN_DAY);
  double      half = (self->inside.x2 - self->inside.x1) / 2, k = self->k, y = block->y + block->height * 0.62;

  for (guint i = 0; i < block->n_cells; i++)
    {
      double left = self->inside.x1 + half * i, width;

      bjt_sheet_pen_colour (pen, pen->palette->text);
      width = bjt_sheet_pen_text (pen, block->cells[i], left, y, TEXT, BJT_PEN_LEFT);
      bjt_sheet_pen_text (pen, day, left + half - 8 * k, y, TEXT, BJT_PEN_RIGHT);
      draw_line (self, pen, left + width + 2 * k, left + half - 40 * k, y + 2.6 * k);
    }
}

static void
draw_bar (const BjtFormSheet *self,
          const BjtSheetPen  *pen,
          const Block        *block)
{
  double k = self->k, left = self->inside.x1, right = self->inside.x2, middle = block->y + block->height / 2;
  BjtBox box = { left + BAR_LABEL_WIDTH * k, block->y + 0.5 * k, right - BAR_TEXT_WIDTH * k, block->y + block->height - 0.5 * k };

  bjt_sheet_pen_colour (pen, pen->palette->text);
  draw_fit (pen, block->cells[0], (BjtTextPlace) { left, middle, 0, TEXT * k, (BAR_LABEL_WIDTH - 2) * k, 0 });
  bjt_bar_painter_draw (pen->cr, pen->palette, &block->scale, &block->bar, &box, BAR_LINE * k);
  bjt_sheet_pen_colour (pen, pen->palette->text);
  draw_fit (pen, block->cells[1], (BjtTextPlace) { right, middle, 1, TEXT * k, (BAR_TEXT_WIDTH - 2) * k, 0 });
}

static void
draw_block (const BjtFormSheet *self,
            const BjtSheetPen  *pen,
            const Block        *block)
{
  double left = self->inside.x1, right = self->inside.x2, k = self->k, middle = block->y + block->height / 2;

  switch (block->kind)
    {
    case BLOCK_HEADING:
      bjt_sheet_pen_colour (pen, pen->palette->text);
      bjt_sheet_pen_bold (pen, block->cells[0], left, block->y + 5 * k, 4.2, BJT_PEN_LEFT);
      draw_line (self, pen, left, right, block->y + 8.4 * k);
      break;
    case BLOCK_FACT:
      bjt_sheet_pen_colour (pen, pen->palette->dim_text);
      draw_fit (pen, block->cells[0], (BjtTextPlace) { left, middle, 0, TEXT * k, (NAME_WIDTH - 2) * k, 0 });
      bjt_sheet_pen_colour (pen, pen->palette->text);
      draw_fit (pen, block->cells[1], (BjtTextPlace) { left + NAME_WIDTH * k, middle, 0, TEXT * k, right - left - NAME_WIDTH * k, 0 });
      break;
    case BLOCK_ROW:
      draw_row (self, pen, block);
      break;
    case BLOCK_PARAGRAPH:
      bjt_sheet_pen_colour (pen, pen->palette->text);
      bjt_sheet_pen_text (pen, block->cells[0], left, middle, TEXT, BJT_PEN_LEFT);
      break;
    case BLOCK_REMARK:
      bjt_sheet_pen_colour (pen, pen->palette->dim_text);
      draw_fit (pen, block->cells[0], (BjtTextPlace) { left, middle, 0, REMARK_TEXT * k, right - left, 0 });
      break;
    case BLOCK_BAR:
      draw_bar (self, pen, block);
      break;
    case BLOCK_BLANK:
      draw_line (self, pen, left, right, block->y + block->height);
      break;
    case BLOCK_DRAWING:
      block->draw (pen, &(BjtBox) { left, block->y, right, block->y + block->height }, block->data);
      break;
    case BLOCK_SIGNATURES:
    default:
      draw_signatures (self, pen, block);
      break;
    }
}

static const char *
get_part (BlockKind kind)
{
  return kind == BLOCK_HEADING ? BJT_PART_HEADING : kind == BLOCK_ROW ? BJT_PART_ROW : BJT_PART_TEXT;
}

/* Rows under each other are a table. */
static void
draw_blocks (const BjtFormSheet *self,
             const BjtSheetPen  *pen,
             guint               page)
{
  gboolean is_table = FALSE;

  for (guint i = 0; i < self->blocks->len; i++)
    {
      const Block *block = &g_array_index (self->blocks, Block, i);

      if (block->page != page)
        continue;
      if (is_table && block->kind != BLOCK_ROW)
        bjt_sheet_part_end (pen->cr, BJT_PART_TABLE);
      else if (!is_table && block->kind == BLOCK_ROW)
        bjt_sheet_part_begin (pen->cr, BJT_PART_TABLE);
      is_table = block->kind == BLOCK_ROW;
      bjt_sheet_part_begin (pen->cr, get_part (block->kind));
      draw_block (self, pen, block);
      bjt_sheet_part_end (pen->cr, get_part (block->kind));
    }
  if (is_table)
    bjt_sheet_part_end (pen->cr, BJT_PART_TABLE);
}

static BjtSheetFrame
get_frame (const BjtFormSheet *self)
{
  return (BjtSheetFrame) {
    .width = self->width,
    .height = self->height,
    .has_binding = self->options.has_binding,
    .margin = self->options.margin,
    .title = self->title,
    .subtitle = self->subtitle,
    .mark = self->is_outward ? NULL : bjt_sheet_words_get (self->options.language, BJT_WORD_INTERNAL),
    .notes = { self->is_outward ? NULL : self->notes[0], self->is_outward ? NULL : self->notes[1] },
    .left_footer = self->left_footer,
  };
}

static void
draw_page (BjtSheet *sheet,
           cairo_t  *cr,
           guint     page)
{
  BjtFormSheet *self = BJT_FORM_SHEET (sheet);
  BjtSheetPen   pen = { cr, bjt_sheet_get_text (sheet), bjt_palette_get (self->options.is_mono ? BJT_PALETTE_MONO : BJT_PALETTE_PRINT), self->options.language, self->k };
  BjtSheetFrame frame = get_frame (self);
  g_autofree char *number = bjt_sheet_frame_dup_page_number (sheet, self->options.language, page);

  frame.right_footer = number;
  cairo_set_source_rgb (cr, 1, 1, 1);
  cairo_rectangle (cr, 0, 0, self->width, self->height);
  cairo_fill (cr);
  if (self->watermark != NULL)
    bjt_sheet_frame_draw_watermark (&pen, &self->inside, self->watermark);
  bjt_sheet_frame_draw (&frame, &pen);
  draw_blocks (self, &pen, page);
}

static void
bjt_form_sheet_class_init (BjtFormSheetClass *klass)
{
  BjtSheetClass *sheet_class = BJT_SHEET_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = bjt_form_sheet_finalize;
  sheet_class->get_n_pages = get_n_pages;
  sheet_class->get_page_size = get_page_size;
  sheet_class->get_title = get_title;
  sheet_class->draw_page = draw_page;
}

static void
bjt_form_sheet_init (BjtFormSheet *self)
{
  self->blocks = g_array_new (FALSE, TRUE, sizeof (Block));
  g_array_set_clear_func (self->blocks, clear_block);
}

/* Adding */

static Block *
add_block (BjtFormSheet *self,
           BlockKind     kind,
           double        height,
           double        keep) /* what has to follow on the same page */
{
  Block block = { .kind = kind, .height = height * self->k };

  if (self->y + block.height + keep * self->k > self->inside.y2)
    {
      self->page++;
      self->y = self->inside.y1;
    }
  block.page = self->page;
  block.y = self->y;
  self->y += block.height;
  g_array_append_val (self->blocks, block);
  return &g_array_index (self->blocks, Block, self->blocks->len - 1);
}

static void
add_text (Block      *block,
          const char *text)
{
  block->cells[block->n_cells++] = g_strdup (text);
}

void
bjt_form_sheet_keep (BjtFormSheet *self,
                     double        height)
{
  if (self->y > self->inside.y1 && self->y + height * self->k > self->inside.y2)
    {
      self->page++;
      self->y = self->inside.y1;
    }
}

void
bjt_form_sheet_add_drawing (BjtFormSheet  *self,
                            double         height,
                            BjtFormDraw    draw,
                            gpointer       data,
                            GDestroyNotify destroy)
{
  Block *block = add_block (self, BLOCK_DRAWING, height, 0);

  block->draw = draw;
  block->data = data;
  block->destroy = destroy;
}

void
bjt_form_sheet_set_outward (BjtFormSheet *self)
{
  self->is_outward = TRUE;
}

void
bjt_form_sheet_add_heading (BjtFormSheet *self,
                            const char   *text)
{
  add_text (add_block (self, BLOCK_HEADING, HEADING, 2 * ROW), text);
}

void
bjt_form_sheet_add_fact (BjtFormSheet *self,
                         const char   *name,
                         const char   *value)
{
  Block *block = add_block (self, BLOCK_FACT, FACT, 0);

  add_text (block, name);
  add_text (block, value != NULL && *value != '\0' ? value : "—");
}

static void
add_row (BjtFormSheet      *self,
         const double      *widths,
         const char *const *cells,
         guint              n_cells,
         double             keep)
{
  Block *block = add_block (self, BLOCK_ROW, ROW, keep);
  double rest = self->inside.x2 - self->inside.x1;

  g_return_if_fail (n_cells <= BJT_FORM_MAX_CELLS);
  for (guint i = 0; i < n_cells; i++)
    rest -= widths[i] * self->k;
  for (guint i = 0; i < n_cells; i++)
    {
      block->widths[i] = widths[i] > 0 ? widths[i] * self->k : rest;
      add_text (block, cells[i]);
    }
}

void
bjt_form_sheet_add_row (BjtFormSheet      *self,
                        const double      *widths,
                        const char *const *cells,
                        guint              n_cells)
{
  add_row (self, widths, cells, n_cells, 0);
}

void
bjt_form_sheet_add_head_row (BjtFormSheet      *self,
                             const double      *widths,
                             const char *const *cells,
                             guint              n_cells)
{
  add_row (self, widths, cells, n_cells, ROW);
}

/* Where the line is broken that is full at @at: not within a word of letters. */
static const char *
step_back (const char *line,
           const char *at)
{
  const char *word = at;

  while (word > line && g_ascii_isgraph (word[-1]) && g_ascii_isgraph (*at))
    word--;
  if (*at == ' ')
    return at + 1;
  return word > line ? word : at;
}

/* How many bytes of the line fit; at least one character. */
static gsize
find_break (BjtFormSheet *self,
            const char   *line,
            double        size)
{
  double      room = self->inside.x2 - self->inside.x1, width = 0;
  const char *at = line;

  while (*at != '\0')
    {
      const char      *next = g_utf8_next_char (at);
      g_autofree char *character = g_strndup (at, (gsize) (next - at));

      width += bjt_text_painter_get_width (bjt_sheet_get_text (BJT_SHEET (self)), character, size * self->k, 0);
      if (width > room && at > line)
        return (gsize) (step_back (line, at) - line);
      at = next;
    }
  return (gsize) (at - line);
}

static void
add_lines (BjtFormSheet *self,
           BlockKind     kind,
           double        height,
           double        size,
           const char   *text)
{
  g_auto (GStrv) lines = g_strsplit (text, "\n", -1);

  for (guint i = 0; lines[i] != NULL; i++)
    for (const char *rest = lines[i]; *rest != '\0';)
      {
        gsize            n = find_break (self, rest, size);
        g_autofree char *line = g_strndup (rest, n);

        add_text (add_block (self, kind, height, 0), line);
        rest += n;
      }
}

void
bjt_form_sheet_add_paragraph (BjtFormSheet *self,
                              const char   *text)
{
  add_lines (self, BLOCK_PARAGRAPH, PARAGRAPH, TEXT, text);
}

void
bjt_form_sheet_add_remark (BjtFormSheet *self,
                           const char   *text)
{
  add_lines (self, BLOCK_REMARK, REMARK, REMARK_TEXT, text);
}

void
bjt_form_sheet_add_chart (BjtFormSheet *self,
                          const char   *heading,
                          guint         n_bars)
{
  add_text (add_block (self, BLOCK_HEADING, HEADING, n_bars * BAR), heading);
}

void
bjt_form_sheet_add_bar (BjtFormSheet      *self,
                        const char        *label,
                        const char        *text,
                        const BjtBarScale *scale,
                        const BjtBar      *bar)
{
  Block *block = add_block (self, BLOCK_BAR, BAR, 0);

  add_text (block, label);
  add_text (block, text);
  block->scale = *scale;
  block->bar = *bar;
}

void
bjt_form_sheet_fill_blank_lines (BjtFormSheet *self,
                                 guint         n_least)
{
  for (guint i = 0; i < n_least || self->y + (BLANK + SIGNATURE) * self->k <= self->inside.y2; i++)
    add_block (self, BLOCK_BLANK, BLANK, 0);
}

void
bjt_form_sheet_go_to_foot (BjtFormSheet *self,
                           guint         n_lines)
{
  double foot = self->inside.y2 - (HEADING + n_lines * PARAGRAPH + SIGNATURE) * self->k;

  if (foot > self->y)
    self->y = foot;
}

/* At the foot of the page. */
void
bjt_form_sheet_add_signatures (BjtFormSheet *self,
                               const char   *left,
                               const char   *right)
{
  Block *block = add_block (self, BLOCK_SIGNATURES, SIGNATURE, 0);

  block->y = self->inside.y2 - block->height;
  self->y = self->inside.y2;
  add_text (block, left);
  if (right != NULL)
    add_text (block, right);
}

guint
bjt_form_sheet_count_rows_left (BjtFormSheet *self,
                                guint         n_blank_lines)
{
  double room = self->inside.y2 - self->y - (HEADING + n_blank_lines * BLANK + SIGNATURE) * self->k;

  return room > 0 ? (guint) (room / (ROW * self->k)) : 0;
}

static void
write_texts (BjtFormSheet              *self,
             const BjtPicture          *picture,
             const BjtGridSheetOptions *options)
{
  BjtSheetLanguage language = options->language;
  g_autofree char *day = bjt_date_dup_string (picture->as_of);
  g_autofree char *date = bjt_date_dup_string (options->made_on != 0 && options->made_on != BJT_DATE_NONE ? options->made_on : picture->as_of);
  g_autofree char *copy = options->copy_number > 0 ? bjt_sheet_words_format (language, BJT_WORD_COPY, options->copy_number) : NULL;
  const char      *maker = options->maker != NULL ? options->maker : picture->community.name;
  const char      *demo = picture->community.is_sample ? bjt_sheet_words_get (language, BJT_WORD_DEMO) : NULL;

  self->notes[0] = g_strdup_printf ("%s%s%s %s · %s %s", copy != NULL ? copy : "", copy != NULL ? " · " : "",
                                    bjt_sheet_words_get (language, BJT_WORD_PURPOSE), options->purpose != NULL ? options->purpose : "__________",
                                    bjt_sheet_words_get (language, BJT_WORD_RECEIVER), options->receiver != NULL ? options->receiver : "__________");
  self->notes[1] = g_strdup_printf ("%s %s", bjt_sheet_words_get (language, BJT_WORD_DATA_AS_OF), day);
  self->left_footer = g_strdup_printf ("%s %s %s%s%s", bjt_sheet_words_get (language, BJT_WORD_MADE_BY), maker != NULL ? maker : "", date,
                                       demo != NULL ? " · " : "", demo != NULL ? demo : "");
  self->watermark = options->receiver != NULL && demo != NULL ? g_strdup_printf ("%s · %s", demo, options->receiver)
                                                              : g_strdup (demo != NULL ? demo : options->receiver);
}

/**
 * bjt_form_sheet_new:
 *
 * Returns: (transfer full) (nullable): a sheet without blocks yet
 */
BjtFormSheet *
bjt_form_sheet_new (BjtPicture                *picture,
                    const char                *title,
                    const char                *subtitle,
                    const BjtGridSheetOptions *options,
                    GError                   **error)
{
  BjtPaper      paper;
  BjtFormSheet *self;
  BjtSheetFrame frame;

  if (!bjt_paper_parse (options->paper != NULL ? options->paper : "A4", &paper, error))
    return NULL;
  if (MIN (paper.width, paper.height) < 140)
    {
      g_set_error (error, G_IO_ERROR, G_IO_ERROR_NO_SPACE, "The form does not fit on %s: choose A5 or larger", paper.name);
      return NULL;
    }
  self = g_object_new (BJT_TYPE_FORM_SHEET, NULL);
  self->options = *options;
  self->title = g_strdup (title);
  self->subtitle = g_strdup (subtitle);
  write_texts (self, picture, options);
  self->width = MIN (paper.width, paper.height);
  self->height = MAX (paper.width, paper.height);
  self->k = bjt_sheet_frame_get_k (self->width, self->height);
  frame = get_frame (self);
  self->inside = bjt_sheet_frame_get_inside (&frame, self->k);
  self->inside.x1 += SPACE * self->k;
  self->inside.x2 -= SPACE * self->k;
  self->inside.y1 += SPACE / 2 * self->k;
  self->inside.y2 -= SPACE / 3 * self->k;
  self->y = self->inside.y1;
  return self;
}
