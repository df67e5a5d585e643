/* bjt-community-poster.c: the matrix of each building lies on its footprint, along
 * its walls, no larger than the way to its neighbours allows. */
#include "bjt-community-poster.h"

#include <math.h>

#include "bjt-grid-column.h"
#include "bjt-paper.h"
#include "bjt-poster-painter.h"
#include "bjt-sheet-notes.h"
#include "geo/bjt-mercator.h"
#include "paint/bjt-matrix-painter.h"

#define LARGEST 7.0    /* of a cell, mm */
#define SMALLEST 0.7
#define FLATTEST 0.78  /* of a cell: height by width */
#define NEIGHBOUR 0.7  /* of the way to the next building */
#define LEGEND 15.0 /* its height without lines */
#define LEGEND_LINE 5.4
#define N_LEGEND_LINES 11 /* of classes and marks */
#define AROUND 30.0 /* of the middle of a building: what it may take, mm */
#define LABEL 3.2
#define N_SLICES 6
#define LEAST_LABEL 9.0 /* a building that is shorter is told by its place */

struct _BjtCommunityPoster
{
  BjtSheet parent_instance;

  /* Owned */
  BjtPicture         *picture;
  BjtPublicCommunity *community; /* for map and column */
  BjtPosterPainter    painter;
  BjtSheetNotes       notes;
  char               *title, *subtitle;

  /* State */
  BjtGridCount count;
  double width, height, k;
};

/* The matrix of a building on its footprint. */
typedef struct
{
  const BjtPicture *picture;
  guint32           building;
  BjtMatrix        *matrix;
  BjtMatrixMetrics  metrics;
  BjtPoint          at; /* its middle, mm */
  double            turn, width, height;
} Doors;

G_DEFINE_FINAL_TYPE (BjtCommunityPoster, bjt_community_poster, BJT_TYPE_SHEET)

static void
bjt_community_poster_finalize (GObject *object)
{
  BjtCommunityPoster *self = BJT_COMMUNITY_POSTER (object);

  bjt_poster_painter_clear (&self->painter);
  g_clear_pointer (&self->community, bjt_public_community_free);
  g_clear_pointer (&self->picture, bjt_picture_unref);
  bjt_sheet_notes_clear (&self->notes);
  g_free (self->title);
  g_free (self->subtitle);
  G_OBJECT_CLASS (bjt_community_poster_parent_class)->finalize (object);
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
  *width = BJT_COMMUNITY_POSTER (sheet)->width;
  *height = BJT_COMMUNITY_POSTER (sheet)->height;
}

static const char *
get_title (BjtSheet *sheet)
{
  return BJT_COMMUNITY_POSTER (sheet)->title;
}

static BjtPoint
project (const BjtCommunityPoster *self,
         BjtPoint                  mercator)
{
  return bjt_sheet_map_project_mercator (&self->painter.map, mercator);
}

/* mm to the middle of the nearest other building */
static double
find_room (const BjtCommunityPoster *self,
           guint32                   building,
           const BjtPoint           *places)
{
  double nearest = INFINITY;

  for (guint32 b = 0; b < self->picture->buildings->len; b++)
    if (b != building && !isnan (places[b].x))
      nearest = MIN (nearest, hypot (places[b].x - places[building].x, places[b].y - places[building].y));
  return nearest;
}

static void
draw_label (const BjtSheetPen        *pen,
            const BjtPictureBuilding *building,
            double                    y)
{
  g_autofree char *name = bjt_sheet_words_dup_building (pen->language, building->label);
  BjtTextPlace     place = { 0, y, 0.5, LABEL * MIN (pen->k, 1.4), 0, BJT_TEXT_BOLD };

  bjt_sheet_pen_colour (pen, pen->palette->building_text);
  bjt_text_painter_draw_halo (pen->text, pen->cr, name, &place, pen->palette->paper, 0.5);
}

