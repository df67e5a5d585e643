/* bjt-widget-test.h: a widget in a shown window, and its picture on disk.
 */
#pragma once

#include <adwaita.h>

#include "bjt-widget-sample.h"

G_BEGIN_DECLS

void       bjt_widget_test_init (int *argc, char ***argv);
GtkWindow *bjt_widget_test_show (GtkWidget *widget, int width, int height);
void       bjt_widget_test_settle (void);

/* Paints the window; keeps the picture as NAME.png in $BJT_TEST_PICTURES when
 * that is set. */
void       bjt_widget_test_paint (GtkWindow *window, const char *name);

/* The first descendant that is a label with this text, shown or not. */
gboolean   bjt_widget_test_has_text (GtkWidget *root, const char *text);

/* Closes the window; the widget has to be gone with it. */
void       bjt_widget_test_close (GtkWindow *window, GtkWidget *widget);

G_END_DECLS
