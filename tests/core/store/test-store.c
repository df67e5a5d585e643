/* test-store.c: a file can be made, written, undone, redone and checked. */
#include <glib/gstdio.h>
#include <sqlite3.h>

#include "base/bjt-clock.h"
#include "model/bjt-people.h"
#include "model/bjt-plans.h"
#include "model/bjt-territory.h"
#include "model/bjt-work.h"
#include "store/bjt-attachment-store.h"
#include "store/bjt-journal.h"
#include "store/bjt-statement.h"
#include "store/bjt-store-check.h"
#include "store/bjt-store-private.h"
#include "store/bjt-store.h"

#define NOON G_GINT64_CONSTANT (1795320000000000)

typedef struct
{
  char     *folder;
  char     *path;
  BjtStore *store;
} Fixture;

static void
set_up (Fixture      *fixture,
        gconstpointer data)
{
  g_autoptr (GError) error = NULL;

  fixture->folder = g_dir_make_tmp ("bjt-store-XXXXXX", NULL);
  fixture->path = g_build_filename (fixture->folder, "a.bjt", NULL);
  g_assert_true (bjt_store_create (fixture->path, &error));
  g_assert_no_error (error);
  fixture->store = bjt_store_open (fixture->path, BJT_STORE_READ_WRITE, &error);
  g_assert_no_error (error);
}

static void
remove_file (const char *folder,
             const char *name)
{
  g_autofree char *path = g_build_filename (folder, name, NULL);

  g_unlink (path);
}

static void
tear_down (Fixture      *fixture,
           gconstpointer data)
{
  static const char *const names[] = { "a.bjt", "a.bjt-wal", "a.bjt-shm", "a.bjt.lock", "b.bjt" };

  bjt_store_close (fixture->store);
  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    remove_file (fixture->folder, names[i]);
  g_rmdir (fixture->folder);
  g_free (fixture->folder);
  g_free (fixture->path);
}

static void
assert_sound (Fixture *fixture)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) findings = bjt_store_check (fixture->path, &error);

  g_assert_no_error (error);
  for (guint i = 0; i < findings->len; i++)
    g_test_message ("%s", (char *) findings->pdata[i]);
  g_assert_cmpuint (findings->len, ==, 0);
}

/* One building with a footprint, one door with an area of many digits. */
static void
insert_ground (BjtStore *store,
               BjtUuid  *door_id)
{
  static const BjtPoint ring[] = { { 129.75, 43.32 }, { 129.751, 43.32 }, { 129.751, 43.3201 }, { 129.75, 43.3201 } };
  g_autoptr (BjtBuilding) building = bjt_building_new ();
  g_autoptr (BjtDoor) door = bjt_door_new ();
  g_autoptr (GError) error = NULL;

  bjt_uuid_init_random (&building->id, 1);
  building->label = g_strdup ("3");
  building->footprint = bjt_geometry_new_polygon (ring, G_N_ELEMENTS (ring));
  bjt_uuid_init_random (&door->id, 2);
  door->building_id = building->id;
  door->label = g_strdup ("501");
  door->span = 1;
  door->area_m2 = 1.0 / 3.0;
  *door_id = door->id;
  bjt_store_insert (store, &bjt_building_type, building, &error);
  g_assert_no_error (error);
  bjt_store_insert (store, &bjt_door_type, door, &error);
  g_assert_no_error (error);
}

static BjtActionScope *
begin (BjtStore *store)
{
  g_autoptr (GError) error = NULL;
  BjtActionScope *scope = bjt_action_scope_begin (store, "test", "something", "tester", NOON, &error);

  g_assert_no_error (error);
  return scope;
}

static void
commit (BjtActionScope *scope)
{
  g_autoptr (GError) error = NULL;

  bjt_action_scope_commit (scope, &error);
  g_assert_no_error (error);
}

static void
undo (BjtStore *store)
{
  g_autoptr (GError) error = NULL;

  bjt_journal_undo (store, &error);
  g_assert_no_error (error);
}

static void
redo (BjtStore *store)
{
  g_autoptr (GError) error = NULL;

  bjt_journal_redo (store, &error);
  g_assert_no_error (error);
}

