/* bjt-module.h: readers that bring large libraries along, loaded when needed.
 */
#pragma once

#include "bjt-drawing-file.h"

G_BEGIN_DECLS

gpointer bjt_module_find (const char *file, const char *symbol, GError **error);
gboolean bjt_module_read_drawing (const char *file, const char *symbol, const BjtDrawingRequest *request, GError **error);

G_END_DECLS
