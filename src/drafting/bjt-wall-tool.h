/* bjt-wall-tool.h: draws walls, with their thickness, and thin lines.
 */
#pragma once

#include "bjt-draft-tool.h"

G_BEGIN_DECLS

#define BJT_TYPE_WALL_TOOL (bjt_wall_tool_get_type ())
G_DECLARE_FINAL_TYPE (BjtWallTool, bjt_wall_tool, BJT, WALL_TOOL, BjtDraftTool)

BjtPlanTool *bjt_wall_tool_new (BjtDraftBoard *board, BjtElementKind kind); /* wall or line */

G_END_DECLS
