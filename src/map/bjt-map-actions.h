/* bjt-map-actions.h: the actions of the map view and their keys.
 */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

void bjt_map_actions_install (GtkWidgetClass *widget_class);

G_END_DECLS
