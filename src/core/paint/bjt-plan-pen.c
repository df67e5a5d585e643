/* bjt-plan-pen.c: neighbours of one look are one path, and what is smaller than
 * half a pixel is left out, so that thousands of walls take milliseconds. */
#include "bjt-plan-pen.h"

#include <math.h>

#include "model/bjt-plans.h"

#define MIN_DETAIL 0.5    /* px */
#define MAX_RUN 400u      /* points in one path */
#define WALL 0.2          /* m, where a wall has no thickness */
#define WALL_LEAST 1.2    /* px */
#define SYMBOL 1.6        /* m, of stairs and elevators that are a point */
#define TREAD 0.28        /* m */
#define TREAD_LEAST 3.0   /* px */
#define MAX_TREADS 60
#define OPENING 0.3       /* m, how thick the wall is that is broken */
#define TICK 2.4          /* px, half the length */

/* Shapes of one look that wait for their fill or stroke */
typedef struct
{
  const BjtPlanPen *pen;
  cairo_t          *cr;
  guint32           colour;
  double            width; /* 0: filled */
  guint             n_points;
} Run;

const BjtGeometry *
bjt_plan_pen_get_shape (const BjtPlanPen *self,
                        guint32           element)
{
  const BjtPictureElement *e = bjt_picture_get_element (self->picture, element);

  return self->is_on_map ? e->mercator : e->shape;
}

BjtBox
bjt_plan_pen_get_box (const BjtPlanPen *self,
                      const BjtBox     *box)
{
  BjtBox all = BJT_BOX_EMPTY;

  for (guint i = 0; i < 4; i++)
    {
      double x = i % 2 == 0 ? box->x1 : box->x2, y = i < 2 ? box->y1 : box->y2;

      cairo_matrix_transform_point (&self->matrix, &x, &y);
      bjt_box_add_point (&all, x, y);
    }
  return all;
}

gboolean
bjt_plan_pen_is_seen (const BjtPlanPen *self,
                      guint32           element)
{
  const BjtGeometry *shape = bjt_plan_pen_get_shape (self, element);
  BjtBox             box;

  if (shape == NULL)
    return FALSE;
  box = bjt_plan_pen_get_box (self, &shape->box);
  return bjt_box_intersects (&box, &self->area)
         && (shape->kind == BJT_GEOMETRY_POINT || fmax (box.x2 - box.x1, box.y2 - box.y1) >= MIN_DETAIL * self->unit);
}

void
bjt_plan_pen_trace (const BjtPlanPen  *self,
                    cairo_t           *cr,
                    const BjtGeometry *shape)
{
  for (guint p = 0; p < shape->n_parts; p++)
    {
      const BjtPart *part = shape->parts + p;

      for (guint i = 0; i < part->n_points; i++)
        {
          BjtPoint at = shape->points[part->first + i];

          cairo_matrix_transform_point (&self->matrix, &at.x, &at.y);
          if (i == 0)
            cairo_move_to (cr, at.x, at.y);
          else
            cairo_line_to (cr, at.x, at.y);
        }
      if (shape->kind == BJT_GEOMETRY_POLYGON)
        cairo_close_path (cr);
    }
}

/* Runs */

static void
end_run (Run *self)
{
  if (self->n_points == 0)
    return;
  bjt_palette_set_source (self->cr, self->colour, 1);
  if (self->width > 0)
    {
      cairo_set_line_width (self->cr, self->width);
      cairo_stroke (self->cr);
    }
  else
    {
      cairo_set_fill_rule (self->cr, CAIRO_FILL_RULE_EVEN_ODD);
      cairo_fill (self->cr);
    }
  self->n_points = 0;
}

/* Fills are one at a time: two that overlap must not cut holes in each other. */
static void
add_to_run (Run               *self,
            const BjtGeometry *shape,
            guint32            colour,
            double             width)
{
  if (self->n_points >= MAX_RUN || colour != self->colour || width < self->width || width > self->width || width <= 0)
    end_run (self);
  self->colour = colour;
  self->width = width;
  bjt_plan_pen_trace (self->pen, self->cr, shape);
  self->n_points += shape->n_points;
}

/* Areas */

static gboolean
is_area (const BjtPlanPen *self,
         guint32           element)
{
  return bjt_picture_get_element (self->picture, element)->kind == BJT_ELEMENT_AREA && bjt_plan_pen_is_seen (self, element);
}

/* All rings go round the same way, so that those that overlap in one path stay
 * filled. */
static void
trace_ring (const BjtPlanPen  *self,
            cairo_t           *cr,
            const BjtGeometry *shape)
{
  gboolean is_back = bjt_geometry_get_signed_area (shape->points, shape->n_points) < 0;

  for (guint i = 0; i < shape->n_points; i++)
    {
      BjtPoint at = shape->points[is_back ? shape->n_points - 1 - i : i];

      cairo_matrix_transform_point (&self->matrix, &at.x, &at.y);
      cairo_line_to (cr, at.x, at.y);
    }
  cairo_close_path (cr);
  cairo_new_sub_path (cr);
}

