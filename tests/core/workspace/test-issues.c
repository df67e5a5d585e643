/* test-issues.c: issues led by the flow, and what hangs on them. */
#include "bjt-workspace-fixture.h"
#include "workspace/bjt-issue-timing.h"
#include "workspace/bjt-workspace-attachments.h"
#include "workspace/bjt-workspace-issues.h"

#include <math.h>
#include <string.h>

typedef BjtWorkspaceFixture Fixture;

#define N_MOVES 160
#define N_DAYS 180

static BjtIssue *
report (Fixture *fixture,
        guint    door)
{
  g_autoptr (GError)   error = NULL;
  g_autoptr (BjtIssue) issue = bjt_issue_new ();

  issue->title = g_strdup ("下水堵塞");
  issue->door_id = bjt_workspace_fixture_door (fixture, door);
  bjt_workspace_report_issue (fixture->workspace, issue, &error);
  g_assert_no_error (error);
  return g_steal_pointer (&issue);
}

static BjtPartner *
add_partner (Fixture    *fixture,
             const char *name)
{
  g_autoptr (GError) error = NULL;
  BjtPartner        *partner = bjt_partner_new ();

  partner->name = g_strdup (name);
  partner->is_active = TRUE;
  bjt_workspace_save_partner (fixture->workspace, partner, &error);
  g_assert_no_error (error);
  return partner;
}

/* Opens the same file on another day. */
static void
go_to (Fixture *fixture,
       BjtDate  on)
{
  g_autoptr (GError) error = NULL;

  g_assert_finalize_object (fixture->workspace);
  bjt_clock_init_as_of (&fixture->clock, on);
  fixture->workspace = bjt_workspace_open (fixture->path, &fixture->clock, &error);
  g_assert_no_error (error);
}

static void
take (Fixture        *fixture,
      const BjtIssue *issue,
      BjtIssueStep    step)
{
  g_autoptr (GError) error = NULL;

  bjt_workspace_take_step (fixture->workspace, &issue->id, &step, &error);
  g_assert_no_error (error);
}

static void
take_plain (Fixture        *fixture,
            const BjtIssue *issue,
            const char     *code)
{
  take (fixture, issue, (BjtIssueStep) { .code = code, .note = "因", .day = BJT_DATE_NONE });
}

static void
assert_refused (Fixture           *fixture,
                const BjtIssue    *issue,
                BjtIssueStep       step,
                BjtWorkspaceError  code)
{
  g_autoptr (GError) error = NULL;
  g_autofree char   *before = bjt_workspace_fixture_dump (fixture);
  g_autofree char   *after = NULL;

  g_assert_false (bjt_workspace_take_step (fixture->workspace, &issue->id, &step, &error));
  g_assert_error (error, BJT_WORKSPACE_ERROR, (int) code);
  after = bjt_workspace_fixture_dump (fixture);
  g_assert_cmpstr (after, ==, before);
}

static BjtIssue *
get (Fixture        *fixture,
     const BjtIssue *issue)
{
  return bjt_workspace_get_issue (fixture->workspace, &issue->id, NULL);
}

static void
whole_way (Fixture      *fixture,
           gconstpointer data)
{
  static const char *const codes[] = { "accept", "dispatch", "handle", "reject", "handle", "verify", "close", "reopen", "settle" };
  g_autoptr (BjtIssue)     issue = report (fixture, 1);
  g_autoptr (BjtIssue)     closed = NULL;
  g_autoptr (GPtrArray)    events = NULL;

  g_assert_cmpstr (issue->state, ==, "reported");
  g_assert_cmpstr (issue->close_limit, ==, "3w");
  for (guint i = 0; i < G_N_ELEMENTS (codes); i++)
    take_plain (fixture, issue, codes[i]);
  closed = get (fixture, issue);
  g_assert_cmpstr (closed->state, ==, "closed");
  g_assert_cmpint (closed->status, ==, BJT_ISSUE_CLOSED);
  g_assert_cmpint (closed->closed_on, ==, bjt_workspace_get_today (fixture->workspace));
  g_assert_cmpint (closed->replied_at, >, 0);
  take (fixture, issue, (BjtIssueStep) { .code = "follow_up", .satisfaction = 3, .day = BJT_DATE_NONE });
  events = bjt_workspace_list_issue_events (fixture->workspace, &issue->id, NULL);
  g_assert_cmpuint (events->len, ==, G_N_ELEMENTS (codes) + 2);
  bjt_workspace_fixture_assert_sound (fixture);
}

