/* test-ledger-loader.c: the ledger of a file stays what a new reading of the file
 * would give, whatever is done and undone, here or by another program. */
#include "bjt-workspace-fixture.h"
#include "store/bjt-journal.h"
#include "workspace/bjt-workspace-ledger.h"

#include <math.h>

static BjtLedger *
get_ledger (BjtWorkspace *workspace)
{
  g_autoptr (GError) error = NULL;
  BjtLedger *ledger = bjt_workspace_get_ledger (workspace, &error);

  g_assert_no_error (error);
  return ledger;
}

static void
append_words (GString         *out,
              const BjtLedger *ledger)
{
  for (guint i = 0; i < ledger->sources->len; i++)
    g_string_append_printf (out, "source %s\n", (char *) ledger->sources->pdata[i]);
  for (guint i = 0; i < ledger->departments->len; i++)
    g_string_append_printf (out, "department %s\n", (char *) ledger->departments->pdata[i]);
}

/* All that matters, as text; visits in an order of their own. */
static char *
dump (const BjtLedger *ledger)
{
  GString *out = g_string_new (NULL);
  guint    visits[BJT_FIXTURE_DOORS] = { 0 };

  for (guint32 i = 0; i < ledger->issues->len; i++)
    {
      const BjtLedgerIssue *issue = bjt_ledger_get_issue (ledger, i);

      g_string_append_printf (out, "%s %s kind %u door %u building %u box %d %s %s %s %g into %u %d %d\n", issue->number, issue->title, issue->kind,
                              issue->door, issue->building, issue->box, issue->state, issue->source, issue->where,
                              issue->quantity, issue->merged_into, issue->reported_on, issue->closed_on);
      g_assert_cmpuint (bjt_ledger_find_issue (ledger, &issue->id), ==, i);
    }
  for (guint32 i = 0; i < ledger->visits->len; i++)
    visits[bjt_ledger_get_visit (ledger, i)->door] += 1 + 100u * bjt_ledger_get_visit (ledger, i)->outcome;
  for (guint i = 0; i < BJT_FIXTURE_DOORS; i++)
    g_string_append_printf (out, "door %u: %u\n", i, visits[i]);
  for (guint32 i = 0; i < ledger->meetings->len; i++)
    g_string_append_printf (out, "met %u on %d\n", bjt_ledger_get_meeting (ledger, i)->person, bjt_ledger_get_meeting (ledger, i)->met_on);
  g_string_append_printf (out, "%u orders, %u pairings, %u patrols\n", ledger->orders->len, ledger->pairings->len, ledger->patrols->len);
  append_words (out, ledger);
  return g_string_free (out, FALSE);
}

static void
assert_like_new (BjtWorkspaceFixture *self)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (BjtWorkspace) fresh = bjt_workspace_open (self->path, &self->clock, &error);
  g_autofree char *kept = dump (get_ledger (self->workspace));
  g_autofree char *anew = NULL;

  g_assert_no_error (error);
  anew = dump (get_ledger (fresh));
  g_assert_cmpstr (kept, ==, anew);
}

static void
visit (BjtWorkspace        *workspace,
       BjtWorkspaceFixture *self,
       guint                door,
       int                  outcome)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (BjtVisit) record = bjt_workspace_fixture_visit (self, door, bjt_date_from_ymd (2026, 11, 20), outcome);

  bjt_workspace_record_visits (workspace, &record, 1, &error);
  g_assert_no_error (error);
}

static BjtUuid
report (BjtWorkspaceFixture *self,
        guint                door,
        const char          *title)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (BjtIssue) issue = bjt_issue_new ();

  issue->door_id = bjt_workspace_fixture_door (self, door);
  issue->title = g_strdup (title);
  issue->source = g_strdup (door % 2 == 0 ? "来电" : "巡查");
  bjt_workspace_report_issue (self->workspace, issue, &error);
  g_assert_no_error (error);
  return issue->id;
}

