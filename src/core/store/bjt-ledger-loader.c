/* bjt-ledger-loader.c: one statement a table, each read once from end to end.
 *
 * Afterwards the journal says what changed, whoever changed it: single issues
 * and new visits are read by their keys, any other part as a whole. After an
 * undo the parts that its action touched are read as a whole. */
#include "bjt-ledger-loader.h"

#include "bjt-key-index.h"
#include "bjt-statement.h"
#include "bjt-store-private.h"
#include "geo/bjt-mercator.h"

#include <math.h>
#include <string.h>

#define MOST_SINGLE_ISSUES 500 /* more are read quicker as a whole */
#define MOST_NEW_VISITS 5000

typedef struct
{
  BjtStore   *store;
  BjtLedger  *ledger;
  BjtPicture *picture;
  GHashTable *buildings; /* BjtUuid → index + 1 */
  GHashTable *entrances;
  GHashTable *persons;   /* made when it is asked for */
  GHashTable *kinds;
  GHashTable *partners;
  GHashTable *grids;
  GError     *failure;
} Loader;

typedef void (*RowFunc) (Loader *self, BjtStatement *row);

static void
loader_init (Loader     *self,
             BjtStore   *store,
             BjtLedger  *ledger)
{
  *self = (Loader) { .store = store, .ledger = ledger, .picture = ledger->picture };
  self->buildings = bjt_key_index_new (self->picture->buildings);
  self->entrances = bjt_key_index_new (self->picture->entrances);
  self->grids = bjt_key_index_new (self->picture->grids);
  self->kinds = bjt_key_index_new (ledger->kinds);
  self->partners = bjt_key_index_new (ledger->partners);
}

static void
loader_clear (Loader *self)
{
  g_hash_table_unref (self->buildings);
  g_hash_table_unref (self->entrances);
  g_hash_table_unref (self->grids);
  g_hash_table_unref (self->kinds);
  g_hash_table_unref (self->partners);
  g_clear_pointer (&self->persons, g_hash_table_unref);
}

static guint32
look_up_person (Loader       *self,
                BjtStatement *row,
                int           column)
{
  if (self->persons == NULL)
    self->persons = bjt_key_index_new (self->picture->persons);
  return bjt_key_index_find (self->persons, row, column);
}

static void
read_rows (Loader       *self,
           BjtStatement *statement, /* (transfer full) (nullable) */
           RowFunc       func)
{
  while (statement != NULL && bjt_statement_step (statement, &self->failure))
    func (self, statement);
  bjt_statement_free (statement);
}

static void
for_each_row (Loader     *self,
              const char *sql,
              RowFunc     func)
{
  if (self->failure == NULL)
    read_rows (self, bjt_statement_new (self->store, sql, "read the ledger", &self->failure), func);
}

static gint64
get_time (BjtStatement *row,
          int           column)
{
  return bjt_statement_is_null (row, column) ? 0 : bjt_time_parse (bjt_statement_get_text (row, column));
}

/* Issues */

static void
add_kind (Loader       *self,
          BjtStatement *row)
{
  BjtLedgerKind kind = { .parent = BJT_NO_INDEX };

  bjt_statement_get_uuid (row, 0, &kind.id);
  kind.code = bjt_ledger_keep_string (self->ledger, bjt_statement_get_text (row, 1));
  kind.name = bjt_ledger_keep_string (self->ledger, bjt_statement_get_text (row, 2));
  kind.unit = bjt_ledger_keep_word (self->ledger, bjt_statement_get_text (row, 3));
  g_array_append_val (self->ledger->kinds, kind);
}

static void
link_kind (Loader       *self,
           BjtStatement *row)
{
  guint32 kind = bjt_key_index_find (self->kinds, row, 0);

  if (kind != BJT_NO_INDEX)
    bjt_ledger_get_kind (self->ledger, kind)->parent = bjt_key_index_find (self->kinds, row, 1);
}

static void
add_partner (Loader       *self,
             BjtStatement *row)
{
  BjtLedgerPartner partner = { 0 };

  bjt_statement_get_uuid (row, 0, &partner.id);
  partner.name = bjt_ledger_keep_word (self->ledger, bjt_statement_get_text (row, 1));
  partner.kind = bjt_ledger_keep_word (self->ledger, bjt_statement_get_text (row, 2));
  g_array_append_val (self->ledger->partners, partner);
}

