/* test-cluster-index.c: what must hold of every hierarchy of clusters. */
#include "geo/bjt-cluster-index.h"

#include <math.h>

static const BjtBox world = { 0, 0, 1, 1 };

/* Half of the points in heaps, one heap in a single place. */
static BjtPoint *
make_points (guint32 n,
             guint32 seed,
             double  spread)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (seed);
  BjtPoint         *points = g_new (BjtPoint, n);

  for (guint32 i = 0; i < n; i++)
    {
      BjtPoint at = { 0.7 + g_rand_double (rand) * spread, 0.4 + g_rand_double (rand) * spread };

      points[i] = at;
      if (i > 0 && i % 10 < 5)
        points[i] = (BjtPoint) { points[i - 1].x + g_rand_double (rand) * 1e-8, points[i - 1].y + g_rand_double (rand) * 1e-8 };
      if (i % 10 == 7)
        points[i] = (BjtPoint) { 0.7 + spread / 3, 0.4 + spread / 3 };
    }
  return points;
}

static guint32 *
make_weights (guint32 n)
{
  guint32 *weights = g_new (guint32, n);

  for (guint32 i = 0; i < n; i++)
    weights[i] = 1 + i % 7;
  return weights;
}

static GArray *
ask (const BjtClusterIndex *index,
     guint                  zoom,
     const BjtBox          *box)
{
  GArray *clusters = g_array_new (FALSE, FALSE, sizeof (BjtCluster));

  bjt_cluster_index_get_clusters (index, zoom, box, clusters);
  return clusters;
}

/* Every point in exactly one cluster; centre, weight and count are its points'. */
static void
check_zoom (const BjtClusterIndex *index,
            guint                  zoom,
            const BjtPoint        *points,
            const guint32         *weights,
            guint32                n)
{
  g_autoptr (GArray) clusters = ask (index, zoom, &world);
  g_autofree guint8 *seen = g_new0 (guint8, n);
  guint32            total = 0;

  for (guint c = 0; c < clusters->len; c++)
    {
      BjtCluster     cluster = g_array_index (clusters, BjtCluster, c);
      guint32        n_leaves, weight = 0;
      const guint32 *leaves = bjt_cluster_index_get_leaves (index, cluster.id, &n_leaves);
      double         x = 0, y = 0;

      g_assert_cmpuint (n_leaves, ==, cluster.n_points);
      for (guint32 i = 0; i < n_leaves; i++)
        {
          g_assert_false (seen[leaves[i]]);
          seen[leaves[i]] = TRUE;
          g_assert_cmpuint (bjt_cluster_index_find (index, zoom, leaves[i]), ==, cluster.id);
          x += points[leaves[i]].x * weights[leaves[i]];
          y += points[leaves[i]].y * weights[leaves[i]];
          weight += weights[leaves[i]];
        }
      g_assert_cmpuint (weight, ==, cluster.weight);
      g_assert_cmpfloat_with_epsilon (cluster.centre.x, x / weight, 1e-13);
      g_assert_cmpfloat_with_epsilon (cluster.centre.y, y / weight, 1e-13);
      total += n_leaves;
    }
  g_assert_cmpuint (total, ==, bjt_cluster_index_get_n_points (index));
}

static void
adds_up (void)
{
  guint32              n = 4000;
  g_autofree BjtPoint *points = make_points (n, 1, 1e-4);
  g_autofree guint32  *weights = make_weights (n);
  g_autoptr (BjtClusterIndex) index = bjt_cluster_index_new (points, weights, n, &BJT_CLUSTER_OPTIONS_DEFAULT);

  for (guint zoom = 8; zoom <= 23; zoom++)
    check_zoom (index, zoom, points, weights, n);
}

static BjtPoint
get_seed (const BjtClusterIndex *index,
          const BjtCluster      *cluster,
          guint                  zoom)
{
  g_autoptr (GArray) children = g_array_new (FALSE, FALSE, sizeof (BjtCluster));

  if (cluster->n_points == 1 || bjt_cluster_index_get_expansion_zoom (index, cluster->id) != zoom + 1)
    return cluster->centre;
  bjt_cluster_index_get_children (index, cluster->id, children);
  return g_array_index (children, BjtCluster, 0).centre;
}

/* A seed takes in all within the radius: no two stand that close. And what a
 * cluster took in at a zoom lay within the radius of its seed. */
