/* bjt-route-sheet.c: base map, houses, tracks, numbers; one line a route below. */
#include "bjt-route-sheet.h"

#include <math.h>

#include "bjt-paper.h"
#include "bjt-sheet-frame.h"
#include "bjt-sheet-map.h"
#include "geo/bjt-mercator.h"
#include "paint/bjt-route-sign.h"

#define SPACE 4.0
#define LINE 6.0 /* a line of the legend */
#define BADGE 4.6
#define BESIDE 1.0

static const double scales[] = { 500, 750, 1000, 1250, 1500, 2000, 2500, 3000, 4000, 5000, 6000, 8000, 10000, 15000, 20000, 50000, 100000 };
static const double dashes[][2] = { { 0, 0 }, { 3, 1.4 }, { 1, 1.2 }, { 5, 1 }, { 2, 2 }, { 0.5, 0.8 } };

typedef struct
{
  char   *text;
  GArray *track; /* BjtPoint, Mercator */
  GArray *marks; /* BjtRouteMark */
} Route;

struct _BjtRouteSheet
{
  BjtSheet parent_instance;

  /* Owned */
  BjtPicture     *picture;
  GArray         *routes; /* Route */
  BjtSheetGround *ground; /* NULL: nothing has a place */
  BjtMapPainter  *streets;
  BjtTilePainter *tiles;
  char           *subtitle, *notes[2], *left_footer, *right_footer, *watermark;

  /* State */
  BjtSheetMap      map;
  BjtSheetLanguage language;
  gboolean         is_mono, has_binding;
  double           width, height, k, margin;
};

G_DEFINE_FINAL_TYPE (BjtRouteSheet, bjt_route_sheet, BJT_TYPE_SHEET)

static void
route_clear (Route *route)
{
  g_free (route->text);
  g_array_unref (route->track);
  g_array_unref (route->marks);
}

static void
bjt_route_sheet_finalize (GObject *object)
{
  BjtRouteSheet *self = BJT_ROUTE_SHEET (object);

  bjt_picture_unref (self->picture);
  g_array_unref (self->routes);
  g_clear_pointer (&self->ground, bjt_sheet_ground_free);
  g_clear_pointer (&self->streets, bjt_map_painter_unref);
  g_clear_pointer (&self->tiles, bjt_tile_painter_unref);
  g_free (self->subtitle);
  g_free (self->notes[0]);
  g_free (self->notes[1]);
  g_free (self->left_footer);
  g_free (self->right_footer);
  g_free (self->watermark);
  G_OBJECT_CLASS (bjt_route_sheet_parent_class)->finalize (object);
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
  *width = BJT_ROUTE_SHEET (sheet)->width;
  *height = BJT_ROUTE_SHEET (sheet)->height;
}

static const char *
get_title (BjtSheet *sheet)
{
  return bjt_sheet_words_get (BJT_ROUTE_SHEET (sheet)->language, BJT_WORD_ROUTE_MAP_TITLE);
}

static BjtSheetFrame
get_frame (const BjtRouteSheet *self)
{
  return (BjtSheetFrame) {
    .width = self->width,
    .height = self->height,
    .has_binding = self->has_binding,
    .margin = self->margin,
    .title = bjt_sheet_words_get (self->language, BJT_WORD_ROUTE_MAP_TITLE),
    .subtitle = self->subtitle,
    .mark = bjt_sheet_words_get (self->language, BJT_WORD_INTERNAL),
    .notes = { self->notes[0], self->notes[1] },
    .left_footer = self->left_footer,
    .right_footer = self->right_footer,
  };
}

static BjtBox
get_inside (const BjtRouteSheet *self)
{
  BjtSheetFrame frame = get_frame (self);

  return bjt_sheet_frame_get_inside (&frame, self->k);
}

/* The map */

static void
draw_buildings (BjtRouteSheet     *self,
                const BjtSheetPen *pen)
{
  for (guint32 b = 0; b < self->picture->buildings->len; b++)
    {
      const BjtPictureBuilding *building = bjt_picture_get_building (self->picture, b);
      BjtPoint                  centre;

      if (building->footprint == NULL)
        continue;
      bjt_sheet_map_draw_footprint (&self->map, pen, building->footprint, FALSE);
      centre = bjt_sheet_map_project_mercator (&self->map, building->centre);
      if (building->label == NULL || !isfinite (centre.x))
        continue;
      bjt_sheet_pen_colour (pen, pen->palette->dim_text);
      bjt_sheet_pen_text (pen, building->label, centre.x, centre.y, 2.6, BJT_PEN_MIDDLE);
    }
}

