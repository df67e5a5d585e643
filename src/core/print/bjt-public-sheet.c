/* bjt-public-sheet.c: map with outlines and numbers; staff, totals. */
#include "bjt-public-sheet.h"

#include <math.h>

#include "bjt-paper.h"
#include "bjt-sheet-captions.h"
#include "bjt-sheet-frame.h"
#include "bjt-sheet-map.h"

#define COLUMN_WIDTH 74.0
#define SPACE 4.0
#define CAPTION 3.4
#define NEARBY_METRES 800.0

static const double scales[] = { 500, 750, 1000, 1250, 1500, 2000, 2500, 3000, 4000, 5000, 6000, 8000, 10000, 15000, 20000, 50000 };

struct _BjtPublicSheet
{
  BjtSheet parent_instance;

  /* Owned */
  BjtPublicGrid  *grid;
  BjtSheetGround *ground; /* NULL: nothing has a place */
  char           *title, *left_footer, *right_footer, *subtitle;

  /* State */
  BjtSheetMap      map;
  gboolean         is_mono, has_binding;
  BjtSheetLanguage language;
  double           width, height, k, margin;
};

G_DEFINE_FINAL_TYPE (BjtPublicSheet, bjt_public_sheet, BJT_TYPE_SHEET)

static void
bjt_public_sheet_finalize (GObject *object)
{
  BjtPublicSheet *self = BJT_PUBLIC_SHEET (object);

  g_clear_pointer (&self->grid, bjt_public_grid_free);
  g_clear_pointer (&self->ground, bjt_sheet_ground_free);
  g_free (self->title);
  g_free (self->subtitle);
  g_free (self->left_footer);
  g_free (self->right_footer);
  G_OBJECT_CLASS (bjt_public_sheet_parent_class)->finalize (object);
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
  BjtPublicSheet *self = BJT_PUBLIC_SHEET (sheet);

  *width = self->width;
  *height = self->height;
}

static const char *
get_title (BjtSheet *sheet)
{
  return BJT_PUBLIC_SHEET (sheet)->title;
}

static BjtSheetFrame
get_frame (const BjtPublicSheet *self)
{
  return (BjtSheetFrame) {
    .width = self->width,
    .height = self->height,
    .has_binding = self->has_binding,
    .margin = self->margin,
    .title = self->title,
    .subtitle = self->subtitle,
    .mark = bjt_sheet_words_get (self->language, BJT_WORD_PUBLIC_MARK),
    .notes = { self->grid->is_sample ? bjt_sheet_words_get (self->language, BJT_WORD_DEMO) : NULL, NULL },
    .left_footer = self->left_footer,
    .right_footer = self->right_footer,
  };
}

static void
get_parts (const BjtPublicSheet *self,
           BjtBox               *window,
           BjtBox               *column)
{
  BjtSheetFrame frame = get_frame (self);
  BjtBox        inside = bjt_sheet_frame_get_inside (&frame, self->k);
  double        space = SPACE * self->k, width = COLUMN_WIDTH * self->k;

  *window = (BjtBox) { inside.x1 + space, inside.y1 + space, inside.x2 - width - 2.5 * space, inside.y2 };
  *column = (BjtBox) { inside.x2 - width - space, inside.y1 + space, inside.x2 - space, inside.y2 - space };
}

static void
draw_buildings (BjtPublicSheet    *self,
                const BjtSheetPen *pen,
                gboolean           is_ours)
{
  for (guint i = 0; i < self->grid->buildings->len; i++)
    {
      const BjtPublicBuilding *building = &g_array_index (self->grid->buildings, BjtPublicBuilding, i);

      if (building->is_ours == is_ours)
        bjt_sheet_map_draw_footprint (&self->map, pen, building->footprint, is_ours);
    }
}

/* Ours alone are named; the names of the ground stay off all. */
static BjtSheetCaptions *
make_captions (BjtPublicSheet    *self,
               const BjtSheetPen *pen,
               GArray            *covered)
{
  BjtSheetCaptions *captions = bjt_sheet_captions_new (&self->map, pen, CAPTION);
  const GArray     *buildings = self->grid->buildings;

  for (guint i = 0; i < buildings->len; i++)
    if (!isnan (g_array_index (buildings, BjtPublicBuilding, i).centre.x))
      bjt_sheet_captions_add_ground (captions, g_array_index (buildings, BjtPublicBuilding, i).corners);
  for (guint i = 0; i < buildings->len; i++)
    {
      const BjtPublicBuilding *building = &g_array_index (buildings, BjtPublicBuilding, i);

      if (building->is_ours && !isnan (building->centre.x))
        bjt_sheet_captions_add (captions, building->corners, building->label);
    }
  bjt_sheet_captions_place (captions, covered);
  for (guint i = 0; i < buildings->len; i++)
    if (!isnan (g_array_index (buildings, BjtPublicBuilding, i).centre.x))
      bjt_sheet_map_cover (&self->map, g_array_index (buildings, BjtPublicBuilding, i).corners, covered);
  return captions;
}

