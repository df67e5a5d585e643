/* bjt-store.c: opening, making and migrating a community file.
 *
 * A file is known by its application id; user_version is the number of the last
 * migration. A new file is made beside and renamed, so that a half-made one is
 * never found under the name. Writing is WAL with full sync: a commit that
 * returned is on the disk. */
#include "bjt-store.h"

#include "bjt-journal.h"
#include "bjt-schema-resource.h"
#include "bjt-statement.h"
#include "bjt-store-private.h"

#include <dlfcn.h>
#include <errno.h>
#include <glib/gstdio.h>
#include <string.h>

#define BUSY_TIMEOUT_MS 5000

static const char *const migrations[] = {
  "/cn/baijiatu/schema/0001-first.sql",
  "/cn/baijiatu/schema/0002-plans.sql",
  "/cn/baijiatu/schema/0003-overlays.sql",
  "/cn/baijiatu/schema/0004-work.sql",
  "/cn/baijiatu/schema/0005-prints.sql",
  "/cn/baijiatu/schema/0006-visit-plans.sql",
  "/cn/baijiatu/schema/0007-campaigns.sql",
};

G_DEFINE_QUARK (bjt-store-error-quark, bjt_store_error)

static BjtStoreError
classify (int result)
{
  switch (result & 0xff)
    {
    case SQLITE_CORRUPT:
    case SQLITE_NOTADB:
      return BJT_STORE_ERROR_DAMAGED;
    case SQLITE_BUSY:
    case SQLITE_LOCKED:
      return BJT_STORE_ERROR_LOCKED;
    default:
      return BJT_STORE_ERROR_FAILED;
    }
}

/* Sets @error from the last failure of the connection. */
void
bjt_store_set_error (BjtStore   *self,
                     GError    **error,
                     const char *phrase)
{
  g_autofree char *name = g_path_get_basename (self->path);
  BjtStoreError    code = classify (sqlite3_extended_errcode (self->db));

  if (code == BJT_STORE_ERROR_DAMAGED)
    g_set_error (error, BJT_STORE_ERROR, code, "%s is damaged (%s): could not %s; run `bjt check`, then go back to a backup",
                 name, sqlite3_errmsg (self->db), phrase);
  else if (code == BJT_STORE_ERROR_LOCKED)
    g_set_error (error, BJT_STORE_ERROR, code, "%s is being written by another program: could not %s; try again", name, phrase);
  else
    g_set_error (error, BJT_STORE_ERROR, code, "%s: could not %s: %s", name, phrase, sqlite3_errmsg (self->db));
}

/* SQL functions */

static void
running_action (sqlite3_context *context,
                int              n_values,
                sqlite3_value  **values)
{
  BjtStore *self = sqlite3_user_data (context);

  if (self->action > 0)
    sqlite3_result_int64 (context, self->action);
  else
    sqlite3_result_null (context);
}

static void
from_hex (sqlite3_context *context,
          int              n_values,
          sqlite3_value  **values)
{
  const char *text = (const char *) sqlite3_value_text (values[0]);
  gsize       size = text != NULL ? strlen (text) / 2 : 0;
  guint8     *bytes;

  if (text == NULL)
    {
      sqlite3_result_null (context);
      return;
    }
  bytes = sqlite3_malloc64 (size + 1);
  for (gsize i = 0; i < size; i++)
    bytes[i] = (guint8) ((g_ascii_xdigit_value (text[2 * i]) << 4) | g_ascii_xdigit_value (text[2 * i + 1]));
  sqlite3_result_blob64 (context, bytes, size, sqlite3_free);
}

static gboolean
prepare_connection (BjtStore *self,
                    GError  **error)
{
  int flags = SQLITE_UTF8 | SQLITE_INNOCUOUS;

  sqlite3_busy_timeout (self->db, BUSY_TIMEOUT_MS);
  sqlite3_create_function (self->db, "bjt_action", 0, flags, self, running_action, NULL, NULL);
  sqlite3_create_function (self->db, "bjt_from_hex", 1, flags | SQLITE_DETERMINISTIC, NULL, from_hex, NULL, NULL);
  sqlite3_db_config (self->db, SQLITE_DBCONFIG_ENABLE_LOAD_EXTENSION, 1, NULL);
  if (sqlite3_load_extension (self->db, "mod_spatialite", NULL, NULL) != SQLITE_OK)
    {
      g_set_error (error, BJT_STORE_ERROR, BJT_STORE_ERROR_FAILED,
                   "mod_spatialite can't be loaded (%s); install the package libsqlite3-mod-spatialite",
                   sqlite3_errmsg (self->db));
      return FALSE;
    }
  sqlite3_db_config (self->db, SQLITE_DBCONFIG_ENABLE_LOAD_EXTENSION, 0, NULL);
  return bjt_statement_run_script (self, "PRAGMA foreign_keys = ON; PRAGMA cache_size = -65536; PRAGMA temp_store = MEMORY",
                                   "prepare the connection", error);
}

