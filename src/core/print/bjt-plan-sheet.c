/* bjt-plan-sheet.c: the plan in the middle of its window at a round scale, the
 * legend of what is on this level at the right, ratio and bar below it.
 *
 * One page. Titles and file metadata hold no personal data. */
#include "bjt-plan-sheet.h"

#include <math.h>

#include "bjt-grid-column.h"
#include "bjt-paper.h"
#include "bjt-sheet-frame.h"
#include "bjt-sheet-map.h"
#include "paint/bjt-plan-painter.h"
#include "plan/bjt-plan-index.h"

#define COLUMN_WIDTH 74.0
#define SPACE 4.0
#define UNIT 0.25       /* mm on A3 that stand for a pixel: 11 of them are 8 points */
#define SCALE_WIDTH 46.0
#define SCALE_HEIGHT 13.0

struct _BjtPlanSheet
{
  BjtSheet parent_instance;

  /* Owned */
  BjtPicture     *picture;
  BjtPlanPainter *painter;
  BjtDoorSet     *doors; /* of the level */
  char           *title, *subtitle, *notes[2], *left_footer, *right_footer, *watermark;

  /* State */
  guint32             building;
  BjtGridSheetOptions options; /* its strings are not kept */
  BjtGridCount        count;
  BjtPlanFrame        frame;   /* mm of the window */
  BjtBox              window, column;
  double              width, height, k, denominator;
};

G_DEFINE_FINAL_TYPE (BjtPlanSheet, bjt_plan_sheet, BJT_TYPE_SHEET)

static void
bjt_plan_sheet_finalize (GObject *object)
{
  BjtPlanSheet *self = BJT_PLAN_SHEET (object);

  g_clear_pointer (&self->painter, bjt_plan_painter_free);
  g_clear_pointer (&self->doors, bjt_door_set_free);
  g_clear_pointer (&self->picture, bjt_picture_unref);
  g_free (self->title);
  g_free (self->subtitle);
  g_free (self->notes[0]);
  g_free (self->notes[1]);
  g_free (self->left_footer);
  g_free (self->right_footer);
  g_free (self->watermark);
  G_OBJECT_CLASS (bjt_plan_sheet_parent_class)->finalize (object);
}

static guint
get_n_pages (BjtSheet *sheet)
{
  return 1;
}

static void
get_page_size (BjtSheet *sheet,
               double   *width,
               double   *height)
{
  *width = BJT_PLAN_SHEET (sheet)->width;
  *height = BJT_PLAN_SHEET (sheet)->height;
}

static const char *
get_title (BjtSheet *sheet)
{
  return BJT_PLAN_SHEET (sheet)->title;
}

static BjtSheetFrame
get_frame (const BjtPlanSheet *self)
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
    .right_footer = self->right_footer,
  };
}

static void
draw_plan (BjtPlanSheet *self,
           cairo_t      *cr)
{
  bjt_plan_painter_set_text (self->painter, bjt_sheet_get_text (BJT_SHEET (self)));
  cairo_save (cr);
  cairo_translate (cr, self->window.x1, self->window.y1);
  bjt_plan_painter_paint (self->painter, cr, &self->frame, UNIT * self->k);
  cairo_restore (cr);
}

static void
draw_page (BjtSheet *sheet,
           cairo_t  *cr,
           guint     page)
{
  BjtPlanSheet *self = BJT_PLAN_SHEET (sheet);
  BjtSheetPen   pen = { cr, bjt_sheet_get_text (sheet), bjt_palette_get (self->options.is_mono ? BJT_PALETTE_MONO : BJT_PALETTE_PRINT), self->options.language, self->k };
  BjtSheetFrame frame = get_frame (self);
  BjtGridColumn column = { self->picture, BJT_NO_INDEX, &self->count, FALSE };
  BjtSheetMap   scale = { .denominator = self->denominator };
  BjtBox        scale_box = { self->column.x1, self->column.y2 - SCALE_HEIGHT * self->k, self->column.x1 + SCALE_WIDTH * self->k, self->column.y2 - self->k };

  cairo_set_source_rgb (cr, 1, 1, 1);
  cairo_rectangle (cr, 0, 0, self->width, self->height);
  cairo_fill (cr);
  draw_plan (self, cr);
  if (self->watermark != NULL)
    bjt_sheet_frame_draw_watermark (&pen, &self->window, self->watermark);
  bjt_grid_column_draw_legend (&column, &pen, &self->column);
  bjt_sheet_map_draw_scale (&scale, &pen, &scale_box);
  bjt_sheet_frame_draw (&frame, &pen);
}

static void
bjt_plan_sheet_class_init (BjtPlanSheetClass *klass)
{
  BjtSheetClass *sheet_class = BJT_SHEET_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = bjt_plan_sheet_finalize;
  sheet_class->get_n_pages = get_n_pages;
  sheet_class->get_page_size = get_page_size;
  sheet_class->get_title = get_title;
  sheet_class->draw_page = draw_page;
}

