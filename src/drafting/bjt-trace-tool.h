/* bjt-trace-tool.h: takes outlines over from the drawing under the plan, one
 * door after the other, a click each.
 */
#pragma once

#include "bjt-draft-tool.h"

G_BEGIN_DECLS

#define BJT_TYPE_TRACE_TOOL (bjt_trace_tool_get_type ())
G_DECLARE_FINAL_TYPE (BjtTraceTool, bjt_trace_tool, BJT, TRACE_TOOL, BjtDraftTool)

BjtPlanTool *bjt_trace_tool_new (BjtDraftBoard *board);

G_END_DECLS
