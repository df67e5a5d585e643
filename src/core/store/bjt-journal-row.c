/* bjt-journal-row.c: a row as JSON and back, for every kind of record, from
 * the columns that the table has. Bytes are hexadecimal; reals are text of 17
 * digits, so that what comes back is the same to the last bit. Columns kept by
 * triggers are no part of it: the triggers keep them on the way back too. */
#include "bjt-journal-row.h"

#include "bjt-journal.h"
#include "bjt-statement.h"
#include "bjt-store-private.h"

#include <string.h>

static const char *const kept_columns[] = {
  "last_contact_on", "last_visit_on", "open_issues", "issue_due_on", "next_agreed_on", "last_met_on", "last_phoned_on",
  "last_heard_on", "whole_met_on", "whole_phoned_on", "whole_heard_on", "last_done_on", NULL,
};

typedef struct
{
  GString *json;    /* json_object (…) of the row named by a prefix */
  GString *columns; /* a, b */
  GString *values;  /* of the JSON :row */
  GString *sets;    /* a = …, b = … */
} RowSql;

static void
row_sql_clear (RowSql *self)
{
  g_string_free (self->json, TRUE);
  g_string_free (self->columns, TRUE);
  g_string_free (self->values, TRUE);
  g_string_free (self->sets, TRUE);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (RowSql, row_sql_clear)

static gboolean
is_bytes (BjtFieldType type)
{
  return type == BJT_FIELD_UUID || type == BJT_FIELD_GEOMETRY || type == BJT_FIELD_SHAPE;
}

static char *
to_json (BjtFieldType type,
         const char  *prefix,
         const char  *column)
{
  if (is_bytes (type))
    return g_strdup_printf ("iif (%s%s IS NULL, NULL, hex (%s%s))", prefix, column, prefix, column);
  if (type == BJT_FIELD_REAL)
    return g_strdup_printf ("iif (%s%s IS NULL, NULL, printf ('%%!.17g', %s%s))", prefix, column, prefix, column);
  return g_strdup_printf ("%s%s", prefix, column);
}

static char *
from_json (BjtFieldType type,
           const char  *column)
{
  if (is_bytes (type))
    return g_strdup_printf ("bjt_from_hex (json_extract (:row, '$.%s'))", column);
  if (type == BJT_FIELD_REAL)
    return g_strdup_printf ("CAST (json_extract (:row, '$.%s') AS REAL)", column);
  return g_strdup_printf ("json_extract (:row, '$.%s')", column);
}

static void
add_column (RowSql      *self,
            BjtFieldType type,
            const char  *prefix,
            const char  *column)
{
  const char      *comma = self->columns->len > 0 ? ", " : "";
  g_autofree char *json = to_json (type, prefix, column);
  g_autofree char *value = from_json (type, column);

  g_string_append_printf (self->json, "%s'%s', %s", comma, column, json);
  g_string_append_printf (self->columns, "%s%s", comma, column);
  g_string_append_printf (self->values, "%s%s", comma, value);
  g_string_append_printf (self->sets, "%s%s = %s", comma, column, value);
}

static void
row_sql_init (RowSql              *self,
              const BjtRecordType *type,
              const char          *prefix)
{
  static const char *const action_columns[] = { "created_action", "updated_action", "deleted_action" };

  self->json = g_string_new (NULL);
  self->columns = g_string_new (NULL);
  self->values = g_string_new (NULL);
  self->sets = g_string_new (NULL);
  for (guint i = 0; i < type->n_fields; i++)
    if (!g_strv_contains (kept_columns, type->fields[i].column))
      add_column (self, type->fields[i].type, prefix, type->fields[i].column);
  for (guint i = 0; i < G_N_ELEMENTS (action_columns); i++)
    add_column (self, BJT_FIELD_INT, prefix, action_columns[i]);
}

static gboolean
install_triggers (BjtStore            *store,
                  const BjtRecordType *type,
                  GError             **error)
{
  g_auto (RowSql) row = { 0 };
  g_autofree char *script = NULL;

  row_sql_init (&row, type, "OLD.");
  script = g_strdup_printf (
    "DROP TRIGGER IF EXISTS journal_%1$s_update;"
    "CREATE TRIGGER journal_%1$s_update AFTER UPDATE OF %2$s ON %1$s WHEN bjt_action () IS NOT NULL BEGIN"
    " INSERT INTO journal_change (action, relation, record, before)"
    " VALUES (bjt_action (), '%1$s', OLD.id, json_object (%3$s)); END;",
    type->table, row.columns->str, row.json->str);
  return bjt_statement_run_script (store, script, "install the journal", error);
}

/**
 * bjt_journal_row_record_inserts:
 * @type: a kind of record of which the running action made some
 * @least: the least key of them
 * @n_rows: how many they are
 */
gboolean
bjt_journal_row_record_inserts (BjtStore            *store,
                                const BjtRecordType *type,
                                const BjtUuid       *least,
                                guint                n_rows,
                                GError             **error)
{
  static const char sql[] = "INSERT INTO journal_change (action, relation, record, n_rows) VALUES (:action, :relation, :record, :n_rows)";
  g_autoptr (BjtStatement) statement = bjt_statement_new (store, sql, "record the action", error);

  if (statement == NULL)
    return FALSE;
  bjt_statement_bind_int (statement, ":action", store->action);
  bjt_statement_bind_text (statement, ":relation", type->table);
  bjt_statement_bind_uuid (statement, ":record", least);
  bjt_statement_bind_int (statement, ":n_rows", n_rows);
  return bjt_statement_run (statement, error);
}

gboolean
bjt_journal_install (BjtStore *store,
                     GError  **error)
{
  guint                       n_types;
  const BjtRecordType *const *types = bjt_store_get_record_types (&n_types);

  for (guint i = 0; i < n_types; i++)
    if (!install_triggers (store, types[i], error))
      return FALSE;
  return TRUE;
}

/* Replaying */

typedef struct
{
  gint64               number;
  gint64               action;
  const BjtRecordType *type;
  BjtUuid              record; /* of new records the least key */
  gboolean             is_new; /* the action made the rows */
  gint64               n_rows;
} Change;

static const BjtRecordType *
find_type (const char *table)
{
  guint                       n_types;
  const BjtRecordType *const *types = bjt_store_get_record_types (&n_types);

  for (guint i = 0; i < n_types; i++)
    if (g_strcmp0 (types[i]->table, table) == 0)
      return types[i];
  return NULL;
}

#define OF_ACTION " WHERE number BETWEEN (SELECT first_change FROM journal_action WHERE number = :action)" \
                  " AND (SELECT last_change FROM journal_action WHERE number = :action) "

static GArray *
list_changes (BjtStore *store,
              guint64   action,
              gboolean  backward,
              GError  **error)
{
  static const char forward_sql[] = "SELECT number, relation, record, before IS NULL, n_rows FROM journal_change" OF_ACTION "ORDER BY number";
  static const char backward_sql[] = "SELECT number, relation, record, before IS NULL, n_rows FROM journal_change" OF_ACTION "ORDER BY number DESC";
  g_autoptr (BjtStatement) statement = bjt_statement_new (store, backward ? backward_sql : forward_sql, "read the journal", error);
  g_autoptr (GArray) changes = g_array_new (FALSE, FALSE, sizeof (Change));

  if (statement == NULL)
    return NULL;
  bjt_statement_bind_int (statement, ":action", (gint64) action);
  while (bjt_statement_step (statement, NULL))
    {
      Change change = { bjt_statement_get_int (statement, 0), (gint64) action, find_type (bjt_statement_get_text (statement, 1)),
                        BJT_UUID_NIL, bjt_statement_get_int (statement, 3) != 0, bjt_statement_get_int (statement, 4) };

      bjt_statement_get_uuid (statement, 2, &change.record);
      if (change.type == NULL)
        {
          g_set_error (error, BJT_STORE_ERROR, BJT_STORE_ERROR_DAMAGED, "the journal names an unknown kind of record");
          return NULL;
        }
      g_array_append_val (changes, change);
    }
  return g_steal_pointer (&changes);
}

/* The SQL to replay changes of one kind, composed when the first one comes. */
typedef struct
{
  char *keep;     /* what is there goes to `after` */
  char *restore;  /* from `before` or `after` */
  char *keep_new; /* the new records go to journal_redo … */
  char *remove;
  char *insert;   /* … and come back from there */
  char *forget;
} ReplaySql;

static void
replay_sql_free (ReplaySql *self)
{
  g_free (self->keep);
  g_free (self->restore);
  g_free (self->keep_new);
  g_free (self->remove);
  g_free (self->insert);
  g_free (self->forget);
  g_free (self);
}

static ReplaySql *
replay_sql_new (const BjtRecordType *type)
{
  g_auto (RowSql) row = { 0 };
  ReplaySql  *self = g_new0 (ReplaySql, 1);
  const char *table = type->table;
  g_auto (GStrv) parts = NULL;
  g_autofree char *values = NULL;

  row_sql_init (&row, type, "");
  parts = g_strsplit (row.values->str, ":row", -1);
  values = g_strjoinv ("row", parts);
  self->keep = g_strdup_printf ("UPDATE journal_change SET after = (SELECT json_object (%s) FROM %s WHERE id = :record) WHERE number = :number",
                                row.json->str, table);
  self->restore = g_strdup_printf ("UPDATE %s SET %s WHERE id = :record", table, row.sets->str);
  self->keep_new = g_strdup_printf ("INSERT INTO journal_redo (action, relation, row) SELECT :action, '%s', json_object (%s) FROM %s"
                                    " WHERE id >= :record AND created_action = :action ORDER BY id", table, row.json->str, table);
  self->remove = g_strdup_printf ("DELETE FROM %s WHERE id >= :record AND created_action = :action", table);
  self->insert = g_strdup_printf ("INSERT INTO %s (%s) SELECT %s FROM journal_redo WHERE action = :action AND relation = '%s' ORDER BY number",
                                  table, row.columns->str, values, table);
  self->forget = g_strdup_printf ("DELETE FROM journal_redo WHERE action = :action AND relation = '%s'", table);
  return self;
}

static gboolean
run_on_change (BjtStore     *store,
               const char   *sql,
               const Change *change,
               const char   *row,
               GError      **error)
{
  g_autoptr (BjtStatement) statement = bjt_statement_new (store, sql, "replay the change", error);

  if (statement == NULL)
    return FALSE;
  if (strstr (sql, ":number") != NULL)
    bjt_statement_bind_int (statement, ":number", change->number);
  if (strstr (sql, ":action") != NULL)
    bjt_statement_bind_int (statement, ":action", change->action);
  if (strstr (sql, ":record") != NULL)
    bjt_statement_bind_uuid (statement, ":record", &change->record);
  if (row != NULL)
    bjt_statement_bind_text (statement, ":row", row);
  return bjt_statement_run (statement, error);
}

/* As many as the journal says, or it does not fit the tables. */
static gboolean
run_on_all (BjtStore     *store,
            const char   *sql,
            const Change *change,
            GError      **error)
{
  if (!run_on_change (store, sql, change, NULL, error))
    return FALSE;
  if (sqlite3_changes64 (store->db) == change->n_rows)
    return TRUE;
  g_set_error (error, BJT_STORE_ERROR, BJT_STORE_ERROR_DAMAGED, "the journal has lost a row; it can't be replayed");
  return FALSE;
}

/* Leaves @row NULL where the journal keeps none. */
static gboolean
read_row (BjtStore     *store,
          const Change *change,
          gboolean      before,
          char        **row,
          GError      **error)
{
  g_autoptr (BjtStatement) statement =
    bjt_statement_new (store,
                       before ? "SELECT before FROM journal_change WHERE number = :number"
                              : "SELECT after FROM journal_change WHERE number = :number",
                       "read the journal", error);

  if (statement == NULL)
    return FALSE;
  bjt_statement_bind_int (statement, ":number", change->number);
  if (!bjt_statement_step (statement, error))
    return FALSE;
  *row = g_strdup (bjt_statement_get_text (statement, 0));
  return TRUE;
}

static gboolean
undo_change (BjtStore        *store,
             const ReplaySql *sql,
             const Change    *change,
             GError         **error)
{
  g_autofree char *row = NULL;

  if (change->is_new)
    return run_on_all (store, sql->keep_new, change, error) && run_on_all (store, sql->remove, change, error);
  return run_on_change (store, sql->keep, change, NULL, error)
         && read_row (store, change, TRUE, &row, error)
         && run_on_change (store, sql->restore, change, row, error);
}

static gboolean
redo_change (BjtStore        *store,
             const ReplaySql *sql,
             const Change    *change,
             GError         **error)
{
  static const char forget[] = "UPDATE journal_change SET after = NULL WHERE number = :number";
  g_autofree char  *row = NULL;

  if (change->is_new)
    return run_on_all (store, sql->insert, change, error) && run_on_all (store, sql->forget, change, error);
  if (!read_row (store, change, FALSE, &row, error))
    return FALSE;
  if (row == NULL)
    return TRUE; /* a row that the action itself made: it comes back as it was at the end */
  return run_on_change (store, sql->restore, change, row, error) && run_on_change (store, forget, change, NULL, error);
}

/**
 * bjt_journal_row_replay:
 * @action: number of the action
 * @undo: backward, else forward
 *
 * Inside a transaction that the caller has begun; nothing is journalled.
 */
gboolean
bjt_journal_row_replay (BjtStore *store,
                        guint64   action,
                        gboolean  undo,
                        GError  **error)
{
  g_autoptr (GArray) changes = list_changes (store, action, undo, error);
  g_autoptr (GHashTable) sql_of_type = g_hash_table_new_full (NULL, NULL, NULL, (GDestroyNotify) replay_sql_free);

  if (changes == NULL)
    return FALSE;
  for (guint i = 0; i < changes->len; i++)
    {
      const Change *change = &g_array_index (changes, Change, i);
      ReplaySql    *sql = g_hash_table_lookup (sql_of_type, change->type);

      if (sql == NULL)
        {
          sql = replay_sql_new (change->type);
          g_hash_table_insert (sql_of_type, (gpointer) change->type, sql);
        }
      if (undo ? !undo_change (store, sql, change, error) : !redo_change (store, sql, change, error))
        return FALSE;
    }
  return TRUE;
}
