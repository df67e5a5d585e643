/* bjt-grid-window.c: from the ground up: base map, other buildings, outline,
 * own footprints with the doors that are drawn on them, watermark, leaders,
 * call-outs; then scale and arrow where nothing else is. */
#include "bjt-grid-window.h"

#include <math.h>

#include "bjt-callout-leader.h"
#include "bjt-grid-storey.h"
#include "bjt-sheet-captions.h"
#include "bjt-sheet-frame.h"

#define CAPTION 2.9 /* mm */
#define ON_LINE_COST 200.0 /* mm nearer to the corner that it takes to cover the outline */

/* Scale bar and arrow: where nothing else is. */
typedef struct
{
  BjtBox   scale, north;
  gboolean has_north;
} Furniture;

static BjtSheetMap
get_map (const BjtGridWindow *self)
{
  return (BjtSheetMap) { self->ground, self->page->denominator, self->page->origin, self->page->at, self->window };
}

/* What no name of the base map may touch. */
static GArray *
list_covered (const BjtGridWindow *self,
              const Furniture     *furniture)
{
  GArray *covered = g_array_new (FALSE, FALSE, sizeof (BjtBox));

  g_array_append_val (covered, furniture->scale);
  g_array_append_val (covered, furniture->north);
  for (guint i = 0; i < self->page->callouts->len; i++)
    {
      const BjtCalloutSpot *spot = &g_array_index (self->page->callouts, BjtGridCallout, i).spot;
      guint                 n_steps = (guint) ceil (hypot (spot->to.x - spot->from.x, spot->to.y - spot->from.y) / 3);

      g_array_append_val (covered, spot->box);
      for (guint step = 0; step < n_steps && spot->has_leader; step++)
        {
          BjtBox box = BJT_BOX_EMPTY;

          for (guint end = 0; end < 2; end++)
            {
              double t = (double) (step + end) / n_steps;

              bjt_box_add_point (&box, spot->from.x + t * (spot->to.x - spot->from.x), spot->from.y + t * (spot->to.y - spot->from.y));
            }
          g_array_append_val (covered, box);
        }
    }
  return covered;
}

static void
draw_footprints (const BjtGridWindow *self,
                 const BjtSheetPen   *pen,
                 const BjtSheetMap   *map,
                 gboolean             is_ours)
{
  for (guint32 b = 0; b < self->picture->buildings->len; b++)
    {
      const BjtPictureBuilding *building = bjt_picture_get_building (self->picture, b);

      if (building->footprint != NULL && is_ours == (building->grid == self->grid))
        bjt_sheet_map_draw_footprint (map, pen, building->footprint, is_ours);
      if (is_ours && building->grid == self->grid && !isnan (building->centre.x))
        bjt_grid_storey_draw (map, pen, self->picture, b);
    }
}

static BjtSheetCaptions *
make_captions (const BjtGridWindow *self,
               const BjtSheetPen   *pen,
               const BjtSheetMap   *map)
{
  BjtSheetCaptions *captions = bjt_sheet_captions_new (map, pen, CAPTION);

  for (guint32 b = 0; b < self->picture->buildings->len; b++)
    if (!isnan (bjt_picture_get_building (self->picture, b)->centre.x))
      bjt_sheet_captions_add_ground (captions, bjt_picture_get_building (self->picture, b)->corners);
  for (guint32 b = 0; b < self->picture->buildings->len; b++)
    {
      const BjtPictureBuilding *building = bjt_picture_get_building (self->picture, b);

      if (building->grid == self->grid && !isnan (building->centre.x))
        bjt_sheet_captions_add (captions, building->corners, building->label);
    }
  return captions;
}