#define SELECT_ISSUES \
  "SELECT id, kind_id, door_id, entrance_id, building_id, partner_id, merged_into_id," \
  " number, title, source, tier, state, department, place_note, status, quantity, is_postponed, satisfaction," \
  " reported_on, closed_on, due_on, reported_at, replied_at, reply_due_at, due_at, closed_at, paused_at, close_limit," \
  " ST_AsBinary (coalesce (place, ST_PointOnSurface (area))) FROM issue WHERE deleted_action IS NULL"

static const char *
keep_state (Loader       *self,
            BjtStatement *row,
            int           column,
            guint8        box)
{
  static const char *const of_boxes[BJT_N_ISSUE_STATUSES] = { "reported", "accepted", "dispatched", "handled", "verified", "closed" };
  const char *state = bjt_statement_get_text (row, column);

  return bjt_ledger_keep_word (self->ledger, state != NULL ? state : of_boxes[box]); /* rows of before had none */
}

static void
read_issue_words (Loader         *self,
                  BjtStatement   *row,
                  BjtLedgerIssue *issue)
{
  issue->box = (guint8) CLAMP (bjt_statement_get_int (row, 14), 0, BJT_N_ISSUE_STATUSES - 1);
  issue->number = bjt_ledger_keep_string (self->ledger, bjt_statement_get_text (row, 7));
  issue->title = bjt_ledger_keep_string (self->ledger, bjt_statement_get_text (row, 8));
  issue->source = bjt_ledger_keep_word (self->ledger, bjt_statement_get_text (row, 9));
  issue->tier = bjt_ledger_keep_word (self->ledger, bjt_statement_get_text (row, 10));
  issue->state = keep_state (self, row, 11, issue->box);
  issue->department = issue->partner != BJT_NO_INDEX ? bjt_ledger_get_partner (self->ledger, issue->partner)->name
                                                     : bjt_ledger_keep_word (self->ledger, bjt_statement_get_text (row, 12));
}

static void
read_issue_times (BjtStatement   *row,
                  BjtLedgerIssue *issue)
{
  const char *close_limit;

  issue->reported_on = bjt_statement_get_date (row, 18);
  issue->closed_on = bjt_statement_get_date (row, 19);
  issue->due_on = bjt_statement_get_date (row, 20);
  issue->reported_at = get_time (row, 21);
  issue->replied_at = get_time (row, 22);
  issue->reply_due_at = get_time (row, 23);
  issue->due_at = get_time (row, 24);
  issue->closed_at = get_time (row, 25);
  issue->paused_at = get_time (row, 26);
  close_limit = bjt_statement_get_text (row, 27);
  issue->is_hourly = close_limit != NULL && g_str_has_suffix (close_limit, "h");
  if (issue->reported_on == BJT_DATE_NONE && issue->reported_at != 0)
    issue->reported_on = bjt_time_get_local_date (issue->reported_at);
  if (issue->closed_on == BJT_DATE_NONE && issue->closed_at != 0)
    issue->closed_on = bjt_time_get_local_date (issue->closed_at);
  if (issue->due_at == 0 && issue->due_on != BJT_DATE_NONE)
    issue->due_at = bjt_time_from_local (issue->due_on + 1, 0) - 1;
}

