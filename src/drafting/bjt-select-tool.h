/* bjt-select-tool.h: chooses elements of a plan and changes them: moves, turns,
 * reshapes, copies, merges, removes.
 *
 * Keys: arrows nudge · Delete · Ctrl+A · Ctrl+D · Tab · M merges · H mirrors
 * (Shift+H upside down) · A copies in rows · Enter or a double click: what it is
 * and whose · digits after a click on the turning knob: degrees.
 */
#pragma once

#include "bjt-plan-selection.h"

G_BEGIN_DECLS

#define BJT_TYPE_SELECT_TOOL (bjt_select_tool_get_type ())
G_DECLARE_FINAL_TYPE (BjtSelectTool, bjt_select_tool, BJT, SELECT_TOOL, BjtDraftTool)

/* Signals:
 *   "wants-properties" (void): of what is chosen
 *   "wants-array" (void) */

BjtPlanTool      *bjt_select_tool_new (BjtDraftBoard *board);
BjtPlanSelection *bjt_select_tool_get_selection (BjtSelectTool *self); /* borrowed */

G_END_DECLS
