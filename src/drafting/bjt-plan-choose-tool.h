/* bjt-plan-choose-tool.h: the ordinary tool on a plan: chooses doors, gathers
 * them with a rectangle, walks between them by keyboard.
 */
#pragma once

#include "bjt-plan-tool.h"

#include "model/bjt-focus.h"

G_BEGIN_DECLS

#define BJT_TYPE_PLAN_CHOOSE_TOOL (bjt_plan_choose_tool_get_type ())
G_DECLARE_FINAL_TYPE (BjtPlanChooseTool, bjt_plan_choose_tool, BJT, PLAN_CHOOSE_TOOL, BjtPlanTool)

BjtPlanTool *bjt_plan_choose_tool_new (BjtFocus *focus);

G_END_DECLS