/* Counting memory costs a lock at each allocation. */
static void
configure_sqlite (void)
{
  static gsize done = 0;

  if (!g_once_init_enter (&done))
    return;
  sqlite3_config (SQLITE_CONFIG_MEMSTATUS, 0);
  g_once_init_leave (&done, 1);
}

/* A connection without any look at what the file holds. */
BjtStore *
bjt_store_open_raw (const char *path,
                    int         flags,
                    GError    **error)
{
  g_autoptr (BjtStore) self = g_new0 (BjtStore, 1);

  configure_sqlite ();
  self->path = g_strdup (path);
  self->statements = g_hash_table_new (g_str_hash, g_str_equal);
  self->new_records = g_hash_table_new_full (NULL, NULL, NULL, g_free);
  self->inserts = g_hash_table_new_full (NULL, NULL, NULL, (GDestroyNotify) bjt_statement_free);
  if (sqlite3_open_v2 (path, &self->db, flags | SQLITE_OPEN_NOMUTEX | SQLITE_OPEN_EXRESCODE, NULL) != SQLITE_OK)
    {
      g_set_error (error, BJT_STORE_ERROR, BJT_STORE_ERROR_FAILED, "%s can't be opened: %s", path,
                   self->db != NULL ? sqlite3_errmsg (self->db) : "no memory");
      return NULL;
    }
  return g_steal_pointer (&self);
}

static gint64
read_pragma (BjtStore   *self,
             const char *sql,
             GError    **error)
{
  g_autoptr (BjtStatement) statement = bjt_statement_new (self, sql, "read the file's header", error);

  if (statement == NULL || !bjt_statement_step (statement, error))
    return -1;
  return bjt_statement_get_int (statement, 0);
}

static gboolean
migrate_to (BjtStore *self,
            guint     version,
            GError  **error)
{
  g_autoptr (GBytes) script = g_resource_lookup_data (bjt_schema_get_resource (), migrations[version - 1], 0, error);
  g_autofree char *finish = g_strdup_printf ("PRAGMA user_version = %u; COMMIT", version);
  gboolean         done;

  if (script == NULL)
    return FALSE;
  done = bjt_statement_run_script (self, "BEGIN IMMEDIATE", "begin the migration", error)
         && bjt_statement_run_script (self, g_bytes_get_data (script, NULL), "migrate", error)
         && (version < G_N_ELEMENTS (migrations) || bjt_journal_install (self, error))
         && bjt_statement_run_script (self, finish, "commit the migration", error);
  if (!done && !sqlite3_get_autocommit (self->db))
    sqlite3_exec (self->db, "ROLLBACK", NULL, NULL, NULL);
  return done;
}

static gboolean
back_up_before_migration (BjtStore *self,
                          gint64    version,
                          GError  **error)
{
  g_autofree char *backup = g_strdup_printf ("%s.v%d.backup", self->path, (int) version);
  g_autoptr (GFile) from = g_file_new_for_path (self->path);
  g_autoptr (GFile) to = g_file_new_for_path (backup);

  return bjt_statement_run_script (self, "PRAGMA wal_checkpoint (TRUNCATE)", "back up", error)
         && g_file_copy (from, to, G_FILE_COPY_OVERWRITE, NULL, NULL, NULL, error);
}

static gboolean
migrate (BjtStore *self,
         GError  **error)
{
  gint64 version = read_pragma (self, "PRAGMA user_version", error);

  if (version < 0)
    return FALSE;
  if (version < (gint64) G_N_ELEMENTS (migrations) && version > 0 && !back_up_before_migration (self, version, error))
    return FALSE;
  for (guint next = (guint) version + 1; next <= G_N_ELEMENTS (migrations); next++)
    if (!migrate_to (self, next, error))
      return FALSE;
  return TRUE;
}

static BjtStore *
open_new_file (const char *path,
               GError    **error)
{
  g_autoptr (BjtStore) self = bjt_store_open_raw (path, SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE, error);
  g_autofree char *header = g_strdup_printf ("PRAGMA application_id = %d; PRAGMA page_size = 4096; PRAGMA journal_mode = DELETE;"
                                             "PRAGMA synchronous = FULL; SELECT InitSpatialMetaData (1, 'NONE');"
                                             "SELECT InsertEpsgSrid (4490)", BJT_STORE_APPLICATION_ID);

  if (self == NULL || !prepare_connection (self, error)
      || !bjt_statement_run_script (self, header, "make the file", error))
    return NULL;
  return g_steal_pointer (&self);
}

