/* bjt-polygon-tool.c: Enter, a double click or a click on the first corner closes
 * it. Main thread only. */
#include "bjt-polygon-tool.h"

#include <glib/gi18n-lib.h>

struct _BjtPolygonTool
{
  BjtDraftTool parent_instance;
};

G_DEFINE_FINAL_TYPE (BjtPolygonTool, bjt_polygon_tool, BJT_TYPE_DRAFT_TOOL)

static gboolean
bjt_polygon_tool_finish (BjtDraftTool   *tool,
                         const BjtPoint *points,
                         guint           n_points)
{
  return bjt_draft_tool_add (tool, bjt_draft_tool_get_kind (tool), bjt_geometry_new_polygon (points, n_points), NULL);
}

static const char *
bjt_polygon_tool_get_step (BjtDraftTool *tool,
                           guint         n_points)
{
  if (n_points == 0)
    return _("Click the first corner");
  if (n_points < 3)
    return _("Click the next corner, or type its distance and Enter");
  return _("Click the next corner; Enter, a double click or the first corner closes");
}

static char *
bjt_polygon_tool_dup_finding (BjtDraftTool *tool)
{
  return bjt_draft_board_dup_subject (bjt_draft_tool_get_board (tool), bjt_draft_tool_get_kind (tool));
}

static void
bjt_polygon_tool_class_init (BjtPolygonToolClass *klass)
{
  BjtDraftToolClass *draft_class = BJT_DRAFT_TOOL_CLASS (klass);

  draft_class->n_least = 3;
  draft_class->is_ring = TRUE;
  draft_class->finish = bjt_polygon_tool_finish;
  draft_class->get_step = bjt_polygon_tool_get_step;
  draft_class->dup_finding = bjt_polygon_tool_dup_finding;
}

static void
bjt_polygon_tool_init (BjtPolygonTool *self)
{
}

BjtPlanTool *
bjt_polygon_tool_new (BjtDraftBoard  *board,
                      BjtElementKind  kind)
{
  BjtPolygonTool *self = g_object_new (BJT_TYPE_POLYGON_TOOL, "board", board, NULL);

  bjt_draft_tool_set_kind (BJT_DRAFT_TOOL (self), kind);
  return BJT_PLAN_TOOL (self);
}