static void
read_issue (Loader         *self,
            BjtStatement   *row,
            BjtLedgerIssue *issue)
{
  g_autoptr (BjtGeometry) place = bjt_statement_dup_shape (row, 28);

  *issue = (BjtLedgerIssue) { .merged_into = BJT_NO_INDEX };
  bjt_statement_get_uuid (row, 0, &issue->id);
  issue->kind = bjt_key_index_find (self->kinds, row, 1);
  issue->door = bjt_key_index_find (self->picture->door_index, row, 2);
  issue->entrance = bjt_key_index_find (self->entrances, row, 3);
  issue->building = bjt_key_index_find (self->buildings, row, 4);
  issue->partner = bjt_key_index_find (self->partners, row, 5);
  bjt_statement_get_uuid (row, 6, &issue->merged_into_id);
  issue->place = place != NULL && place->n_points > 0 ? bjt_mercator_project (place->points[0]) : (BjtPoint) { (double) NAN, (double) NAN };
  read_issue_words (self, row, issue);
  issue->quantity = bjt_statement_get_double (row, 15);
  issue->is_postponed = bjt_statement_get_int (row, 16) != 0;
  issue->satisfaction = (guint8) CLAMP (bjt_statement_get_int (row, 17), 0, G_MAXUINT8);
  read_issue_times (row, issue);
  bjt_ledger_place_issue (self->ledger, issue, bjt_statement_get_text (row, 13));
}

static void
add_issue (Loader       *self,
           BjtStatement *row)
{
  BjtLedgerIssue issue;

  read_issue (self, row, &issue);
  g_array_append_val (self->ledger->issues, issue);
}

static void
load_issues (Loader *self)
{
  for_each_row (self, "SELECT id, code, name, unit FROM issue_kind WHERE deleted_action IS NULL ORDER BY position, code", add_kind);
  g_hash_table_unref (self->kinds);
  self->kinds = bjt_key_index_new (self->ledger->kinds);
  for_each_row (self, "SELECT id, parent_id FROM issue_kind WHERE parent_id IS NOT NULL AND deleted_action IS NULL", link_kind);
  for_each_row (self, "SELECT id, name, kind FROM partner WHERE deleted_action IS NULL ORDER BY name, id", add_partner);
  g_hash_table_unref (self->partners);
  self->partners = bjt_key_index_new (self->ledger->partners);
  for_each_row (self, SELECT_ISSUES " ORDER BY reported_on, number", add_issue);
}

/* Single issues that changed: in place, or at the end. */
static void
replace_issue (Loader        *self,
               const BjtUuid *id)
{
  GArray        *issues = self->ledger->issues;
  guint32        at = bjt_ledger_find_issue (self->ledger, id);
  BjtStatement  *row = bjt_statement_new (self->store, SELECT_ISSUES " AND id = :id", "read the issue", &self->failure);
  BjtLedgerIssue issue;

  if (row == NULL)
    return;
  bjt_statement_bind_uuid (row, ":id", id);
  if (!bjt_statement_step (row, &self->failure))
    {
      if (at != BJT_NO_INDEX)
        bjt_ledger_get_issue (self->ledger, at)->id = BJT_UUID_NIL; /* marked to go */
    }
  else
    {
      read_issue (self, row, &issue);
      if (at != BJT_NO_INDEX)
        g_array_index (issues, BjtLedgerIssue, at) = issue;
      else
        g_array_append_val (issues, issue);
    }
  bjt_statement_free (row);
}

/* Orders, visits, patrols, pairings */

static void
add_order (Loader       *self,
           BjtStatement *row)
{
  BjtLedgerOrder order = { .issue = BJT_NO_INDEX };

  bjt_statement_get_uuid (row, 0, &order.id);
  order.kind = bjt_key_index_find (self->kinds, row, 1);
  order.door = bjt_key_index_find (self->picture->door_index, row, 2);
  order.entrance = bjt_key_index_find (self->entrances, row, 3);
  order.building = bjt_key_index_find (self->buildings, row, 4);
  bjt_statement_get_uuid (row, 5, &order.issue_id);
  order.is_duplicate = !bjt_statement_is_null (row, 6);
  order.is_solved = bjt_statement_get_int (row, 7) != 0;
  order.is_satisfied = bjt_statement_get_int (row, 8) != 0;
  order.match = (guint8) CLAMP (bjt_statement_get_int (row, 9), 0, BJT_ORDER_OUTSIDE);
  order.number = bjt_ledger_keep_string (self->ledger, bjt_statement_get_text (row, 10));
  order.received_at = get_time (row, 11);
  order.responded_at = get_time (row, 12);
  order.received_on = order.received_at != 0 ? bjt_time_get_local_date (order.received_at) : BJT_DATE_NONE;
  bjt_ledger_place_order (self->ledger, &order);
  g_array_append_val (self->ledger->orders, order);
}