static void
fill_areas (const BjtPlanPen *self,
            cairo_t          *cr,
            BjtRun            elements)
{
  guint n_points = 0;

  bjt_palette_set_source (cr, self->palette->area, 1);
  for (guint32 e = elements.first; e < elements.first + elements.n; e++)
    {
      const BjtGeometry *shape = bjt_plan_pen_get_shape (self, e);
      gboolean           has_holes;

      if (!is_area (self, e))
        continue;
      has_holes = shape->n_parts > 1;
      if (has_holes || n_points >= MAX_RUN)
        {
          cairo_set_fill_rule (cr, CAIRO_FILL_RULE_WINDING);
          cairo_fill (cr);
          n_points = 0;
        }
      n_points += shape->n_points;
      if (!has_holes)
        {
          trace_ring (self, cr, shape);
          continue;
        }
      bjt_plan_pen_trace (self, cr, shape);
      cairo_set_fill_rule (cr, CAIRO_FILL_RULE_EVEN_ODD);
      cairo_fill (cr);
    }
  cairo_set_fill_rule (cr, CAIRO_FILL_RULE_WINDING);
  cairo_fill (cr);
}

void
bjt_plan_pen_draw_areas (const BjtPlanPen *self,
                         cairo_t          *cr,
                         BjtRun            elements)
{
  Run run = { .pen = self, .cr = cr };

  cairo_new_path (cr);
  fill_areas (self, cr, elements);
  for (guint32 e = elements.first; e < elements.first + elements.n; e++)
    if (is_area (self, e))
      add_to_run (&run, bjt_plan_pen_get_shape (self, e), self->palette->cell_edge, 0.8 * self->unit);
  end_run (&run);
}

/* Stairs and elevators */

/* A point becomes a square around it; both as a path. */
static BjtBox
trace_symbol (const BjtPlanPen  *self,
              cairo_t           *cr,
              const BjtGeometry *shape,
              double             size)
{
  BjtBox box = bjt_plan_pen_get_box (self, &shape->box);
  double half = (size > 0 ? size : SYMBOL) / 2 * self->metre;

  if (shape->kind == BJT_GEOMETRY_POLYGON)
    {
      bjt_plan_pen_trace (self, cr, shape);
      return box;
    }
  box = (BjtBox) { box.x1 - half, box.y1 - half, box.x1 + half, box.y1 + half };
  cairo_rectangle (cr, box.x1, box.y1, 2 * half, 2 * half);
  return box;
}

/* The direction of its longest side */
static double
find_direction (const BjtPlanPen  *self,
                const BjtGeometry *shape)
{
  double longest = 0, angle = 0;

  for (guint i = 0; shape->kind == BJT_GEOMETRY_POLYGON && i < shape->parts[0].n_points; i++)
    {
      BjtPoint a = shape->points[i], b = shape->points[(i + 1) % shape->parts[0].n_points];

      cairo_matrix_transform_point (&self->matrix, &a.x, &a.y);
      cairo_matrix_transform_point (&self->matrix, &b.x, &b.y);
      if (hypot (b.x - a.x, b.y - a.y) > longest)
        {
          longest = hypot (b.x - a.x, b.y - a.y);
          angle = atan2 (b.y - a.y, b.x - a.x);
        }
    }
  return angle;
}

static void
draw_treads (const BjtPlanPen  *self,
             cairo_t           *cr,
             const BjtGeometry *shape,
             const BjtBox      *box)
{
  double reach = hypot (box->x2 - box->x1, box->y2 - box->y1) / 2;
  double step = fmax (fmax (TREAD * self->metre, TREAD_LEAST * self->unit), 2 * reach / MAX_TREADS);

  if (reach < 2 * TREAD_LEAST * self->unit)
    return;
  cairo_translate (cr, (box->x1 + box->x2) / 2, (box->y1 + box->y2) / 2);
  cairo_rotate (cr, find_direction (self, shape));
  for (double x = -reach + step / 2; x < reach; x += step)
    {
      cairo_move_to (cr, x, -reach);
      cairo_line_to (cr, x, reach);
    }
  cairo_set_line_width (cr, 0.7 * self->unit);
  cairo_stroke (cr);
}

static void
draw_cross (const BjtPlanPen *self,
            cairo_t          *cr,
            const BjtBox     *box)
{
  cairo_move_to (cr, box->x1, box->y1);
  cairo_line_to (cr, box->x2, box->y2);
  cairo_move_to (cr, box->x1, box->y2);
  cairo_line_to (cr, box->x2, box->y1);
  cairo_set_line_width (cr, 0.8 * self->unit);
  cairo_stroke (cr);
}

