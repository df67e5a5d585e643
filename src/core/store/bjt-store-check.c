/* bjt-store-check.c: SQLite's own checks, references, spatial indices, the
 * columns that triggers keep, and the chain of the journal. */
#include "bjt-store-check.h"

#include "bjt-journal.h"
#include "bjt-statement.h"
#include "bjt-store-private.h"

/* Every shape stands in the index with its box (whose floats are rounded
 * outward), and nothing else does. CheckSpatialIndex() would write. */
#define CHECK_SPATIAL_INDEX(table, column)                                                                         \
  "SELECT 'shapes: the spatial index of " table "." column " does not match its table' WHERE EXISTS"               \
  " (SELECT 1 FROM " table " AS t LEFT JOIN idx_" table "_" column " AS i ON i.pkid = t.rowid"                     \
  " WHERE t." column " IS NOT NULL AND (i.pkid IS NULL OR i.xmin > MbrMinX (t." column ") OR i.xmax < MbrMaxX (t." column ")" \
  " OR i.ymin > MbrMinY (t." column ") OR i.ymax < MbrMaxY (t." column ")))"                                       \
  " OR EXISTS (SELECT 1 FROM idx_" table "_" column " WHERE pkid NOT IN (SELECT rowid FROM " table " WHERE " column " IS NOT NULL))"

/* Each gives one text a finding. */
static const char *const queries[] = {
  "SELECT 'file: ' || integrity_check FROM pragma_integrity_check WHERE integrity_check <> 'ok' LIMIT 20",
  "SELECT 'reference: ' || \"table\" || ' row ' || rowid || ' names a ' || parent || ' that is not there' FROM pragma_foreign_key_check LIMIT 20",
  CHECK_SPATIAL_INDEX ("building", "footprint"),
  CHECK_SPATIAL_INDEX ("grid", "boundary"),
  CHECK_SPATIAL_INDEX ("map_feature", "shape"),
  "SELECT 'door ' || hex (id) || ': the kept number of open issues is wrong' FROM door AS d WHERE deleted_action IS NULL AND open_issues <>"
  " (SELECT count (*) FROM issue WHERE door_id = d.id AND status < 5 AND deleted_action IS NULL) LIMIT 20",
  "SELECT 'door ' || hex (id) || ': the kept day of the next deadline is wrong' FROM door AS d WHERE deleted_action IS NULL AND issue_due_on IS NOT"
  " (SELECT min (due_on) FROM issue WHERE door_id = d.id AND status < 5 AND deleted_action IS NULL) LIMIT 20",
  "SELECT 'door ' || hex (id) || ': the kept day of the last visit is wrong' FROM door AS d WHERE deleted_action IS NULL AND last_visit_on IS NOT"
  " (SELECT max (visited_on) FROM visit WHERE door_id = d.id AND deleted_action IS NULL) LIMIT 20",
  "SELECT 'door ' || hex (id) || ': the kept day of the last contact is wrong' FROM door AS d WHERE deleted_action IS NULL AND last_contact_on IS NOT"
  " (SELECT max (visited_on) FROM visit WHERE door_id = d.id AND outcome IN (0, 1, 8) AND deleted_action IS NULL) LIMIT 20",
  "SELECT 'household ' || hex (id) || ': the kept day of the last contact is wrong' FROM household AS h WHERE deleted_action IS NULL AND last_contact_on IS NOT"
  " (SELECT max (visited_on) FROM visit WHERE household_id = h.id AND outcome IN (0, 1, 8) AND deleted_action IS NULL) LIMIT 20",
  "SELECT 'door ' || hex (id) || ': the kept day of the agreed visit is wrong' FROM door AS d WHERE deleted_action IS NULL AND next_agreed_on IS NOT"
  " (SELECT next_on FROM visit WHERE door_id = d.id AND deleted_action IS NULL ORDER BY visited_on DESC, id DESC LIMIT 1) LIMIT 20",
  "SELECT 'household ' || hex (id) || ': a kept day of meeting all of it is wrong' FROM household AS h WHERE deleted_action IS NULL AND whole_met_on IS NOT"
  " (SELECT max (visited_on) FROM visit WHERE household_id = h.id AND outcome = 0 AND coalesce (names_persons, 0) = 0 AND deleted_action IS NULL) LIMIT 20",
  "SELECT 'person ' || hex (id) || ': the kept day of the last meeting is wrong' FROM person AS p WHERE deleted_action IS NULL AND last_met_on IS NOT"
  " (SELECT max (v.visited_on) FROM visit_person w JOIN visit v ON v.id = w.visit_id"
  " WHERE w.person_id = p.id AND w.deleted_action IS NULL AND v.deleted_action IS NULL AND v.outcome = 0) LIMIT 20",
  "SELECT 'task ' || hex (id) || ': the kept day it was last done is wrong' FROM service_task AS t WHERE deleted_action IS NULL AND last_done_on IS NOT"
  " (SELECT max (served_on) FROM service WHERE task_id = t.id AND deleted_action IS NULL) LIMIT 20",
  "SELECT 'household ' || hex (id) || ': a class was set by hand without a reason' FROM household"
  " WHERE class_override <> 0 AND coalesce (class_reason, '') = '' AND deleted_action IS NULL LIMIT 20",
};

static gboolean
run_query (BjtStore   *store,
           const char *sql,
           GPtrArray  *findings)
{
  g_autoptr (GError) failure = NULL;
  g_autoptr (BjtStatement) statement = bjt_statement_new (store, sql, "check the file", &failure);

  while (statement != NULL && bjt_statement_step (statement, &failure))
    g_ptr_array_add (findings, g_strdup (bjt_statement_get_text (statement, 0)));
  if (failure != NULL)
    g_ptr_array_add (findings, g_strdup_printf ("file: %s", failure->message));
  return failure == NULL;
}

GPtrArray *
bjt_store_check (const char *path,
                 GError    **error)
{
  g_autoptr (GPtrArray) findings = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GError) failure = NULL;
  g_autoptr (BjtStore) store = bjt_store_open (path, BJT_STORE_READ_ONLY, &failure);

  if (store == NULL && !g_error_matches (failure, BJT_STORE_ERROR, BJT_STORE_ERROR_DAMAGED))
    {
      g_propagate_error (error, g_steal_pointer (&failure));
      return NULL;
    }
  if (store == NULL)
    {
      g_ptr_array_add (findings, g_strdup (failure->message));
      return g_steal_pointer (&findings);
    }
  for (guint i = 0; i < G_N_ELEMENTS (queries); i++)
    if (!run_query (store, queries[i], findings))
      return g_steal_pointer (&findings);
  if (!bjt_journal_verify (store, findings, &failure))
    g_ptr_array_add (findings, g_strdup (failure->message));
  return g_steal_pointer (&findings);
}