static gboolean
fill_new_file (const char *path,
               GError    **error)
{
  g_autoptr (BjtStore) self = open_new_file (path, error);

  return self != NULL && migrate (self, error);
}

/* Empty, as version @version of the program made it. */
BjtStore *
bjt_store_make_older (const char *path,
                      guint       version,
                      GError    **error)
{
  g_autoptr (BjtStore) self = open_new_file (path, error);

  for (guint next = 1; self != NULL && next <= version; next++)
    if (!migrate_to (self, next, error))
      return NULL;
  return g_steal_pointer (&self);
}

/* The log beside a file that holds something; readers leave empty ones. */
static char *
dup_log (const char *path)
{
  static const char *const endings[] = { "-journal", "-wal" };

  for (guint i = 0; i < G_N_ELEMENTS (endings); i++)
    {
      g_autofree char *log = g_strconcat (path, endings[i], NULL);
      GStatBuf         info;

      if (g_stat (log, &info) == 0 && info.st_size > 0)
        return g_steal_pointer (&log);
    }
  return NULL;
}

/**
 * bjt_store_remove_unfinished:
 *
 * Removes a half-made file with its logs: those of one that was ended in the
 * middle would be played into the next of that name.
 */
void
bjt_store_remove_unfinished (const char *path)
{
  static const char *const endings[] = { "", "-journal", "-wal", "-shm" };

  for (guint i = 0; i < G_N_ELEMENTS (endings); i++)
    {
      g_autofree char *part = g_strconcat (path, endings[i], NULL);

      g_unlink (part);
    }
}

/**
 * bjt_store_check_name_is_free:
 *
 * Refuses the name of a file that is there, or of one that is gone but for its
 * log: that may hold what was saved last, and would spoil a new file.
 */
gboolean
bjt_store_check_name_is_free (const char *path,
                              GError    **error)
{
  g_autofree char *log = dup_log (path);

  if (!g_file_test (path, G_FILE_TEST_EXISTS) && log == NULL)
    return TRUE;
  g_set_error (error, BJT_STORE_ERROR, BJT_STORE_ERROR_EXISTS, "%s is there already; choose another name",
               log != NULL ? log : path);
  return FALSE;
}

void
bjt_store_warm_up (void)
{
  configure_sqlite ();
  dlopen ("mod_spatialite.so", RTLD_LAZY); /* stays; what can't be loaded is told on opening */
}

/**
 * bjt_store_create:
 * @path: of a file that is not there yet
 *
 * Makes an empty community file.
 */
gboolean
bjt_store_create (const char *path,
                  GError    **error)
{
  g_autofree char *unfinished = g_strconcat (path, ".unfinished", NULL);

  if (!bjt_store_check_name_is_free (path, error))
    return FALSE;
  bjt_store_remove_unfinished (unfinished);
  if (!fill_new_file (unfinished, error))
    {
      bjt_store_remove_unfinished (unfinished);
      return FALSE;
    }
  if (g_rename (unfinished, path) != 0)
    {
      g_set_error (error, BJT_STORE_ERROR, BJT_STORE_ERROR_FAILED, "%s can't be made: %s", path, g_strerror (errno));
      g_unlink (unfinished);
      return FALSE;
    }
  return TRUE;
}

static guint32
read_number (const guint8 *header,
             gsize         at)
{
  return (guint32) header[at] << 24 | (guint32) header[at + 1] << 16 | (guint32) header[at + 2] << 8 | header[at + 3];
}

/* The header says how many pages there are, and SQLite takes what is missing of
 * the last one for zeros. With a log beside it the file may yet grow. */
static gboolean
is_cut_short (const char   *path,
              const guint8 *header,
              goffset       size)
{
  g_autofree char *log = dup_log (path);
  guint            page_size = (guint) header[16] << 8 | header[17];
  guint32          n_pages = read_number (header, 28);

  if (page_size == 1)
    page_size = 65536;
  return size < (goffset) n_pages * page_size && read_number (header, 24) == read_number (header, 92) && log == NULL;
}

