/* bjt-building-sheet.c: the cells are as large as the fewest pages allow.
 *
 * A name needs 9 pt and so 22 × 14 mm, a door with tags alone 12 × 9 mm. Where one
 * level of one entrance is too wide even for a page, cells may shrink to three
 * quarters; what is wider still goes on on the next page. Only paper too small for
 * one door is refused. Where the page is free stand the doors
 * that need attention, and lines for the pen. */
#include "bjt-building-sheet.h"

#include <math.h>

#include "base/bjt-text.h"
#include "bjt-attention-list.h"
#include "bjt-grid-column.h"
#include "bjt-paper.h"
#include "bjt-sheet-notes.h"
#include "paint/bjt-matrix-painter.h"

#define COLUMN_WIDTH 68.0
#define SPACE 4.0
#define GAP 0.4
#define SECTION_GAP 2.2
#define HEADER 5.4
#define LABEL_WIDTH 6.4
#define LEADER 9.0 /* below the cells: who leads the entrance */
#define BESIDE 6.0 /* between the cells and what stands beside them */
#define SHRINK 0.75
#define A4_K 0.84
#define COLUMN_PAPER 140.0 /* narrower paper has no column */

typedef struct
{
  double width, height;
} Size;

static const Size least[] = { { 12, 9 }, { 22, 14 } }, most[] = { { 20, 15 }, { 36, 22 } }; /* tags, names */

/* How the matrix is cut, and how large its cells are. */
typedef struct
{
  guint    rows, columns; /* parts */
  guint    stack;         /* so many on a page, one below the other; where there is one row of them */
  gboolean is_landscape;
  Size     cell;
} Fit;

struct _BjtBuildingSheet
{
  BjtSheet parent_instance;

  /* Owned */
  BjtPicture   *picture;
  BjtMatrix    *matrix; /* whole */
  GPtrArray    *parts;  /* BjtMatrix */
  char         *title, *subtitle;
  BjtSheetNotes notes;

  /* State */
  BjtBuildingScope scope;
  BjtSheetNames    names;
  BjtGridCount     count;
  Fit              fit;
  double           width, height, k;
};

G_DEFINE_FINAL_TYPE (BjtBuildingSheet, bjt_building_sheet, BJT_TYPE_SHEET)

static void
bjt_building_sheet_finalize (GObject *object)
{
  BjtBuildingSheet *self = BJT_BUILDING_SHEET (object);

  g_clear_pointer (&self->parts, g_ptr_array_unref);
  g_clear_pointer (&self->matrix, bjt_matrix_free);
  g_clear_pointer (&self->picture, bjt_picture_unref);
  bjt_sheet_notes_clear (&self->notes);
  g_free (self->title);
  g_free (self->subtitle);
  G_OBJECT_CLASS (bjt_building_sheet_parent_class)->finalize (object);
}

static guint
get_n_pages (BjtSheet *sheet)
{
  BjtBuildingSheet *self = BJT_BUILDING_SHEET (sheet);

  return (self->parts->len + self->fit.stack - 1) / self->fit.stack;
}

static void
get_page_size (BjtSheet *sheet,
               double   *width,
               double   *height)
{
  *width = BJT_BUILDING_SHEET (sheet)->width;
  *height = BJT_BUILDING_SHEET (sheet)->height;
}

static const char *
get_title (BjtSheet *sheet)
{
  return BJT_BUILDING_SHEET (sheet)->title;
}

static char *
dup_bookmark (BjtSheet *sheet,
              guint     page,
              guint    *depth)
{
  return page == 0 ? g_strdup (get_title (sheet)) : NULL;
}

static gboolean
has_column (const BjtBuildingSheet *self)
{
  return self->width >= COLUMN_PAPER;
}

