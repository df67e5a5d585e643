/* bjt-tool-layer.h: the topmost layer: what the tool at work draws.
 */
#pragma once

#include "bjt-map-tool.h"

#include <shumate/shumate.h>

G_BEGIN_DECLS

#define BJT_TYPE_TOOL_LAYER (bjt_tool_layer_get_type ())
G_DECLARE_FINAL_TYPE (BjtToolLayer, bjt_tool_layer, BJT, TOOL_LAYER, ShumateLayer)

BjtToolLayer *bjt_tool_layer_new (ShumateViewport *viewport);
void          bjt_tool_layer_set_tool (BjtToolLayer *self, BjtMapTool *tool); /* NULL: nothing is drawn */

G_END_DECLS
