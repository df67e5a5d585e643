/* test-workspace.c: every action, its refusals, its undo; two at one file. */
#include "bjt-workspace-fixture.h"

#include "store/bjt-store.h"

typedef BjtWorkspaceFixture Fixture;

static BjtDate
today (Fixture *fixture)
{
  return bjt_workspace_get_today (fixture->workspace);
}

static const BjtPictureDoorState *
state_of (BjtWorkspace *workspace,
          guint         door)
{
  return bjt_picture_get_door_state (bjt_workspace_get_picture (workspace), door);
}

static const BjtPictureHousehold *
household_of (Fixture *fixture,
              guint    door)
{
  const BjtPicture *picture = bjt_workspace_get_picture (fixture->workspace);

  return bjt_picture_get_household (picture, bjt_picture_get_door (picture, door)->households.first);
}

static void
record (BjtWorkspace *workspace,
        BjtVisit     *visit)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (BjtVisit) owned = visit;

  bjt_workspace_record_visits (workspace, &visit, 1, &error);
  g_assert_no_error (error);
}

static BjtIssue *
report (Fixture *fixture,
        guint    door)
{
  g_autoptr (GError) error = NULL;
  BjtIssue *issue = bjt_issue_new ();

  issue->title = g_strdup ("楼道堆物");
  issue->door_id = bjt_workspace_fixture_door (fixture, door);
  bjt_workspace_report_issue (fixture->workspace, issue, &error);
  g_assert_no_error (error);
  return issue;
}

/* Undo gives @before back, redo what there is now. */
static void
assert_undo_and_redo (Fixture    *fixture,
                      const char *before)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *after = bjt_workspace_fixture_dump (fixture);
  g_autofree char *undone = NULL;
  g_autofree char *redone = NULL;

  g_assert_cmpstr (before, !=, after);
  bjt_workspace_undo (fixture->workspace, &error);
  g_assert_no_error (error);
  undone = bjt_workspace_fixture_dump (fixture);
  g_assert_cmpstr (undone, ==, before);
  bjt_workspace_redo (fixture->workspace, &error);
  g_assert_no_error (error);
  redone = bjt_workspace_fixture_dump (fixture);
  g_assert_cmpstr (redone, ==, after);
  bjt_workspace_fixture_assert_sound (fixture);
}

static void
visit_and_back (Fixture      *fixture,
                gconstpointer data)
{
  g_autofree char *before = bjt_workspace_fixture_dump (fixture);
  g_autoptr (GPtrArray) visits = NULL;

  g_assert_true (state_of (fixture->workspace, 0)->visit_overdue == (state_of (fixture->workspace, 0)->next_due_on < today (fixture)));
  record (fixture->workspace, bjt_workspace_fixture_visit (fixture, 0, today (fixture), BJT_OUTCOME_MET));
  g_assert_cmpint (state_of (fixture->workspace, 0)->last_contact_on, ==, today (fixture));
  g_assert_cmpint (household_of (fixture, 0)->since_on, ==, bjt_date_from_ymd (2026, 6, 1));
  visits = bjt_workspace_list_visits (fixture->workspace, NULL, 0, NULL);
  g_assert_cmpuint (visits->len, ==, 1);
  g_assert_true (bjt_uuid_equal (&((BjtVisit *) visits->pdata[0])->household_id, &household_of (fixture, 0)->id));
  assert_undo_and_redo (fixture, before);
}

static void
attempts_do_not_reset (Fixture      *fixture,
                       gconstpointer data)
{
  BjtDate due = state_of (fixture->workspace, 1)->next_due_on;

  for (int outcome = BJT_OUTCOME_ABSENT; outcome <= BJT_OUTCOME_DIED; outcome++)
    {
      record (fixture->workspace, bjt_workspace_fixture_visit (fixture, 1, today (fixture), outcome));
      g_assert_cmpint (state_of (fixture->workspace, 1)->next_due_on, ==, due);
      g_assert_cmpint (state_of (fixture->workspace, 1)->last_visit_on, ==, today (fixture));
    }
  record (fixture->workspace, bjt_workspace_fixture_visit (fixture, 1, today (fixture), BJT_OUTCOME_PHONED));
  g_assert_cmpint (state_of (fixture->workspace, 1)->next_due_on, >, today (fixture));
}

