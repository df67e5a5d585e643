/* bjt-cluster-index.c: the hierarchy as it is asked.
 *
 * The points are put in the order of the hierarchy, so that the points of any
 * cluster are one run; the clusters stand parent before children, so that what
 * lies below one is a run too. A cluster is shown at the zooms from the one
 * that formed it out to the one before its parent's.
 *
 * A cluster's points lie within twice its zoom's radius of its centre, counted
 * from child to child: within four radii in all. That is what a question about
 * a box needs to leave whole branches out: it costs what it answers.
 * 24 bytes a point and 32 a cluster (fewer than points), 4 to find a point. */
#include "bjt-cluster-index.h"

#include "bjt-cluster-builder.h"
#include "bjt-cluster-room.h"

#include <math.h>
#include <string.h>

#define REACH 4       /* radii from a centre to the furthest point of its cluster */
#define LOOK_AHEAD 16 /* leaves whose places are fetched before their turn */

typedef struct
{
  double  x, y;
  guint32 weight;
  guint32 first_leaf;
  guint32 n_leaves;
  guint32 n_below : 27; /* clusters that follow and lie within */
  guint32 zoom    : 5;  /* that formed it */
} Cluster;

struct _BjtClusterIndex
{
  gatomicrefcount   references;
  BjtClusterOptions options;
  gpointer          room;       /* all the arrays are part of it */
  gsize             size;
  guint32           n_given;    /* points, those that are nowhere too */
  guint32           n_leaves;
  BjtPoint         *leaf_places;
  guint32          *leaf_weights; /* NULL: all 1 */
  guint32          *leaves;     /* points */
  guint32          *positions;  /* of the points among the leaves; BJT_NO_CLUSTER: nowhere */
  guint32           n_clusters;
  Cluster          *clusters;
  guint32           n_roots;
  guint32          *roots;      /* ids, by row and x; their leaves follow each other */
  guint32           n_rows;
  BjtClusterRow    *rows;       /* of the roots */
  double            row_height;
};

/* Ids: a leaf's position, or n_leaves + cluster */

static const Cluster *
get_node (const BjtClusterIndex *self,
          guint32                id)
{
  return id < self->n_leaves ? NULL : self->clusters + (id - self->n_leaves);
}

static BjtPoint
get_centre (const BjtClusterIndex *self,
            guint32                id)
{
  const Cluster *cluster = get_node (self, id);

  return cluster == NULL ? self->leaf_places[id] : (BjtPoint) { cluster->x, cluster->y };
}

/* Making */

typedef struct
{
  guint32 cluster; /* where it and what follows go */
  guint32 leaf;
} Position;

typedef struct
{
  BjtClusterIndex         *index;
  const BjtClusterBuilder *builder;
  Position                *positions; /* of the builder's clusters */
} Layout;

/* Lays a node down at @at, which moves behind all that lies within it. What
 * lies within a cluster follows when it is its turn. Returns: its id */
static inline guint32
place (Layout   *layout,
       guint32   node,
       Position *at)
{
  const BjtClusterBuilder *builder = layout->builder;
  guint32                  cluster = node - builder->n_points;

  if (node < builder->n_points)
    {
      layout->index->leaves[at->leaf] = node;
      return at->leaf++;
    }
  layout->positions[cluster] = *at;
  at->cluster += 1 + builder->clusters[cluster].n_below;
  at->leaf += builder->clusters[cluster].n_points;
  return builder->n_points + layout->positions[cluster].cluster;
}

/* Parents come after their children there: from the last to the first each
 * knows its position by then. */
static void
lay_out_clusters (Layout *layout)
{
  const BjtClusterBuilder *builder = layout->builder;
  BjtClusterIndex         *self = layout->index;
  Position                 at = { 0 };

  for (guint32 i = 0; i < builder->n_items; i++)
    self->roots[i] = place (layout, builder->items[i].node, &at);
  for (guint32 c = builder->n_clusters; c-- > 0;)
    {
      const BjtClusterNode *from = builder->clusters + c;

      at = layout->positions[c];
      self->clusters[at.cluster++] = (Cluster) {
        .x = from->x,
        .y = from->y,
        .weight = from->weight,
        .first_leaf = at.leaf,
        .n_leaves = from->n_points,
        .n_below = from->n_below,
        .zoom = from->zoom,
      };
      for (guint32 i = from->first_child; i < from[1].first_child; i++)
        place (layout, builder->children[i], &at);
    }
}

