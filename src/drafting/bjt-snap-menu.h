/* bjt-snap-menu.h: what points are caught by, and how wide the grid is.
 */
#pragma once

#include "bjt-draft-board.h"

G_BEGIN_DECLS

#define BJT_TYPE_SNAP_MENU (bjt_snap_menu_get_type ())
G_DECLARE_FINAL_TYPE (BjtSnapMenu, bjt_snap_menu, BJT, SNAP_MENU, GtkPopover)

GtkWidget *bjt_snap_menu_new (BjtDraftBoard *board);
void       bjt_snap_menu_step_grid (BjtDraftBoard *board); /* none, 0.1, 0.5, 1 m, and round again */

G_END_DECLS