static guint32
get_colour (const BjtRouteSheet *self,
            const BjtSheetPen   *pen,
            guint                route)
{
  return self->is_mono ? pen->palette->text : bjt_route_sign_get_colour (route);
}

static void
set_dash (const BjtRouteSheet *self,
          const BjtSheetPen   *pen,
          guint                route)
{
  const double *dash = dashes[route % G_N_ELEMENTS (dashes)];
  double        scaled[2] = { dash[0] * self->k, dash[1] * self->k };

  cairo_set_dash (pen->cr, scaled, dash[0] > 0 ? 2 : 0, 0);
}

static void
draw_track (const BjtRouteSheet *self,
            const BjtSheetPen   *pen,
            guint                route)
{
  const GArray *track = g_array_index (self->routes, Route, route).track;
  double        aside = (route - (self->routes->len - 1) / 2.0) * BESIDE * self->k; /* routes on the same way stay apart */

  for (guint i = 0; i < track->len; i++)
    {
      BjtPoint at = bjt_sheet_map_project_mercator (&self->map, g_array_index (track, BjtPoint, i));

      cairo_line_to (pen->cr, at.x + aside, at.y + aside);
    }
  cairo_set_line_join (pen->cr, CAIRO_LINE_JOIN_ROUND);
  cairo_set_line_cap (pen->cr, CAIRO_LINE_CAP_ROUND);
  cairo_set_source_rgba (pen->cr, 1, 1, 1, 0.8);
  cairo_set_line_width (pen->cr, 1.5 * self->k);
  cairo_stroke_preserve (pen->cr);
  bjt_sheet_pen_colour (pen, get_colour (self, pen, route));
  cairo_set_line_width (pen->cr, 0.7 * self->k);
  set_dash (self, pen, route);
  cairo_stroke (pen->cr);
  cairo_set_dash (pen->cr, NULL, 0, 0);
}

/* As on the screen: the same colours, the same shapes. */
static void
draw_sign (BjtRouteSheet     *self,
           const BjtSheetPen *pen,
           guint              route,
           BjtPoint           at,
           const char        *text)
{
  bjt_route_sign_draw (pen->cr, pen->text, &(BjtRouteSignPlace) { at.x, at.y, BADGE * self->k / 2, route, text, self->is_mono });
}

static void
draw_mark (BjtRouteSheet      *self,
           const BjtSheetPen  *pen,
           guint               route,
           const BjtRouteMark *mark)
{
  BjtPoint         at = bjt_sheet_map_project_mercator (&self->map, mark->place);
  g_autofree char *text = mark->first == mark->last ? g_strdup_printf ("%u", mark->first) : g_strdup_printf ("%u–%u", mark->first, mark->last);

  if (isfinite (at.x) && isfinite (at.y))
    draw_sign (self, pen, route, at, text);
}

/* The numbers of the stops: names stay off them. */
static void
cover_badges (const BjtRouteSheet *self,
              GArray              *covered)
{
  for (guint r = 0; r < self->routes->len; r++)
    {
      const GArray *marks = g_array_index (self->routes, Route, r).marks;

      for (guint m = 0; m < marks->len; m++)
        {
          BjtPoint at = bjt_sheet_map_project_mercator (&self->map, g_array_index (marks, BjtRouteMark, m).place);
          BjtBox   box = { at.x - BADGE * self->k, at.y - BADGE * self->k / 2, at.x + BADGE * self->k, at.y + BADGE * self->k / 2 };

          if (isfinite (at.x) && isfinite (at.y))
            g_array_append_val (covered, box);
        }
    }
}

