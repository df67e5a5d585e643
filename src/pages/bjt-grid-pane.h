/* bjt-grid-pane.h: beside the map while grids are edited: what each grid holds,
 * what is wrong, and what is typed rather than drawn.
 */
#pragma once

#include "bjt-page.h"
#include "map/bjt-map-view.h"

G_BEGIN_DECLS

#define BJT_TYPE_GRID_PANE (bjt_grid_pane_get_type ())
G_DECLARE_FINAL_TYPE (BjtGridPane, bjt_grid_pane, BJT, GRID_PANE, BjtPage)

GtkWidget *bjt_grid_pane_new (BjtPage *beside, BjtMapView *map_view); /* hidden until it is opened */
void       bjt_grid_pane_open (BjtGridPane *self);
void       bjt_grid_pane_close (BjtGridPane *self);

G_END_DECLS