/* Of two who saw the same state the second is told of the first. */
static void
conflict (Fixture      *fixture,
          gconstpointer data)
{
  g_autoptr (BjtIssue)     issue = report (fixture, 1);
  g_autoptr (BjtWorkspace) other = bjt_workspace_open (fixture->path, &fixture->clock, NULL);
  BjtIssueStep             step = { .code = "accept", .state = "reported", .day = BJT_DATE_NONE };
  g_autoptr (GError)       error = NULL;

  g_assert_true (bjt_workspace_take_step (other, &issue->id, &step, NULL));
  step.code = "settle";
  g_assert_false (bjt_workspace_take_step (fixture->workspace, &issue->id, &step, &error));
  g_assert_error (error, BJT_WORKSPACE_ERROR, BJT_WORKSPACE_ERROR_CONFLICT);
  g_assert_nonnull (strstr (error->message, "accept"));
  step.state = "accepted";
  g_assert_true (bjt_workspace_take_step (fixture->workspace, &issue->id, &step, NULL));
}

/* 挂账 from Monday to Thursday: two working days had not run yet. */
static void
pause_stops_the_clock (Fixture      *fixture,
                       gconstpointer data)
{
  g_autoptr (BjtIssue) issue = report (fixture, 1);
  g_autoptr (BjtIssue) paused = NULL;
  g_autoptr (BjtIssue) resumed = NULL;
  BjtIssueClockReading reply, close;

  g_assert_cmpint (issue->due_on, ==, bjt_date_parse ("2026-11-25"));
  take_plain (fixture, issue, "accept");
  go_to (fixture, bjt_date_parse ("2026-11-23"));
  take_plain (fixture, issue, "suspend");
  paused = get (fixture, issue);
  g_assert_cmpstr (paused->state, ==, "suspended");
  g_assert_cmpint (paused->status, ==, BJT_ISSUE_ACCEPTED);
  g_assert_cmpint (paused->paused_at, >, 0);
  g_assert_cmpint (paused->due_on, ==, BJT_DATE_NONE);
  go_to (fixture, bjt_date_parse ("2026-12-10"));
  g_assert_true (bjt_workspace_read_clocks (fixture->workspace, &issue->id, &reply, &close, NULL));
  g_assert_cmpint (close.state, ==, BJT_ISSUE_CLOCK_PAUSED);
  take_plain (fixture, issue, "resume");
  resumed = get (fixture, issue);
  g_assert_cmpstr (resumed->state, ==, "accepted");
  g_assert_cmpint (resumed->paused_at, ==, 0);
  g_assert_cmpint (resumed->due_on, ==, bjt_date_parse ("2026-12-11"));
}

static void
postponed (Fixture      *fixture,
           gconstpointer data)
{
  g_autoptr (BjtIssue) issue = report (fixture, 1);
  g_autoptr (BjtIssue) later = NULL;
  BjtIssueStep         step = { .code = "postpone", .note = "等配件", .day = bjt_date_parse ("2026-11-25") };

  assert_refused (fixture, issue, step, BJT_WORKSPACE_ERROR_INVALID);
  step.day = bjt_date_parse ("2026-12-01");
  take (fixture, issue, step);
  later = get (fixture, issue);
  g_assert_true (later->is_postponed);
  g_assert_cmpint (later->due_on, ==, step.day);
  g_assert_cmpstr (later->state, ==, "reported");
}

