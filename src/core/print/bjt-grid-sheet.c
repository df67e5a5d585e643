/* bjt-grid-sheet.c: composes title, map window, column and footer.
 *
 * The page is planned once, when the sheet is made. Planning takes some tenths of a second,
 * drawing less. Titles and file metadata hold no personal data. */
#include "bjt-grid-sheet.h"

#include <math.h>

#include "bjt-grid-column.h"
#include "bjt-grid-window.h"
#include "bjt-paper.h"
#include "bjt-sheet-frame.h"
#include "geo/bjt-mercator.h"

#define COLUMN_WIDTH 74.0
#define SPACE 4.0
#define MAX_PAGES 40
#define MAX_TURN 45         /* degrees */
#define LANDSCAPE 1.3       /* the shape of the window */
#define WORTH_TURNING 1.03

struct _BjtGridSheet
{
  BjtSheet parent_instance;

  /* Owned */
  BjtPicture     *picture;
  BjtSheetGround *ground;
  BjtMapPainter  *streets;
  BjtTilePainter *tiles; /* may be NULL */
  GPtrArray      *pages; /* BjtGridPage */
  char           *title, *subtitle, *notes[2], *left_footer, *note, *watermark;
  char           *sheet_number;

  /* State */
  guint32             grid;
  BjtGridSheetOptions options; /* its strings are not kept */
  BjtGridCount        count;
  BjtPaper            paper;
  gboolean            is_landscape, has_many_compounds;
  double              width, height, k;
  const char         *suggested_paper;
};

G_DEFINE_FINAL_TYPE (BjtGridSheet, bjt_grid_sheet, BJT_TYPE_SHEET)

static void
bjt_grid_sheet_finalize (GObject *object)
{
  BjtGridSheet *self = BJT_GRID_SHEET (object);

  g_clear_pointer (&self->pages, g_ptr_array_unref);
  g_clear_pointer (&self->streets, bjt_map_painter_unref);
  g_clear_pointer (&self->tiles, bjt_tile_painter_unref);
  g_clear_pointer (&self->ground, bjt_sheet_ground_free);
  g_clear_pointer (&self->picture, bjt_picture_unref);
  g_free (self->title);
  g_free (self->subtitle);
  g_free (self->notes[0]);
  g_free (self->notes[1]);
  g_free (self->left_footer);
  g_free (self->note);
  g_free (self->watermark);
  g_free (self->sheet_number);
  G_OBJECT_CLASS (bjt_grid_sheet_parent_class)->finalize (object);
}

static guint
get_n_pages (BjtSheet *sheet)
{
  return BJT_GRID_SHEET (sheet)->pages->len;
}

static void
get_page_size (BjtSheet *sheet,
               double   *width,
               double   *height)
{
  BjtGridSheet *self = BJT_GRID_SHEET (sheet);

  *width = self->width;
  *height = self->height;
}

static const char *
get_title (BjtSheet *sheet)
{
  return BJT_GRID_SHEET (sheet)->title;
}

static BjtSheetFrame
get_frame (const BjtGridSheet *self)
{
  return (BjtSheetFrame) {
    .width = self->width,
    .height = self->height,
    .has_binding = self->options.has_binding,
    .margin = self->options.margin,
    .title = self->title,
    .subtitle = self->subtitle,
    .mark = bjt_sheet_words_get (self->options.language, BJT_WORD_INTERNAL),
    .notes = { self->notes[0], self->notes[1] },
    .left_footer = self->left_footer,
    .warning = self->note,
  };
}

static void
get_parts (const BjtGridSheet *self,
           BjtBox             *window,
           BjtBox             *column)
{
  BjtSheetFrame frame = get_frame (self);
  BjtBox        inside = bjt_sheet_frame_get_inside (&frame, self->k);
  double        space = SPACE * self->k, width = COLUMN_WIDTH * self->k;

  *window = (BjtBox) { inside.x1 + space, inside.y1 + space, inside.x2 - width - 2.5 * space, inside.y2 };
  *column = (BjtBox) { inside.x2 - width - space, inside.y1 + space, inside.x2 - space, inside.y2 - space / 2 };
}

static BjtMatrixShow
get_show (const BjtGridSheet *self)
{
  BjtMatrixShow show = BJT_MATRIX_SHOW_LABELS;

  if (self->options.names != BJT_SHEET_NAMES_NONE)
    show |= BJT_MATRIX_SHOW_NAMES;
  if (self->options.names == BJT_SHEET_NAMES_FULL)
    show |= BJT_MATRIX_SHOW_UNMASKED_NAMES;
  return show;
}