static void
check_seeds (const BjtClusterIndex *index,
             guint                  zoom)
{
  g_autoptr (GArray) clusters = ask (index, zoom, &world);
  double radius = 40 / (512 * exp2 (zoom));

  for (guint a = 0; a < clusters->len; a++)
    {
      const BjtCluster *cluster = &g_array_index (clusters, BjtCluster, a);
      BjtPoint          seed = get_seed (index, cluster, zoom);
      g_autoptr (GArray) children = g_array_new (FALSE, FALSE, sizeof (BjtCluster));

      for (guint b = a + 1; b < clusters->len; b++)
        {
          BjtPoint other = get_seed (index, &g_array_index (clusters, BjtCluster, b), zoom);

          g_assert_cmpfloat (hypot (seed.x - other.x, seed.y - other.y), >, radius * (1 - 1e-9));
        }
      if (cluster->n_points > 1 && bjt_cluster_index_get_expansion_zoom (index, cluster->id) == zoom + 1)
        bjt_cluster_index_get_children (index, cluster->id, children);
      for (guint c = 0; c < children->len; c++)
        {
          BjtPoint child = g_array_index (children, BjtCluster, c).centre;

          g_assert_cmpfloat (hypot (seed.x - child.x, seed.y - child.y), <=, radius * (1 + 1e-9));
        }
    }
}

static void
seeds_apart (void)
{
  guint32              n = 1500;
  g_autofree BjtPoint *points = make_points (n, 2, 3e-5);
  g_autoptr (BjtClusterIndex) index = bjt_cluster_index_new (points, NULL, n, &BJT_CLUSTER_OPTIONS_DEFAULT);

  for (guint zoom = 10; zoom <= 21; zoom++)
    check_seeds (index, zoom);
}

static void
children_add_up (void)
{
  guint32              n = 2000;
  g_autofree BjtPoint *points = make_points (n, 3, 1e-4);
  g_autoptr (BjtClusterIndex) index = bjt_cluster_index_new (points, NULL, n, &BJT_CLUSTER_OPTIONS_DEFAULT);
  g_autoptr (GArray) queue = ask (index, 0, &world);

  for (guint i = 0; i < queue->len; i++)
    {
      BjtCluster cluster = g_array_index (queue, BjtCluster, i);
      guint      first = queue->len;
      guint32    total = 0;

      bjt_cluster_index_get_children (index, cluster.id, queue);
      if (cluster.n_points == 1)
        {
          g_assert_cmpuint (queue->len, ==, first);
          continue;
        }
      g_assert_cmpuint (queue->len - first, >=, 2);
      for (guint c = first; c < queue->len; c++)
        {
          BjtCluster child = g_array_index (queue, BjtCluster, c);

          total += child.n_points;
          if (child.n_points > 1)
            g_assert_cmpuint (bjt_cluster_index_get_expansion_zoom (index, child.id), >, bjt_cluster_index_get_expansion_zoom (index, cluster.id));
        }
      g_assert_cmpuint (total, ==, cluster.n_points);
    }
}

static int
compare_ids (gconstpointer a,
             gconstpointer b)
{
  guint32 x = ((const BjtCluster *) a)->id, y = ((const BjtCluster *) b)->id;

  return x < y ? -1 : x > y;
}

static void
boxes (void)
{
  guint32              n = 3000;
  g_autofree BjtPoint *points = make_points (n, 4, 1e-4);
  g_autoptr (BjtClusterIndex) index = bjt_cluster_index_new (points, NULL, n, &BJT_CLUSTER_OPTIONS_DEFAULT);
  g_autoptr (GRand) rand = g_rand_new_with_seed (5);

  for (int run = 0; run < 200; run++)
    {
      guint  zoom = (guint) g_rand_int_range (rand, 9, 24);
      double x = 0.7 + g_rand_double (rand) * 1e-4, y = 0.4 + g_rand_double (rand) * 1e-4, half = pow (10, -g_rand_double_range (rand, 4, 8));
      BjtBox box = { x - half, y - half / 2, x + half, y + half / 2 };
      g_autoptr (GArray) some = ask (index, zoom, &box), all = ask (index, zoom, &world);

      for (guint i = all->len; i-- > 0;)
        {
          BjtPoint at = g_array_index (all, BjtCluster, i).centre;

          if (at.x < box.x1 || at.x > box.x2 || at.y < box.y1 || at.y > box.y2)
            g_array_remove_index_fast (all, i);
        }
      g_array_sort (all, compare_ids);
      g_array_sort (some, compare_ids);
      g_assert_cmpuint (some->len, ==, all->len);
      for (guint i = 0; i < some->len; i++)
        g_assert_cmpuint (g_array_index (some, BjtCluster, i).id, ==, g_array_index (all, BjtCluster, i).id);
    }
}

