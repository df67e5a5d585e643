/* bjt-journal.c: actions, their hash chain, undo and redo.
 *
 * is_undone: 0 done, 1 undone and can be redone, 2 undone and left behind by a
 * later action. The hash of an action covers the one before it, so the chain
 * can be checked from the start; a trimmed action keeps its hash. */
#include "bjt-journal.h"

#include "bjt-journal-row.h"
#include "bjt-statement.h"
#include "bjt-store-private.h"

#include <string.h>

#define MAX_KEPT_CHANGES 4000000 /* about 200 MB; then the oldest actions can no longer be undone */

struct _BjtActionScope
{
  BjtStore *store;
  gint64    number;
  gboolean  is_founding;
};

void
bjt_journal_action_free (BjtJournalAction *self)
{
  if (self == NULL)
    return;
  g_free (self->kind);
  g_free (self->subject);
  g_free (self->by);
  g_free (self);
}

/* The hash chain */

static void
hash_text (GChecksum  *checksum,
           const char *text)
{
  static const guchar end = 0;

  if (text != NULL)
    g_checksum_update (checksum, (const guchar *) text, (gssize) strlen (text));
  g_checksum_update (checksum, &end, 1);
}

static void
hash_column_blob (GChecksum    *checksum,
                  BjtStatement *statement,
                  int           column)
{
  BjtUuid id;

  bjt_statement_get_uuid (statement, column, &id);
  g_checksum_update (checksum, id.bytes, sizeof id.bytes);
}

static gboolean
hash_changes (BjtStore  *store,
              GChecksum *checksum,
              gint64     number,
              GError   **error)
{
  static const char sql[] = "SELECT relation, record, before, n_rows FROM journal_change"
                            " WHERE number BETWEEN (SELECT first_change FROM journal_action WHERE number = :action)"
                            " AND (SELECT last_change FROM journal_action WHERE number = :action) ORDER BY number";
  g_autoptr (BjtStatement) statement = bjt_statement_new (store, sql, "read the journal", error);
  g_autoptr (GError) failure = NULL;

  if (statement == NULL)
    return FALSE;
  bjt_statement_bind_int (statement, ":action", number);
  while (bjt_statement_step (statement, &failure))
    {
      hash_text (checksum, bjt_statement_get_text (statement, 0));
      hash_column_blob (checksum, statement, 1);
      hash_text (checksum, bjt_statement_get_text (statement, 2));
      hash_text (checksum, bjt_statement_get_text (statement, 3));
    }
  if (failure == NULL)
    return TRUE;
  g_propagate_error (error, g_steal_pointer (&failure));
  return FALSE;
}

/* Fills @hash (hexadecimal) for the action @number. */
static gboolean
compute_hash (BjtStore *store,
              gint64    number,
              char    **hash,
              GError  **error)
{
  static const char sql[] =
    "SELECT id, happened_at, kind, subject, by,"
    " (SELECT hash FROM journal_action AS p WHERE p.number < a.number ORDER BY p.number DESC LIMIT 1)"
    " FROM journal_action AS a WHERE number = :number";
  g_autoptr (BjtStatement) statement = bjt_statement_new (store, sql, "read the journal", error);
  g_autoptr (GChecksum) checksum = g_checksum_new (G_CHECKSUM_SHA256);

  if (statement == NULL)
    return FALSE;
  bjt_statement_bind_int (statement, ":number", number);
  if (!bjt_statement_step (statement, error))
    return FALSE;
  hash_column_blob (checksum, statement, 0);
  for (int column = 1; column <= 5; column++)
    hash_text (checksum, bjt_statement_get_text (statement, column));
  if (!hash_changes (store, checksum, number, error))
    return FALSE;
  *hash = g_strdup (g_checksum_get_string (checksum));
  return TRUE;
}

/* Actions */