/* A day set by hand is put off by the days that it stood still. */
static void
postponed_and_paused (Fixture      *fixture,
                      gconstpointer data)
{
  g_autoptr (BjtIssue) issue = report (fixture, 1);
  g_autoptr (BjtIssue) paused = NULL;
  g_autoptr (BjtIssue) resumed = NULL;
  BjtIssueStep         step = { .code = "postpone", .note = "等配件", .day = bjt_date_parse ("2026-12-01") };

  take_plain (fixture, issue, "accept");
  take_plain (fixture, issue, "suspend");
  take (fixture, issue, step);
  paused = get (fixture, issue);
  g_assert_cmpint (paused->due_on, ==, BJT_DATE_NONE);
  go_to (fixture, bjt_date_parse ("2026-11-29"));
  take_plain (fixture, issue, "resume");
  resumed = get (fixture, issue);
  g_assert_cmpint (resumed->due_on, ==, step.day + 7);
}

static void
whistled (Fixture      *fixture,
          gconstpointer data)
{
  g_autoptr (BjtIssue)   issue = report (fixture, 1);
  g_autoptr (BjtPartner) partner = add_partner (fixture, "水利局");
  g_autoptr (BjtIssue)   returned = NULL;
  g_autoptr (BjtIssue)   done = NULL;
  g_autoptr (GPtrArray)  whistles = NULL;
  g_autoptr (GPtrArray)  events = NULL;
  BjtIssueStep           call = { .code = "whistle", .partner_id = partner->id, .day = bjt_date_parse ("2026-11-23") };

  take_plain (fixture, issue, "accept");
  assert_refused (fixture, issue, (BjtIssueStep) { .code = "whistle", .day = BJT_DATE_NONE }, BJT_WORKSPACE_ERROR_INVALID);
  take (fixture, issue, call);
  take_plain (fixture, issue, "return");
  returned = get (fixture, issue);
  g_assert_cmpstr (returned->state, ==, "accepted");
  g_assert_null (returned->department);
  take (fixture, issue, call);
  take_plain (fixture, issue, "arrive");
  take (fixture, issue, (BjtIssueStep) { .code = "whistle_result", .note = "已清理", .day = BJT_DATE_NONE });
  done = get (fixture, issue);
  g_assert_cmpstr (done->state, ==, "handled");
  g_assert_cmpstr (done->department, ==, "水利局");
  whistles = bjt_workspace_list_whistles (fixture->workspace, &issue->id, NULL);
  g_assert_cmpuint (whistles->len, ==, 2);
  for (guint i = 0; i < 2; i++)
    {
      const BjtWhistle *whistle = whistles->pdata[i];

      g_assert_true ((whistle->refused_at != 0) != (whistle->result != NULL));
      g_assert_true ((whistle->arrived_at != 0) == (whistle->result != NULL));
    }
  events = bjt_workspace_list_issue_events (fixture->workspace, &issue->id, NULL);
  for (guint i = 0; i < events->len; i++)
    if (g_str_equal (((BjtIssueEvent *) events->pdata[i])->step, "return")) /* who did not take it */
      g_assert_true (bjt_uuid_equal (&((BjtIssueEvent *) events->pdata[i])->partner_id, &partner->id));
}

static void
no_result_without_a_call (Fixture      *fixture,
                          gconstpointer data)
{
  g_autoptr (BjtIssue) issue = report (fixture, 1);

  take_plain (fixture, issue, "dispatch");
  assert_refused (fixture, issue, (BjtIssueStep) { .code = "whistle_result", .note = "无", .day = BJT_DATE_NONE }, BJT_WORKSPACE_ERROR_REFUSED);
}

