/* bjt-storey.h: one level of the buildings on the map: where its doors are
 * drawn, in place of the cells of all levels.
 */
#pragma once

#include "model/bjt-picture.h"

G_BEGIN_DECLS

#define BJT_STOREY_ZOOM 19.0     /* of 256 px tiles: from here plans are shown */
#define BJT_ALL_STOREYS G_MININT /* no plans: the cells of all levels */

guint32            bjt_storey_find_plan (const BjtPicture *picture, guint32 building, int level, double zoom); /* placed, with outlines; NO_INDEX: none is shown */
const BjtGeometry *bjt_storey_get_outline (const BjtPicture *picture, guint32 plan, int level, guint32 door);  /* Mercator; NULL: it is not on that level */
BjtPoint           bjt_storey_get_place (const BjtPicture *picture, guint32 plan, int level, guint32 door);    /* Mercator, in the outline; NAN: the same */
guint32            bjt_storey_find_door (const BjtPicture *picture, guint32 plan, int level, BjtPoint mercator);
BjtPoint          *bjt_storey_list_places (const BjtPicture *picture, int level);                              /* (transfer full): of all doors, where plans are shown; NAN: on other levels */

G_END_DECLS
