/* bjt-mark-menu.h: the everyday marks of a door, flat: one click opens it where
 * the door is drawn, one more marks.
 */
#pragma once

#include <gtk/gtk.h>

#include "model/bjt-picture.h"

G_BEGIN_DECLS

#define BJT_TYPE_MARK_MENU (bjt_mark_menu_get_type ())
G_DECLARE_FINAL_TYPE (BjtMarkMenu, bjt_mark_menu, BJT, MARK_MENU, GtkPopover)

/* Signals; it closes before:
 *   "mark-class" (int household_class): 0: by the rules
 *   "mark-category" (const char *code, const BjtUuid *person_id, gboolean ticked): person NULL: the only one, or nobody is known
 *   "annotate" (int kind): BjtAnnotationKind
 *   "more" (void): what else can be done with doors there
 * Categories of a door where several live ask whose it is first. */

GtkWidget *bjt_mark_menu_new (BjtPicture *picture, guint32 door);

/* At a place of @parent; goes when it is closed. */
void       bjt_mark_menu_popup (BjtMarkMenu *self, GtkWidget *parent, double x, double y);

G_END_DECLS