static void
get_parts (const BjtBuildingSheet *self,
           BjtBox                 *window,
           BjtBox                 *column)
{
  BjtSheetFrame frame = bjt_sheet_notes_get_frame (&self->notes, self->width, self->height);
  BjtBox        inside = bjt_sheet_frame_get_inside (&frame, self->k);
  double        space = SPACE * self->k;

  *column = (BjtBox) { inside.x2 - COLUMN_WIDTH * self->k - space, inside.y1 + space, inside.x2 - space, inside.y2 - space / 2 };
  *window = (BjtBox) { inside.x1 + space, inside.y1 + space, has_column (self) ? column->x1 - 1.5 * space : inside.x2 - space, inside.y2 - space / 2 };
}

static BjtMatrixMetrics
get_metrics (const BjtBuildingSheet *self)
{
  return (BjtMatrixMetrics) { self->fit.cell.width, self->fit.cell.height, GAP, SECTION_GAP, HEADER, LABEL_WIDTH };
}

static BjtMatrixPainter
get_painter (const BjtBuildingSheet *self,
             const BjtSheetPen      *pen,
             const BjtMatrix        *part)
{
  gboolean      has_names = self->names != BJT_SHEET_NAMES_NONE;
  double        cell = MIN (self->fit.cell.height, self->fit.cell.width);
  BjtMatrixShow show = BJT_MATRIX_SHOW_LABELS;

  if (has_names)
    show |= BJT_MATRIX_SHOW_NAMES;
  if (self->names == BJT_SHEET_NAMES_FULL)
    show |= BJT_MATRIX_SHOW_UNMASKED_NAMES;
  return (BjtMatrixPainter) {
    .picture = self->picture,
    .matrix = part,
    .metrics = get_metrics (self),
    .unit = CLAMP (cell * 0.022, 0.2, 0.42),
    .text_size = has_names ? CLAMP (cell * 0.2, 2.76, 4) : CLAMP (cell * 0.26, 2.3, 3.6),
    .chip_size = has_names ? CLAMP (cell * 0.25, 2.8, 5) : CLAMP (cell * 0.36, 2.6, 5.5),
    .palette = pen->palette,
    .text = pen->text,
    .show = show,
    .selected = BJT_NO_INDEX,
    .entrance_format = bjt_sheet_pen_word (pen, BJT_WORD_ENTRANCE),
  };
}

/* Who leads each entrance: a line to write on below its doors. */
static void
draw_leaders (const BjtBuildingSheet *self,
              const BjtSheetPen      *pen,
              const BjtMatrix        *part,
              double                  y)
{
  BjtMatrixMetrics metrics = get_metrics (self);
  const char      *word = bjt_sheet_pen_word (pen, BJT_WORD_ENTRANCE_LEADER);

  for (guint s = 0; s < part->sections->len; s++)
    {
      BjtBox box = bjt_matrix_get_section_box (part, &metrics, s);
      double width;

      if (bjt_matrix_get_section (part, s)->entrance == BJT_NO_INDEX)
        continue;
      bjt_sheet_pen_colour (pen, pen->palette->dim_text);
      width = bjt_sheet_pen_text (pen, word, box.x1, y, 3, BJT_PEN_LEFT);
      bjt_sheet_pen_colour (pen, pen->palette->cell_edge);
      bjt_sheet_pen_line (pen, (BjtPoint) { box.x1 + width + 1.2, y + 2.2 * pen->k }, (BjtPoint) { box.x2, y + 2.2 * pen->k }, 0.2);
    }
}

/* @window becomes what is free below it; where it stands alone, the larger of that
 * and what is free beside it. */