/* The doors that are drawn on the page. */
static void
count_page (const BjtGridSheet *self,
            const BjtGridPage  *page,
            BjtGridCount       *count)
{
  g_autoptr (BjtDoorSet) doors = bjt_door_set_new (self->picture->doors->len);

  for (guint i = 0; i < page->callouts->len; i++)
    {
      const BjtMatrix *matrix = g_array_index (page->callouts, BjtGridCallout, i).matrix;

      for (guint c = 0; c < matrix->cells->len; c++)
        bjt_door_set_add (doors, bjt_matrix_get_cell (matrix, c)->door);
    }
  bjt_grid_count_doors (count, self->picture, doors);
}

static void
draw_page (BjtSheet *sheet,
           cairo_t  *cr,
           guint     page)
{
  BjtGridSheet    *self = BJT_GRID_SHEET (sheet);
  BjtSheetPen      pen = { cr, bjt_sheet_get_text (sheet), bjt_palette_get (self->options.is_mono ? BJT_PALETTE_MONO : BJT_PALETTE_PRINT),
                           self->options.language, self->k };
  BjtSheetFrame    frame = get_frame (self);
  BjtGridColumn    column = { self->picture, self->grid, &self->count, self->has_many_compounds };
  BjtGridWindow    window = { self->picture, self->grid, g_ptr_array_index (self->pages, page), self->ground, { self->streets, self->tiles },
                              get_show (self), { 0 }, self->watermark, self->has_many_compounds };
  BjtBox           column_box;
  BjtGridCount     shown;
  g_autofree char *number = bjt_sheet_frame_dup_page_number (sheet, self->options.language, page);
  g_autofree char *right = g_strdup_printf ("%s %s · %s", bjt_sheet_words_get (self->options.language, BJT_WORD_SHEET_NUMBER),
                                            self->sheet_number, number);

  cairo_set_source_rgb (cr, 1, 1, 1);
  cairo_rectangle (cr, 0, 0, self->width, self->height);
  cairo_fill (cr);
  get_parts (self, &window.window, &column_box);
  if (self->pages->len > 1)
    {
      count_page (self, window.page, &shown);
      column.shown = &shown;
    }
  frame.n_unnamed = bjt_grid_window_draw (&window, &pen);
  bjt_grid_column_draw (&column, &pen, &column_box);
  frame.right_footer = right;
  bjt_sheet_frame_draw (&frame, &pen);
}

static void
bjt_grid_sheet_class_init (BjtGridSheetClass *klass)
{
  BjtSheetClass *sheet_class = BJT_SHEET_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = bjt_grid_sheet_finalize;
  sheet_class->get_n_pages = get_n_pages;
  sheet_class->get_page_size = get_page_size;
  sheet_class->get_title = get_title;
  sheet_class->draw_page = draw_page;
}

static void
bjt_grid_sheet_init (BjtGridSheet *self)
{
}

/* Texts */

/* 山水宜家、富民: the compounds of the grid */
static char *
dup_compounds (BjtGridSheet *self)
{
  GString *names = g_string_new (NULL);
  guint32  last = BJT_NO_INDEX;
  guint    n = 0;

  for (guint32 b = 0; b < self->picture->buildings->len; b++)
    {
      const BjtPictureBuilding *building = bjt_picture_get_building (self->picture, b);

      if (building->grid != self->grid || building->compound == BJT_NO_INDEX || building->compound == last)
        continue;
      last = building->compound;
      g_string_append_printf (names, "%s%s", n++ > 0 ? "、" : "", bjt_picture_get_compound (self->picture, last)->name);
    }
  self->has_many_compounds = n > 1;
  return g_string_free (names, FALSE);
}

static char *
dup_subtitle (BjtGridSheet *self)
{
  const BjtPictureGrid *grid = bjt_picture_get_grid (self->picture, self->grid);
  BjtSheetLanguage      language = self->options.language;
  g_autofree char      *compounds = dup_compounds (self);
  g_autofree char      *buildings = bjt_sheet_words_format (language, BJT_WORD_BUILDINGS, grid->n_buildings);
  g_autofree char      *households = bjt_sheet_words_format (language, BJT_WORD_HOUSEHOLDS, grid->n_households);
  g_autofree char      *persons = bjt_sheet_words_format (language, BJT_WORD_PERSONS, grid->n_persons);
  GString              *text = g_string_new (compounds);

  g_string_append_printf (text, "%s%s · %s %s", text->len > 0 ? " " : "", buildings, households, persons);
  if (grid->staff_name != NULL)
    g_string_append_printf (text, " · %s %s", bjt_sheet_words_get (language, BJT_WORD_STAFF), grid->staff_name);
  if (grid->staff_name != NULL && grid->staff_phone != NULL)
    g_string_append_printf (text, "（%s）", grid->staff_phone);
  return g_string_free (text, FALSE);
}

