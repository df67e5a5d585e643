/* bjt-map-page.h: map above, the chosen building below.
 */
#pragma once

#include "bjt-base-maps.h"
#include "bjt-page.h"

G_BEGIN_DECLS

#define BJT_TYPE_MAP_PAGE (bjt_map_page_get_type ())
G_DECLARE_FINAL_TYPE (BjtMapPage, bjt_map_page, BJT, MAP_PAGE, BjtPage)

typedef enum
{
  BJT_MAP_PAGE_BOTH,
  BJT_MAP_PAGE_MAP,
  BJT_MAP_PAGE_MATRIX,
} BjtMapPagePane;

void           bjt_map_page_bind_settings (BjtMapPage *self, GSettings *settings); /* what is remembered of the map */
void           bjt_map_page_go_to (BjtMapPage *self, BjtPoint lon_lat);

void           bjt_map_page_toggle_grids (BjtMapPage *self); /* opens or closes the editing of grids */
void           bjt_map_page_place_plan (BjtMapPage *self);   /* of the chosen building */
int            bjt_map_page_get_level (BjtMapPage *self);    /* of the plan pane */
void           bjt_map_page_show_view (BjtMapPage *self, const char *view); /* of the lower pane: matrix, plan, roster */

/* Gives the pane the whole height, or shares it again. */
void           bjt_map_page_toggle_pane (BjtMapPage *self, BjtMapPagePane pane);
BjtMapPagePane bjt_map_page_get_pane (BjtMapPage *self);
BjtBaseMaps   *bjt_map_page_get_base_maps (BjtMapPage *self);

G_END_DECLS
