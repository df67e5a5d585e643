/* bjt-roster.h: the households of the chosen building as a sortable list.
 *
 * Shows what the filter lets through. Choosing a line chooses its door in the
 * focus, and the other way round.
 */
#pragma once

#include <gtk/gtk.h>

#include "model/bjt-focus.h"

G_BEGIN_DECLS

#define BJT_TYPE_ROSTER (bjt_roster_get_type ())
G_DECLARE_FINAL_TYPE (BjtRoster, bjt_roster, BJT, ROSTER, GtkWidget)

GtkWidget *bjt_roster_new (void);
void       bjt_roster_set_focus (BjtRoster *self, BjtFocus *focus);

G_END_DECLS
