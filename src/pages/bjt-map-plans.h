/* bjt-map-plans.h: brings the map the drawings that lie under the plans it shows.
 */
#pragma once

#include "bjt-page.h"
#include "map/bjt-map-view.h"

G_BEGIN_DECLS

void bjt_map_plans_attach (BjtPage *page, BjtMapView *view); /* once; ends with the view */

G_END_DECLS