static void
round_trip (Fixture      *fixture,
            gconstpointer data)
{
  g_autoptr (BjtActionScope) scope = begin (fixture->store);
  g_autoptr (GError) error = NULL;
  g_autoptr (BjtDoor) door = NULL;
  g_autoptr (GPtrArray) buildings = NULL;
  BjtUuid id;

  insert_ground (fixture->store, &id);
  commit (scope);
  door = bjt_store_get (fixture->store, &bjt_door_type, &id, &error);
  g_assert_no_error (error);
  g_assert_cmpstr (door->label, ==, "501");
  g_assert_true (door->area_m2 == 1.0 / 3.0); /* to the last bit */
  g_assert_cmpint (door->verified_on, ==, BJT_DATE_NONE);
  buildings = bjt_store_list (fixture->store, &bjt_building_type, NULL, NULL, "id", 0, &error);
  g_assert_cmpuint (buildings->len, ==, 1);
  g_assert_cmpuint (((BjtBuilding *) buildings->pdata[0])->footprint->n_points, ==, 4);
  assert_sound (fixture);
}

static void
undo_and_redo (Fixture      *fixture,
               gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (BjtDoor) door = NULL;
  g_autoptr (BjtDoor) again = NULL;
  BjtUuid id;

  {
    g_autoptr (BjtActionScope) scope = begin (fixture->store);

    insert_ground (fixture->store, &id);
    commit (scope);
  }
  door = bjt_store_get (fixture->store, &bjt_door_type, &id, &error);
  {
    g_autoptr (BjtActionScope) scope = begin (fixture->store);

    g_free (door->label);
    door->label = g_strdup ("502");
    bjt_store_update (fixture->store, &bjt_door_type, door, &error);
    g_assert_no_error (error);
    bjt_store_remove (fixture->store, &bjt_door_type, &id, &error);
    g_assert_no_error (error);
    commit (scope);
  }
  g_assert_cmpint (bjt_store_count (fixture->store, &bjt_door_type, NULL), ==, 0);
  g_assert_cmpuint (bjt_journal_count_undo (fixture->store), ==, 2);
  undo (fixture->store);
  again = bjt_store_get (fixture->store, &bjt_door_type, &id, &error);
  g_assert_no_error (error);
  g_assert_cmpstr (again->label, ==, "501");
  g_assert_true (again->area_m2 == 1.0 / 3.0);
  undo (fixture->store);
  g_assert_cmpint (bjt_store_count (fixture->store, &bjt_building_type, NULL), ==, 0);
  assert_sound (fixture);

  /* Also after a restart. */
  bjt_store_close (fixture->store);
  fixture->store = bjt_store_open (fixture->path, BJT_STORE_READ_WRITE, &error);
  redo (fixture->store);
  g_assert_cmpint (bjt_store_count (fixture->store, &bjt_door_type, NULL), ==, 1);
  redo (fixture->store);
  g_assert_cmpint (bjt_store_count (fixture->store, &bjt_door_type, NULL), ==, 0);
  g_assert_false (bjt_journal_redo (fixture->store, &error));
  g_assert_error (error, BJT_STORE_ERROR, BJT_STORE_ERROR_NOT_FOUND);
  assert_sound (fixture);
}

