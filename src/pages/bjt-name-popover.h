/* bjt-name-popover.h: one name, changed where it stands.
 */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define BJT_TYPE_NAME_POPOVER (bjt_name_popover_get_type ())
G_DECLARE_FINAL_TYPE (BjtNamePopover, bjt_name_popover, BJT, NAME_POPOVER, GtkPopover)

/* FALSE: it does not go; the error is shown under the name, which stays. */
typedef gboolean (*BjtNameFunc) (const char *name, gpointer data, GError **error);

/* Pops up at @area of @parent and goes with its closing; @data is freed then. */
GtkWidget *bjt_name_popover_ask (GtkWidget *parent, const GdkRectangle *area, const char *label, const char *name,
                                 BjtNameFunc func, gpointer data, GDestroyNotify free_data);

G_END_DECLS
