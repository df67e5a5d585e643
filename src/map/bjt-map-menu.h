/* bjt-map-menu.h: what can be done at a place of the map.
 */
#pragma once

#include "geo/bjt-geometry.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* Uses the actions map.copy-text (s) and map.measure-from (dd) of the parent. */
void bjt_map_menu_open (GtkWidget *parent, double x, double y, BjtPoint lon_lat, const char *address);

G_END_DECLS
