/* bjt-note-list.h: what is noted at a door and in the shared space of its level;
 * open first, settled ones folded away.
 */
#pragma once

#include <gtk/gtk.h>

#include "model/bjt-picture.h"

G_BEGIN_DECLS

#define BJT_TYPE_NOTE_LIST (bjt_note_list_get_type ())
G_DECLARE_FINAL_TYPE (BjtNoteList, bjt_note_list, BJT, NOTE_LIST, GtkWidget)

/* Signal "act" (const BjtUuid *annotation_id, const char *what, GtkWidget *where):
 *   settle, reopen, report, remove, photo */

GtkWidget *bjt_note_list_new (void);
void       bjt_note_list_show_door (BjtNoteList *self, BjtPicture *picture, guint32 door);

G_END_DECLS
