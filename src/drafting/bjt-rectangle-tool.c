/* bjt-rectangle-tool.c: a rectangle that begins on a slanting side lies along it.
 * Shift: a square. Main thread only. */
#include "bjt-rectangle-tool.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#include "bjt-draft-pen.h"
#include "plan/bjt-plan-shape.h"

struct _BjtRectangleTool
{
  BjtDraftTool parent_instance;

  /* State */
  double angle; /* of its sides, radians */
};

G_DEFINE_FINAL_TYPE (BjtRectangleTool, bjt_rectangle_tool, BJT_TYPE_DRAFT_TOOL)

/* From the side that the first point lies on. */
static double
get_side_angle (const BjtPlanSnapHit *hit)
{
  double angle = atan2 (hit->to.y - hit->from.y, hit->to.x - hit->from.x);

  if ((hit->kind != BJT_PLAN_SNAP_EDGE && hit->kind != BJT_PLAN_SNAP_MIDDLE) || (hit->to.x == hit->from.x && hit->to.y == hit->from.y))
    return 0;
  return angle - round (angle / G_PI_2) * G_PI_2;
}

static gboolean
bjt_rectangle_tool_press (BjtPlanTool            *tool,
                          const BjtPlanToolEvent *event)
{
  BjtRectangleTool *self = BJT_RECTANGLE_TOOL (tool);
  guint             before, after;
  gboolean          taken;

  bjt_draft_tool_get_points (BJT_DRAFT_TOOL (tool), &before);
  taken = BJT_PLAN_TOOL_CLASS (bjt_rectangle_tool_parent_class)->press (tool, event);
  bjt_draft_tool_get_points (BJT_DRAFT_TOOL (tool), &after);
  if (before == 0 && after == 1)
    self->angle = get_side_angle (bjt_draft_tool_get_hit (BJT_DRAFT_TOOL (tool)));
  return taken;
}

static double
with_sign_of (double size,
              double sign)
{
  return sign < 0 ? -size : size;
}

/* Typed sizes go the way the pointer went; without any, both are alike. */
static BjtPoint
bjt_rectangle_tool_place (BjtDraftTool *tool,
                          BjtPoint      from,
                          BjtPoint      at,
                          const double *numbers,
                          guint         n_numbers)
{
  BjtRectangleTool *self = BJT_RECTANGLE_TOOL (tool);
  double            c = cos (self->angle), s = sin (self->angle);
  double            width = (at.x - from.x) * c + (at.y - from.y) * s;
  double            height = (at.y - from.y) * c - (at.x - from.x) * s;

  if (n_numbers == 0)
    height = with_sign_of (fabs (width), height);
  if (n_numbers > 0)
    width = with_sign_of (numbers[0], width);
  if (n_numbers > 1)
    height = with_sign_of (numbers[1], height);
  return (BjtPoint) { from.x + width * c - height * s, from.y + width * s + height * c };
}

static gboolean
bjt_rectangle_tool_finish (BjtDraftTool   *tool,
                           const BjtPoint *points,
                           guint           n_points)
{
  BjtRectangleTool *self = BJT_RECTANGLE_TOOL (tool);

  return bjt_draft_tool_add (tool, bjt_draft_tool_get_kind (tool), bjt_plan_shape_new_rectangle (points[0], points[1], self->angle), NULL);
}

static void
bjt_rectangle_tool_draw_points (BjtDraftTool       *tool,
                                cairo_t            *cr,
                                const BjtPlanFrame *frame,
                                const BjtPoint     *points,
                                guint               n_points,
                                gboolean            has_pointer)
{
  g_autoptr (BjtGeometry) shape = NULL;

  if (n_points == 2)
    {
      shape = bjt_plan_shape_new_rectangle (points[0], points[1], BJT_RECTANGLE_TOOL (tool)->angle);
      bjt_draft_pen_add_shape (cr, frame, shape);
      bjt_tool_pen_fill (cr);
      bjt_tool_pen_stroke (cr, TRUE);
      bjt_draft_pen_draw_length (cr, frame, shape->points[0], shape->points[1]);
      bjt_draft_pen_draw_length (cr, frame, shape->points[1], shape->points[2]);
    }
  bjt_tool_pen_draw_knob (cr, bjt_plan_frame_to_view (frame, points[0]), FALSE);
}

static const char *
bjt_rectangle_tool_get_step (BjtDraftTool *tool,
                             guint         n_points)
{
  if (n_points == 0)
    return _("Click one corner, or drag a rectangle");
  return _("Click the opposite corner, or type 6×4 and Enter; Shift: a square");
}

static char *
bjt_rectangle_tool_dup_finding (BjtDraftTool *tool)
{
  return bjt_draft_board_dup_subject (bjt_draft_tool_get_board (tool), bjt_draft_tool_get_kind (tool));
}

static void
bjt_rectangle_tool_class_init (BjtRectangleToolClass *klass)
{
  BjtDraftToolClass *draft_class = BJT_DRAFT_TOOL_CLASS (klass);

  BJT_PLAN_TOOL_CLASS (klass)->press = bjt_rectangle_tool_press;
  draft_class->n_least = draft_class->n_most = draft_class->n_numbers = 2;
  draft_class->is_dragged = TRUE;
  draft_class->finish = bjt_rectangle_tool_finish;
  draft_class->place = bjt_rectangle_tool_place;
  draft_class->draw_points = bjt_rectangle_tool_draw_points;
  draft_class->get_step = bjt_rectangle_tool_get_step;
  draft_class->dup_finding = bjt_rectangle_tool_dup_finding;
}

static void
bjt_rectangle_tool_init (BjtRectangleTool *self)
{
}

BjtPlanTool *
bjt_rectangle_tool_new (BjtDraftBoard  *board,
                        BjtElementKind  kind)
{
  BjtRectangleTool *self = g_object_new (BJT_TYPE_RECTANGLE_TOOL, "board", board, NULL);

  bjt_draft_tool_set_kind (BJT_DRAFT_TOOL (self), kind);
  return BJT_PLAN_TOOL (self);
}