static void
merged (Fixture      *fixture,
        gconstpointer data)
{
  g_autoptr (BjtIssue) first = report (fixture, 1);
  g_autoptr (BjtIssue) second = report (fixture, 1);
  g_autoptr (BjtIssue) gone = NULL;
  g_autoptr (BjtIssue) again = NULL;
  BjtIssueStep         step = { .code = "merge", .day = BJT_DATE_NONE, .other_id = second->id };

  assert_refused (fixture, second, step, BJT_WORKSPACE_ERROR_REFUSED); /* with itself */
  step.other_id = first->id;
  take (fixture, second, step);
  gone = get (fixture, second);
  g_assert_cmpstr (gone->state, ==, "merged");
  g_assert_cmpint (gone->status, ==, BJT_ISSUE_CLOSED);
  g_assert_true (bjt_uuid_equal (&gone->merged_into_id, &first->id));
  step.other_id = second->id;
  assert_refused (fixture, first, step, BJT_WORKSPACE_ERROR_REFUSED); /* goes on as nothing */
  take_plain (fixture, second, "reopen");
  again = get (fixture, second);
  g_assert_true (bjt_uuid_is_nil (&again->merged_into_id));
  g_assert_cmpint (again->closed_on, ==, BJT_DATE_NONE);
}

static void
four_steps (Fixture      *fixture,
            gconstpointer data)
{
  g_autoptr (BjtIssue) issue = report (fixture, 1);
  g_autoptr (BjtIssue) seen = NULL;
  BjtDate              on = bjt_date_parse ("2026-11-30");

  take (fixture, issue, (BjtIssueStep) { .code = "step_ledger", .day = on });
  seen = get (fixture, issue);
  g_assert_cmpstr (seen->next_step, ==, "step_persuade");
  g_assert_cmpint (seen->next_step_on, ==, on);
  take (fixture, issue, (BjtIssueStep) { .code = "step_enforce", .note = "联合执法", .day = BJT_DATE_NONE });
  bjt_issue_free (g_steal_pointer (&seen));
  seen = get (fixture, issue);
  g_assert_null (seen->next_step);
  g_assert_cmpstr (seen->state, ==, "reported");
}

static void
duplicates (Fixture      *fixture,
            gconstpointer data)
{
  g_autoptr (GPtrArray) kinds = bjt_workspace_list_issue_kinds (fixture->workspace, NULL);
  g_autoptr (BjtIssue)  issue = bjt_issue_new ();
  BjtDate               today = bjt_workspace_get_today (fixture->workspace);
  const int             days[] = { 0, 90, 91 };

  for (guint i = 0; i < G_N_ELEMENTS (days); i++)
    {
      g_autoptr (BjtIssue) old = bjt_issue_new ();

      old->title = g_strdup ("旧");
      old->kind_id = ((BjtIssueKind *) kinds->pdata[0])->id;
      old->door_id = bjt_workspace_fixture_door (fixture, 3);
      old->reported_on = today - days[i];
      g_assert_true (bjt_workspace_report_issue (fixture->workspace, old, NULL));
    }
  issue->kind_id = ((BjtIssueKind *) kinds->pdata[0])->id;
  for (guint door = 3; door < 5; door++)
    {
      g_autoptr (GPtrArray) found = NULL;

      issue->door_id = bjt_workspace_fixture_door (fixture, door);
      found = bjt_workspace_list_duplicates (fixture->workspace, issue, NULL);
      g_assert_cmpuint (found->len, ==, door == 3 ? 2 : 0);
    }
}

static void
riser_shares_the_cost (Fixture      *fixture,
                       gconstpointer data)
{
  g_autoptr (BjtIssue)   issue = report (fixture, 0);
  const BjtPicture      *picture = bjt_workspace_get_picture (fixture->workspace); /* that with the issue */
  g_autoptr (BjtDoorSet) doors = bjt_door_set_new (picture->doors->len);
  g_autoptr (GPtrArray)  rows = NULL;
  g_autoptr (GPtrArray)  again = NULL;
  BjtIssueDoor          *row;

  g_assert_false (bjt_workspace_add_issue_doors (fixture->workspace, &issue->id, doors, 50, NULL));
  bjt_door_set_add_riser (doors, bjt_workspace_get_picture (fixture->workspace), 0);
  g_assert_true (bjt_workspace_add_issue_doors (fixture->workspace, &issue->id, doors, 50, NULL));
  g_assert_true (bjt_workspace_add_issue_doors (fixture->workspace, &issue->id, doors, 50, NULL)); /* once each */
  rows = bjt_workspace_list_issue_doors (fixture->workspace, &issue->id, NULL);
  g_assert_cmpuint (rows->len, ==, 3);
  row = rows->pdata[0];
  row->consent = BJT_CONSENT_GIVEN;
  row->paid_on = bjt_workspace_get_today (fixture->workspace);
  g_assert_true (bjt_workspace_change_issue_door (fixture->workspace, row, NULL));
  row->paid_on++;
  g_assert_false (bjt_workspace_change_issue_door (fixture->workspace, row, NULL));
  g_assert_true (bjt_workspace_remove_issue_door (fixture->workspace, &row->id, NULL));
  again = bjt_workspace_list_issue_doors (fixture->workspace, &issue->id, NULL);
  g_assert_cmpuint (again->len, ==, 2);
}