static void
load_orders (Loader *self)
{
  for_each_row (self, "SELECT id, kind_id, door_id, entrance_id, building_id, issue_id, duplicate_of_id, is_solved, is_satisfied, match,"
                      " number, received_at, responded_at FROM hotline_order WHERE deleted_action IS NULL ORDER BY received_at, number", add_order);
}

/* Of the households that the picture has at the door. */
static guint32
find_household (Loader       *self,
                guint32       door,
                BjtStatement *row,
                int           column)
{
  const BjtRun *run = &bjt_picture_get_door (self->picture, door)->households;
  BjtUuid       id;

  bjt_statement_get_uuid (row, column, &id);
  for (guint32 h = run->first; h < run->first + run->n; h++)
    if (bjt_uuid_equal (&bjt_picture_get_household (self->picture, h)->id, &id))
      return h;
  return BJT_NO_INDEX;
}

static void
add_visit (Loader       *self,
           BjtStatement *row)
{
  BjtLedgerVisit visit = { .door = bjt_key_index_find (self->picture->door_index, row, 0), .household = BJT_NO_INDEX };

  if (visit.door == BJT_NO_INDEX)
    return;
  visit.building = bjt_picture_get_door (self->picture, visit.door)->building;
  visit.household = find_household (self, visit.door, row, 1);
  visit.visited_on = bjt_statement_get_date (row, 2);
  visit.outcome = (guint8) CLAMP (bjt_statement_get_int (row, 3), 0, BJT_N_OUTCOMES - 1);
  visit.mode = (guint8) CLAMP (bjt_statement_get_int (row, 4), 0, BJT_N_VISIT_MODES - 1);
  visit.names_persons = bjt_statement_get_int (row, 5) != 0;
  g_array_append_val (self->ledger->visits, visit);
}

static void
add_meeting (Loader       *self,
             BjtStatement *row)
{
  BjtLedgerMeeting meeting = { look_up_person (self, row, 0), bjt_statement_get_date (row, 1) };

  if (meeting.person != BJT_NO_INDEX && bjt_visit_outcome_is_contact ((int) bjt_statement_get_int (row, 2)))
    g_array_append_val (self->ledger->meetings, meeting);
}

#define SELECT_VISITS "SELECT door_id, household_id, visited_on, outcome, mode, names_persons FROM visit WHERE deleted_action IS NULL"
#define SELECT_MEETINGS "SELECT w.person_id, v.visited_on, v.outcome FROM visit_person AS w JOIN visit AS v ON v.id = w.visit_id" \
                        " WHERE w.deleted_action IS NULL AND v.deleted_action IS NULL"

static void
load_visits (Loader *self)
{
  for_each_row (self, SELECT_VISITS, add_visit);
  for_each_row (self, SELECT_MEETINGS, add_meeting);
}

static void
add_new_rows (Loader                  *self,
              const char              *sql,
              const BjtUuid           *least,
              const BjtLedgerPosition *since,
              RowFunc                  func)
{
  BjtStatement *rows;

  if (self->failure != NULL || bjt_uuid_is_nil (least))
    return;
  rows = bjt_statement_new (self->store, sql, "read the visits", &self->failure);
  if (rows == NULL)
    return;
  bjt_statement_bind_uuid (rows, ":least", least);
  bjt_statement_bind_int (rows, ":action", since->action);
  read_rows (self, rows, func);
}

static void
add_patrol (Loader       *self,
            BjtStatement *row)
{
  BjtLedgerPatrol patrol = { bjt_key_index_find (self->grids, row, 0), bjt_statement_get_date (row, 1),
                             (guint8) CLAMP (bjt_statement_get_int (row, 2), 0, BJT_N_PATROL_SLOTS - 1) };

  g_array_append_val (self->ledger->patrols, patrol);
}

static void
add_pairing (Loader       *self,
             BjtStatement *row)
{
  BjtLedgerPairing pairing = { look_up_person (self, row, 0), bjt_statement_get_date (row, 1), bjt_statement_get_date (row, 2) };

  if (pairing.person != BJT_NO_INDEX)
    g_array_append_val (self->ledger->pairings, pairing);
}

