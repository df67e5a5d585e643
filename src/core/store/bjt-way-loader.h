/* bjt-way-loader.h: what of the base map feet are concerned with: roads, footways,
 * gates, barriers.
 */
#pragma once

#include "bjt-store.h"
#include "model/bjt-territory.h"

G_BEGIN_DECLS

GPtrArray *bjt_way_loader_load (BjtStore *store, GError **error); /* BjtMapFeature, by kind and key */

/* Another text after every change of the base map, the same one where nothing of it
 * changed. */
char *bjt_way_loader_dup_stamp (BjtStore *store, GError **error);

G_END_DECLS