/* A plan and a wall on it, moved, undone and done again: the same to the bit. */
static void
plans_are_undone_too (Fixture      *fixture,
                      gconstpointer data)
{
  static const BjtPoint line[] = { { 0.1, 1.0 / 3.0 }, { 7.25, 1.0 / 3.0 } };
  static const BjtPoint moved[] = { { 2, 2 }, { 3, 3 }, { 4, 2 } };
  g_autoptr (BjtFloorPlan) plan = bjt_floor_plan_new ();
  g_autoptr (BjtPlanElement) wall = bjt_plan_element_new ();
  g_autoptr (BjtPlanElement) first = NULL;
  g_autoptr (GError) error = NULL;
  BjtUuid door_id;

  {
    g_autoptr (BjtActionScope) scope = begin (fixture->store);
    g_autoptr (GPtrArray) buildings = NULL;

    insert_ground (fixture->store, &door_id);
    buildings = bjt_store_list (fixture->store, &bjt_building_type, NULL, NULL, "id", 1, &error);
    bjt_uuid_init_random (&plan->id, 3);
    plan->building_id = ((BjtBuilding *) buildings->pdata[0])->id;
    plan->levels = g_strdup ("0;2-5");
    g_assert_true (bjt_store_insert (fixture->store, &bjt_floor_plan_type, plan, &error));
    bjt_uuid_init_random (&wall->id, 4);
    wall->plan_id = plan->id;
    wall->kind = BJT_ELEMENT_WALL;
    wall->shape = bjt_geometry_new_line (line, G_N_ELEMENTS (line));
    g_assert_true (bjt_store_insert (fixture->store, &bjt_plan_element_type, wall, &error));
    g_assert_no_error (error);
    commit (scope);
  }
  {
    g_autoptr (BjtActionScope) scope = begin (fixture->store);

    bjt_geometry_unref (wall->shape);
    wall->shape = bjt_geometry_new_line (moved, G_N_ELEMENTS (moved));
    g_assert_true (bjt_store_update (fixture->store, &bjt_plan_element_type, wall, &error));
    commit (scope);
  }
  undo (fixture->store);
  first = bjt_store_get (fixture->store, &bjt_plan_element_type, &wall->id, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (first->shape->n_points, ==, 2);
  g_assert_true (first->shape->points[0].y == 1.0 / 3.0);
  undo (fixture->store);
  g_assert_cmpint (bjt_store_count (fixture->store, &bjt_plan_element_type, NULL), ==, 0);
  redo (fixture->store);
  redo (fixture->store);
  g_clear_pointer (&first, bjt_plan_element_free);
  first = bjt_store_get (fixture->store, &bjt_plan_element_type, &wall->id, &error);
  g_assert_cmpuint (first->shape->n_points, ==, 3);
  assert_sound (fixture);
}

static void
contents_are_kept_once (Fixture      *fixture,
                        gconstpointer data)
{
  g_autoptr (GBytes) content = g_bytes_new_static ("picture\0bytes", 13);
  g_autoptr (GBytes) nothing = g_bytes_new (NULL, 0);
  g_autoptr (GError) error = NULL;
  g_autofree char *first = bjt_store_save_content (fixture->store, content, &error);
  g_autofree char *second = bjt_store_save_content (fixture->store, content, &error);
  g_autoptr (GBytes) loaded = NULL;

  g_assert_no_error (error);
  g_assert_cmpstr (first, ==, second);
  loaded = bjt_store_load_content (fixture->store, first, &error);
  g_assert_no_error (error);
  g_assert_true (g_bytes_equal (loaded, content));
  g_assert_null (bjt_store_load_content (fixture->store, "00", &error));
  g_assert_error (error, BJT_STORE_ERROR, BJT_STORE_ERROR_NOT_FOUND);
  g_clear_error (&error);
  g_assert_null (bjt_store_save_content (fixture->store, nothing, &error));
  g_assert_error (error, BJT_STORE_ERROR, BJT_STORE_ERROR_FAILED);
}

/* A door with a household, a meeting, a phone call and an open issue, as the
 * first version wrote them. */
static const char older_rows[] =
  "INSERT INTO compound (id, name, created_action, updated_action) VALUES (x'01', 'A', 1, 1);"
  "INSERT INTO building (id, compound_id, label, created_action, updated_action) VALUES (x'02', x'01', '1', 1, 1);"
  "INSERT INTO door (id, building_id, label, created_action, updated_action) VALUES (x'00000000000000000000000000000003', x'02', '101', 1, 1);"
  "INSERT INTO household (id, door_id, created_action, updated_action) VALUES (x'04', x'00000000000000000000000000000003', 1, 1);"
  "INSERT INTO visit (id, door_id, household_id, visited_on, outcome, next_on, created_action, updated_action) VALUES"
  " (x'05', x'00000000000000000000000000000003', x'04', '2026-03-01', 0, NULL, 1, 1),"
  " (x'06', x'00000000000000000000000000000003', x'04', '2026-04-01', 1, '2026-04-20', 1, 1);"
  "INSERT INTO issue (id, number, title, status, door_id, created_action, updated_action) VALUES"
  " (x'07', '2026-0001', 'a', 2, x'00000000000000000000000000000003', 1, 1), (x'08', '2026-0002', 'b', 5, NULL, 1, 1)";

static void
make_older_file (const char *path,
                 guint       version)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (BjtStore) store = bjt_store_make_older (path, version, &error);

  g_assert_no_error (error);
  bjt_statement_run_script (store, older_rows, "fill", &error);
  g_assert_no_error (error);
}

