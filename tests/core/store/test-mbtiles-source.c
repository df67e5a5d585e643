/* Packs made here, good and bad. */
#include "store/bjt-mbtiles-source.h"

#include <glib/gstdio.h>
#include <sqlite3.h>
#include <string.h>

/* No picture is needed: the reader looks at the first bytes only. */
#define PNG "x'89504E470D0A1A0A00'"
#define GZIP "x'1F8B0800'"

typedef struct
{
  char *folder;
  char *path;
} Fixture;

static void
set_up (Fixture      *self,
        gconstpointer data)
{
  self->folder = g_dir_make_tmp ("bjt-mbtiles-XXXXXX", NULL);
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

static BjtTileSource *
open_pack (Fixture    *self,
           const char *sql)
{
  g_autoptr (GError) error = NULL;
  BjtTileSource *source;

  g_remove (self->path);
  make_pack (self, sql);
  source = bjt_mbtiles_source_new (self->path, &error);
  g_assert_no_error (error);
  return source;
}

static void
assert_refused (Fixture    *self,
                const char *reason)
{
  g_autoptr (GError) error = NULL;

  g_assert_null (bjt_mbtiles_source_new (self->path, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_INVALID_DATA);
  if (strstr (error->message, reason) == NULL || strchr (error->message, '\n') != NULL || strstr (error->message, "a.mbtiles") == NULL)
    g_error ("“%s” does not say “%s” in one line", error->message, reason);
}

static void
assert_pack_refused (Fixture    *self,
                     const char *sql,
                     const char *reason)
{
  g_remove (self->path);
  make_pack (self, sql);
  assert_refused (self, reason);
}

static void
assert_tile (BjtTileSource *source,
             guint          zoom,
             guint          column,
             guint          row,
             gsize          size) /* 0: none */
{
  const BjtTileAddress address = { zoom, column, row };
  g_autoptr (GBytes) bytes = NULL;
  g_autoptr (GError) error = NULL;
  BjtTileState state = bjt_tile_source_read (source, &address, &bytes, &error);

  g_assert_no_error (error);
  g_assert_cmpint (state, ==, size > 0 ? BJT_TILE_READY : BJT_TILE_MISSING);
  g_assert_cmpuint (bytes != NULL ? g_bytes_get_size (bytes) : 0, ==, size);
}

/* 11/327/791 stands in row 1256 of the file. */
static void
test_rows_from_the_north (Fixture      *self,
                          gconstpointer data)
{
  g_autoptr (BjtTileSource) source = open_pack (self, "INSERT INTO tiles VALUES (11, 327, 1256, " PNG ");");

  assert_tile (source, 11, 327, 791, 9);
  assert_tile (source, 11, 327, 790, 0);
  assert_tile (source, 11, 4000, 790, 0);
  assert_tile (source, 10, 0, 0, 0);
  assert_tile (source, 60, 0, 0, 0);
  g_assert_cmpint (bjt_mbtiles_source_count_tiles (BJT_MBTILES_SOURCE (source), NULL), ==, 1);
  g_object_unref (source);
  source = open_pack (self, "INSERT INTO tiles VALUES (11, 327, 791, " PNG "); INSERT INTO metadata VALUES ('scheme', 'xyz');");
  assert_tile (source, 11, 327, 791, 9);
}

static void
test_metadata (Fixture      *self,
               gconstpointer data)
{
  g_autoptr (BjtTileSource) source = open_pack (self, "INSERT INTO tiles VALUES (3, 0, 0, " PNG ");"
                                                      "INSERT INTO metadata VALUES ('name', '影像'), ('format', 'png'), ('minzoom', '3'), ('maxzoom', '5'),"
                                                      "('attribution', '© <a href=\"x\">Who</a>'), ('bounds', '112,29,113,30'), ('datum', 'gcj02'),"
                                                      "('审图号', 'GS(2026)1号'), ('other', NULL);");
  const BjtTileInfo *info = bjt_tile_source_get_info (source);

  g_assert_cmpstr (info->name, ==, "影像");
  g_assert_cmpstr (info->format, ==, "png");
  g_assert_cmpint (info->kind, ==, BJT_TILE_RASTER);
  g_assert_cmpuint (info->min_zoom, ==, 3);
  g_assert_cmpuint (info->max_zoom, ==, 5);
  g_assert_cmpuint (info->tile_size, ==, 256);
  g_assert_cmpstr (info->attribution, ==, "© Who");
  g_assert_cmpstr (info->review_number, ==, "GS(2026)1号");
  g_assert_cmpint (info->datum, ==, BJT_DATUM_GCJ02);
  g_assert_cmpfloat (info->bounds.y2, ==, 30);
}

static void
test_missing_metadata (Fixture      *self,
                       gconstpointer data)
{
  g_autoptr (BjtTileSource) source = open_pack (self, "DROP TABLE metadata; INSERT INTO tiles VALUES (3, 0, 0, " PNG "), (7, 0, 0, " PNG ");");
  const BjtTileInfo *info = bjt_tile_source_get_info (source);

  g_assert_cmpstr (info->name, ==, "a.mbtiles");
  g_assert_cmpuint (info->min_zoom, ==, 3);
  g_assert_cmpuint (info->max_zoom, ==, 7);
  g_assert_true (bjt_box_is_empty (&info->bounds));
  g_object_unref (source);
  source = open_pack (self, "INSERT INTO tiles VALUES (3, 0, 0, " PNG ");"
                            "INSERT INTO metadata VALUES ('minzoom', '9'), ('maxzoom', '-4'), ('bounds', 'here');");
  g_assert_cmpuint (bjt_tile_source_get_info (source)->min_zoom, ==, 3);
}

static void
test_vector (Fixture      *self,
             gconstpointer data)
{
  g_autoptr (BjtTileSource) source = open_pack (self, "INSERT INTO tiles VALUES (3, 0, 0, " GZIP ");"
                                                      "INSERT INTO metadata VALUES ('format', 'pbf'), ('json', '{\"vector_layers\":[{\"id\":\"water\"}]}');");
  const BjtTileInfo *info = bjt_tile_source_get_info (source);

  g_assert_cmpint (info->kind, ==, BJT_TILE_VECTOR);
  g_assert_cmpstr (info->format, ==, "pbf");
  g_assert_cmpstr (info->layers[0], ==, "water");
  assert_tile (source, 3, 0, 7, 4);
}

/* NULL and empty tiles are none; of two tiles one is taken. */
static void
test_odd_tiles (Fixture      *self,
                gconstpointer data)
{
  g_autoptr (BjtTileSource) source = open_pack (self, "INSERT INTO tiles VALUES (1, 0, 0, NULL), (1, 0, 1, x''), (1, 1, 0, " PNG "), (1, 1, 0, " PNG ");");

  assert_tile (source, 1, 0, 1, 0);
  assert_tile (source, 1, 0, 0, 0);
  assert_tile (source, 1, 1, 1, 9);
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
  assert_pack_refused (self, "", "no tiles");
  assert_pack_refused (self, "DROP TABLE tiles", "no such table");
  assert_pack_refused (self, "INSERT INTO tiles VALUES (0, 0, 0, 'hello');", "neither");
  assert_pack_refused (self, "INSERT INTO tiles VALUES (0, 0, 0, " GZIP "); INSERT INTO metadata VALUES ('format', 'json');", "neither");
  assert_pack_refused (self, "INSERT INTO tiles VALUES (900, 0, 0, " PNG ");", "zoom");
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
  g_autoptr (BjtTileSource) source
    = open_pack (self, "DROP TABLE tiles; CREATE TABLE images (id TEXT, data BLOB); CREATE TABLE map (z, x, y, id);"
                       "INSERT INTO images VALUES ('a', " PNG "); INSERT INTO map VALUES (3, 1, 7, 'a');"
                       "CREATE VIEW tiles AS SELECT z AS zoom_level, x AS tile_column, y AS tile_row, data AS tile_data FROM map JOIN images USING (id);");

  assert_tile (source, 3, 1, 0, 9);
}

/* A view that never ends costs a moment, not the program. */
static void
test_endless_view (Fixture      *self,
                   gconstpointer data)
{
  g_autoptr (BjtTileSource) source
    = open_pack (self, "DROP TABLE tiles; INSERT INTO metadata VALUES ('minzoom', '1'), ('maxzoom', '1');"
                       "CREATE VIEW tiles AS WITH RECURSIVE n (i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n)"
                       " SELECT 1 AS zoom_level, 0 AS tile_column, i AS tile_row, " PNG " AS tile_data FROM n;");
  const BjtTileAddress address = { 1, 0, 1 };
  g_autoptr (GBytes) bytes = NULL;
  g_autoptr (GError) error = NULL;

  assert_tile (source, 1, 0, 0, 9);
  g_assert_cmpint (bjt_tile_source_read (source, &address, &bytes, &error), ==, BJT_TILE_FAILED);
  g_assert_nonnull (strstr (error->message, "a.mbtiles, tile 1/0/1: it takes too long"));
}

int
main (int    argc,
      char **argv)
{
  static const struct
  {
    const char *name;
    void (*test) (Fixture *self, gconstpointer data);
  } tests[] = {
    { "rows-from-the-north", test_rows_from_the_north }, { "metadata", test_metadata },
    { "missing-metadata", test_missing_metadata },       { "vector", test_vector },
    { "odd-tiles", test_odd_tiles },                     { "refuses", test_refuses },
    { "view-instead-of-table", test_view_instead_of_table }, { "endless-view", test_endless_view },
  };

  g_test_init (&argc, &argv, NULL);
  for (gsize i = 0; i < G_N_ELEMENTS (tests); i++)
    {
      g_autofree char *name = g_strconcat ("/store/mbtiles/", tests[i].name, NULL);

      g_test_add (name, Fixture, NULL, set_up, tests[i].test, tear_down);
    }
  return g_test_run ();
}