static guint
draw_ground (BjtPublicSheet    *self,
             const BjtSheetPen *pen,
             GArray            *covered)
{
  const BjtSheetBase           base = { .streets = self->grid->base };
  g_autoptr (GArray)           lines = g_array_new (FALSE, FALSE, sizeof (BjtBox));
  g_autoptr (BjtSheetCaptions) captions = make_captions (self, pen, covered);
  guint                        n_dropped;

  bjt_sheet_map_draw_base (&self->map, pen, &base);
  draw_buildings (self, pen, FALSE);
  if (self->grid->boundary != NULL)
    {
      bjt_sheet_map_draw_outline (&self->map, pen, self->grid->boundary);
      bjt_sheet_map_list_outline (&self->map, self->grid->boundary, lines);
    }
  n_dropped = bjt_sheet_map_draw_names (&self->map, pen, &base, covered, lines);
  draw_buildings (self, pen, TRUE);
  return n_dropped + bjt_sheet_captions_draw (captions);
}

/* Returns: how many names found no room */
static guint
draw_map (BjtPublicSheet    *self,
          const BjtSheetPen *pen)
{
  const BjtBox *window = &self->map.window;
  double        k = self->k;
  BjtBox        scale_box = { window->x2 - 48 * k, window->y2 - 13 * k, window->x2 - 3, window->y2 - 2 };
  BjtBox        north_box = { window->x2 - 13 * k, window->y1 + 3, window->x2 - 4, window->y1 + 3 + 14 * k };
  guint         n_dropped = 0;
  g_autoptr (GArray) furniture = g_array_new (FALSE, FALSE, sizeof (BjtBox));

  g_array_append_val (furniture, scale_box);
  g_array_append_val (furniture, north_box);
  cairo_save (pen->cr);
  cairo_rectangle (pen->cr, window->x1, window->y1, window->x2 - window->x1, window->y2 - window->y1);
  cairo_clip (pen->cr);
  bjt_sheet_pen_colour (pen, pen->palette->ground);
  bjt_sheet_pen_fill (pen, window);
  if (self->ground != NULL)
    {
      n_dropped = draw_ground (self, pen, furniture);
      bjt_sheet_map_draw_scale (&self->map, pen, &scale_box);
      bjt_sheet_map_draw_north (&self->map, pen, &north_box);
    }
  cairo_restore (pen->cr);
  bjt_sheet_pen_colour (pen, pen->palette->dim_text);
  bjt_sheet_pen_box (pen, window, 0.25);
  return n_dropped;
}

static double
draw_heading (const BjtSheetPen *pen,
              const BjtBox      *box,
              double             y,
              BjtSheetWord       word)
{
  bjt_sheet_pen_colour (pen, pen->palette->text);
  bjt_sheet_pen_bold (pen, bjt_sheet_pen_word (pen, word), box->x1, y + 3 * pen->k, 4.6, BJT_PEN_LEFT);
  bjt_sheet_pen_line (pen, (BjtPoint) { box->x1, y + 6.8 * pen->k }, (BjtPoint) { box->x2, y + 6.8 * pen->k }, 0.25);
  return y + 12 * pen->k;
}

static double
draw_fact (const BjtSheetPen *pen,
           const BjtBox      *box,
           double             y,
           const char        *name,
           const char        *value)
{
  bjt_sheet_pen_colour (pen, pen->palette->dim_text);
  bjt_sheet_pen_text (pen, name, box->x1, y, 3.6, BJT_PEN_LEFT);
  bjt_sheet_pen_colour (pen, pen->palette->text);
  bjt_sheet_pen_bold (pen, value, box->x2, y, 4.4, BJT_PEN_RIGHT);
  return y + 8 * pen->k;
}

typedef struct
{
  const char *name;
  double      metres;
} Nearby;

static int
compare_nearby (gconstpointer a,
                gconstpointer b)
{
  const Nearby *x = a, *y = b;

  return (x->metres > y->metres) - (x->metres < y->metres);
}