static gboolean
insert_action (BjtStore   *store,
               const char *kind,
               const char *subject,
               const char *by,
               gint64      now,
               GError    **error)
{
  static const char sql[] = "INSERT INTO journal_action (id, happened_at, kind, subject, by)"
                            " VALUES (:id, :happened_at, :kind, :subject, :by)";
  g_autoptr (BjtStatement) statement = bjt_statement_new (store, sql, "begin the action", error);
  char    time[BJT_TIME_STRING_SIZE];
  BjtUuid id;

  if (statement == NULL)
    return FALSE;
  bjt_uuid_init_random (&id, now / 1000);
  bjt_time_format (now, time);
  bjt_statement_bind_uuid (statement, ":id", &id);
  bjt_statement_bind_text (statement, ":happened_at", time);
  bjt_statement_bind_text (statement, ":kind", kind);
  bjt_statement_bind_text (statement, ":subject", subject);
  bjt_statement_bind_text (statement, ":by", by);
  return bjt_statement_run (statement, error);
}

/**
 * bjt_action_scope_begin:
 * @kind: a stable word: record-visit
 * @subject: (nullable): what it is about, nothing personal
 * @by: (nullable): who does it
 * @now: microseconds UTC
 *
 * Begins a transaction for writing; once it commits a change, what was undone
 * before can no longer be redone.
 *
 * Returns: (transfer full) (nullable):
 */
BjtActionScope *
bjt_action_scope_begin (BjtStore   *store,
                        const char *kind,
                        const char *subject,
                        const char *by,
                        gint64      now,
                        GError    **error)
{
  BjtActionScope *self;

  g_return_val_if_fail (store->action == 0, NULL);
  if (!bjt_statement_run_script (store, "BEGIN IMMEDIATE", "begin the action", error))
    return NULL;
  self = g_new0 (BjtActionScope, 1);
  self->store = store;
  if (!insert_action (store, kind, subject, by, now, error))
    {
      bjt_action_scope_free (self);
      return NULL;
    }
  g_hash_table_remove_all (store->new_records);
  self->number = sqlite3_last_insert_rowid (store->db);
  store->action = self->number;
  return self;
}

/* The changes of an action are the last ones: it holds the lock for writing. */
static gboolean
mark_range (BjtStore *store,
            gint64    number,
            GError  **error)
{
  static const char sql[] =
    "UPDATE journal_action SET"
    " first_change = coalesce ((SELECT max (last_change) FROM journal_action), 0) + 1,"
    " last_change = coalesce ((SELECT max (number) FROM journal_change), 0),"
    " n_changes = coalesce ((SELECT sum (n_rows) FROM journal_change"
    " WHERE number > coalesce ((SELECT max (last_change) FROM journal_action), 0)), 0) WHERE number = :number";
  g_autoptr (BjtStatement) statement = bjt_statement_new (store, sql, "seal the action", error);

  if (statement == NULL)
    return FALSE;
  bjt_statement_bind_int (statement, ":number", number);
  return bjt_statement_run (statement, error);
}

static gboolean
record_inserts (BjtStore *store,
                GError  **error)
{
  guint                       n_types;
  const BjtRecordType *const *types = bjt_store_get_record_types (&n_types);

  for (guint i = 0; i < n_types; i++) /* owners first: undo takes away what they own before them */
    {
      const BjtNewRecords *made = g_hash_table_lookup (store->new_records, types[i]);

      if (made != NULL && !bjt_journal_row_record_inserts (store, types[i], &made->least, made->n, error))
        return FALSE;
    }
  return TRUE;
}

static gboolean
leave_undone_behind (BjtStore *store,
                     gint64    number,
                     GError  **error)
{
  static const char sql[] = "UPDATE journal_action SET is_undone = 2 WHERE is_undone = 1"
                            " AND (SELECT n_changes FROM journal_action WHERE number = :number) > 0";
  g_autoptr (BjtStatement) statement = bjt_statement_new (store, sql, "seal the action", error);

  if (statement == NULL)
    return FALSE;
  bjt_statement_bind_int (statement, ":number", number);
  return bjt_statement_run (statement, error)
         && bjt_statement_run_script (store, "DELETE FROM journal_redo WHERE action IN (SELECT number FROM journal_action WHERE is_undone = 2)",
                                      "seal the action", error);
}

