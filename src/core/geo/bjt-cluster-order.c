/* bjt-cluster-order.c: the order in which the points are joined first.
 *
 * A point's key is one number: its strip, its x cut short, the point itself,
 * from the highest bits to the lowest. The keys are sorted by digits, as many
 * as strip and x need. What they do not tell apart is put in order by its
 * place: so the order depends on places and weights alone.
 *
 * Cost: linear, and the sort of the points that share a key. */
#include "bjt-cluster-order.h"

#include <math.h>

#define DIGIT_BITS 11
#define N_DIGITS 6   /* at most */
#define X_BITS 18    /* at least, where there is room: few points of a strip share them */
#define LOOK_AHEAD 16

typedef struct
{
  guint32 first_row;
  double  row_height;
  double  first_x;
  double  x_scale;
  guint   x_bits;
  guint   point_bits;
  guint   n_digits;
} KeyShape;

static inline guint32
get_row (double y,
         double row_height)
{
  return (guint32) (y / row_height);
}

static inline gboolean
is_somewhere (const BjtPoint *points,
              const guint32  *weights,
              guint32         point)
{
  double x = points[point].x, y = points[point].y;

  return x >= 0 && x <= 1 && y >= 0 && y <= 1 && (weights == NULL || weights[point] != 0);
}

static gboolean
find_shape (const BjtPoint *points,
            const guint32  *weights,
            guint32         n_points,
            double          row_height,
            KeyShape       *shape)
{
  BjtBox box = BJT_BOX_EMPTY;
  guint  row_bits, key_bits;

  for (guint32 i = 0; i < n_points; i++)
    if (is_somewhere (points, weights, i))
      box = (BjtBox) { MIN (box.x1, points[i].x), MIN (box.y1, points[i].y), MAX (box.x2, points[i].x), MAX (box.y2, points[i].y) };
  if (bjt_box_is_empty (&box))
    return FALSE;
  shape->row_height = row_height;
  shape->first_row = get_row (box.y1, row_height);
  shape->first_x = box.x1;
  shape->point_bits = g_bit_storage (n_points);
  row_bits = g_bit_storage (get_row (box.y2, row_height) - shape->first_row);
  shape->n_digits = (row_bits + X_BITS + DIGIT_BITS - 1) / DIGIT_BITS;
  key_bits = MIN (shape->n_digits * DIGIT_BITS, 64 - shape->point_bits);
  shape->x_bits = MIN (key_bits - row_bits, 32);
  shape->x_scale = box.x2 > box.x1 ? (exp2 (shape->x_bits) - 1) / (box.x2 - box.x1) : 0;
  return TRUE;
}

static guint32
make_keys (const KeyShape *shape,
           const BjtPoint *points,
           const guint32  *weights,
           guint32         n_points,
           guint64        *keys)
{
  guint32 n = 0;

  for (guint32 i = 0; i < n_points; i++)
    {
      guint64 row, x;

      if (!is_somewhere (points, weights, i))
        continue;
      row = get_row (points[i].y, shape->row_height) - shape->first_row;
      x = (guint64) ((points[i].x - shape->first_x) * shape->x_scale);
      keys[n++] = (row << shape->x_bits | x) << shape->point_bits | i;
    }
  return n;
}

/* Returns: @keys or @other, where they are in order */
static guint64 *
sort_keys (const KeyShape *shape,
           guint64        *keys,
           guint64        *other,
           guint32         n)
{
  const guint32 mask = (1u << DIGIT_BITS) - 1;
  guint32       starts[N_DIGITS][1 << DIGIT_BITS] = { { 0 } };

  for (guint32 i = 0; i < n; i++)
    for (guint digit = 0; digit < shape->n_digits; digit++)
      starts[digit][keys[i] >> (shape->point_bits + digit * DIGIT_BITS) & mask]++;
  for (guint digit = 0; digit < shape->n_digits; digit++)
    {
      guint    shift = shape->point_bits + digit * DIGIT_BITS;
      guint32  total = 0;
      guint64 *sorted = other;

      for (guint32 value = 0; value <= mask; value++)
        {
          guint32 count = starts[digit][value];

          starts[digit][value] = total;
          total += count;
        }
      for (guint32 i = 0; i < n; i++)
        sorted[starts[digit][keys[i] >> shift & mask]++] = keys[i];
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
  return bjt_cluster_item_is_before (a, b) ? -1 : bjt_cluster_item_is_before (b, a);
}

static void
sort_ties (BjtClusterItem *items,
           const guint64  *keys,
           guint32         n,
           guint           shift)
{
  for (guint32 first = 0, end; first < n; first = end)
    {
      gboolean in_order = TRUE;

      for (end = first + 1; end < n && keys[end] >> shift == keys[first] >> shift; end++)
        in_order = in_order && !bjt_cluster_item_is_before (items + end, items + end - 1);
      if (!in_order)
        g_qsort_with_data (items + first, (int) (end - first), sizeof *items, compare_items, NULL);
    }
}

static void
gather (const KeyShape *shape,
        const BjtPoint *points,
        const guint32  *weights,
        const guint64  *keys,
        guint32         n,
        BjtClusterItem *items)
{
  guint64 mask = (G_GUINT64_CONSTANT (1) << shape->point_bits) - 1;

  for (guint32 i = 0; i < n; i++)
    {
      guint32 point = (guint32) (keys[i] & mask);

      if (i + LOOK_AHEAD < n)
        __builtin_prefetch (points + (keys[i + LOOK_AHEAD] & mask));
      items[i] = (BjtClusterItem) { points[point].x, points[point].y, weights == NULL ? 1 : weights[point], point };
    }
}

/**
 * bjt_cluster_order_points:
 * @builder: its points, ranks and rows are filled; items and next_items serve
 *   as room for the sort
 */
void
bjt_cluster_order_points (BjtClusterBuilder *builder,
                          const BjtPoint    *points,
                          const guint32     *weights,
                          guint32            n_points)
{
  guint64 *keys = (guint64 *) (gpointer) builder->items;
  KeyShape shape;
  guint32  n, row_before = 0;

  builder->n_points = builder->n_rows = 0;
  if (!find_shape (points, weights, n_points, builder->row_height, &shape))
    return;
  n = builder->n_points = make_keys (&shape, points, weights, n_points, keys);
  keys = sort_keys (&shape, keys, (guint64 *) (gpointer) builder->next_items, n);
  gather (&shape, points, weights, keys, n, builder->points);
  sort_ties (builder->points, keys, n, shape.point_bits);
  for (guint32 i = 0; i < n; i++)
    {
      guint32 row = shape.first_row + (guint32) (keys[i] >> (shape.point_bits + shape.x_bits));

      builder->ranks[i] = builder->points[i].node;
      builder->points[i].node = i;
      if (i == 0 || row != row_before)
        builder->rows[builder->n_rows++] = (BjtClusterRow) { row, i };
      row_before = row;
    }
}
