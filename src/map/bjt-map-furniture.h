/* bjt-map-furniture.h: zoom buttons, scale bar, the note and the hint at the
 * edges of the map. Other overlays may use the CSS class "map-box" too.
 */
#pragma once

#include <shumate/shumate.h>

G_BEGIN_DECLS

typedef struct
{
  GtkWidget *note; /* label: whose map it is; hidden */
  GtkWidget *hint; /* label: what to do with the tool at work; hidden */
} BjtMapFurniture;

BjtMapFurniture bjt_map_furniture_add (GtkOverlay *overlay, ShumateViewport *viewport);

G_END_DECLS
