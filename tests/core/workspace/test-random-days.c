/* test-random-days.c: half a year of a community, seeded: right and wrong work of
 * two windows on one file, week by week, with a clock that is set back at times.
 * What is refused says why and leaves the file as it was; the steps of issues are
 * only appended to; undoing all of it gives the first state. */
#include "bjt-workspace-fixture.h"

#include <string.h>

#include "rules/bjt-due-list.h"
#include "workspace/bjt-workspace-events.h"
#include "workspace/bjt-workspace-issues.h"
#include "workspace/bjt-workspace-ledger.h"
#include "workspace/bjt-workspace-visits.h"

#define N_DAYS 182
#define N_OPENINGS 26 /* of both windows, a week apart */
#define N_BETWEEN_CHECKS 3
#define N_WINDOWS 2

typedef BjtWorkspaceFixture Fixture;

typedef struct
{
  Fixture      *fixture;
  GRand        *rand;
  BjtWorkspace *windows[N_WINDOWS]; /* the first is that of the fixture */
  GHashTable   *trace;              /* of all steps: key → row */
  char         *dump;
  guint         n_done, n_refused, n_conflicts;
} Player;

static int
pick (Player *self,
      int     from,
      int     below)
{
  return g_rand_int_range (self->rand, from, below);
}

static BjtWorkspace *
pick_window (Player *self)
{
  return self->windows[pick (self, 0, N_WINDOWS)];
}

static BjtUuid
pick_door (Player *self)
{
  return bjt_workspace_fixture_door (self->fixture, (guint) pick (self, 0, BJT_FIXTURE_DOORS));
}

/* (transfer full) (nullable): any issue, open or not */
static BjtIssue *
pick_issue (Player *self)
{
  g_autoptr (GPtrArray) issues = bjt_workspace_list_issues (self->fixture->workspace, NULL, FALSE, NULL);

  return issues->len > 0 ? bjt_issue_copy (issues->pdata[pick (self, 0, (int) MIN (issues->len, 12u))]) : NULL;
}

/* (transfer full) (nullable) */
static BjtVisit *
pick_visit (Player *self)
{
  g_autoptr (GPtrArray) visits = bjt_workspace_list_visits (self->fixture->workspace, NULL, 20, NULL);

  return visits->len > 0 ? bjt_visit_copy (visits->pdata[pick (self, 0, (int) visits->len)]) : NULL;
}

static BjtUuid
pick_person (Player *self)
{
  const BjtPicture *picture = bjt_workspace_get_picture (self->fixture->workspace);

  return bjt_picture_get_person (picture, (guint32) pick (self, 0, (int) picture->persons->len))->id;
}

/* The work: each returns whether it was done, and else why not. */

static gboolean
visit (Player  *self,
       GError **error)
{
  g_autoptr (BjtVisit) visit = bjt_visit_new ();
  BjtUuid       person = pick_person (self); /* may live elsewhere, be dead, be not yet born */
  BjtVisitDraft draft = { .visit = visit, .person_ids = &person, .n_persons = (guint) pick (self, 0, 4) == 0 };

  visit->door_id = pick_door (self);
  visit->visited_on = bjt_workspace_get_today (self->fixture->workspace) + (pick (self, 0, 12) == 0 ? -30000 : pick (self, -9, 2));
  visit->outcome = pick (self, 0, BJT_N_OUTCOMES + 1);
  return bjt_workspace_record_visit (pick_window (self), &draft, error);
}

static gboolean
correct (Player  *self,
         GError **error)
{
  g_autoptr (BjtVisit) visit = pick_visit (self);

  if (visit == NULL)
    return TRUE;
  visit->visited_on += pick (self, -3, 4);
  visit->outcome = pick (self, 0, BJT_N_OUTCOMES + 1);
  return bjt_workspace_correct_visit (pick_window (self), visit, error);
}

static gboolean
remove_visit (Player  *self,
              GError **error)
{
  g_autoptr (BjtVisit) visit = pick_visit (self);

  return visit == NULL || bjt_workspace_remove_visit (pick_window (self), &visit->id, error);
}

