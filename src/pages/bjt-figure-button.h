/* bjt-figure-button.h: one indicator with its number: press it to see what is
 * behind.
 */
#pragma once

#include <gtk/gtk.h>

#include "rules/bjt-work-indicator.h"

G_BEGIN_DECLS

#define BJT_TYPE_FIGURE_BUTTON (bjt_figure_button_get_type ())
G_DECLARE_FINAL_TYPE (BjtFigureButton, bjt_figure_button, BJT, FIGURE_BUTTON, GtkToggleButton)

/* Its action is figures.indicator. */
GtkWidget *bjt_figure_button_new (const BjtWorkIndicator *indicator, gboolean is_meter);
void       bjt_figure_button_show (BjtFigureButton *self, const BjtWorkTable *table); /* NULL: being counted */

G_END_DECLS
