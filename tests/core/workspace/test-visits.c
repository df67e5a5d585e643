/* test-visits.c: visits with persons and issues, corrected and removed; events,
 * closed periods; what is read again after a visit is what a full reading says. */
#include "bjt-workspace-fixture.h"

#include "workspace/bjt-workspace-events.h"
#include "workspace/bjt-workspace-visits.h"

typedef BjtWorkspaceFixture Fixture;

static BjtPicture *
get_picture (Fixture *fixture)
{
  return bjt_workspace_get_picture (fixture->workspace);
}

static BjtDate
today (Fixture *fixture)
{
  return bjt_workspace_get_today (fixture->workspace);
}

/* Of the household on the door. */
static BjtUuid
person_of (Fixture *fixture,
           guint    door,
           guint    number)
{
  BjtPicture                *picture = get_picture (fixture);
  const BjtPictureHousehold *household = bjt_picture_get_household (picture, bjt_picture_get_door (picture, door)->households.first);

  return bjt_picture_get_person (picture, bjt_picture_get_member (picture, household->members.first + number)->person)->id;
}

static void
record (Fixture       *fixture,
        BjtVisit      *visit,
        const BjtUuid *persons,
        guint          n_persons)
{
  g_autoptr (GError) error = NULL;
  BjtVisitDraft draft = { visit, persons, n_persons, NULL, NULL };

  bjt_workspace_record_visit (fixture->workspace, &draft, &error);
  g_assert_no_error (error);
}

static void
assert_refused (Fixture             *fixture,
                const BjtVisitDraft *draft)
{
  g_autofree char *before = bjt_workspace_fixture_dump (fixture);
  g_autofree char *after = NULL;
  g_autoptr (GError) error = NULL;

  g_assert_false (bjt_workspace_record_visit (fixture->workspace, draft, &error));
  g_assert_nonnull (error);
  after = bjt_workspace_fixture_dump (fixture);
  g_assert_cmpstr (before, ==, after);
}

/* The states a second workspace reads from the file are those of the first. */
static void
assert_read_again (Fixture *fixture)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (BjtWorkspace) other = bjt_workspace_open (fixture->path, &fixture->clock, &error);
  BjtPicture *mine = get_picture (fixture), *fresh;

  g_assert_no_error (error);
  fresh = bjt_workspace_get_picture (other);
  g_assert_cmpuint (mine->doors->len, ==, fresh->doors->len);
  for (guint32 d = 0; d < mine->doors->len; d++)
    {
      const BjtPictureDoorState *a = bjt_picture_get_door_state (mine, d), *b = bjt_picture_get_door_state (fresh, d);

      g_assert_cmpint (a->last_contact_on, ==, b->last_contact_on);
      g_assert_cmpint (a->last_visit_on, ==, b->last_visit_on);
      g_assert_cmpint (a->next_agreed_on, ==, b->next_agreed_on);
      g_assert_cmpint (a->next_due_on, ==, b->next_due_on);
      g_assert_cmpuint (a->due_rule, ==, b->due_rule);
      g_assert_cmpuint (a->due_person, ==, b->due_person);
      g_assert_cmpint (a->attention, ==, b->attention);
      g_assert_cmpuint (a->open_issues, ==, b->open_issues);
    }
}

/* Who was not met stays due; the household as such has been seen. */
static void
named_persons (Fixture      *fixture,
               gconstpointer data)
{
  g_autoptr (BjtVisit) visit = bjt_workspace_fixture_visit (fixture, 0, today (fixture), BJT_OUTCOME_MET);
  g_autofree char *before = bjt_workspace_fixture_dump (fixture);
  BjtUuid    younger = person_of (fixture, 0, 1);
  g_autoptr (GPtrArray) persons = NULL;
  g_autoptr (GError) error = NULL;
  BjtPicture *picture;

  record (fixture, visit, &younger, 1);
  persons = bjt_workspace_list_visit_persons (fixture->workspace, &visit->id, &error);
  g_assert_cmpuint (persons->len, ==, 1);
  picture = get_picture (fixture);
  g_assert_cmpint (bjt_picture_get_household_state (picture, bjt_picture_get_door (picture, 0)->households.first)->last[BJT_CONTACT_MET], ==, today (fixture));
  g_assert_cmpint (bjt_picture_get_household_state (picture, bjt_picture_get_door (picture, 0)->households.first)->whole[BJT_CONTACT_MET], ==, BJT_DATE_NONE);
  assert_read_again (fixture);
  bjt_workspace_fixture_assert_sound (fixture);
  g_assert_true (bjt_workspace_undo (fixture->workspace, &error));
  {
    g_autofree char *after = bjt_workspace_fixture_dump (fixture);

    g_assert_cmpstr (before, ==, after);
  }
  assert_read_again (fixture);
  g_assert_true (bjt_workspace_redo (fixture->workspace, &error));
  assert_read_again (fixture);
  bjt_workspace_fixture_assert_sound (fixture);
}

