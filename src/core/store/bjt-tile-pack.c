/* bjt-tile-pack.c: its own read-only connection: a pack is a foreign file and
 * has nothing to do with the store of a community.
 *
 * open() refuses what is not a database, is cut off, has no tiles or tiles
 * that are not pictures (vector packs): one clear line each. Rows are counted
 * from the south in the file, from the north here. A tile is one look-up. */
#include "bjt-tile-pack.h"

#include <sqlite3.h>
#include <string.h>

#define MAX_ZOOM 24u
#define MAX_TILE_SIZE (8 * 1024 * 1024)

struct _BjtTilePack
{
  gatomicrefcount references;
  char           *path;
  sqlite3        *database;
  sqlite3_stmt   *read;
  char           *name;
  char           *attribution;
  guint           min_zoom;
  guint           max_zoom;
};

static void
set_error (const BjtTilePack *self,
           GError           **error,
           const char        *what)
{
  g_autofree char *base = g_path_get_basename (self->path);

  g_set_error (error, G_IO_ERROR, G_IO_ERROR_INVALID_DATA, "%s is no usable map pack: %s", base, what);
}

static gboolean
set_database_error (const BjtTilePack *self,
                    GError           **error)
{
  g_autofree char *what = g_strdup_printf ("%s; get the file again", sqlite3_errmsg (self->database));

  set_error (self, error, what);
  return FALSE;
}

/* A file that ends before its last page was cut off on its way. */
static gboolean
check_length (const BjtTilePack *self,
              GError           **error)
{
  static const char sql[] = "SELECT page_count * page_size FROM pragma_page_count, pragma_page_size";
  sqlite3_stmt     *statement = NULL;
  g_autoptr (GFile) file = g_file_new_for_path (self->path);
  g_autoptr (GFileInfo) info = g_file_query_info (file, G_FILE_ATTRIBUTE_STANDARD_SIZE, G_FILE_QUERY_INFO_NONE, NULL, error);
  gint64 wanted;

  if (info == NULL)
    return FALSE;
  if (sqlite3_prepare_v2 (self->database, sql, -1, &statement, NULL) != SQLITE_OK || sqlite3_step (statement) != SQLITE_ROW)
    {
      set_database_error (self, error);
      sqlite3_finalize (statement);
      return FALSE;
    }
  wanted = sqlite3_column_int64 (statement, 0);
  sqlite3_finalize (statement);
  if (wanted > 0 && wanted <= g_file_info_get_size (info))
    return TRUE;
  set_error (self, error, "the file is cut off; get it again");
  return FALSE;
}

/* Attributions are often HTML: only the text is shown. */
static char *
strip_markup (const char *text)
{
  g_autoptr (GString) plain = g_string_new (NULL);
  gboolean            inside = FALSE;

  for (const char *c = text; *c != '\0'; c++)
    {
      if (*c == '<')
        inside = TRUE;
      else if (*c == '>')
        inside = FALSE;
      else if (!inside)
        g_string_append_c (plain, *c);
    }
  g_string_truncate (plain, MIN (plain->len, 200));
  return g_utf8_make_valid (plain->str, -1);
}

static void
read_metadata_row (BjtTilePack *self,
                   const char  *name,
                   const char  *value,
                   gint64       zooms[2])
{
  if (g_str_equal (name, "name"))
    self->name = strip_markup (value);
  else if (g_str_equal (name, "attribution") && *value != '\0')
    self->attribution = strip_markup (value);
  else if (g_str_equal (name, "minzoom"))
    zooms[0] = g_ascii_strtoll (value, NULL, 10);
  else if (g_str_equal (name, "maxzoom"))
    zooms[1] = g_ascii_strtoll (value, NULL, 10);
}

static gint64
query_zoom (const BjtTilePack *self,
            const char        *sql)
{
  sqlite3_stmt *statement = NULL;
  gint64        zoom = -1;

  if (sqlite3_prepare_v2 (self->database, sql, -1, &statement, NULL) == SQLITE_OK && sqlite3_step (statement) == SQLITE_ROW
      && sqlite3_column_type (statement, 0) == SQLITE_INTEGER)
    zoom = sqlite3_column_int64 (statement, 0);
  sqlite3_finalize (statement);
  return zoom;
}

static gboolean
read_metadata (BjtTilePack *self,
               GError     **error)
{
  static const char sql[] = "SELECT name, value FROM metadata WHERE name IN ('name', 'attribution', 'minzoom', 'maxzoom')";
  sqlite3_stmt     *statement = NULL;
  gint64            zooms[2] = { -1, -1 };

  if (sqlite3_prepare_v2 (self->database, sql, -1, &statement, NULL) == SQLITE_OK)
    while (sqlite3_step (statement) == SQLITE_ROW)
      if (sqlite3_column_text (statement, 0) != NULL && sqlite3_column_text (statement, 1) != NULL)
        read_metadata_row (self, (const char *) sqlite3_column_text (statement, 0), (const char *) sqlite3_column_text (statement, 1), zooms);
  sqlite3_finalize (statement);
  if (zooms[0] < 0)
    zooms[0] = query_zoom (self, "SELECT min(zoom_level) FROM tiles");
  if (zooms[1] < 0)
    zooms[1] = query_zoom (self, "SELECT max(zoom_level) FROM tiles");
  if (zooms[0] < 0 || zooms[1] < zooms[0] || zooms[1] > MAX_ZOOM)
    {
      set_error (self, error, "it holds no tiles of a known zoom");
      return FALSE;
    }
  self->min_zoom = (guint) zooms[0];
  self->max_zoom = (guint) zooms[1];
  if (self->name == NULL)
    self->name = g_path_get_basename (self->path);
  return TRUE;
}

