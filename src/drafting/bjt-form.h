/* bjt-form.h: fields under each other, with their names before them, as the
 * popovers of drawing have them.
 */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

GtkWidget *bjt_form_new_grid (void);
void       bjt_form_attach (GtkWidget *grid, int row, const char *name, GtkWidget *field); /* names the field for screen readers too */
GtkWidget *bjt_form_new_number (double least, double most, double step, guint digits);      /* a spin button; Enter applies */
GtkWidget *bjt_form_new_apply (GCallback callback, gpointer object);                        /* the blue button; the callback is swapped */

G_END_DECLS