static void
five_slots (Fixture      *fixture,
            gconstpointer data)
{
  g_autoptr (BjtIssue) issue = report (fixture, 0);
  g_autoptr (BjtIssue) filled = NULL;

  g_assert_cmphex (bjt_issue_get_empty_slots (issue), ==, 0x1f);
  g_assert_true (bjt_workspace_fill_slot (fixture->workspace, &issue->id, BJT_SLOT_SOLVER, "物业", NULL));
  g_assert_false (bjt_workspace_fill_slot (fixture->workspace, &issue->id, BJT_N_SLOTS, "物业", NULL));
  filled = get (fixture, issue);
  g_assert_cmphex (bjt_issue_get_empty_slots (filled), ==, 0x1f & ~(1 << BJT_SLOT_SOLVER));
  g_assert_cmpstr (bjt_issue_get_slot (filled, BJT_SLOT_SOLVER), ==, "物业");
}

static void
notices_are_numbered (Fixture      *fixture,
                      gconstpointer data)
{
  g_autoptr (BjtIssue)  issue = report (fixture, 0);
  g_autoptr (GPtrArray) notices = NULL;

  for (guint i = 1; i <= 3; i++)
    {
      g_autoptr (BjtNotice) notice = bjt_notice_new ();
      g_autofree char      *number = g_strdup_printf ("江北-整改-2026-%03u", i);

      notice->issue_id = issue->id;
      notice->recipient = g_strdup ("商户");
      g_assert_false (bjt_workspace_serve_notice (fixture->workspace, notice, NULL));
      notice->demand = g_strdup ("清理楼道");
      g_assert_true (bjt_workspace_serve_notice (fixture->workspace, notice, NULL));
      g_assert_cmpstr (notice->number, ==, number);
      g_assert_true (bjt_workspace_receive_notice (fixture->workspace, &notice->id, "本人", notice->issued_on, NULL));
      g_assert_false (bjt_workspace_receive_notice (fixture->workspace, &notice->id, "本人", notice->issued_on - 1, NULL));
    }
  notices = bjt_workspace_list_notices (fixture->workspace, &issue->id, NULL);
  g_assert_cmpuint (notices->len, ==, 3);
}

/* Numbers go on past four digits. */
static void
numbers_do_not_end (Fixture      *fixture,
                    gconstpointer data)
{
  static const char *const numbers[] = { "2026-9998", "2026-9999", "2026-10000", "2026-10001" };
  g_autoptr (BjtIssue)     found = NULL;

  for (guint i = 0; i < G_N_ELEMENTS (numbers); i++)
    {
      g_autoptr (BjtIssue) issue = bjt_issue_new ();

      issue->title = g_strdup ("题");
      issue->number = i == 0 ? g_strdup (numbers[0]) : NULL;
      g_assert_true (bjt_workspace_report_issue (fixture->workspace, issue, NULL));
      g_assert_cmpstr (issue->number, ==, numbers[i]);
    }
  found = bjt_workspace_find_issue (fixture->workspace, "2026-10000", NULL);
  g_assert_nonnull (found);
  g_assert_null (bjt_workspace_find_issue (fixture->workspace, "2026-1", NULL));
}

/* Half a year of right and wrong steps */

