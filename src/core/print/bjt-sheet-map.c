/* bjt-sheet-map.c: projects point by point; a sheet has some thousand. */
#include "bjt-sheet-map.h"

#include <math.h>

#include "geo/bjt-mercator.h"

#define POINTS_PER_MM (72 / 25.4)
#define EDGE 1.0 /* mm: names keep so far from the edge of the window */
#define MAX_SLICES 12
#define PIECE 5.0 /* mm of an outline */
#define MAX_PIECES 1000
#define LINE 0.5 /* half as wide, mm */
#define BASE_FADE 0.45 /* how much of the base map the paper takes back */

static const double scales[] = { 500, 750, 1000, 1250, 1500, 2000, 2500, 3000, 4000, 5000, 6000, 8000, 10000, 15000, 20000, 30000, 50000, 100000 };

/**
 * bjt_sheet_map_fit:
 * @metres: east and south on the ground
 */
gboolean
bjt_sheet_map_fit (BjtSheetMap  *self,
                   const BjtBox *metres)
{
  double width = (self->window.x2 - self->window.x1) * 0.94, height = (self->window.y2 - self->window.y1) * 0.94;

  self->origin = (BjtPoint) { (metres->x1 + metres->x2) / 2, (metres->y1 + metres->y2) / 2 };
  self->at = (BjtPoint) { (self->window.x1 + self->window.x2) / 2, (self->window.y1 + self->window.y2) / 2 };
  for (guint s = 0; s < G_N_ELEMENTS (scales); s++)
    {
      self->denominator = scales[s];
      if ((metres->x2 - metres->x1) * 1000 / scales[s] <= width && (metres->y2 - metres->y1) * 1000 / scales[s] <= height)
        return TRUE;
    }
  return FALSE;
}

/* What is to be seen stays in sight. */
void
bjt_sheet_map_apply_extent (BjtSheetMap          *self,
                            const BjtBox         *metres,
                            const BjtSheetExtent *extent)
{
  double width = self->window.x2 - self->window.x1, height = self->window.y2 - self->window.y1, mm;

  if (extent->denominator > self->denominator)
    self->denominator = extent->denominator;
  mm = 1000 / self->denominator;
  width = MAX (0, (width - (metres->x2 - metres->x1) * mm) / 2);
  height = MAX (0, (height - (metres->y2 - metres->y1) * mm) / 2);
  self->at.x += CLAMP (extent->shift.x, -width, width);
  self->at.y += CLAMP (extent->shift.y, -height, height);
}

BjtPoint
bjt_sheet_map_project (const BjtSheetMap *self,
                       BjtPoint           lon_lat)
{
  BjtPoint metres = bjt_sheet_ground_project (self->ground, lon_lat);
  double   mm = 1000 / self->denominator;

  return (BjtPoint) { self->at.x + (metres.x - self->origin.x) * mm, self->at.y + (metres.y - self->origin.y) * mm };
}

BjtPoint
bjt_sheet_map_project_mercator (const BjtSheetMap *self,
                                BjtPoint           mercator)
{
  return bjt_sheet_map_project (self, bjt_mercator_unproject (mercator));
}

void
bjt_sheet_map_trace (const BjtSheetMap *self,
                     cairo_t           *cr,
                     const BjtGeometry *shape)
{
  for (guint p = 0; p < shape->n_parts; p++)
    {
      const BjtPart *part = &shape->parts[p];

      cairo_new_sub_path (cr);
      for (guint i = part->first; i < part->first + part->n_points; i++)
        {
          BjtPoint at = bjt_sheet_map_project (self, shape->points[i]);

          cairo_line_to (cr, at.x, at.y);
        }
      if (shape->kind == BJT_GEOMETRY_POLYGON)
        cairo_close_path (cr);
    }
}

static BjtPoint
unproject (const BjtSheetMap *self,
           BjtPoint           at)
{
  double   metres = self->denominator / 1000;
  BjtPoint ground = { self->origin.x + (at.x - self->at.x) * metres, self->origin.y + (at.y - self->at.y) * metres };

  return bjt_mercator_project (bjt_sheet_ground_unproject (self->ground, ground));
}

/* The affine map from the points of @frame to millimetres of the sheet: the
 * little that Mercator squeezes. */