static void
undo (BjtWorkspaceFixture *self)
{
  g_autoptr (GError) error = NULL;

  bjt_workspace_undo (self->workspace, &error);
  g_assert_no_error (error);
}

static void
test_stays_in_step (BjtWorkspaceFixture *self,
                    gconstpointer        data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (BjtLedger) before = bjt_ledger_ref (get_ledger (self->workspace));
  BjtUuid id;

  g_assert_cmpuint (before->issues->len, ==, 0);
  g_assert_cmpuint (before->kinds->len, >, 20);
  g_assert_true (get_ledger (self->workspace) == before);
  visit (self->workspace, self, 1, BJT_OUTCOME_MET);
  g_assert_cmpuint (get_ledger (self->workspace)->visits->len, ==, 1);
  g_assert_true (get_ledger (self->workspace)->issues == before->issues); /* shared */
  id = report (self, 3, "楼道灯不亮");
  report (self, 4, "门禁坏了");
  visit (self->workspace, self, 1, BJT_OUTCOME_ABSENT);
  assert_like_new (self);
  g_assert_cmpuint (get_ledger (self->workspace)->issues->len, ==, 2);
  bjt_workspace_advance_issue (self->workspace, &id, BJT_ISSUE_CLOSED, "修好了", &error);
  g_assert_no_error (error);
  assert_like_new (self);
  g_assert_false (bjt_ledger_issue_is_open (bjt_ledger_get_issue (get_ledger (self->workspace), 0)));
  for (guint i = 0; i < 5; i++)
    {
      undo (self);
      assert_like_new (self);
    }
  g_assert_cmpuint (get_ledger (self->workspace)->issues->len, ==, 0);
  g_assert_cmpuint (get_ledger (self->workspace)->visits->len, ==, 0);
  g_assert_cmpuint (before->issues->len, ==, 0); /* never changes */
  bjt_workspace_redo (self->workspace, &error);
  bjt_workspace_redo (self->workspace, &error);
  g_assert_no_error (error);
  assert_like_new (self);
  g_assert_cmpuint (get_ledger (self->workspace)->issues->len, ==, 1);
  visit (self->workspace, self, 2, BJT_OUTCOME_PHONED); /* leaves what was undone behind */
  assert_like_new (self);
}

static void
test_follows_another_program (BjtWorkspaceFixture *self,
                              gconstpointer        data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (BjtWorkspace) other = bjt_workspace_open (self->path, &self->clock, &error);

  g_assert_no_error (error);
  g_assert_cmpuint (get_ledger (self->workspace)->visits->len, ==, 0);
  visit (other, self, 5, BJT_OUTCOME_MET);
  g_assert_cmpuint (get_ledger (self->workspace)->visits->len, ==, 1);
}

