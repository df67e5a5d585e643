/* bjt-rows.h: small pieces that cards are put together from.
 */
#pragma once

#include <gtk/gtk.h>

#include "model/bjt-picture.h"

G_BEGIN_DECLS

GtkWidget *bjt_rows_create_label (const char *text, const char *css_class); /* left, wraps; css_class may be NULL */
GtkWidget *bjt_rows_create_heading (const char *text, const char *aside);   /* aside: dim, at the end; may be NULL */
GtkWidget *bjt_rows_create_frame (void);                                    /* a vertical box in a card */
GtkWidget *bjt_rows_create_cordon (const BjtPicture *picture, guint32 entrance); /* why it is closed, and doors.open */
void       bjt_rows_clear (GtkBox *box);

G_END_DECLS