static void
bjt_plan_sheet_init (BjtPlanSheet *self)
{
}

/* Texts */

static char *
dup_title (BjtPlanSheet *self,
           int           ordinal)
{
  const BjtPictureBuilding *b = bjt_picture_get_building (self->picture, self->building);
  BjtSheetLanguage          language = self->options.language;
  g_autofree char *own = bjt_sheet_words_dup_building (language, b->label != NULL ? b->label : b->name);
  g_autofree char *building = b->compound != BJT_NO_INDEX ? g_strjoin (" ", bjt_picture_get_compound (self->picture, b->compound)->name, own, NULL)
                                                          : g_strdup (own);
  g_autofree char *label = bjt_picture_dup_level_label (self->picture, self->building, ordinal);
  g_autofree char *level = bjt_sheet_words_dup_level (language, label);

  return bjt_sheet_words_format (language, BJT_WORD_PLAN_TITLE, building, level);
}

static char *
dup_subtitle (BjtPlanSheet *self)
{
  BjtSheetLanguage language = self->options.language;
  g_autofree char *households = bjt_sheet_words_format (language, BJT_WORD_HOUSEHOLDS, self->count.n_households);
  g_autofree char *persons = bjt_sheet_words_format (language, BJT_WORD_PERSONS, self->count.n_persons);
  const char      *community = self->picture->community.name;

  return g_strdup_printf ("%s%s%s %s", community != NULL ? community : "", community != NULL ? " · " : "", households, persons);
}

static char *
dup_purpose (const BjtGridSheetOptions *options)
{
  GString *text = g_string_new (NULL);

  if (options->copy_number > 0)
    {
      g_autofree char *copy = bjt_sheet_words_format (options->language, BJT_WORD_COPY, options->copy_number);

      g_string_append_printf (text, "%s · ", copy);
    }
  g_string_append_printf (text, "%s %s · %s %s", bjt_sheet_words_get (options->language, BJT_WORD_PURPOSE),
                          options->purpose != NULL ? options->purpose : "__________", bjt_sheet_words_get (options->language, BJT_WORD_RECEIVER),
                          options->receiver != NULL ? options->receiver : "__________");
  return g_string_free (text, FALSE);
}

static void
write_texts (BjtPlanSheet              *self,
             const BjtGridSheetOptions *options,
             int                        ordinal)
{
  BjtSheetLanguage language = options->language;
  BjtDate          made_on = options->made_on != 0 && options->made_on != BJT_DATE_NONE ? options->made_on : self->picture->as_of;
  g_autofree char *day = bjt_date_dup_string (self->picture->as_of);
  g_autofree char *date = bjt_date_dup_string (made_on);
  const char      *maker = options->maker != NULL ? options->maker : self->picture->community.name;
  const char      *demo = self->picture->community.is_sample ? bjt_sheet_words_get (language, BJT_WORD_DEMO) : NULL;

  self->title = dup_title (self, ordinal);
  self->subtitle = dup_subtitle (self);
  self->notes[0] = dup_purpose (options);
  self->notes[1] = g_strdup_printf ("%s %s", bjt_sheet_words_get (language, BJT_WORD_DATA_AS_OF), day);
  self->left_footer = g_strdup_printf ("%s %s %s%s%s", bjt_sheet_words_get (language, BJT_WORD_MADE_BY), maker != NULL ? maker : "", date,
                                       demo != NULL ? " · " : "", demo != NULL ? demo : "");
  self->right_footer = bjt_sheet_words_format (language, BJT_WORD_PAGE, 1, 1);
  self->watermark = options->receiver != NULL && demo != NULL ? g_strdup_printf ("%s · %s", demo, options->receiver)
                                                              : g_strdup (demo != NULL ? demo : options->receiver);
}

/* Layout */

/* The largest of the usual scales at which it fits; 0: none. */
static double
find_denominator (const BjtBox *window,
                  const BjtBox *metres)
{
  static const double usual[] = { 10, 20, 25, 50, 75, 100, 150, 200, 250, 300, 400, 500, 750, 1000, 1500, 2000, 2500, 5000, 10000 };

  for (guint i = 0; i < G_N_ELEMENTS (usual); i++)
    if ((metres->x2 - metres->x1) * 1000 / usual[i] <= window->x2 - window->x1 && (metres->y2 - metres->y1) * 1000 / usual[i] <= window->y2 - window->y1)
      return usual[i];
  return 0;
}

