/* test-vector-tiles.c: the fixtures of the Mapbox Vector Tile format: what is
 * decoded is what their tile.json says; the broken ones are refused, or
 * forgiven where bjt-vector-tile.c says so. */
#include "tiles/bjt-vector-tile.h"

#include <json-glib/json-glib.h>
#include <string.h>

#define EXIT_SKIPPED 77

/* Invalid ones that are shown all the same; every other one is refused. */
static const char *const forgiven[] = {
  "003", /* no geometry type: no geometry */
  "005", /* odd number of tags: the last is dropped */
  "011", /* value of an unknown kind: none */
  "015", /* two layers of one name: both */
  "046", /* points that repeat: kept */
  NULL
};

static char *folder;

static GBytes *
load (const char *number,
      const char *ending)
{
  g_autofree char *name = g_strdup_printf ("fixture_%s_%s", number, ending);
  g_autofree char *path = g_build_filename (folder, name, NULL);
  char            *data;
  gsize            size;

  return g_file_get_contents (path, &data, &size, NULL) ? g_bytes_new_take (data, size) : NULL;
}

static JsonNode *
load_json (const char *number,
           const char *ending)
{
  g_autoptr (GBytes) bytes = load (number, ending);
  g_autoptr (JsonParser) parser = json_parser_new ();

  g_assert_true (json_parser_load_from_data (parser, g_bytes_get_data (bytes, NULL), (gssize) g_bytes_get_size (bytes), NULL));
  return json_parser_steal_root (parser);
}

static guint
count (JsonObject *object,
       const char *member)
{
  return json_object_has_member (object, member) ? json_array_get_length (json_object_get_array_member (object, member)) : 0;
}

static gint32
step (gint64 *at,
      guint32 word)
{
  *at += (gint64) (word >> 1) ^ -(gint64) (word & 1);
  return (gint32) CLAMP (*at, G_MININT32, G_MAXINT32);
}

/* The commands of valid geometries name one point after the other. */
static void
assert_points (const BjtVectorTile    *tile,
               const BjtVectorFeature *feature,
               JsonArray              *words)
{
  guint  n = json_array_get_length (words), part = feature->first_part, n_points = 0;
  gint64 x = 0, y = 0;

  for (guint i = 0; i < n;)
    {
      guint32 word = (guint32) json_array_get_int_element (words, i++);

      if ((word & 7) == 1 && i > 1)
        part += tile->parts[part].n_points == n_points;
      n_points = (word & 7) == 1 ? 0 : n_points;
      for (guint32 j = 0; (word & 7) != 7 && j < word >> 3; j++, n_points++, i += 2)
        {
          const BjtVectorPoint *point = &tile->points[tile->parts[part].first + n_points];

          g_assert_cmpint (point->x, ==, step (&x, (guint32) json_array_get_int_element (words, i)));
          g_assert_cmpint (point->y, ==, step (&y, (guint32) json_array_get_int_element (words, i + 1)));
        }
    }
  g_assert_cmpuint (feature->n_parts, ==, part + 1 - feature->first_part);
}

static void
assert_value (const BjtVectorValue *value,
              JsonObject           *expected)
{
  g_autoptr (GList) members = json_object_get_members (expected);
  const char *name = members->data;

  if (g_str_equal (name, "string_value") && json_node_get_value_type (json_object_get_member (expected, name)) == G_TYPE_INT64)
    g_assert_cmpint (g_ascii_strtoll (value->string, NULL, 10), ==, json_object_get_int_member (expected, name));
  else if (g_str_equal (name, "string_value"))
    g_assert_cmpstr (value->string, ==, json_object_get_string_member (expected, name));
  else if (g_str_equal (name, "bool_value"))
    g_assert_cmpint (value->number != 0, ==, json_object_get_boolean_member (expected, name));
  else if (g_str_equal (name, "custom_value"))
    g_assert_cmpint (value->type, ==, BJT_VECTOR_NULL);
  else
    g_assert_cmpfloat_with_epsilon (value->number, json_object_get_double_member (expected, name), 1e-6);
}