static guint
draw_ground (const BjtGridWindow *self,
             const BjtSheetPen   *pen,
             const BjtSheetMap   *map,
             const Furniture     *furniture)
{
  const BjtPictureGrid        *grid = bjt_picture_get_grid (self->picture, self->grid);
  g_autoptr (GArray)           covered = list_covered (self, furniture);
  g_autoptr (GArray)           lines = g_array_new (FALSE, FALSE, sizeof (BjtBox));
  g_autoptr (BjtSheetCaptions) captions = make_captions (self, pen, map);
  guint                        n_dropped;

  bjt_sheet_captions_place (captions, covered);
  bjt_sheet_map_draw_base (map, pen, &self->base);
  draw_footprints (self, pen, map, FALSE);
  if (grid->boundary != NULL)
    {
      bjt_sheet_map_draw_outline (map, pen, grid->boundary);
      bjt_sheet_map_list_outline (map, grid->boundary, lines);
    }
  n_dropped = bjt_sheet_map_draw_names (map, pen, &self->base, covered, lines);
  draw_footprints (self, pen, map, TRUE);
  return n_dropped + bjt_sheet_captions_draw (captions);
}

static void
draw_leader (const BjtSheetPen    *pen,
             const BjtCalloutSpot *spot)
{
  if (!spot->has_leader)
    return;
  bjt_sheet_pen_colour (pen, pen->palette->paper);
  bjt_sheet_pen_line (pen, spot->from, spot->to, 1.1);
  bjt_sheet_pen_colour (pen, pen->palette->box_edge);
  bjt_sheet_pen_line (pen, spot->from, spot->to, 0.35);
  cairo_arc (pen->cr, spot->to.x, spot->to.y, 0.8, 0, 2 * G_PI);
  cairo_fill (pen->cr);
}

static char *
dup_title (const BjtGridWindow  *self,
           const BjtSheetPen    *pen,
           const BjtGridCallout *callout)
{
  const BjtPictureBuilding *building = bjt_picture_get_building (self->picture, callout->building);
  g_autofree char          *name = bjt_sheet_words_dup_building (pen->language, building->label);
  g_autofree char          *part = callout->n_parts > 1
                                       ? bjt_sheet_words_format (pen->language, BJT_WORD_PART, callout->part + 1, callout->n_parts)
                                       : g_strdup ("");

  if (!self->has_many_compounds || building->compound == BJT_NO_INDEX)
    return g_strconcat (name, part, NULL);
  return g_strconcat (bjt_picture_get_compound (self->picture, building->compound)->name, " ", name, part, NULL);
}

/* Households that somebody lives in, and residents. */
static char *
dup_counts (const BjtGridWindow  *self,
            const BjtSheetPen    *pen,
            const BjtGridCallout *callout)
{
  guint            n_households = 0, n_persons = 0;
  g_autofree char *households = NULL, *persons = NULL;

  for (guint c = 0; c < callout->matrix->cells->len; c++)
    {
      const BjtPictureDoor *door = bjt_picture_get_door (self->picture, bjt_matrix_get_cell (callout->matrix, c)->door);

      for (guint h = door->households.first; h < door->households.first + door->households.n; h++)
        {
          const BjtRun *members = &bjt_picture_get_household (self->picture, h)->members;
          guint         n = 0;

          for (guint m = members->first; m < members->first + members->n; m++)
            n += bjt_picture_get_member (self->picture, m)->is_resident;
          n_households += n > 0;
          n_persons += n;
        }
    }
  households = bjt_sheet_words_format (pen->language, BJT_WORD_HOUSEHOLDS, n_households);
  persons = bjt_sheet_words_format (pen->language, BJT_WORD_PERSONS, n_persons);
  return g_strdup_printf ("%s %s", households, persons);
}

