/* bjt-map-tools.c: one line a tool. */
#include "bjt-map-tools.h"

#include "bjt-lasso-tool.h"
#include "bjt-measure-tool.h"

BjtMapTool *
bjt_map_tools_new (const char  *name,
                   BjtSelector *selector)
{
  if (g_strcmp0 (name, "lasso") == 0)
    return bjt_lasso_tool_new (selector);
  if (g_strcmp0 (name, "measure") == 0)
    return bjt_measure_tool_new (FALSE);
  if (g_strcmp0 (name, "measure-area") == 0)
    return bjt_measure_tool_new (TRUE);
  return NULL;
}

const char *
bjt_map_tools_get_name (BjtMapTool *tool)
{
  if (tool == NULL)
    return "choose";
  if (BJT_IS_LASSO_TOOL (tool))
    return "lasso";
  if (BJT_IS_MEASURE_TOOL (tool))
    return bjt_measure_tool_is_area (BJT_MEASURE_TOOL (tool)) ? "measure-area" : "measure";
  return "other";
}
