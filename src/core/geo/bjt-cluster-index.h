/* bjt-cluster-index.h: points joined into clusters, fixed for every zoom.
 *
 * Knows places and weights, nothing of what stands there. Immutable once made
 * and shared by reference between threads: build it on a worker, swap it in.
 */
#pragma once

#include "bjt-geometry.h"

G_BEGIN_DECLS

#define BJT_NO_CLUSTER G_MAXUINT32

typedef struct
{
  guint  min_zoom;   /* the last one that joins; further out shows the same */
  guint  max_zoom;   /* the first one that joins; further in every point stands alone */
  double radius;     /* px around a seed */
  double extent;     /* px of a tile that the radius is given in */
  guint  min_points; /* fewer are left alone; at least 2 */
} BjtClusterOptions;

#define BJT_CLUSTER_OPTIONS_DEFAULT ((BjtClusterOptions) { 10, 21, 40, 512, 2 })

typedef struct
{
  BjtPoint centre;   /* Mercator; of its points by weight */
  guint32  id;       /* the same at every zoom it is shown at */
  guint32  n_points; /* 1: a point that stands alone */
  guint32  weight;   /* of its points together */
} BjtCluster;

typedef struct _BjtClusterIndex BjtClusterIndex;

BjtClusterIndex *bjt_cluster_index_new (const BjtPoint *points, const guint32 *weights, guint32 n_points, const BjtClusterOptions *options);
BjtClusterIndex *bjt_cluster_index_ref (BjtClusterIndex *self);
void             bjt_cluster_index_unref (BjtClusterIndex *self);
guint32          bjt_cluster_index_get_n_points (const BjtClusterIndex *self); /* without those that are nowhere */
gsize            bjt_cluster_index_get_size (const BjtClusterIndex *self);     /* bytes */
void             bjt_cluster_index_get_clusters (const BjtClusterIndex *self, guint zoom, const BjtBox *box, GArray *clusters);
void             bjt_cluster_index_get_cluster (const BjtClusterIndex *self, guint32 id, BjtCluster *cluster);
void             bjt_cluster_index_get_children (const BjtClusterIndex *self, guint32 id, GArray *clusters);
const guint32   *bjt_cluster_index_get_leaves (const BjtClusterIndex *self, guint32 id, guint32 *n_leaves);
guint            bjt_cluster_index_get_expansion_zoom (const BjtClusterIndex *self, guint32 id);
guint32          bjt_cluster_index_find (const BjtClusterIndex *self, guint zoom, guint32 point);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (BjtClusterIndex, bjt_cluster_index_unref)

G_END_DECLS
