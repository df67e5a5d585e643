/* bjt-planner-legend.h: what the bars between the visits mean.
 */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

GtkWidget *bjt_planner_legend_new (void);

G_END_DECLS
