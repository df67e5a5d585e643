/* bjt-opening-tool.h: puts doors into walls and sides of outlines: where one
 * goes in.
 */
#pragma once

#include "bjt-draft-tool.h"

G_BEGIN_DECLS

#define BJT_TYPE_OPENING_TOOL (bjt_opening_tool_get_type ())
G_DECLARE_FINAL_TYPE (BjtOpeningTool, bjt_opening_tool, BJT, OPENING_TOOL, BjtDraftTool)

BjtPlanTool *bjt_opening_tool_new (BjtDraftBoard *board);

G_END_DECLS