static void
play (Fixture         *fixture,
      GRand           *rand,
      const BjtUuid   *partner_id)
{
  g_autoptr (GPtrArray) issues = bjt_workspace_list_issues (fixture->workspace, NULL, FALSE, NULL);
  guint                 n_steps;
  const BjtFlowStep    *steps = bjt_issue_flow_get_steps (bjt_issue_flow_get_default (), &n_steps);
  BjtIssueStep          step = BJT_ISSUE_STEP_INIT;

  if (issues->len < 3 || g_rand_int_range (rand, 0, 5) == 0)
    {
      g_autoptr (BjtIssue) issue = report (fixture, (guint) g_rand_int_range (rand, 0, BJT_FIXTURE_DOORS));

      return;
    }
  step.code = steps[g_rand_int_range (rand, 0, (gint32) n_steps)].code;
  step.note = g_rand_int_range (rand, 0, 4) > 0 ? "因" : NULL;
  step.partner_id = g_rand_boolean (rand) ? *partner_id : BJT_UUID_NIL;
  step.other_id = ((BjtIssue *) issues->pdata[g_rand_int_range (rand, 0, (gint32) issues->len)])->id;
  step.day = g_rand_boolean (rand) ? bjt_workspace_get_today (fixture->workspace) + g_rand_int_range (rand, -3, 30) : BJT_DATE_NONE;
  step.satisfaction = g_rand_int_range (rand, -1, 5);
  bjt_workspace_take_step (fixture->workspace, &((BjtIssue *) issues->pdata[g_rand_int_range (rand, 0, (gint32) issues->len)])->id, &step, NULL);
}

static void
assert_issue (Fixture        *fixture,
              const BjtIssue *issue)
{
  const BjtIssueFlow   *flow = bjt_issue_flow_get_default ();
  const BjtFlowState   *state = bjt_issue_flow_find_state (flow, issue->state);
  g_autoptr (GPtrArray) events = bjt_workspace_list_issue_events (fixture->workspace, &issue->id, NULL);
  BjtIssueClockReading  reply, close;

  g_assert_nonnull (state);
  g_assert_cmpint (issue->status, ==, bjt_issue_flow_get_box (flow, state, bjt_issue_flow_find_state (flow, issue->state_before)));
  g_assert_true (state->is_ended == (issue->closed_on != BJT_DATE_NONE));
  g_assert_true ((state->box < 0) == (issue->paused_at != 0));
  g_assert_true (g_str_equal (state->code, "merged") == !bjt_uuid_is_nil (&issue->merged_into_id));
  for (guint i = 1; i < events->len; i++)
    g_assert_cmpstr (((BjtIssueEvent *) events->pdata[i])->from_state, ==, ((BjtIssueEvent *) events->pdata[i - 1])->to_state);
  g_assert_cmpstr (((BjtIssueEvent *) events->pdata[events->len - 1])->to_state, ==, issue->state);
  g_assert_true (bjt_workspace_read_clocks (fixture->workspace, &issue->id, &reply, &close, NULL));
  g_assert_cmpint (close.elapsed, >=, 0);
}

static void
assert_all (Fixture *fixture)
{
  g_autoptr (GPtrArray) issues = bjt_workspace_list_issues (fixture->workspace, NULL, FALSE, NULL);
  guint                 n_open = 0;

  for (guint i = 0; i < issues->len; i++)
    {
      assert_issue (fixture, issues->pdata[i]);
      n_open += ((BjtIssue *) issues->pdata[i])->status < BJT_ISSUE_CLOSED;
    }
  g_assert_cmpuint (bjt_workspace_get_picture (fixture->workspace)->issues->len, ==, n_open);
  bjt_workspace_fixture_assert_sound (fixture);
}

/* The events so far are the first of those later. */
static guint
count_events (Fixture *fixture)
{
  return (guint) bjt_workspace_count (fixture->workspace, &bjt_issue_event_type, NULL);
}

