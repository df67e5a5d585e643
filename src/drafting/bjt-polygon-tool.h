/* bjt-polygon-tool.h: draws outlines of doors and rooms corner by corner.
 */
#pragma once

#include "bjt-draft-tool.h"

G_BEGIN_DECLS

#define BJT_TYPE_POLYGON_TOOL (bjt_polygon_tool_get_type ())
G_DECLARE_FINAL_TYPE (BjtPolygonTool, bjt_polygon_tool, BJT, POLYGON_TOOL, BjtDraftTool)

BjtPlanTool *bjt_polygon_tool_new (BjtDraftBoard *board, BjtElementKind kind);

G_END_DECLS
