/* bjt-shading-key.h: the legend of the shades in a corner of the map.
 */
#pragma once

#include "carto/bjt-shading.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define BJT_TYPE_SHADING_KEY (bjt_shading_key_get_type ())
G_DECLARE_FINAL_TYPE (BjtShadingKey, bjt_shading_key, BJT, SHADING_KEY, GtkWidget)

GtkWidget *bjt_shading_key_new (void);
void       bjt_shading_key_show (BjtShadingKey *self, BjtShadingPainter *shades, const char *title); /* NULL: hides it */

G_END_DECLS
