/* bjt-map-storey.h: which level of the buildings the map shows, where plans lie
 * on it; a switch that is there when plans are in view.
 */
#pragma once

#include "bjt-map-furniture.h"
#include "bjt-map-layers.h"
#include "bjt-selector.h"

G_BEGIN_DECLS

#define BJT_TYPE_MAP_STOREY (bjt_map_storey_get_type ())
G_DECLARE_FINAL_TYPE (BjtMapStorey, bjt_map_storey, BJT, MAP_STOREY, GtkBox)

/* "changed": another level is shown. All live longer. */
BjtMapStorey *bjt_map_storey_add (GtkWidget *view, const BjtMapFurniture *furniture, const BjtMapLayers *layers, BjtSelector *selector);

void       bjt_map_storey_set_picture (BjtMapStorey *self, BjtPicture *picture); /* may be NULL */
void       bjt_map_storey_show_door (BjtMapStorey *self, guint32 door);          /* its level; BJT_NO_INDEX: as it is */
void       bjt_map_storey_step (BjtMapStorey *self, int steps);                  /* up, negative: down; 0: all levels, and back */
int        bjt_map_storey_get_level (BjtMapStorey *self);                        /* BJT_ALL_STOREYS: no plans are shown */

G_END_DECLS
