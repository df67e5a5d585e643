/* bjt-door-clusters.h: the doors that pass the filter, joined by nearness.
 *
 * All doors of a building count at its middle, so the least cluster is a
 * building; doors without a footprint count at the place of their entrance.
 * Fixed for a picture and a filter; read by any thread.
 */
#pragma once

#include "bjt-building-tally.h"
#include "geo/bjt-cluster-index.h"

G_BEGIN_DECLS

#define BJT_CLUSTER_MAX_ZOOM 16 /* of 256 px tiles: from there on buildings stand alone */

typedef struct _BjtDoorClusters BjtDoorClusters;

BjtDoorClusters *bjt_door_clusters_new (const BjtPicture *picture, const BjtTally *tallies); /* both live longer */
void             bjt_door_clusters_free (BjtDoorClusters *self);
void             bjt_door_clusters_list (const BjtDoorClusters *self, double zoom, const BjtBox *box, GArray *clusters); /* BjtCluster */
void             bjt_door_clusters_sum (const BjtDoorClusters *self, guint32 id, BjtTally *tally);
BjtBox           bjt_door_clusters_get_extent (const BjtDoorClusters *self, guint32 id); /* Mercator, around its buildings */
guint32          bjt_door_clusters_get_building (const BjtDoorClusters *self, guint32 id); /* BJT_NO_INDEX: several */

BjtPoint bjt_door_clusters_get_spot (const BjtPicture *picture, guint32 building); /* where the doors of a building without footprint stand; NAN: nowhere */

G_DEFINE_AUTOPTR_CLEANUP_FUNC (BjtDoorClusters, bjt_door_clusters_free)

G_END_DECLS