static gboolean
is_picture (const guint8 *data,
            gsize         size)
{
  return (size > 4 && memcmp (data, "\x89PNG", 4) == 0)
         || (size > 3 && memcmp (data, "\xFF\xD8\xFF", 3) == 0)
         || (size > 12 && memcmp (data, "RIFF", 4) == 0 && memcmp (data + 8, "WEBP", 4) == 0);
}

/* The first tile that is not empty tells what the pack holds. */
static gboolean
check_pictures (const BjtTilePack *self,
                GError           **error)
{
  static const char sql[] = "SELECT tile_data FROM tiles WHERE length(tile_data) > 0 LIMIT 1";
  sqlite3_stmt     *statement = NULL;
  gboolean          valid = FALSE;
  int               result;

  if (sqlite3_prepare_v2 (self->database, sql, -1, &statement, NULL) != SQLITE_OK)
    return set_database_error (self, error);
  result = sqlite3_step (statement);
  if (result == SQLITE_ROW)
    {
      valid = is_picture (sqlite3_column_blob (statement, 0), (gsize) sqlite3_column_bytes (statement, 0));
      if (!valid)
        set_error (self, error, "its tiles are not PNG, JPEG or WebP pictures (vector packs cannot be shown)");
    }
  else if (result == SQLITE_DONE)
    set_error (self, error, "it holds no tiles");
  else
    set_database_error (self, error);
  sqlite3_finalize (statement);
  return valid;
}

static gboolean
open_database (BjtTilePack *self,
               GError     **error)
{
  static const char sql[] = "SELECT tile_data FROM tiles WHERE zoom_level = :zoom AND tile_column = :column AND tile_row = :row";

  if (sqlite3_open_v2 (self->path, &self->database, SQLITE_OPEN_READONLY | SQLITE_OPEN_FULLMUTEX, NULL) != SQLITE_OK)
    return set_database_error (self, error);
  sqlite3_db_config (self->database, SQLITE_DBCONFIG_DEFENSIVE, 1, NULL);
  sqlite3_db_config (self->database, SQLITE_DBCONFIG_TRUSTED_SCHEMA, 0, NULL);
  sqlite3_limit (self->database, SQLITE_LIMIT_LENGTH, MAX_TILE_SIZE);
  sqlite3_busy_timeout (self->database, 500);
  if (!check_length (self, error) || !check_pictures (self, error) || !read_metadata (self, error))
    return FALSE;
  if (sqlite3_prepare_v2 (self->database, sql, -1, &self->read, NULL) != SQLITE_OK)
    return set_database_error (self, error);
  return TRUE;
}

/**
 * bjt_tile_pack_open:
 *
 * Returns: (transfer full): the pack, or %NULL with one clear line
 */
BjtTilePack *
bjt_tile_pack_open (const char *path,
                    GError    **error)
{
  g_autoptr (BjtTilePack) self = g_new0 (BjtTilePack, 1);

  g_atomic_ref_count_init (&self->references);
  self->path = g_strdup (path);
  if (!g_file_test (path, G_FILE_TEST_IS_REGULAR))
    {
      set_error (self, error, "there is no such file");
      return NULL;
    }
  return open_database (self, error) ? g_steal_pointer (&self) : NULL;
}

BjtTilePack *
bjt_tile_pack_ref (BjtTilePack *self)
{
  g_atomic_ref_count_inc (&self->references);
  return self;
}

void
bjt_tile_pack_unref (BjtTilePack *self)
{
  if (self == NULL || !g_atomic_ref_count_dec (&self->references))
    return;
  sqlite3_finalize (self->read);
  sqlite3_close (self->database);
  g_free (self->path);
  g_free (self->name);
  g_free (self->attribution);
  g_free (self);
}

const char *
bjt_tile_pack_get_attribution (const BjtTilePack *self)
{
  return self->attribution;
}

guint
bjt_tile_pack_get_min_zoom (const BjtTilePack *self)
{
  return self->min_zoom;
}

guint
bjt_tile_pack_get_max_zoom (const BjtTilePack *self)
{
  return self->max_zoom;
}

/**
 * bjt_tile_pack_read:
 * @row: from the north
 *
 * Returns: (transfer full) (nullable): the picture file; %NULL without an error
 *   where the pack has none
 */
GBytes *
bjt_tile_pack_read (BjtTilePack *self,
                    guint        zoom,
                    guint        column,
                    guint        row,
                    GError     **error)
{
  GBytes *bytes = NULL;
  int     result;

  if (zoom > MAX_ZOOM || column >= 1u << zoom || row >= 1u << zoom)
    return NULL;
  sqlite3_bind_int64 (self->read, 1, zoom);
  sqlite3_bind_int64 (self->read, 2, column);
  sqlite3_bind_int64 (self->read, 3, (1u << zoom) - 1 - row);
  result = sqlite3_step (self->read);
  if (result == SQLITE_ROW && sqlite3_column_bytes (self->read, 0) > 0)
    bytes = g_bytes_new (sqlite3_column_blob (self->read, 0), (gsize) sqlite3_column_bytes (self->read, 0));
  else if (result != SQLITE_ROW && result != SQLITE_DONE)
    set_database_error (self, error);
  sqlite3_reset (self->read);
  return bytes;
}