static void
half_a_year (Fixture      *fixture,
             gconstpointer seed)
{
  g_autoptr (GRand)      rand = g_rand_new_with_seed (GPOINTER_TO_UINT (seed));
  BjtDate                first_day = bjt_workspace_get_today (fixture->workspace);
  g_autofree char       *first = bjt_workspace_fixture_dump (fixture);
  g_autofree char       *last = NULL;
  g_autoptr (BjtPartner) partner = add_partner (fixture, "物业");
  guint                  n_events = 0;

  for (guint i = 1; i <= N_MOVES; i++)
    {
      play (fixture, rand, &partner->id);
      g_assert_cmpuint (count_events (fixture), >=, n_events);
      n_events = count_events (fixture);
      if (i % 16 == 0)
        {
          assert_all (fixture);
          go_to (fixture, first_day + (BjtDate) (i * N_DAYS / N_MOVES));
        }
    }
  g_assert_cmpuint (n_events, >, 60);
  while (bjt_workspace_count_undo (fixture->workspace) > 1) /* the ground stays */
    g_assert_true (bjt_workspace_undo (fixture->workspace, NULL));
  last = bjt_workspace_fixture_dump (fixture);
  g_assert_cmpstr (last, ==, first);
  bjt_workspace_fixture_assert_sound (fixture);
}

/* What was seen hangs on the first step; one action. */
static void
seen_with_photo (Fixture      *fixture,
                 gconstpointer data)
{
  static const char content[] = "a photo";
  g_autoptr (GError)    error = NULL;
  g_autoptr (BjtIssue)  issue = bjt_issue_new ();
  g_autoptr (GBytes)    bytes = g_bytes_new_static (content, sizeof content);
  g_autoptr (GPtrArray) events = NULL, photos = NULL, left = NULL;
  const BjtPhoto photo = { bytes, (char *) "image/jpeg" };

  issue->title = g_strdup ("楼道堆物");
  issue->door_id = bjt_workspace_fixture_door (fixture, 1);
  bjt_workspace_report_issue_seen (fixture->workspace, issue, &photo, &error);
  g_assert_no_error (error);
  events = bjt_workspace_list_issue_events (fixture->workspace, &issue->id, &error);
  photos = bjt_workspace_list_issue_photos (fixture->workspace, &issue->id, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (photos->len, ==, 1);
  g_assert_true (bjt_uuid_equal (&((const BjtAttachment *) photos->pdata[0])->owner_id, &((const BjtIssueEvent *) events->pdata[0])->id));
  bjt_workspace_undo (fixture->workspace, &error);
  g_assert_no_error (error);
  left = bjt_workspace_list_issue_photos (fixture->workspace, &issue->id, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (left->len, ==, 0);
}

int
main (int   argc,
      char *argv[])
{
  static const struct
  {
    const char *path;
    void (*func) (Fixture *, gconstpointer);
  } tests[] = {
    { "whole-way", whole_way },
    { "seen-with-photo", seen_with_photo },
    { "conflict", conflict },
    { "pause-stops-the-clock", pause_stops_the_clock },
    { "postponed", postponed },
    { "postponed-and-paused", postponed_and_paused },
    { "whistled", whistled },
    { "no-result-without-a-call", no_result_without_a_call },
    { "merged", merged },
    { "four-steps", four_steps },
    { "duplicates", duplicates },
    { "riser-shares-the-cost", riser_shares_the_cost },
    { "five-slots", five_slots },
    { "notices-are-numbered", notices_are_numbered },
    { "numbers-do-not-end", numbers_do_not_end },
    { "half-a-year/1", half_a_year },
    { "half-a-year/2", half_a_year },
  };

  g_test_init (&argc, &argv, NULL);
  for (guint i = 0; i < G_N_ELEMENTS (tests); i++)
    {
      g_autofree char *path = g_strconcat ("/workspace/issues/", tests[i].path, NULL);

      g_test_add (path, Fixture, GUINT_TO_POINTER (i), bjt_workspace_fixture_set_up, tests[i].func, bjt_workspace_fixture_tear_down);
    }
  return g_test_run ();
}