static void
assert_row (BjtStore   *store,
            const char *sql)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (BjtStatement) row = bjt_statement_new (store, sql, "look", &error);

  g_assert_true (bjt_statement_step (row, &error));
  g_assert_no_error (error);
}

static void
older_files_are_brought_up (Fixture      *fixture,
                            gconstpointer data)
{
  guint            version = GPOINTER_TO_UINT (data);
  g_autofree char *path = g_build_filename (fixture->folder, "b.bjt", NULL);
  g_autofree char *backup = g_strdup_printf ("%s.v%u.backup", path, version);
  g_autofree char *lock = g_strconcat (path, ".lock", NULL);
  g_autoptr (GError) error = NULL;
  g_autoptr (BjtStore) store = NULL;

  make_older_file (path, version);
  store = bjt_store_open (path, BJT_STORE_READ_WRITE, &error);
  g_assert_no_error (error);
  g_assert_true (g_file_test (backup, G_FILE_TEST_EXISTS));
  g_assert_cmpint (bjt_store_count (store, &bjt_door_type, NULL), ==, 1);
  g_assert_cmpint (bjt_store_count (store, &bjt_floor_plan_type, NULL), ==, 0);
  assert_row (store, "SELECT 1 FROM door WHERE last_contact_on = '2026-04-01' AND next_agreed_on = '2026-04-20' AND open_issues = 1");
  assert_row (store, "SELECT 1 FROM household WHERE last_met_on = '2026-03-01' AND whole_phoned_on = '2026-04-01' AND last_heard_on IS NULL");
  assert_row (store, "SELECT 1 FROM issue WHERE number = '2026-0001' AND state = 'dispatched'");
  assert_row (store, "SELECT 1 FROM issue WHERE number = '2026-0002' AND state = 'closed'");
  g_unlink (backup);
  g_clear_pointer (&store, bjt_store_close);
  g_unlink (lock);
}

static void
scope_rolls_back (Fixture      *fixture,
                  gconstpointer data)
{
  BjtUuid id;

  {
    g_autoptr (BjtActionScope) scope = begin (fixture->store);

    insert_ground (fixture->store, &id);
  }
  g_assert_cmpint (bjt_store_count (fixture->store, &bjt_door_type, NULL), ==, 0);
  g_assert_cmpuint (bjt_journal_count_undo (fixture->store), ==, 0);
}

static void
visits_keep_the_door (Fixture      *fixture,
                      gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (BjtVisit) visit = bjt_visit_new ();
  g_autoptr (BjtDoor) met = NULL;
  g_autoptr (BjtDoor) undone = NULL;
  BjtUuid id;

  {
    g_autoptr (BjtActionScope) scope = begin (fixture->store);

    insert_ground (fixture->store, &id);
    commit (scope);
  }
  bjt_uuid_init_random (&visit->id, 3);
  visit->door_id = id;
  visit->visited_on = bjt_date_from_ymd (2026, 11, 20);
  visit->outcome = BJT_OUTCOME_MET;
  {
    g_autoptr (BjtActionScope) scope = begin (fixture->store);

    bjt_store_insert (fixture->store, &bjt_visit_type, visit, &error);
    bjt_uuid_init_random (&visit->id, 4);
    visit->visited_on++;
    visit->outcome = BJT_OUTCOME_ABSENT;
    bjt_store_insert (fixture->store, &bjt_visit_type, visit, &error);
    g_assert_no_error (error);
    commit (scope);
  }
  met = bjt_store_get (fixture->store, &bjt_door_type, &id, &error);
  g_assert_cmpint (met->last_contact_on, ==, bjt_date_from_ymd (2026, 11, 20));
  g_assert_cmpint (met->last_visit_on, ==, bjt_date_from_ymd (2026, 11, 21));
  undo (fixture->store);
  undone = bjt_store_get (fixture->store, &bjt_door_type, &id, &error);
  g_assert_cmpint (undone->last_contact_on, ==, BJT_DATE_NONE);
  assert_sound (fixture);
}

