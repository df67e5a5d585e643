/* bjt-door-list.h: picks a door of the level: those without an outline first,
 * typing finds.
 */
#pragma once

#include "bjt-draft-board.h"

G_BEGIN_DECLS

#define BJT_TYPE_DOOR_LIST (bjt_door_list_get_type ())
G_DECLARE_FINAL_TYPE (BjtDoorList, bjt_door_list, BJT, DOOR_LIST, GtkBox)

/* Signals: "picked" (guint door): NO_INDEX: nobody's */

GtkWidget *bjt_door_list_new (void);
void       bjt_door_list_fill (BjtDoorList *self, BjtDraftBoard *board, guint32 chosen, gboolean with_nobody);

G_END_DECLS
