/* bjt-json-file.h: JSON from outside, bounded in size and depth.
 */
#pragma once

#include <json-glib/json-glib.h>

#include "geo/bjt-geometry.h"

G_BEGIN_DECLS

JsonObject  *bjt_json_parse (const char *data, gsize size, GError **error);
JsonArray   *bjt_json_get_array (JsonObject *object, const char *member);
JsonObject  *bjt_json_get_object (JsonObject *object, const char *member);
const char  *bjt_json_get_text (JsonObject *object, const char *member);
char        *bjt_json_dup_words (JsonObject *object, const char *member);
JsonObject  *bjt_json_get_item (JsonArray *array, guint index);
BjtGeometry *bjt_json_read_geometry (JsonObject *geometry);

G_END_DECLS