/* The nearest places, from the middle of the grid, to ten metres. */
static void
draw_nearby (BjtPublicSheet    *self,
             const BjtSheetPen *pen,
             const BjtBox      *box,
             double             y)
{
  g_autoptr (GArray) list = g_array_new (FALSE, FALSE, sizeof (Nearby));

  for (guint i = 0; self->ground != NULL && i < self->grid->places->len; i++)
    {
      const BjtPublicPlace *place = &g_array_index (self->grid->places, BjtPublicPlace, i);
      BjtPoint              at = bjt_sheet_ground_project (self->ground, place->place);
      Nearby                nearby = { place->name, hypot (at.x - self->map.origin.x, at.y - self->map.origin.y) };

      if (nearby.metres < NEARBY_METRES)
        g_array_append_val (list, nearby);
    }
  if (list->len == 0)
    return;
  g_array_sort (list, compare_nearby);
  y = draw_heading (pen, box, y, BJT_WORD_NEARBY);
  for (guint i = 0; i < list->len && y < box->y2; i++, y += 6.4 * pen->k)
    {
      const Nearby    *nearby = &g_array_index (list, Nearby, i);
      g_autofree char *metres = bjt_sheet_words_format (pen->language, BJT_WORD_ABOUT_METRES, (int) (round (nearby->metres / 10) * 10));
      double           width;

      bjt_sheet_pen_colour (pen, pen->palette->dim_text);
      width = bjt_sheet_pen_text (pen, metres, box->x2, y, 3.2, BJT_PEN_RIGHT);
      bjt_sheet_pen_colour (pen, pen->palette->text);
      bjt_sheet_pen_fit (pen, nearby->name, &(BjtTextPlace) { box->x1, y, 0, 3.4 * pen->k, box->x2 - box->x1 - width - 3, 0 });
    }
}

static void
draw_column (BjtPublicSheet    *self,
             const BjtSheetPen *pen,
             const BjtBox      *box)
{
  const BjtPublicGrid *grid = self->grid;
  double               y = draw_heading (pen, box, box->y1, BJT_WORD_SERVICE);
  g_autofree char     *buildings = g_strdup_printf ("%u", grid->n_buildings);
  g_autofree char     *households = bjt_public_grid_dup_count (grid->n_households);
  g_autofree char     *persons = bjt_public_grid_dup_count (grid->n_persons);

  if (grid->staff_name != NULL)
    y = draw_fact (pen, box, y, bjt_sheet_pen_word (pen, BJT_WORD_STAFF), grid->staff_name);
  if (grid->staff_phone != NULL)
    y = draw_fact (pen, box, y, bjt_sheet_pen_word (pen, BJT_WORD_PHONE), grid->staff_phone);
  y = draw_heading (pen, box, y + 6 * pen->k, BJT_WORD_AT_A_GLANCE);
  y = draw_fact (pen, box, y, bjt_sheet_pen_word (pen, BJT_WORD_PUBLIC_BUILDINGS), buildings);
  y = draw_fact (pen, box, y, bjt_sheet_pen_word (pen, BJT_WORD_PUBLIC_HOUSEHOLDS), households);
  y = draw_fact (pen, box, y, bjt_sheet_pen_word (pen, BJT_WORD_PUBLIC_PERSONS), persons);
  for (guint i = 0; i < grid->counts->len; i++)
    {
      const BjtPublicCount *count = &g_array_index (grid->counts, BjtPublicCount, i);
      g_autofree char      *text = bjt_public_grid_dup_count (count->n);

      y = draw_fact (pen, box, y, count->name, text);
    }
  bjt_sheet_pen_colour (pen, pen->palette->dim_text);
  bjt_sheet_pen_text (pen, bjt_sheet_pen_word (pen, BJT_WORD_FEW_NOTE), box->x1, y, 2.5, BJT_PEN_LEFT);
  draw_nearby (self, pen, box, y + 9 * pen->k);
}

static void
draw_page (BjtSheet *sheet,
           cairo_t  *cr,
           guint     page)
{
  BjtPublicSheet *self = BJT_PUBLIC_SHEET (sheet);
  BjtSheetPen     pen = { cr, bjt_sheet_get_text (sheet), bjt_palette_get (self->is_mono ? BJT_PALETTE_MONO : BJT_PALETTE_PRINT), self->language, self->k };
  BjtSheetFrame   frame = get_frame (self);
  BjtBox          window, column;

  cairo_set_source_rgb (cr, 1, 1, 1);
  cairo_rectangle (cr, 0, 0, self->width, self->height);
  cairo_fill (cr);
  get_parts (self, &window, &column);
  frame.n_unnamed = draw_map (self, &pen);
  draw_column (self, &pen, &column);
  bjt_sheet_frame_draw (&frame, &pen);
}