static gboolean
close_period (Player  *self,
              GError **error)
{
  BjtDate today = bjt_workspace_get_today (self->fixture->workspace);

  return bjt_workspace_close_period (pick_window (self), pick (self, 0, 2) == 0 ? BJT_DATE_NONE : today + pick (self, -9, 4), error);
}

static gboolean
happen (Player  *self,
        GError **error)
{
  static const char *const kinds[] = { BJT_EVENT_MOVED_OUT, BJT_EVENT_MOVED_IN, BJT_EVENT_DIED, BJT_EVENT_BORN, "fallen-ill", "" };
  g_autoptr (BjtLifeEvent) event = bjt_life_event_new ();
  BjtLifeEventDraft draft = { .event = event, .name = "王新", .archives = pick (self, 0, 2) == 0 };

  event->door_id = pick_door (self);
  event->kind = g_strdup (kinds[pick (self, 0, G_N_ELEMENTS (kinds))]);
  event->happened_on = bjt_workspace_get_today (self->fixture->workspace) + pick (self, -5, 2);
  if (pick (self, 0, 2) == 0)
    event->person_id = pick_person (self);
  return bjt_workspace_record_event (pick_window (self), &draft, error);
}

static gboolean
report (Player  *self,
        GError **error)
{
  g_autoptr (BjtIssue) issue = bjt_issue_new ();
  g_autoptr (GPtrArray) kinds = bjt_workspace_list_issue_kinds (self->fixture->workspace, NULL);

  issue->title = g_strdup (pick (self, 0, 9) == 0 ? "" : "漏水");
  issue->door_id = pick_door (self);
  issue->reported_on = bjt_workspace_get_today (self->fixture->workspace) + pick (self, -6, 2);
  if (kinds->len > 0)
    issue->kind_id = ((BjtIssueKind *) kinds->pdata[pick (self, 0, (int) kinds->len)])->id;
  return bjt_workspace_report_issue (pick_window (self), issue, error);
}

static gboolean
step (Player  *self,
      GError **error)
{
  guint              n;
  const BjtFlowStep *steps = bjt_issue_flow_get_steps (bjt_issue_flow_get_default (), &n);
  g_autoptr (BjtIssue) issue = pick_issue (self);
  g_autoptr (BjtIssue) other = pick_issue (self);
  BjtIssueStep         wanted = BJT_ISSUE_STEP_INIT;

  if (issue == NULL)
    return TRUE;
  wanted.code = pick (self, 0, 20) == 0 ? "nosuch" : steps[pick (self, 0, (int) n)].code;
  wanted.note = pick (self, 0, 4) == 0 ? NULL : "办";
  wanted.day = pick (self, 0, 3) == 0 ? BJT_DATE_NONE : bjt_workspace_get_today (self->fixture->workspace) + pick (self, -3, 20);
  wanted.other_id = pick (self, 0, 2) == 0 ? other->id : BJT_UUID_NIL;
  wanted.satisfaction = pick (self, 0, 5);
  return bjt_workspace_take_step (pick_window (self), &issue->id, &wanted, error);
}

/* Both windows show the issue; one takes a step, then the other. */
static gboolean
collide (Player  *self,
         GError **error)
{
  g_autoptr (BjtIssue) issue = pick_issue (self);
  g_autoptr (BjtIssue) now = NULL;
  g_autoptr (GError)   failure = NULL;
  BjtIssueStep first = { .code = pick (self, 0, 2) == 0 ? "suspend" : "accept", .note = "办", .day = BJT_DATE_NONE }, second = first;
  gboolean     done;

  if (issue == NULL)
    return TRUE;
  first.state = second.state = issue->state;
  if (!bjt_workspace_take_step (self->windows[0], &issue->id, &first, error))
    return FALSE;
  second.code = "note";
  done = bjt_workspace_take_step (self->windows[1], &issue->id, &second, &failure);
  g_assert_false (done);
  g_assert_error (failure, BJT_WORKSPACE_ERROR, BJT_WORKSPACE_ERROR_CONFLICT);
  g_assert_nonnull (strstr (failure->message, first.code)); /* what the other did */
  now = bjt_workspace_get_issue (self->windows[1], &issue->id, NULL);
  g_assert_cmpstr (now->state, !=, issue->state);
  self->n_conflicts++;
  return TRUE;
}