static gboolean
seal_action (BjtStore *store,
             gint64    number,
             GError  **error)
{
  static const char sql[] = "UPDATE journal_action SET hash = :hash WHERE number = :number";
  g_autofree char *hash = NULL;
  g_autoptr (BjtStatement) statement = NULL;

  if (!record_inserts (store, error) || !mark_range (store, number, error)
      || !leave_undone_behind (store, number, error) || !compute_hash (store, number, &hash, error))
    return FALSE;
  statement = bjt_statement_new (store, sql, "seal the action", error);
  if (statement == NULL)
    return FALSE;
  bjt_statement_bind_text (statement, ":hash", hash);
  bjt_statement_bind_int (statement, ":number", number);
  return bjt_statement_run (statement, error);
}

/* Drops the changes of the oldest actions once there are very many. */
static gboolean
trim (BjtStore *store,
      GError  **error)
{
  static const char sql[] =
    "SELECT number, sum (n_changes) OVER (ORDER BY number DESC) AS kept FROM journal_action WHERE is_trimmed = 0";
  g_autoptr (BjtStatement) statement = bjt_statement_new (store, sql, "trim the journal", error);
  g_autofree char *script = NULL;
  gint64 last = 0;

  if (statement == NULL)
    return FALSE;
  while (bjt_statement_step (statement, NULL))
    if (bjt_statement_get_int (statement, 1) > MAX_KEPT_CHANGES)
      last = MAX (last, bjt_statement_get_int (statement, 0));
  if (last == 0 || last == store->action)
    return TRUE;
  script = g_strdup_printf ("DELETE FROM journal_change WHERE action <= %" G_GINT64_FORMAT ";"
                            "UPDATE journal_action SET is_trimmed = 1 WHERE number <= %" G_GINT64_FORMAT, last, last);
  return bjt_statement_run_script (store, script, "trim the journal", error);
}

void
bjt_action_scope_set_founding (BjtActionScope *self)
{
  self->is_founding = TRUE;
}

/**
 * bjt_action_scope_commit:
 *
 * After it returned %TRUE the action is on the disk.
 */
gboolean
bjt_action_scope_commit (BjtActionScope *self,
                         GError        **error)
{
  if (self->is_founding)
    g_hash_table_remove_all (self->store->new_records);
  if (!seal_action (self->store, self->number, error) || !trim (self->store, error)
      || !bjt_statement_run_script (self->store, "COMMIT", "commit the action", error))
    return FALSE;
  self->store->action = 0;
  return TRUE;
}

void
bjt_action_scope_free (BjtActionScope *self)
{
  if (self == NULL)
    return;
  if (!sqlite3_get_autocommit (self->store->db))
    sqlite3_exec (self->store->db, "ROLLBACK", NULL, NULL, NULL);
  self->store->action = 0;
  g_free (self);
}

/* Undo and redo */

/* Paper that went out does not come back by undo. */
#define CAN_BE_UNDONE "is_undone = 0 AND is_trimmed = 0 AND n_changes > 0 AND kind NOT IN ('print-sheet', 'return-copies')"

#define SELECT_ACTION "SELECT number, happened_at, kind, subject, by, n_changes, is_undone FROM journal_action "

static BjtJournalAction *
read_action (BjtStatement *statement)
{
  BjtJournalAction *action = g_new0 (BjtJournalAction, 1);

  action->number = (guint64) bjt_statement_get_int (statement, 0);
  action->happened_at = bjt_time_parse (bjt_statement_get_text (statement, 1));
  action->kind = g_strdup (bjt_statement_get_text (statement, 2));
  action->subject = g_strdup (bjt_statement_get_text (statement, 3));
  action->by = g_strdup (bjt_statement_get_text (statement, 4));
  action->n_changes = (guint) bjt_statement_get_int (statement, 5);
  action->is_undone = bjt_statement_get_int (statement, 6) != 0;
  return action;
}

static BjtJournalAction *
find_action (BjtStore   *store,
             const char *sql)
{
  g_autoptr (BjtStatement) statement = bjt_statement_new (store, sql, "read the journal", NULL);

  return statement != NULL && bjt_statement_step (statement, NULL) ? read_action (statement) : NULL;
}

BjtJournalAction *
bjt_journal_peek_undo (BjtStore *store)
{
  return find_action (store, SELECT_ACTION "WHERE " CAN_BE_UNDONE " ORDER BY number DESC LIMIT 1");
}