/* What has no action of its own in the workspace: written as its records. */
static void
write_records (BjtWorkspaceFixture *self)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (BjtStore) store = bjt_store_open (self->path, BJT_STORE_READ_WRITE, &error);
  g_autoptr (BjtActionScope) scope = bjt_action_scope_begin (store, "test", NULL, NULL, bjt_clock_get_now (&self->clock), &error);
  g_autoptr (BjtPartner) partner = bjt_partner_new ();
  g_autoptr (BjtIssue) issue = bjt_issue_new ();
  g_autoptr (BjtHotlineOrder) order = bjt_hotline_order_new ();
  g_autoptr (BjtVisit) record = bjt_workspace_fixture_visit (self, 0, bjt_date_from_ymd (2026, 11, 1), BJT_OUTCOME_MET);
  g_autoptr (BjtVisitPerson) met = bjt_visit_person_new ();

  g_assert_no_error (error);
  bjt_uuid_init_random (&partner->id, 1);
  partner->name = g_strdup ("街道城管");
  bjt_uuid_init_random (&issue->id, 1);
  issue->number = g_strdup ("2026-9");
  issue->title = g_strdup ("僵尸车");
  issue->partner_id = partner->id;
  issue->department = g_strdup ("城管");
  issue->reported_at = bjt_time_from_local (bjt_date_from_ymd (2026, 11, 2), 5);
  issue->due_on = bjt_date_from_ymd (2026, 11, 5);
  issue->close_limit = g_strdup ("24h");
  issue->area = bjt_geometry_new_polygon ((BjtPoint[]) { { 129.76, 43.32 }, { 129.761, 43.32 }, { 129.761, 43.321 } }, 3);
  bjt_uuid_init_random (&order->id, 1);
  order->number = g_strdup ("20261101001");
  order->received_at = issue->reported_at;
  order->door_id = bjt_workspace_fixture_door (self, 4);
  order->issue_id = issue->id;
  bjt_uuid_init_random (&record->id, 1);
  record->names_persons = TRUE;
  bjt_uuid_init_random (&met->id, 1);
  met->visit_id = record->id;
  met->person_id = bjt_picture_get_person (bjt_workspace_get_picture (self->workspace), 3)->id;
  bjt_store_insert (store, &bjt_partner_type, partner, &error);
  bjt_store_insert (store, &bjt_issue_type, issue, &error);
  bjt_store_insert (store, &bjt_hotline_order_type, order, &error);
  bjt_store_insert (store, &bjt_visit_type, record, &error);
  bjt_store_insert (store, &bjt_visit_person_type, met, &error);
  bjt_action_scope_commit (scope, &error);
  g_assert_no_error (error);
}

static void
test_reads_all_there_is (BjtWorkspaceFixture *self,
                         gconstpointer        data)
{
  BjtLedger            *ledger = get_ledger (self->workspace);
  const BjtLedgerIssue *issue;

  write_records (self);
  ledger = get_ledger (self->workspace);
  assert_like_new (self);
  g_assert_cmpuint (ledger->issues->len, ==, 1);
  issue = bjt_ledger_get_issue (ledger, 0);
  g_assert_cmpstr (issue->department, ==, "街道城管");
  g_assert_cmpstr (issue->state, ==, "reported");
  g_assert_cmpint (issue->reported_on, ==, bjt_date_from_ymd (2026, 11, 2));
  g_assert_cmpint (issue->due_at, ==, bjt_time_from_local (bjt_date_from_ymd (2026, 11, 6), 0) - 1);
  g_assert_true (issue->is_hourly);
  g_assert_false (isnan (issue->place.x));
  g_assert_cmpuint (ledger->orders->len, ==, 1);
  g_assert_cmpuint (bjt_ledger_get_order (ledger, 0)->issue, ==, 0);
  g_assert_cmpuint (bjt_ledger_get_order (ledger, 0)->door, ==, 4);
  g_assert_cmpuint (ledger->meetings->len, ==, 1);
  g_assert_cmpuint (bjt_ledger_get_meeting (ledger, 0)->person, ==, 3);
  g_assert_true (bjt_ledger_get_visit (ledger, 0)->names_persons);
}

static void
test_filter_has_the_clock (BjtWorkspaceFixture *self,
                           gconstpointer        data)
{
  BjtLedgerFilter filter;

  bjt_workspace_init_ledger_filter (self->workspace, &filter); /* a Sunday: Monday is the next working day */
  g_assert_cmpint (bjt_time_get_local_date (filter.now), ==, bjt_date_from_ymd (2026, 11, 22));
  g_assert_cmpint (bjt_time_get_local_date (filter.soon_until), ==, bjt_date_from_ymd (2026, 11, 23));
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
#define ADD(name, function) g_test_add ("/ledger-loader/" name, BjtWorkspaceFixture, NULL, bjt_workspace_fixture_set_up, function, bjt_workspace_fixture_tear_down)
  ADD ("stays-in-step", test_stays_in_step);
  ADD ("follows-another-program", test_follows_another_program);
  ADD ("reads-all-there-is", test_reads_all_there_is);
  ADD ("filter-has-the-clock", test_filter_has_the_clock);
#undef ADD
  return g_test_run ();
}