/* Its doors in the frame of its walls: the middle at 0, 0. */
static void
draw_doors (const BjtSheetPen *pen,
            const Doors       *doors)
{
  BjtMatrixPainter painter = {
    .picture = doors->picture, .matrix = doors->matrix, .metrics = doors->metrics, .palette = pen->palette, .text = pen->text, .selected = BJT_NO_INDEX,
  };
  double           width = doors->width, height = doors->height;

  painter.unit = MIN (painter.metrics.cell_height, painter.metrics.cell_width) * 0.055;
  painter.text_size = painter.metrics.cell_height * 0.5;
  painter.chip_size = MIN (painter.metrics.cell_height, painter.metrics.cell_width) * 0.78;
  cairo_save (pen->cr);
  cairo_translate (pen->cr, -width / 2, -height / 2);
  bjt_matrix_painter_draw_cells (&painter, pen->cr);
  bjt_sheet_pen_colour (pen, pen->palette->box_edge);
  bjt_sheet_pen_box (pen, &(BjtBox) { 0, 0, width, height }, 0.3);
  cairo_restore (pen->cr);
  if (width >= LEAST_LABEL)
    draw_label (pen, bjt_picture_get_building (doors->picture, doors->building), -height / 2 - LABEL * 0.62 * MIN (pen->k, 1.4));
}

static void
clear_doors (gpointer data)
{
  bjt_matrix_free (((Doors *) data)->matrix);
}

static void
measure_doors (const BjtCommunityPoster *self,
               Doors                    *doors,
               double                    length,
               double                    room)
{
  double cell = MIN (length / MAX (doors->matrix->n_columns, 1), LARGEST);

  doors->metrics.cell_width = MAX (cell, SMALLEST);
  doors->metrics.cell_height = MAX (MIN (cell * FLATTEST, room * NEIGHBOUR / doors->matrix->rows->len), SMALLEST);
  bjt_matrix_get_size (doors->matrix, &doors->metrics, &doors->width, &doors->height);
}

static void
list_building (const BjtCommunityPoster *self,
               guint32                   index,
               const BjtPoint           *places,
               GArray                   *list)
{
  const BjtPictureBuilding *building = bjt_picture_get_building (self->picture, index);
  BjtPoint                  a = project (self, building->corners[0]), b = project (self, building->corners[1]);
  double                    turn = atan2 (b.y - a.y, b.x - a.x);
  Doors                     doors = { .picture = self->picture, .building = index, .matrix = bjt_matrix_new (self->picture, index), .at = places[index] };

  if (turn > G_PI_2 || turn < -G_PI_2)
    turn += G_PI;
  if (fabs (remainder (turn, 2 * G_PI)) > 1.3) /* upright reads better than on its side */
    turn = 0;
  doors.turn = turn;
  if (doors.matrix->rows->len == 0)
    {
      clear_doors (&doors);
      return;
    }
  measure_doors (self, &doors, hypot (b.x - a.x, b.y - a.y), find_room (self, index, places));
  g_array_append_val (list, doors);
}

/* Doors: of all buildings that have any, and a place */
static GArray *
list_doors (const BjtCommunityPoster *self)
{
  guint                n = self->picture->buildings->len;
  g_autofree BjtPoint *places = g_new (BjtPoint, MAX (n, 1));
  GArray              *list = g_array_new (FALSE, FALSE, sizeof (Doors));

  g_array_set_clear_func (list, clear_doors);
  for (guint32 b = 0; b < n; b++)
    {
      BjtPoint centre = bjt_picture_get_building (self->picture, b)->centre;

      places[b] = isnan (centre.x) ? centre : project (self, centre);
    }
  for (guint32 b = 0; b < n; b++)
    if (!isnan (places[b].x) && bjt_picture_get_building (self->picture, b)->doors.n > 0)
      list_building (self, b, places, list);
  return list;
}

static void
draw_buildings (const BjtSheetPen *pen,
                const GArray      *list)
{
  for (guint i = 0; i < list->len; i++)
    {
      const Doors *doors = &g_array_index (list, Doors, i);

      cairo_save (pen->cr);
      cairo_translate (pen->cr, doors->at.x, doors->at.y);
      cairo_rotate (pen->cr, doors->turn);
      draw_doors (pen, doors);
      cairo_restore (pen->cr);
    }
}

