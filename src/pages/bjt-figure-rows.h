/* bjt-figure-rows.h: what is behind a figure, as a list: issues, visits, homes.
 */
#pragma once

#include <gtk/gtk.h>

#include "rules/bjt-work-indicator.h"

G_BEGIN_DECLS

#define BJT_TYPE_FIGURE_ROWS (bjt_figure_rows_get_type ())
G_DECLARE_FINAL_TYPE (BjtFigureRows, bjt_figure_rows, BJT, FIGURE_ROWS, GtkWidget)

/* Signals: "chosen" (uint position), "activated" (uint position) */

GtkWidget        *bjt_figure_rows_new (void);
void              bjt_figure_rows_show (BjtFigureRows *self, const BjtWorkQuery *query, GArray *rows); /* takes @rows; keeps the ledger and the picture of @query */
const BjtWorkRow *bjt_figure_rows_get (BjtFigureRows *self, guint position); /* NULL: out of range */
guint             bjt_figure_rows_count (BjtFigureRows *self);
BjtDoorSet       *bjt_figure_rows_collect_doors (BjtFigureRows *self); /* of issues in common spaces: those of the stairwell or building */

G_END_DECLS