BjtJournalAction *
bjt_journal_peek_redo (BjtStore *store)
{
  return find_action (store, SELECT_ACTION "WHERE is_undone = 1 AND is_trimmed = 0 ORDER BY number LIMIT 1");
}

guint
bjt_journal_count_undo (BjtStore *store)
{
  static const char sql[] = "SELECT count (*) FROM journal_action WHERE " CAN_BE_UNDONE;
  g_autoptr (BjtStatement) statement = bjt_statement_new (store, sql, "read the journal", NULL);

  return statement != NULL && bjt_statement_step (statement, NULL) ? (guint) bjt_statement_get_int (statement, 0) : 0;
}

static gboolean
mark_action (BjtStore *store,
             guint64   number,
             gboolean  undone,
             GError  **error)
{
  static const char sql[] = "UPDATE journal_action SET is_undone = :undone WHERE number = :number";
  g_autoptr (BjtStatement) statement = bjt_statement_new (store, sql, "mark the action", error);

  if (statement == NULL)
    return FALSE;
  bjt_statement_bind_int (statement, ":undone", undone);
  bjt_statement_bind_int (statement, ":number", (gint64) number);
  return bjt_statement_run (statement, error);
}

/* Finds the action and replays it, in a transaction that has begun. */
static gboolean
replay_next (BjtStore *store,
             gboolean  undo,
             GError  **error)
{
  g_autoptr (BjtJournalAction) action = undo ? bjt_journal_peek_undo (store) : bjt_journal_peek_redo (store);

  if (action == NULL)
    {
      g_set_error (error, BJT_STORE_ERROR, BJT_STORE_ERROR_NOT_FOUND, undo ? "there is nothing to undo" : "there is nothing to redo");
      return FALSE;
    }
  return bjt_journal_row_replay (store, action->number, undo, error)
         && mark_action (store, action->number, undo, error)
         && bjt_statement_run_script (store, "COMMIT", undo ? "undo" : "redo", error);
}

/* The state before and after is one that was there: its references hold, and
 * looking at each would make a great undo slow. */
static gboolean
replay (BjtStore *store,
        gboolean  undo,
        GError  **error)
{
  gboolean done;

  g_return_val_if_fail (store->action == 0, FALSE);
  done = bjt_store_check_references (store, FALSE, error)
         && bjt_statement_run_script (store, "BEGIN IMMEDIATE", undo ? "undo" : "redo", error)
         && replay_next (store, undo, error);
  if (!done && !sqlite3_get_autocommit (store->db))
    sqlite3_exec (store->db, "ROLLBACK", NULL, NULL, NULL);
  return bjt_store_check_references (store, TRUE, NULL) && done;
}

/**
 * bjt_journal_undo:
 *
 * Takes back the last action that is done.
 */
gboolean
bjt_journal_undo (BjtStore *store,
                  GError  **error)
{
  return replay (store, TRUE, error);
}

/**
 * bjt_journal_redo:
 *
 * Does the last undone action again, unless something else was done since.
 */
gboolean
bjt_journal_redo (BjtStore *store,
                  GError  **error)
{
  return replay (store, FALSE, error);
}

/**
 * bjt_journal_list:
 *
 * Returns: (transfer full) (nullable) (element-type BjtJournalAction):
 */
GPtrArray *
bjt_journal_list (BjtStore *store,
                  guint     limit,
                  GError  **error)
{
  g_autoptr (BjtStatement) statement = bjt_statement_new (store, SELECT_ACTION "ORDER BY number DESC LIMIT :limit", "read the journal", error);
  g_autoptr (GPtrArray) actions = g_ptr_array_new_with_free_func ((GDestroyNotify) bjt_journal_action_free);
  g_autoptr (GError) failure = NULL;

  if (statement == NULL)
    return NULL;
  bjt_statement_bind_int (statement, ":limit", limit);
  while (bjt_statement_step (statement, &failure))
    g_ptr_array_add (actions, read_action (statement));
  if (failure == NULL)
    return g_steal_pointer (&actions);
  g_propagate_error (error, g_steal_pointer (&failure));
  return NULL;
}