static void
find_bend (const BjtSheetMap *self,
           const BjtMapFrame *frame,
           BjtPoint           centre,
           cairo_matrix_t    *bend)
{
  double   step = 500 / frame->scale; /* Mercator units of 500 points */
  BjtPoint p0 = bjt_sheet_map_project_mercator (self, centre);
  BjtPoint px = bjt_sheet_map_project_mercator (self, (BjtPoint) { centre.x + step, centre.y });
  BjtPoint py = bjt_sheet_map_project_mercator (self, (BjtPoint) { centre.x, centre.y + step });
  BjtPoint f0 = bjt_map_frame_project (frame, centre);

  bend->xx = (px.x - p0.x) / 500;
  bend->yx = (px.y - p0.y) / 500;
  bend->xy = (py.x - p0.x) / 500;
  bend->yy = (py.y - p0.y) / 500;
  bend->x0 = p0.x - bend->xx * f0.x - bend->xy * f0.y;
  bend->y0 = p0.y - bend->yx * f0.x - bend->yy * f0.y;
}

static BjtMapStyle
find_style (const BjtSheetPen *pen)
{
  BjtMapStyle style = BJT_MAP_STYLE_PRINT;

  if (!pen->palette->is_mono)
    {
      style.ground = pen->palette->ground;
      style.halo = pen->palette->ground;
    }
  return style;
}

/* All that the box covers when it is turned. */
static BjtBox
transform_box (const cairo_matrix_t *matrix,
               const BjtBox         *box)
{
  const BjtPoint corners[] = { { box->x1, box->y1 }, { box->x2, box->y1 }, { box->x2, box->y2 }, { box->x1, box->y2 } };
  BjtBox         all = BJT_BOX_EMPTY;

  for (guint i = 0; i < G_N_ELEMENTS (corners); i++)
    {
      double x = corners[i].x, y = corners[i].y;

      cairo_matrix_transform_point (matrix, &x, &y);
      bjt_box_add_point (&all, x, y);
    }
  return all;
}

/* As the names are measured. */
static GArray *
transform_boxes (const cairo_matrix_t *back,
                 const GArray         *covered)
{
  GArray *list = g_array_new (FALSE, FALSE, sizeof (BjtBox));

  if (covered != NULL)
    g_array_append_vals (list, covered->data, covered->len);
  for (guint i = 0; i < list->len; i++)
    {
      BjtBox *box = &g_array_index (list, BjtBox, i);

      *box = transform_box (back, box);
    }
  return list;
}

static void
begin_base (const BjtSheetMap *self,
            const BjtSheetPen *pen,
            BjtMapFrame       *frame,
            cairo_matrix_t    *bend)
{
  const BjtBox *window = &self->window;
  BjtPoint      middle = { (window->x1 + window->x2) / 2, (window->y1 + window->y2) / 2 };
  BjtPoint      centre = unproject (self, middle);
  double        along = fabs (cos (self->ground->turn)), across = fabs (sin (self->ground->turn));
  double        width = ((window->x2 - window->x1) * along + (window->y2 - window->y1) * across) * 1.04 * POINTS_PER_MM;
  double        height = ((window->y2 - window->y1) * along + (window->x2 - window->x1) * across) * 1.04 * POINTS_PER_MM;
  double        metres = bjt_mercator_get_metres_per_unit (bjt_mercator_to_latitude (centre.y));

  bjt_map_frame_init_view (frame, centre, metres * 1000 / self->denominator * POINTS_PER_MM, width, height);
  frame->px = 0.75 * pen->k;
  find_bend (self, frame, centre, bend);
}

/**
 * bjt_sheet_map_draw_base:
 *
 * Faded streets, green and water; clipped to the window by the caller.
 */
void
bjt_sheet_map_draw_base (const BjtSheetMap  *self,
                         const BjtSheetPen  *pen,
                         const BjtSheetBase *base)
{
  BjtMapStyle    style = find_style (pen);
  BjtMapFrame    frame;
  cairo_matrix_t bend;

  if (base->tiles == NULL && base->streets == NULL)
    return;
  begin_base (self, pen, &frame, &bend);
  cairo_save (pen->cr);
  cairo_transform (pen->cr, &bend);
  if (base->tiles != NULL)
    bjt_tile_painter_paint (base->tiles, pen->cr, &frame, &style);
  else
    bjt_map_painter_paint (base->streets, pen->cr, &frame, &style);
  cairo_restore (pen->cr);
  bjt_palette_set_source (pen->cr, pen->palette->ground, BASE_FADE);
  bjt_sheet_pen_fill (pen, &self->window);
}

/**
 * bjt_sheet_map_draw_names:
 * @covered: (nullable) (element-type BjtBox): where no name may stand, mm
 * @lines: (nullable) (element-type BjtBox): where none should, if it can be
 *
 * The names of the base map, after what lies on the ground; upright, however it
 * is turned.
 *
 * Returns: how many found no room
 */
