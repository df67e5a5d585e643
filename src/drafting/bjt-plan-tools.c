/* bjt-plan-tools.c: one line a tool. */
#include "bjt-plan-tools.h"

#include <glib/gi18n-lib.h>

#include "bjt-opening-tool.h"
#include "bjt-polygon-tool.h"
#include "bjt-rectangle-tool.h"
#include "bjt-ruler-tool.h"
#include "bjt-select-tool.h"
#include "bjt-split-tool.h"
#include "bjt-text-tool.h"
#include "bjt-trace-tool.h"
#include "bjt-wall-tool.h"

static const BjtPlanToolKind kinds[] = {
  { "select", GDK_KEY_s, N_("Select and change"), "bjt-choose-symbolic" },
  { "trace", GDK_KEY_c, N_("Trace from the drawing below"), "bjt-trace-symbolic" },
  { "rectangle", GDK_KEY_r, N_("Rectangle"), "bjt-rectangle-symbolic" },
  { "polygon", GDK_KEY_p, N_("Outline by its corners"), "bjt-polygon-symbolic" },
  { "wall", GDK_KEY_l, N_("Wall or line"), "bjt-wall-symbolic" },
  { "opening", GDK_KEY_o, N_("Door opening"), "bjt-opening-symbolic" },
  { "stairs", GDK_KEY_f, N_("Stairs"), "bjt-stairs-symbolic" },
  { "elevator", GDK_KEY_e, N_("Elevator"), "bjt-elevator-symbolic" },
  { "text", GDK_KEY_t, N_("Text"), "bjt-text-symbolic" },
  { "split", GDK_KEY_k, N_("Split an outline"), "edit-cut-symbolic" },
  { "measure", GDK_KEY_u, N_("Measure"), "bjt-measure-symbolic" },
};

const BjtPlanToolKind *
bjt_plan_tools_list (guint *n_kinds)
{
  *n_kinds = G_N_ELEMENTS (kinds);
  return kinds;
}

const BjtPlanToolKind *
bjt_plan_tools_find (const char *name)
{
  for (guint i = 0; i < G_N_ELEMENTS (kinds); i++)
    if (g_strcmp0 (kinds[i].name, name) == 0)
      return &kinds[i];
  return NULL;
}

BjtPlanTool *
bjt_plan_tools_new (const char    *name,
                    BjtDraftBoard *board)
{
  if (g_strcmp0 (name, "select") == 0)
    return bjt_select_tool_new (board);
  if (g_strcmp0 (name, "trace") == 0)
    return bjt_trace_tool_new (board);
  if (g_strcmp0 (name, "rectangle") == 0)
    return bjt_rectangle_tool_new (board, BJT_ELEMENT_DOOR);
  if (g_strcmp0 (name, "polygon") == 0)
    return bjt_polygon_tool_new (board, BJT_ELEMENT_DOOR);
  if (g_strcmp0 (name, "wall") == 0)
    return bjt_wall_tool_new (board, BJT_ELEMENT_WALL);
  if (g_strcmp0 (name, "opening") == 0)
    return bjt_opening_tool_new (board);
  if (g_strcmp0 (name, "stairs") == 0)
    return bjt_rectangle_tool_new (board, BJT_ELEMENT_STAIRS);
  if (g_strcmp0 (name, "elevator") == 0)
    return bjt_rectangle_tool_new (board, BJT_ELEMENT_ELEVATOR);
  if (g_strcmp0 (name, "text") == 0)
    return bjt_text_tool_new (board);
  if (g_strcmp0 (name, "split") == 0)
    return bjt_split_tool_new (board);
  return g_strcmp0 (name, "measure") == 0 ? bjt_ruler_tool_new (board) : NULL;
}
