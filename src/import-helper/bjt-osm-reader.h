/* bjt-osm-reader.h: OpenStreetMap XML.
 */
#pragma once

#include "bjt-output.h"

G_BEGIN_DECLS

gboolean bjt_osm_read (const char *path, BjtOutput *output, GError **error);

G_END_DECLS
