/* bjt-map-tools.h: the tools that the map has of its own, by name.
 */
#pragma once

#include "bjt-map-tool.h"
#include "bjt-selector.h"

G_BEGIN_DECLS

/* choose, lasso, measure, measure-area; "other" for a tool from elsewhere */
BjtMapTool *bjt_map_tools_new (const char *name, BjtSelector *selector); /* NULL: choosing, also for what is unknown */
const char *bjt_map_tools_get_name (BjtMapTool *tool);                   /* of NULL: choose */

G_END_DECLS
