/* bjt-cluster-builder.c: greedy clustering from the greatest zoom to the least,
 * after the idea of supercluster (a hierarchy that never changes with the view).
 *
 * At each zoom the items lie in strips as high as the radius, in each from west
 * to east. The first item that nothing has taken in is a seed: it takes in all
 * free ones within the radius. What lies before it is settled, so those are in
 * its own strip, right after it, and in the next, found by a window that only
 * moves eastward. A bitmap of the next strip's columns says for most seeds that
 * there is nothing. So seeds stand further apart than the radius, and memory is
 * read in its order. The next zoom's strips are twice as high: two old ones and
 * what moved in from their neighbours, merged.
 *
 * The order depends on the places and weights alone, not on the order the
 * points were given in. Cost: the sort of the points, then linear in the items
 * of every zoom. */
#include "bjt-cluster-builder.h"

#include "bjt-cluster-order.h"
#include "bjt-cluster-room.h"

#include <math.h>
#include <string.h>

#define ROW_SLACK 1e-6            /* strips are that much higher than the radius: rounding never hides a neighbour */
#define SHORT_STEP 12             /* an item out of order is put right by insertion up to that far */
#define N_COLUMNS 32768           /* of the bitmap; further ones share them */

typedef struct
{
  BjtClusterItem *items;
  guint32         n;
  guint32         size;
} Bucket;

/* One zoom being joined. */
typedef struct
{
  BjtClusterBuilder       *builder;
  const BjtClusterOptions *options;
  guint8                   zoom;
  double                   radius;
  double                   columns;    /* in the world; each as wide as a strip is high */
  double                   next_row_height;
  const BjtClusterItem    *items;
  guint32                  n_found;
  Bucket                   buckets[3]; /* strips of the next zoom: before, at and after the current one */
  guint32                  bucket_key; /* of the middle one */
  Bucket                   scratch;
  GArray                  *runs;       /* guint32 */
  guint32                  n_next_items;
  guint32                  n_next_rows;
  guint8                   near[N_COLUMNS / 8 + 8]; /* bit: column + 1 of the strip after, or one beside it, holds an item */
} Pass;

static inline void
bucket_add (Bucket               *self,
            const BjtClusterItem *item)
{
  if (G_UNLIKELY (self->n == self->size))
    {
      self->size = self->size == 0 ? 64 : self->size * 2;
      self->items = g_renew (BjtClusterItem, self->items, self->size);
    }
  self->items[self->n++] = *item;
}

static void
bucket_reserve (Bucket  *self,
                guint32  size)
{
  if (self->size >= size)
    return;
  self->size = size;
  self->items = g_renew (BjtClusterItem, self->items, size);
}

/* Sorting a strip of the next zoom: a few runs, each all but in order */

/* Which comes first is a toss-up: so it is chosen without a branch. */
static void
merge_runs (const BjtClusterItem *a,
            guint32               n_a,
            const BjtClusterItem *b,
            guint32               n_b,
            BjtClusterItem       *merged)
{
  const BjtClusterItem *end_a = a + n_a, *end_b = b + n_b;

  while (a < end_a && b < end_b)
    {
      gsize is_b = (gsize) bjt_cluster_item_is_before (b, a);

      *merged++ = *(is_b ? b : a);
      a += 1 - is_b;
      b += is_b;
    }
  memcpy (merged, a < end_a ? a : b, (gsize) (a < end_a ? end_a - a : end_b - b) * sizeof *a);
}

static void
find_runs (Bucket *bucket,
           GArray *runs)
{
  BjtClusterItem *items = bucket->items;
  guint32         run = 0;

  g_array_set_size (runs, 0);
  g_array_append_val (runs, run);
  for (guint32 i = 1; i < bucket->n; i++)
    {
      BjtClusterItem item;
      guint32        to = i;

      if (G_LIKELY (!bjt_cluster_item_is_before (items + i, items + i - 1)))
        continue;
      item = items[i];
      while (to > run && i - to < SHORT_STEP && bjt_cluster_item_is_before (&item, items + to - 1))
        to--;
      if (to > run && bjt_cluster_item_is_before (&item, items + to - 1))
        {
          run = i;
          g_array_append_val (runs, run);
          continue;
        }
      memmove (items + to + 1, items + to, (i - to) * sizeof *items);
      items[to] = item;
    }
  g_array_append_val (runs, bucket->n);
}

