/* bjt-text-tool.h: puts words on a plan, such as the name of a corridor.
 */
#pragma once

#include "bjt-draft-tool.h"

G_BEGIN_DECLS

#define BJT_TYPE_TEXT_TOOL (bjt_text_tool_get_type ())
G_DECLARE_FINAL_TYPE (BjtTextTool, bjt_text_tool, BJT, TEXT_TOOL, BjtDraftTool)

/* Signals: "wants-text" (double x, double y): px; answer with write, or drop */

BjtPlanTool *bjt_text_tool_new (BjtDraftBoard *board);
gboolean     bjt_text_tool_write (BjtTextTool *self, const char *text); /* where it was asked for; FALSE: not saved */

G_END_DECLS
