/* bjt-text-popover.h: asks for the words that are put on a plan.
 */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define BJT_TYPE_TEXT_POPOVER (bjt_text_popover_get_type ())
G_DECLARE_FINAL_TYPE (BjtTextPopover, bjt_text_popover, BJT, TEXT_POPOVER, GtkPopover)

/* Signals: "written" (const char *text) */

GtkWidget *bjt_text_popover_new (void);
void       bjt_text_popover_begin (BjtTextPopover *self); /* empty, with the keys */

G_END_DECLS
