/* bjt-measure-tool.h: distances along a line, or the area inside it, on the
 * ellipsoid.
 *
 * A click adds a point (a drag pans the map), Backspace takes one back, a
 * double click or Enter ends, Ctrl+C copies the result, the next click begins
 * anew.
 */
#pragma once

#include "bjt-map-tool.h"

G_BEGIN_DECLS

#define BJT_TYPE_MEASURE_TOOL (bjt_measure_tool_get_type ())
G_DECLARE_FINAL_TYPE (BjtMeasureTool, bjt_measure_tool, BJT, MEASURE_TOOL, BjtMapTool)

BjtMapTool *bjt_measure_tool_new (gboolean is_area);
void        bjt_measure_tool_add_point (BjtMeasureTool *self, BjtPoint mercator);
gboolean    bjt_measure_tool_is_area (BjtMeasureTool *self);
char       *bjt_measure_tool_dup_result (BjtMeasureTool *self); /* NULL: too few points */

G_END_DECLS