/* What they did, compared */

static void
collect (Player     *self,
         GHashTable *trace)
{
  g_autoptr (GPtrArray) issues = bjt_workspace_list_issues (self->fixture->workspace, NULL, FALSE, NULL);

  for (guint i = 0; i < issues->len; i++)
    {
      g_autoptr (GPtrArray) events = bjt_workspace_list_issue_events (self->fixture->workspace, &((BjtIssue *) issues->pdata[i])->id, NULL);

      for (guint e = 0; e < events->len; e++)
        {
          char text[BJT_UUID_STRING_SIZE];

          bjt_uuid_format (&((BjtIssueEvent *) events->pdata[e])->id, text);
          g_hash_table_insert (trace, g_strdup (text), bjt_record_to_json (&bjt_issue_event_type, events->pdata[e]));
        }
    }
}

static GHashTable *
make_trace (Player *self)
{
  GHashTable *trace = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);

  collect (self, trace);
  return trace;
}

static void
assert_trace_grew (Player *self)
{
  GHashTable    *now = make_trace (self);
  GHashTableIter iter;
  gpointer       key, row;

  g_hash_table_iter_init (&iter, self->trace);
  while (g_hash_table_iter_next (&iter, &key, &row))
    g_assert_cmpstr (g_hash_table_lookup (now, key), ==, row);
  g_hash_table_unref (self->trace);
  self->trace = now;
}

static void
assert_same_due_list (const BjtPicture *a,
                      const BjtPicture *b)
{
  BjtDueQuery query = BJT_DUE_QUERY_ALL;
  g_autoptr (GArray) x = NULL;
  g_autoptr (GArray) y = NULL;

  query.within_days = 30;
  x = bjt_due_list_find (a, &query);
  y = bjt_due_list_find (b, &query);
  g_assert_cmpuint (x->len, ==, y->len);
  for (guint i = 0; i < x->len; i++)
    {
      const BjtDueLine *p = &g_array_index (x, BjtDueLine, i), *q = &g_array_index (y, BjtDueLine, i);

      g_assert_cmpuint (p->door, ==, q->door);
      g_assert_cmpint (p->due_on, ==, q->due_on);
      g_assert_cmpint (p->days_late, ==, q->days_late);
      g_assert_cmpint (p->reason, ==, q->reason);
      g_assert_cmpuint (p->person, ==, q->person);
    }
}

static guint
count_open (BjtLedger *ledger)
{
  guint n = 0;

  for (guint i = 0; i < ledger->issues->len; i++)
    n += bjt_ledger_get_issue (ledger, i)->closed_on == BJT_DATE_NONE;
  return n;
}

static void
assert_clocks (Player          *self,
               const GPtrArray *issues)
{
  for (guint i = 0; i < issues->len; i++)
    {
      BjtIssueClockReading reply, close;

      g_assert_true (bjt_workspace_read_clocks (self->fixture->workspace, &((BjtIssue *) issues->pdata[i])->id, &reply, &close, NULL));
      g_assert_cmpint (reply.elapsed, >=, 0);
      g_assert_cmpint (close.elapsed, >=, 0);
    }
}

static void
assert_invariants (Player *self)
{
  g_autoptr (BjtWorkspace) fresh = bjt_workspace_open (self->fixture->path, &self->fixture->clock, NULL);
  g_autoptr (GPtrArray) issues = bjt_workspace_list_issues (fresh, NULL, TRUE, NULL);

  for (guint w = 0; w < N_WINDOWS; w++)
    {
      g_assert_true (bjt_workspace_refresh (self->windows[w], NULL));
      g_assert_cmpuint (bjt_workspace_get_picture (self->windows[w])->issues->len, ==, issues->len);
      g_assert_cmpuint (count_open (bjt_workspace_get_ledger (self->windows[w], NULL)), ==, issues->len);
      assert_same_due_list (bjt_workspace_get_picture (self->windows[w]), bjt_workspace_get_picture (fresh));
    }
  assert_clocks (self, issues);
  bjt_workspace_fixture_assert_sound (self->fixture);
}

