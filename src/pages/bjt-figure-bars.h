/* bjt-figure-bars.h: the figures of one indicator by group, each with a bar; a
 * list in the order of the groups, never a ranking.
 */
#pragma once

#include <gtk/gtk.h>

#include "rules/bjt-work-indicator.h"

G_BEGIN_DECLS

#define BJT_TYPE_FIGURE_BARS (bjt_figure_bars_get_type ())
G_DECLARE_FINAL_TYPE (BjtFigureBars, bjt_figure_bars, BJT, FIGURE_BARS, GtkWidget)

/* Signal "chosen" (uint group): BJT_NO_INDEX: none */

GtkWidget *bjt_figure_bars_new (void);
void       bjt_figure_bars_show (BjtFigureBars *self, const BjtWorkQuery *query, const BjtWorkTable *table);

G_END_DECLS