/* The leaves are known by their ranks so far. */
static void
lay_out_leaves (BjtClusterIndex         *self,
                const BjtClusterBuilder *builder)
{
  for (guint32 leaf = 0; leaf < self->n_leaves; leaf++)
    {
      guint32               rank = self->leaves[leaf], point = builder->ranks[rank];
      const BjtClusterItem *item = builder->points + rank;

      if (leaf + LOOK_AHEAD < self->n_leaves)
        __builtin_prefetch (builder->points + self->leaves[leaf + LOOK_AHEAD]);
      self->leaf_places[leaf] = (BjtPoint) { item->x, item->y };
      if (self->leaf_weights != NULL)
        self->leaf_weights[leaf] = item->weight;
      self->leaves[leaf] = point;
      self->positions[point] = leaf;
    }
}

static void
cut_arrays (BjtClusterIndex *self,
            BjtClusterRoom  *room,
            gboolean         has_weights)
{
  self->clusters = bjt_cluster_room_cut (room, self->n_clusters, sizeof *self->clusters);
  self->leaf_places = bjt_cluster_room_cut (room, self->n_leaves, sizeof *self->leaf_places);
  self->leaf_weights = has_weights ? bjt_cluster_room_cut (room, self->n_leaves, sizeof *self->leaf_weights) : NULL;
  self->leaves = bjt_cluster_room_cut (room, self->n_leaves, sizeof *self->leaves);
  self->positions = bjt_cluster_room_cut (room, self->n_given, sizeof *self->positions);
  self->roots = bjt_cluster_room_cut (room, self->n_roots, sizeof *self->roots);
  self->rows = bjt_cluster_room_cut (room, self->n_rows, sizeof *self->rows);
}

static void
take_hierarchy (BjtClusterIndex         *self,
                const BjtClusterBuilder *builder,
                gboolean                 has_weights)
{
  g_autofree Position *positions = g_new (Position, builder->n_clusters);
  Layout               layout = { self, builder, positions };
  BjtClusterRoom       room = { 0 };

  self->n_leaves = builder->n_points;
  self->n_clusters = builder->n_clusters;
  self->n_roots = builder->n_items;
  self->n_rows = builder->n_rows;
  self->row_height = builder->row_height;
  cut_arrays (self, &room, has_weights);
  self->size = sizeof *self + room.used;
  bjt_cluster_room_alloc (&room);
  self->room = room.memory;
  cut_arrays (self, &room, has_weights);
  if (self->n_leaves < self->n_given)
    memset (self->positions, 0xff, self->n_given * sizeof *self->positions); /* BJT_NO_CLUSTER */
  if (self->n_rows > 0)
    memcpy (self->rows, builder->rows, self->n_rows * sizeof *self->rows);
  lay_out_clusters (&layout);
  lay_out_leaves (self, builder);
}

/**
 * bjt_cluster_index_new:
 * @points: Mercator 0…1; one that is not there (NAN, beyond the edge) belongs
 *   to no cluster
 * @weights: (nullable): how much each counts for the centre; 0 leaves the point
 *   out; all together below 2³²; %NULL: 1 each
 * @options: min_zoom ≤ max_zoom ≤ 24
 *
 * Returns: (transfer full)
 */
BjtClusterIndex *
bjt_cluster_index_new (const BjtPoint          *points,
                       const guint32           *weights,
                       guint32                  n_points,
                       const BjtClusterOptions *options)
{
  BjtClusterIndex  *self;
  BjtClusterBuilder builder;

  g_return_val_if_fail (options->min_zoom <= options->max_zoom && options->max_zoom <= 24, NULL);
  g_return_val_if_fail (options->radius > 0 && options->extent / options->radius * exp2 (options->max_zoom) < G_MAXUINT32, NULL);
  g_return_val_if_fail (n_points < 1u << 27, NULL);

  self = g_new0 (BjtClusterIndex, 1);
  g_atomic_ref_count_init (&self->references);
  self->options = *options;
  self->n_given = n_points;
  bjt_cluster_builder_init (&builder, points, weights, n_points, options);
  take_hierarchy (self, &builder, weights != NULL);
  bjt_cluster_builder_clear (&builder);
  return self;
}

