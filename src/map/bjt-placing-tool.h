/* bjt-placing-tool.h: the map's half of placing a plan: its ghost, the ends of
 * the pairs, a drag that moves it or lays its lower side along a building.
 */
#pragma once

#include "bjt-map-tool.h"
#include "model/bjt-picture.h"
#include "plan/bjt-placing.h"

G_BEGIN_DECLS

#define BJT_TYPE_PLACING_TOOL (bjt_placing_tool_get_type ())
G_DECLARE_FINAL_TYPE (BjtPlacingTool, bjt_placing_tool, BJT, PLACING_TOOL, BjtMapTool)

BjtMapTool *bjt_placing_tool_new (BjtPlacing *placing, BjtPicture *picture);
void        bjt_placing_tool_set_ghost (BjtPlacingTool *self, cairo_surface_t *ghost); /* the plan's outline, north up; a reference is taken; may be NULL */
void        bjt_placing_tool_set_lay_along (BjtPlacingTool *self, gboolean lay_along); /* the next drag does, once */

G_END_DECLS
