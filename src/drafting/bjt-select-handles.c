/* bjt-select-handles.c: the knob stands a fixed way above the middle of the box. */
#include "bjt-select-handles.h"

#include <math.h>

#include "bjt-draft-pen.h"

#define REACH 9.0     /* px */
#define KNOB_AWAY 26.0 /* px */
#define MOST_CORNERS 400 /* more are not shown one by one */

static BjtBox
get_box (GPtrArray *chosen)
{
  BjtBox box = BJT_BOX_EMPTY;

  for (guint i = 0; i < chosen->len; i++)
    {
      const BjtPlanElement *element = g_ptr_array_index (chosen, i);

      bjt_box_add_point (&box, element->shape->box.x1, element->shape->box.y1);
      bjt_box_add_point (&box, element->shape->box.x2, element->shape->box.y2);
    }
  return box;
}

BjtPoint
bjt_select_handles_get_pivot (GPtrArray *chosen)
{
  BjtBox box = get_box (chosen);

  return (BjtPoint) { (box.x1 + box.x2) / 2, (box.y1 + box.y2) / 2 };
}

static BjtPoint
get_stem (GPtrArray          *chosen,
          const BjtPlanFrame *frame)
{
  BjtBox box = get_box (chosen);

  return bjt_plan_frame_to_view (frame, (BjtPoint) { (box.x1 + box.x2) / 2, box.y2 });
}

/* A single point can't be turned, but words can. */
static gboolean
can_turn (GPtrArray *chosen)
{
  const BjtPlanElement *first = chosen->len > 0 ? g_ptr_array_index (chosen, 0) : NULL;

  return chosen->len > 1 || (first != NULL && (first->shape->n_points > 1 || first->kind == BJT_ELEMENT_TEXT));
}

static const BjtGeometry *
get_reshaped (GPtrArray *chosen)
{
  const BjtPlanElement *only = chosen->len == 1 ? g_ptr_array_index (chosen, 0) : NULL;

  return only != NULL && only->shape->kind != BJT_GEOMETRY_POINT && only->shape->n_points <= MOST_CORNERS ? only->shape : NULL;
}

BjtHandle
bjt_select_handles_find (GPtrArray          *chosen,
                         const BjtPlanFrame *frame,
                         BjtPoint            px)
{
  const BjtGeometry *shape = get_reshaped (chosen);
  BjtHandle          found = { BJT_HANDLE_NONE, BJT_NO_VERTEX };
  double             nearest = REACH;
  BjtPoint           stem;

  if (can_turn (chosen))
    {
      stem = get_stem (chosen, frame);
      if (hypot (px.x - stem.x, px.y - stem.y + KNOB_AWAY) <= REACH)
        return (BjtHandle) { BJT_HANDLE_TURN, BJT_NO_VERTEX };
    }
  for (guint i = 0; shape != NULL && i < shape->n_points; i++)
    {
      BjtPoint at = bjt_plan_frame_to_view (frame, shape->points[i]);
      double   away = hypot (px.x - at.x, px.y - at.y);

      if (away > nearest)
        continue;
      nearest = away;
      found = (BjtHandle) { BJT_HANDLE_VERTEX, i };
    }
  return found;
}

static void
draw_knob (GPtrArray          *chosen,
           cairo_t            *cr,
           const BjtPlanFrame *frame,
           gboolean            is_turning)
{
  BjtPoint stem = get_stem (chosen, frame), knob = { stem.x, stem.y - KNOB_AWAY };

  cairo_new_path (cr);
  cairo_move_to (cr, stem.x, stem.y);
  cairo_line_to (cr, knob.x, knob.y);
  bjt_tool_pen_stroke (cr, FALSE);
  bjt_tool_pen_draw_knob (cr, knob, is_turning);
}

void
bjt_select_handles_draw (GPtrArray          *chosen,
                         cairo_t            *cr,
                         const BjtPlanFrame *frame,
                         guint               vertex,
                         gboolean            is_turning)
{
  const BjtGeometry *shape = get_reshaped (chosen);

  for (guint i = 0; i < chosen->len; i++)
    {
      const BjtPlanElement *element = g_ptr_array_index (chosen, i);

      bjt_draft_pen_add_shape (cr, frame, element->shape);
      if (element->shape->kind == BJT_GEOMETRY_POLYGON)
        bjt_tool_pen_fill (cr);
      bjt_tool_pen_stroke (cr, FALSE);
    }
  if (can_turn (chosen))
    draw_knob (chosen, cr, frame, is_turning);
  for (guint i = 0; shape != NULL && i < shape->n_points; i++)
    bjt_draft_pen_draw_handle (cr, bjt_plan_frame_to_view (frame, shape->points[i]), i == vertex);
}
