/* bjt-door-menu.h: the menus of work on doors: what the actions "doors.*" do.
 */
#pragma once

#include <gio/gio.h>

#include "model/bjt-picture.h"

G_BEGIN_DECLS

/* All (transfer full) */
GMenuModel *bjt_door_menu_new_outcomes (const char *action);         /* action (int outcome) */
GMenuModel *bjt_door_menu_new_marks (const BjtPicture *picture);     /* categories to tick, classes */
GMenuModel *bjt_door_menu_new_doors (void);                          /* riser, merge, split, kind, cordon */
GMenuModel *bjt_door_menu_new_selecting (void);                      /* matrix.select-part: level, column, entrance, building */
GMenuModel *bjt_door_menu_new_layout (void);                         /* rename, merge, kind, remove; levels, entrances, direction */

G_END_DECLS