static void
draw_callout (const BjtGridWindow  *self,
              const BjtSheetPen    *pen,
              const BjtGridCallout *callout)
{
  const BjtBox    *box = &callout->spot.box;
  g_autofree char *title = dup_title (self, pen, callout);
  g_autofree char *counts = dup_counts (self, pen, callout);
  double           padding = self->page->padding, title_size = MAX (3.1, self->page->text_size * 1.15);
  double           y = box->y1 + self->page->title_height * 0.56, left = box->x1 + padding + 0.4, width;
  BjtMatrixPainter painter = {
    .picture = self->picture,
    .matrix = callout->matrix,
    .metrics = callout->metrics,
    .unit = self->page->unit,
    .text_size = self->page->text_size,
    .chip_size = self->page->chip_size,
    .palette = pen->palette,
    .text = pen->text,
    .show = self->show,
    .selected = BJT_NO_INDEX,
    .entrance_format = bjt_sheet_pen_word (pen, BJT_WORD_ENTRANCE),
  };

  bjt_glyph_painter_round_box (pen->cr, box, 1.2);
  bjt_sheet_pen_colour (pen, pen->palette->paper);
  cairo_fill_preserve (pen->cr);
  bjt_sheet_pen_colour (pen, pen->palette->box_edge);
  cairo_set_line_width (pen->cr, 0.35);
  cairo_stroke (pen->cr);
  bjt_sheet_pen_colour (pen, pen->palette->building_text);
  width = bjt_sheet_pen_fit (pen, title, &(BjtTextPlace) { left, y, 0, title_size, box->x2 - left - padding, BJT_TEXT_BOLD });
  bjt_sheet_pen_colour (pen, pen->palette->dim_text);
  if (bjt_text_painter_get_width (pen->text, counts, title_size * 0.75, 0) + width + 3 < box->x2 - left - padding)
    bjt_sheet_pen_fit (pen, counts, &(BjtTextPlace) { box->x2 - padding - 0.4, y, 1, title_size * 0.75, 0, 0 });
  cairo_save (pen->cr);
  cairo_translate (pen->cr, box->x1 + padding * 0.6, box->y1 + self->page->title_height);
  bjt_matrix_painter_draw (&painter, pen->cr);
  cairo_restore (pen->cr);
}

/* The outline of the grid on paper, as one line. */
static GArray *
list_outline (const BjtGridWindow *self,
              const BjtSheetMap   *map)
{
  const BjtGeometry *boundary = bjt_picture_get_grid (self->picture, self->grid)->boundary;
  GArray            *points = g_array_new (FALSE, FALSE, sizeof (BjtPoint));

  for (guint i = 0; boundary != NULL && i <= boundary->parts[0].n_points; i++)
    {
      BjtPoint at = bjt_sheet_map_project (map, boundary->points[boundary->parts[0].first + i % boundary->parts[0].n_points]);

      g_array_append_val (points, at);
    }
  return points;
}

static gboolean
is_on_line (const BjtBox *box,
            const GArray *line)
{
  for (guint i = 1; i < line->len; i++)
    if (bjt_callout_leader_meets_box (g_array_index (line, BjtPoint, i - 1), g_array_index (line, BjtPoint, i), box))
      return TRUE;
  return FALSE;
}

static gboolean
is_free (const BjtGridWindow *self,
         const BjtSheetMap   *map,
         const BjtBox        *box)
{
  BjtBox room = { box->x1 - 1.5, box->y1 - 1.5, box->x2 + 1.5, box->y2 + 1.5 };

  for (guint i = 0; i < self->page->callouts->len; i++)
    {
      const BjtGridCallout     *callout = &g_array_index (self->page->callouts, BjtGridCallout, i);
      const BjtPictureBuilding *building = bjt_picture_get_building (self->picture, callout->building);
      BjtBox                    covered = callout->spot.box;

      if (bjt_box_intersects (&room, &covered))
        return FALSE;
      if (!callout->spot.has_leader)
        continue;
      covered = BJT_BOX_EMPTY;
      bjt_box_add_point (&covered, callout->spot.from.x, callout->spot.from.y);
      bjt_box_add_point (&covered, callout->spot.to.x, callout->spot.to.y);
      for (guint c = 0; c < 4; c++)
        {
          BjtPoint corner = bjt_sheet_map_project_mercator (map, building->corners[c]);

          bjt_box_add_point (&covered, corner.x, corner.y);
        }
      if (bjt_box_intersects (&room, &covered))
        return FALSE;
    }
  return TRUE;
}

/* The free place nearest to a corner of the window; off the line if that can
 * be. */
