/* bjt-mbtiles-source.c: its own read-only connection: a pack is a foreign file
 * and has nothing to do with the store of a community. Its schema is not
 * trusted either: "tiles" may be a view that never ends, so every question has
 * a time in which it must be answered.
 *
 * new() refuses what is not a database, is cut off, has no tiles or tiles that
 * we cannot show: one clear line each. Rows are counted from the south in the
 * file (unless its scheme is xyz), from the north here. NULL and empty tiles
 * are none; of two at one place the first is taken. A tile is one look-up;
 * threads wait for each other. */
#include "bjt-mbtiles-source.h"

#include "tiles/bjt-tile-metadata.h"

#include <sqlite3.h>
#include <string.h>

#define MAX_TILE_SIZE (8 * 1024 * 1024)
#define OPEN_TIME (10 * G_TIME_SPAN_SECOND)
#define READ_TIME G_TIME_SPAN_SECOND
#define STEPS_BETWEEN_CHECKS 20000

struct _BjtMbtilesSource
{
  BjtTileSource parent_instance;

  /* Owned, never change after new() */
  char         *path;
  char         *base; /* name of the file, for messages */
  sqlite3      *database;
  sqlite3_stmt *select;
  gboolean      counts_from_north;
  char         *declared_format;
  gint64        declared_zooms[2]; /* -1: not known */
  BjtTileInfo   info;

  /* State */
  GMutex lock; /* for the connection */
  gint64 deadline;
};

G_DEFINE_FINAL_TYPE (BjtMbtilesSource, bjt_mbtiles_source, BJT_TYPE_TILE_SOURCE)

static int
is_late (gpointer data)
{
  BjtMbtilesSource *self = data;

  return g_get_monotonic_time () > self->deadline;
}

static gboolean
refuse (GError    **error,
        const char *what)
{
  g_set_error_literal (error, G_IO_ERROR, G_IO_ERROR_INVALID_DATA, what);
  return FALSE;
}

static gboolean
refuse_database (const BjtMbtilesSource *self,
                 GError                **error)
{
  if (sqlite3_errcode (self->database) == SQLITE_INTERRUPT)
    return refuse (error, "it takes too long to find its tiles");
  g_set_error (error, G_IO_ERROR, G_IO_ERROR_INVALID_DATA, "%s; get the file again", sqlite3_errmsg (self->database));
  return FALSE;
}

static void
start_clock (BjtMbtilesSource *self,
             gint64            span)
{
  self->deadline = g_get_monotonic_time () + span;
}

/* The one number that a query gives; -1 when it gives none. */
static gint64
query_number (const BjtMbtilesSource *self,
              const char             *sql)
{
  sqlite3_stmt *statement = NULL;
  gint64        number = -1;

  if (sqlite3_prepare_v2 (self->database, sql, -1, &statement, NULL) == SQLITE_OK && sqlite3_step (statement) == SQLITE_ROW
      && sqlite3_column_type (statement, 0) == SQLITE_INTEGER)
    number = sqlite3_column_int64 (statement, 0);
  sqlite3_finalize (statement);
  return number;
}

/* A file that ends before its last page was cut off on its way. */
static gboolean
check_length (const BjtMbtilesSource *self,
              GError                **error)
{
  static const char sql[] = "SELECT page_count * page_size FROM pragma_page_count, pragma_page_size";
  g_autoptr (GFile) file = g_file_new_for_path (self->path);
  g_autoptr (GFileInfo) info = g_file_query_info (file, G_FILE_ATTRIBUTE_STANDARD_SIZE, G_FILE_QUERY_INFO_NONE, NULL, error);
  g_autofree char *log = g_strconcat (self->path, "-wal", NULL);
  gint64           wanted;

  if (info == NULL)
    return FALSE;
  wanted = query_number (self, sql);
  if (wanted < 0)
    return refuse_database (self, error);
  if (wanted > 0 && (wanted <= g_file_info_get_size (info) || g_file_test (log, G_FILE_TEST_EXISTS)))
    return TRUE;
  return refuse (error, "the file is cut off; get it again");
}

