/* PMTiles files made here: with leaves and runs, cut off and hostile. */
#include "tiles/bjt-pmtiles-source.h"

#include "tiles/bjt-pmtiles-directory.h"

#include <glib/gstdio.h>
#include <string.h>

#define HEADER_SIZE 127
#define PNG "\x89PNG\r\n\x1A\n"

typedef struct
{
  char *folder;
  char *path;
} Fixture;

typedef struct
{
  guint64 id, run, length, offset; /* offset: from 0, or CONTIGUOUS */
} Entry;

#define CONTIGUOUS G_MAXUINT64

/* The pieces of a file; what is NULL is left out. */
typedef struct
{
  GByteArray *root;
  const char *metadata;
  GByteArray *leaves;
  const char *tiles;
  guint8      compression; /* of the directories: 1 none, 2 gzip */
  guint8      type;
  guint8      max_zoom;
} Pieces;

static void
set_up (Fixture      *self,
        gconstpointer data)
{
  self->folder = g_dir_make_tmp ("bjt-pmtiles-XXXXXX", NULL);
  self->path = g_build_filename (self->folder, "a.pmtiles", NULL);
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
put_varint (GByteArray *self,
            guint64     value)
{
  guint8 byte;

  for (; value > 127; value >>= 7)
    {
      byte = (guint8) (value | 128);
      g_byte_array_append (self, &byte, 1);
    }
  byte = (guint8) value;
  g_byte_array_append (self, &byte, 1);
}

static GByteArray *
make_directory (const Entry *entries,
                guint        n)
{
  GByteArray *self = g_byte_array_new ();

  put_varint (self, n);
  for (guint i = 0; i < n; i++)
    put_varint (self, entries[i].id - (i > 0 ? entries[i - 1].id : 0));
  for (guint i = 0; i < n; i++)
    put_varint (self, entries[i].run);
  for (guint i = 0; i < n; i++)
    put_varint (self, entries[i].length);
  for (guint i = 0; i < n; i++)
    put_varint (self, entries[i].offset + 1);
  return self;
}

static void
pack_gzip (GByteArray *bytes)
{
  g_autoptr (GZlibCompressor) deflate = g_zlib_compressor_new (G_ZLIB_COMPRESSOR_FORMAT_GZIP, -1);
  guint8 packed[4096];
  gsize  n_read, n_written;

  g_assert_cmpint (g_converter_convert (G_CONVERTER (deflate), bytes->data, bytes->len, packed, sizeof packed,
                                        G_CONVERTER_INPUT_AT_END, &n_read, &n_written, NULL),
                   ==, G_CONVERTER_FINISHED);
  g_byte_array_set_size (bytes, 0);
  g_byte_array_append (bytes, packed, (guint) n_written);
}

static void
put_section (GByteArray *file,
             guint       at,
             const void *data,
             gsize       size)
{
  guint64 place[2] = { GUINT64_TO_LE ((guint64) file->len), GUINT64_TO_LE ((guint64) size) };

  memcpy (file->data + at, place, sizeof place);
  g_byte_array_append (file, data, (guint) size);
}

static GByteArray *
make_file (const Pieces *pieces)
{
  static const gint32 bounds[] = { 1120000000, 290000000, 1130000000, 300000000 };
  GByteArray         *file = g_byte_array_new ();
  guint64             n = GUINT64_TO_LE (7);

  g_byte_array_set_size (file, HEADER_SIZE);
  memset (file->data, 0, HEADER_SIZE);
  memcpy (file->data, "PMTiles\x03", 8);
  memcpy (file->data + 72, &n, sizeof n);
  file->data[97] = pieces->compression;
  file->data[98] = 1;
  file->data[99] = pieces->type;
  file->data[101] = pieces->max_zoom;
  memcpy (file->data + 102, bounds, sizeof bounds);
  if (pieces->compression == 2)
    pack_gzip (pieces->root);
  put_section (file, 8, pieces->root->data, pieces->root->len);
  if (pieces->metadata != NULL)
    put_section (file, 24, pieces->metadata, strlen (pieces->metadata));
  if (pieces->leaves != NULL)
    put_section (file, 40, pieces->leaves->data, pieces->leaves->len);
  put_section (file, 56, pieces->tiles, strlen (pieces->tiles));
  g_byte_array_unref (pieces->root);
  if (pieces->leaves != NULL)
    g_byte_array_unref (pieces->leaves);
  return file;
}

static BjtTileSource *
open_pieces (Fixture      *self,
             const Pieces *pieces)
{
  g_autoptr (GByteArray) file = make_file (pieces);
  g_autoptr (GError) error = NULL;
  BjtTileSource *source;

  g_assert_true (g_file_set_contents (self->path, (const char *) file->data, file->len, NULL));
  source = bjt_pmtiles_source_new (self->path, &error);
  g_assert_no_error (error);
  return source;
}

static void
assert_refused (Fixture      *self,
                gconstpointer data,
                gsize         size,
                const char   *reason)
{
  g_autoptr (GError) error = NULL;

  g_assert_true (g_file_set_contents (self->path, data, (gssize) size, NULL));
  g_assert_null (bjt_pmtiles_source_new (self->path, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_INVALID_DATA);
  if (strstr (error->message, reason) == NULL || strchr (error->message, '\n') != NULL || strstr (error->message, "a.pmtiles") == NULL)
    g_error ("“%s” does not say “%s” in one line", error->message, reason);
}

static void
assert_tile (BjtTileSource *source,
             guint          zoom,
             guint          column,
             guint          row,
             const char    *expected)
{
  const BjtTileAddress address = { zoom, column, row };
  g_autoptr (GBytes) bytes = NULL;
  g_autoptr (GError) error = NULL;
  BjtTileState state = bjt_tile_source_read (source, &address, &bytes, &error);

  g_assert_no_error (error);
  g_assert_cmpint (state, ==, expected != NULL ? BJT_TILE_READY : BJT_TILE_MISSING);
  if (expected != NULL)
    g_assert_cmpmem (g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes), expected, strlen (expected));
}

static void
assert_failed (BjtTileSource *source,
               guint          zoom,
               const char    *reason)
{
  const BjtTileAddress address = { zoom, 0, 0 };
  g_autoptr (GBytes) bytes = NULL;
  g_autoptr (GError) error = NULL;

  g_assert_cmpint (bjt_tile_source_read (source, &address, &bytes, &error), ==, BJT_TILE_FAILED);
  g_assert_null (bytes);
  if (strstr (error->message, reason) == NULL || strchr (error->message, '\n') != NULL)
    g_error ("“%s” does not say “%s” in one line", error->message, reason);
}

static void
test_ids (void)
{
  static const struct
  {
    BjtTileAddress address;
    guint64        id;
  } cases[] = {
    { { 0, 0, 0 }, 0 }, { { 1, 0, 0 }, 1 }, { { 1, 0, 1 }, 2 }, { { 1, 1, 1 }, 3 }, { { 1, 1, 0 }, 4 },
    { { 2, 0, 0 }, 5 }, { { 12, 3423, 1763 }, 19078479 }, { { 26, 0, 0 }, G_GUINT64_CONSTANT (1501199875790165) },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    g_assert_cmpuint (bjt_pmtiles_get_tile_id (&cases[i].address), ==, cases[i].id);
}

/* Neighbours on the curve are neighbours on the ground, at every zoom. */
static void
test_curve (void)
{
  const guint zoom = 6, side = 1u << zoom;
  guint64     base = 0;
  BjtTileAddress places[64 * 64];

  for (guint z = 0; z < zoom; z++)
    base += (guint64) 1 << (2 * z);
  for (guint column = 0; column < side; column++)
    for (guint row = 0; row < side; row++)
      {
        BjtTileAddress address = { zoom, column, row };
        guint64        id = bjt_pmtiles_get_tile_id (&address) - base;

        g_assert_cmpuint (id, <, side * side);
        places[id] = address;
      }
  for (guint i = 1; i < side * side; i++)
    g_assert_cmpint (ABS ((int) places[i].column - (int) places[i - 1].column) + ABS ((int) places[i].row - (int) places[i - 1].row), ==, 1);
}

static void
test_reads (Fixture      *self,
            gconstpointer compression)
{
  const Entry entries[] = { { 0, 1, 9, 0 }, { 2, 2, 9, CONTIGUOUS } };
  g_autoptr (BjtTileSource) source = open_pieces (self, &(Pieces) {
    .root = make_directory (entries, 2), .compression = (guint8) GPOINTER_TO_UINT (compression), .type = 2, .max_zoom = 1,
    .metadata = GPOINTER_TO_UINT (compression) == 1 ? "{\"name\":\"城区\",\"attribution\":\"<b>&copy; a</b>\",\"datum\":\"gcj02\",\"审图号\":\"GS1\"}" : NULL,
    .tiles = PNG "1" PNG "2" });
  const BjtTileInfo *info = bjt_tile_source_get_info (source);

  assert_tile (source, 0, 0, 0, PNG "1");
  assert_tile (source, 1, 0, 0, NULL);
  assert_tile (source, 1, 0, 1, PNG "2");
  assert_tile (source, 1, 1, 1, PNG "2");
  assert_tile (source, 1, 1, 0, NULL);
  assert_tile (source, 2, 0, 0, NULL);
  assert_tile (source, 40, 0, 0, NULL);
  assert_tile (source, 1, 2, 0, NULL);
  g_assert_cmpstr (info->format, ==, "png");
  g_assert_cmpuint (info->max_zoom, ==, 1);
  g_assert_cmpfloat (info->bounds.x1, ==, 112);
  g_assert_cmpuint (bjt_pmtiles_source_get_header (BJT_PMTILES_SOURCE (source))->n_addressed, ==, 7);
  if (GPOINTER_TO_UINT (compression) != 1)
    {
      g_assert_cmpstr (info->name, ==, "a.pmtiles");
      return;
    }
  g_assert_cmpstr (info->name, ==, "城区");
  g_assert_cmpstr (info->attribution, ==, "© a");
  g_assert_cmpstr (info->review_number, ==, "GS1");
  g_assert_cmpint (info->datum, ==, BJT_DATUM_GCJ02);
}

static void
test_leaves (Fixture      *self,
             gconstpointer data)
{
  const Entry leaf[] = { { 1, 1, 2, 0 }, { 4, 1, 2, CONTIGUOUS } };
  GByteArray *leaves = make_directory (leaf, 2);
  const Entry root[] = { { 0, 1, 1, 3 }, { 1, 0, leaves->len, 0 } };
  g_autoptr (BjtTileSource) source = open_pieces (self, &(Pieces) {
    .root = make_directory (root, 2), .compression = 1, .type = 1, .max_zoom = 1, .leaves = leaves, .tiles = "aabb" });

  for (guint i = 0; i < 2; i++)
    {
      assert_tile (source, 0, 0, 0, "b");
      assert_tile (source, 1, 0, 0, "aa");
      assert_tile (source, 1, 1, 0, "bb");
      assert_tile (source, 1, 0, 1, NULL);
    }
  g_assert_cmpint (bjt_tile_source_get_info (source)->kind, ==, BJT_TILE_VECTOR);
}

/* A leaf that points to itself, a tile beyond the file, a leaf of nonsense. */
static void
test_hostile (Fixture      *self,
              gconstpointer data)
{
  const Entry loop[] = { { 0, 0, 5, 0 } };
  const Entry far[] = { { 0, 1, 1000, 0 }, { 1, 1, 1, 1000 }, { 5, 1, G_MAXUINT32, G_MAXUINT64 - 9 }, { 21, 0, 2, 0 } };
  GByteArray *leaves = make_directory (loop, 1);
  g_autoptr (BjtTileSource) source = open_pieces (self, &(Pieces) {
    .root = make_directory (loop, 1), .compression = 1, .type = 1, .max_zoom = 1, .leaves = leaves, .tiles = "a" });

  assert_failed (source, 0, "a.pmtiles, tile 0/0/0: its directories have no end");
  g_object_unref (source);
  leaves = g_byte_array_new ();
  g_byte_array_append (leaves, (const guint8 *) "\xFF\xFF", 2);
  source = open_pieces (self, &(Pieces) {
    .root = make_directory (far, 4), .compression = 1, .type = 1, .max_zoom = 3, .leaves = leaves, .tiles = "a" });
  assert_failed (source, 0, "outside the file");
  assert_failed (source, 1, "outside the file");
  assert_failed (source, 2, "outside the file");
  assert_failed (source, 3, "a directory is broken");
}

static void
test_refuses (Fixture      *self,
              gconstpointer data)
{
  static const guint8 many[] = { 0xFF, 0xFF, 0xFF, 0xFF, 0x0F, 1, 1, 1 };
  const Entry entries[] = { { 0, 1, 9, 0 } };
  const Entry twice[] = { { 0, 1, 9, 0 }, { 0, 1, 9, 0 } };
  Pieces      pieces = { .compression = 1, .type = 2, .max_zoom = 1, .tiles = PNG "1" };
  g_autoptr (GByteArray) file = NULL;
  g_autoptr (GByteArray) bad = NULL;
  g_autoptr (GByteArray) huge = NULL;
  g_autoptr (GByteArray) none = NULL;

  pieces.root = make_directory (entries, 1);
  file = make_file (&pieces);
  for (gsize size = 0; size < file->len; size++)
    assert_refused (self, file->data, size, size == 0 ? "empty" : "cut off");
  file->data[7] = 2;
  assert_refused (self, file->data, file->len, "version 3");
  file->data[7] = 3;
  file->data[99] = 5;
  assert_refused (self, file->data, file->len, "neither PNG");
  file->data[99] = 2;
  file->data[101] = 27;
  assert_refused (self, file->data, file->len, "zoom");
  file->data[101] = 1;
  file->data[97] = 9;
  assert_refused (self, file->data, file->len, "packed in a way");
  file->data[97] = 2;
  assert_refused (self, file->data, file->len, "its gzip data is broken");
  file->data[0] = 'X';
  assert_refused (self, file->data, file->len, "no PMTiles file");
  pieces.root = make_directory (twice, 2);
  bad = make_file (&pieces);
  assert_refused (self, bad->data, bad->len, "a directory is broken");
  pieces.root = g_byte_array_append (g_byte_array_new (), many, sizeof many);
  huge = make_file (&pieces);
  assert_refused (self, huge->data, huge->len, "a directory is broken");
  pieces.root = make_directory (NULL, 0);
  none = make_file (&pieces);
  assert_refused (self, none->data, none->len, "no tiles");
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/tiles/pmtiles/ids", test_ids);
  g_test_add_func ("/tiles/pmtiles/curve", test_curve);
  g_test_add ("/tiles/pmtiles/reads", Fixture, GUINT_TO_POINTER (1), set_up, test_reads, tear_down);
  g_test_add ("/tiles/pmtiles/reads-packed-directories", Fixture, GUINT_TO_POINTER (2), set_up, test_reads, tear_down);
  g_test_add ("/tiles/pmtiles/leaves", Fixture, NULL, set_up, test_leaves, tear_down);
  g_test_add ("/tiles/pmtiles/hostile", Fixture, NULL, set_up, test_hostile, tear_down);
  g_test_add ("/tiles/pmtiles/refuses", Fixture, NULL, set_up, test_refuses, tear_down);
  return g_test_run ();
}