/* Merges runs in pairs into @to, until one is left. */
static guint
merge_pairs (const Bucket   *bucket,
             guint32        *runs,
             guint           n_runs,
             BjtClusterItem *to)
{
  guint n_left = 0;

  for (guint i = 0; i < n_runs; i += 2)
    {
      guint32 first = runs[i], middle = runs[i + 1], end = i + 2 <= n_runs ? runs[i + 2] : middle;

      merge_runs (bucket->items + first, middle - first, bucket->items + middle, end - middle, to + first);
      runs[n_left++] = first;
    }
  runs[n_left] = bucket->n;
  return n_left;
}

static void
sort_bucket (Pass           *pass,
             Bucket         *bucket,
             BjtClusterItem *to)
{
  guint32 *runs;
  guint    n_runs;

  find_runs (bucket, pass->runs);
  runs = (guint32 *) (gpointer) pass->runs->data;
  for (n_runs = pass->runs->len - 1; n_runs > 2;)
    {
      Bucket swapped = *bucket;

      bucket_reserve (&pass->scratch, bucket->n);
      n_runs = merge_pairs (bucket, runs, n_runs, pass->scratch.items);
      bucket->items = pass->scratch.items;
      bucket->size = pass->scratch.size;
      pass->scratch.items = swapped.items;
      pass->scratch.size = swapped.size;
    }
  merge_pairs (bucket, runs, n_runs, to);
}

static void
finish_bucket (Pass    *pass,
               Bucket  *bucket,
               guint32  key)
{
  if (bucket->n == 0)
    return;
  pass->builder->next_rows[pass->n_next_rows++] = (BjtClusterRow) { key, pass->n_next_items };
  sort_bucket (pass, bucket, pass->builder->next_items + pass->n_next_items);
  pass->n_next_items += bucket->n;
  bucket->n = 0;
}

/* Makes @key the strip that the middle bucket gathers. */
static void
move_buckets (Pass    *pass,
              guint32  key)
{
  for (guint step = 0; step < 3 && pass->bucket_key < key; step++)
    {
      Bucket first = pass->buckets[0];

      finish_bucket (pass, &first, pass->bucket_key - 1);
      pass->buckets[0] = pass->buckets[1];
      pass->buckets[1] = pass->buckets[2];
      pass->buckets[2] = first;
      pass->bucket_key++;
    }
  pass->bucket_key = key;
}

/* Joining */

static void
hand_on (Pass                 *pass,
         const BjtClusterItem *item)
{
  guint32 row = (guint32) (item->y / pass->next_row_height);

  bucket_add (pass->buckets + (row < pass->bucket_key ? 0 : row > pass->bucket_key ? 2 : 1), item);
}

static inline const BjtClusterNode *
get_cluster (const BjtClusterBuilder *self,
             guint32                  node)
{
  return node < self->n_points ? NULL : self->clusters + (node - self->n_points);
}

static guint32
count_points (const BjtClusterBuilder *self,
              guint32                  node)
{
  const BjtClusterNode *cluster = get_cluster (self, node);

  return cluster == NULL ? 1 : cluster->n_points;
}

static guint32
count_clusters (const BjtClusterBuilder *self,
                guint32                  node)
{
  const BjtClusterNode *cluster = get_cluster (self, node);

  return cluster == NULL ? 0 : cluster->n_below + 1;
}

