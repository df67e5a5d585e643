/* bjt-door-history.h: whether anything is known of a door or an entrance, so
 * that it is never thrown away with it.
 */
#pragma once

#include "model/bjt-territory.h"
#include "store/bjt-store.h"

G_BEGIN_DECLS

gboolean bjt_door_history_has_door (BjtStore *store, const BjtDoor *door);         /* people, visits, services, tasks, events, issues, orders, notes, plans */
gboolean bjt_door_history_has_entrance (BjtStore *store, const BjtUuid *entrance_id); /* of its own; its doors are not asked */

G_END_DECLS