static GArray *
list_numbers (BjtStore *store,
              GError  **error)
{
  g_autoptr (BjtStatement) statement = bjt_statement_new (store, "SELECT number FROM journal_action WHERE is_trimmed = 0 ORDER BY number",
                                                          "read the journal", error);
  GArray *numbers = g_array_new (FALSE, FALSE, sizeof (gint64));

  while (statement != NULL && bjt_statement_step (statement, error))
    {
      gint64 number = bjt_statement_get_int (statement, 0);

      g_array_append_val (numbers, number);
    }
  return numbers;
}

static gboolean
has_hash (BjtStore   *store,
          gint64      number,
          const char *hash)
{
  static const char sql[] = "SELECT 1 FROM journal_action WHERE number = :number AND hash = :hash";
  g_autoptr (BjtStatement) statement = bjt_statement_new (store, sql, "read the journal", NULL);

  if (statement == NULL)
    return FALSE;
  bjt_statement_bind_int (statement, ":number", number);
  bjt_statement_bind_text (statement, ":hash", hash);
  return bjt_statement_step (statement, NULL);
}

/* Are the records still there that the actions made? */
static gboolean
verify_new_records (BjtStore            *store,
                    const BjtRecordType *type,
                    GPtrArray           *findings,
                    GError             **error)
{
  g_autofree char *sql = g_strdup_printf (
    "SELECT 'journal: action ' || a.number || ' made ' || c.n_rows || ' %1$s records, ' || coalesce (t.n, 0) || ' are there'"
    " FROM journal_change AS c JOIN journal_action AS a ON a.number = c.action AND a.is_undone = 0"
    " LEFT JOIN (SELECT created_action, count (*) AS n FROM %1$s GROUP BY created_action) AS t ON t.created_action = c.action"
    " WHERE c.relation = '%1$s' AND c.before IS NULL AND c.n_rows <> coalesce (t.n, 0) LIMIT 20", type->table);
  g_autoptr (BjtStatement) statement = bjt_statement_new (store, sql, "read the journal", error);
  g_autoptr (GError) failure = NULL;

  if (statement == NULL)
    return FALSE;
  while (bjt_statement_step (statement, &failure))
    g_ptr_array_add (findings, g_strdup (bjt_statement_get_text (statement, 0)));
  if (failure == NULL)
    return TRUE;
  g_propagate_error (error, g_steal_pointer (&failure));
  return FALSE;
}

/* A file that no program of this version has written yet has not all tables. */
static gboolean
has_table (BjtStore   *store,
           const char *table)
{
  static const char sql[] = "SELECT 1 FROM sqlite_schema WHERE type = 'table' AND name = :name";
  g_autoptr (BjtStatement) statement = bjt_statement_new (store, sql, "read the journal", NULL);

  if (statement == NULL)
    return FALSE;
  bjt_statement_bind_text (statement, ":name", table);
  return bjt_statement_step (statement, NULL);
}

/**
 * bjt_journal_verify:
 * @findings: (element-type utf8): gets a line for each action whose record was
 *   touched
 *
 * Returns: whether the journal could be read
 */
gboolean
bjt_journal_verify (BjtStore  *store,
                    GPtrArray *findings,
                    GError   **error)
{
  g_autoptr (GError) failure = NULL;
  g_autoptr (GArray) numbers = list_numbers (store, &failure);
  guint                       n_types;
  const BjtRecordType *const *types = bjt_store_get_record_types (&n_types);

  for (guint i = 0; failure == NULL && i < numbers->len; i++)
    {
      gint64           number = g_array_index (numbers, gint64, i);
      g_autofree char *hash = NULL;

      if (compute_hash (store, number, &hash, &failure) && !has_hash (store, number, hash))
        g_ptr_array_add (findings, g_strdup_printf ("journal: action %" G_GINT64_FORMAT " was changed after it was recorded", number));
    }
  for (guint i = 0; failure == NULL && i < n_types; i++)
    if (has_table (store, types[i]->table))
      verify_new_records (store, types[i], findings, &failure);
  if (failure == NULL)
    return TRUE;
  g_propagate_error (error, g_steal_pointer (&failure));
  return FALSE;
}