guint
bjt_sheet_map_draw_names (const BjtSheetMap  *self,
                          const BjtSheetPen  *pen,
                          const BjtSheetBase *base,
                          const GArray       *covered,
                          const GArray       *lines)
{
  BjtMapStyle        style = find_style (pen);
  g_autoptr (GArray) names_stay_out = NULL, names_avoid = NULL;
  BjtBox             within = { self->window.x1 + EDGE, self->window.y1 + EDGE, self->window.x2 - EDGE, self->window.y2 - EDGE };
  BjtMapFrame        frame;
  cairo_matrix_t     bend, back;
  guint              n_dropped;

  if (base->tiles == NULL && base->streets == NULL)
    return 0;
  begin_base (self, pen, &frame, &bend);
  cairo_matrix_rotate (&bend, -self->ground->turn);
  back = bend;
  cairo_matrix_invert (&back);
  within = transform_box (&back, &within);
  names_stay_out = transform_boxes (&back, covered);
  names_avoid = transform_boxes (&back, lines);
  frame.lines = names_avoid;
  frame.covered = (const BjtBox *) (gpointer) names_stay_out->data;
  frame.n_covered = names_stay_out->len;
  frame.within = &within;
  frame.turn = self->ground->turn;
  cairo_save (pen->cr);
  cairo_transform (pen->cr, &bend);
  if (base->tiles != NULL)
    n_dropped = bjt_tile_painter_paint_names (base->tiles, pen->cr, &frame, &style);
  else
    n_dropped = bjt_map_painter_paint_names (base->streets, pen->cr, &frame, &style);
  cairo_restore (pen->cr);
  return n_dropped;
}

void
bjt_sheet_map_list_outline (const BjtSheetMap *self,
                            const BjtGeometry *boundary,
                            GArray            *lines)
{
  for (guint p = 0; p < boundary->n_parts; p++)
    {
      const BjtPart *part = &boundary->parts[p];

      for (guint i = 0; i < part->n_points; i++)
        {
          BjtPoint a = bjt_sheet_map_project (self, boundary->points[part->first + i]);
          BjtPoint b = bjt_sheet_map_project (self, boundary->points[part->first + (i + 1) % part->n_points]);
          guint    n = (guint) fmin (MAX_PIECES, ceil (hypot (b.x - a.x, b.y - a.y) / PIECE));

          for (guint s = 0; s < n; s++)
            {
              BjtPoint from = { a.x + (b.x - a.x) * s / n, a.y + (b.y - a.y) * s / n }, to = { a.x + (b.x - a.x) * (s + 1) / n, a.y + (b.y - a.y) * (s + 1) / n };
              BjtBox   box = { fmin (from.x, to.x) - LINE, fmin (from.y, to.y) - LINE, fmax (from.x, to.x) + LINE, fmax (from.y, to.y) + LINE };

              if (bjt_box_intersects (&box, &self->window))
                g_array_append_val (lines, box);
            }
        }
    }
}

/* Slice by slice: the box around a building that stands aslant takes the ground
 * beside it as well. */
void
bjt_sheet_map_cover (const BjtSheetMap *self,
                     const BjtPoint    *corners,
                     GArray            *covered)
{
  BjtPoint at[4];
  guint    n;

  for (guint c = 0; c < G_N_ELEMENTS (at); c++)
    at[c] = bjt_sheet_map_project_mercator (self, corners[c]);
  n = (guint) fmin (MAX_SLICES, ceil (hypot (at[1].x - at[0].x, at[1].y - at[0].y) / fmax (hypot (at[2].x - at[1].x, at[2].y - at[1].y) / 2, 0.1)));
  for (guint i = 0; i < n; i++)
    {
      BjtBox box = BJT_BOX_EMPTY;

      for (guint end = 0; end < 2; end++)
        {
          double t = (double) (i + end) / n;

          bjt_box_add_point (&box, at[0].x + t * (at[1].x - at[0].x), at[0].y + t * (at[1].y - at[0].y));
          bjt_box_add_point (&box, at[3].x + t * (at[2].x - at[3].x), at[3].y + t * (at[2].y - at[3].y));
        }
      g_array_append_val (covered, box);
    }
}

void
bjt_sheet_map_draw_outline (const BjtSheetMap *self,
                            const BjtSheetPen *pen,
                            const BjtGeometry *boundary)
{
  const double dashes[] = { 3.2, 1.6 };

  cairo_save (pen->cr);
  bjt_sheet_map_trace (self, pen->cr, boundary);
  cairo_set_line_join (pen->cr, CAIRO_LINE_JOIN_ROUND);
  bjt_palette_set_source (pen->cr, pen->palette->grid_outline, 0.10);
  cairo_set_line_width (pen->cr, 2.6);
  cairo_stroke_preserve (pen->cr);
  bjt_palette_set_source (pen->cr, pen->palette->grid_outline, 1);
  cairo_set_dash (pen->cr, dashes, 2, 0);
  cairo_set_line_width (pen->cr, 0.7);
  cairo_stroke (pen->cr);
  cairo_restore (pen->cr);
}