/* What names stay off: column by column, each with the label above it. */
static void
cover_doors (const BjtSheetPen *pen,
             const GArray      *list,
             GArray            *covered)
{
  for (guint i = 0; i < list->len; i++)
    {
      const Doors *doors = &g_array_index (list, Doors, i);
      double       label = LABEL * 1.3 * MIN (pen->k, 1.4), x = cos (doors->turn), y = sin (doors->turn);
      guint        n = fabs (doors->turn) > 0 ? N_SLICES : 1;

      for (guint s = 0; s < n; s++)
        {
          BjtBox box = BJT_BOX_EMPTY;

          for (guint c = 0; c < 4; c++)
            {
              double along = doors->width * ((s + c % 2) / (double) n - 0.5), across = c < 2 ? -doors->height / 2 - label : doors->height / 2;

              bjt_box_add_point (&box, doors->at.x + along * x - across * y, doors->at.y + along * y + across * x);
            }
          g_array_append_val (covered, box);
        }
    }
}

/* How many buildings a panel would cover. */
static guint
count_covered (const BjtCommunityPoster *self,
               const BjtBox             *panel)
{
  guint n = 0;

  for (guint32 b = 0; b < self->picture->buildings->len; b++)
    {
      BjtPoint centre = bjt_picture_get_building (self->picture, b)->centre;
      BjtPoint at = isnan (centre.x) ? centre : project (self, centre);

      n += at.x > panel->x1 - AROUND && at.x < panel->x2 + AROUND && at.y > panel->y1 - AROUND && at.y < panel->y2 + AROUND;
    }
  return n;
}

static double
get_legend_height (const BjtCommunityPoster *self)
{
  guint n = 0;

  for (guint32 c = 0; c < MIN (self->picture->categories->len, BJT_MAX_CATEGORIES); c++)
    n += self->count.categories[c] > 0 && !bjt_picture_get_category (self->picture, c)->is_restricted;
  return LEGEND + LEGEND_LINE * MAX (n, N_LEGEND_LINES);
}

/* Over the map at the left, above or below. */
static BjtBox
find_legend (const BjtCommunityPoster *self)
{
  const BjtBox *window = &self->painter.map.window;
  double        k = self->k, height = get_legend_height (self) * k;
  BjtBox        panel = { window->x1 + 4 * k, window->y1 + 4 * k, window->x1 + 88 * k, window->y1 + 4 * k + height };
  BjtBox        below = { panel.x1, window->y2 - 4 * k - height, panel.x2, window->y2 - 4 * k };

  return count_covered (self, &below) < count_covered (self, &panel) ? below : panel;
}

/* What fills, frames and chips mean. */
static void
draw_legend (const BjtCommunityPoster *self,
             const BjtSheetPen        *pen)
{
  double         k = self->k;
  BjtBox         panel = find_legend (self);
  BjtBox         inside = { panel.x1 + 4 * k, panel.y1 + 4 * k, panel.x2 - 4 * k, panel.y2 };
  BjtGridColumn  column = { .picture = self->picture, .count = &self->count };

  bjt_palette_set_source (pen->cr, pen->palette->paper, 0.92);
  bjt_sheet_pen_fill (pen, &panel);
  bjt_sheet_pen_colour (pen, pen->palette->box_edge);
  bjt_sheet_pen_box (pen, &panel, 0.3);
  bjt_grid_column_draw_legend (&column, pen, &inside);
}

static void
count_all (BjtCommunityPoster *self)
{
  g_autoptr (BjtDoorSet) doors = bjt_door_set_new (self->picture->doors->len);

  for (guint32 d = 0; d < self->picture->doors->len; d++)
    bjt_door_set_add (doors, d);
  bjt_grid_count_doors (&self->count, self->picture, doors);
}

static void
draw_page (BjtSheet *sheet,
           cairo_t  *cr,
           guint     page)
{
  BjtCommunityPoster *self = BJT_COMMUNITY_POSTER (sheet);
  BjtSheetPen         pen = bjt_sheet_notes_get_pen (&self->notes, sheet, cr, self->k);
  BjtSheetFrame       frame = bjt_sheet_notes_get_frame (&self->notes, self->width, self->height);
  g_autofree char    *number = bjt_sheet_frame_dup_page_number (sheet, self->notes.language, page);
  g_autoptr (GArray)  covered = g_array_new (FALSE, FALSE, sizeof (BjtBox)), doors = list_doors (self);
  BjtBox              legend = find_legend (self);

  frame.title = self->title;
  frame.subtitle = self->subtitle;
  frame.right_footer = number;
  cairo_set_source_rgb (cr, 1, 1, 1);
  cairo_rectangle (cr, 0, 0, self->width, self->height);
  cairo_fill (cr);
  g_array_append_val (covered, legend);
  cover_doors (&pen, doors, covered);
  frame.n_unnamed = bjt_poster_painter_draw_ground (&self->painter, &pen, covered);
  if (self->notes.watermark != NULL)
    bjt_sheet_frame_draw_watermark (&pen, &self->painter.map.window, self->notes.watermark);
  draw_buildings (&pen, doors);
  draw_legend (self, &pen);
  bjt_poster_painter_draw_rest (&self->painter, &pen);
  bjt_sheet_frame_draw (&frame, &pen);
}