/* Before SQLite sees the file: is it one, and whole? */
static gboolean
check_header (const char *path,
              GError    **error)
{
  g_autofree char *name = g_path_get_basename (path);
  guint8           header[100] = { 0 };
  FILE            *file = NULL;
  gsize            n_read = 0;
  GStatBuf         info;

  if (g_stat (path, &info) != 0 || (S_ISREG (info.st_mode) && (file = g_fopen (path, "rb")) == NULL))
    {
      g_set_error (error, BJT_STORE_ERROR, BJT_STORE_ERROR_FAILED, "%s can't be opened: %s", path, g_strerror (errno));
      return FALSE;
    }
  if (file != NULL) /* a pipe or a folder is not even opened */
    {
      n_read = fread (header, 1, sizeof header, file);
      fclose (file);
    }
  if (n_read < sizeof header || memcmp (header, "SQLite format 3", 16) != 0
      || read_number (header, 68) != BJT_STORE_APPLICATION_ID)
    {
      g_set_error (error, BJT_STORE_ERROR, BJT_STORE_ERROR_FOREIGN, "%s is not a Baijiatu community file", name);
      return FALSE;
    }
  if (is_cut_short (path, header, info.st_size))
    {
      g_set_error (error, BJT_STORE_ERROR, BJT_STORE_ERROR_DAMAGED,
                   "%s is damaged: its end is missing; go back to a backup", name);
      return FALSE;
    }
  return TRUE;
}

static gboolean
check_version (BjtStore *self,
               GError  **error)
{
  gint64           version = read_pragma (self, "PRAGMA user_version", error);
  g_autofree char *name = g_path_get_basename (self->path);

  if (version < 0)
    return FALSE;
  if (version > (gint64) G_N_ELEMENTS (migrations))
    {
      g_set_error (error, BJT_STORE_ERROR, BJT_STORE_ERROR_NEWER,
                   "%s was made by a newer Baijiatu (format %d, this one knows %d); update the program",
                   name, (int) version, (int) G_N_ELEMENTS (migrations));
      return FALSE;
    }
  return TRUE;
}

/* A damaged file is never silently opened for writing. */
static gboolean
check_soundness (BjtStore *self,
                 GError  **error)
{
  g_autoptr (BjtStatement) statement = bjt_statement_new (self, "PRAGMA quick_check (1)", "look over the file", error);
  g_autofree char *name = g_path_get_basename (self->path);
  g_autofree char *finding = NULL;

  if (statement == NULL || !bjt_statement_step (statement, error))
    return FALSE;
  if (g_strcmp0 (bjt_statement_get_text (statement, 0), "ok") == 0)
    return TRUE;
  finding = g_strdelimit (g_strdup (bjt_statement_get_text (statement, 0)), "\n", ' ');
  g_set_error (error, BJT_STORE_ERROR, BJT_STORE_ERROR_DAMAGED,
               "%s is damaged (%s); run `bjt check`, then go back to a backup", name, finding);
  return FALSE;
}

static gboolean
prepare_writing (BjtStore *self,
                 GError  **error)
{
  gboolean network = bjt_store_lock_is_network (self->path);

  if (network && (self->lock = bjt_store_lock_acquire (self->path, error)) == NULL)
    return FALSE;
  return bjt_statement_run_script (self,
                                   network ? "PRAGMA journal_mode = DELETE; PRAGMA synchronous = FULL"
                                           : "PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL",
                                   "prepare the file for writing", error)
         && migrate (self, error);
}

/**
 * bjt_store_open:
 * @mode: whether it will be written
 *
 * Refuses what is no community file, one of a newer version, and a damaged one.
 *
 * Returns: (transfer full) (nullable):
 */
BjtStore *
bjt_store_open (const char  *path,
                BjtStoreMode mode,
                GError     **error)
{
  g_autoptr (BjtStore) self = NULL;
  int flags = mode == BJT_STORE_READ_ONLY ? SQLITE_OPEN_READONLY : SQLITE_OPEN_READWRITE;

  if (!check_header (path, error))
    return NULL;
  self = bjt_store_open_raw (path, flags, error);
  if (self == NULL)
    return NULL;
  self->mode = mode;
  if (!check_version (self, error) || !check_soundness (self, error) || !prepare_connection (self, error))
    return NULL;
  if (mode == BJT_STORE_READ_WRITE && !prepare_writing (self, error))
    return NULL;
  return g_steal_pointer (&self);
}

void
bjt_store_forget_statements (BjtStore *self)
{
  GHashTableIter iter;
  gpointer       statement;

  g_hash_table_iter_init (&iter, self->statements);
  while (g_hash_table_iter_next (&iter, NULL, &statement))
    {
      g_hash_table_iter_steal (&iter);
      sqlite3_finalize (statement);
    }
}

void
bjt_store_close (BjtStore *self)
{
  if (self == NULL)
    return;
  g_hash_table_unref (self->inserts); /* its statements go back to the others */
  bjt_store_forget_statements (self);
  g_hash_table_unref (self->new_records);
  g_hash_table_unref (self->statements);
  sqlite3_close (self->db);
  bjt_store_lock_release (self->lock);
  g_free (self->path);
  g_free (self);
}

gint64
bjt_store_get_data_version (BjtStore *self)
{
  return read_pragma (self, "PRAGMA data_version", NULL);
}
