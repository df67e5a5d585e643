/* test-tile-packs.c: packs that other programs made: rasters are read, vector
 * packs and the damaged one refused with one line. */
#include "store/bjt-tile-pack.h"

#include <string.h>

#define EXIT_SKIPPED 77

static const struct
{
  const char *name;
  guint       n_tiles; /* 0: refused */
  const char *reason;
} packs[] = {
  { "gdal_world_l1.mbtiles", 5, NULL },
  { "isle_of_man.mbtiles", 12, NULL },
  { "nodembtiles_plain_1.mbtiles", 285, NULL },
  { "nodembtiles_some-empty-tiles.mbtiles", 11, NULL },
  { "martin_normalized-dedup-id.mbtiles", 5, NULL },
  { "bangkok_z12_vector.mbtiles", 0, "vector" },
  { "gdal_point_polygon.mbtiles", 0, "vector" },
  { "martin_json.mbtiles", 0, "vector" },
  { "nodembtiles_corrupt.mbtiles", 0, "malformed" },
};

static char *folder;

static guint
count_tiles (BjtTilePack *pack)
{
  guint n = 0;

  for (guint zoom = bjt_tile_pack_get_min_zoom (pack); zoom <= MIN (bjt_tile_pack_get_max_zoom (pack), 9); zoom++)
    for (guint column = 0; column < 1u << zoom; column++)
      for (guint row = 0; row < 1u << zoom; row++)
        {
          g_autoptr (GBytes) tile = bjt_tile_pack_read (pack, zoom, column, row, NULL);

          n += tile != NULL;
        }
  return n;
}

static void
test_packs (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (packs); i++)
    {
      g_autofree char *path = g_build_filename (folder, packs[i].name, NULL);
      g_autoptr (GError) error = NULL;
      g_autoptr (BjtTilePack) pack = bjt_tile_pack_open (path, &error);

      if (packs[i].n_tiles == 0)
        {
          g_assert_error (error, G_IO_ERROR, G_IO_ERROR_INVALID_DATA);
          g_assert_nonnull (strstr (error->message, packs[i].reason));
          continue;
        }
      g_assert_no_error (error);
      g_assert_cmpuint (count_tiles (pack), ==, packs[i].n_tiles);
    }
}

int
main (int    argc,
      char **argv)
{
  const char *data = g_getenv ("BJT_SHARED_DATA");

  g_test_init (&argc, &argv, NULL);
  folder = g_build_filename (data != NULL ? data : BJT_SOURCE_ROOT "/../shared/data", "03_tiles", "mbtiles", NULL);
  if (!g_file_test (folder, G_FILE_TEST_IS_DIR))
    return EXIT_SKIPPED;
  g_test_add_func ("/shared/tile-packs", test_packs);
  return g_test_run ();
}
