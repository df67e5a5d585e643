/* bjt-annotate-tool.h: where on the plan it is that something is noted: a point,
 * a line, an area.
 */
#pragma once

#include "bjt-plan-tool.h"

G_BEGIN_DECLS

#define BJT_TYPE_ANNOTATE_TOOL (bjt_annotate_tool_get_type ())
G_DECLARE_FINAL_TYPE (BjtAnnotateTool, bjt_annotate_tool, BJT, ANNOTATE_TOOL, BjtPlanTool)

/* Clicks set the corners; a double click or Enter ends, Backspace takes the last
 * one back, Esc drops all. Keys P, L, A: point, line, area.
 * Signal "drawn" (const BjtGeometry *shape): metres of the plan; nothing is saved */

BjtPlanTool    *bjt_annotate_tool_new (BjtGeometryKind kind); /* POINT, LINE, POLYGON */
BjtGeometryKind bjt_annotate_tool_get_kind (BjtAnnotateTool *self);

G_END_DECLS