static void
with_an_issue (Fixture      *fixture,
               gconstpointer data)
{
  g_autoptr (BjtVisit) visit = bjt_workspace_fixture_visit (fixture, 1, today (fixture), BJT_OUTCOME_MET);
  g_autoptr (BjtIssue) issue = bjt_issue_new ();
  g_autoptr (BjtIssue) found = NULL;
  g_autoptr (GError) error = NULL;
  BjtVisitDraft draft = { visit, NULL, 0, issue, NULL };
  guint n_undo;

  assert_refused (fixture, &draft); /* an issue without a title takes the visit with it */
  issue->title = g_strdup ("漏水");
  n_undo = bjt_workspace_count_undo (fixture->workspace);
  g_assert_true (bjt_workspace_record_visit (fixture->workspace, &draft, &error));
  g_assert_no_error (error);
  found = bjt_workspace_get_issue (fixture->workspace, &visit->issue_id, &error);
  g_assert_true (bjt_uuid_equal (&found->visit_id, &visit->id));
  g_assert_true (bjt_uuid_equal (&found->door_id, &visit->door_id));
  g_assert_cmpuint (bjt_picture_get_door_state (get_picture (fixture), 1)->open_issues, ==, 1);
  assert_read_again (fixture);
  g_assert_cmpuint (bjt_workspace_count_undo (fixture->workspace), ==, n_undo + 1);
}

static void
refused (Fixture      *fixture,
         gconstpointer data)
{
  BjtUuid elder = person_of (fixture, 2, 0);
  g_autoptr (BjtVisit) early = bjt_workspace_fixture_visit (fixture, 2, bjt_date_from_ymd (1949, 12, 31), BJT_OUTCOME_MET);
  g_autoptr (BjtVisit) odd = bjt_workspace_fixture_visit (fixture, 2, today (fixture), BJT_OUTCOME_MET);
  BjtVisitDraft before_birth = { early, &elder, 1, NULL, NULL }, no_mode = { odd, NULL, 0, NULL, NULL };

  assert_refused (fixture, &before_birth);
  odd->mode = BJT_N_VISIT_MODES;
  assert_refused (fixture, &no_mode);
  odd->mode = BJT_MODE_HOME;
  odd->visited_on = today (fixture) + 1;
  assert_refused (fixture, &no_mode);
}

static void
corrected_and_removed (Fixture      *fixture,
                       gconstpointer data)
{
  g_autoptr (BjtVisit) visit = bjt_workspace_fixture_visit (fixture, 3, today (fixture), BJT_OUTCOME_MET);
  g_autoptr (GError) error = NULL;

  record (fixture, visit, NULL, 0);
  visit->outcome = BJT_OUTCOME_ABSENT;
  visit->next_on = today (fixture) + 2;
  g_assert_true (bjt_workspace_correct_visit (fixture->workspace, visit, &error));
  g_assert_cmpint (bjt_picture_get_door_state (get_picture (fixture), 3)->last_contact_on, ==, BJT_DATE_NONE);
  g_assert_cmpint (bjt_picture_get_door_state (get_picture (fixture), 3)->next_agreed_on, ==, today (fixture) + 2);
  assert_read_again (fixture);
  g_assert_true (bjt_workspace_remove_visit (fixture->workspace, &visit->id, &error));
  g_assert_cmpint (bjt_picture_get_door_state (get_picture (fixture), 3)->last_visit_on, ==, BJT_DATE_NONE);
  assert_read_again (fixture);
  g_assert_true (bjt_workspace_undo (fixture->workspace, &error));
  g_assert_true (bjt_workspace_undo (fixture->workspace, &error));
  g_assert_cmpint (bjt_picture_get_door_state (get_picture (fixture), 3)->last_contact_on, ==, today (fixture));
  assert_read_again (fixture);
  bjt_workspace_fixture_assert_sound (fixture);
}