/* Returns: how many names found no room */
static guint
draw_map (BjtRouteSheet     *self,
          const BjtSheetPen *pen)
{
  const BjtBox *window = &self->map.window;
  double        k = self->k;
  BjtBox        scale_box = { window->x2 - 48 * k, window->y2 - 13 * k, window->x2 - 3, window->y2 - 2 };
  BjtBox        north_box = { window->x2 - 13 * k, window->y1 + 3, window->x2 - 4, window->y1 + 3 + 14 * k };
  const BjtSheetBase base = { .streets = self->streets, .tiles = self->tiles };
  g_autoptr (GArray) furniture = g_array_new (FALSE, FALSE, sizeof (BjtBox));
  guint              n_dropped = 0;

  g_array_append_val (furniture, scale_box);
  g_array_append_val (furniture, north_box);
  if (self->ground != NULL)
    cover_badges (self, furniture);
  cairo_save (pen->cr);
  cairo_rectangle (pen->cr, window->x1, window->y1, window->x2 - window->x1, window->y2 - window->y1);
  cairo_clip (pen->cr);
  bjt_sheet_pen_colour (pen, pen->palette->ground);
  bjt_sheet_pen_fill (pen, window);
  if (self->ground != NULL)
    {
      bjt_sheet_map_draw_base (&self->map, pen, &base);
      draw_buildings (self, pen);
      n_dropped = bjt_sheet_map_draw_names (&self->map, pen, &base, furniture, NULL);
      for (guint r = 0; r < self->routes->len; r++)
        draw_track (self, pen, r);
      for (guint r = 0; r < self->routes->len; r++)
        for (guint m = 0; m < g_array_index (self->routes, Route, r).marks->len; m++)
          draw_mark (self, pen, r, &g_array_index (g_array_index (self->routes, Route, r).marks, BjtRouteMark, m));
      bjt_sheet_map_draw_scale (&self->map, pen, &scale_box);
      bjt_sheet_map_draw_north (&self->map, pen, &north_box);
    }
  cairo_restore (pen->cr);
  bjt_sheet_pen_colour (pen, pen->palette->dim_text);
  bjt_sheet_pen_box (pen, window, 0.25);
  return n_dropped;
}

static void
draw_legend (BjtRouteSheet     *self,
             const BjtSheetPen *pen)
{
  BjtBox inside = get_inside (self);
  double y = self->map.window.y2 + (SPACE + LINE / 2) * self->k, x = inside.x1 + SPACE * self->k;

  for (guint r = 0; r < self->routes->len; r++, y += LINE * self->k)
    {
      cairo_move_to (pen->cr, x, y);
      cairo_line_to (pen->cr, x + 12 * self->k, y);
      bjt_sheet_pen_colour (pen, get_colour (self, pen, r));
      cairo_set_line_width (pen->cr, 0.9 * self->k);
      set_dash (self, pen, r);
      cairo_stroke (pen->cr);
      cairo_set_dash (pen->cr, NULL, 0, 0);
      draw_sign (self, pen, r, (BjtPoint) { x + 6 * self->k, y }, NULL);
      bjt_sheet_pen_colour (pen, pen->palette->text);
      bjt_sheet_pen_text (pen, g_array_index (self->routes, Route, r).text, x + 15 * self->k, y, 3.4, BJT_PEN_LEFT);
    }
}

static void
draw_page (BjtSheet *sheet,
           cairo_t  *cr,
           guint     page)
{
  BjtRouteSheet *self = BJT_ROUTE_SHEET (sheet);
  BjtSheetPen    pen = { cr, bjt_sheet_get_text (sheet), bjt_palette_get (self->is_mono ? BJT_PALETTE_MONO : BJT_PALETTE_PRINT), self->language, self->k };
  BjtSheetFrame  frame = get_frame (self);

  cairo_set_source_rgb (cr, 1, 1, 1);
  cairo_rectangle (cr, 0, 0, self->width, self->height);
  cairo_fill (cr);
  frame.n_unnamed = draw_map (self, &pen);
  draw_legend (self, &pen);
  if (self->watermark != NULL)
    bjt_sheet_frame_draw_watermark (&pen, &self->map.window, self->watermark);
  bjt_sheet_frame_draw (&frame, &pen);
}

static void
bjt_route_sheet_class_init (BjtRouteSheetClass *klass)
{
  BjtSheetClass *sheet_class = BJT_SHEET_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = bjt_route_sheet_finalize;
  sheet_class->get_n_pages = get_n_pages;
  sheet_class->get_page_size = get_page_size;
  sheet_class->get_title = get_title;
  sheet_class->draw_page = draw_page;
}

static void
bjt_route_sheet_init (BjtRouteSheet *self)
{
  self->routes = g_array_new (FALSE, FALSE, sizeof (Route));
  g_array_set_clear_func (self->routes, (GDestroyNotify) route_clear);
}

/* Making */

static void
add_place (BjtRouteSheet *self,
           BjtPoint       mercator,
           BjtBox        *extent)
{
  BjtPoint metres;

  if (!isfinite (mercator.x) || !isfinite (mercator.y))
    return;
  if (self->ground == NULL)
    self->ground = bjt_sheet_ground_new (bjt_mercator_unproject (mercator));
  metres = bjt_sheet_ground_project (self->ground, bjt_mercator_unproject (mercator));
  bjt_box_add_point (extent, metres.x, metres.y);
}

/* The largest round scale that shows all entrances; the way there and home may lead
 * over the edge. */
