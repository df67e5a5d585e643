/* bjt-osm-rings.h: ways joined end to end into closed rings.
 */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

typedef struct
{
  const gint64 *nodes;
  guint         n_nodes;
} BjtOsmPath;

GPtrArray *bjt_osm_rings_join (const BjtOsmPath *paths, guint n_paths, guint *n_open);

G_END_DECLS