static void
closed_periods (Fixture      *fixture,
                gconstpointer data)
{
  g_autoptr (BjtVisit) visit = bjt_workspace_fixture_visit (fixture, 4, today (fixture) - 10, BJT_OUTCOME_MET);
  BjtVisitDraft draft = { visit, NULL, 0, NULL, NULL };
  g_autoptr (GError) error = NULL;

  record (fixture, visit, NULL, 0);
  g_assert_cmpint (bjt_workspace_get_closed_until (fixture->workspace), ==, BJT_DATE_NONE);
  g_assert_false (bjt_workspace_close_period (fixture->workspace, today (fixture) + 1, &error));
  g_clear_error (&error);
  g_assert_true (bjt_workspace_close_period (fixture->workspace, today (fixture) - 10, &error));
  g_assert_cmpint (bjt_workspace_get_closed_until (fixture->workspace), ==, today (fixture) - 10);
  visit->id = BJT_UUID_NIL;
  assert_refused (fixture, &draft);
  visit->visited_on++;
  record (fixture, visit, NULL, 0);
  g_assert_true (bjt_workspace_close_period (fixture->workspace, BJT_DATE_NONE, &error));
  g_assert_true (bjt_workspace_remove_visit (fixture->workspace, &visit->id, &error));
}

/* Back from hospital: somebody comes the next day. */
static void
events (Fixture      *fixture,
        gconstpointer data)
{
  g_autoptr (BjtLifeEvent) event = bjt_life_event_new ();
  BjtLifeEventDraft draft = { .event = event };
  g_autoptr (BjtVisit) visit = bjt_workspace_fixture_visit (fixture, 5, today (fixture), BJT_OUTCOME_MET);
  g_autoptr (GError) error = NULL;
  const BjtPictureDoorState *state;

  event->door_id = bjt_workspace_fixture_door (fixture, 5);
  event->kind = g_strdup ("discharged");
  event->happened_on = today (fixture) + 1;
  g_assert_false (bjt_workspace_record_event (fixture->workspace, &draft, &error));
  g_clear_error (&error);
  event->happened_on = today (fixture) - 3;
  g_assert_true (bjt_workspace_record_event (fixture->workspace, &draft, &error));
  state = bjt_picture_get_door_state (get_picture (fixture), 5);
  g_assert_cmpint (state->next_due_on, ==, today (fixture) - 2);
  g_assert_cmpstr (bjt_picture_get_cadence_rule (get_picture (fixture), state->due_rule)->code, ==, "discharged");
  record (fixture, visit, NULL, 0);
  g_assert_cmpint (bjt_picture_get_door_state (get_picture (fixture), 5)->next_due_on, ==, today (fixture) + 7);
  assert_read_again (fixture);
}

int
main (int    argc,
      char **argv)
{
  static const struct
  {
    const char *path;
    void (*test) (Fixture *, gconstpointer);
  } tests[] = {
    { "/visits/named-persons", named_persons },
    { "/visits/with-an-issue", with_an_issue },
    { "/visits/refused", refused },
    { "/visits/corrected-and-removed", corrected_and_removed },
    { "/visits/closed-periods", closed_periods },
    { "/visits/events", events },
  };

  g_test_init (&argc, &argv, NULL);
  for (gsize i = 0; i < G_N_ELEMENTS (tests); i++)
    g_test_add (tests[i].path, Fixture, NULL, bjt_workspace_fixture_set_up, tests[i].test, bjt_workspace_fixture_tear_down);
  return g_test_run ();
}