static void
join (Pass                 *pass,
      const BjtClusterItem *seed,
      guint32               n_points)
{
  BjtClusterBuilder *self = pass->builder;
  BjtClusterNode    *cluster = self->clusters + self->n_clusters;
  double             x = seed->x * seed->weight, y = seed->y * seed->weight;
  guint32            weight = seed->weight, n_below = count_clusters (self, seed->node);

  cluster->first_child = self->n_children;
  self->children[self->n_children++] = seed->node;
  for (guint32 i = 0; i < pass->n_found; i++)
    {
      const BjtClusterItem *item = pass->items + self->found[i];

      x += item->x * item->weight;
      y += item->y * item->weight;
      weight += item->weight;
      n_below += count_clusters (self, item->node);
      self->children[self->n_children++] = item->node;
    }
  cluster->x = x / weight;
  cluster->y = y / weight;
  cluster->weight = weight;
  cluster->n_points = n_points;
  cluster->n_below = n_below & 0x7ffffff;
  cluster->zoom = pass->zoom & 31;
  hand_on (pass, &(BjtClusterItem) { cluster->x, cluster->y, weight, self->n_points + self->n_clusters });
  self->n_clusters++;
}

static void
settle (Pass                 *pass,
        const BjtClusterItem *seed)
{
  BjtClusterBuilder *self = pass->builder;
  guint32            n_points = count_points (self, seed->node);

  for (guint32 i = 0; i < pass->n_found; i++)
    n_points += count_points (self, pass->items[self->found[i]].node);
  if (n_points >= pass->options->min_points)
    {
      join (pass, seed, n_points);
      return;
    }
  hand_on (pass, seed);
  for (guint32 i = 0; i < pass->n_found; i++)
    hand_on (pass, pass->items + self->found[i]);
}

/* Finds free items of one strip, the first of them not west of the window. */
static inline void
look (Pass                 *pass,
      const BjtClusterItem *seed,
      guint32               first,
      guint32               end)
{
  const BjtClusterItem *items = pass->items;
  guint8               *taken = pass->builder->taken;
  guint32              *found = pass->builder->found;
  double                radius = pass->radius;

  for (guint32 i = first; i < end && items[i].x <= seed->x + radius; i++)
    {
      double dx = items[i].x - seed->x, dy = items[i].y - seed->y;

      if (!taken[i] && dx * dx + dy * dy <= radius * radius)
        {
          taken[i] = TRUE;
          found[pass->n_found++] = i;
        }
    }
}

static inline guint32
get_column (const Pass           *pass,
            const BjtClusterItem *item)
{
  return (guint32) (item->x * pass->columns) % N_COLUMNS;
}

/* An item marks its column and those beside it: bits one further than the
 * columns, so that the first has one before it; the last and the first touch. */
static void
mark_columns (Pass    *pass,
              guint32  first,
              guint32  end)
{
  guint8 *near = pass->near;

  memset (near, 0, sizeof pass->near);
  for (guint32 i = first; i < end; i++)
    {
      guint32 column = get_column (pass, pass->items + i);
      guint32 three = 7u << column % 8;

      near[column / 8] |= (guint8) three;
      near[column / 8 + 1] |= (guint8) (three >> 8);
    }
  near[N_COLUMNS / 8] |= near[0] & 1;
  near[0] |= near[N_COLUMNS / 8] & 2;
}

static inline gboolean
is_near (const Pass           *pass,
         const BjtClusterItem *seed)
{
  guint32 bit = get_column (pass, seed) + 1;

  return pass->near[bit / 8] >> bit % 8 & 1;
}

static guint32
get_row_end (const BjtClusterBuilder *self,
             guint32                  row)
{
  return row + 1 < self->n_rows ? self->rows[row + 1].first : self->n_items;
}

static void
join_row (Pass    *pass,
          guint32  row)
{
  const BjtClusterBuilder *self = pass->builder;
  const BjtClusterItem    *items = pass->items;
  gboolean                 has_after = row + 1 < self->n_rows && self->rows[row + 1].key == self->rows[row].key + 1;
  guint32                  end = get_row_end (self, row), after = end, after_end = has_after ? get_row_end (self, row + 1) : end;

  if (has_after)
    mark_columns (pass, after, after_end);
  for (guint32 i = self->rows[row].first; i < end; i++)
    {
      const BjtClusterItem *seed = items + i;

      if (self->taken[i])
        continue;
      pass->n_found = 0;
      look (pass, seed, i + 1, end);
      if (has_after && is_near (pass, seed))
        {
          while (after < after_end && items[after].x < seed->x - pass->radius)
            after++;
          look (pass, seed, after, after_end);
        }
      if (pass->n_found > 0)
        settle (pass, seed);
      else
        bucket_add (pass->buckets + 1, seed);
    }
}

