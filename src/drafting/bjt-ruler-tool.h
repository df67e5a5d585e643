/* bjt-ruler-tool.h: measures distances along a line, and the area it encloses.
 */
#pragma once

#include "bjt-draft-tool.h"

G_BEGIN_DECLS

#define BJT_TYPE_RULER_TOOL (bjt_ruler_tool_get_type ())
G_DECLARE_FINAL_TYPE (BjtRulerTool, bjt_ruler_tool, BJT, RULER_TOOL, BjtDraftTool)

BjtPlanTool *bjt_ruler_tool_new (BjtDraftBoard *board);

G_END_DECLS
