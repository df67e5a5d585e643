/* bjt-split-tool.c: done as soon as the line goes through; until then corners can
 * be added to it. Main thread only. */
#include "bjt-split-tool.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#include "bjt-draft-pen.h"
#include "bjt-element-picker.h"
#include "plan/bjt-plan-shape.h"

#define BEYOND 0.01 /* m: ends that lie on a side are drawn out over it */

struct _BjtSplitTool
{
  BjtDraftTool parent_instance;
};

G_DEFINE_FINAL_TYPE (BjtSplitTool, bjt_split_tool, BJT_TYPE_DRAFT_TOOL)

static BjtPoint
draw_out (BjtPoint from,
          BjtPoint to)
{
  double length = hypot (to.x - from.x, to.y - from.y);

  return (BjtPoint) { to.x + (to.x - from.x) / length * BEYOND, to.y + (to.y - from.y) / length * BEYOND };
}

static BjtGeometry *
new_cut (const BjtPoint *points,
         guint           n_points)
{
  g_autofree BjtPoint *line = g_memdup2 (points, n_points * sizeof (BjtPoint));

  line[0] = draw_out (points[1], points[0]);
  line[n_points - 1] = draw_out (points[n_points - 2], points[n_points - 1]);
  return bjt_geometry_new_line (line, n_points);
}

static const BjtPlanElement *
find_element (BjtSplitTool   *self,
              const BjtPoint *points)
{
  BjtPlanCanvas *canvas = bjt_plan_tool_get_canvas (BJT_PLAN_TOOL (self));
  BjtPoint       middle = { (points[0].x + points[1].x) / 2, (points[0].y + points[1].y) / 2 };

  return canvas != NULL ? bjt_element_picker_find_outline (bjt_plan_canvas_get_elements (canvas), middle) : NULL;
}

static BjtPlanEdit *
try_cut (BjtSplitTool   *self,
         const BjtPoint *points,
         guint           n_points,
         BjtPoint       *where,
         GError        **error)
{
  const BjtPlanElement    *element = find_element (self, points);
  g_autoptr (BjtPlanEdit)  edit = bjt_plan_edit_new ();
  g_autoptr (BjtGeometry)  cut = new_cut (points, n_points);

  *where = points[0];
  if (element == NULL)
    {
      g_set_error_literal (error, BJT_PLAN_SHAPE_ERROR, BJT_PLAN_SHAPE_ERROR_MISSED, "the cut lies in no outline; begin it at a side of one");
      return NULL;
    }
  return bjt_plan_edit_split (edit, element, cut, where, error) ? g_steal_pointer (&edit) : NULL;
}

static gboolean
bjt_split_tool_finish (BjtDraftTool   *tool,
                       const BjtPoint *points,
                       guint           n_points)
{
  g_autoptr (GError)      error = NULL;
  BjtPoint                where;
  g_autoptr (BjtPlanEdit) edit = try_cut (BJT_SPLIT_TOOL (tool), points, n_points, &where, &error);

  if (edit != NULL)
    return bjt_draft_tool_save (tool, edit);
  bjt_draft_tool_refuse (tool, error, where);
  return FALSE;
}

static void
bjt_split_tool_release (BjtPlanTool            *tool,
                        const BjtPlanToolEvent *event)
{
  const BjtPoint *points;
  guint           n;
  BjtPoint        where;
  g_autoptr (BjtPlanEdit) edit = NULL;

  BJT_PLAN_TOOL_CLASS (bjt_split_tool_parent_class)->release (tool, event);
  points = bjt_draft_tool_get_points (BJT_DRAFT_TOOL (tool), &n);
  if (n < 2)
    return;
  edit = try_cut (BJT_SPLIT_TOOL (tool), points, n, &where, NULL);
  if (edit != NULL && bjt_draft_tool_save (BJT_DRAFT_TOOL (tool), edit))
    bjt_draft_tool_drop_points (BJT_DRAFT_TOOL (tool));
}

/* Shows what is cut. */
static void
bjt_split_tool_draw_points (BjtDraftTool       *tool,
                            cairo_t            *cr,
                            const BjtPlanFrame *frame,
                            const BjtPoint     *points,
                            guint               n_points,
                            gboolean            has_pointer)
{
  const BjtPlanElement *element = n_points > 1 ? find_element (BJT_SPLIT_TOOL (tool), points) : NULL;

  if (element != NULL)
    {
      bjt_draft_pen_add_shape (cr, frame, element->shape);
      bjt_tool_pen_fill (cr);
    }
  BJT_DRAFT_TOOL_CLASS (bjt_split_tool_parent_class)->draw_points (tool, cr, frame, points, n_points, has_pointer);
}

static const char *
bjt_split_tool_get_step (BjtDraftTool *tool,
                         guint         n_points)
{
  if (n_points == 0)
    return _("Click on one side of an outline");
  return n_points == 1 ? _("Click on the other side: the larger part stays the door's") : _("Go on to the other side; Enter cuts");
}

static void
bjt_split_tool_class_init (BjtSplitToolClass *klass)
{
  BjtDraftToolClass *draft_class = BJT_DRAFT_TOOL_CLASS (klass);

  BJT_PLAN_TOOL_CLASS (klass)->release = bjt_split_tool_release;
  draft_class->n_least = 2;
  draft_class->finish = bjt_split_tool_finish;
  draft_class->draw_points = bjt_split_tool_draw_points;
  draft_class->get_step = bjt_split_tool_get_step;
}

static void
bjt_split_tool_init (BjtSplitTool *self)
{
}

BjtPlanTool *
bjt_split_tool_new (BjtDraftBoard *board)
{
  return g_object_new (BJT_TYPE_SPLIT_TOOL, "board", board, NULL);
}
