/* bjt-lasso-tool.h: selects the doors inside a line drawn by hand, or clicked
 * corner by corner.
 *
 * Closed by lifting the pointer of a drag, by Enter, a double click or a click
 * on the first corner. Backspace takes a corner back.
 */
#pragma once

#include "bjt-map-tool.h"
#include "bjt-selector.h"

G_BEGIN_DECLS

#define BJT_TYPE_LASSO_TOOL (bjt_lasso_tool_get_type ())
G_DECLARE_FINAL_TYPE (BjtLassoTool, bjt_lasso_tool, BJT, LASSO_TOOL, BjtMapTool)

BjtMapTool *bjt_lasso_tool_new (BjtSelector *selector);

G_END_DECLS