static void
draw_matrix (const BjtBuildingSheet *self,
             const BjtSheetPen      *pen,
             const BjtMatrix        *part,
             BjtBox                 *window)
{
  BjtMatrixPainter painter = get_painter (self, pen, part);
  double           width, height;

  bjt_matrix_get_size (part, &painter.metrics, &width, &height);
  cairo_save (pen->cr);
  cairo_translate (pen->cr, window->x1, window->y1);
  bjt_matrix_painter_draw (&painter, pen->cr);
  draw_leaders (self, pen, part, height + LEADER / 2);
  cairo_restore (pen->cr);
  height += LEADER;
  width += BESIDE;
  if (self->fit.stack == 1 && (window->x2 - window->x1 - width) * (window->y2 - window->y1) > (window->x2 - window->x1) * (window->y2 - window->y1 - height))
    window->x1 += width;
  else
    window->y1 += height;
}

/* The doors on the page that need attention. */
static void
draw_list (const BjtBuildingSheet *self,
           const BjtSheetPen      *pen,
           guint                   page,
           const BjtBox           *box)
{
  g_autoptr (BjtDoorSet) doors = bjt_door_set_new (self->picture->doors->len);
  BjtAttentionList       list = { self->picture, doors, self->names };

  for (guint p = page * self->fit.stack; p < MIN ((page + 1) * self->fit.stack, self->parts->len); p++)
    {
      const BjtMatrix *part = g_ptr_array_index (self->parts, p);

      for (guint c = 0; c < part->cells->len; c++)
        bjt_door_set_add (doors, bjt_matrix_get_cell (part, c)->door);
    }
  bjt_attention_list_draw (&list, pen, box);
}

static char *
dup_page_title (BjtBuildingSheet *self,
                guint             page)
{
  guint            n_pages = get_n_pages (BJT_SHEET (self));
  g_autofree char *part = n_pages > 1 ? bjt_sheet_words_format (self->notes.language, BJT_WORD_PART, page + 1, n_pages) : g_strdup ("");

  return g_strconcat (self->title, part, NULL);
}

static void
draw_page (BjtSheet *sheet,
           cairo_t  *cr,
           guint     page)
{
  BjtBuildingSheet *self = BJT_BUILDING_SHEET (sheet);
  BjtSheetPen       pen = bjt_sheet_notes_get_pen (&self->notes, sheet, cr, self->k);
  BjtSheetFrame     frame = bjt_sheet_notes_get_frame (&self->notes, self->width, self->height);
  BjtGridColumn     column = { .picture = self->picture, .count = &self->count, .has_building = TRUE, .building = self->scope.building };
  g_autofree char  *title = dup_page_title (self, page);
  g_autofree char  *number = bjt_sheet_frame_dup_page_number (sheet, self->notes.language, page);
  BjtBox            window, column_box;

  frame.title = title;
  frame.subtitle = self->subtitle;
  frame.right_footer = number;
  cairo_set_source_rgb (cr, 1, 1, 1);
  cairo_rectangle (cr, 0, 0, self->width, self->height);
  cairo_fill (cr);
  get_parts (self, &window, &column_box);
  if (self->notes.watermark != NULL)
    bjt_sheet_frame_draw_watermark (&pen, &window, self->notes.watermark);
  for (guint p = page * self->fit.stack; p < MIN ((page + 1) * self->fit.stack, self->parts->len); p++)
    draw_matrix (self, &pen, g_ptr_array_index (self->parts, p), &window);
  draw_list (self, &pen, page, &window);
  if (has_column (self))
    bjt_grid_column_draw (&column, &pen, &column_box);
  bjt_sheet_frame_draw (&frame, &pen);
}

static void
bjt_building_sheet_class_init (BjtBuildingSheetClass *klass)
{
  BjtSheetClass *sheet_class = BJT_SHEET_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = bjt_building_sheet_finalize;
  sheet_class->get_n_pages = get_n_pages;
  sheet_class->get_page_size = get_page_size;
  sheet_class->get_title = get_title;
  sheet_class->draw_page = draw_page;
  sheet_class->dup_bookmark = dup_bookmark;
}

static void
bjt_building_sheet_init (BjtBuildingSheet *self)
{
  self->parts = g_ptr_array_new_with_free_func ((GDestroyNotify) bjt_matrix_free);
}

