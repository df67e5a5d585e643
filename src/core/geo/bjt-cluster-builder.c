/* bjt-cluster-builder.c: greedy clustering from the greatest zoom to the least,
 * after the idea of supercluster (a hierarchy that never changes with the view).
 *
 * At each zoom the items lie in strips as high as the radius, in each from west
 * to east. The first item that nothing has taken in is a seed: it takes in all
 * free ones within the radius, which are found in its own strip and the two
 * beside it by windows that only move eastward. So seeds stand further apart
 * than the radius, no item is looked at by more than some twenty seeds, and
 * memory is read in its order. The next zoom's strips are twice as high: two
 * old ones and what moved in from their neighbours, merged.
 *
 * The order depends on the places and weights alone, not on the order the
 * points were given in. Cost: the sort of the points, then linear in the items
 * of every zoom. */
#include "bjt-cluster-builder.h"

#include <math.h>
#include <string.h>

#define ROW_SLACK 1e-6 /* strips are that much higher than the radius: rounding never hides a neighbour */
#define SHORT_STEP 12  /* an item out of order is put right by insertion up to that far */

typedef struct
{
  guint64 key; /* strip, then x */
  guint32 point;
} SortKey;

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
  double                   next_row_height;
  guint8                  *taken;
  Bucket                   found;      /* node: an item */
  Bucket                   buckets[3]; /* strips of the next zoom: before, at and after the current one */
  guint32                  bucket_key; /* of the middle one */
  Bucket                   scratch;
  GArray                  *runs;       /* guint32 */
  BjtClusterItem          *next_items;
  guint32                  n_next_items;
  BjtClusterRow           *next_rows;
  guint32                  n_next_rows;
} Pass;

