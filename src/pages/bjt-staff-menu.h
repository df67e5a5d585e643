/* bjt-staff-menu.h: who is at work: the name on visits and in the journal.
 */
#pragma once

#include "bjt-page.h"

G_BEGIN_DECLS

#define BJT_TYPE_STAFF_MENU (bjt_staff_menu_get_type ())
G_DECLARE_FINAL_TYPE (BjtStaffMenu, bjt_staff_menu, BJT, STAFF_MENU, BjtPage)

/* Property "staff" (string): the key of the one at work, "" for nobody in
 * particular; remembered by whoever binds it. */
GtkWidget *bjt_staff_menu_new (BjtWorkspace *workspace, BjtFocus *focus);

G_END_DECLS
