/* bjt-record-table.c: records in and out of their tables. The SQL of each kind
 * is composed once from its fields (names that are ours, never values). */
#include "bjt-store.h"

#include <string.h>

#include "bjt-statement.h"
#include "bjt-store-private.h"
#include "model/bjt-campaigns.h"
#include "model/bjt-overlay.h"
#include "model/bjt-people.h"
#include "model/bjt-plans.h"
#include "model/bjt-prints.h"
#include "model/bjt-territory.h"
#include "model/bjt-visit-plans.h"
#include "model/bjt-work.h"

/* Owners before what they own. */
#define FOR_EACH_KIND(M) \
  M (setting) M (community) M (staff) M (grid) M (duty) M (compound) M (building) M (entrance) M (level) M (door) \
  M (household) M (person) M (membership) M (category) M (person_category) M (map_feature) M (visit) \
  M (issue_kind) M (issue) M (issue_event) M (import_batch) M (attachment) \
  M (floor_plan) M (plan_drawing) M (plan_element) M (annotation) M (overlay) M (overlay_shape) \
  M (visit_person) M (cadence_rule) M (life_event) M (patrol) M (day_log) M (partner) M (need) M (pairing) \
  M (service_task) M (service) M (issue_door) M (whistle) M (notice) M (meeting) M (meeting_topic) \
  M (hotline_order) M (named_day) M (print_job) \
  M (visit_plan) M (visit_plan_worker) M (visit_plan_stop) \
  M (campaign) M (campaign_door)

#define TYPE_OF(kind) &bjt_##kind##_type,

static const BjtRecordType *const record_types[] = { FOR_EACH_KIND (TYPE_OF) };

const BjtRecordType *const *
bjt_store_get_record_types (guint *n_types)
{
  *n_types = G_N_ELEMENTS (record_types);
  return record_types;
}

typedef enum
{
  SQL_INSERT,
  SQL_UPDATE,
  SQL_SELECT,
  N_SQL,
} SqlKind;

static void
append_columns (GString             *sql,
                const BjtRecordType *type,
                const char          *format,
                const char          *shape_format)
{
  for (guint i = 0; i < type->n_fields; i++)
    {
      const BjtField *field = type->fields + i;
      g_auto (GStrv) parts = g_strsplit (field->type == BJT_FIELD_GEOMETRY ? shape_format : format, "@", -1);
      g_autofree char *text = g_strjoinv (field->column, parts);

      g_string_append_printf (sql, "%s%s", i > 0 ? ", " : "", text);
    }
}

static char *
compose (const BjtRecordType *type,
         SqlKind              kind)
{
  GString *sql = g_string_new (NULL);

  switch (kind)
    {
    case SQL_INSERT:
      g_string_append_printf (sql, "INSERT INTO %s (", type->table);
      append_columns (sql, type, "@", "@");
      g_string_append (sql, ", created_action, updated_action) VALUES (");
      append_columns (sql, type, ":@", "GeomFromWKB (:@, 4490)");
      g_string_append (sql, ", :action, :action)");
      break;
    case SQL_UPDATE:
      g_string_append_printf (sql, "UPDATE %s SET ", type->table);
      append_columns (sql, type, "@ = :@", "@ = GeomFromWKB (:@, 4490)");
      g_string_append (sql, ", updated_action = bjt_action () WHERE id = :id AND deleted_action IS NULL");
      break;
    case SQL_SELECT:
    case N_SQL:
    default:
      g_string_append (sql, "SELECT ");
      append_columns (sql, type, "@", "ST_AsBinary (@)");
      g_string_append_printf (sql, " FROM %s WHERE deleted_action IS NULL", type->table);
      break;
    }
  return g_string_free (sql, FALSE);
}

/* Composed once a process and never freed: there are few and they are small. */
static const char *
get_sql (const BjtRecordType *type,
         SqlKind              kind)
{
  static char *texts[G_N_ELEMENTS (record_types)][N_SQL];
  static GMutex mutex;
  guint         at = 0;
  const char   *sql;

  while (record_types[at] != type)
    at++;
  g_mutex_lock (&mutex);
  if (texts[at][kind] == NULL)
    texts[at][kind] = compose (type, kind);
  sql = texts[at][kind];
  g_mutex_unlock (&mutex);
  return sql;
}

