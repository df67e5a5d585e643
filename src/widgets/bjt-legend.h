/* bjt-legend.h: what the colours of the map mean, and how many doors each stands
 * for; folds up to its title. Property "expanded".
 */
#pragma once

#include "bjt-whole-row.h"
#include "carto/bjt-building-tally.h"

G_BEGIN_DECLS

#define BJT_TYPE_LEGEND (bjt_legend_get_type ())
G_DECLARE_FINAL_TYPE (BjtLegend, bjt_legend, BJT, LEGEND, GtkWidget)

GtkWidget *bjt_legend_new (void);
void       bjt_legend_show_doors (BjtLegend *self, BjtPicture *picture, BjtDoorStyle style, const BjtCategoryOrder *order, const BjtTally *total);
void       bjt_legend_show_dropped (BjtLegend *self, guint n); /* labels that found no place on the map */

/* Classes and marks in one line, for the foot of the matrix. */
void bjt_legend_fill_row (BjtWholeRow *row);

G_END_DECLS
