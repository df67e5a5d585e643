/* bjt-grid-row.h: one grid in the list of those that are edited.
 */
#pragma once

#include <gtk/gtk.h>

#include "model/bjt-grid-draft.h"

G_BEGIN_DECLS

#define BJT_TYPE_GRID_ROW (bjt_grid_row_get_type ())
G_DECLARE_FINAL_TYPE (BjtGridRow, bjt_grid_row, BJT, GRID_ROW, GtkListBoxRow)

GtkWidget *bjt_grid_row_new (guint32 face);
guint32    bjt_grid_row_get_face (BjtGridRow *self);
void       bjt_grid_row_update (BjtGridRow *self, const BjtGridDraft *draft); /* hidden when there is no such grid */

G_END_DECLS