static void
refuses_foreign_files (Fixture      *fixture,
                       gconstpointer data)
{
  static const char *const contents[] = { "", "SQLite format 3", "姓名,电话\n" };
  g_autofree char         *path = g_build_filename (fixture->folder, "b.bjt", NULL);

  for (guint i = 0; i < G_N_ELEMENTS (contents); i++)
    {
      g_autoptr (GError) error = NULL;

      g_file_set_contents (path, contents[i], -1, NULL);
      g_assert_null (bjt_store_open (path, BJT_STORE_READ_WRITE, &error));
      g_assert_error (error, BJT_STORE_ERROR, BJT_STORE_ERROR_FOREIGN);
    }
}

/* Writes a changed byte or a new length into a copy of the file. */
static void
spoil_copy (Fixture    *fixture,
            const char *path,
            gsize       at,
            guint8      byte,
            gsize       length)
{
  g_autofree char *bytes = NULL;
  gsize            size;

  bjt_store_close (fixture->store);
  fixture->store = NULL;
  g_assert_true (g_file_get_contents (fixture->path, &bytes, &size, NULL));
  bytes[at] = (char) byte;
  g_assert_true (g_file_set_contents (path, bytes, (gssize) MIN (size, length), NULL));
}

static void
refuses_newer_files (Fixture      *fixture,
                     gconstpointer data)
{
  g_autofree char *path = g_build_filename (fixture->folder, "b.bjt", NULL);
  g_autoptr (GError) error = NULL;

  spoil_copy (fixture, path, 63, 99, G_MAXSIZE); /* the last byte of user_version */
  g_assert_null (bjt_store_open (path, BJT_STORE_READ_WRITE, &error));
  g_assert_error (error, BJT_STORE_ERROR, BJT_STORE_ERROR_NEWER);
}

static void
reports_damaged_files (Fixture      *fixture,
                       gconstpointer data)
{
  g_autofree char *path = g_build_filename (fixture->folder, "b.bjt", NULL);
  g_autoptr (GError) error = NULL;
  g_autoptr (GError) check_error = NULL;
  g_autoptr (GPtrArray) findings = NULL;

  spoil_copy (fixture, path, 63, 1, 40 * 4096);
  g_assert_null (bjt_store_open (path, BJT_STORE_READ_WRITE, &error));
  g_assert_error (error, BJT_STORE_ERROR, BJT_STORE_ERROR_DAMAGED);
  findings = bjt_store_check (path, &check_error);
  g_assert_no_error (check_error);
  g_assert_cmpuint (findings->len, >, 0);
}

static void
names_the_holder_on_network_disks (Fixture      *fixture,
                                   gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *lock = g_strconcat (fixture->path, ".lock", NULL);

  bjt_store_close (fixture->store);
  fixture->store = NULL;
  g_setenv ("BAIJIATU_NETWORK_DISK", "1", TRUE);
  g_file_set_contents (lock, "somebody@office-2 4711 2026-11-22 09:00", -1, NULL);
  g_assert_null (bjt_store_open (fixture->path, BJT_STORE_READ_WRITE, &error));
  g_assert_error (error, BJT_STORE_ERROR, BJT_STORE_ERROR_LOCKED);
  g_assert_nonnull (strstr (error->message, "somebody@office-2"));
  g_clear_error (&error);
  g_unlink (lock);
  fixture->store = bjt_store_open (fixture->path, BJT_STORE_READ_WRITE, &error);
  g_assert_no_error (error);
  g_assert_true (g_file_test (lock, G_FILE_TEST_EXISTS));
  g_unsetenv ("BAIJIATU_NETWORK_DISK");
}