static char *
dup_purpose (BjtGridSheet              *self,
             const BjtGridSheetOptions *options)
{
  GString *text = g_string_new (NULL);

  if (options->copy_number > 0)
    {
      g_autofree char *copy = bjt_sheet_words_format (options->language, BJT_WORD_COPY, options->copy_number);

      g_string_append_printf (text, "%s · ", copy);
    }
  g_string_append_printf (text, "%s %s · ", bjt_sheet_words_get (options->language, BJT_WORD_PURPOSE),
                          options->purpose != NULL ? options->purpose : "__________");
  g_string_append_printf (text, "%s %s", bjt_sheet_words_get (options->language, BJT_WORD_RECEIVER),
                          options->receiver != NULL ? options->receiver : "__________");
  return g_string_free (text, FALSE);
}

/* Who made the base map, and under which number it was reviewed. */
static void
append_credit (GString                   *text,
               const BjtGridSheetOptions *options)
{
  const BjtTileInfo *info = bjt_tile_source_get_info (bjt_tile_painter_get_source (options->tiles));

  if (info->attribution != NULL)
    g_string_append_printf (text, " · %s %s", bjt_sheet_words_get (options->language, BJT_WORD_BASE_MAP), info->attribution);
  if (info->review_number != NULL)
    g_string_append_printf (text, " · %s %s", bjt_sheet_words_get (options->language, BJT_WORD_REVIEW_NUMBER), info->review_number);
}

static char *
dup_left_footer (BjtGridSheet              *self,
                 const BjtGridSheetOptions *options)
{
  BjtDate          made_on = options->made_on != 0 && options->made_on != BJT_DATE_NONE ? options->made_on : self->picture->as_of;
  g_autofree char *date = bjt_date_dup_string (made_on);
  g_autofree char *coordinates = NULL;
  const char      *maker = options->maker != NULL ? options->maker : self->picture->community.name;
  GString         *text = g_string_new (NULL);

  g_string_append_printf (text, "%s %s %s", bjt_sheet_words_get (options->language, BJT_WORD_MADE_BY), maker != NULL ? maker : "", date);
  if (self->ground != NULL)
    {
      coordinates = bjt_sheet_words_format (options->language, BJT_WORD_COORDINATES, bjt_ground_get_central_meridian (self->ground->zone));
      g_string_append_printf (text, " · %s", coordinates);
    }
  if (self->ground != NULL && options->tiles != NULL)
    append_credit (text, options);
  if (self->picture->community.is_sample)
    g_string_append_printf (text, " · %s", bjt_sheet_words_get (options->language, BJT_WORD_DEMO));
  return g_string_free (text, FALSE);
}

static char *
dup_watermark (BjtGridSheet              *self,
               const BjtGridSheetOptions *options)
{
  GString *text = g_string_new (NULL);

  if (self->picture->community.is_sample)
    g_string_append (text, bjt_sheet_words_get (options->language, BJT_WORD_DEMO));
  if (options->receiver != NULL)
    g_string_append_printf (text, "%s%s", text->len > 0 ? " · " : "", options->receiver);
  if (options->copy_number > 0)
    {
      g_autofree char *copy = bjt_sheet_words_format (options->language, BJT_WORD_COPY, options->copy_number);

      g_string_append_printf (text, "%s%s", text->len > 0 ? " · " : "", copy);
    }
  return text->len > 0 ? g_string_free (text, FALSE) : g_string_free (text, TRUE);
}

static void
write_texts (BjtGridSheet              *self,
             const BjtGridSheetOptions *options)
{
  const BjtPictureGrid *grid = bjt_picture_get_grid (self->picture, self->grid);
  g_autofree char      *day = bjt_date_dup_string (self->picture->as_of);

  self->title = bjt_sheet_words_format (options->language, BJT_WORD_GRID_TITLE,
                                        self->picture->community.name != NULL ? self->picture->community.name : "", grid->number);
  self->subtitle = dup_subtitle (self);
  self->notes[0] = dup_purpose (self, options);
  self->notes[1] = g_strdup_printf ("%s %s", bjt_sheet_words_get (options->language, BJT_WORD_DATA_AS_OF), day);
  self->left_footer = dup_left_footer (self, options);
  self->watermark = dup_watermark (self, options);
  self->sheet_number = g_strdup_printf ("G%02d-%s-%04u", grid->number, self->paper.name, options->copy_number);
}

