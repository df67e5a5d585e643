/* bjt-widgets.h: what all widgets of this folder share.
 */
#pragma once

#include <gtk/gtk.h>

#include "paint/bjt-glyph-painter.h"

G_BEGIN_DECLS

#define BJT_WIDGETS_RESOURCES "/cn/baijiatu/Baijiatu/widgets/"

/* Loads the style of these widgets; call once a display, before a window is shown. */
void bjt_widgets_load_style (GdkDisplay *display);

/* The colours that mean something, in the theme that is on. */
const BjtPalette *bjt_widgets_get_palette (GtkWidget *widget);

/* A painter for small marks on this widget's display, in the theme that is on. */
BjtGlyphPainter bjt_widgets_get_glyph_painter (GtkWidget *widget);

void bjt_widgets_toggle_css_class (GtkWidget *widget, const char *name, gboolean is_on);

G_END_DECLS
