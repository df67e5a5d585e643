/* bjt-array-popover.h: asks how often, and how far apart, something is repeated.
 */
#pragma once

#include <gtk/gtk.h>

#include "geo/bjt-geometry.h"

G_BEGIN_DECLS

#define BJT_TYPE_ARRAY_POPOVER (bjt_array_popover_get_type ())
G_DECLARE_FINAL_TYPE (BjtArrayPopover, bjt_array_popover, BJT, ARRAY_POPOVER, GtkPopover)

/* Signals: "applied" (guint columns, guint rows, double dx, double dy, gboolean next_stacks) */

GtkWidget *bjt_array_popover_new (void);
void       bjt_array_popover_set_step (BjtArrayPopover *self, BjtPoint step, gboolean has_doors); /* metres: as large as what is repeated */

G_END_DECLS
