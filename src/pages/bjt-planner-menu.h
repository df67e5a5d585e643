/* bjt-planner-menu.h: what can be done with a stop on a route. Activates planner.move,
 * planner.pin, planner.unpin, planner.lock-until, planner.leave-out.
 */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

GMenuModel *bjt_planner_menu_new (gboolean has_rows); /* there is another row to go to */

G_END_DECLS