static void
read_metadata_row (BjtMbtilesSource *self,
                   const char       *name,
                   const char       *value)
{
  gint64 number;

  if (g_str_equal (name, "minzoom") && g_ascii_string_to_signed (value, 10, 0, BJT_TILE_METADATA_MAX_ZOOM, &number, NULL))
    self->declared_zooms[0] = number;
  else if (g_str_equal (name, "maxzoom") && g_ascii_string_to_signed (value, 10, 0, BJT_TILE_METADATA_MAX_ZOOM, &number, NULL))
    self->declared_zooms[1] = number;
  else if (g_str_equal (name, "scheme"))
    self->counts_from_north = g_ascii_strcasecmp (value, "xyz") == 0;
  else if (g_str_equal (name, "format") && self->declared_format == NULL)
    self->declared_format = g_ascii_strdown (value, -1);
  else if (g_str_equal (name, "json"))
    bjt_tile_metadata_set_json (&self->info, value, strlen (value));
  else
    bjt_tile_metadata_set (&self->info, name, value);
}

/* A pack without metadata is a pack all the same. */
static void
read_metadata (BjtMbtilesSource *self)
{
  static const char sql[] = "SELECT name, value FROM metadata LIMIT 1000";
  sqlite3_stmt     *statement = NULL;

  if (sqlite3_prepare_v2 (self->database, sql, -1, &statement, NULL) == SQLITE_OK)
    while (sqlite3_step (statement) == SQLITE_ROW)
      if (sqlite3_column_text (statement, 0) != NULL && sqlite3_column_text (statement, 1) != NULL)
        read_metadata_row (self, (const char *) sqlite3_column_text (statement, 0), (const char *) sqlite3_column_text (statement, 1));
  sqlite3_finalize (statement);
  if (self->info.name == NULL)
    self->info.name = g_utf8_make_valid (self->base, -1);
}

static gboolean
find_zooms (BjtMbtilesSource *self,
            GError          **error)
{
  static const char *const queries[] = { "SELECT min(zoom_level) FROM tiles", "SELECT max(zoom_level) FROM tiles" };
  gint64                  *zooms = self->declared_zooms;

  if (zooms[0] < 0 || zooms[1] < zooms[0])
    for (guint i = 0; i < 2; i++)
      zooms[i] = query_number (self, queries[i]);
  if (zooms[0] < 0 || zooms[1] < zooms[0] || zooms[1] > BJT_TILE_METADATA_MAX_ZOOM)
    return refuse (error, "it holds no tiles of a known zoom");
  self->info.min_zoom = (guint) zooms[0];
  self->info.max_zoom = (guint) zooms[1];
  return TRUE;
}

/* What the metadata calls it, in our word. */
static const char *
get_declared_format (const BjtMbtilesSource *self)
{
  static const struct
  {
    const char *word, *format;
  } words[] = {
    { "png", "png" }, { "jpg", "jpg" }, { "jpeg", "jpg" }, { "webp", "webp" }, { "pbf", "pbf" }, { "mvt", "pbf" },
    { "image/png", "png" }, { "image/jpeg", "jpg" }, { "image/webp", "webp" },
    { "application/x-protobuf", "pbf" }, { "application/vnd.mapbox-vector-tile", "pbf" },
  };

  for (gsize i = 0; self->declared_format != NULL && i < G_N_ELEMENTS (words); i++)
    if (g_str_equal (words[i].word, self->declared_format))
      return words[i].format;
  return NULL;
}

/* The first tile that is not empty tells what the pack holds; where it tells
 * nothing, or only that it is packed, the metadata does. */
static gboolean
choose_format (BjtMbtilesSource *self,
               GBytes           *tile,
               GError          **error)
{
  const char *declared = get_declared_format (self);
  const char *format = bjt_tile_metadata_get_format (tile);

  if (g_strcmp0 (format, "pbf") == 0 && self->declared_format != NULL && g_strcmp0 (declared, "pbf") != 0)
    format = NULL;
  else if (format == NULL)
    format = declared;
  if (format == NULL)
    return refuse (error, "its tiles are neither PNG, JPEG or WebP pictures nor Mapbox vector tiles");
  bjt_tile_metadata_set_format (&self->info, format);
  return TRUE;
}

