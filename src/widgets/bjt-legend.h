/* bjt-legend.h: what fills, frames and marks mean; for a popover.
 */
#pragma once

#include "bjt-whole-row.h"

G_BEGIN_DECLS

#define BJT_TYPE_LEGEND (bjt_legend_get_type ())
G_DECLARE_FINAL_TYPE (BjtLegend, bjt_legend, BJT, LEGEND, GtkWidget)

GtkWidget *bjt_legend_new (void);

/* The same in one line, for the foot of the matrix. */
void bjt_legend_fill_row (BjtWholeRow *row);

G_END_DECLS
