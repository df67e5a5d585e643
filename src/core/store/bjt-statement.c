/* bjt-statement.c: a freed statement goes back to the store's cache under its
 * text, so that a hot path pays a reset and not a prepare; one that is in use
 * is not in the cache, so asking for it again makes a second one. */
#include "bjt-statement.h"

#include "bjt-store-private.h"

#include <math.h>
#include <string.h>

struct _BjtStatement
{
  BjtStore     *store;
  sqlite3_stmt *stmt;
  const char   *phrase;
};

static sqlite3_stmt *
prepare (BjtStore   *store,
         const char *sql,
         const char *phrase,
         GError    **error)
{
  sqlite3_stmt *stmt = NULL;

  if (sqlite3_prepare_v3 (store->db, sql, -1, SQLITE_PREPARE_PERSISTENT, &stmt, NULL) != SQLITE_OK)
    bjt_store_set_error (store, error, phrase);
  return stmt;
}

void
bjt_statement_reset (BjtStatement *self)
{
  sqlite3_reset (self->stmt);
}

/**
 * bjt_statement_new:
 * @phrase: what it does, to follow "could not": "read the visits"
 *
 * Returns: (transfer full) (nullable):
 */
BjtStatement *
bjt_statement_new (BjtStore   *store,
                   const char *sql,
                   const char *phrase,
                   GError    **error)
{
  sqlite3_stmt *stmt = g_hash_table_lookup (store->statements, sql);
  BjtStatement *self;

  if (stmt != NULL)
    g_hash_table_remove (store->statements, sql);
  else if ((stmt = prepare (store, sql, phrase, error)) == NULL)
    return NULL;
  self = g_new0 (BjtStatement, 1);
  self->store = store;
  self->stmt = stmt;
  self->phrase = phrase;
  return self;
}

void
bjt_statement_free (BjtStatement *self)
{
  const char *sql;

  if (self == NULL)
    return;
  sqlite3_reset (self->stmt);
  sqlite3_clear_bindings (self->stmt);
  sql = sqlite3_sql (self->stmt);
  if (g_hash_table_contains (self->store->statements, sql))
    sqlite3_finalize (self->stmt);
  else
    g_hash_table_insert (self->store->statements, (gpointer) sql, self->stmt);
  g_free (self);
}

static int
find_parameter (BjtStatement *self,
                const char   *name)
{
  int index = sqlite3_bind_parameter_index (self->stmt, name);

  if (index == 0)
    g_critical ("no parameter %s in: %s", name, sqlite3_sql (self->stmt));
  return index;
}

static void
bind_uuid_at (BjtStatement          *self,
              int                    index,
              const BjtUuid         *value,
              sqlite3_destructor_type lifetime)
{
  if (value == NULL || bjt_uuid_is_nil (value))
    sqlite3_bind_null (self->stmt, index);
  else
    sqlite3_bind_blob (self->stmt, index, value->bytes, sizeof value->bytes, lifetime);
}

void
bjt_statement_bind_uuid (BjtStatement  *self,
                         const char    *name,
                         const BjtUuid *value)
{
  bind_uuid_at (self, find_parameter (self, name), value, SQLITE_TRANSIENT);
}

void
bjt_statement_bind_text (BjtStatement *self,
                         const char   *name,
                         const char   *value)
{
  sqlite3_bind_text (self->stmt, find_parameter (self, name), value, -1, SQLITE_TRANSIENT);
}

void
bjt_statement_bind_bytes (BjtStatement *self,
                          const char   *name,
                          GBytes       *value)
{
  gsize         size;
  gconstpointer data = g_bytes_get_data (value, &size);

  sqlite3_bind_blob64 (self->stmt, find_parameter (self, name), data, size, SQLITE_TRANSIENT);
}

void
bjt_statement_bind_int (BjtStatement *self,
                        const char   *name,
                        gint64        value)
{
  sqlite3_bind_int64 (self->stmt, find_parameter (self, name), value);
}

void
bjt_statement_bind_int_at (BjtStatement *self,
                           int           index,
                           gint64        value)
{
  sqlite3_bind_int64 (self->stmt, index, value);
}

gboolean
bjt_statement_step (BjtStatement *self,
                    GError      **error)
{
  int result = sqlite3_step (self->stmt);

  if (result != SQLITE_ROW && result != SQLITE_DONE)
    bjt_store_set_error (self->store, error, self->phrase);
  return result == SQLITE_ROW;
}

/**
 * bjt_statement_run:
 *
 * Returns: whether it ran without error
 */
gboolean
bjt_statement_run (BjtStatement *self,
                   GError      **error)
{
  int result;

  do
    result = sqlite3_step (self->stmt);
  while (result == SQLITE_ROW);
  if (result != SQLITE_DONE)
    bjt_store_set_error (self->store, error, self->phrase);
  sqlite3_reset (self->stmt);
  return result == SQLITE_DONE;
}

void
bjt_statement_get_uuid (BjtStatement *self,
                        int           column,
                        BjtUuid      *value)
{
  const void *data = sqlite3_column_blob (self->stmt, column);

  *value = BJT_UUID_NIL;
  if (data != NULL && sqlite3_column_bytes (self->stmt, column) == (int) sizeof value->bytes)
    memcpy (value->bytes, data, sizeof value->bytes);
}

const char *
bjt_statement_get_text (BjtStatement *self,
                        int           column)
{
  return (const char *) sqlite3_column_text (self->stmt, column);
}

gint64
bjt_statement_get_int (BjtStatement *self,
                       int           column)
{
  return sqlite3_column_int64 (self->stmt, column);
}

