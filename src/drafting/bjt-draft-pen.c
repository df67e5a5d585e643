/* bjt-draft-pen.c: metres of the plan into strokes. Main thread only. */
#include "bjt-draft-pen.h"

#include <math.h>

#include "bjt-draft-words.h"
#include "paint/bjt-palette.h"

#define MIN_LABELLED 48.0 /* px: a shorter line has no label */
#define HALF_POINT 5.0    /* px */
#define BLUE 0x1C71D8
#define RED 0xC01C28

void
bjt_draft_pen_add_path (cairo_t            *cr,
                        const BjtPlanFrame *frame,
                        const BjtPoint     *points,
                        guint               n_points)
{
  cairo_new_path (cr);
  for (guint i = 0; i < n_points; i++)
    {
      BjtPoint at = bjt_plan_frame_to_view (frame, points[i]);

      cairo_line_to (cr, at.x, at.y);
    }
}

static void
add_part (cairo_t            *cr,
          const BjtPlanFrame *frame,
          const BjtGeometry  *shape,
          const BjtPart      *part)
{
  cairo_new_sub_path (cr);
  for (guint i = part->first; i < part->first + part->n_points; i++)
    {
      BjtPoint at = bjt_plan_frame_to_view (frame, shape->points[i]);

      if (shape->kind == BJT_GEOMETRY_POINT)
        cairo_rectangle (cr, at.x - HALF_POINT, at.y - HALF_POINT, 2 * HALF_POINT, 2 * HALF_POINT);
      else
        cairo_line_to (cr, at.x, at.y);
    }
  if (shape->kind == BJT_GEOMETRY_POLYGON)
    cairo_close_path (cr);
}

void
bjt_draft_pen_add_shape (cairo_t            *cr,
                         const BjtPlanFrame *frame,
                         const BjtGeometry  *shape)
{
  cairo_new_path (cr);
  cairo_set_fill_rule (cr, CAIRO_FILL_RULE_EVEN_ODD);
  for (guint p = 0; p < shape->n_parts; p++)
    add_part (cr, frame, shape, &shape->parts[p]);
}

void
bjt_draft_pen_draw_length (cairo_t            *cr,
                           const BjtPlanFrame *frame,
                           BjtPoint            from,
                           BjtPoint            to)
{
  BjtPoint         a = bjt_plan_frame_to_view (frame, from), b = bjt_plan_frame_to_view (frame, to);
  g_autofree char *text = NULL;

  if (hypot (b.x - a.x, b.y - a.y) < MIN_LABELLED)
    return;
  text = bjt_draft_words_dup_length (hypot (to.x - from.x, to.y - from.y));
  bjt_tool_pen_draw_label (cr, (BjtPoint) { (a.x + b.x) / 2, (a.y + b.y) / 2 }, text);
}

void
bjt_draft_pen_draw_band (cairo_t *cr,
                         double   width)
{
  cairo_set_line_join (cr, CAIRO_LINE_JOIN_MITER);
  cairo_set_line_cap (cr, CAIRO_LINE_CAP_BUTT);
  bjt_palette_set_source (cr, BLUE, 0.25);
  cairo_set_line_width (cr, width);
  cairo_stroke (cr);
}

void
bjt_draft_pen_draw_trouble (cairo_t *cr)
{
  cairo_set_dash (cr, (const double[]) { 5, 4 }, 2, 0);
  bjt_palette_set_source (cr, RED, 1);
  cairo_set_line_width (cr, 2);
  cairo_stroke_preserve (cr);
  cairo_set_dash (cr, NULL, 0, 0);
}

void
bjt_draft_pen_draw_handle (cairo_t  *cr,
                           BjtPoint  at,
                           gboolean  is_chosen)
{
  double half = is_chosen ? 5 : 4;

  cairo_new_path (cr);
  cairo_rectangle (cr, at.x - half, at.y - half, 2 * half, 2 * half);
  bjt_palette_set_source (cr, is_chosen ? BLUE : 0xFFFFFF, 1);
  cairo_fill_preserve (cr);
  bjt_palette_set_source (cr, is_chosen ? 0xFFFFFF : BLUE, 1);
  cairo_set_line_width (cr, 1.5);
  cairo_stroke (cr);
}
