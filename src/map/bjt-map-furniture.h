/* bjt-map-furniture.h: what stands at the edges of the map: zoom buttons and
 * tools, scale bar and coordinates, the note, the hint. Other overlays may use
 * the CSS class "map-box" too.
 */
#pragma once

#include "bjt-map-readout.h"

#include <shumate/shumate.h>

G_BEGIN_DECLS

typedef struct
{
  GtkWidget     *column; /* box at the right: more buttons go here */
  GtkWidget     *tools;        /* box in the column */
  GtkWidget     *folded_tools; /* in its place where the map is low */
  GMenu         *tool_menu;    /* what they open */
  GtkWidget     *foot;   /* box at the foot, above the hint */
  BjtMapReadout *readout;
  GtkWidget     *note; /* label: whose map it is; hidden */
  GtkWidget     *hint; /* label: what to do with the tool at work; hidden */
} BjtMapFurniture;

GtkWidget      *bjt_map_furniture_new_tool_button (const char *icon, const char *name, const char *tool); /* calls map.tool */
void            bjt_map_furniture_add_tool (BjtMapFurniture *self, const char *icon, const char *name, const char *action);
void            bjt_map_furniture_show_tool (BjtMapFurniture *self, const char *tool);
BjtMapFurniture bjt_map_furniture_add (GtkOverlay *overlay, ShumateViewport *viewport);

G_END_DECLS
