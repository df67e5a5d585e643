/* bjt-choose-tool.h: the pointer when nothing else is at work: a click chooses
 * a building or door, a badge opens; Ctrl+click selects it, Shift+drag selects
 * a rectangle (Ctrl adds, Alt takes away), Esc clears the selection.
 *
 * Signals:
 *   "show-extent" (BjtBox *extent): a badge was clicked; show its buildings
 *   "zoom-in" (BjtPoint *place): a double click, Mercator
 */
#pragma once

#include "bjt-choice-layer.h"
#include "bjt-map-facts.h"
#include "bjt-map-tool.h"
#include "bjt-selector.h"
#include "model/bjt-focus.h"

G_BEGIN_DECLS

#define BJT_TYPE_CHOOSE_TOOL (bjt_choose_tool_get_type ())
G_DECLARE_FINAL_TYPE (BjtChooseTool, bjt_choose_tool, BJT, CHOOSE_TOOL, BjtMapTool)

BjtChooseTool *bjt_choose_tool_new (BjtMapFacts *facts, BjtChoiceLayer *layer, BjtSelector *selector);
void           bjt_choose_tool_set_focus (BjtChooseTool *self, BjtFocus *focus);
char          *bjt_choose_tool_dup_address (BjtChooseTool *self, const BjtMapFrame *view, double x, double y); /* NULL: nothing there */
char          *bjt_choose_tool_dup_tooltip (BjtChooseTool *self, const BjtMapFrame *view, double x, double y); /* NULL: nothing there */

G_END_DECLS