static GBytes *
dup_blob (sqlite3_stmt *statement,
          int           column)
{
  const void *data = sqlite3_column_blob (statement, column);
  int         size = sqlite3_column_bytes (statement, column);

  return g_bytes_new (data, data != NULL ? (gsize) size : 0);
}

static gboolean
find_format (BjtMbtilesSource *self,
             GError          **error)
{
  static const char sql[] = "SELECT tile_data FROM tiles WHERE length(tile_data) > 0 LIMIT 1";
  sqlite3_stmt     *statement = NULL;
  g_autoptr (GBytes) tile = NULL;
  int result;

  if (sqlite3_prepare_v2 (self->database, sql, -1, &statement, NULL) != SQLITE_OK)
    return refuse_database (self, error);
  result = sqlite3_step (statement);
  if (result == SQLITE_ROW)
    tile = dup_blob (statement, 0);
  else if (result != SQLITE_DONE)
    refuse_database (self, error);
  sqlite3_finalize (statement);
  if (tile != NULL)
    return choose_format (self, tile, error);
  return result == SQLITE_DONE ? refuse (error, "it holds no tiles") : FALSE;
}

static gboolean
open_connection (BjtMbtilesSource *self,
                 const char       *name,
                 GError          **error)
{
  const int flags = SQLITE_OPEN_READONLY | SQLITE_OPEN_NOMUTEX | SQLITE_OPEN_URI;

  sqlite3_close (self->database);
  self->database = NULL;
  if (sqlite3_open_v2 (name, &self->database, flags, NULL) != SQLITE_OK)
    return refuse_database (self, error);
  sqlite3_db_config (self->database, SQLITE_DBCONFIG_DEFENSIVE, 1, NULL);
  sqlite3_db_config (self->database, SQLITE_DBCONFIG_TRUSTED_SCHEMA, 0, NULL);
  sqlite3_limit (self->database, SQLITE_LIMIT_LENGTH, MAX_TILE_SIZE);
  sqlite3_busy_timeout (self->database, 500);
  sqlite3_progress_handler (self->database, STEPS_BETWEEN_CHECKS, is_late, self);
  return TRUE;
}

/* A pack with a write-ahead log cannot be opened where nothing may be written;
 * then it does not change either. */
static gboolean
open_database (BjtMbtilesSource *self,
               GError          **error)
{
  g_autofree char *absolute = g_canonicalize_filename (self->path, NULL);
  g_autofree char *uri = g_filename_to_uri (absolute, NULL, error);
  g_autofree char *frozen = NULL;
  int              result;

  if (uri == NULL || !open_connection (self, uri, error))
    return FALSE;
  result = sqlite3_exec (self->database, "SELECT 1 FROM sqlite_schema LIMIT 1", NULL, NULL, NULL);
  if (result == SQLITE_OK)
    return TRUE;
  if (result != SQLITE_CANTOPEN && result != SQLITE_READONLY)
    return refuse_database (self, error);
  frozen = g_strconcat (uri, "?immutable=1", NULL);
  return open_connection (self, frozen, error);
}

static gboolean
open_pack (BjtMbtilesSource *self,
           GError          **error)
{
  static const char sql[] = "SELECT tile_data FROM tiles WHERE zoom_level = :zoom AND tile_column = :column AND tile_row = :row LIMIT 1";

  start_clock (self, OPEN_TIME);
  if (!g_file_test (self->path, G_FILE_TEST_EXISTS))
    return refuse (error, "there is no such file");
  if (!open_database (self, error) || !check_length (self, error))
    return FALSE;
  read_metadata (self);
  if (!find_format (self, error) || !find_zooms (self, error))
    return FALSE;
  return sqlite3_prepare_v2 (self->database, sql, -1, &self->select, NULL) == SQLITE_OK || refuse_database (self, error);
}

gboolean
bjt_mbtiles_source_is_file (const guint8 *start,
                            gsize         size)
{
  static const char magic[] = "SQLite format 3";

  return size >= sizeof magic && memcmp (start, magic, sizeof magic) == 0;
}

/**
 * bjt_mbtiles_source_new:
 *
 * Returns: (transfer full): the source, or %NULL with one clear line
 */