double
bjt_statement_get_double (BjtStatement *self,
                          int           column)
{
  return bjt_statement_is_null (self, column) ? (double) NAN : sqlite3_column_double (self->stmt, column);
}

BjtDate
bjt_statement_get_date (BjtStatement *self,
                        int           column)
{
  return bjt_date_parse (bjt_statement_get_text (self, column));
}

gboolean
bjt_statement_is_null (BjtStatement *self,
                       int           column)
{
  return sqlite3_column_type (self->stmt, column) == SQLITE_NULL;
}

BjtGeometry *
bjt_statement_dup_shape (BjtStatement *self,
                         int           column)
{
  const void *data = sqlite3_column_blob (self->stmt, column);

  return data == NULL ? NULL : bjt_geometry_new_from_wkb (data, (gsize) sqlite3_column_bytes (self->stmt, column), NULL);
}

static void
bind_text_at (BjtStatement          *self,
              int                    index,
              const char            *text,
              sqlite3_destructor_type lifetime)
{
  if (text == NULL || *text == '\0')
    sqlite3_bind_null (self->stmt, index);
  else
    sqlite3_bind_text (self->stmt, index, text, -1, lifetime);
}

static void
bind_shape_at (BjtStatement      *self,
               int                index,
               const BjtGeometry *shape)
{
  g_autoptr (GBytes) wkb = NULL;
  gconstpointer data;
  gsize         size;

  if (shape == NULL)
    {
      sqlite3_bind_null (self->stmt, index);
      return;
    }
  wkb = bjt_geometry_to_wkb (shape);
  data = g_bytes_get_data (wkb, &size);
  sqlite3_bind_blob64 (self->stmt, index, data, size, SQLITE_TRANSIENT);
}

/**
 * bjt_statement_bind_field:
 * @index: of the parameter, from 1
 *
 * Shapes are bound as well-known binary. Texts and keys are not copied: the
 * record has to outlive the run of the statement, and every run binds anew.
 */
void
bjt_statement_bind_field (BjtStatement   *self,
                          int             index,
                          const BjtField *field,
                          gconstpointer   record)
{
  gconstpointer member = (const guint8 *) record + field->offset;
  char          text[BJT_TIME_STRING_SIZE];

  switch (field->type)
    {
    case BJT_FIELD_UUID:
      bind_uuid_at (self, index, member, SQLITE_STATIC);
      break;
    case BJT_FIELD_TEXT:
      bind_text_at (self, index, *(char *const *) member, SQLITE_STATIC);
      break;
    case BJT_FIELD_INT:
    case BJT_FIELD_BOOL:
      sqlite3_bind_int (self->stmt, index, *(const int *) member);
      break;
    case BJT_FIELD_REAL:
      if (isnan (*(const double *) member))
        sqlite3_bind_null (self->stmt, index);
      else
        sqlite3_bind_double (self->stmt, index, *(const double *) member);
      break;
    case BJT_FIELD_DATE:
      bjt_date_format (*(const BjtDate *) member, text);
      bind_text_at (self, index, text, SQLITE_TRANSIENT);
      break;
    case BJT_FIELD_TIME:
      bjt_time_format (*(const gint64 *) member, text);
      bind_text_at (self, index, text, SQLITE_TRANSIENT);
      break;
    case BJT_FIELD_GEOMETRY:
    case BJT_FIELD_SHAPE:
    default:
      bind_shape_at (self, index, *(BjtGeometry *const *) member);
      break;
    }
}

GBytes *
bjt_statement_dup_bytes (BjtStatement *self,
                         int           column)
{
  gconstpointer data = sqlite3_column_blob (self->stmt, column); /* before its size */

  return g_bytes_new (data, (gsize) sqlite3_column_bytes (self->stmt, column));
}

/**
 * bjt_statement_read_field:
 * @record: a new or cleared one
 */
void
bjt_statement_read_field (BjtStatement   *self,
                          int             column,
                          const BjtField *field,
                          gpointer        record)
{
  gpointer member = (guint8 *) record + field->offset;

  switch (field->type)
    {
    case BJT_FIELD_UUID:
      bjt_statement_get_uuid (self, column, member);
      break;
    case BJT_FIELD_TEXT:
      *(char **) member = g_strdup (bjt_statement_get_text (self, column));
      break;
    case BJT_FIELD_INT:
    case BJT_FIELD_BOOL:
      *(int *) member = sqlite3_column_int (self->stmt, column);
      break;
    case BJT_FIELD_REAL:
      if (!bjt_statement_is_null (self, column))
        *(double *) member = sqlite3_column_double (self->stmt, column);
      break;
    case BJT_FIELD_DATE:
      *(BjtDate *) member = bjt_statement_get_date (self, column);
      break;
    case BJT_FIELD_TIME:
      *(gint64 *) member = bjt_time_parse (bjt_statement_get_text (self, column));
      break;
    case BJT_FIELD_GEOMETRY:
    case BJT_FIELD_SHAPE:
    default:
      *(BjtGeometry **) member = bjt_statement_dup_shape (self, column);
      break;
    }
}

/**
 * bjt_statement_run_script:
 * @sql: statements separated by semicolons, without parameters
 */
gboolean
bjt_statement_run_script (BjtStore   *store,
                          const char *sql,
                          const char *phrase,
                          GError    **error)
{
  if (sqlite3_exec (store->db, sql, NULL, NULL, NULL) == SQLITE_OK)
    return TRUE;
  bjt_store_set_error (store, error, phrase);
  return FALSE;
}