static void
choose_scale (BjtRouteSheet *self)
{
  BjtBox extent = BJT_BOX_EMPTY, inside = get_inside (self);
  double space = SPACE * self->k, width, height;

  self->map.window = (BjtBox) { inside.x1 + space, inside.y1 + space, inside.x2 - space, inside.y2 - (self->routes->len * LINE + SPACE) * self->k };
  for (guint r = 0; r < self->routes->len; r++)
    {
      const Route *route = &g_array_index (self->routes, Route, r);

      for (guint i = 0; i < route->track->len && route->marks->len == 0; i++)
        add_place (self, g_array_index (route->track, BjtPoint, i), &extent);
      for (guint i = 0; i < route->marks->len; i++)
        add_place (self, g_array_index (route->marks, BjtRouteMark, i).place, &extent);
    }
  if (self->ground == NULL)
    return;
  width = (self->map.window.x2 - self->map.window.x1) * 0.88;
  height = (self->map.window.y2 - self->map.window.y1) * 0.88;
  self->map.ground = self->ground;
  self->map.origin = (BjtPoint) { (extent.x1 + extent.x2) / 2, (extent.y1 + extent.y2) / 2 };
  self->map.at = (BjtPoint) { (self->map.window.x1 + self->map.window.x2) / 2, (self->map.window.y1 + self->map.window.y2) / 2 };
  for (guint s = 0; s < G_N_ELEMENTS (scales); s++)
    {
      self->map.denominator = scales[s];
      if ((extent.x2 - extent.x1) * 1000 / scales[s] <= width && (extent.y2 - extent.y1) * 1000 / scales[s] <= height)
        break;
    }
}

static void
write_texts (BjtRouteSheet             *self,
             const BjtGridSheetOptions *options)
{
  BjtSheetLanguage language = options->language;
  const char      *demo = self->picture->community.is_sample ? bjt_sheet_words_get (language, BJT_WORD_DEMO) : NULL;
  const char      *maker = options->maker != NULL ? options->maker : self->picture->community.name;
  g_autofree char *day = bjt_date_dup_string (self->picture->as_of);
  g_autofree char *copy = options->copy_number > 0 ? bjt_sheet_words_format (language, BJT_WORD_COPY, options->copy_number) : NULL;

  self->notes[0] = g_strdup_printf ("%s%s%s %s · %s %s", copy != NULL ? copy : "", copy != NULL ? " · " : "",
                                    bjt_sheet_words_get (language, BJT_WORD_PURPOSE), options->purpose != NULL ? options->purpose : "__________",
                                    bjt_sheet_words_get (language, BJT_WORD_RECEIVER), options->receiver != NULL ? options->receiver : "__________");
  self->left_footer = g_strdup_printf ("%s %s %s%s%s", bjt_sheet_words_get (language, BJT_WORD_MADE_BY), maker != NULL ? maker : "", day,
                                       demo != NULL ? " · " : "", demo != NULL ? demo : "");
  self->right_footer = g_strdup_printf ("%s %s", bjt_sheet_words_get (language, BJT_WORD_DATA_AS_OF), day);
  self->watermark = g_strdup (demo != NULL ? demo : options->receiver);
}

BjtSheet *
bjt_route_sheet_new (BjtPicture                *picture,
                     const char                *subtitle,
                     const BjtRouteTrack       *tracks,
                     guint                      n_tracks,
                     const BjtGridSheetOptions *options,
                     GError                   **error)
{
  g_autoptr (BjtRouteSheet) self = g_object_new (BJT_TYPE_ROUTE_SHEET, NULL);
  BjtPaper paper;

  self->picture = bjt_picture_ref (picture);
  if (!bjt_paper_parse (options->paper != NULL ? options->paper : "A4", &paper, error))
    return NULL;
  self->width = options->orientation == BJT_ORIENTATION_LANDSCAPE ? MAX (paper.width, paper.height) : MIN (paper.width, paper.height);
  self->height = paper.width + paper.height - self->width;
  self->k = bjt_sheet_frame_get_k (self->width, self->height);
  self->is_mono = options->is_mono;
  self->has_binding = options->has_binding;
  self->margin = options->margin;
  self->language = options->language;
  self->subtitle = g_strdup (subtitle);
  self->tiles = options->tiles != NULL ? bjt_tile_painter_ref (options->tiles) : NULL;
  self->streets = self->tiles == NULL ? bjt_map_painter_new (picture) : NULL;
  for (guint i = 0; i < n_tracks; i++)
    {
      Route route = { g_strdup (tracks[i].text), g_array_copy ((GArray *) tracks[i].track), g_array_copy ((GArray *) tracks[i].marks) };

      g_array_append_val (self->routes, route);
    }
  write_texts (self, options);
  choose_scale (self);
  return BJT_SHEET (g_steal_pointer (&self));
}
