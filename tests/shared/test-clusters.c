/* test-clusters.c: the places of the supercluster project, with its options:
 * the same invariants as its own answer for the tile of the whole world. */
#include "geo/bjt-cluster-index.h"
#include "geo/bjt-mercator.h"

#include <json-glib/json-glib.h>

static char *folder;

static JsonArray *
load_features (const char *name,
               JsonParser *parser)
{
  g_autofree char *path = g_build_filename (folder, name, NULL);
  g_autoptr (GError) error = NULL;

  json_parser_load_from_file (parser, path, &error);
  g_assert_no_error (error);
  return json_object_get_array_member (json_node_get_object (json_parser_get_root (parser)), "features");
}

/* One feature has no geometry: it is left out. */
static BjtPoint *
load_places (guint32 *n)
{
  g_autoptr (JsonParser) parser = json_parser_new ();
  JsonArray *features = load_features ("places.json", parser);
  BjtPoint  *points = g_new (BjtPoint, json_array_get_length (features));

  *n = 0;
  for (guint i = 0; i < json_array_get_length (features); i++)
    {
      JsonNode  *geometry = json_object_get_member (json_array_get_object_element (features, i), "geometry");
      JsonArray *at;

      if (JSON_NODE_HOLDS_NULL (geometry))
        continue;
      at = json_object_get_array_member (json_node_get_object (geometry), "coordinates");
      points[(*n)++] = bjt_mercator_project ((BjtPoint) { json_array_get_double_element (at, 0), json_array_get_double_element (at, 1) });
    }
  return points;
}

/* What supercluster shows at zoom 0: the tile repeats what lies near its edges,
 * so only features within it count. */
static void
count_peer (guint *n_features,
            guint *n_points)
{
  g_autoptr (JsonParser) parser = json_parser_new ();
  JsonArray *features = load_features ("places-z0-0-0.json", parser);

  *n_features = *n_points = 0;
  for (guint i = 0; i < json_array_get_length (features); i++)
    {
      JsonObject *feature = json_array_get_object_element (features, i), *tags = json_object_get_object_member (feature, "tags");
      JsonArray  *at = json_array_get_array_element (json_object_get_array_member (feature, "geometry"), 0);
      gint64      x = json_array_get_int_element (at, 0);

      if (x < 0 || x >= 512)
        continue;
      ++*n_features;
      *n_points += json_object_has_member (tags, "point_count") ? (guint) json_object_get_int_member (tags, "point_count") : 1;
    }
}

static void
places (void)
{
  BjtClusterOptions    options = { 0, 16, 40, 512, 2 };
  guint32              n;
  g_autofree BjtPoint *points = load_places (&n);
  g_autoptr (BjtClusterIndex) index = bjt_cluster_index_new (points, NULL, n, &options);
  guint n_features, n_points;

  g_assert_cmpuint (n, ==, 162);
  count_peer (&n_features, &n_points);
  for (guint zoom = 0; zoom <= 17; zoom++)
    {
      g_autoptr (GArray) clusters = g_array_new (FALSE, FALSE, sizeof (BjtCluster));
      guint32 total = 0;

      bjt_cluster_index_get_clusters (index, zoom, &(BjtBox) { 0, 0, 1, 1 }, clusters);
      for (guint i = 0; i < clusters->len; i++)
        {
          BjtCluster     cluster = g_array_index (clusters, BjtCluster, i);
          guint32        n_leaves;
          const guint32 *leaves = bjt_cluster_index_get_leaves (index, cluster.id, &n_leaves);
          BjtPoint       sum = { 0 };

          for (guint32 l = 0; l < n_leaves; l++)
            sum = (BjtPoint) { sum.x + points[leaves[l]].x, sum.y + points[leaves[l]].y };
          g_assert_cmpfloat_with_epsilon (cluster.centre.x, sum.x / n_leaves, 1e-12);
          g_assert_cmpfloat_with_epsilon (cluster.centre.y, sum.y / n_leaves, 1e-12);
          total += cluster.n_points;
        }
      g_assert_cmpuint (total, ==, n);
      g_assert_true (zoom > 0 || n_points == total);
      /* Seeds are met in another order there, so one cluster more or less. */
      g_assert_true (zoom > 0 || ABS ((int) clusters->len - (int) n_features) <= 3);
    }
}

int
main (int    argc,
      char **argv)
{
  const char *data;

  g_test_init (&argc, &argv, NULL);
  data = g_getenv ("BJT_SHARED_DATA");
  folder = g_build_filename (data != NULL ? data : BJT_SOURCE_ROOT "/../shared/data", "08_peer_fixtures", "supercluster", NULL);
  if (!g_file_test (folder, G_FILE_TEST_IS_DIR))
    return 77;
  g_test_add_func ("/shared/clusters/places", places);
  return g_test_run ();
}
