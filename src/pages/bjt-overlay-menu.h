/* bjt-overlay-menu.h: the layers of one's own: shown, coloured, named, put in
 * order, removed, and added from files.
 */
#pragma once

#include "bjt-page.h"

G_BEGIN_DECLS

#define BJT_TYPE_OVERLAY_MENU (bjt_overlay_menu_get_type ())
G_DECLARE_FINAL_TYPE (BjtOverlayMenu, bjt_overlay_menu, BJT, OVERLAY_MENU, GtkPopover)

/* @page is told what fails and must outlive the menu. */
GtkWidget *bjt_overlay_menu_new (BjtPage *page);

G_END_DECLS