static gboolean
find_free (const BjtGridWindow *self,
           const BjtSheetMap   *map,
           const GArray        *line,
           BjtPoint             corner,
           BjtPoint             size,
           BjtBox              *found)
{
  const BjtBox *window = &self->window;
  double        best = INFINITY, step = 3;

  for (double x = window->x1 + 2; x + size.x <= window->x2 - 2; x += step)
    for (double y = window->y1 + 2; y + size.y <= window->y2 - 2; y += step)
      {
        BjtBox box = { x, y, x + size.x, y + size.y };
        double distance = hypot (x + size.x / 2 - corner.x, y + size.y / 2 - corner.y);

        if (distance < best && is_on_line (&box, line))
          distance += ON_LINE_COST;
        if (distance >= best || !is_free (self, map, &box))
          continue;
        best = distance;
        *found = box;
      }
  return isfinite (best);
}

static void
draw_panel (const BjtSheetPen *pen,
            const BjtBox      *box)
{
  bjt_glyph_painter_round_box (pen->cr, box, 1);
  bjt_palette_set_source (pen->cr, pen->palette->paper, 0.8);
  cairo_fill (pen->cr);
}

static Furniture
place_furniture (const BjtGridWindow *self,
                 const BjtSheetMap   *map,
                 double               k)
{
  const BjtBox      *window = &self->window;
  g_autoptr (GArray) outline = list_outline (self, map);
  Furniture          places = { .scale = { window->x2 - 46 * k, window->y2 - 12 * k, window->x2 - 2, window->y2 - 2 } };

  find_free (self, map, outline, (BjtPoint) { window->x2, window->y2 }, (BjtPoint) { 44 * k, 10.2 * k }, &places.scale);
  places.has_north = find_free (self, map, outline, (BjtPoint) { window->x2, window->y1 }, (BjtPoint) { 8 * k, 14 * k }, &places.north)
                     && !bjt_box_intersects (&places.north, &places.scale);
  return places;
}

static void
draw_furniture (const BjtSheetPen *pen,
                const BjtSheetMap *map,
                const Furniture   *furniture)
{
  BjtBox north = { furniture->north.x1, furniture->north.y1 + 0.5, furniture->north.x2, furniture->north.y2 - 0.8 };

  draw_panel (pen, &furniture->scale);
  bjt_sheet_map_draw_scale (map, pen, &furniture->scale);
  if (!furniture->has_north)
    return;
  draw_panel (pen, &furniture->north);
  bjt_sheet_map_draw_north (map, pen, &north);
}

guint
bjt_grid_window_draw (const BjtGridWindow *self,
                      const BjtSheetPen   *pen)
{
  BjtSheetMap map = get_map (self);
  Furniture   furniture = { 0 };
  guint       n_dropped = 0;

  if (self->page->has_ground)
    furniture = place_furniture (self, &map, pen->k);
  cairo_save (pen->cr);
  cairo_rectangle (pen->cr, self->window.x1, self->window.y1, self->window.x2 - self->window.x1, self->window.y2 - self->window.y1);
  cairo_clip (pen->cr);
  bjt_sheet_pen_colour (pen, pen->palette->ground);
  bjt_sheet_pen_fill (pen, &self->window);
  if (self->page->has_ground)
    n_dropped = draw_ground (self, pen, &map, &furniture);
  if (self->watermark != NULL)
    bjt_sheet_frame_draw_watermark (pen, &self->window, self->watermark);
  for (guint i = 0; i < self->page->callouts->len; i++)
    draw_leader (pen, &g_array_index (self->page->callouts, BjtGridCallout, i).spot);
  for (guint i = 0; i < self->page->callouts->len; i++)
    draw_callout (self, pen, &g_array_index (self->page->callouts, BjtGridCallout, i));
  if (self->page->has_ground)
    draw_furniture (pen, &map, &furniture);
  cairo_restore (pen->cr);
  bjt_sheet_pen_colour (pen, pen->palette->dim_text);
  bjt_sheet_pen_box (pen, &self->window, 0.25);
  return n_dropped;
}
