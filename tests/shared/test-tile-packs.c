/* test-tile-packs.c: packs that other programs made. For each file either its
 * facts, as gdalinfo and sqlite3 tell them, or why it is refused. */
#include "tiles/bjt-vector-tile.h"
#include "workspace/bjt-tile-opener.h"

#include <string.h>

#define EXIT_SKIPPED 77

typedef struct
{
  const char *name;
  const char *refusal; /* NULL: it can be used, and this is what it is: */
  const char *format;
  guint       min_zoom, max_zoom;
  gint64      n_stored;  /* as the file counts */
  guint       n_found;   /* read one by one: without those that are empty */
  guint       n_layers;
  const char *attribution;
} Pack;

static const Pack packs[] = {
  { "mbtiles/bangkok_z12_vector.mbtiles", NULL, "pbf", 12, 12, 40, 40, 8, "© OpenStreetMap contributors" },
  { "mbtiles/gdal_byte.mbtiles", NULL, "png", 11, 11, 1, 1, 0, NULL },
  { "mbtiles/gdal_point_polygon.mbtiles", NULL, "pbf", 0, 1, 5, 5, 2, NULL },
  { "mbtiles/gdal_world_l1.mbtiles", NULL, "jpg", 0, 1, 5, 5, 0, NULL },
  { "mbtiles/isle_of_man.mbtiles", NULL, "png", 7, 9, 12, 12, 0, NULL },
  { "mbtiles/martin_geography-class-jpg.mbtiles", NULL, "jpg", 0, 1, 5, 5, 0, NULL },
  { "mbtiles/martin_geography-class-png.mbtiles", NULL, "png", 0, 2, 6, 6, 0, NULL },
  { "mbtiles/martin_json.mbtiles", "neither PNG, JPEG or WebP" },
  { "mbtiles/martin_normalized-dedup-id.mbtiles", NULL, "jpg", 0, 1, 5, 5, 0, NULL },
  { "mbtiles/martin_world_cities.mbtiles", NULL, "pbf", 0, 6, 8, 8, 1, NULL },
  { "mbtiles/martin_invalid_zoomed_world_cities.sql", "neither an MBTiles nor a PMTiles file" },
  { "mbtiles/nodembtiles_corrupt.mbtiles", "malformed" },
  { "mbtiles/nodembtiles_plain_1.mbtiles", NULL, "png", 0, 4, 285, 285, 0, NULL },
  { "mbtiles/nodembtiles_some-empty-tiles.mbtiles", NULL, "png", 1, 2, 11, 11, 0, NULL },
  { "pmtiles/gdal_ne_10m_admin_0_france.pmtiles", NULL, "pbf", 3, 5, 8, 8, 1, NULL },
  { "pmtiles/gdal_poly.pmtiles", NULL, "pbf", 0, 5, 5, 5, 1, NULL },
  { "pmtiles/gdal_subset7_truncated.pmtiles", "cut off; get it again" },
  { "pmtiles/martin_png.pmtiles", NULL, "png", 0, 1, 5, 5, 0, NULL },
  { "pmtiles/martin_webp2.pmtiles", NULL, "webp", 0, 1, 5, 5, 0, NULL },
  { "pmtiles/protomaps_empty.pmtiles", "empty" },
  { "pmtiles/protomaps_invalid.pmtiles", "neither an MBTiles nor a PMTiles file" },
  { "pmtiles/protomaps_test_fixture_1.pmtiles", NULL, "pbf", 0, 0, 1, 1, 1, NULL },
  { "mvt/fixture_017_tile.mvt", "neither an MBTiles nor a PMTiles file" },
  { "glyphs", "is no file" },
};

static char *folder;

/* Vector tiles are decoded too. */
static guint
try_tile (BjtTileSource        *source,
          const BjtTileAddress *address)
{
  g_autoptr (GBytes) bytes = NULL;
  g_autoptr (GError) error = NULL;
  g_autoptr (BjtVectorTile) tile = NULL;
  BjtTileState state = bjt_tile_source_read (source, address, &bytes, &error);

  g_assert_no_error (error);
  if (state != BJT_TILE_READY || bjt_tile_source_get_info (source)->kind == BJT_TILE_RASTER)
    return state == BJT_TILE_READY;
  tile = bjt_vector_tile_new (bytes, &error);
  g_assert_no_error (error);
  return 1;
}

/* All tiles, or those of the bounds where there would be too many. */
static guint
count_tiles (BjtTileSource *source)
{
  const BjtTileInfo *info = bjt_tile_source_get_info (source);
  guint              n = 0;

  for (guint zoom = info->min_zoom; zoom <= info->max_zoom; zoom++)
    {
      guint side = 1u << zoom;
      guint first = zoom <= 6 || bjt_box_is_empty (&info->bounds) ? 0 : (guint) ((info->bounds.x1 + 180) / 360 * side);
      guint last = zoom <= 6 || bjt_box_is_empty (&info->bounds) ? side - 1 : (guint) ((info->bounds.x2 + 180) / 360 * side);

      for (guint column = first; column <= last; column++)
        for (guint row = 0; row < side; row++)
          n += try_tile (source, &(BjtTileAddress) { zoom, column, row });
    }
  return n;
}

static void
assert_facts (const Pack    *pack,
              BjtTileSource *source)
{
  const BjtTileInfo *info = bjt_tile_source_get_info (source);

  g_assert_cmpstr (info->format, ==, pack->format);
  g_assert_cmpint (info->kind, ==, g_str_equal (pack->format, "pbf") ? BJT_TILE_VECTOR : BJT_TILE_RASTER);
  g_assert_cmpuint (info->min_zoom, ==, pack->min_zoom);
  g_assert_cmpuint (info->max_zoom, ==, pack->max_zoom);
  g_assert_cmpuint (info->layers != NULL ? g_strv_length (info->layers) : 0, ==, pack->n_layers);
  g_assert_cmpstr (info->attribution, ==, pack->attribution);
  g_assert_cmpint (bjt_tile_opener_count_tiles (source, NULL), ==, pack->n_stored);
  g_assert_cmpuint (count_tiles (source), ==, pack->n_found);
}

static void
test_pack (gconstpointer data)
{
  const Pack      *pack = data;
  g_autofree char *path = g_build_filename (folder, pack->name, NULL);
  g_autoptr (GError) error = NULL;
  g_autoptr (BjtTileSource) source = bjt_tile_opener_open (path, &error);

  if (pack->refusal == NULL)
    {
      g_assert_no_error (error);
      assert_facts (pack, source);
      return;
    }
  g_assert_null (source);
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_INVALID_DATA);
  if (strstr (error->message, pack->refusal) == NULL || strchr (error->message, '\n') != NULL)
    g_error ("“%s” does not say “%s” in one line", error->message, pack->refusal);
}

int
main (int    argc,
      char **argv)
{
  const char *data = g_getenv ("BJT_SHARED_DATA");
  int         result;

  g_test_init (&argc, &argv, NULL);
  folder = g_build_filename (data != NULL ? data : BJT_SOURCE_ROOT "/../shared/data", "03_tiles", NULL);
  if (!g_file_test (folder, G_FILE_TEST_IS_DIR))
    return EXIT_SKIPPED;
  for (gsize i = 0; i < G_N_ELEMENTS (packs); i++)
    {
      g_autofree char *name = g_strconcat ("/shared/tile-packs/", packs[i].name, NULL);

      g_test_add_data_func (name, &packs[i], test_pack);
    }
  result = g_test_run ();
  g_free (folder);
  return result;
}
