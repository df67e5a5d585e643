/* bjt-overview-sheet.c: one page; the marks are set once the pages are counted. */
#include "bjt-overview-sheet.h"

#include <string.h>

#include "bjt-paper.h"
#include "bjt-sheet-areas.h"
#include "bjt-sheet-notes.h"

#define SPACE 4.0

struct _BjtOverviewSheet
{
  BjtSheet parent_instance;

  /* Owned */
  BjtPicture     *picture;
  BjtSheetGround *ground;
  BjtMapPainter  *streets;
  GArray         *areas;   /* BjtSheetArea */
  GStringChunk   *strings; /* of the areas */
  char           *title, *subtitle;
  BjtSheetNotes   notes;

  /* State */
  BjtSheetMap map;
  gboolean    is_of_grids;
  double      width, height, k;
};

G_DEFINE_FINAL_TYPE (BjtOverviewSheet, bjt_overview_sheet, BJT_TYPE_SHEET)

static void
bjt_overview_sheet_finalize (GObject *object)
{
  BjtOverviewSheet *self = BJT_OVERVIEW_SHEET (object);

  g_clear_pointer (&self->streets, bjt_map_painter_unref);
  g_clear_pointer (&self->ground, bjt_sheet_ground_free);
  g_clear_pointer (&self->picture, bjt_picture_unref);
  g_array_unref (self->areas);
  g_string_chunk_free (self->strings);
  bjt_sheet_notes_clear (&self->notes);
  g_free (self->title);
  g_free (self->subtitle);
  G_OBJECT_CLASS (bjt_overview_sheet_parent_class)->finalize (object);
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
  *width = BJT_OVERVIEW_SHEET (sheet)->width;
  *height = BJT_OVERVIEW_SHEET (sheet)->height;
}

static const char *
get_title (BjtSheet *sheet)
{
  return BJT_OVERVIEW_SHEET (sheet)->title;
}

static char *
dup_bookmark (BjtSheet *sheet,
              guint     page,
              guint    *depth)
{
  return g_strdup (bjt_sheet_words_get (BJT_OVERVIEW_SHEET (sheet)->notes.language, BJT_WORD_OVERVIEW));
}

static void
draw_map (BjtOverviewSheet  *self,
          const BjtSheetPen *pen)
{
  const BjtBox      *window = &self->map.window;
  double             k = self->k;
  BjtBox             scale = { window->x2 - 48 * k, window->y2 - 13 * k, window->x2 - 3, window->y2 - 2 };
  BjtBox             north = { window->x2 - 13 * k, window->y1 + 3, window->x2 - 4, window->y1 + 3 + 14 * k };
  BjtSheetAreas      areas = { (const BjtSheetArea *) (gpointer) self->areas->data, self->areas->len, self->is_of_grids ? 5 : 2.5, self->is_of_grids };
  const BjtSheetBase base = { .streets = self->streets };

  cairo_save (pen->cr);
  cairo_rectangle (pen->cr, window->x1, window->y1, window->x2 - window->x1, window->y2 - window->y1);
  cairo_clip (pen->cr);
  bjt_sheet_pen_colour (pen, pen->palette->ground);
  bjt_sheet_pen_fill (pen, window);
  bjt_sheet_map_draw_base (&self->map, pen, &base);
  for (guint32 b = 0; b < self->picture->buildings->len; b++)
    if (bjt_picture_get_building (self->picture, b)->footprint != NULL)
      bjt_sheet_map_draw_footprint (&self->map, pen, bjt_picture_get_building (self->picture, b)->footprint, self->is_of_grids);
  bjt_sheet_areas_draw_fill (&areas, &self->map, pen);
  bjt_sheet_areas_draw_marks (&areas, &self->map, pen);
  bjt_sheet_map_draw_scale (&self->map, pen, &scale);
  bjt_sheet_map_draw_north (&self->map, pen, &north);
  cairo_restore (pen->cr);
  bjt_sheet_pen_colour (pen, pen->palette->dim_text);
  bjt_sheet_pen_box (pen, window, 0.25);
}

