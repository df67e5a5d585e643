/* bjt-shading-menu.h: chooses what lies under the buildings: areas filled by an
 * indicator, heat, boundaries.
 */
#pragma once

#include "carto/bjt-shading.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define BJT_TYPE_SHADING_MENU (bjt_shading_menu_get_type ())
G_DECLARE_FINAL_TYPE (BjtShadingMenu, bjt_shading_menu, BJT, SHADING_MENU, GtkPopover)

/* Properties: "choice" (string): all of it, as bjt_shading_dup_text() says it
 * Signals:
 *   "changed" (void): another choice */

GtkWidget        *bjt_shading_menu_new (void);
void              bjt_shading_menu_set_picture (BjtShadingMenu *self, BjtPicture *picture); /* whose categories can be chosen; may be NULL */
const BjtShading *bjt_shading_menu_get_shading (BjtShadingMenu *self);
char             *bjt_shading_menu_dup_title (BjtShadingMenu *self); /* for a legend */

G_END_DECLS