static int
compare_places (gconstpointer a,
                gconstpointer b)
{
  const BjtCluster *x = a, *y = b;

  if (x->centre.x != y->centre.x)
    return x->centre.x < y->centre.x ? -1 : 1;
  return x->centre.y < y->centre.y ? -1 : x->centre.y > y->centre.y;
}

/* Shuffled points give the same clusters, bit for bit; those on one meridian too. */
static void
order_is_nothing (void)
{
  guint32              n = 3000;
  g_autofree BjtPoint *points = make_points (n, 6, 1e-4);
  g_autoptr (BjtClusterIndex) first = NULL, second = NULL;
  g_autoptr (GRand) rand = g_rand_new_with_seed (7);

  for (guint32 i = 0; i < n; i += 5)
    points[i].x = points[0].x;
  first = bjt_cluster_index_new (points, NULL, n, &BJT_CLUSTER_OPTIONS_DEFAULT);
  for (guint32 i = n; i-- > 1;)
    {
      guint32  other = (guint32) g_rand_int_range (rand, 0, (gint32) i + 1);
      BjtPoint point = points[i];

      points[i] = points[other];
      points[other] = point;
    }
  second = bjt_cluster_index_new (points, NULL, n, &BJT_CLUSTER_OPTIONS_DEFAULT);
  for (guint zoom = 10; zoom <= 22; zoom++)
    {
      g_autoptr (GArray) a = ask (first, zoom, &world), b = ask (second, zoom, &world);

      g_array_sort (a, compare_places);
      g_array_sort (b, compare_places);
      g_assert_cmpuint (a->len, ==, b->len);
      for (guint i = 0; i < a->len; i++)
        {
          g_assert_true (compare_places (&g_array_index (a, BjtCluster, i), &g_array_index (b, BjtCluster, i)) == 0);
          g_assert_cmpuint (g_array_index (a, BjtCluster, i).n_points, ==, g_array_index (b, BjtCluster, i).n_points);
        }
    }
}

static void
one_place (void)
{
  guint32              n = 1000;
  g_autofree BjtPoint *points = g_new (BjtPoint, n);
  g_autoptr (BjtClusterIndex) index = NULL;
  g_autoptr (GArray) clusters = NULL;
  BjtCluster cluster;

  for (guint32 i = 0; i < n; i++)
    points[i] = (BjtPoint) { 0.8, 0.4 };
  index = bjt_cluster_index_new (points, NULL, n, &BJT_CLUSTER_OPTIONS_DEFAULT);
  clusters = ask (index, 21, &world);
  g_assert_cmpuint (clusters->len, ==, 1);
  cluster = g_array_index (clusters, BjtCluster, 0);
  g_assert_cmpuint (cluster.n_points, ==, n);
  g_assert_cmpuint (bjt_cluster_index_get_expansion_zoom (index, cluster.id), ==, 22);
  g_array_set_size (clusters, 0);
  bjt_cluster_index_get_clusters (index, 22, &world, clusters);
  g_assert_cmpuint (clusters->len, ==, n);
}

static void
nothing_and_one (void)
{
  BjtPoint point = { 0.25, 0.75 };
  g_autoptr (BjtClusterIndex) none = bjt_cluster_index_new (NULL, NULL, 0, &BJT_CLUSTER_OPTIONS_DEFAULT);
  g_autoptr (BjtClusterIndex) one = bjt_cluster_index_new (&point, NULL, 1, &BJT_CLUSTER_OPTIONS_DEFAULT);
  g_autoptr (GArray) clusters = ask (none, 12, &world);

  g_assert_cmpuint (clusters->len, ==, 0);
  g_assert_cmpuint (bjt_cluster_index_find (none, 12, 0), ==, BJT_NO_CLUSTER);
  bjt_cluster_index_get_clusters (one, 12, &world, clusters);
  g_assert_cmpuint (clusters->len, ==, 1);
  g_assert_cmpuint (g_array_index (clusters, BjtCluster, 0).n_points, ==, 1);
  g_assert_cmpuint (bjt_cluster_index_find (one, 12, 0), ==, g_array_index (clusters, BjtCluster, 0).id);
}

