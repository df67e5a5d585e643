/* bjt-map-readout.h: the coordinates under the pointer, in the style of choice.
 */
#pragma once

#include "geo/bjt-coordinates.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define BJT_TYPE_MAP_READOUT (bjt_map_readout_get_type ())
G_DECLARE_FINAL_TYPE (BjtMapReadout, bjt_map_readout, BJT, MAP_READOUT, GtkWidget)

GtkWidget         *bjt_map_readout_new (void);
void               bjt_map_readout_set_place (BjtMapReadout *self, BjtPoint lon_lat);
void               bjt_map_readout_set_style (BjtMapReadout *self, BjtCoordinateStyle style);
BjtCoordinateStyle bjt_map_readout_get_style (BjtMapReadout *self);

G_END_DECLS