static void
load_parts (Loader *self,
            guint   parts)
{
  if ((parts & BJT_LEDGER_PART_ISSUES) != 0)
    load_issues (self);
  if ((parts & BJT_LEDGER_PART_ORDERS) != 0)
    load_orders (self);
  if ((parts & BJT_LEDGER_PART_VISITS) != 0)
    load_visits (self);
  if ((parts & BJT_LEDGER_PART_PATROLS) != 0)
    for_each_row (self, "SELECT grid_id, patrolled_on, slot FROM patrol WHERE deleted_action IS NULL ORDER BY patrolled_on", add_patrol);
  if ((parts & BJT_LEDGER_PART_PAIRINGS) != 0)
    for_each_row (self, "SELECT person_id, from_on, until_on FROM pairing WHERE deleted_action IS NULL", add_pairing);
}

/* What changed */

static gboolean
read_position (BjtStore          *store,
               BjtLedgerPosition *position,
               GError           **error)
{
  static const char sql[] = "SELECT (SELECT max (number) FROM journal_action), (SELECT max (number) FROM journal_change),"
                            " (SELECT sum (number) FROM journal_action WHERE is_undone <> 0)";
  g_autoptr (BjtStatement) row = bjt_statement_new (store, sql, "read the journal", error);

  if (row == NULL || !bjt_statement_step (row, error))
    return FALSE;
  *position = (BjtLedgerPosition) { bjt_statement_get_int (row, 0), bjt_statement_get_int (row, 1), bjt_statement_get_int (row, 2) };
  return TRUE;
}

typedef struct
{
  guint   whole;         /* BjtLedgerParts to be read from end to end */
  GArray *issues;        /* BjtUuid: that changed */
  BjtUuid least_visit;   /* of the new ones; NIL: none */
  BjtUuid least_meeting;
  gint64  n_visits;
} Changes;

static guint
find_part (const char *relation)
{
  static const struct
  {
    const char *relation;
    guint       part;
  } parts[] = {
    { "issue", BJT_LEDGER_PART_ISSUES }, { "issue_kind", BJT_LEDGER_PART_ISSUES }, { "partner", BJT_LEDGER_PART_ISSUES },
    { "hotline_order", BJT_LEDGER_PART_ORDERS }, { "visit", BJT_LEDGER_PART_VISITS }, { "visit_person", BJT_LEDGER_PART_VISITS },
    { "patrol", BJT_LEDGER_PART_PATROLS }, { "pairing", BJT_LEDGER_PART_PAIRINGS },
  };

  for (guint i = 0; i < G_N_ELEMENTS (parts); i++)
    if (g_strcmp0 (parts[i].relation, relation) == 0)
      return parts[i].part;
  return 0;
}

static void
take_least (BjtUuid       *least,
            const BjtUuid *id)
{
  if (bjt_uuid_is_nil (least) || bjt_uuid_compare (id, least) < 0)
    *least = *id;
}

static void
note_change (Changes      *self,
             BjtStatement *row)
{
  const char *relation = bjt_statement_get_text (row, 0);
  gboolean    is_new = bjt_statement_get_int (row, 2) != 0;
  gint64      n_rows = bjt_statement_get_int (row, 3);
  BjtUuid     id;

  bjt_statement_get_uuid (row, 1, &id);
  if (g_strcmp0 (relation, "issue") == 0 && n_rows == 1)
    g_array_append_val (self->issues, id);
  else if (g_strcmp0 (relation, "visit") == 0 && is_new)
    {
      take_least (&self->least_visit, &id);
      self->n_visits += n_rows;
    }
  else if (g_strcmp0 (relation, "visit_person") == 0 && is_new)
    take_least (&self->least_meeting, &id);
  else
    self->whole |= find_part (relation);
}

/* An issue that changed more than once is read once. */
static void
leave_one_each (GArray *ids)
{
  guint n = 0;

  g_array_sort (ids, bjt_uuid_compare);
  for (guint i = 0; i < ids->len; i++)
    if (n == 0 || !bjt_uuid_equal (&g_array_index (ids, BjtUuid, n - 1), &g_array_index (ids, BjtUuid, i)))
      g_array_index (ids, BjtUuid, n++) = g_array_index (ids, BjtUuid, i);
  g_array_set_size (ids, n);
}