static void
many_visits_are_one_step (Fixture      *fixture,
                          gconstpointer data)
{
  g_autofree char *before = bjt_workspace_fixture_dump (fixture);
  g_autoptr (GError) error = NULL;
  BjtVisit *visits[BJT_FIXTURE_DOORS];
  guint     n_undo = bjt_workspace_count_undo (fixture->workspace);

  for (guint i = 0; i < BJT_FIXTURE_DOORS; i++)
    visits[i] = bjt_workspace_fixture_visit (fixture, i, today (fixture), BJT_OUTCOME_ABSENT);
  bjt_workspace_record_visits (fixture->workspace, visits, BJT_FIXTURE_DOORS, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (bjt_workspace_count_undo (fixture->workspace), ==, n_undo + 1);
  for (guint i = 0; i < BJT_FIXTURE_DOORS; i++)
    bjt_visit_free (visits[i]);
  assert_undo_and_redo (fixture, before);
}

static void
issue_from_report_to_end (Fixture      *fixture,
                          gconstpointer data)
{
  static const int steps[] = { BJT_ISSUE_ACCEPTED, BJT_ISSUE_DISPATCHED, BJT_ISSUE_HANDLED, BJT_ISSUE_DISPATCHED,
                               BJT_ISSUE_HANDLED, BJT_ISSUE_VERIFIED, BJT_ISSUE_CLOSED };
  g_autofree char *before = bjt_workspace_fixture_dump (fixture);
  g_autoptr (BjtIssue) issue = report (fixture, 2);
  g_autoptr (BjtIssue) second = NULL;
  g_autoptr (BjtIssue) closed = NULL;
  g_autoptr (GPtrArray) events = NULL;

  g_assert_cmpstr (issue->number, ==, "2026-0001");
  g_assert_cmpint (issue->due_on, ==, bjt_date_from_ymd (2026, 11, 25)); /* reported on a Sunday */
  g_assert_cmpuint (state_of (fixture->workspace, 2)->open_issues, ==, 1);
  g_assert_cmpint (state_of (fixture->workspace, 2)->attention, ==, BJT_ATTENTION_WATCH);
  assert_undo_and_redo (fixture, before);
  second = report (fixture, 2);
  g_assert_cmpstr (second->number, ==, "2026-0002");
  for (guint i = 0; i < G_N_ELEMENTS (steps); i++)
    {
      g_autofree char *earlier = bjt_workspace_fixture_dump (fixture);
      g_autoptr (GError) error = NULL;

      bjt_workspace_advance_issue (fixture->workspace, &issue->id, steps[i], "办", &error);
      g_assert_no_error (error);
      assert_undo_and_redo (fixture, earlier);
    }
  closed = bjt_workspace_get_issue (fixture->workspace, &issue->id, NULL);
  g_assert_cmpint (closed->closed_on, ==, today (fixture));
  g_assert_cmpuint (state_of (fixture->workspace, 2)->open_issues, ==, 1);
  events = bjt_workspace_list_issue_events (fixture->workspace, &issue->id, NULL);
  g_assert_cmpuint (events->len, ==, 1 + G_N_ELEMENTS (steps));
}

static void
class_by_hand (Fixture      *fixture,
               gconstpointer data)
{
  g_autofree char *before = bjt_workspace_fixture_dump (fixture);
  g_autoptr (GError) error = NULL;
  BjtUuid id = household_of (fixture, 3)->id;

  g_assert_cmpint (household_of (fixture, 3)->household_class, ==, BJT_CLASS_FLOATING); /* short stay */
  bjt_workspace_override_class (fixture->workspace, &id, BJT_CLASS_RESIDENT, "老住户", &error);
  g_assert_no_error (error);
  g_assert_cmpint (household_of (fixture, 3)->household_class, ==, BJT_CLASS_RESIDENT);
  g_assert_cmpint (household_of (fixture, 3)->class_rule, ==, BJT_CLASS_RULE_OVERRIDE);
  g_assert_cmpstr (household_of (fixture, 3)->class_reason, ==, "老住户");
  assert_undo_and_redo (fixture, before);
  bjt_workspace_override_class (fixture->workspace, &id, 0, NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpint (household_of (fixture, 3)->class_rule, ==, BJT_CLASS_RULE_SHORT_STAY);
}

static void
tick_and_untick (Fixture      *fixture,
                 gconstpointer data)
{
  g_autofree char *before = bjt_workspace_fixture_dump (fixture);
  g_autofree char *ticked = NULL;
  g_autofree char *unticked = NULL;
  g_autoptr (GError) error = NULL;
  BjtUuid id = bjt_picture_get_person (bjt_workspace_get_picture (fixture->workspace), 0)->id;

  bjt_workspace_tick_category (fixture->workspace, &id, "low_income", TRUE, &error);
  g_assert_no_error (error);
  assert_undo_and_redo (fixture, before);
  ticked = bjt_workspace_fixture_dump (fixture);
  g_assert_true (bjt_workspace_tick_category (fixture->workspace, &id, "low_income", TRUE, &error)); /* it is */
  bjt_workspace_tick_category (fixture->workspace, &id, "low_income", FALSE, &error);
  g_assert_no_error (error);
  unticked = bjt_workspace_fixture_dump (fixture);
  g_assert_cmpstr (unticked, ==, before);
  assert_undo_and_redo (fixture, ticked);
}

/* Refusals leave nothing, not even an action */

static void
refuses_visits (Fixture *fixture)
{
  BjtUuid nowhere;
  const struct
  {
    guint   door;
    BjtDate on, next;
    int     outcome, code;
  } cases[] = {
    { 0, today (fixture) + 1, BJT_DATE_NONE, BJT_OUTCOME_MET, BJT_WORKSPACE_ERROR_INVALID },
    { 0, BJT_DATE_NONE, BJT_DATE_NONE, BJT_OUTCOME_MET, BJT_WORKSPACE_ERROR_INVALID },
    { 0, today (fixture), today (fixture) - 1, BJT_OUTCOME_MET, BJT_WORKSPACE_ERROR_INVALID },
    { 0, today (fixture), BJT_DATE_NONE, -1, BJT_WORKSPACE_ERROR_INVALID },
    { 0, today (fixture), BJT_DATE_NONE, BJT_N_OUTCOMES, BJT_WORKSPACE_ERROR_INVALID },
    { BJT_FIXTURE_DOORS, today (fixture), BJT_DATE_NONE, BJT_OUTCOME_MET, BJT_WORKSPACE_ERROR_NOT_FOUND },
  };

  bjt_uuid_init_random (&nowhere, 1);
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (BjtVisit) good = bjt_workspace_fixture_visit (fixture, 1, today (fixture), BJT_OUTCOME_MET);
      g_autoptr (BjtVisit) bad = bjt_workspace_fixture_visit (fixture, cases[i].door % BJT_FIXTURE_DOORS, cases[i].on, cases[i].outcome);
      g_autoptr (GError) error = NULL;
      BjtVisit *both[] = { good, bad };

      bad->next_on = cases[i].next;
      if (cases[i].door == BJT_FIXTURE_DOORS)
        bad->door_id = nowhere;
      g_assert_false (bjt_workspace_record_visits (fixture->workspace, both, 2, &error));
      g_assert_error (error, BJT_WORKSPACE_ERROR, cases[i].code);
    }
}

static void
refuse_issue (Fixture    *fixture,
              const char *title,
              BjtDate     on,
              gboolean    nowhere)
{
  g_autoptr (BjtIssue) issue = bjt_issue_new ();
  g_autoptr (GError) error = NULL;

  issue->title = g_strdup (title);
  issue->reported_on = on;
  if (nowhere)
    bjt_uuid_init_random (&issue->door_id, 1);
  g_assert_false (bjt_workspace_report_issue (fixture->workspace, issue, &error));
  g_assert_nonnull (error);
}

static void
refuses_issues (Fixture *fixture)
{
  g_autoptr (BjtIssue) unknown_kind = bjt_issue_new ();
  g_autoptr (GError) error = NULL;

  refuse_issue (fixture, NULL, BJT_DATE_NONE, FALSE);
  refuse_issue (fixture, "", BJT_DATE_NONE, FALSE);
  refuse_issue (fixture, "漏水", today (fixture) + 1, FALSE);
  refuse_issue (fixture, "漏水", BJT_DATE_NONE, TRUE);
  unknown_kind->title = g_strdup ("漏水");
  bjt_uuid_init_random (&unknown_kind->kind_id, 1);
  g_assert_false (bjt_workspace_report_issue (fixture->workspace, unknown_kind, &error));
  g_assert_nonnull (error);
}

static void
refuses_classes_and_ticks (Fixture *fixture)
{
  BjtUuid household = household_of (fixture, 0)->id;
  BjtUuid person = bjt_picture_get_person (bjt_workspace_get_picture (fixture->workspace), 0)->id;
  BjtUuid nobody;
  BjtWorkspace *workspace = fixture->workspace;

  bjt_uuid_init_random (&nobody, 1);
  g_assert_false (bjt_workspace_override_class (workspace, &household, BJT_CLASS_TENANT, NULL, NULL));
  g_assert_false (bjt_workspace_override_class (workspace, &household, BJT_CLASS_TENANT, "", NULL));
  g_assert_false (bjt_workspace_override_class (workspace, &household, BJT_N_CLASSES, "因", NULL));
  g_assert_false (bjt_workspace_override_class (workspace, &household, -1, "因", NULL));
  g_assert_false (bjt_workspace_override_class (workspace, &nobody, BJT_CLASS_TENANT, "因", NULL));
  g_assert_false (bjt_workspace_tick_category (workspace, &person, "aged_80", TRUE, NULL));
  g_assert_false (bjt_workspace_tick_category (workspace, &person, "nothing", TRUE, NULL));
  g_assert_false (bjt_workspace_tick_category (workspace, &nobody, "low_income", TRUE, NULL));
}

static void
refuses_steps (Fixture        *fixture,
               const BjtIssue *issue,
               int             from)
{
  for (int to = -1; to <= BJT_N_ISSUE_STATUSES; to++)
    {
      g_autoptr (GError) error = NULL;
      gboolean back = to == BJT_ISSUE_DISPATCHED && (from == BJT_ISSUE_HANDLED || from == BJT_ISSUE_VERIFIED);

      if ((to > from && to <= BJT_ISSUE_CLOSED) || back)
        continue;
      g_assert_false (bjt_workspace_advance_issue (fixture->workspace, &issue->id, to, NULL, &error));
      g_assert_error (error, BJT_WORKSPACE_ERROR, BJT_WORKSPACE_ERROR_REFUSED);
    }
}

static void
refusals_leave_nothing (Fixture      *fixture,
                        gconstpointer data)
{
  g_autofree char *before = bjt_workspace_fixture_dump (fixture);
  g_autofree char *after = NULL;
  g_autoptr (BjtIssue) issue = NULL;
  guint n_undo = bjt_workspace_count_undo (fixture->workspace);

  refuses_visits (fixture);
  refuses_issues (fixture);
  refuses_classes_and_ticks (fixture);
  g_assert_cmpuint (bjt_workspace_count_undo (fixture->workspace), ==, n_undo);
  after = bjt_workspace_fixture_dump (fixture);
  g_assert_cmpstr (after, ==, before);
  issue = report (fixture, 0);
  for (int status = BJT_ISSUE_REPORTED; status <= BJT_ISSUE_CLOSED; status++)
    {
      if (status > BJT_ISSUE_REPORTED)
        g_assert_true (bjt_workspace_advance_issue (fixture->workspace, &issue->id, status, NULL, NULL));
      refuses_steps (fixture, issue, status);
    }
  g_assert_cmpuint (bjt_workspace_count_undo (fixture->workspace), ==, n_undo + 6);
}

static void
export_keeps_what_can_be_redone (Fixture      *fixture,
                                 gconstpointer data)
{
  g_autoptr (GError) error = NULL;

  record (fixture->workspace, bjt_workspace_fixture_visit (fixture, 0, today (fixture), BJT_OUTCOME_MET));
  g_assert_true (bjt_workspace_undo (fixture->workspace, NULL));
  bjt_workspace_record_export (fixture->workspace, "doors", "核对", &error);
  g_assert_no_error (error);
  bjt_workspace_redo (fixture->workspace, &error);
  g_assert_no_error (error);
  bjt_workspace_fixture_assert_sound (fixture);
}

/* Two at one file */

static void
count_cb (BjtWorkspace *workspace,
          guint        *n)
{
  (*n)++;
}

static void
two_see_each_other (Fixture      *fixture,
                    gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  BjtWorkspace *other = bjt_workspace_open (fixture->path, &fixture->clock, &error);
  guint         n_changed = 0;

  g_assert_no_error (error);
  g_signal_connect (other, "changed", G_CALLBACK (count_cb), &n_changed);
  record (fixture->workspace, bjt_workspace_fixture_visit (fixture, 4, today (fixture), BJT_OUTCOME_MET));
  g_assert_cmpint (state_of (other, 4)->last_contact_on, ==, BJT_DATE_NONE);
  g_assert_true (bjt_workspace_refresh (other, &error));
  g_assert_cmpint (state_of (other, 4)->last_contact_on, ==, today (fixture));
  g_assert_true (bjt_workspace_refresh (other, &error));
  g_assert_cmpuint (n_changed, ==, 1);
  g_assert_true (bjt_workspace_undo (other, &error));
  g_assert_cmpuint (n_changed, ==, 2);
  g_assert_true (bjt_workspace_refresh (fixture->workspace, &error));
  g_assert_cmpint (state_of (fixture->workspace, 4)->last_contact_on, ==, BJT_DATE_NONE);
  g_assert_finalize_object (other);
}

/* What one does in between does not hide what the other did. */
static void
two_write_in_turn (Fixture      *fixture,
                   gconstpointer data)
{
  g_autoptr (BjtWorkspace) other = bjt_workspace_open (fixture->path, &fixture->clock, NULL);
  g_autoptr (BjtIssue)     issue = bjt_issue_new ();

  issue->title = g_strdup ("漏水");
  issue->door_id = bjt_workspace_fixture_door (fixture, 2);
  g_assert_true (bjt_workspace_report_issue (other, issue, NULL));
  record (fixture->workspace, bjt_workspace_fixture_visit (fixture, 4, today (fixture), BJT_OUTCOME_MET));
  g_assert_true (bjt_workspace_refresh (fixture->workspace, NULL));
  g_assert_cmpuint (bjt_workspace_get_picture (fixture->workspace)->issues->len, ==, 1);
  g_assert_cmpuint (state_of (fixture->workspace, 2)->open_issues, ==, 1);
}

static int
class_as_of (Fixture *fixture,
             int      year,
             int      month,
             int      day)
{
  g_autoptr (BjtWorkspace) workspace = NULL;
  const BjtPicture *picture;
  BjtClock clock;

  bjt_clock_init_as_of (&clock, bjt_date_from_ymd (year, month, day));
  workspace = bjt_workspace_open (fixture->path, &clock, NULL);
  picture = bjt_workspace_get_picture (workspace);
  g_assert_cmpint (picture->as_of, ==, bjt_date_from_ymd (year, month, day));
  return bjt_picture_get_household (picture, 0)->household_class;
}

static void
follows_the_day (Fixture      *fixture,
                 gconstpointer data)
{
  g_assert_cmpint (class_as_of (fixture, 2026, 11, 30), ==, BJT_CLASS_FLOATING);
  g_assert_cmpint (class_as_of (fixture, 2026, 12, 1), ==, BJT_CLASS_RESIDENT); /* six months to the day */
}

static void
empties_and_fills_again (Fixture      *fixture,
                         gconstpointer data)
{
  g_autofree char *before = bjt_workspace_fixture_dump (fixture);
  g_autofree char *after = NULL;
  guint            n = 0;

  while (bjt_workspace_undo (fixture->workspace, NULL))
    n++;
  g_assert_cmpuint (bjt_workspace_get_picture (fixture->workspace)->doors->len, ==, 0);
  while (n-- > 0)
    g_assert_true (bjt_workspace_redo (fixture->workspace, NULL));
  after = bjt_workspace_fixture_dump (fixture);
  g_assert_cmpstr (after, ==, before);
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
    { "/workspace/visit-and-back", visit_and_back },
    { "/workspace/attempts-do-not-reset", attempts_do_not_reset },
    { "/workspace/many-visits-are-one-step", many_visits_are_one_step },
    { "/workspace/issue-from-report-to-end", issue_from_report_to_end },
    { "/workspace/class-by-hand", class_by_hand },
    { "/workspace/tick-and-untick", tick_and_untick },
    { "/workspace/refusals-leave-nothing", refusals_leave_nothing },
    { "/workspace/export-keeps-what-can-be-redone", export_keeps_what_can_be_redone },
    { "/workspace/two-see-each-other", two_see_each_other },
    { "/workspace/two-write-in-turn", two_write_in_turn },
    { "/workspace/follows-the-day", follows_the_day },
    { "/workspace/empties-and-fills-again", empties_and_fills_again },
  };

  g_test_init (&argc, &argv, NULL);
  for (guint i = 0; i < G_N_ELEMENTS (tests); i++)
    g_test_add (tests[i].path, Fixture, NULL, bjt_workspace_fixture_set_up, tests[i].func, bjt_workspace_fixture_tear_down);
  return g_test_run ();
}