static void
bind_record (BjtStatement        *statement,
             const BjtRecordType *type,
             gconstpointer        record)
{
  for (guint i = 0; i < type->n_fields; i++)
    bjt_statement_bind_field (statement, (int) i + 1, type->fields + i, record);
}

/* Inserts come by the hundred thousand: their statements are not looked up by
 * their text. */
static BjtStatement *
get_insert (BjtStore            *self,
            const BjtRecordType *type,
            GError             **error)
{
  BjtStatement *statement = g_hash_table_lookup (self->inserts, type);

  if (statement == NULL)
    {
      statement = bjt_statement_new (self, get_sql (type, SQL_INSERT), "save the record", error);
      if (statement != NULL)
        g_hash_table_insert (self->inserts, (gpointer) type, statement);
    }
  return statement;
}

static void
remember_insert (BjtStore            *self,
                 const BjtRecordType *type,
                 const BjtUuid       *id)
{
  BjtNewRecords *made = g_hash_table_lookup (self->new_records, type);

  if (made == NULL)
    {
      made = g_new0 (BjtNewRecords, 1);
      made->least = *id;
      g_hash_table_insert (self->new_records, (gpointer) type, made);
    }
  if (bjt_uuid_compare (id, &made->least) < 0)
    made->least = *id;
  made->n++;
}

/**
 * bjt_store_insert:
 * @record: a struct of @type whose key is new
 */
gboolean
bjt_store_insert (BjtStore            *self,
                  const BjtRecordType *type,
                  gconstpointer        record,
                  GError             **error)
{
  BjtStatement *statement;

  g_return_val_if_fail (self->action > 0, FALSE);
  statement = get_insert (self, type, error);
  if (statement == NULL)
    return FALSE;
  bind_record (statement, type, record);
  bjt_statement_bind_int_at (statement, (int) type->n_fields + 1, self->action);
  if (!bjt_statement_run (statement, error))
    return FALSE;
  remember_insert (self, type, record);
  return TRUE;
}

static gboolean
check_found (BjtStore            *self,
             const BjtRecordType *type,
             const BjtUuid       *id,
             GError             **error)
{
  g_autofree char *key = NULL;

  if (sqlite3_changes (self->db) > 0)
    return TRUE;
  key = bjt_uuid_dup_string (id);
  g_set_error (error, BJT_STORE_ERROR, BJT_STORE_ERROR_NOT_FOUND, "the %s %s is no longer there", type->table, key);
  return FALSE;
}

/**
 * bjt_store_update:
 * @record: with the key of a record that is there
 */
gboolean
bjt_store_update (BjtStore            *self,
                  const BjtRecordType *type,
                  gconstpointer        record,
                  GError             **error)
{
  g_autoptr (BjtStatement) statement = NULL;

  g_return_val_if_fail (self->action > 0, FALSE);
  statement = bjt_statement_new (self, get_sql (type, SQL_UPDATE), "save the record", error);
  if (statement == NULL)
    return FALSE;
  bind_record (statement, type, record);
  return bjt_statement_run (statement, error) && check_found (self, type, record, error);
}

/**
 * bjt_store_remove:
 *
 * The record stays in the file, marked with the action that removed it.
 */
gboolean
bjt_store_remove (BjtStore            *self,
                  const BjtRecordType *type,
                  const BjtUuid       *id,
                  GError             **error)
{
  g_autofree char *sql = g_strdup_printf ("UPDATE %s SET deleted_action = bjt_action () WHERE id = :id AND deleted_action IS NULL",
                                          type->table);
  g_autoptr (BjtStatement) statement = NULL;

  g_return_val_if_fail (self->action > 0, FALSE);
  statement = bjt_statement_new (self, sql, "remove the record", error);
  if (statement == NULL)
    return FALSE;
  bjt_statement_bind_uuid (statement, ":id", id);
  return bjt_statement_run (statement, error) && check_found (self, type, id, error);
}

static gpointer
read_record (BjtStatement        *statement,
             const BjtRecordType *type)
{
  gpointer record = bjt_record_new (type);

  for (guint i = 0; i < type->n_fields; i++)
    bjt_statement_read_field (statement, (int) i, type->fields + i, record);
  return record;
}

/**
 * bjt_store_get:
 *
 * Returns: (transfer full) (nullable): the record
 */