/* Texts */

static void
write_texts (BjtBuildingSheet *self)
{
  const BjtPictureBuilding *building = bjt_picture_get_building (self->picture, self->scope.building);
  const BjtPictureGrid     *grid = building->grid != BJT_NO_INDEX ? bjt_picture_get_grid (self->picture, building->grid) : NULL;
  const char               *compound = building->compound != BJT_NO_INDEX ? bjt_picture_get_compound (self->picture, building->compound)->name : NULL;
  BjtSheetLanguage          language = self->notes.language;
  g_autofree char          *name = bjt_sheet_words_dup_building (language, building->label);
  g_autofree char          *entrance = self->scope.entrance != BJT_NO_INDEX
                                           ? bjt_sheet_words_format (language, BJT_WORD_ENTRANCE, bjt_picture_get_entrance (self->picture, self->scope.entrance)->label)
                                           : g_strdup ("");
  g_autofree char          *whole = g_strdup_printf ("%s%s%s%s", compound != NULL ? compound : "", compound != NULL ? " " : "", name, entrance);
  g_autofree char          *households = bjt_sheet_words_format (language, BJT_WORD_HOUSEHOLDS, self->count.n_households);
  g_autofree char          *persons = bjt_sheet_words_format (language, BJT_WORD_PERSONS, self->count.n_persons);
  GString                  *text = g_string_new (self->picture->community.name);

  self->title = bjt_sheet_words_format (language, BJT_WORD_BUILDING_TITLE, whole);
  if (grid != NULL)
    g_string_append_printf (text, "%s%s", text->len > 0 ? " · " : "", grid->name != NULL ? grid->name : "");
  g_string_append_printf (text, " · %s %s", households, persons);
  if (grid != NULL && grid->staff_name != NULL)
    g_string_append_printf (text, " · %s %s %s", bjt_sheet_words_get (language, BJT_WORD_STAFF), grid->staff_name, grid->staff_phone != NULL ? grid->staff_phone : "");
  self->subtitle = g_string_free (text, FALSE);
}

/* Fitting */

/* Columns and gaps of the widest of @n pieces of the entrances. */
static double
find_cell_width (const BjtMatrix *matrix,
                 guint            n,
                 double           room)
{
  double best = INFINITY;

  for (guint i = 0; i < n; i++)
    {
      guint  first = matrix->sections->len * i / n, end = matrix->sections->len * (i + 1) / n, columns = 0;
      double gaps = LABEL_WIDTH;

      for (guint s = first; s < end; s++)
        columns += bjt_matrix_get_section (matrix, s)->n_columns;
      gaps += (end - first - 1) * SECTION_GAP + (columns - (end - first)) * GAP;
      best = MIN (best, (room - gaps) / MAX (columns, 1));
    }
  return best;
}

static double
find_cell_height (const BjtMatrix *matrix,
                  guint            n,
                  double           room)
{
  guint rows = (matrix->rows->len + n - 1) / n;

  return (room - HEADER - LEADER - (rows - 1) * GAP) / rows;
}

static void
set_paper (BjtBuildingSheet *self,
           const BjtPaper   *paper,
           gboolean          is_landscape)
{
  self->width = is_landscape ? MAX (paper->width, paper->height) : MIN (paper->width, paper->height);
  self->height = is_landscape ? MIN (paper->width, paper->height) : MAX (paper->width, paper->height);
  self->k = bjt_sheet_frame_get_k (self->width, self->height);
}

/* Neither flat nor tall, and not larger than reads well. */
static Size
settle (Size   cell,
        Size   largest)
{
  cell.width = MIN (cell.width, largest.width);
  cell.height = MIN (cell.height, largest.height);
  cell.width = MIN (cell.width, cell.height * 2);
  cell.height = MIN (cell.height, cell.width * 1.1);
  return cell;
}

