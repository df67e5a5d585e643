/* test-drawings.c: every drawing of the shared data, and every hostile file,
 * goes through the helper: a drawing with something on it, or one clear line,
 * in bounded time and memory. */
#include "import/bjt-import-error.h"
#include "workspace/bjt-drawing-opener.h"

#include <string.h>

#define EXIT_SKIPPED 77
#define MAX_SECONDS 30

static char *folder;

/* How many items there are at least; 0: it is refused. */
static const struct
{
  const char *name;
  guint       n_items;
  const char *refusal;
} known[] = {
  { "01_floorplans/svg/citam_space_metadata.svg", 726 },
  { "01_floorplans/svg/cn_campus_bldg2_floor1.svg", 110 },
  { "01_floorplans/svg/ha_home.svg", 240 },
  { "01_floorplans/dxf/mapwize_building_A_floor0.dxf", 4800 },
  { "01_floorplans/dxf/ezdxf_bin_dxf_r12.dxf", 3 },
  { "01_floorplans/dxf/ezdxf_wipeout_door.dxf", 280 },
  { "01_floorplans/dxf/ezdxf_small_r14.dxf", 0, "nothing is drawn" },
  { "01_floorplans/pdf/derived_cn_campus_bldg2_floor1.pdf", 110 },
  { "01_floorplans/pdf/gdal_byte_enc.pdf", 0, "password" },
  { "01_floorplans/raster/cch_32c3_level0.jpg", 1 },
  { "01_floorplans/raster/citam_example_floorplan_1.png", 1 },
  { "01_floorplans/raster/photo_not_photo.jpg", 0, "not a drawing" },
  { "01_floorplans/imdf/minimal-imdf.zip", 30 },
  { "01_floorplans/imdf/minimal-imdf", 30 },
  { "01_floorplans/indoorgml/FJK-Haus_IndoorGML_withEXR-corrected_1_0_3.gml", 28 },
  { "01_floorplans/osm_indoor/caserne.geojson", 150 },
  { "01_floorplans/osm_indoor/gare-de-l-est.geojson", 240 },
  { "07_hostile/xml/billionlaugh.osm", 0, "declares entities" },
};

static void
assert_refused (const GError *error,
                const char   *path)
{
  g_assert_nonnull (error);
  g_assert_cmpuint (error->domain, ==, BJT_IMPORT_ERROR);
  g_assert_cmpint (error->code, !=, BJT_IMPORT_ERROR_CRASHED);
  g_assert_cmpint (error->code, !=, BJT_IMPORT_ERROR_PROTOCOL);
  g_assert_true (g_str_has_prefix (error->message, path));
  g_assert_null (strchr (error->message, '\n'));
}

static void
check_file (const char *path)
{
  g_autoptr (GError) error = NULL;
  gint64 start = g_get_monotonic_time ();
  g_autoptr (BjtOpenedDrawing) opened = bjt_drawing_opener_open (path, 1, NULL, &error);

  g_test_message ("%s", path);
  if (opened == NULL)
    assert_refused (error, path);
  else
    g_assert_cmpuint (opened->drawing->n_items, >, 0);
  g_assert_cmpint (g_get_monotonic_time () - start, <, MAX_SECONDS * G_USEC_PER_SEC);
}

static void
check_folder (const char *path)
{
  g_autoptr (GDir) dir = g_dir_open (path, 0, NULL);
  const char *name;

  g_assert_nonnull (dir);
  while ((name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *inner = g_build_filename (path, name, NULL);

      if (g_file_test (inner, G_FILE_TEST_IS_DIR))
        check_folder (inner);
      else
        check_file (inner);
    }
}

static void
test_folder (gconstpointer name)
{
  g_autofree char *path = g_build_filename (folder, name, NULL);

  check_folder (path);
}

static void
test_known (void)
{
  for (gsize i = 0; i < G_N_ELEMENTS (known); i++)
    {
      g_autofree char *path = g_build_filename (folder, known[i].name, NULL);
      g_autoptr (GError) error = NULL;
      g_autoptr (BjtOpenedDrawing) opened = bjt_drawing_opener_open (path, 1, NULL, &error);

      g_test_message ("%s", known[i].name);
      if (known[i].n_items > 0)
        {
          g_assert_no_error (error);
          g_assert_cmpuint (opened->drawing->n_items, >=, known[i].n_items);
          continue;
        }
      g_assert_null (opened);
      assert_refused (error, path);
      g_assert_nonnull (strstr (error->message, known[i].refusal));
    }
}

static void
test_hidden_layers (void)
{
  g_autofree char *path = g_build_filename (folder, "01_floorplans/dxf/ogr_frozen-off.dxf", NULL);
  g_autoptr (BjtOpenedDrawing) opened = bjt_drawing_opener_open (path, 1, NULL, NULL);
  guint n_hidden = 0;

  g_assert_nonnull (opened);
  for (guint i = 0; i < opened->drawing->n_layers; i++)
    {
      g_assert_cmpint (opened->drawing->layers[i].is_hidden, ==, !g_str_equal (opened->drawing->layers[i].name, "ONTHAW"));
      n_hidden += opened->drawing->layers[i].is_hidden;
    }
  g_assert_cmpuint (n_hidden, ==, 3);
}

static void
test_placement (void)
{
  g_autofree char *path = g_build_filename (folder, "01_floorplans/osm_indoor/caserne.geojson", NULL);
  g_autoptr (BjtOpenedDrawing) opened = bjt_drawing_opener_open (path, 1, NULL, NULL);

  g_assert_nonnull (opened);
  g_assert_true (opened->is_placed);
  g_assert_cmpfloat (opened->drawing->metres_per_unit, ==, 1);
  g_assert_cmpfloat_with_epsilon (opened->ground[0].x, 5.724, 0.01);
  g_assert_cmpfloat_with_epsilon (opened->ground[0].y, 45.184, 0.01);
  g_assert_cmpfloat (opened->ground[1].x, >, opened->ground[0].x);
  g_assert_cmpfloat (opened->ground[2].y, <, opened->ground[0].y);
}

int
main (int    argc,
      char **argv)
{
  static const char *const folders[] = { "01_floorplans", "07_hostile/svg", "07_hostile/dxf", "07_hostile/xml", "07_hostile/zip" };
  const char *data = g_getenv ("BJT_SHARED_DATA");
  int         result;

  g_test_init (&argc, &argv, NULL);
  folder = data != NULL ? g_strdup (data) : g_build_filename (BJT_SOURCE_ROOT, "..", "shared", "data", NULL);
  if (!g_file_test (folder, G_FILE_TEST_IS_DIR))
    return EXIT_SKIPPED;
  g_test_add_func ("/shared/drawings/known", test_known);
  g_test_add_func ("/shared/drawings/hidden-layers", test_hidden_layers);
  g_test_add_func ("/shared/drawings/placement", test_placement);
  for (gsize i = 0; i < G_N_ELEMENTS (folders); i++)
    {
      g_autofree char *name = g_strconcat ("/shared/drawings/", folders[i], NULL);

      g_test_add_data_func (name, folders[i], test_folder);
    }
  result = g_test_run ();
  g_free (folder);
  return result;
}