gpointer
bjt_store_get (BjtStore            *self,
               const BjtRecordType *type,
               const BjtUuid       *id,
               GError             **error)
{
  g_autoptr (GPtrArray) records = bjt_store_list (self, type, "id", id, "id", 1, error);
  g_autofree char *key = NULL;

  if (records == NULL)
    return NULL;
  if (records->len == 1)
    return bjt_record_copy (type, records->pdata[0]);
  key = bjt_uuid_dup_string (id);
  g_set_error (error, BJT_STORE_ERROR, BJT_STORE_ERROR_NOT_FOUND, "the %s %s is not there", type->table, key);
  return NULL;
}

/* GPtrArray's free function has no place for the type. */
#define DEFINE_FREE(kind) \
  static void free_##kind (gpointer record) { bjt_record_free (&bjt_##kind##_type, record); }
#define CASE_FREE(kind)           \
  if (type == &bjt_##kind##_type) \
    return free_##kind;

FOR_EACH_KIND (DEFINE_FREE)

static GDestroyNotify
get_free_func (const BjtRecordType *type)
{
  FOR_EACH_KIND (CASE_FREE)
  g_return_val_if_reached (NULL);
}

static GPtrArray *
read_all (BjtStatement        *statement,
          const BjtRecordType *type,
          GError             **error)
{
  g_autoptr (GPtrArray) records = g_ptr_array_new_with_free_func (get_free_func (type));
  g_autoptr (GError) failure = NULL;

  while (bjt_statement_step (statement, &failure))
    g_ptr_array_add (records, read_record (statement, type));
  if (failure == NULL)
    return g_steal_pointer (&records);
  g_propagate_error (error, g_steal_pointer (&failure));
  return NULL;
}

/**
 * bjt_store_list:
 * @column: (nullable): a column of the type that holds a key
 * @key: (nullable): the key looked for
 * @order: what follows ORDER BY; a literal
 *
 * Returns: (transfer full) (nullable): the records
 */
GPtrArray *
bjt_store_list (BjtStore            *self,
                const BjtRecordType *type,
                const char          *column,
                const BjtUuid       *key,
                const char          *order,
                guint                limit,
                GError             **error)
{
  g_autoptr (GString) sql = g_string_new (get_sql (type, SQL_SELECT));
  g_autoptr (BjtStatement) statement = NULL;

  if (column != NULL)
    g_string_append_printf (sql, " AND %s = :key", column);
  g_string_append_printf (sql, " ORDER BY %s", order);
  if (limit > 0)
    g_string_append_printf (sql, " LIMIT %u", limit);
  statement = bjt_statement_new (self, sql->str, "read the records", error);
  if (statement == NULL)
    return NULL;
  if (column != NULL)
    bjt_statement_bind_uuid (statement, ":key", key);
  return read_all (statement, type, error);
}

/* As the column is kept: 2026-11-22, or the moment a day of Asia/Shanghai begins. */
static void
bind_day (BjtStatement *statement,
          const char   *name,
          BjtFieldType  type,
          BjtDate       day)
{
  char text[BJT_TIME_STRING_SIZE];

  if (type == BJT_FIELD_TIME)
    bjt_time_format (bjt_time_from_local (day, 0), text);
  else
    bjt_date_format (day, text);
  bjt_statement_bind_text (statement, name, text);
}

static BjtFieldType
get_field_type (const BjtRecordType *type,
                const char          *column)
{
  for (guint i = 0; i < type->n_fields; i++)
    if (strcmp (type->fields[i].column, column) == 0)
      return type->fields[i].type;
  g_return_val_if_reached (BJT_FIELD_DATE);
}

/**
 * bjt_store_list_days:
 * @column: of days or of times
 * @from: the first day; BJT_DATE_NONE: from the beginning
 * @to: the last day; BJT_DATE_NONE: to the end
 * @order: what follows ORDER BY; a literal
 *
 * Returns: (transfer full) (nullable): the records
 */
GPtrArray *
bjt_store_list_days (BjtStore            *self,
                     const BjtRecordType *type,
                     const char          *column,
                     BjtDate              from,
                     BjtDate              to,
                     const char          *order,
                     GError             **error)
{
  BjtFieldType field = get_field_type (type, column);
  g_autoptr (GString) sql = g_string_new (get_sql (type, SQL_SELECT));
  g_autoptr (BjtStatement) statement = NULL;

  if (from != BJT_DATE_NONE)
    g_string_append_printf (sql, " AND %s >= :from", column);
  if (to != BJT_DATE_NONE)
    g_string_append_printf (sql, " AND %s < :end", column);
  g_string_append_printf (sql, " ORDER BY %s", order);
  statement = bjt_statement_new (self, sql->str, "read the records", error);
  if (statement == NULL)
    return NULL;
  if (from != BJT_DATE_NONE)
    bind_day (statement, ":from", field, from);
  if (to != BJT_DATE_NONE)
    bind_day (statement, ":end", field, to + 1);
  return read_all (statement, type, error);
}

/**
 * bjt_store_list_by_text:
 * @column: of the type, holds text
 */
GPtrArray *
bjt_store_list_by_text (BjtStore            *self,
                        const BjtRecordType *type,
                        const char          *column,
                        const char          *text,
                        GError             **error)
{
  g_autoptr (GPtrArray) records = g_ptr_array_new_with_free_func (get_free_func (type));
  g_autofree char *sql = g_strdup_printf ("%s AND %s = :text ORDER BY id", get_sql (type, SQL_SELECT), column);
  g_autoptr (GError) failure = NULL;
  g_autoptr (BjtStatement) statement = bjt_statement_new (self, sql, "read the records", error);

  if (statement == NULL)
    return NULL;
  bjt_statement_bind_text (statement, ":text", text);
  while (bjt_statement_step (statement, &failure))
    g_ptr_array_add (records, read_record (statement, type));
  if (failure == NULL)
    return g_steal_pointer (&records);
  g_propagate_error (error, g_steal_pointer (&failure));
  return NULL;
}

/* Of the numbers with just so many digits after the prefix; from the end of the index. */
static gboolean
find_highest_of_length (BjtStore            *self,
                        const BjtRecordType *type,
                        const char          *prefix,
                        guint                n_digits,
                        guint               *highest,
                        GError             **error)
{
  g_autofree char *sql = g_strdup_printf ("SELECT substr (number, length (:prefix) + 1) FROM %s WHERE deleted_action IS NULL"
                                          " AND number > :prefix AND number < :prefix || ':' AND length (number) = length (:prefix) + :digits"
                                          " AND substr (number, length (:prefix) + 1) NOT GLOB '*[^0-9]*' ORDER BY number DESC LIMIT 1",
                                          type->table);
  g_autoptr (GError) failure = NULL;
  g_autoptr (BjtStatement) statement = bjt_statement_new (self, sql, "find the next number", error);

  if (statement == NULL)
    return FALSE;
  bjt_statement_bind_text (statement, ":prefix", prefix);
  bjt_statement_bind_int (statement, ":digits", n_digits);
  *highest = bjt_statement_step (statement, &failure) ? (guint) g_ascii_strtoull (bjt_statement_get_text (statement, 0), NULL, 10) : 0;
  if (failure == NULL)
    return TRUE;
  g_propagate_error (error, g_steal_pointer (&failure));
  return FALSE;
}

/**
 * bjt_store_find_highest:
 * @prefix: 2026-
 * @highest: (out):
 *
 * Numbers have three digits or more, as many as they need.
 */
gboolean
bjt_store_find_highest (BjtStore            *self,
                        const BjtRecordType *type,
                        const char          *prefix,
                        guint               *highest,
                        GError             **error)
{
  *highest = 0;
  for (guint n = 3; n <= 9; n++)
    {
      guint found;

      if (!find_highest_of_length (self, type, prefix, n, &found, error))
        return FALSE;
      *highest = MAX (*highest, found);
    }
  return TRUE;
}

gint64
bjt_store_count (BjtStore            *self,
                 const BjtRecordType *type,
                 GError             **error)
{
  g_autofree char *sql = g_strdup_printf ("SELECT count (*) FROM %s WHERE deleted_action IS NULL", type->table);
  g_autoptr (BjtStatement) statement = bjt_statement_new (self, sql, "count the records", error);

  if (statement == NULL || !bjt_statement_step (statement, error))
    return -1;
  return bjt_statement_get_int (statement, 0);
}

gboolean
bjt_store_check_references (BjtStore *self,
                            gboolean  on,
                            GError  **error)
{
  return bjt_statement_run_script (self, on ? "PRAGMA foreign_keys = ON" : "PRAGMA foreign_keys = OFF", "prepare the file", error);
}