/* The fewest pages of this orientation with cells of @smallest or larger. */
static gboolean
try_paper (BjtBuildingSheet *self,
           const BjtPaper   *paper,
           gboolean          is_landscape,
           Size              smallest,
           Fit              *fit)
{
  const Size *large = &most[self->names != BJT_SHEET_NAMES_NONE];
  BjtBox      window, column;
  double      grow;
  guint       n_best = G_MAXUINT;

  set_paper (self, paper, is_landscape);
  get_parts (self, &window, &column);
  grow = MAX (1, self->k / A4_K);
  for (guint c = 1; c <= self->matrix->sections->len; c++)
    {
      Size cell = { find_cell_width (self->matrix, c, window.x2 - window.x1), 0 };

      if (cell.width < smallest.width)
        continue;
      for (guint r = 1; r <= self->matrix->rows->len && r * c < n_best; r++)
        {
          cell.height = find_cell_height (self->matrix, r, window.y2 - window.y1);
          if (cell.height < smallest.height)
            continue;
          n_best = r * c;
          *fit = (Fit) { r, c, 1, is_landscape, settle (cell, (Size) { large->width * grow, large->height * grow }) };
        }
      for (guint s = 2; s <= c; s++)
        {
          cell.height = find_cell_height (self->matrix, 1, (window.y2 - window.y1) / s);
          if (cell.height < smallest.height || (c + s - 1) / s >= n_best)
            continue;
          n_best = (c + s - 1) / s;
          *fit = (Fit) { 1, c, s, is_landscape, settle (cell, (Size) { large->width * grow, large->height * grow }) };
        }
    }
  return n_best < G_MAXUINT;
}

static guint
count_pages (const Fit *fit)
{
  return (fit->rows * fit->columns + fit->stack - 1) / fit->stack;
}

/* Fewer pages, then entrances side by side, then larger cells. */
static gboolean
is_better (const Fit *fit,
           const Fit *than)
{
  if (count_pages (fit) != count_pages (than))
    return count_pages (fit) < count_pages (than);
  if (fit->stack != than->stack)
    return fit->stack < than->stack;
  return fit->cell.width * fit->cell.height >= than->cell.width * than->cell.height;
}

static gboolean
choose_fit (BjtBuildingSheet          *self,
            const BjtPaper            *paper,
            const BjtGridSheetOptions *options)
{
  Size     smallest = least[self->names != BJT_SHEET_NAMES_NONE];
  gboolean found = FALSE;

  for (double scale = 1; scale >= SHRINK && !found; scale -= 1 - SHRINK)
    for (guint landscape = 0; landscape < 2; landscape++)
      {
        Fit fit;

        if (options->orientation == (landscape ? BJT_ORIENTATION_PORTRAIT : BJT_ORIENTATION_LANDSCAPE)
            || !try_paper (self, paper, landscape, (Size) { smallest.width * scale, smallest.height * scale }, &fit))
          continue;
        if (!found || is_better (&fit, &self->fit))
          self->fit = fit;
        found = TRUE;
      }
  set_paper (self, paper, self->fit.is_landscape);
  return found;
}

/* The fewest pieces of the entrances that are too wide. */
static gboolean
choose_split (BjtBuildingSheet          *self,
              const BjtPaper            *paper,
              const BjtGridSheetOptions *options)
{
  g_autoptr (BjtMatrix) whole = g_steal_pointer (&self->matrix);
  guint                 widest = 1;
  gboolean              found = FALSE;

  for (guint s = 0; s < whole->sections->len; s++)
    widest = MAX (widest, bjt_matrix_get_section (whole, s)->n_columns);
  for (guint n = widest - 1; n > 0 && !found; n--)
    {
      g_clear_pointer (&self->matrix, bjt_matrix_free);
      self->matrix = bjt_matrix_new_split (whole, n);
      found = choose_fit (self, paper, options);
    }
  return found;
}

