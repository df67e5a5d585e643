/* bjt-poster-painter.c: grids in colours, their numbers in discs. */
#include "bjt-poster-painter.h"

#include <math.h>

#include "paint/bjt-drawing-painter.h"

#define COLUMN_WIDTH 96.0
#define SPACE 4.0
#define DISC 0.36 /* of the clearance: the mark with its label */
#define N_TRIES 24 /* places for a mark, each way */
#define MARK 6.5
#define CARD 44.0 /* highest of the column */

static BjtSheetAreas
get_areas (const BjtPosterPainter *self,
           BjtSheetArea           *areas)
{
  const GArray *grids = self->community->grids;

  for (guint i = 0; i < grids->len; i++)
    {
      const BjtPublicMember *member = &g_array_index (grids, BjtPublicMember, i);

      areas[i] = (BjtSheetArea) { member->boundary, NULL, member->name, i };
    }
  return (BjtSheetAreas) { areas, grids->len, MARK, TRUE };
}

/* Of the grids, else of the buildings. */
static BjtSheetGround *
find_ground (const BjtPosterPainter *self,
             BjtBox                 *metres)
{
  const GArray            *buildings = self->community->buildings;
  g_autofree BjtSheetArea *areas = g_new0 (BjtSheetArea, MAX (self->community->grids->len, 1));
  BjtSheetAreas            all = get_areas (self, areas);
  BjtSheetGround          *ground = bjt_sheet_areas_find_ground (&all, metres);
  g_autofree BjtSheetArea *shapes = g_new0 (BjtSheetArea, MAX (buildings->len, 1));

  if (ground != NULL)
    return ground;
  for (guint i = 0; i < buildings->len; i++)
    shapes[i].shape = g_array_index (buildings, BjtPublicBuilding, i).footprint;
  all = (BjtSheetAreas) { shapes, buildings->len, 0, FALSE };
  return bjt_sheet_areas_find_ground (&all, metres);
}

static GArray *
list_centres (const BjtPosterPainter *self)
{
  GArray *centres = g_array_new (FALSE, FALSE, sizeof (BjtPoint));

  for (guint i = 0; i < self->community->buildings->len; i++)
    {
      const BjtPublicBuilding *building = &g_array_index (self->community->buildings, BjtPublicBuilding, i);
      BjtPoint                 centre;

      if (isnan (building->centre.x))
        continue;
      centre = bjt_sheet_map_project_mercator (&self->map, building->centre);
      g_array_append_val (centres, centre);
    }
  return centres;
}

/* How far a point of the paper is from the middle of any building. */
static double
find_clearance (const GArray *centres,
                BjtPoint      at)
{
  double nearest = INFINITY;

  for (guint i = 0; i < centres->len; i++)
    {
      const BjtPoint *centre = &g_array_index (centres, BjtPoint, i);

      nearest = MIN (nearest, hypot (centre->x - at.x, centre->y - at.y));
    }
  return nearest;
}

/* Whether a disc there stays within the outline; @step: degrees for its radius. */
static gboolean
holds_disc (const BjtGeometry *shape,
            BjtPoint           at,
            BjtPoint           step)
{
  for (guint i = 0; i < 8; i++)
    if (!bjt_geometry_contains (shape, at.x + step.x * cos (i * G_PI_4), at.y + step.y * sin (i * G_PI_4)))
      return FALSE;
  return TRUE;
}

/* Where in the grid a mark covers no building, near its middle. */
static void
find_place (const BjtPosterPainter *self,
            const GArray           *centres,
            BjtSheetArea           *area,
            double                  wanted)
{
  BjtPoint centre = bjt_geometry_get_centroid (area->shape), middle = bjt_sheet_map_project (&self->map, centre);
  BjtBox   extent = BJT_BOX_EMPTY;
  BjtPoint step, low, high;
  double   best = -INFINITY;

  for (guint i = 0; i < area->shape->n_points; i++)
    bjt_box_add_point (&extent, area->shape->points[i].x, area->shape->points[i].y);
  low = bjt_sheet_map_project (&self->map, (BjtPoint) { extent.x1, extent.y1 });
  high = bjt_sheet_map_project (&self->map, (BjtPoint) { extent.x2, extent.y2 });
  step = (BjtPoint) { wanted * DISC * (extent.x2 - extent.x1) / MAX (fabs (high.x - low.x), 1), wanted * DISC * (extent.y2 - extent.y1) / MAX (fabs (high.y - low.y), 1) };
  for (guint i = 0; i < N_TRIES * N_TRIES; i++)
    {
      BjtPoint lon_lat = { extent.x1 + (extent.x2 - extent.x1) * (i % N_TRIES + 1) / (N_TRIES + 1), extent.y1 + (extent.y2 - extent.y1) * (i / N_TRIES + 1.0) / (N_TRIES + 1) };
      BjtPoint at = bjt_sheet_map_project (&self->map, lon_lat);
      double   rating;

      if (!holds_disc (area->shape, lon_lat, step))
        continue;
      rating = MIN (find_clearance (centres, at), wanted) - 0.02 * hypot (at.x - middle.x, at.y - middle.y);
      if (rating <= best)
        continue;
      best = rating;
      area->has_place = TRUE;
      area->place = at;
    }
}