/* The days */

static void
open_windows (Player *self)
{
  for (guint w = 0; w < N_WINDOWS; w++)
    {
      g_autoptr (GError) error = NULL;

      if (self->windows[w] != NULL)
        g_assert_finalize_object (self->windows[w]);
      self->windows[w] = bjt_workspace_open (self->fixture->path, &self->fixture->clock, &error);
      g_assert_no_error (error);
    }
  self->fixture->workspace = self->windows[0];
}

static void
play (Player *self)
{
  static gboolean (*const plays[]) (Player *, GError **) = { visit, visit, visit, correct, remove_visit, close_period, happen,
                                                             report, report, step, step, step, step, collide };
  g_autoptr (GError) error = NULL;
  g_autofree char   *before = g_steal_pointer (&self->dump);
  gboolean           done = plays[pick (self, 0, G_N_ELEMENTS (plays))](self, &error);

  self->dump = bjt_workspace_fixture_dump (self->fixture);
  if (done)
    {
      g_assert_no_error (error);
      self->n_done++;
    }
  else
    {
      g_assert_nonnull (error);
      g_assert_cmpuint (strlen (error->message), >, 0);
      g_assert_cmpstr (self->dump, ==, before);
      self->n_refused++;
    }
  for (guint w = 0; w < N_WINDOWS; w++)
    g_assert_true (bjt_workspace_refresh (self->windows[w], NULL));
  assert_trace_grew (self);
}

static void
undo_and_redo (Player *self)
{
  g_autofree char *before = bjt_workspace_fixture_dump (self->fixture);
  g_autofree char *after = NULL;

  if (bjt_workspace_count_undo (self->windows[0]) < 2) /* the ground stays */
    return;
  g_assert_true (bjt_workspace_undo (self->windows[0], NULL));
  g_assert_true (bjt_workspace_refresh (self->windows[1], NULL));
  g_assert_true (bjt_workspace_redo (self->windows[1], NULL));
  g_assert_true (bjt_workspace_refresh (self->windows[0], NULL));
  after = bjt_workspace_fixture_dump (self->fixture);
  g_assert_cmpstr (after, ==, before);
}

static void
random_days (Fixture      *fixture,
             gconstpointer seed)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (GPOINTER_TO_UINT (seed));
  Player            player = { .fixture = fixture, .rand = rand, .windows = { fixture->workspace } };
  BjtDate           today = bjt_workspace_get_today (fixture->workspace);
  g_autofree char  *first = bjt_workspace_fixture_dump (fixture);
  g_autofree char  *undone = NULL;

  player.trace = make_trace (&player);
  player.dump = g_strdup (first);
  for (guint opening = 1; opening <= N_OPENINGS; opening++)
    {
      bjt_clock_init_as_of (&fixture->clock, today + (int) opening * N_DAYS / N_OPENINGS - (pick (&player, 0, 6) == 0 ? 12 : 0));
      open_windows (&player);
      for (int n = pick (&player, 4, 10); n > 0; n--)
        play (&player);
      if (opening % N_BETWEEN_CHECKS == 0)
        {
          assert_invariants (&player);
          undo_and_redo (&player);
        }
    }
  g_test_message ("%u done, %u refused, %u conflicts", player.n_done, player.n_refused, player.n_conflicts);
  g_assert_cmpuint (player.n_done, >, 60);
  g_assert_cmpuint (player.n_refused, >, 30);
  g_assert_cmpuint (player.n_conflicts, >, 0);
  while (bjt_workspace_count_undo (fixture->workspace) > 1)
    g_assert_true (bjt_workspace_undo (fixture->workspace, NULL));
  undone = bjt_workspace_fixture_dump (fixture);
  g_assert_cmpstr (undone, ==, first);
  assert_invariants (&player);
  g_hash_table_unref (player.trace);
  g_free (player.dump);
  g_assert_finalize_object (player.windows[1]);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add ("/workspace/random-days", Fixture, GUINT_TO_POINTER (7), bjt_workspace_fixture_set_up, random_days, bjt_workspace_fixture_tear_down);
  return g_test_run ();
}
