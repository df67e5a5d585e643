/* bjt-rectangle-tool.h: draws upright rectangles: door outlines, rooms, stairs,
 * elevators. By two clicks, by one drag, or by typing 6×4.
 */
#pragma once

#include "bjt-draft-tool.h"

G_BEGIN_DECLS

#define BJT_TYPE_RECTANGLE_TOOL (bjt_rectangle_tool_get_type ())
G_DECLARE_FINAL_TYPE (BjtRectangleTool, bjt_rectangle_tool, BJT, RECTANGLE_TOOL, BjtDraftTool)

BjtPlanTool *bjt_rectangle_tool_new (BjtDraftBoard *board, BjtElementKind kind);

G_END_DECLS
