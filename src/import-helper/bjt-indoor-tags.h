/* bjt-indoor-tags.h: OpenStreetMap's tags of rooms and doors.
 */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

typedef const char *(*BjtIndoorTagFunc) (gpointer feature, const char *key);

const char *bjt_indoor_tags_find_kind (BjtIndoorTagFunc get, gpointer feature);
const char *bjt_indoor_tags_find_label (BjtIndoorTagFunc get, gpointer feature);

G_END_DECLS
