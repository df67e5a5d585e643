/* bjt-cluster-builder.h: joins points zoom by zoom; part of BjtClusterIndex. */
#pragma once

#include "bjt-cluster-index.h"

G_BEGIN_DECLS

/* A point or a cluster that nothing has taken in yet. */
typedef struct
{
  double  x, y;
  guint32 weight;
  guint32 node; /* < n_points: the point of that rank; else cluster node - n_points */
} BjtClusterItem;

/* Items of one strip of the world, as high as the radius. */
typedef struct
{
  guint32 key;   /* strips from the north */
  guint32 first; /* item */
} BjtClusterRow;

typedef struct
{
  double  x, y;
  guint32 weight;
  guint32 first_child; /* in children; the seed comes first */
  guint32 n_children;
  guint32 n_points;
  guint8  zoom;        /* that formed it */
} BjtClusterNode;

typedef struct
{
  guint32         n_points;   /* that are somewhere */
  guint32        *ranks;      /* the points, by strip, then from west to east */
  guint32         n_items;    /* what is left at the least zoom … */
  BjtClusterItem *items;      /* … sorted by row, x */
  guint32         n_rows;
  BjtClusterRow  *rows;
  double          row_height; /* of the least zoom */
  guint32         n_clusters;
  BjtClusterNode *clusters;
  guint32         n_children;
  guint32        *children;   /* nodes */
} BjtClusterBuilder;

void bjt_cluster_builder_init (BjtClusterBuilder *self, const BjtPoint *points, const guint32 *weights, guint32 n_points, const BjtClusterOptions *options);
void bjt_cluster_builder_clear (BjtClusterBuilder *self);

G_END_DECLS
