/* test-import-shared.c: every file of the shared data goes through the helper.
 * Each gives drafts, or one clear line; the program goes on, in bounded time. */
#include "import/bjt-import-reader.h"

#include <string.h>

#define MAX_SECONDS 20
#define MAX_MEGABYTES 1500

typedef struct
{
  guint n_features;
  guint n_rows;
} Counts;

static gboolean
count_cb (const BjtDraft *draft,
          gpointer        user_data,
          GError        **error)
{
  Counts *counts = user_data;

  counts->n_features += draft->kind == BJT_DRAFT_FEATURE;
  counts->n_rows += draft->kind == BJT_DRAFT_REGISTER_ROW;
  if (draft->kind == BJT_DRAFT_FEATURE)
    g_assert_cmpuint (draft->feature.geometry->n_points, >, 0);
  return TRUE;
}

static gboolean
read_file (const char *path,
           Counts     *counts,
           GError    **error)
{
  g_autoptr (BjtImportReader) reader = bjt_import_reader_new (path);

  *counts = (Counts){ 0 };
  bjt_import_reader_set_limits (reader, MAX_SECONDS, MAX_MEGABYTES);
  return bjt_import_reader_run (reader, count_cb, counts, NULL, error);
}

/* The KML reader of GDAL 3.6 crashes on a track without points: just what the
 * helper process is for. */
static gboolean
may_crash (const char *path)
{
  return strstr (path, "kml_gpx/libkml/") != NULL;
}

static void
check_file (const char *path)
{
  g_autoptr (GError) error = NULL;
  Counts             counts;
  gint64             start = g_get_monotonic_time ();

  g_test_message ("%s", path);
  if (read_file (path, &counts, &error))
    g_assert_cmpuint (counts.n_features + counts.n_rows, >, 0);
  else
    {
      g_assert_cmpuint (error->domain, ==, BJT_IMPORT_ERROR);
      if (!may_crash (path))
        g_assert_cmpint (error->code, !=, BJT_IMPORT_ERROR_CRASHED);
      g_assert_cmpint (error->code, !=, BJT_IMPORT_ERROR_PROTOCOL);
      g_assert_true (g_str_has_prefix (error->message, path));
      g_assert_null (strchr (error->message, '\n'));
      g_assert_cmpuint (strlen (error->message), <, strlen (path) + 400);
    }
  g_assert_cmpint (g_get_monotonic_time () - start, <, (MAX_SECONDS + 5) * G_USEC_PER_SEC);
}

static void
check_folder (const char *folder)
{
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
  const char      *name;

  g_assert_nonnull (dir);
  while ((name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *path = g_build_filename (folder, name, NULL);

      if (g_file_test (path, G_FILE_TEST_IS_DIR))
        check_folder (path);
      else
        check_file (path);
    }
}

static char *
dup_path (const char *name)
{
  const char *data = g_getenv ("BJT_SHARED_DATA");

  return data != NULL ? g_build_filename (data, name, NULL)
                      : g_build_filename (BJT_SOURCE_ROOT, "..", "shared", "data", name, NULL);
}

static void
test_folder (gconstpointer name)
{
  g_autofree char *path = dup_path (name);

  check_folder (path);
}

static void
test_known (void)
{
  static const struct
  {
    const char *path;
    guint       n_features, n_rows;
  } cases[] = {
    { "02_osm/beijing_haidian_nongda.osm", 800, 0 },
    { "02_osm/shanghai_core_osmnx_roads.osm", 700, 0 },
    { "02_osm/liechtenstein-2013-08-03.osm.pbf", 7000, 0 },
    { "05_addresses_registers/address_parsing/addresses_with_building_unit_room.tsv", 0, 2773 },
    { "05_addresses_registers/registers/wuye_hc.xlsx", 0, 8 },
    { "05_addresses_registers/registers/wuye_importRoom.xlsx", 0, 1 },
    { "05_addresses_registers/registers/wuye_hc_业主信息_GBK.csv", 0, 5 },
    { "05_addresses_registers/registers/wuye_hc_房屋信息_GBK.csv", 0, 8 },
    { "06_geo_formats/shapefile/spatialite/merano-3d/polygons.shp", 10, 0 },
    { "06_geo_formats/gpkg_spatialite/ogr_poly_golden.gpkg", 10, 0 },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char   *path = dup_path (cases[i].path);
      g_autoptr (GError) error = NULL;
      Counts             counts;

      g_assert_true (read_file (path, &counts, &error));
      g_assert_no_error (error);
      g_assert_cmpuint (counts.n_features, >=, cases[i].n_features);
      g_assert_cmpuint (counts.n_rows, >=, cases[i].n_rows);
    }
}

int
main (int    argc,
      char **argv)
{
  static const char *const folders[] = { "02_osm", "05_addresses_registers", "06_geo_formats", "07_hostile" };
  g_autofree char         *data = dup_path ("");

  g_test_init (&argc, &argv, NULL);
  if (!g_file_test (data, G_FILE_TEST_IS_DIR))
    return 77;
  g_test_add_func ("/import/shared/known", test_known);
  for (gsize i = 0; i < G_N_ELEMENTS (folders); i++)
    {
      g_autofree char *path = g_strconcat ("/import/shared/", folders[i], NULL);

      g_test_add_data_func (path, folders[i], test_folder);
    }
  return g_test_run ();
}