/* Planning */

/* How much larger than with north up the footprints become, turned so, in a window of that
 * shape. */
static double
rate_turn (const BjtGridSheet *self,
           double              degrees,
           double              width,
           double              height)
{
  double cosine = cos (degrees * G_PI / 180), sine = sin (degrees * G_PI / 180);
  BjtBox box = BJT_BOX_EMPTY;

  for (guint32 b = 0; b < self->picture->buildings->len; b++)
    {
      const BjtPictureBuilding *building = bjt_picture_get_building (self->picture, b);

      if (building->grid != self->grid || isnan (building->centre.x))
        continue;
      for (guint c = 0; c < 4; c++)
        {
          BjtPoint at = bjt_sheet_ground_project (self->ground, bjt_mercator_unproject (building->corners[c]));

          bjt_box_add_point (&box, at.x * cosine - at.y * sine, at.x * sine + at.y * cosine);
        }
    }
  return MIN (width / MAX (box.x2 - box.x1, 1), height / MAX (box.y2 - box.y1, 1));
}

/* The turn that lets the grid fill the page best; none, where little is won. */
static double
find_turn (const BjtGridSheet *self)
{
  double width = self->options.orientation == BJT_ORIENTATION_PORTRAIT ? 1 : LANDSCAPE, height = self->options.orientation == BJT_ORIENTATION_PORTRAIT ? LANDSCAPE : 1;
  double best = 0, most = rate_turn (self, 0, width, height) * WORTH_TURNING;

  for (int degrees = -MAX_TURN; degrees <= MAX_TURN; degrees++)
    {
      double own = rate_turn (self, degrees, width, height);

      if (own <= most)
        continue;
      most = own;
      best = degrees;
    }
  return best;
}

static void
turn_ground (BjtGridSheet *self)
{
  if (self->ground != NULL)
    bjt_sheet_ground_turn (self->ground, self->options.extent.is_fit ? find_turn (self) : self->options.extent.turn);
}

static void
make_ground (BjtGridSheet *self)
{
  for (guint32 b = 0; b < self->picture->buildings->len; b++)
    {
      const BjtPictureBuilding *building = bjt_picture_get_building (self->picture, b);

      if (building->grid != self->grid || isnan (building->centre.x))
        continue;
      self->ground = bjt_sheet_ground_new (building->footprint->points[0]);
      self->streets = self->options.is_bare ? NULL : bjt_map_painter_new (self->picture);
      return;
    }
}

static void
set_paper (BjtGridSheet   *self,
           const BjtPaper *paper,
           gboolean        is_landscape)
{
  self->paper = *paper;
  self->is_landscape = is_landscape;
  self->width = is_landscape ? MAX (paper->width, paper->height) : MIN (paper->width, paper->height);
  self->height = is_landscape ? MIN (paper->width, paper->height) : MAX (paper->width, paper->height);
  self->k = bjt_sheet_frame_get_k (self->width, self->height);
}

static GPtrArray *
plan_paper (BjtGridSheet   *self,
            const BjtPaper *paper,
            gboolean        is_landscape,
            guint           max_pages,
            double         *quality)
{
  BjtGridPlanTask task = { self->picture, self->grid, self->ground, { 0 }, self->options.names != BJT_SHEET_NAMES_NONE, 1, self->options.extent };
  BjtBox          column;

  set_paper (self, paper, is_landscape);
  get_parts (self, &task.window, &column);
  task.k = self->k;
  task.window.x1 += 2;
  task.window.y1 += 2;
  task.window.x2 -= 2;
  task.window.y2 -= 2;
  *quality = -INFINITY;
  if (task.window.x2 - task.window.x1 < 60 || task.window.y2 - task.window.y1 < 60)
    return NULL;
  return bjt_grid_memory_plan (self->options.memory, &task, max_pages, quality);
}

/* Landscape; upright when that is asked for, or needs fewer pages. */
static GPtrArray *
plan_best (BjtGridSheet   *self,
           const BjtPaper *paper,
           guint           max_pages)
{
  g_autoptr (GPtrArray) landscape = NULL, portrait = NULL;
  double                quality;

  if (self->options.orientation != BJT_ORIENTATION_PORTRAIT)
    landscape = plan_paper (self, paper, TRUE, max_pages, &quality);
  if (self->options.orientation == BJT_ORIENTATION_LANDSCAPE || (landscape != NULL && landscape->len == 1))
    return g_steal_pointer (&landscape);
  portrait = plan_paper (self, paper, FALSE, landscape != NULL ? landscape->len - 1 : max_pages, &quality);
  if (portrait != NULL || landscape == NULL)
    return g_steal_pointer (&portrait);
  set_paper (self, paper, TRUE);
  return g_steal_pointer (&landscape);
}