static gboolean
list_changes (BjtStore                *store,
              const BjtLedgerPosition *since,
              Changes                 *changes,
              GError                 **error)
{
  static const char sql[] = "SELECT relation, record, before IS NULL, n_rows FROM journal_change WHERE number > :number";
  g_autoptr (BjtStatement) row = bjt_statement_new (store, sql, "read the journal", error);
  g_autoptr (GError) failure = NULL;

  if (row == NULL)
    return FALSE;
  bjt_statement_bind_int (row, ":number", since->change);
  while (bjt_statement_step (row, &failure))
    note_change (changes, row);
  if (failure != NULL)
    {
      g_propagate_error (error, g_steal_pointer (&failure));
      return FALSE;
    }
  leave_one_each (changes->issues);
  if (changes->issues->len > MOST_SINGLE_ISSUES)
    changes->whole |= BJT_LEDGER_PART_ISSUES;
  if (changes->n_visits > MOST_NEW_VISITS)
    changes->whole |= BJT_LEDGER_PART_VISITS;
  return TRUE;
}

/* The one action that was undone or done again. */
static guint
list_parts_of_action (BjtStore *store,
                      gint64    action)
{
  static const char sql[] = "SELECT DISTINCT relation FROM journal_change"
                            " WHERE number BETWEEN (SELECT first_change FROM journal_action WHERE number = :action)"
                            " AND (SELECT last_change FROM journal_action WHERE number = :action)";
  g_autoptr (BjtStatement) row = bjt_statement_new (store, sql, "read the journal", NULL);
  guint parts = 0;

  if (row == NULL)
    return BJT_LEDGER_ALL_PARTS;
  bjt_statement_bind_int (row, ":action", action);
  while (bjt_statement_step (row, NULL))
    parts |= find_part (bjt_statement_get_text (row, 0));
  return parts;
}

/* The journal can lose its oldest changes; what went on since is at its end. */
static gboolean
find_changes (BjtStore                *store,
              const BjtLedgerPosition *since,
              const BjtLedgerPosition *now,
              Changes                 *changes,
              GError                 **error)
{
  if (now->action < since->action || now->change < since->change
      || (now->undone != since->undone && now->action != since->action))
    {
      changes->whole = BJT_LEDGER_ALL_PARTS;
      return TRUE;
    }
  if (now->undone != since->undone)
    {
      changes->whole = list_parts_of_action (store, ABS (now->undone - since->undone));
      return TRUE;
    }
  return now->change == since->change || list_changes (store, since, changes, error);
}

/* Reading */

static void
remove_gone_issues (GArray *issues)
{
  for (guint i = issues->len; i > 0; i--)
    if (bjt_uuid_is_nil (&g_array_index (issues, BjtLedgerIssue, i - 1).id))
      g_array_remove_index (issues, i - 1);
}

static BjtLedger *
finish (Loader   *loader,
        GError  **error)
{
  g_autoptr (BjtLedger) ledger = loader->ledger;

  loader_clear (loader);
  if (loader->failure != NULL)
    {
      g_propagate_error (error, loader->failure);
      return NULL;
    }
  bjt_ledger_finish (ledger);
  return g_steal_pointer (&ledger);
}

static BjtLedger *
load (BjtStore   *store,
      BjtPicture *picture,
      GError    **error)
{
  Loader loader;

  loader_init (&loader, store, bjt_ledger_new (picture));
  load_parts (&loader, BJT_LEDGER_ALL_PARTS);
  return finish (&loader, error);
}

static BjtLedger *
reload_parts (BjtStore   *store,
              BjtLedger  *ledger,
              BjtPicture *picture,
              guint       parts,
              GError    **error)
{
  Loader loader;

  loader_init (&loader, store, bjt_ledger_copy (ledger, picture, parts, TRUE));
  load_parts (&loader, parts);
  return finish (&loader, error);
}

