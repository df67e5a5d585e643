/* test-tile-disk.c: what is kept on disk, and what goes first. */
#include "tiles/bjt-tile-disk.h"

#include <glib/gstdio.h>
#include <string.h>

typedef struct
{
  char *folder;
} Fixture;

static void
set_up (Fixture      *self,
        gconstpointer data)
{
  self->folder = g_dir_make_tmp ("bjt-cache-XXXXXX", NULL);
}

static GPtrArray *
list_files (const char *folder)
{
  GPtrArray *files = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
  const char *name;

  while (dir != NULL && (name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *path = g_build_filename (folder, name, NULL);

      if (g_file_test (path, G_FILE_TEST_IS_DIR))
        {
          g_autoptr (GPtrArray) below = list_files (path);

          g_ptr_array_extend_and_steal (files, g_steal_pointer (&below));
        }
      else
        g_ptr_array_add (files, g_steal_pointer (&path));
    }
  return files;
}

static void
tear_down (Fixture      *self,
           gconstpointer data)
{
  g_autoptr (GPtrArray) files = list_files (self->folder);

  for (guint i = 0; i < files->len; i++)
    {
      g_autofree char *folder = g_path_get_dirname (files->pdata[i]);

      g_unlink (files->pdata[i]);
      g_rmdir (folder);
    }
  g_rmdir (self->folder);
  g_free (self->folder);
}

static void
write_tile (BjtTileDisk *cache,
            guint         column,
            gsize         size)
{
  g_autofree char *data = g_malloc0 (size);
  g_autoptr (GBytes) bytes = g_bytes_new (data, size);
  BjtStoredTile tile = { bytes, 1000, (char *) "\"tag\"", (char *) "then\nLength: 5" };

  g_assert_true (bjt_tile_disk_write (cache, "source", &(BjtTileAddress) { 10, column, 1 }, &tile));
}

static gboolean
has_tile (BjtTileDisk *cache,
          guint         column)
{
  g_auto (BjtStoredTile) tile = { 0 };

  return bjt_tile_disk_read (cache, "source", &(BjtTileAddress) { 10, column, 1 }, &tile);
}

static void
test_round_trip (Fixture      *self,
                 gconstpointer data)
{
  g_autoptr (BjtTileDisk) cache = bjt_tile_disk_new (self->folder, BJT_TILE_DISK_BYTES);
  g_auto (BjtStoredTile) tile = { 0 };
  g_auto (BjtStoredTile) other = { 0 };

  write_tile (cache, 7, 100);
  write_tile (cache, 8, 0);
  g_assert_true (bjt_tile_disk_read (cache, "source", &(BjtTileAddress) { 10, 7, 1 }, &tile));
  g_assert_cmpuint (g_bytes_get_size (tile.bytes), ==, 100);
  g_assert_cmpint (tile.expires, ==, 1000);
  g_assert_cmpstr (tile.etag, ==, "\"tag\"");
  g_assert_cmpstr (tile.last_modified, ==, "then Length: 5");
  g_assert_true (has_tile (cache, 8));
  g_assert_false (has_tile (cache, 9));
  g_assert_false (bjt_tile_disk_read (cache, "other", &(BjtTileAddress) { 10, 7, 1 }, &other));
}

static void
test_damaged (Fixture      *self,
              gconstpointer data)
{
  static const char *const contents[] = {
    "", "BJT-TILE-1", "BJT-TILE-1\n1\n\n\n5\nabc", "BJT-TILE-1\n1\n\n\n3\nabcd", "BJT-TILE-1\n1\n\n\n-3\nabc", "BJT-TILE-2\n1\n\n\n3\nabc",
    "BJT-TILE-1\n1\n\n\n99999999999999999999\nabc",
  };
  g_autoptr (BjtTileDisk) cache = bjt_tile_disk_new (self->folder, BJT_TILE_DISK_BYTES);
  g_autoptr (GPtrArray) files = NULL;

  write_tile (cache, 1, 3);
  files = list_files (self->folder);
  g_assert_cmpuint (files->len, ==, 1);
  for (gsize i = 0; i < G_N_ELEMENTS (contents); i++)
    {
      g_assert_true (g_file_set_contents (files->pdata[0], contents[i], -1, NULL));
      g_assert_false (has_tile (cache, 1));
      g_assert_false (g_file_test (files->pdata[0], G_FILE_TEST_EXISTS));
    }
}

/* The least recently used goes, whichever program wrote it. */
static void
test_bound (Fixture      *self,
            gconstpointer data)
{
  g_autoptr (BjtTileDisk) cache = bjt_tile_disk_new (self->folder, 10000);
  g_autoptr (BjtTileDisk) later = bjt_tile_disk_new (self->folder, 10000);

  for (guint i = 0; i < 8; i++)
    {
      write_tile (cache, i, 1100);
      g_usleep (2000);
    }
  g_assert_true (has_tile (cache, 0));
  g_usleep (2000);
  write_tile (later, 8, 1100);
  g_assert_true (has_tile (later, 0));
  g_assert_true (has_tile (later, 8));
  g_assert_false (has_tile (later, 1));
  g_assert_true (has_tile (later, 7));
}

static void
test_read_only (Fixture      *self,
                gconstpointer data)
{
  g_autofree char *path = g_build_filename (self->folder, "file", NULL);
  g_autoptr (BjtTileDisk) cache = NULL;
  g_autoptr (GBytes) bytes = g_bytes_new_static ("abc", 3);
  BjtStoredTile tile = { bytes, 1, NULL, NULL };

  g_assert_true (g_file_set_contents (path, "", 0, NULL));
  cache = bjt_tile_disk_new (path, 10000);
  g_assert_false (bjt_tile_disk_write (cache, "s", &(BjtTileAddress) { 1, 0, 0 }, &tile));
  g_unlink (path);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add ("/tiles/disk/round-trip", Fixture, NULL, set_up, test_round_trip, tear_down);
  g_test_add ("/tiles/disk/damaged", Fixture, NULL, set_up, test_damaged, tear_down);
  g_test_add ("/tiles/disk/bound", Fixture, NULL, set_up, test_bound, tear_down);
  g_test_add ("/tiles/disk/read-only", Fixture, NULL, set_up, test_read_only, tear_down);
  return g_test_run ();
}
