/* test-people.c: the file of a person holds what concerns the person and no more;
 * needs and helpers come and go, each one step of undo. */
#include "bjt-workspace-fixture.h"
#include "workspace/bjt-workspace-people.h"
#include "workspace/bjt-workspace-service.h"
#include "store/bjt-journal.h"
#include "store/bjt-store.h"

/* The @number-th of those who live at the first door. */
static BjtUuid
get_person (BjtWorkspaceFixture *fixture,
            guint                number)
{
  const BjtPicture *picture = bjt_workspace_get_picture (fixture->workspace);
  guint32           household = bjt_picture_get_door (picture, 0)->households.first;
  guint32           member = bjt_picture_get_household (picture, household)->members.first + number;

  return bjt_picture_get_person (picture, bjt_picture_get_member (picture, member)->person)->id;
}

static BjtPersonFile *
load (BjtWorkspaceFixture *fixture,
      guint                number)
{
  g_autoptr (GError) error = NULL;
  BjtUuid        person = get_person (fixture, number);
  BjtPersonFile *file = bjt_workspace_load_person_file (fixture->workspace, &person, &error);

  g_assert_no_error (error);
  return file;
}

static void
record (BjtWorkspaceFixture *fixture,
        guint                door,
        BjtDate              on)
{
  g_autoptr (BjtVisit) visit = bjt_workspace_fixture_visit (fixture, door, on, BJT_OUTCOME_MET);

  g_assert_true (bjt_workspace_record_visits (fixture->workspace, &visit, 1, NULL));
}

/* Straight into the store: a visit that names one person alone. */
static void
record_named (BjtWorkspaceFixture *fixture,
              guint                door,
              BjtDate              on,
              guint                number)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (BjtStore) store = bjt_store_open (fixture->path, BJT_STORE_READ_WRITE, &error);
  g_autoptr (BjtActionScope) scope = bjt_action_scope_begin (store, "record-visit", NULL, NULL, bjt_clock_get_now (&fixture->clock), &error);
  g_autoptr (BjtVisit) visit = bjt_workspace_fixture_visit (fixture, door, on, BJT_OUTCOME_PHONED);
  g_autoptr (BjtVisitPerson) name = bjt_visit_person_new ();

  bjt_uuid_init_random (&visit->id, 5);
  bjt_uuid_init_random (&name->id, 6);
  visit->household_id = bjt_picture_get_household (bjt_workspace_get_picture (fixture->workspace), bjt_picture_get_door (bjt_workspace_get_picture (fixture->workspace), door)->households.first)->id;
  visit->names_persons = TRUE;
  name->visit_id = visit->id;
  name->person_id = get_person (fixture, number);
  g_assert_true (bjt_store_insert (store, &bjt_visit_type, visit, &error));
  g_assert_true (bjt_store_insert (store, &bjt_visit_person_type, name, &error));
  g_assert_true (bjt_action_scope_commit (scope, &error));
  g_assert_no_error (error);
}

static void
test_timeline (BjtWorkspaceFixture *fixture,
               gconstpointer        data)
{
  BjtDate base = bjt_date_from_ymd (2026, 11, 1);
  g_autoptr (BjtService) service = bjt_service_new ();
  g_autoptr (BjtPersonFile) first = NULL;
  g_autoptr (BjtPersonFile) second = NULL;

  record (fixture, 0, base);          /* all of the household */
  record (fixture, 1, base + 1);      /* the neighbours */
  record_named (fixture, 0, base + 2, 1);
  service->door_id = bjt_workspace_fixture_door (fixture, 0);
  service->person_id = get_person (fixture, 0);
  service->kind = g_strdup ("取药");
  service->served_on = base + 3;
  g_assert_true (bjt_workspace_add_service (fixture->workspace, service, NULL));
  first = load (fixture, 0);
  second = load (fixture, 1);
  g_assert_cmpuint (first->timeline->len, ==, 2);
  g_assert_cmpint (g_array_index (first->timeline, BjtFileEntry, 0).kind, ==, BJT_FILE_SERVICE);
  g_assert_true (g_array_index (first->timeline, BjtFileEntry, 0).names_person);
  g_assert_cmpint (g_array_index (first->timeline, BjtFileEntry, 1).on, ==, base);
  g_assert_cmpint (first->last_contact_on, ==, base);
  g_assert_cmpuint (second->timeline->len, ==, 2);
  g_assert_cmpint (g_array_index (second->timeline, BjtFileEntry, 0).kind, ==, BJT_FILE_VISIT);
  g_assert_true (g_array_index (second->timeline, BjtFileEntry, 0).names_person);
  g_assert_cmpint (second->last_contact_on, ==, base + 2);
}

static void
test_needs_and_helpers (BjtWorkspaceFixture *fixture,
                        gconstpointer        data)
{
  g_autofree char *before = bjt_workspace_fixture_dump (fixture);
  g_autofree char *after = NULL;
  g_autoptr (BjtNeed) need = bjt_need_new ();
  g_autoptr (BjtPairing) pairing = bjt_pairing_new ();
  g_autoptr (BjtPersonFile) file = NULL;

  need->person_id = pairing->person_id = get_person (fixture, 0);
  g_assert_false (bjt_workspace_add_need (fixture->workspace, need, NULL));
  g_assert_false (bjt_workspace_add_helper (fixture->workspace, pairing, NULL));
  need->text = g_strdup ("需要轮椅");
  pairing->helper_name = g_strdup ("张明");
  g_assert_true (bjt_workspace_add_need (fixture->workspace, need, NULL));
  g_assert_true (bjt_workspace_add_helper (fixture->workspace, pairing, NULL));
  file = load (fixture, 0);
  g_assert_cmpuint (file->needs->len, ==, 1);
  g_assert_cmpstr (bjt_person_file_get_helper_name (file, file->pairings->pdata[0]), ==, "张明");
  g_assert_true (bjt_workspace_settle_need (fixture->workspace, &need->id, TRUE, NULL));
  g_assert_false (bjt_workspace_settle_need (fixture->workspace, &need->id, TRUE, NULL));
  g_assert_true (bjt_workspace_end_helper (fixture->workspace, &pairing->id, NULL));
  g_assert_false (bjt_workspace_end_helper (fixture->workspace, &pairing->id, NULL));
  for (guint i = 0; i < 4; i++)
    g_assert_true (bjt_workspace_undo (fixture->workspace, NULL));
  after = bjt_workspace_fixture_dump (fixture);
  g_assert_cmpstr (before, ==, after);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add ("/people/timeline", BjtWorkspaceFixture, NULL, bjt_workspace_fixture_set_up, test_timeline, bjt_workspace_fixture_tear_down);
  g_test_add ("/people/needs-and-helpers", BjtWorkspaceFixture, NULL, bjt_workspace_fixture_set_up, test_needs_and_helpers, bjt_workspace_fixture_tear_down);
  return g_test_run ();
}
