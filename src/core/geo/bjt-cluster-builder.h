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
  guint32 first_child; /* in children; the seed comes first; they end where the next cluster's begin */
  guint32 n_points;
  guint32 n_below : 27; /* clusters within it */
  guint32 zoom    : 5;  /* that formed it */
} BjtClusterNode;

typedef struct
{
  gpointer        room;       /* all the arrays are part of it */
  guint32         n_points;   /* that are somewhere */
  BjtClusterItem *points;     /* by strip of the greatest zoom, then from west to east */
  guint32        *ranks;      /* which points they are */
  guint32         n_items;    /* what is left at the least zoom … */
  BjtClusterItem *items;      /* … sorted by row, x */
  guint32         n_rows;
  BjtClusterRow  *rows;
  double          row_height; /* of the least zoom */
  guint32         n_clusters; /* children come before their parents */
  BjtClusterNode *clusters;
  guint32         n_children;
  guint32        *children;   /* nodes */

  /* While joining */
  BjtClusterItem *next_items;
  BjtClusterRow  *next_rows;
  guint8         *taken;
  guint32        *found;      /* items */
} BjtClusterBuilder;

void bjt_cluster_builder_init (BjtClusterBuilder *self, const BjtPoint *points, const guint32 *weights, guint32 n_points, const BjtClusterOptions *options);
void bjt_cluster_builder_clear (BjtClusterBuilder *self);

static inline gboolean
bjt_cluster_item_is_before (const BjtClusterItem *a,
                            const BjtClusterItem *b)
{
  if (G_UNLIKELY (a->x == b->x))
    return a->y < b->y || (a->y == b->y && a->weight < b->weight);
  return a->x < b->x;
}

G_END_DECLS
