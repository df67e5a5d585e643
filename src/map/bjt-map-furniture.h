/* bjt-map-furniture.h: zoom buttons, scale bar and the note at the edges of the
 * map. Other overlays may use the CSS class "map-box" too.
 */
#pragma once

#include <shumate/shumate.h>

G_BEGIN_DECLS

GtkWidget *bjt_map_furniture_add (GtkOverlay *overlay, ShumateViewport *viewport);

G_END_DECLS