/* user@host pid day time: of Shanghai, wherever the machine believes to be. */
static void
lock_tells_the_time_of_shanghai (Fixture      *fixture,
                                 gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *lock = g_strconcat (fixture->path, ".lock", NULL);
  g_autofree char *holder = NULL, *today = NULL;
  g_auto (GStrv) words = NULL;
  gint64 before, now;

  bjt_store_close (fixture->store);
  g_setenv ("BAIJIATU_NETWORK_DISK", "1", TRUE);
  before = g_get_real_time ();
  fixture->store = bjt_store_open (fixture->path, BJT_STORE_READ_WRITE, &error);
  now = g_get_real_time ();
  g_unsetenv ("BAIJIATU_NETWORK_DISK");
  g_assert_no_error (error);
  g_assert_true (g_file_get_contents (lock, &holder, NULL, NULL));
  words = g_strsplit (holder, " ", -1);
  g_assert_cmpuint (g_strv_length (words), ==, 4);
  if (bjt_time_get_local_minute (before) != bjt_time_get_local_minute (now))
    return; /* the minute has just turned */
  today = bjt_date_dup_string (bjt_time_get_local_date (now));
  g_assert_cmpstr (words[2], ==, today);
  g_assert_cmpint (atoi (words[3]) * 60 + atoi (words[3] + 3), ==, bjt_time_get_local_minute (now));
}

static void
touched_journal_is_seen (Fixture      *fixture,
                         gconstpointer data)
{
  g_autoptr (GPtrArray) findings = NULL;
  g_autoptr (GError) error = NULL;
  g_autofree char *command = NULL;
  BjtUuid id;

  {
    g_autoptr (BjtActionScope) scope = begin (fixture->store);

    insert_ground (fixture->store, &id);
    commit (scope);
  }
  bjt_store_close (fixture->store);
  fixture->store = NULL;
  command = g_strdup_printf ("sqlite3 %s \"UPDATE journal_action SET by = 'another'\"", fixture->path);
  g_assert_true (g_spawn_command_line_sync (command, NULL, NULL, NULL, &error));
  findings = bjt_store_check (fixture->path, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (findings->len, ==, 1);
}

static void
missing_records_are_seen (Fixture      *fixture,
                          gconstpointer data)
{
  g_autoptr (GPtrArray) findings = NULL;
  g_autoptr (GError) error = NULL;
  g_autofree char *command = NULL;
  BjtUuid id;

  {
    g_autoptr (BjtActionScope) scope = begin (fixture->store);

    insert_ground (fixture->store, &id);
    commit (scope);
  }
  bjt_store_close (fixture->store);
  fixture->store = NULL;
  command = g_strdup_printf ("sqlite3 %s \"DELETE FROM door\"", fixture->path);
  g_assert_true (g_spawn_command_line_sync (command, NULL, NULL, NULL, &error));
  findings = bjt_store_check (fixture->path, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (findings->len, ==, 1);
  g_assert_nonnull (strstr (findings->pdata[0], "made 1 door records, 0 are there"));
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
    { "/store/round-trip", round_trip },
    { "/store/undo-and-redo", undo_and_redo },
    { "/store/plans-are-undone-too", plans_are_undone_too },
    { "/store/contents-are-kept-once", contents_are_kept_once },
    { "/store/scope-rolls-back", scope_rolls_back },
    { "/store/visits-keep-the-door", visits_keep_the_door },
    { "/store/refuses-foreign-files", refuses_foreign_files },
    { "/store/refuses-newer-files", refuses_newer_files },
    { "/store/reports-damaged-files", reports_damaged_files },
    { "/store/names-the-holder-on-network-disks", names_the_holder_on_network_disks },
    { "/store/lock-tells-the-time-of-shanghai", lock_tells_the_time_of_shanghai },
    { "/store/touched-journal-is-seen", touched_journal_is_seen },
    { "/store/missing-records-are-seen", missing_records_are_seen },
  };

  g_test_init (&argc, &argv, NULL);
  for (guint i = 0; i < G_N_ELEMENTS (tests); i++)
    g_test_add (tests[i].path, Fixture, NULL, set_up, tests[i].func, tear_down);
  for (guint version = 1; version < 4; version++)
    {
      g_autofree char *path = g_strdup_printf ("/store/older-files-are-brought-up/%u", version);

      g_test_add (path, Fixture, GUINT_TO_POINTER (version), set_up, older_files_are_brought_up, tear_down);
    }
  return g_test_run ();
}
