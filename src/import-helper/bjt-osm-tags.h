/* bjt-osm-tags.h: what the tags of OpenStreetMap mean to us.
 */
#pragma once

#include "import/bjt-draft.h"

G_BEGIN_DECLS

typedef struct
{
  const char *key;
  const char *value;
} BjtOsmTag;

const char *bjt_osm_tags_get (const BjtOsmTag *tags, guint n_tags, const char *key);
gboolean    bjt_osm_tags_mean_area (const BjtOsmTag *tags, guint n_tags);
gboolean    bjt_osm_tags_classify (const BjtOsmTag *tags, guint n_tags, BjtGeometryKind shape, GStringChunk *texts, BjtFeatureDraft *draft);

G_END_DECLS