static void
draw_shaft (const BjtPlanPen        *self,
            cairo_t                 *cr,
            const BjtPictureElement *element,
            const BjtGeometry       *shape)
{
  BjtBox box;

  cairo_save (cr);
  cairo_set_fill_rule (cr, CAIRO_FILL_RULE_EVEN_ODD);
  box = trace_symbol (self, cr, shape, element->size);
  bjt_palette_set_source (cr, self->palette->paper, 1);
  cairo_fill_preserve (cr);
  cairo_clip_preserve (cr);
  bjt_palette_set_source (cr, self->palette->building_edge, 1);
  cairo_set_line_width (cr, 2 * self->unit); /* half of it is clipped */
  cairo_stroke (cr);
  if (element->kind == BJT_ELEMENT_STAIRS)
    draw_treads (self, cr, shape, &box);
  else
    draw_cross (self, cr, &box);
  cairo_restore (cr);
}

/* Openings: the wall is broken, its ends are marked. */
static void
draw_opening (const BjtPlanPen  *self,
              cairo_t           *cr,
              const BjtGeometry *shape,
              double             thickness)
{
  double tick = fmax (TICK * self->unit, 0.6 * (thickness > 0 ? thickness : OPENING) * self->metre);

  if (shape->kind == BJT_GEOMETRY_POINT)
    {
      BjtPoint at = shape->points[0];

      cairo_matrix_transform_point (&self->matrix, &at.x, &at.y);
      cairo_new_sub_path (cr);
      cairo_arc (cr, at.x, at.y, tick, 0, 2 * G_PI);
      bjt_palette_set_source (cr, self->palette->paper, 1);
      cairo_fill_preserve (cr);
      bjt_palette_set_source (cr, self->palette->building_text, 1);
      cairo_set_line_width (cr, 1.2 * self->unit);
      cairo_stroke (cr);
      return;
    }
  bjt_plan_pen_trace (self, cr, shape);
  bjt_palette_set_source (cr, self->palette->paper, 1);
  cairo_set_line_width (cr, 1.8 * tick);
  cairo_stroke (cr);
  for (guint p = 0; p < shape->n_parts; p++)
    {
      BjtPoint a = shape->points[shape->parts[p].first], b = shape->points[shape->parts[p].first + shape->parts[p].n_points - 1];
      double   length, x, y;

      cairo_matrix_transform_point (&self->matrix, &a.x, &a.y);
      cairo_matrix_transform_point (&self->matrix, &b.x, &b.y);
      length = fmax (hypot (b.x - a.x, b.y - a.y), 1e-9);
      x = (b.y - a.y) / length * tick;
      y = (a.x - b.x) / length * tick;
      cairo_move_to (cr, a.x - x, a.y - y);
      cairo_line_to (cr, a.x + x, a.y + y);
      cairo_move_to (cr, b.x - x, b.y - y);
      cairo_line_to (cr, b.x + x, b.y + y);
    }
  bjt_palette_set_source (cr, self->palette->building_text, 1);
  cairo_set_line_width (cr, 1.2 * self->unit);
  cairo_stroke (cr);
}

/* Walls and lines */

static void
draw_all (const BjtPlanPen *self,
          cairo_t          *cr,
          BjtRun            elements,
          BjtElementKind    kind)
{
  Run run = { .pen = self, .cr = cr };

  for (guint32 e = elements.first; e < elements.first + elements.n; e++)
    {
      const BjtPictureElement *element = bjt_picture_get_element (self->picture, e);
      const BjtGeometry       *shape = bjt_plan_pen_get_shape (self, e);

      if (element->kind != kind || !bjt_plan_pen_is_seen (self, e))
        continue;
      if (kind == BJT_ELEMENT_STAIRS || kind == BJT_ELEMENT_ELEVATOR)
        draw_shaft (self, cr, element, shape);
      else if (kind == BJT_ELEMENT_OPENING)
        draw_opening (self, cr, shape, element->size);
      else if (kind == BJT_ELEMENT_LINE)
        add_to_run (&run, shape, self->palette->dim_text, self->unit);
      else
        add_to_run (&run, shape, self->palette->building_text,
                    shape->kind == BJT_GEOMETRY_POLYGON ? 0 : fmax ((element->size > 0 ? element->size : WALL) * self->metre, WALL_LEAST * self->unit));
    }
  end_run (&run);
}

void
bjt_plan_pen_draw_lines (const BjtPlanPen *self,
                         cairo_t          *cr,
                         BjtRun            elements)
{
  static const BjtElementKind order[] = { BJT_ELEMENT_STAIRS, BJT_ELEMENT_ELEVATOR, BJT_ELEMENT_LINE, BJT_ELEMENT_WALL, BJT_ELEMENT_OPENING };

  cairo_save (cr);
  cairo_set_line_cap (cr, CAIRO_LINE_CAP_BUTT);
  cairo_set_line_join (cr, CAIRO_LINE_JOIN_MITER);
  cairo_set_miter_limit (cr, 4);
  for (guint i = 0; i < G_N_ELEMENTS (order); i++)
    draw_all (self, cr, elements, order[i]);
  cairo_restore (cr);
}