static double
lay_out (BjtPlanSheet   *self,
         const BjtPaper *paper,
         gboolean        is_landscape,
         const BjtBox   *metres)
{
  BjtSheetFrame frame;
  BjtBox        inside, room;
  double        space, column;

  self->width = is_landscape ? MAX (paper->width, paper->height) : MIN (paper->width, paper->height);
  self->height = is_landscape ? MIN (paper->width, paper->height) : MAX (paper->width, paper->height);
  self->k = bjt_sheet_frame_get_k (self->width, self->height);
  frame = get_frame (self);
  inside = bjt_sheet_frame_get_inside (&frame, self->k);
  space = SPACE * self->k;
  column = COLUMN_WIDTH * self->k;
  self->column = (BjtBox) { inside.x2 - column - space, inside.y1 + space, inside.x2 - space, inside.y2 - space / 2 };
  self->window = (BjtBox) { inside.x1 + space, inside.y1 + space, self->column.x1 - 1.5 * space, inside.y2 - space / 2 };
  room = (BjtBox) { self->window.x1 + space, self->window.y1 + space, self->window.x2 - space, self->window.y2 - space };
  return find_denominator (&room, metres);
}

/* Across, unless upright shows it larger. */
static gboolean
choose_layout (BjtPlanSheet   *self,
               const BjtPaper *paper,
               const BjtBox   *metres,
               GError        **error)
{
  double portrait = self->options.orientation != BJT_ORIENTATION_LANDSCAPE ? lay_out (self, paper, FALSE, metres) : 0;
  double landscape = self->options.orientation != BJT_ORIENTATION_PORTRAIT ? lay_out (self, paper, TRUE, metres) : 0;

  if (portrait > 0 && (landscape <= 0 || portrait < landscape))
    landscape = lay_out (self, paper, FALSE, metres);
  self->denominator = landscape;
  if (landscape <= 0)
    {
      g_set_error (error, G_IO_ERROR, G_IO_ERROR_NO_SPACE, "The plan does not fit on %s: choose a larger paper", paper->name);
      return FALSE;
    }
  self->frame = (BjtPlanFrame) {
    .scale = 1000 / self->denominator,
    .centre = { (metres->x1 + metres->x2) / 2, (metres->y1 + metres->y2) / 2 },
    .width = self->window.x2 - self->window.x1,
    .height = self->window.y2 - self->window.y1,
  };
  return TRUE;
}

static void
set_painter (BjtPlanSheet *self,
             guint32       plan,
             int           ordinal,
             GPtrArray    *backdrops)
{
  BjtPlanShow show = BJT_PLAN_SHOW_LABELS | BJT_PLAN_SHOW_FACTS | BJT_PLAN_SHOW_ANNOTATIONS;
  BjtRun      doors = bjt_picture_get_building (self->picture, self->building)->doors;

  if (self->options.names != BJT_SHEET_NAMES_NONE)
    show |= BJT_PLAN_SHOW_NAMES;
  if (self->options.names == BJT_SHEET_NAMES_FULL)
    show |= BJT_PLAN_SHOW_UNMASKED_NAMES;
  self->painter = bjt_plan_painter_new (self->picture, plan, ordinal, backdrops);
  bjt_plan_painter_set_show (self->painter, show);
  bjt_plan_painter_set_palette (self->painter, BJT_PALETTE_PRINT);
  bjt_plan_painter_set_mono (self->painter, self->options.is_mono);
  self->doors = bjt_door_set_new (self->picture->doors->len);
  for (guint32 d = doors.first; d < doors.first + doors.n; d++)
    if (bjt_picture_get_door (self->picture, d)->ordinal == ordinal)
      bjt_door_set_add (self->doors, d);
  bjt_grid_count_doors (&self->count, self->picture, self->doors);
}

/**
 * bjt_plan_sheet_new:
 *
 * Returns: (transfer full) (nullable): %NULL where the level has no plan, or
 *   the paper no room for it
 */
BjtSheet *
bjt_plan_sheet_new (BjtPicture                *picture,
                    guint32                    building,
                    int                        ordinal,
                    GPtrArray                 *backdrops,
                    const BjtGridSheetOptions *options,
                    GError                   **error)
{
  guint32  plan = bjt_plan_index_find_plan (picture, building, ordinal);
  BjtPaper paper;
  BjtBox   metres;
  g_autoptr (BjtPlanSheet) self = NULL;

  if (plan == BJT_NO_INDEX)
    {
      g_set_error_literal (error, G_IO_ERROR, G_IO_ERROR_NOT_FOUND, "This level has no plan yet: draw one, bring one in, or make the schematic one");
      return NULL;
    }
  if (!bjt_paper_parse (options->paper != NULL ? options->paper : "A4", &paper, error))
    return NULL;
  self = g_object_new (BJT_TYPE_PLAN_SHEET, NULL);
  self->picture = bjt_picture_ref (picture);
  self->building = building;
  self->options = *options;
  set_painter (self, plan, ordinal, backdrops);
  write_texts (self, options, ordinal);
  metres = bjt_plan_painter_get_box (self->painter);
  if (bjt_box_is_empty (&metres))
    metres = (BjtBox) { 0, 0, 20, 20 };
  return choose_layout (self, &paper, &metres, error) ? BJT_SHEET (g_steal_pointer (&self)) : NULL;
}

double
bjt_plan_sheet_get_denominator (BjtPlanSheet *self)
{
  return self->denominator;
}