/* Joins the items of one zoom; what is handed on replaces them. */
static void
join_zoom (Pass *pass)
{
  BjtClusterBuilder *self = pass->builder;
  BjtClusterItem    *items = self->items;
  BjtClusterRow     *rows = self->rows;

  memset (self->taken, 0, self->n_items);
  pass->n_next_items = pass->n_next_rows = 0;
  pass->bucket_key = 0;
  for (guint32 row = 0; row < self->n_rows; row++)
    {
      move_buckets (pass, rows[row].key / 2);
      join_row (pass, row);
    }
  for (guint step = 0; step < 3; step++)
    move_buckets (pass, pass->bucket_key + 1);
  self->items = self->next_items;
  self->n_items = pass->n_next_items;
  self->rows = self->next_rows;
  self->n_rows = pass->n_next_rows;
  self->row_height = pass->next_row_height;
  self->next_items = items;
  self->next_rows = rows;
  pass->items = self->items;
}

static void
join_all (BjtClusterBuilder       *self,
          const BjtClusterOptions *options)
{
  Pass pass = { .builder = self, .options = options, .items = self->points };

  self->n_items = self->n_points;
  pass.runs = g_array_new (FALSE, FALSE, sizeof (guint32));
  for (guint zoom = options->max_zoom + 1; zoom-- > options->min_zoom;)
    {
      pass.zoom = (guint8) zoom;
      pass.radius = options->radius / (options->extent * exp2 (zoom));
      pass.columns = 1 / self->row_height;
      pass.next_row_height = self->row_height * 2;
      join_zoom (&pass);
    }
  g_free (pass.scratch.items);
  for (guint i = 0; i < G_N_ELEMENTS (pass.buckets); i++)
    g_free (pass.buckets[i].items);
  g_array_unref (pass.runs);
}

static void
cut_arrays (BjtClusterBuilder *self,
            BjtClusterRoom    *room,
            gsize              n)
{
  self->points = bjt_cluster_room_cut (room, n, sizeof *self->points);
  self->items = bjt_cluster_room_cut (room, n, sizeof *self->items);
  self->next_items = bjt_cluster_room_cut (room, n, sizeof *self->next_items);
  self->rows = bjt_cluster_room_cut (room, n, sizeof *self->rows);
  self->next_rows = bjt_cluster_room_cut (room, n, sizeof *self->next_rows);
  self->ranks = bjt_cluster_room_cut (room, n, sizeof *self->ranks);
  self->clusters = bjt_cluster_room_cut (room, n + 1, sizeof *self->clusters);
  self->children = bjt_cluster_room_cut (room, 2 * n, sizeof *self->children);
  self->found = bjt_cluster_room_cut (room, n, sizeof *self->found);
  self->taken = bjt_cluster_room_cut (room, n, sizeof *self->taken);
}

/**
 * bjt_cluster_builder_init:
 *
 * The arrays are as large as they could ever become.
 */
void
bjt_cluster_builder_init (BjtClusterBuilder       *self,
                          const BjtPoint          *points,
                          const guint32           *weights,
                          guint32                  n_points,
                          const BjtClusterOptions *options)
{
  BjtClusterRoom room = { 0 };

  *self = (BjtClusterBuilder) { 0 };
  self->row_height = options->radius / (options->extent * exp2 (options->max_zoom)) * (1 + ROW_SLACK);
  cut_arrays (self, &room, n_points);
  bjt_cluster_room_alloc (&room);
  self->room = room.memory;
  cut_arrays (self, &room, n_points);
  bjt_cluster_order_points (self, points, weights, n_points);
  if (self->n_points > 0)
    join_all (self, options);
  self->clusters[self->n_clusters].first_child = self->n_children;
}

void
bjt_cluster_builder_clear (BjtClusterBuilder *self)
{
  g_aligned_free (self->room);
}
