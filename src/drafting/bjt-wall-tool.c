/* bjt-wall-tool.c: shown as thick as it will be. Main thread only. */
#include "bjt-wall-tool.h"

#include <glib/gi18n-lib.h>

#include "bjt-draft-pen.h"

struct _BjtWallTool
{
  BjtDraftTool parent_instance;
};

G_DEFINE_FINAL_TYPE (BjtWallTool, bjt_wall_tool, BJT_TYPE_DRAFT_TOOL)

static gboolean
bjt_wall_tool_finish (BjtDraftTool   *tool,
                      const BjtPoint *points,
                      guint           n_points)
{
  return bjt_draft_tool_add (tool, bjt_draft_tool_get_kind (tool), bjt_geometry_new_line (points, n_points), NULL);
}

static void
bjt_wall_tool_draw_points (BjtDraftTool       *tool,
                           cairo_t            *cr,
                           const BjtPlanFrame *frame,
                           const BjtPoint     *points,
                           guint               n_points,
                           gboolean            has_pointer)
{
  double thickness = bjt_draft_board_get_number (bjt_draft_tool_get_board (tool), "thickness");

  if (bjt_draft_tool_get_kind (tool) == BJT_ELEMENT_WALL)
    {
      bjt_draft_pen_add_path (cr, frame, points, n_points);
      bjt_draft_pen_draw_band (cr, thickness * frame->scale);
    }
  BJT_DRAFT_TOOL_CLASS (bjt_wall_tool_parent_class)->draw_points (tool, cr, frame, points, n_points, has_pointer);
}

static const char *
bjt_wall_tool_get_step (BjtDraftTool *tool,
                        guint         n_points)
{
  if (n_points == 0)
    return _("Click where it begins");
  if (n_points == 1)
    return _("Click the next point, or type its distance and Enter");
  return _("Click the next point; Enter or a double click ends");
}

static char *
bjt_wall_tool_dup_finding (BjtDraftTool *tool)
{
  return bjt_draft_board_dup_subject (bjt_draft_tool_get_board (tool), bjt_draft_tool_get_kind (tool));
}

static void
bjt_wall_tool_class_init (BjtWallToolClass *klass)
{
  BjtDraftToolClass *draft_class = BJT_DRAFT_TOOL_CLASS (klass);

  draft_class->n_least = 2;
  draft_class->finish = bjt_wall_tool_finish;
  draft_class->draw_points = bjt_wall_tool_draw_points;
  draft_class->get_step = bjt_wall_tool_get_step;
  draft_class->dup_finding = bjt_wall_tool_dup_finding;
}

static void
bjt_wall_tool_init (BjtWallTool *self)
{
}

BjtPlanTool *
bjt_wall_tool_new (BjtDraftBoard  *board,
                   BjtElementKind  kind)
{
  BjtWallTool *self = g_object_new (BJT_TYPE_WALL_TOOL, "board", board, NULL);

  bjt_draft_tool_set_kind (BJT_DRAFT_TOOL (self), kind);
  return BJT_PLAN_TOOL (self);
}