static void
assert_feature (const BjtVectorTile    *tile,
                const BjtVectorFeature *feature,
                JsonObject             *expected)
{
  g_assert_cmpuint (feature->id, ==, (guint64) json_object_get_int_member_with_default (expected, "id", 0));
  g_assert_cmpint (feature->kind, ==, json_object_get_int_member_with_default (expected, "type", 0));
  g_assert_cmpuint (feature->n_tags, ==, count (expected, "tags") / 2);
  for (guint i = 0; i < 2 * feature->n_tags; i++)
    g_assert_cmpuint (tile->tags[feature->first_tag + i], ==, json_array_get_int_element (json_object_get_array_member (expected, "tags"), i));
  if (feature->kind != BJT_VECTOR_UNKNOWN)
    assert_points (tile, feature, json_object_get_array_member (expected, "geometry"));
}

static void
assert_layer (const BjtVectorTile  *tile,
              const BjtVectorLayer *layer,
              JsonObject           *expected)
{
  g_assert_cmpstr (layer->name, ==, json_object_get_string_member (expected, "name"));
  g_assert_cmpuint (layer->version, ==, json_object_get_int_member (expected, "version"));
  g_assert_cmpuint (layer->extent, ==, json_object_get_int_member_with_default (expected, "extent", 4096));
  g_assert_cmpuint (layer->n_features, ==, count (expected, "features"));
  g_assert_cmpuint (layer->n_keys, ==, count (expected, "keys"));
  g_assert_cmpuint (layer->n_values, ==, count (expected, "values"));
  for (guint i = 0; i < layer->n_keys; i++)
    g_assert_cmpstr (layer->keys[i], ==, json_array_get_string_element (json_object_get_array_member (expected, "keys"), i));
  for (guint i = 0; i < layer->n_values; i++)
    assert_value (&layer->values[i], json_array_get_object_element (json_object_get_array_member (expected, "values"), i));
  for (guint i = 0; i < layer->n_features; i++)
    assert_feature (tile, &tile->features[layer->first_feature + i],
                    json_array_get_object_element (json_object_get_array_member (expected, "features"), i));
}

static gboolean
is_valid (const char *number)
{
  g_autoptr (JsonNode) info = load_json (number, "info.json");

  return json_object_get_boolean_member (json_object_get_object_member (json_node_get_object (info), "validity"), "v2");
}

static gboolean
try_fixture (const char *number)
{
  g_autoptr (GBytes) bytes = load (number, "tile.mvt");
  g_autoptr (JsonNode) expected = NULL;
  g_autoptr (BjtVectorTile) tile = NULL;
  g_autoptr (GError) error = NULL;
  JsonObject *root;

  if (bytes == NULL)
    return FALSE;
  tile = bjt_vector_tile_new (bytes, &error);
  if (!is_valid (number) && !g_strv_contains (forgiven, number))
    {
      g_assert_null (tile);
      g_assert_error (error, G_IO_ERROR, G_IO_ERROR_INVALID_DATA);
      g_assert_null (strchr (error->message, '\n'));
      g_test_message ("%s: %s", number, error->message);
      return TRUE;
    }
  g_assert_no_error (error);
  expected = load_json (number, "tile.json");
  root = json_node_get_object (expected);
  g_assert_cmpuint (tile->n_layers, ==, count (root, "layers"));
  for (guint i = 0; i < tile->n_layers; i++)
    assert_layer (tile, &tile->layers[i], json_array_get_object_element (json_object_get_array_member (root, "layers"), i));
  return TRUE;
}

static void
test_fixtures (void)
{
  guint n = 0;

  for (guint i = 1; i < 100; i++)
    {
      g_autofree char *number = g_strdup_printf ("%03u", i);

      n += try_fixture (number);
    }
  g_assert_cmpuint (n, ==, 37);
}

int
main (int    argc,
      char **argv)
{
  const char *data = g_getenv ("BJT_SHARED_DATA");
  int         result;

  g_test_init (&argc, &argv, NULL);
  folder = g_build_filename (data != NULL ? data : BJT_SOURCE_ROOT "/../shared/data", "03_tiles", "mvt", NULL);
  if (!g_file_test (folder, G_FILE_TEST_IS_DIR))
    return EXIT_SKIPPED;
  g_test_add_func ("/shared/vector-tiles", test_fixtures);
  result = g_test_run ();
  g_free (folder);
  return result;
}
