/* bjt-bar-view.h: one bar of a chart in a row of a list; the words stand beside it.
 */
#pragma once

#include <gtk/gtk.h>

#include "paint/bjt-bar-painter.h"

G_BEGIN_DECLS

#define BJT_TYPE_BAR_VIEW (bjt_bar_view_get_type ())
G_DECLARE_FINAL_TYPE (BjtBarView, bjt_bar_view, BJT, BAR_VIEW, GtkWidget)

GtkWidget *bjt_bar_view_new (void);
void       bjt_bar_view_set_bar (BjtBarView *self, const BjtBarScale *scale, const BjtBar *bar);

G_END_DECLS