static void
draw_page (BjtSheet *sheet,
           cairo_t  *cr,
           guint     page)
{
  BjtOverviewSheet *self = BJT_OVERVIEW_SHEET (sheet);
  BjtSheetPen       pen = bjt_sheet_notes_get_pen (&self->notes, sheet, cr, self->k);
  BjtSheetFrame     frame = bjt_sheet_notes_get_frame (&self->notes, self->width, self->height);
  g_autofree char  *number = bjt_sheet_frame_dup_page_number (sheet, self->notes.language, page);

  frame.title = self->title;
  frame.subtitle = self->subtitle;
  frame.right_footer = number;
  cairo_set_source_rgb (cr, 1, 1, 1);
  cairo_rectangle (cr, 0, 0, self->width, self->height);
  cairo_fill (cr);
  draw_map (self, &pen);
  if (self->notes.watermark != NULL)
    bjt_sheet_frame_draw_watermark (&pen, &self->map.window, self->notes.watermark);
  bjt_sheet_frame_draw (&frame, &pen);
}

static void
bjt_overview_sheet_class_init (BjtOverviewSheetClass *klass)
{
  BjtSheetClass *sheet_class = BJT_SHEET_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = bjt_overview_sheet_finalize;
  sheet_class->get_n_pages = get_n_pages;
  sheet_class->get_page_size = get_page_size;
  sheet_class->get_title = get_title;
  sheet_class->draw_page = draw_page;
  sheet_class->dup_bookmark = dup_bookmark;
}

static void
bjt_overview_sheet_init (BjtOverviewSheet *self)
{
  self->areas = g_array_new (FALSE, TRUE, sizeof (BjtSheetArea));
  self->strings = g_string_chunk_new (256);
}

static void
lay_out (BjtOverviewSheet          *self,
         const BjtPaper            *paper,
         const BjtGridSheetOptions *options)
{
  gboolean      is_portrait = options->orientation == BJT_ORIENTATION_PORTRAIT;
  BjtSheetFrame frame;
  BjtBox        inside;

  self->width = is_portrait ? MIN (paper->width, paper->height) : MAX (paper->width, paper->height);
  self->height = is_portrait ? MAX (paper->width, paper->height) : MIN (paper->width, paper->height);
  self->k = bjt_sheet_frame_get_k (self->width, self->height);
  frame = bjt_sheet_notes_get_frame (&self->notes, self->width, self->height);
  inside = bjt_sheet_frame_get_inside (&frame, self->k);
  self->map.window = (BjtBox) { inside.x1 + SPACE * self->k, inside.y1 + SPACE * self->k, inside.x2 - SPACE * self->k, inside.y2 };
}

/**
 * bjt_overview_sheet_new:
 *
 * Returns: (transfer full) (nullable): %NULL without an error where nothing has a place
 */
BjtOverviewSheet *
bjt_overview_sheet_new (BjtPicture                *picture,
                        const GArray              *shapes,
                        const BjtOverviewForm     *form,
                        const BjtGridSheetOptions *options,
                        GError                   **error)
{
  g_autoptr (BjtOverviewSheet) self = g_object_new (BJT_TYPE_OVERVIEW_SHEET, NULL);
  BjtSheetAreas areas;
  BjtPaper      paper;
  BjtBox        metres;

  if (!bjt_paper_parse (options->paper != NULL ? options->paper : "A4", &paper, error))
    return NULL;
  for (guint i = 0; i < shapes->len; i++)
    {
      BjtSheetArea area = { g_array_index (shapes, const BjtGeometry *, i), "", NULL, i };

      g_array_append_val (self->areas, area);
    }
  areas = (BjtSheetAreas) { (const BjtSheetArea *) (gpointer) self->areas->data, self->areas->len, 0, form->is_of_grids };
  self->ground = bjt_sheet_areas_find_ground (&areas, &metres);
  if (self->ground == NULL)
    return NULL;
  self->picture = bjt_picture_ref (picture);
  self->is_of_grids = form->is_of_grids;
  self->title = g_strdup (form->title);
  self->subtitle = g_strdup (form->subtitle);
  self->streets = bjt_map_painter_new (picture);
  bjt_sheet_notes_init (&self->notes, picture, options);
  lay_out (self, &paper, options);
  self->map.ground = self->ground;
  bjt_sheet_map_fit (&self->map, &metres);
  return g_steal_pointer (&self);
}

void
bjt_overview_sheet_set_mark (BjtOverviewSheet *self,
                             guint             index,
                             const char       *mark,
                             const char       *label)
{
  BjtSheetArea *area = &g_array_index (self->areas, BjtSheetArea, index);

  area->mark = g_string_chunk_insert (self->strings, mark);
  area->label = label != NULL ? g_string_chunk_insert (self->strings, label) : NULL;
}
