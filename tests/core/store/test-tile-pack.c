/* Packs made here, good and bad; and those of the reference data. */
#include "store/bjt-tile-pack.h"

#include <glib/gstdio.h>
#include <sqlite3.h>
#include <string.h>

/* One PNG pixel is not needed: the reader looks at the first bytes only. */
#define PNG "x'89504E470D0A1A0A00'"

typedef struct
{
  char *folder;
  char *path;
} Fixture;

static void
set_up (Fixture      *self,
        gconstpointer data)
{
  self->folder = g_dir_make_tmp ("bjt-pack-XXXXXX", NULL);
  self->path = g_build_filename (self->folder, "a.mbtiles", NULL);
}

static void
tear_down (Fixture      *self,
           gconstpointer data)
{
  g_remove (self->path);
  g_rmdir (self->folder);
  g_free (self->path);
  g_free (self->folder);
}

static void
make_pack (Fixture    *self,
           const char *sql)
{
  sqlite3 *database;

  g_assert_cmpint (sqlite3_open (self->path, &database), ==, SQLITE_OK);
  g_assert_cmpint (sqlite3_exec (database,
                                 "CREATE TABLE metadata (name TEXT, value TEXT);"
                                 "CREATE TABLE tiles (zoom_level INTEGER, tile_column INTEGER, tile_row INTEGER, tile_data BLOB);",
                                 NULL, NULL, NULL),
                   ==, SQLITE_OK);
  g_assert_cmpint (sqlite3_exec (database, sql, NULL, NULL, NULL), ==, SQLITE_OK);
  sqlite3_close (database);
}

static void
assert_refused (Fixture    *self,
                const char *reason)
{
  g_autoptr (GError) error = NULL;

  g_assert_null (bjt_tile_pack_open (self->path, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_INVALID_DATA);
  g_assert_nonnull (strstr (error->message, "a.mbtiles"));
  if (strstr (error->message, reason) == NULL)
    g_error ("“%s” does not say “%s”", error->message, reason);
  g_assert_null (strchr (error->message, '\n'));
}

/* 11/327/791 stands in row 1256 of the file. */
static void
test_rows_from_the_north (Fixture      *self,
                          gconstpointer data)
{
  g_autoptr (BjtTilePack) pack = NULL;
  g_autoptr (GBytes) tile = NULL;
  g_autoptr (GError) error = NULL;

  make_pack (self, "INSERT INTO tiles VALUES (11, 327, 1256, " PNG ");"
                   "INSERT INTO metadata VALUES ('attribution', '© <a href=\"x\">Who</a>');");
  pack = bjt_tile_pack_open (self->path, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (bjt_tile_pack_get_min_zoom (pack), ==, 11);
  g_assert_cmpuint (bjt_tile_pack_get_max_zoom (pack), ==, 11);
  g_assert_cmpstr (bjt_tile_pack_get_attribution (pack), ==, "© Who");
  tile = bjt_tile_pack_read (pack, 11, 327, 791, &error);
  g_assert_cmpuint (g_bytes_get_size (tile), ==, 9);
  g_assert_null (bjt_tile_pack_read (pack, 11, 327, 790, &error));
  g_assert_null (bjt_tile_pack_read (pack, 11, 4000, 790, &error));
  g_assert_null (bjt_tile_pack_read (pack, 60, 0, 0, &error));
  g_assert_no_error (error);
}

static void
test_refuses (Fixture      *self,
              gconstpointer data)
{
  g_autofree char *bytes = NULL;
  gsize            size;

  assert_refused (self, "no such file");
  g_file_set_contents (self->path, "", 0, NULL);
  assert_refused (self, "cut off");
  g_file_set_contents (self->path, "this is not a database, it is a text that is long enough", -1, NULL);
  assert_refused (self, "not a database");
  g_remove (self->path);
  make_pack (self, "");
  assert_refused (self, "no tiles");
  g_remove (self->path);
  make_pack (self, "INSERT INTO tiles VALUES (0, 0, 0, x'1F8B0800');");
  assert_refused (self, "vector");
  g_remove (self->path);
  make_pack (self, "INSERT INTO tiles VALUES (900, 0, 0, " PNG ");");
  assert_refused (self, "zoom");
  g_remove (self->path);
  make_pack (self, "INSERT INTO tiles VALUES (1, 0, 0, " PNG "); INSERT INTO tiles VALUES (1, 1, 0, zeroblob(30000));");
  g_assert_true (g_file_get_contents (self->path, &bytes, &size, NULL));
  g_file_set_contents (self->path, bytes, (gssize) (size / 2), NULL);
  assert_refused (self, "again");
}

static void
test_view_instead_of_table (Fixture      *self,
                            gconstpointer data)
{
  g_autoptr (BjtTilePack) pack = NULL;
  g_autoptr (GBytes) tile = NULL;

  make_pack (self, "DROP TABLE tiles; CREATE TABLE images (id TEXT, data BLOB); CREATE TABLE map (z, x, y, id);"
                   "INSERT INTO images VALUES ('a', " PNG "); INSERT INTO map VALUES (3, 1, 7, 'a');"
                   "CREATE VIEW tiles AS SELECT z AS zoom_level, x AS tile_column, y AS tile_row, data AS tile_data FROM map JOIN images USING (id);");
  pack = bjt_tile_pack_open (self->path, NULL);
  g_assert_nonnull (pack);
  tile = bjt_tile_pack_read (pack, 3, 1, 0, NULL);
  g_assert_nonnull (tile);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add ("/store/tile-pack/rows-from-the-north", Fixture, NULL, set_up, test_rows_from_the_north, tear_down);
  g_test_add ("/store/tile-pack/refuses", Fixture, NULL, set_up, test_refuses, tear_down);
  g_test_add ("/store/tile-pack/view-instead-of-table", Fixture, NULL, set_up, test_view_instead_of_table, tear_down);
  return g_test_run ();
}