static void
cut (BjtBuildingSheet *self)
{
  const BjtMatrix *whole = self->matrix;

  for (guint c = 0; c < self->fit.columns; c++)
    for (guint r = 0; r < self->fit.rows; r++)
      {
        guint row = whole->rows->len * r / self->fit.rows, row_end = whole->rows->len * (r + 1) / self->fit.rows;
        guint section = whole->sections->len * c / self->fit.columns, section_end = whole->sections->len * (c + 1) / self->fit.columns;

        g_ptr_array_add (self->parts, bjt_matrix_new_slice (whole, section, section_end - section, row, row_end - row));
      }
}

/* Those of the scope: of all entrances, or of one. */
static void
read_doors (BjtBuildingSheet *self)
{
  g_autoptr (BjtMatrix) whole = bjt_matrix_new (self->picture, self->scope.building);
  guint                 first = 0, n = whole->sections->len;
  g_autoptr (BjtDoorSet) doors = NULL;

  for (guint s = 0; s < whole->sections->len && self->scope.entrance != BJT_NO_INDEX; s++)
    if (bjt_matrix_get_section (whole, s)->entrance == self->scope.entrance)
      {
        first = s;
        n = 1;
      }
  self->matrix = bjt_matrix_new_slice (whole, first, n, 0, whole->rows->len);
  doors = bjt_door_set_new (self->picture->doors->len);
  for (guint c = 0; c < self->matrix->cells->len; c++)
    bjt_door_set_add (doors, bjt_matrix_get_cell (self->matrix, c)->door);
  bjt_grid_count_doors (&self->count, self->picture, doors);
}

static gboolean
has_doors (const BjtPicture         *picture,
           const BjtBuildingScope   *scope,
           GError                  **error)
{
  guint n = scope->entrance != BJT_NO_INDEX ? bjt_picture_get_entrance (picture, scope->entrance)->doors.n : bjt_picture_get_building (picture, scope->building)->doors.n;
  g_autofree char *name = bjt_picture_dup_building_name (picture, scope->building);

  if (n == 0)
    g_set_error (error, G_IO_ERROR, G_IO_ERROR_NOT_FOUND, "There is nothing to print: %s has no doors yet", name);
  return n > 0;
}

/**
 * bjt_building_sheet_new:
 *
 * Returns: (transfer full) (nullable): %NULL where there are no doors, or the paper
 *   has no room for one of them
 */
BjtSheet *
bjt_building_sheet_new (BjtPicture                *picture,
                        const BjtBuildingScope    *scope,
                        const BjtGridSheetOptions *options,
                        GError                   **error)
{
  g_autoptr (BjtBuildingSheet) self = NULL;
  BjtPaper                     paper;

  if (!has_doors (picture, scope, error) || !bjt_paper_parse (options->paper != NULL ? options->paper : "A4", &paper, error))
    return NULL;
  self = g_object_new (BJT_TYPE_BUILDING_SHEET, NULL);
  self->picture = bjt_picture_ref (picture);
  self->scope = *scope;
  self->names = options->names;
  bjt_sheet_notes_init (&self->notes, picture, options);
  read_doors (self);
  if (!choose_fit (self, &paper, options) && !choose_split (self, &paper, options))
    {
      const char      *larger = bjt_paper_get_larger (&paper);
      g_autofree char *name = bjt_picture_dup_building_name (picture, scope->building);

      g_set_error (error, G_IO_ERROR, G_IO_ERROR_NO_SPACE, "A door of %s does not fit on %s legibly: choose %s or larger", name, paper.name,
                   larger != NULL ? larger : "another paper");
      return NULL;
    }
  cut (self);
  write_texts (self);
  return BJT_SHEET (g_steal_pointer (&self));
}

void
bjt_building_sheet_get_cell_size (BjtBuildingSheet *self,
                                  double           *width,
                                  double           *height)
{
  *width = self->fit.cell.width;
  *height = self->fit.cell.height;
}
