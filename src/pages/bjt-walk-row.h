/* bjt-walk-row.h: one line of a walk sheet while it is entered: an outcome by a digit,
 * Tab to the note, Enter to the next.
 */
#pragma once

#include <gtk/gtk.h>

#include "model/bjt-picture.h"

G_BEGIN_DECLS

#define BJT_TYPE_WALK_ROW (bjt_walk_row_get_type ())
G_DECLARE_FINAL_TYPE (BjtWalkRow, bjt_walk_row, BJT, WALK_ROW, GtkWidget)

/* Signals: "changed" (void): another outcome or note; "done" (void): Enter; the row is
 * to be saved and the next one comes. */

GtkWidget  *bjt_walk_row_new (BjtPicture *picture, guint32 door, guint number, gboolean names_shown);
int         bjt_walk_row_get_outcome (BjtWalkRow *self); /* -1: not visited */
const char *bjt_walk_row_get_note (BjtWalkRow *self);
gboolean    bjt_walk_row_is_changed (BjtWalkRow *self);  /* since it was saved */
void        bjt_walk_row_set_visit (BjtWalkRow *self, const BjtVisit *visit); /* as it is saved */
BjtVisit   *bjt_walk_row_dup_visit (BjtWalkRow *self);   /* saved before: that one, changed; NULL: nothing was entered */

G_END_DECLS
