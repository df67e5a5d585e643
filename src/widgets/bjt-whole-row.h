/* bjt-whole-row.h: a row that shows its children whole or not at all: what no
 * longer fits at the end is left out instead of being cut.
 */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define BJT_TYPE_WHOLE_ROW (bjt_whole_row_get_type ())
G_DECLARE_FINAL_TYPE (BjtWholeRow, bjt_whole_row, BJT, WHOLE_ROW, GtkWidget)

void bjt_whole_row_append (BjtWholeRow *self, GtkWidget *child);

G_END_DECLS