static inline void
bucket_add (Bucket               *self,
            const BjtClusterItem *item)
{
  if (self->n == self->size)
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

static inline gboolean
is_before (const BjtClusterItem *a,
           const BjtClusterItem *b)
{
  if (a->x != b->x)
    return a->x < b->x;
  if (a->y != b->y)
    return a->y < b->y;
  return a->weight < b->weight;
}

/* Sorting the points */

/* By eleven bits at a time; digits that all keys share cost one look. */
static SortKey *
sort_keys (SortKey *keys,
           SortKey *other,
           guint32  n)
{
  for (int shift = 0; shift < 64; shift += 11)
    {
      guint32  starts[2048] = { 0 };
      guint32  total = 0;
      SortKey *sorted = other;

      for (guint32 i = 0; i < n; i++)
        starts[(keys[i].key >> shift) & 2047]++;
      if (starts[(keys[0].key >> shift) & 2047] == n)
        continue;
      for (guint d = 0; d < 2048; d++)
        {
          guint32 count = starts[d];

          starts[d] = total;
          total += count;
        }
      for (guint32 i = 0; i < n; i++)
        sorted[starts[(keys[i].key >> shift) & 2047]++] = keys[i];
      other = keys;
      keys = sorted;
    }
  return keys;
}

static int
compare_items (gconstpointer a,
               gconstpointer b,
               gpointer      user_data)
{
  return is_before (a, b) ? -1 : is_before (b, a);
}

/* Keys know x to a centimetre: what shares one is put in order by its place. */
static void
sort_ties (BjtClusterItem *items,
           const SortKey  *keys,
           guint32         n)
{
  for (guint32 first = 0, end; first < n; first = end)
    {
      gboolean in_order = TRUE;

      for (end = first + 1; end < n && keys[end].key == keys[first].key; end++)
        in_order = in_order && !is_before (items + end, items + end - 1);
      if (!in_order)
        g_qsort_with_data (items + first, (int) (end - first), sizeof *items, compare_items, NULL);
    }
}

static inline guint32
get_row (double y,
         double row_height)
{
  return (guint32) (y / row_height);
}

static guint32
make_keys (const BjtPoint *points,
           const guint32  *weights,
           guint32         n_points,
           double          row_height,
           SortKey        *keys)
{
  guint32 n = 0;

  for (guint32 i = 0; i < n_points; i++)
    {
      double x = points[i].x, y = points[i].y;

      if (!(x >= 0 && x <= 1 && y >= 0 && y <= 1) || (weights != NULL && weights[i] == 0))
        continue;
      keys[n].key = (guint64) get_row (y, row_height) << 32 | (guint32) (x * G_MAXUINT32);
      keys[n++].point = i;
    }
  return n;
}

static void
sort_points (BjtClusterBuilder *self,
             const BjtPoint    *points,
             const guint32     *weights,
             guint32            n_points)
{
  g_autofree SortKey *first = g_new (SortKey, n_points), *second = g_new (SortKey, n_points);
  SortKey            *keys;

  self->n_points = self->n_items = make_keys (points, weights, n_points, self->row_height, first);
  if (self->n_points == 0)
    return;
  keys = sort_keys (first, second, self->n_points);
  for (guint32 i = 0; i < self->n_points; i++)
    {
      guint32 point = keys[i].point;

      self->items[i] = (BjtClusterItem) { points[point].x, points[point].y, weights == NULL ? 1 : weights[point], point };
    }
  sort_ties (self->items, keys, self->n_points);
  for (guint32 i = 0; i < self->n_points; i++)
    {
      guint32 row = (guint32) (keys[i].key >> 32);

      self->ranks[i] = self->items[i].node;
      self->items[i].node = i;
      if (i == 0 || row != (guint32) (keys[i - 1].key >> 32))
        self->rows[self->n_rows++] = (BjtClusterRow) { row, i };
    }
}

/* Sorting a strip of the next zoom: a few runs, each all but in order */

static void
merge_runs (const BjtClusterItem *a,
            guint32               n_a,
            const BjtClusterItem *b,
            guint32               n_b,
            BjtClusterItem       *merged)
{
  const BjtClusterItem *end_a = a + n_a, *end_b = b + n_b;

  while (a < end_a && b < end_b)
    *merged++ = is_before (b, a) ? *b++ : *a++;
  if (a < end_a)
    memcpy (merged, a, (gsize) (end_a - a) * sizeof *a);
  else if (b < end_b)
    memcpy (merged, b, (gsize) (end_b - b) * sizeof *b);
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
      BjtClusterItem item = items[i];
      guint32        to = i;

      if (!is_before (&item, items + i - 1))
        continue;
      while (to > run && i - to < SHORT_STEP && is_before (&item, items + to - 1))
        to--;
      if (to > run && is_before (&item, items + to - 1))
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

static void
sort_bucket (Pass   *pass,
             Bucket *bucket)
{
  guint32 *runs;
  guint    n_runs, n_left;

  find_runs (bucket, pass->runs);
  bucket_reserve (&pass->scratch, bucket->n);
  runs = (guint32 *) pass->runs->data;
  for (n_runs = pass->runs->len - 1; n_runs > 1; n_runs = n_left)
    {
      Bucket swapped = *bucket;

      n_left = 0;
      for (guint i = 0; i < n_runs; i += 2)
        {
          guint32 first = runs[i], middle = runs[i + 1], end = i + 2 <= n_runs ? runs[i + 2] : middle;

          merge_runs (bucket->items + first, middle - first, bucket->items + middle, end - middle, pass->scratch.items + first);
          runs[n_left++] = first;
        }
      runs[n_left] = bucket->n;
      bucket->items = pass->scratch.items;
      bucket->size = pass->scratch.size;
      pass->scratch.items = swapped.items;
      pass->scratch.size = swapped.size;
    }
}

static void
finish_bucket (Pass    *pass,
               Bucket  *bucket,
               guint32  key)
{
  if (bucket->n == 0)
    return;
  sort_bucket (pass, bucket);
  pass->next_rows[pass->n_next_rows++] = (BjtClusterRow) { key, pass->n_next_items };
  memcpy (pass->next_items + pass->n_next_items, bucket->items, bucket->n * sizeof *bucket->items);
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
  guint32 row = get_row (item->y, pass->next_row_height);

  bucket_add (pass->buckets + (row < pass->bucket_key ? 0 : row > pass->bucket_key ? 2 : 1), item);
}

static guint32
count_points (const BjtClusterBuilder *self,
              guint32                  node)
{
  return node < self->n_points ? 1 : self->clusters[node - self->n_points].n_points;
}

static void
join (Pass                 *pass,
      const BjtClusterItem *seed,
      guint32               n_points)
{
  BjtClusterBuilder *self = pass->builder;
  BjtClusterNode    *cluster = self->clusters + self->n_clusters;
  double             x = seed->x * seed->weight, y = seed->y * seed->weight;

  *cluster = (BjtClusterNode) {
    .weight = seed->weight,
    .first_child = self->n_children,
    .n_children = pass->found.n + 1,
    .n_points = n_points,
    .zoom = pass->zoom,
  };
  self->children[self->n_children++] = seed->node;
  for (guint32 i = 0; i < pass->found.n; i++)
    {
      const BjtClusterItem *item = self->items + pass->found.items[i].node;

      x += item->x * item->weight;
      y += item->y * item->weight;
      cluster->weight += item->weight;
      self->children[self->n_children++] = item->node;
    }
  cluster->x = x / cluster->weight;
  cluster->y = y / cluster->weight;
  hand_on (pass, &(BjtClusterItem) { cluster->x, cluster->y, cluster->weight, self->n_points + self->n_clusters });
  self->n_clusters++;
}

/* Free items of one strip around the seed. @first only moves eastward. */
static void
look_around (Pass                 *pass,
             const BjtClusterItem *seed,
             guint32              *first,
             guint32               end)
{
  const BjtClusterItem *items = pass->builder->items;
  double                radius = pass->radius;

  while (*first < end && items[*first].x < seed->x - radius)
    ++*first;
  for (guint32 i = *first; i < end && items[i].x <= seed->x + radius; i++)
    {
      double dx = items[i].x - seed->x, dy = items[i].y - seed->y;

      if (!pass->taken[i] && dx * dx + dy * dy <= radius * radius)
        {
          pass->taken[i] = TRUE;
          bucket_add (&pass->found, &(BjtClusterItem) { .node = i });
        }
    }
}

static void
settle (Pass                 *pass,
        const BjtClusterItem *seed)
{
  BjtClusterBuilder *self = pass->builder;
  guint32            n_points = count_points (self, seed->node);

  for (guint32 i = 0; i < pass->found.n; i++)
    n_points += count_points (self, self->items[pass->found.items[i].node].node);
  if (pass->found.n > 0 && n_points >= pass->options->min_points)
    {
      join (pass, seed, n_points);
      return;
    }
  hand_on (pass, seed);
  for (guint32 i = 0; i < pass->found.n; i++)
    hand_on (pass, self->items + pass->found.items[i].node);
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
  guint32                  key = self->rows[row].key, end = get_row_end (self, row);
  gboolean                 has_before = row > 0 && self->rows[row - 1].key + 1 == key;
  gboolean                 has_after = row + 1 < self->n_rows && self->rows[row + 1].key == key + 1;
  guint32                  before = has_before ? self->rows[row - 1].first : 0, here = self->rows[row].first, after = end;
  guint32                  after_end = has_after ? get_row_end (self, row + 1) : end;

  for (guint32 i = here; i < end; i++)
    {
      const BjtClusterItem *seed = self->items + i;

      if (pass->taken[i])
        continue;
      pass->taken[i] = TRUE;
      pass->found.n = 0;
      look_around (pass, seed, &here, end);
      if (has_before)
        look_around (pass, seed, &before, self->rows[row].first);
      if (has_after)
        look_around (pass, seed, &after, after_end);
      settle (pass, seed);
    }
}

/* Joins the items of one zoom; what is handed on replaces them. */
static void
join_zoom (Pass *pass)
{
  BjtClusterBuilder *self = pass->builder;
  BjtClusterItem    *items = self->items;
  BjtClusterRow     *rows = self->rows;

  memset (pass->taken, 0, self->n_items);
  pass->n_next_items = pass->n_next_rows = 0;
  for (guint32 row = 0; row < self->n_rows; row++)
    {
      move_buckets (pass, rows[row].key / 2);
      join_row (pass, row);
    }
  for (guint step = 0; step < 3; step++)
    move_buckets (pass, pass->bucket_key + 1);
  self->items = pass->next_items;
  self->n_items = pass->n_next_items;
  self->rows = pass->next_rows;
  self->n_rows = pass->n_next_rows;
  self->row_height = pass->next_row_height;
  pass->next_items = items;
  pass->next_rows = rows;
}

static void
join_all (BjtClusterBuilder       *self,
          const BjtClusterOptions *options)
{
  Pass pass = { .builder = self, .options = options };

  pass.taken = g_new (guint8, self->n_points);
  pass.next_items = g_new (BjtClusterItem, self->n_points);
  pass.next_rows = g_new (BjtClusterRow, self->n_points);
  pass.runs = g_array_new (FALSE, FALSE, sizeof (guint32));
  for (guint zoom = options->max_zoom + 1; zoom-- > options->min_zoom;)
    {
      pass.zoom = (guint8) zoom;
      pass.radius = options->radius / (options->extent * exp2 (zoom));
      pass.next_row_height = self->row_height * 2;
      pass.bucket_key = 0;
      join_zoom (&pass);
    }
  g_free (pass.taken);
  g_free (pass.next_items);
  g_free (pass.next_rows);
  g_free (pass.found.items);
  g_free (pass.scratch.items);
  for (guint i = 0; i < G_N_ELEMENTS (pass.buckets); i++)
    g_free (pass.buckets[i].items);
  g_array_unref (pass.runs);
}

/**
 * bjt_cluster_builder_init:
 *
 * The arrays are as large as they could ever become; pages never written to
 * take no memory.
 */
void
bjt_cluster_builder_init (BjtClusterBuilder       *self,
                          const BjtPoint          *points,
                          const guint32           *weights,
                          guint32                  n_points,
                          const BjtClusterOptions *options)
{
  *self = (BjtClusterBuilder) { 0 };
  self->row_height = options->radius / (options->extent * exp2 (options->max_zoom)) * (1 + ROW_SLACK);
  self->items = g_new (BjtClusterItem, n_points);
  self->rows = g_new (BjtClusterRow, n_points);
  self->ranks = g_new (guint32, n_points);
  self->clusters = g_new (BjtClusterNode, n_points);
  self->children = g_new (guint32, 2 * (gsize) n_points);
  sort_points (self, points, weights, n_points);
  if (self->n_points > 0)
    join_all (self, options);
}

void
bjt_cluster_builder_clear (BjtClusterBuilder *self)
{
  g_free (self->items);
  g_free (self->rows);
  g_free (self->ranks);
  g_free (self->clusters);
  g_free (self->children);
}