void
bjt_sheet_map_draw_footprint (const BjtSheetMap *self,
                              const BjtSheetPen *pen,
                              const BjtGeometry *footprint,
                              gboolean           is_ours)
{
  bjt_sheet_map_trace (self, pen->cr, footprint);
  bjt_sheet_pen_colour (pen, is_ours ? pen->palette->building : pen->palette->base_building);
  cairo_set_fill_rule (pen->cr, CAIRO_FILL_RULE_EVEN_ODD);
  cairo_fill_preserve (pen->cr);
  bjt_palette_set_source (pen->cr, pen->palette->building_edge, is_ours ? 1 : 0.45);
  cairo_set_line_width (pen->cr, is_ours ? 0.3 : 0.15);
  cairo_stroke (pen->cr);
}

/* The longest round bar that fits. */
static double
find_bar_metres (double room_metres)
{
  static const double steps[] = { 8, 6, 5, 4, 3, 2 };
  double              power = pow (10, floor (log10 (room_metres)));

  for (guint i = 0; i < G_N_ELEMENTS (steps); i++)
    if (room_metres >= steps[i] * power)
      return steps[i] * power;
  return power;
}

/**
 * bjt_sheet_map_draw_scale:
 *
 * Two fields, black and white, their lengths in metres, and the ratio.
 */
void
bjt_sheet_map_draw_scale (const BjtSheetMap *self,
                          const BjtSheetPen *pen,
                          const BjtBox      *box)
{
  double           mm = 1000 / self->denominator;
  double           metres = find_bar_metres ((box->x2 - box->x1 - 12 * pen->k) / mm);
  double           length = metres * mm, left = (box->x1 + box->x2 - length) / 2 - 2 * pen->k;
  double           y = box->y2 - 3.4 * pen->k, height = 1.1 * pen->k;
  BjtBox           first = { left, y, left + length / 2, y + height };
  BjtBox           bar = { left, y, left + length, y + height };
  g_autofree char *ratio = g_strdup_printf ("1:%.0f", self->denominator);
  g_autofree char *half = g_strdup_printf ("%g", metres / 2);
  g_autofree char *full = g_strdup_printf ("%g %s", metres, bjt_sheet_pen_word (pen, BJT_WORD_METRES));

  bjt_sheet_pen_colour (pen, pen->palette->paper);
  bjt_sheet_pen_fill (pen, &bar);
  bjt_sheet_pen_colour (pen, pen->palette->text);
  bjt_sheet_pen_fill (pen, &first);
  bjt_sheet_pen_box (pen, &bar, 0.2);
  bjt_sheet_pen_text (pen, "0", left, y - 1.7 * pen->k, 2.3, BJT_PEN_MIDDLE);
  bjt_sheet_pen_text (pen, half, left + length / 2, y - 1.7 * pen->k, 2.3, BJT_PEN_MIDDLE);
  bjt_sheet_pen_text (pen, full, left + length, y - 1.7 * pen->k, 2.3, BJT_PEN_MIDDLE);
  bjt_sheet_pen_bold (pen, ratio, (box->x1 + box->x2) / 2, box->y1 + 2.2 * pen->k, 3, BJT_PEN_MIDDLE);
}

void
bjt_sheet_map_draw_north (const BjtSheetMap *self,
                          const BjtSheetPen *pen,
                          const BjtBox      *box)
{
  cairo_t *cr = pen->cr;
  double   x = (box->x1 + box->x2) / 2, top = box->y1 + 4.6 * pen->k, half = 2.6 * pen->k, middle = (top + box->y2) / 2;

  bjt_sheet_pen_colour (pen, pen->palette->text);
  bjt_sheet_pen_bold (pen, bjt_sheet_pen_word (pen, BJT_WORD_NORTH), x, box->y1 + 2 * pen->k, 3.4, BJT_PEN_MIDDLE);
  cairo_save (cr);
  cairo_translate (cr, x, middle);
  cairo_rotate (cr, self->ground->turn);
  cairo_translate (cr, -x, -middle);
  cairo_move_to (cr, x, top);
  cairo_line_to (cr, x - half, box->y2);
  cairo_line_to (cr, x, box->y2 - half);
  cairo_close_path (cr);
  cairo_fill (cr);
  cairo_move_to (cr, x, top);
  cairo_line_to (cr, x + half, box->y2);
  cairo_line_to (cr, x, box->y2 - half);
  cairo_close_path (cr);
  cairo_set_line_width (cr, 0.25);
  cairo_stroke (cr);
  cairo_restore (cr);
}