static void
place_marks (BjtPosterPainter *self,
             double            k)
{
  const GArray      *grids = self->community->grids;
  g_autoptr (GArray) centres = list_centres (self);

  self->marks = g_new0 (BjtSheetArea, MAX (grids->len, 1));
  get_areas (self, self->marks);
  for (guint i = 0; i < grids->len; i++)
    {
      BjtSheetArea *mark = &self->marks[i];

      mark->mark = g_strdup_printf ("%d", g_array_index (grids, BjtPublicMember, i).number);
      if (mark->shape != NULL)
        find_place (self, centres, mark, 26 * k);
      if (mark->shape != NULL && !mark->has_place)
        {
          mark->has_place = TRUE;
          mark->place = bjt_sheet_map_project (&self->map, bjt_geometry_get_centroid (mark->shape));
        }
    }
}

void
bjt_poster_painter_init (BjtPosterPainter         *self,
                         const BjtPublicCommunity *community,
                         const BjtSheetFrame      *frame,
                         double                    k,
                         const BjtSheetExtent     *extent)
{
  BjtBox inside = bjt_sheet_frame_get_inside (frame, k), metres;
  double space = SPACE * k, width = COLUMN_WIDTH * k;

  *self = (BjtPosterPainter) { .community = community };
  self->column = (BjtBox) { inside.x2 - width - space, inside.y1 + space, inside.x2 - space, inside.y2 - space / 2 };
  self->map.window = (BjtBox) { inside.x1 + space, inside.y1 + space, self->column.x1 - 1.5 * space, inside.y2 };
  self->ground = find_ground (self, &metres);
  self->map.ground = self->ground;
  if (self->ground == NULL)
    return;
  bjt_sheet_map_fit (&self->map, &metres);
  bjt_sheet_map_apply_extent (&self->map, &metres, extent);
  place_marks (self, k);
}

void
bjt_poster_painter_clear (BjtPosterPainter *self)
{
  g_clear_pointer (&self->ground, bjt_sheet_ground_free);
  for (guint i = 0; self->marks != NULL && i < self->community->grids->len; i++)
    g_free ((char *) self->marks[i].mark);
  g_clear_pointer (&self->marks, g_free);
}

static BjtBox
get_scale_box (const BjtPosterPainter *self,
               double                  k)
{
  const BjtBox *window = &self->map.window;

  return (BjtBox) { window->x2 - 48 * k, window->y2 - 13 * k, window->x2 - 3, window->y2 - 2 };
}

static BjtBox
get_north_box (const BjtPosterPainter *self,
               double                  k)
{
  const BjtBox *window = &self->map.window;

  return (BjtBox) { window->x2 - 13 * k, window->y1 + 3, window->x2 - 4, window->y1 + 3 + 14 * k };
}

/* What comes over the ground: buildings, marks with their labels, scale, arrow. */
static void
cover_ground (const BjtPosterPainter *self,
              double                  k,
              GArray                 *covered)
{
  const BjtBox furniture[] = { get_scale_box (self, k), get_north_box (self, k) };

  g_array_append_vals (covered, furniture, G_N_ELEMENTS (furniture));
  for (guint i = 0; i < self->community->buildings->len; i++)
    if (!isnan (g_array_index (self->community->buildings, BjtPublicBuilding, i).centre.x))
      bjt_sheet_map_cover (&self->map, g_array_index (self->community->buildings, BjtPublicBuilding, i).corners, covered);
  for (guint i = 0; i < self->community->grids->len; i++)
    {
      BjtPoint at = self->marks[i].place;
      BjtBox   box = { at.x - (MARK + 1) * k, at.y - (MARK + 1) * k, at.x + (MARK + 1) * k, at.y + (MARK + 4.5) * k };

      if (self->marks[i].has_place)
        g_array_append_val (covered, box);
    }
}