static BjtLedger *
read_changes (BjtStore                *store,
              BjtLedger               *ledger,
              BjtPicture              *picture,
              const Changes           *changes,
              const BjtLedgerPosition *since,
              GError                 **error)
{
  guint  parts = (changes->issues->len > 0 ? BJT_LEDGER_PART_ISSUES : 0) | (changes->n_visits > 0 ? BJT_LEDGER_PART_VISITS : 0);
  Loader loader;

  loader_init (&loader, store, bjt_ledger_copy (ledger, picture, parts, FALSE));
  for (guint i = 0; loader.failure == NULL && i < changes->issues->len; i++)
    replace_issue (&loader, &g_array_index (changes->issues, BjtUuid, i));
  if (parts & BJT_LEDGER_PART_ISSUES)
    remove_gone_issues (loader.ledger->issues);
  add_new_rows (&loader, SELECT_VISITS " AND id >= :least AND created_action > :action", &changes->least_visit, since, add_visit);
  add_new_rows (&loader, SELECT_MEETINGS " AND w.id >= :least AND w.created_action > :action", &changes->least_meeting, since, add_meeting);
  return finish (&loader, error);
}

/* One ledger after the other: first whole parts, then single rows of the rest. */
static BjtLedger *
update (BjtStore                *store,
        BjtLedger               *ledger,
        BjtPicture              *picture,
        const BjtLedgerPosition *since,
        const BjtLedgerPosition *now,
        GError                 **error)
{
  g_autoptr (GArray) issues = g_array_new (FALSE, FALSE, sizeof (BjtUuid));
  g_autoptr (BjtLedger) first = NULL;
  Changes changes = { .issues = issues };

  if (!find_changes (store, since, now, &changes, error))
    return NULL;
  if ((changes.whole & BJT_LEDGER_PART_ISSUES) != 0)
    g_array_set_size (issues, 0);
  if ((changes.whole & BJT_LEDGER_PART_VISITS) != 0 || bjt_uuid_is_nil (&changes.least_visit))
    {
      changes.n_visits = 0;
      if (!bjt_uuid_is_nil (&changes.least_meeting))
        changes.whole |= BJT_LEDGER_PART_VISITS; /* persons named afterwards */
      changes.least_visit = changes.least_meeting = BJT_UUID_NIL;
    }
  first = changes.whole != 0 ? reload_parts (store, ledger, picture, changes.whole, error) : bjt_ledger_ref (ledger);
  if (first == NULL || (issues->len == 0 && changes.n_visits == 0))
    return g_steal_pointer (&first);
  return read_changes (store, first, picture, &changes, since, error);
}

/* One moment for all tables; not within an action, whose changes may be taken
 * back. */
static gboolean
begin_reading (BjtStore *store,
               GError  **error)
{
  g_return_val_if_fail (store->action == 0, FALSE);
  return bjt_statement_run_script (store, "BEGIN", "read the ledger", error);
}

/**
 * bjt_ledger_loader_load:
 * @position: (out): where the journal is
 *
 * Returns: (transfer full) (nullable):
 */
BjtLedger *
bjt_ledger_loader_load (BjtStore          *store,
                        BjtPicture        *picture,
                        BjtLedgerPosition *position,
                        GError           **error)
{
  BjtLedger *ledger = NULL;

  if (!begin_reading (store, error))
    return NULL;
  if (read_position (store, position, error))
    ledger = load (store, picture, error);
  bjt_statement_run_script (store, "COMMIT", "read the ledger", NULL);
  return ledger;
}

/**
 * bjt_ledger_loader_update:
 * @position: (inout): of @ledger
 *
 * Returns: (transfer full) (nullable):
 */
BjtLedger *
bjt_ledger_loader_update (BjtStore          *store,
                          BjtLedger         *ledger,
                          BjtPicture        *picture,
                          BjtLedgerPosition *position,
                          GError           **error)
{
  BjtLedger        *updated = NULL;
  BjtLedgerPosition now;

  if (!begin_reading (store, error))
    return NULL;
  if (read_position (store, &now, error))
    updated = update (store, ledger, picture, position, &now, error);
  bjt_statement_run_script (store, "COMMIT", "read the ledger", NULL);
  if (updated != NULL)
    *position = now;
  return updated;
}