/* The smallest paper that would hold all on one page. */
static void
suggest_paper (BjtGridSheet *self)
{
  BjtPaper used = self->paper, larger = used;
  gboolean was_landscape = self->is_landscape;

  while (self->suggested_paper == NULL)
    {
      const char           *name = bjt_paper_get_larger (&larger);
      g_autoptr (GPtrArray) pages = NULL;

      if (name == NULL || !bjt_paper_parse (name, &larger, NULL))
        break;
      pages = plan_best (self, &larger, 1);
      if (pages != NULL)
        self->suggested_paper = name;
    }
  set_paper (self, &used, was_landscape);
}

static gboolean
plan (BjtGridSheet   *self,
      const BjtPaper *paper,
      GError        **error)
{
  double wanted = self->options.extent.denominator;

  self->pages = plan_best (self, paper, MAX_PAGES);
  if (self->pages == NULL && wanted > 0)
    {
      self->options.extent.denominator = 0;
      self->pages = plan_best (self, paper, MAX_PAGES);
      self->note = bjt_sheet_words_format (self->options.language, BJT_WORD_SCALE_TOO_LARGE, wanted);
    }
  if (self->pages == NULL)
    {
      const char *larger = bjt_paper_get_larger (paper);

      g_set_error (error, G_IO_ERROR, G_IO_ERROR_NO_SPACE, "The matrices of grid %d do not fit on %s legibly: choose %s or larger",
                   bjt_picture_get_grid (self->picture, self->grid)->number, paper->name, larger != NULL ? larger : "a paper");
      return FALSE;
    }
  if (self->pages->len > 1)
    {
      suggest_paper (self);
      if (self->suggested_paper != NULL && self->note == NULL)
        self->note = bjt_sheet_words_format (self->options.language, BJT_WORD_SUGGEST_PAPER, self->suggested_paper, self->pages->len);
    }
  else if (self->ground == NULL && self->note == NULL)
    self->note = g_strdup (bjt_sheet_words_get (self->options.language, BJT_WORD_NO_GROUND));
  if (self->note == NULL)
    self->note = g_strdup (self->options.note);
  bjt_sheet_set_note (BJT_SHEET (self), self->note);
  return TRUE;
}

/**
 * bjt_grid_sheet_new:
 * @grid: index in @picture
 * @options: read, not kept
 *
 * Returns: (transfer full): the sheet, or %NULL when the paper is unknown or
 *   too small to be legible
 */
BjtSheet *
bjt_grid_sheet_new (BjtPicture                *picture,
                    guint32                    grid,
                    const BjtGridSheetOptions *options,
                    GError                   **error)
{
  g_autoptr (BjtGridSheet) self = g_object_new (BJT_TYPE_GRID_SHEET, NULL);
  BjtPaper                 paper;

  g_return_val_if_fail (grid < picture->grids->len, NULL);
  if (!bjt_paper_parse (options->paper != NULL ? options->paper : "A3", &paper, error))
    return NULL;
  self->picture = bjt_picture_ref (picture);
  self->grid = grid;
  self->options = *options;
  self->tiles = options->tiles != NULL ? bjt_tile_painter_ref (options->tiles) : NULL;
  bjt_grid_count (&self->count, picture, grid);
  make_ground (self);
  turn_ground (self);
  self->paper = paper;
  if (!plan (self, &paper, error))
    return NULL;
  write_texts (self, options);
  self->options.paper = self->options.purpose = self->options.receiver = self->options.maker = self->options.note = NULL;
  self->options.memory = NULL;
  return BJT_SHEET (g_steal_pointer (&self));
}

const char *
bjt_grid_sheet_get_suggested_paper (BjtGridSheet *self)
{
  return self->suggested_paper;
}

const char *
bjt_grid_sheet_get_note (BjtGridSheet *self)
{
  return self->note;
}

double
bjt_grid_sheet_get_denominator (BjtGridSheet *self,
                                guint         page)
{
  g_return_val_if_fail (page < self->pages->len, 0);
  return ((BjtGridPage *) g_ptr_array_index (self->pages, page))->denominator;
}