static void
bjt_community_poster_class_init (BjtCommunityPosterClass *klass)
{
  BjtSheetClass *sheet_class = BJT_SHEET_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = bjt_community_poster_finalize;
  sheet_class->get_n_pages = get_n_pages;
  sheet_class->get_page_size = get_page_size;
  sheet_class->get_title = get_title;
  sheet_class->draw_page = draw_page;
}

static void
bjt_community_poster_init (BjtCommunityPoster *self)
{
}

static void
write_texts (BjtCommunityPoster *self)
{
  const BjtPicture *picture = self->picture;
  BjtSheetLanguage  language = self->notes.language;
  guint             n_households = 0, n_persons = 0;
  g_autofree char  *households = NULL, *persons = NULL, *buildings = NULL;

  for (guint32 g = 0; g < picture->grids->len; g++)
    {
      n_households += bjt_picture_get_grid (picture, g)->n_households;
      n_persons += bjt_picture_get_grid (picture, g)->n_persons;
    }
  buildings = bjt_sheet_words_format (language, BJT_WORD_BUILDINGS, picture->buildings->len);
  households = bjt_sheet_words_format (language, BJT_WORD_HOUSEHOLDS, n_households);
  persons = bjt_sheet_words_format (language, BJT_WORD_PERSONS, n_persons);
  self->title = bjt_sheet_words_format (language, BJT_WORD_POSTER_TITLE, picture->community.name != NULL ? picture->community.name : "");
  self->subtitle = g_strdup_printf ("%s · %s %s", buildings, households, persons);
}

/**
 * bjt_community_poster_new:
 *
 * Returns: (transfer full) (nullable): %NULL where there are no grids, or nothing has a place
 */
BjtSheet *
bjt_community_poster_new (BjtPicture                *picture,
                          const BjtGridSheetOptions *options,
                          GError                   **error)
{
  g_autoptr (BjtCommunityPoster) self = g_object_new (BJT_TYPE_COMMUNITY_POSTER, NULL);
  gboolean      is_portrait = options->orientation == BJT_ORIENTATION_PORTRAIT;
  BjtSheetFrame frame;
  BjtPaper      paper;

  if (!bjt_paper_parse (options->paper != NULL ? options->paper : "A0", &paper, error))
    return NULL;
  self->picture = bjt_picture_ref (picture);
  self->community = bjt_public_community_new_from_picture (picture);
  bjt_sheet_notes_init (&self->notes, picture, options);
  self->width = is_portrait ? MIN (paper.width, paper.height) : MAX (paper.width, paper.height);
  self->height = is_portrait ? MAX (paper.width, paper.height) : MIN (paper.width, paper.height);
  self->k = bjt_sheet_frame_get_k (self->width, self->height);
  frame = bjt_sheet_notes_get_frame (&self->notes, self->width, self->height);
  bjt_poster_painter_init (&self->painter, self->community, &frame, self->k, &options->extent);
  write_texts (self);
  count_all (self);
  if (self->painter.ground != NULL)
    return BJT_SHEET (g_steal_pointer (&self));
  g_set_error_literal (error, G_IO_ERROR, G_IO_ERROR_NOT_FOUND, "There is nothing to print: no grid and no building has a place on the map yet");
  return NULL;
}

double
bjt_community_poster_get_denominator (BjtCommunityPoster *self)
{
  return self->painter.map.denominator;
}

void
bjt_community_poster_set_photos (BjtCommunityPoster *self,
                                 GHashTable         *photos)
{
  bjt_public_community_set_photos (self->community, photos);
}
