/* bjt-split-tool.h: cuts outlines in two along a line that is drawn.
 */
#pragma once

#include "bjt-draft-tool.h"

G_BEGIN_DECLS

#define BJT_TYPE_SPLIT_TOOL (bjt_split_tool_get_type ())
G_DECLARE_FINAL_TYPE (BjtSplitTool, bjt_split_tool, BJT, SPLIT_TOOL, BjtDraftTool)

BjtPlanTool *bjt_split_tool_new (BjtDraftBoard *board);

G_END_DECLS