BjtTileSource *
bjt_mbtiles_source_new (const char *path,
                        GError    **error)
{
  g_autoptr (BjtMbtilesSource) self = g_object_new (BJT_TYPE_MBTILES_SOURCE, NULL);

  self->path = g_strdup (path);
  self->base = g_path_get_basename (path);
  if (open_pack (self, error))
    return BJT_TILE_SOURCE (g_steal_pointer (&self));
  g_prefix_error (error, "%s is no usable map pack: ", self->base);
  return NULL;
}

gint64
bjt_mbtiles_source_count_tiles (BjtMbtilesSource *self,
                                GError          **error)
{
  g_autoptr (GMutexLocker) locker = g_mutex_locker_new (&self->lock);
  gint64 n_tiles;

  start_clock (self, OPEN_TIME);
  n_tiles = query_number (self, "SELECT count(*) FROM tiles");
  if (n_tiles < 0)
    refuse_database (self, error);
  return n_tiles;
}

static BjtTileState
select_tile (BjtMbtilesSource     *self,
             const BjtTileAddress *address,
             GBytes              **bytes,
             GError              **error)
{
  g_autoptr (GMutexLocker) locker = g_mutex_locker_new (&self->lock);
  gint64       row = self->counts_from_north ? address->row : (1u << address->zoom) - 1 - address->row;
  BjtTileState state = BJT_TILE_MISSING;
  int          result;

  start_clock (self, READ_TIME);
  sqlite3_bind_int64 (self->select, 1, address->zoom);
  sqlite3_bind_int64 (self->select, 2, address->column);
  sqlite3_bind_int64 (self->select, 3, row);
  result = sqlite3_step (self->select);
  if (result == SQLITE_ROW && sqlite3_column_bytes (self->select, 0) > 0)
    {
      *bytes = dup_blob (self->select, 0);
      state = BJT_TILE_READY;
    }
  else if (result != SQLITE_ROW && result != SQLITE_DONE)
    {
      refuse_database (self, error);
      state = BJT_TILE_FAILED;
    }
  sqlite3_reset (self->select);
  return state;
}

static BjtTileState
bjt_mbtiles_source_read (BjtTileSource        *source,
                         const BjtTileAddress *address,
                         GBytes              **bytes,
                         GError              **error)
{
  BjtMbtilesSource *self = BJT_MBTILES_SOURCE (source);
  BjtTileState      state;

  if (!bjt_tile_metadata_holds (&self->info, address))
    return BJT_TILE_MISSING;
  state = select_tile (self, address, bytes, error);
  if (state == BJT_TILE_FAILED)
    g_prefix_error (error, "%s, tile %u/%u/%u: ", self->base, address->zoom, address->column, address->row);
  return state;
}

static const BjtTileInfo *
bjt_mbtiles_source_get_info (BjtTileSource *source)
{
  return &BJT_MBTILES_SOURCE (source)->info;
}

static void
bjt_mbtiles_source_finalize (GObject *object)
{
  BjtMbtilesSource *self = BJT_MBTILES_SOURCE (object);

  sqlite3_finalize (self->select);
  sqlite3_close (self->database);
  g_free (self->path);
  g_free (self->base);
  g_free (self->declared_format);
  bjt_tile_info_clear (&self->info);
  g_mutex_clear (&self->lock);
  G_OBJECT_CLASS (bjt_mbtiles_source_parent_class)->finalize (object);
}

static void
bjt_mbtiles_source_class_init (BjtMbtilesSourceClass *klass)
{
  GObjectClass       *object_class = G_OBJECT_CLASS (klass);
  BjtTileSourceClass *source_class = BJT_TILE_SOURCE_CLASS (klass);

  object_class->finalize = bjt_mbtiles_source_finalize;
  source_class->get_info = bjt_mbtiles_source_get_info;
  source_class->read = bjt_mbtiles_source_read;
}

static void
bjt_mbtiles_source_init (BjtMbtilesSource *self)
{
  g_mutex_init (&self->lock);
  self->declared_zooms[0] = self->declared_zooms[1] = -1;
  bjt_tile_metadata_init (&self->info);
}
