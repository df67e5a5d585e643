/* bjt-map-hand.h: hands what pointer and keyboard do on a map to one tool.
 *
 * The tool at work, or the ordinary one where none is. A press that the tool
 * takes does not pan the map; a touch is handed on once it is clear that it is
 * not the first finger of a pinch.
 *
 * Properties: "hint" (string): one line for the foot of the map, or NULL.
 * Signals:
 *   "tool-changed" (void)
 *   "menu" (double x, double y): the secondary button, where the tool has no use for it
 */
#pragma once

#include "bjt-map-tool.h"

#include <shumate/shumate.h>

G_BEGIN_DECLS

#define BJT_TYPE_MAP_HAND (bjt_map_hand_get_type ())
G_DECLARE_FINAL_TYPE (BjtMapHand, bjt_map_hand, BJT, MAP_HAND, GObject)

BjtMapHand *bjt_map_hand_new (ShumateMap *map, BjtMapTool *ordinary); /* adds a layer to the map */
void        bjt_map_hand_add_keys (BjtMapHand *self, GtkWidget *widget); /* keys of the widget while it has the focus */
void        bjt_map_hand_set_tool (BjtMapHand *self, BjtMapTool *tool);  /* NULL: the ordinary one */
BjtMapTool *bjt_map_hand_get_tool (BjtMapHand *self);                    /* borrowed; NULL: the ordinary one */

G_END_DECLS