guint
bjt_poster_painter_draw_ground (const BjtPosterPainter *self,
                                const BjtSheetPen      *pen,
                                GArray                 *covered)
{
  const BjtBox      *window = &self->map.window;
  const BjtSheetBase base = { .streets = self->community->base };
  BjtSheetAreas      all = { self->marks, self->community->grids->len, MARK, TRUE };
  g_autoptr (GArray) lines = g_array_new (FALSE, FALSE, sizeof (BjtBox));
  guint              n_dropped;

  cairo_save (pen->cr);
  cairo_rectangle (pen->cr, window->x1, window->y1, window->x2 - window->x1, window->y2 - window->y1);
  cairo_clip (pen->cr);
  bjt_sheet_pen_colour (pen, pen->palette->ground);
  bjt_sheet_pen_fill (pen, window);
  if (self->ground == NULL)
    return 0;
  cover_ground (self, pen->k, covered);
  bjt_sheet_map_draw_base (&self->map, pen, &base);
  bjt_sheet_areas_draw_fill (&all, &self->map, pen);
  for (guint i = 0; i < all.n_areas; i++)
    if (all.areas[i].shape != NULL)
      bjt_sheet_map_list_outline (&self->map, all.areas[i].shape, lines);
  n_dropped = bjt_sheet_map_draw_names (&self->map, pen, &base, covered, lines);
  for (guint i = 0; i < self->community->buildings->len; i++)
    {
      const BjtPublicBuilding *building = &g_array_index (self->community->buildings, BjtPublicBuilding, i);

      bjt_sheet_map_draw_footprint (&self->map, pen, building->footprint, building->is_ours);
    }
  return n_dropped;
}

/* Nobody's: head and shoulders. */
static void
draw_silhouette (const BjtSheetPen *pen,
                 const BjtBox      *box)
{
  double middle = (box->x1 + box->x2) / 2, width = box->x2 - box->x1, height = box->y2 - box->y1;

  bjt_palette_set_source (pen->cr, pen->palette->dim_text, 0.28);
  cairo_arc (pen->cr, middle, box->y1 + 0.4 * height, 0.2 * width, 0, 2 * G_PI);
  cairo_fill (pen->cr);
  cairo_save (pen->cr);
  cairo_translate (pen->cr, middle, box->y2);
  cairo_scale (pen->cr, 0.38 * width, 0.34 * height);
  cairo_arc (pen->cr, 0, 0, 1, G_PI, 2 * G_PI);
  cairo_close_path (pen->cr);
  cairo_restore (pen->cr);
  cairo_fill (pen->cr);
}

/* Fills the frame; what is too wide or high is cut off evenly. */
static void
draw_portrait (const BjtSheetPen *pen,
               BjtPlanBackdrop   *photo,
               const BjtBox      *box)
{
  g_autoptr (BjtDrawingPainter) painter = bjt_drawing_painter_new (photo->drawing);
  const BjtBox  *extent = &photo->drawing->box;
  double         width = extent->x2 - extent->x1, height = extent->y2 - extent->y1;
  double         scale = MAX ((box->x2 - box->x1) / width, (box->y2 - box->y1) / height);
  cairo_matrix_t matrix;

  if (!(width > 0) || !(height > 0))
    return;
  cairo_matrix_init (&matrix, scale, 0, 0, scale, (box->x1 + box->x2) / 2 - scale * (extent->x1 + extent->x2) / 2,
                     (box->y1 + box->y2) / 2 - scale * (extent->y1 + extent->y2) / 2);
  cairo_save (pen->cr);
  cairo_rectangle (pen->cr, box->x1, box->y1, box->x2 - box->x1, box->y2 - box->y1);
  cairo_clip (pen->cr);
  bjt_drawing_painter_paint (painter, pen->cr, &matrix, box);
  cairo_restore (pen->cr);
}

static void
draw_photo (const BjtSheetPen *pen,
            BjtPlanBackdrop   *photo,
            const BjtBox      *box)
{
  if (photo != NULL)
    draw_portrait (pen, photo, box);
  else
    draw_silhouette (pen, box);
  bjt_sheet_pen_colour (pen, pen->palette->cell_edge);
  bjt_sheet_pen_box (pen, box, 0.25);
}