BjtClusterIndex *
bjt_cluster_index_ref (BjtClusterIndex *self)
{
  g_atomic_ref_count_inc (&self->references);
  return self;
}

void
bjt_cluster_index_unref (BjtClusterIndex *self)
{
  if (self == NULL || !g_atomic_ref_count_dec (&self->references))
    return;
  g_aligned_free (self->room);
  g_free (self);
}

guint32
bjt_cluster_index_get_n_points (const BjtClusterIndex *self)
{
  return self->n_leaves;
}

gsize
bjt_cluster_index_get_size (const BjtClusterIndex *self)
{
  return self->size;
}

/* Asking */

typedef struct
{
  const BjtClusterIndex *index;
  guint                  zoom;
  BjtBox                 box;
  GArray                *found; /* BjtCluster */
} Query;

static gboolean
is_near (const BjtBox *box,
         BjtPoint      place,
         double        margin)
{
  return place.x >= box->x1 - margin && place.x <= box->x2 + margin && place.y >= box->y1 - margin && place.y <= box->y2 + margin;
}

static double
get_reach (const BjtClusterIndex *self,
           guint                  zoom)
{
  return REACH * self->options.radius / (self->options.extent * exp2 (zoom));
}

/* The zoom from which @id stands as a whole: a point always does. */
static guint
get_forming_zoom (const BjtClusterIndex *self,
                  guint32                id)
{
  return id < self->n_leaves ? G_MAXUINT : self->clusters[id - self->n_leaves].zoom;
}

/* Goes to the next child: @id is the first leaf not yet visited on entry. */
static guint32
next_child (const BjtClusterIndex *self,
            guint32               *leaf,
            guint32               *cluster)
{
  if (*cluster < self->n_clusters && self->clusters[*cluster].first_leaf == *leaf)
    {
      guint32 id = self->n_leaves + *cluster;

      *leaf += self->clusters[*cluster].n_leaves;
      *cluster += 1 + self->clusters[*cluster].n_below;
      return id;
    }
  return (*leaf)++;
}

static void
collect (Query   *query,
         guint32  id)
{
  const BjtClusterIndex *self = query->index;
  const Cluster         *cluster = get_node (self, id);
  guint                  formed = get_forming_zoom (self, id);

  if (formed >= query->zoom)
    {
      BjtCluster found;

      if (!is_near (&query->box, get_centre (self, id), 0))
        return;
      bjt_cluster_index_get_cluster (self, id, &found);
      g_array_append_val (query->found, found);
      return;
    }
  if (!is_near (&query->box, get_centre (self, id), get_reach (self, formed)))
    return;
  for (guint32 leaf = cluster->first_leaf, below = id - self->n_leaves + 1; leaf < cluster->first_leaf + cluster->n_leaves;)
    collect (query, next_child (self, &leaf, &below));
}

/* The first root of a row at or east of @x. */
static guint32
find_root_from (const BjtClusterIndex *self,
                guint32                first,
                guint32                end,
                double                 x)
{
  while (first < end)
    {
      guint32 middle = first + (end - first) / 2;

      if (get_centre (self, self->roots[middle]).x < x)
        first = middle + 1;
      else
        end = middle;
    }
  return first;
}

static guint32
find_row_from (const BjtClusterIndex *self,
               double                 y)
{
  double  key = floor (y / self->row_height);
  guint32 first = 0, end = self->n_rows;

  while (first < end)
    {
      guint32 middle = first + (end - first) / 2;

      if (self->rows[middle].key < key)
        first = middle + 1;
      else
        end = middle;
    }
  return first;
}

/**
 * bjt_cluster_index_get_clusters:
 * @box: Mercator; clusters whose centre lies in it are given
 * @clusters: (element-type BjtCluster): what is found is appended
 */
void
bjt_cluster_index_get_clusters (const BjtClusterIndex *self,
                                guint                  zoom,
                                const BjtBox          *box,
                                GArray                *clusters)
{
  Query   query = { self, MAX (zoom, self->options.min_zoom), *box, clusters };
  double  margin = get_reach (self, self->options.min_zoom);
  /* One row more on either side: a centre may have been rounded across its edge. */
  guint32 row = find_row_from (self, box->y1 - margin - self->row_height);

  for (; row < self->n_rows && self->rows[row].key * self->row_height <= box->y2 + margin + self->row_height; row++)
    {
      guint32 end = row + 1 < self->n_rows ? self->rows[row + 1].first : self->n_roots;
      guint32 root = find_root_from (self, self->rows[row].first, end, box->x1 - margin);

      for (; root < end && get_centre (self, self->roots[root]).x <= box->x2 + margin; root++)
        collect (&query, self->roots[root]);
    }
}

