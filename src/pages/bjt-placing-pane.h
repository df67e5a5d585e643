/* bjt-placing-pane.h: beside the map while a plan is placed: its pairs, how well
 * they agree, what else lays it.
 */
#pragma once

#include "bjt-page.h"
#include "map/bjt-map-view.h"

G_BEGIN_DECLS

#define BJT_TYPE_PLACING_PANE (bjt_placing_pane_get_type ())
G_DECLARE_FINAL_TYPE (BjtPlacingPane, bjt_placing_pane, BJT, PLACING_PANE, BjtPage)

/* @below: where the plan stands meanwhile */
GtkWidget *bjt_placing_pane_new (BjtPage *beside, BjtMapView *map_view, GtkStack *below); /* hidden until it is opened */
void       bjt_placing_pane_open (BjtPlacingPane *self, guint32 building);               /* its plans; tells when there is none */
void       bjt_placing_pane_close (BjtPlacingPane *self);

G_END_DECLS
