/* bjt-map-fold.h: shows its wide child where there is room for it, else its
 * narrow one.
 */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define BJT_TYPE_MAP_FOLD (bjt_map_fold_get_type ())
G_DECLARE_FINAL_TYPE (BjtMapFold, bjt_map_fold, BJT, MAP_FOLD, GtkWidget)

GtkWidget *bjt_map_fold_new (GtkWidget *wide, GtkWidget *narrow);
gboolean   bjt_map_fold_is_folded (BjtMapFold *self); /* the narrow child is shown */

G_END_DECLS