static void
draw_card (const BjtSheetPen     *pen,
           const BjtPublicMember *member,
           guint                  index,
           const BjtBox          *box)
{
  double           height = box->y2 - box->y1, k = MIN (pen->k, height / 30), bar = 15 * k, photo = MIN (height - 5 * k, 30 * k);
  BjtBox           badge = { box->x1, box->y1 + 1 * k, box->x1 + bar, box->y2 - 1.5 * k };
  BjtBox           frame = { badge.x2 + 3 * k, badge.y1 + 1 * k, badge.x2 + 3 * k + photo * 0.72, badge.y1 + 1 * k + photo };
  double           left = frame.x2 + 4 * k, room = box->x2 - left - 2 * k;
  BjtSheetPen      own = *pen;
  const char      *staff = member->staff_name != NULL ? member->staff_name : "—";
  double           width = bjt_text_painter_get_width (pen->text, staff, 6 * k, BJT_TEXT_BOLD);
  g_autofree char *number = g_strdup_printf ("%d", member->number);
  g_autofree char *counts = bjt_sheet_words_format (pen->language, BJT_WORD_POSTER_COUNTS, member->households, member->persons);

  own.k = k;
  bjt_palette_set_source (pen->cr, bjt_sheet_areas_get_colour (pen, index), 0.45);
  bjt_sheet_pen_fill (pen, &badge);
  bjt_sheet_pen_colour (pen, pen->palette->text);
  bjt_sheet_pen_bold (&own, number, (badge.x1 + badge.x2) / 2, (badge.y1 + badge.y2) / 2, 9, BJT_PEN_MIDDLE);
  draw_photo (&own, member->photo, &frame);
  bjt_sheet_pen_colour (pen, pen->palette->dim_text);
  bjt_sheet_pen_fit (pen, counts, &(BjtTextPlace) { left, frame.y1 + 21 * k, 0, 3.2 * k, room, 0 });
  bjt_sheet_pen_fit (pen, bjt_sheet_pen_word (pen, BJT_WORD_POSTER_DUTIES), &(BjtTextPlace) { left, frame.y1 + 26.5 * k, 0, 2.7 * k, room, 0 });
  bjt_sheet_pen_fit (pen, member->name, &(BjtTextPlace) { left, frame.y1 + 2.4 * k, 0, 3.4 * k, room, 0 });
  bjt_sheet_pen_colour (pen, pen->palette->text);
  bjt_sheet_pen_fit (pen, staff, &(BjtTextPlace) { left, frame.y1 + 8.6 * k, 0, CLAMP (6 * k * room / width, 2.9 * k, 6 * k), room, BJT_TEXT_BOLD }); /* long names whole */
  if (member->staff_phone != NULL)
    bjt_sheet_pen_fit (pen, member->staff_phone, &(BjtTextPlace) { left, frame.y1 + 15.4 * k, 0, 4.8 * k, room, BJT_TEXT_BOLD });
  bjt_sheet_pen_colour (pen, pen->palette->cell_edge);
  bjt_sheet_pen_line (pen, (BjtPoint) { box->x1, box->y2 }, (BjtPoint) { box->x2, box->y2 }, 0.2);
}

static void
draw_column (const BjtPosterPainter *self,
             const BjtSheetPen      *pen)
{
  const GArray *grids = self->community->grids;
  double        k = pen->k, y = self->column.y1 + 12 * k, step = MIN (CARD * k, (self->column.y2 - y) / MAX (grids->len, 1));

  bjt_sheet_pen_colour (pen, pen->palette->text);
  bjt_sheet_pen_bold (pen, bjt_sheet_pen_word (pen, BJT_WORD_SERVICE), self->column.x1, self->column.y1 + 3 * k, 5, BJT_PEN_LEFT);
  bjt_sheet_pen_line (pen, (BjtPoint) { self->column.x1, self->column.y1 + 8 * k }, (BjtPoint) { self->column.x2, self->column.y1 + 8 * k }, 0.35);
  for (guint i = 0; i < grids->len; i++, y += step)
    draw_card (pen, &g_array_index (grids, BjtPublicMember, i), i, &(BjtBox) { self->column.x1, y, self->column.x2, y + step });
}

void
bjt_poster_painter_draw_rest (const BjtPosterPainter *self,
                              const BjtSheetPen      *pen)
{
  BjtBox        scale = get_scale_box (self, pen->k), north = get_north_box (self, pen->k);
  BjtSheetAreas all = { self->marks, self->community->grids->len, MARK, TRUE };

  if (self->ground != NULL)
    {
      bjt_sheet_areas_draw_marks (&all, &self->map, pen);
      bjt_sheet_map_draw_scale (&self->map, pen, &scale);
      bjt_sheet_map_draw_north (&self->map, pen, &north);
    }
  cairo_restore (pen->cr);
  bjt_sheet_pen_colour (pen, pen->palette->dim_text);
  bjt_sheet_pen_box (pen, &self->map.window, 0.25);
  draw_column (self, pen);
}