void
bjt_cluster_index_get_cluster (const BjtClusterIndex *self,
                               guint32                id,
                               BjtCluster            *cluster)
{
  const Cluster *from = get_node (self, id);

  g_return_if_fail (id < self->n_leaves + self->n_clusters);
  if (from == NULL)
    *cluster = (BjtCluster) { self->leaf_places[id], id, 1, self->leaf_weights == NULL ? 1 : self->leaf_weights[id] };
  else
    *cluster = (BjtCluster) { { from->x, from->y }, id, from->n_leaves, from->weight };
}

/**
 * bjt_cluster_index_get_children:
 * @clusters: (element-type BjtCluster): what @id falls into one zoom further
 *   in than it was formed is appended, its seed first; a point has none
 */
void
bjt_cluster_index_get_children (const BjtClusterIndex *self,
                                guint32                id,
                                GArray                *clusters)
{
  const Cluster *cluster = get_node (self, id);

  g_return_if_fail (id < self->n_leaves + self->n_clusters);
  if (cluster == NULL)
    return;
  for (guint32 leaf = cluster->first_leaf, below = id - self->n_leaves + 1; leaf < cluster->first_leaf + cluster->n_leaves;)
    {
      BjtCluster child;

      bjt_cluster_index_get_cluster (self, next_child (self, &leaf, &below), &child);
      g_array_append_val (clusters, child);
    }
}

/**
 * bjt_cluster_index_get_leaves:
 *
 * Returns: (array length=n_leaves) (transfer none): the points of a cluster;
 *   of a point that stands alone: itself
 */
const guint32 *
bjt_cluster_index_get_leaves (const BjtClusterIndex *self,
                              guint32                id,
                              guint32               *n_leaves)
{
  const Cluster *cluster = get_node (self, id);

  g_return_val_if_fail (id < self->n_leaves + self->n_clusters, NULL);
  *n_leaves = cluster == NULL ? 1 : cluster->n_leaves;
  return self->leaves + (cluster == NULL ? id : cluster->first_leaf);
}

/**
 * bjt_cluster_index_get_expansion_zoom:
 *
 * Returns: the least zoom at which the cluster falls apart; for points in one
 *   place that is beyond max_zoom
 */
guint
bjt_cluster_index_get_expansion_zoom (const BjtClusterIndex *self,
                                      guint32                id)
{
  g_return_val_if_fail (id >= self->n_leaves && id < self->n_leaves + self->n_clusters, 0);
  return get_forming_zoom (self, id) + 1;
}

static guint32
get_first_leaf (const BjtClusterIndex *self,
                guint32                id)
{
  return id < self->n_leaves ? id : self->clusters[id - self->n_leaves].first_leaf;
}

static guint32
find_root_of (const BjtClusterIndex *self,
              guint32                leaf)
{
  guint32 first = 0, end = self->n_roots;

  while (end - first > 1)
    {
      guint32 middle = first + (end - first) / 2;

      if (get_first_leaf (self, self->roots[middle]) <= leaf)
        first = middle;
      else
        end = middle;
    }
  return self->roots[first];
}

/**
 * bjt_cluster_index_find:
 *
 * Returns: what shows @point at @zoom, or %BJT_NO_CLUSTER when it is nowhere
 */
guint32
bjt_cluster_index_find (const BjtClusterIndex *self,
                        guint                  zoom,
                        guint32                point)
{
  guint32 leaf = point < self->n_given ? self->positions[point] : BJT_NO_CLUSTER, id;

  if (leaf == BJT_NO_CLUSTER)
    return BJT_NO_CLUSTER;
  zoom = MAX (zoom, self->options.min_zoom);
  for (id = find_root_of (self, leaf); get_forming_zoom (self, id) < zoom;)
    {
      guint32 next = get_first_leaf (self, id), below = id - self->n_leaves + 1;

      do
        id = next_child (self, &next, &below);
      while (next <= leaf);
    }
  return id;
}
