/* bjt-selection-bar.h: how much is selected, and what can be done with it.
 *
 * Hidden while nothing is selected.
 */
#pragma once

#include <gtk/gtk.h>

#include "model/bjt-focus.h"

G_BEGIN_DECLS

#define BJT_TYPE_SELECTION_BAR (bjt_selection_bar_get_type ())
G_DECLARE_FINAL_TYPE (BjtSelectionBar, bjt_selection_bar, BJT, SELECTION_BAR, GtkWidget)

/* Signals:
 *   gboolean "record-visits" (GArray *doors, int outcome): as of BjtMatrixPane;
 *     answer TRUE when they are saved, then the selection goes away
 *   "export" (void)
 * Actions: selection.record-visits (int outcome), selection.export, selection.clear */

GtkWidget *bjt_selection_bar_new (BjtFocus *focus);

G_END_DECLS
