/* test-outline-shared.c: the middle against the fixture of another program. */
#include "geo/bjt-outline.h"

#include <json-glib/json-glib.h>
#include <math.h>

/* A lake with bays and islands: 6,000 points. */
static BjtGeometry *
load_lake (const char *path)
{
  g_autoptr (JsonParser) parser = json_parser_new ();
  g_autoptr (GArray) points = g_array_new (FALSE, FALSE, sizeof (BjtPoint));
  g_autoptr (GArray) parts = g_array_new (FALSE, FALSE, sizeof (BjtPart));
  JsonArray *rings;

  g_assert_true (json_parser_load_from_file (parser, path, NULL));
  rings = json_node_get_array (json_parser_get_root (parser));
  for (guint r = 0; r < json_array_get_length (rings); r++)
    {
      JsonArray *ring = json_array_get_array_element (rings, r);
      BjtPart    part = { points->len, json_array_get_length (ring) - 1, r > 0 };

      for (guint i = 0; i < part.n_points; i++)
        {
          JsonArray *xy = json_array_get_array_element (ring, i);
          BjtPoint   point = { json_array_get_double_element (xy, 0), json_array_get_double_element (xy, 1) };

          g_array_append_val (points, point);
        }
      g_array_append_val (parts, part);
    }
  return bjt_geometry_new (BJT_GEOMETRY_POLYGON, (const BjtPart *) (gpointer) parts->data, parts->len,
                           (const BjtPoint *) (gpointer) points->data, points->len);
}

/* polylabel finds 3865.85, 2124.88 with a radius of 288.85 at precision 1. */
static void
test_lake (gconstpointer folder)
{
  g_autofree char *path = g_build_filename (folder, "water1.json", NULL);
  g_autoptr (BjtGeometry) lake = load_lake (path);
  double   radius;
  BjtPoint middle = bjt_outline_find_middle (lake, &radius);

  g_assert_true (bjt_geometry_contains (lake, middle.x, middle.y));
  g_assert_cmpfloat_with_epsilon (radius, 288.85, 3);
  g_assert_cmpfloat (hypot (middle.x - 3865.85, middle.y - 2124.88), <, 30);
}

int
main (int    argc,
      char **argv)
{
  const char      *root = g_getenv ("BJT_SHARED_DATA");
  g_autofree char *folder = g_build_filename (root != NULL ? root : BJT_SOURCE_ROOT "/../shared/data", "08_peer_fixtures", "polylabel", NULL);

  g_test_init (&argc, &argv, NULL);
  if (!g_file_test (folder, G_FILE_TEST_IS_DIR))
    return 77;
  g_test_add_data_func ("/outline/lake", folder, test_lake);
  return g_test_run ();
}