static void
nowhere (void)
{
  static const BjtPoint points[] = { { NAN, 0.5 }, { 0.5, 0.5 }, { 0.5, NAN }, { INFINITY, 0.5 }, { -0.1, 0.5 }, { 0.5, 1.1 }, { 0.5, 0.5 }, { 0, 0 }, { 1, 1 } };
  static const guint32  weights[] = { 1, 2, 1, 1, 1, 1, 0, 1, 1 };
  g_autoptr (BjtClusterIndex) index = bjt_cluster_index_new (points, weights, G_N_ELEMENTS (points), &BJT_CLUSTER_OPTIONS_DEFAULT);
  g_autoptr (GArray) clusters = ask (index, 10, &world);

  g_assert_cmpuint (bjt_cluster_index_get_n_points (index), ==, 3);
  g_assert_cmpuint (clusters->len, ==, 3);
  for (guint32 i = 0; i < G_N_ELEMENTS (points); i++)
    g_assert_true ((bjt_cluster_index_find (index, 10, i) != BJT_NO_CLUSTER) == (i == 1 || i >= 7));
}

static void
few_stay_alone (void)
{
  BjtClusterOptions    options = BJT_CLUSTER_OPTIONS_DEFAULT;
  guint32              n = 2000;
  g_autofree BjtPoint *points = make_points (n, 8, 1e-4);
  g_autoptr (BjtClusterIndex) index = NULL;

  options.min_points = 5;
  index = bjt_cluster_index_new (points, NULL, n, &options);
  for (guint zoom = 10; zoom <= 21; zoom++)
    {
      g_autoptr (GArray) clusters = ask (index, zoom, &world);
      guint32 total = 0;

      for (guint i = 0; i < clusters->len; i++)
        {
          guint32 n_points = g_array_index (clusters, BjtCluster, i).n_points;

          g_assert_true (n_points == 1 || n_points >= 5);
          total += n_points;
        }
      g_assert_cmpuint (total, ==, n);
    }
}

/* The whole world and one town: an outlier must not make the town slow or wrong. */
static void
outlier (void)
{
  guint32              n = 3000;
  g_autofree BjtPoint *points = make_points (n, 9, 1e-4);
  g_autofree guint32  *weights = make_weights (n);
  g_autoptr (BjtClusterIndex) index = NULL;

  points[0] = (BjtPoint) { 0, 0 };
  points[1] = (BjtPoint) { 1, 1 };
  index = bjt_cluster_index_new (points, weights, n, &BJT_CLUSTER_OPTIONS_DEFAULT);
  for (guint zoom = 10; zoom <= 22; zoom += 4)
    check_zoom (index, zoom, points, weights, n);
}

static void
small_memory (void)
{
  guint32              n = 20000;
  g_autofree BjtPoint *points = make_points (n, 10, 1e-3);
  g_autofree guint32  *weights = make_weights (n);
  g_autoptr (BjtClusterIndex) index = bjt_cluster_index_new (points, weights, n, &BJT_CLUSTER_OPTIONS_DEFAULT);

  g_assert_cmpuint (bjt_cluster_index_get_size (index), <=, 64 * n);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/geo/cluster-index/counts-and-centres-add-up", adds_up);
  g_test_add_func ("/geo/cluster-index/seeds-stand-apart", seeds_apart);
  g_test_add_func ("/geo/cluster-index/children-add-up", children_add_up);
  g_test_add_func ("/geo/cluster-index/boxes", boxes);
  g_test_add_func ("/geo/cluster-index/order-is-nothing", order_is_nothing);
  g_test_add_func ("/geo/cluster-index/one-place", one_place);
  g_test_add_func ("/geo/cluster-index/nothing-and-one", nothing_and_one);
  g_test_add_func ("/geo/cluster-index/nowhere", nowhere);
  g_test_add_func ("/geo/cluster-index/few-stay-alone", few_stay_alone);
  g_test_add_func ("/geo/cluster-index/outlier", outlier);
  g_test_add_func ("/geo/cluster-index/small-memory", small_memory);
  return g_test_run ();
}