static void
bjt_public_sheet_class_init (BjtPublicSheetClass *klass)
{
  BjtSheetClass *sheet_class = BJT_SHEET_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = bjt_public_sheet_finalize;
  sheet_class->get_n_pages = get_n_pages;
  sheet_class->get_page_size = get_page_size;
  sheet_class->get_title = get_title;
  sheet_class->draw_page = draw_page;
}

static void
bjt_public_sheet_init (BjtPublicSheet *self)
{
}

static void
add_shape (BjtPublicSheet    *self,
           const BjtGeometry *shape,
           BjtBox            *extent)
{
  if (self->ground == NULL)
    self->ground = bjt_sheet_ground_new (shape->points[0]);
  for (guint i = 0; i < shape->n_points; i++)
    {
      BjtPoint metres = bjt_sheet_ground_project (self->ground, shape->points[i]);

      bjt_box_add_point (extent, metres.x, metres.y);
    }
}

/* The largest round scale that shows boundary and buildings of the grid. */
static void
choose_scale (BjtPublicSheet       *self,
              const BjtSheetExtent *wish)
{
  BjtBox extent = BJT_BOX_EMPTY, column;
  double width, height;

  get_parts (self, &self->map.window, &column);
  if (self->grid->boundary != NULL)
    add_shape (self, self->grid->boundary, &extent);
  for (guint i = 0; i < self->grid->buildings->len; i++)
    if (g_array_index (self->grid->buildings, BjtPublicBuilding, i).is_ours)
      add_shape (self, g_array_index (self->grid->buildings, BjtPublicBuilding, i).footprint, &extent);
  if (self->ground == NULL)
    return;
  width = (self->map.window.x2 - self->map.window.x1) * 0.9;
  height = (self->map.window.y2 - self->map.window.y1) * 0.9;
  self->map.ground = self->ground;
  self->map.origin = (BjtPoint) { (extent.x1 + extent.x2) / 2, (extent.y1 + extent.y2) / 2 };
  self->map.at = (BjtPoint) { (self->map.window.x1 + self->map.window.x2) / 2, (self->map.window.y1 + self->map.window.y2) / 2 };
  for (guint s = 0; s < G_N_ELEMENTS (scales); s++)
    {
      self->map.denominator = scales[s];
      if ((extent.x2 - extent.x1) * 1000 / scales[s] <= width && (extent.y2 - extent.y1) * 1000 / scales[s] <= height)
        break;
    }
  bjt_sheet_map_apply_extent (&self->map, &extent, wish);
}

static void
write_texts (BjtPublicSheet              *self,
             const BjtPublicSheetOptions *options)
{
  const BjtPublicGrid *grid = self->grid;
  BjtDate              made_on = options->made_on != 0 && options->made_on != BJT_DATE_NONE ? options->made_on : grid->as_of;
  g_autofree char     *day = bjt_date_dup_string (made_on);
  g_autofree char     *data_day = bjt_date_dup_string (grid->as_of);

  self->title = bjt_sheet_words_format (options->language, BJT_WORD_PUBLIC_TITLE, grid->community != NULL ? grid->community : "", grid->number);
  self->subtitle = g_strdup (grid->compounds);
  self->left_footer = g_strdup_printf ("%s %s %s", bjt_sheet_words_get (options->language, BJT_WORD_MADE_BY),
                                       options->maker != NULL ? options->maker : grid->community != NULL ? grid->community : "", day);
  self->right_footer = g_strdup_printf ("%s %s", bjt_sheet_words_get (options->language, BJT_WORD_DATA_AS_OF), data_day);
}

/**
 * bjt_public_sheet_new:
 * @grid: (transfer full): taken also on failure
 */
BjtSheet *
bjt_public_sheet_new (BjtPublicGrid               *grid,
                      const BjtPublicSheetOptions *options,
                      GError                     **error)
{
  g_autoptr (BjtPublicSheet) self = g_object_new (BJT_TYPE_PUBLIC_SHEET, NULL);
  BjtPaper                   paper;

  self->grid = grid;
  if (!bjt_paper_parse (options->paper != NULL ? options->paper : "A3", &paper, error))
    return NULL;
  self->width = options->is_portrait ? MIN (paper.width, paper.height) : MAX (paper.width, paper.height);
  self->height = options->is_portrait ? MAX (paper.width, paper.height) : MIN (paper.width, paper.height);
  self->k = bjt_sheet_frame_get_k (self->width, self->height);
  self->is_mono = options->is_mono;
  self->has_binding = options->has_binding;
  self->margin = options->margin;
  self->language = options->language;
  write_texts (self, options);
  choose_scale (self, &options->extent);
  return BJT_SHEET (g_steal_pointer (&self));
}
