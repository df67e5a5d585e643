/* bjt-mark-popover.h: what is known by hand: categories of a person, and a
 * class that the rules cannot see; the way to notes, photos and hazards, by the
 * action win.annotate (door, kind).
 */
#pragma once

#include <gtk/gtk.h>

#include "model/bjt-picture.h"

G_BEGIN_DECLS

#define BJT_TYPE_MARK_POPOVER (bjt_mark_popover_get_type ())
G_DECLARE_FINAL_TYPE (BjtMarkPopover, bjt_mark_popover, BJT, MARK_POPOVER, GtkPopover)

/* Signals; TRUE when it is saved:
 *   gboolean "tick-category" (BjtUuid *person_id, const char *code, gboolean ticked)
 *   gboolean "override-class" (BjtUuid *household_id, int household_class, const char *reason) */

GtkWidget *bjt_mark_popover_new (void);
void       bjt_mark_popover_set_door (BjtMarkPopover *self, BjtPicture *picture, guint32 door, gboolean names_shown);
void       bjt_mark_popover_set_class (BjtMarkPopover *self, int household_class, const char *reason); /* as if filled in and applied; 0: by the rules */

G_END_DECLS
