/* test-service.c: tasks that come again, services, patrols: what is due, what is
 * refused, each action one step of undo. */
#include "bjt-workspace-fixture.h"
#include "rules/bjt-task-due.h"
#include "workspace/bjt-workspace-patrol.h"
#include "workspace/bjt-workspace-service.h"

#define MONTHLY "FREQ=MONTHLY;BYMONTHDAY=15"

static const struct
{
  const char *rule;
  BjtDate     first, done; /* days after 2026-01-01; done 0: never */
  BjtDate     due;         /* -1: over */
} cases[] = {
  { MONTHLY, 0, 0, 14 },                     /* 15 January */
  { MONTHLY, 15, 0, 45 },                    /* the 15th had gone by */
  { MONTHLY, 0, 14, 45 },                    /* done on the day */
  { MONTHLY, 0, 20, 45 },                    /* done late */
  { MONTHLY, 0, 40, 73 },                    /* 10 February: for the 15th */
  { MONTHLY, 0, 30, 45 },                    /* 31 January: for January still */
  { MONTHLY, 0, 8, 45 },                     /* 9 January: the first one, early */
  { MONTHLY ";UNTIL=20260131", 0, 14, -1 },  /* over */
  { MONTHLY ";UNTIL=20260131", 0, 0, 14 },   /* missed: stays due */
  { NULL, 3, 0, 3 },                         /* once */
  { NULL, 3, 2, -1 },
};

static void
test_due (void)
{
  BjtDate base = bjt_date_from_ymd (2026, 1, 1);

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (BjtServiceTask) task = bjt_service_task_new ();

      task->recurrence = g_strdup (cases[i].rule);
      task->first_on = base + cases[i].first;
      if (cases[i].done != 0)
        task->last_done_on = base + cases[i].done;
      g_assert_true (bjt_task_due_check (task, NULL));
      if (cases[i].due < 0)
        g_assert_cmpint (bjt_task_due_find (task), ==, BJT_DATE_NONE);
      else
        g_assert_cmpint (bjt_task_due_find (task) - base, ==, cases[i].due);
    }
}

static BjtServiceTask *
add_task (BjtWorkspaceFixture *fixture,
          const char          *rule,
          BjtDate              first_on)
{
  g_autoptr (GError) error = NULL;
  BjtServiceTask *task = bjt_service_task_new ();

  task->door_id = bjt_workspace_fixture_door (fixture, 0);
  task->title = g_strdup ("取药");
  task->recurrence = g_strdup (rule);
  task->first_on = first_on;
  bjt_workspace_add_task (fixture->workspace, task, &error);
  g_assert_no_error (error);
  return task;
}

static guint
count_due (BjtWorkspaceFixture *fixture,
           guint               *n_days)
{
  BjtServiceQuery query = BJT_SERVICE_QUERY_ALL;
  BjtDate         today = bjt_workspace_get_today (fixture->workspace);
  g_autoptr (GPtrArray) tasks = NULL;

  query.to = today;
  tasks = bjt_workspace_list_tasks (fixture->workspace, &query, today, NULL);
  *n_days = tasks->len > 0 ? ((BjtDueTask *) tasks->pdata[0])->n_due : 0;
  return tasks->len;
}

/* Missed in September, October and November: due three times, done at once. */
static void
test_task (BjtWorkspaceFixture *fixture,
           gconstpointer        data)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *before = bjt_workspace_fixture_dump (fixture);
  g_autofree char *after = NULL;
  g_autoptr (BjtServiceTask) task = add_task (fixture, MONTHLY, bjt_date_from_ymd (2026, 9, 1));
  g_autoptr (BjtService) service = bjt_service_new ();
  g_autoptr (GPtrArray) services = NULL;
  guint n_days;

  g_assert_cmpuint (count_due (fixture, &n_days), ==, 1);
  g_assert_cmpuint (n_days, ==, 3);
  g_assert_true (bjt_workspace_complete_task (fixture->workspace, &task->id, service, &error));
  g_assert_no_error (error);
  g_assert_cmpuint (count_due (fixture, &n_days), ==, 0);
  services = bjt_workspace_list_services (fixture->workspace, &BJT_SERVICE_QUERY_ALL, NULL);
  g_assert_cmpuint (services->len, ==, 1);
  g_assert_cmpstr (((BjtService *) services->pdata[0])->kind, ==, "取药");
  g_assert_cmpint (((BjtService *) services->pdata[0])->count, ==, 1);
  g_assert_true (bjt_workspace_undo (fixture->workspace, NULL));
  g_assert_cmpuint (count_due (fixture, &n_days), ==, 1);
  g_assert_true (bjt_workspace_undo (fixture->workspace, NULL));
  after = bjt_workspace_fixture_dump (fixture);
  g_assert_cmpstr (before, ==, after);
  bjt_workspace_fixture_assert_sound (fixture);
}

static void
test_task_ends (BjtWorkspaceFixture *fixture,
                gconstpointer        data)
{
  g_autoptr (BjtServiceTask) never = add_task (fixture, MONTHLY, bjt_date_from_ymd (2026, 9, 1));
  g_autoptr (BjtServiceTask) once_done = add_task (fixture, MONTHLY ";COUNT=12", bjt_date_from_ymd (2026, 9, 1));
  g_autoptr (BjtService) service = bjt_service_new ();
  g_autoptr (GPtrArray) tasks = NULL;
  g_autoptr (GError) error = NULL;
  guint n_days;

  service->served_on = bjt_date_from_ymd (2026, 9, 15);
  g_assert_true (bjt_workspace_complete_task (fixture->workspace, &once_done->id, service, NULL));
  g_assert_true (bjt_workspace_end_task (fixture->workspace, &never->id, NULL));
  g_assert_true (bjt_workspace_end_task (fixture->workspace, &once_done->id, NULL));
  g_assert_cmpuint (count_due (fixture, &n_days), ==, 0);
  tasks = bjt_workspace_list_tasks (fixture->workspace, &BJT_SERVICE_QUERY_ALL, BJT_DATE_NONE, NULL);
  g_assert_cmpuint (tasks->len, ==, 1);
  g_assert_cmpstr (((BjtDueTask *) tasks->pdata[0])->task->recurrence, ==, MONTHLY ";UNTIL=20260915");
  g_assert_false (bjt_workspace_end_task (fixture->workspace, &once_done->id, &error));
  g_assert_error (error, BJT_WORKSPACE_ERROR, BJT_WORKSPACE_ERROR_REFUSED);
}

static void
test_refused (BjtWorkspaceFixture *fixture,
              gconstpointer        data)
{
  g_autofree char *before = bjt_workspace_fixture_dump (fixture);
  g_autofree char *after = NULL;
  g_autoptr (BjtServiceTask) task = bjt_service_task_new ();
  g_autoptr (BjtService) service = bjt_service_new ();

  task->door_id = service->door_id = bjt_workspace_fixture_door (fixture, 0);
  g_assert_false (bjt_workspace_add_task (fixture->workspace, task, NULL)); /* no title */
  task->title = g_strdup ("取药");
  task->recurrence = g_strdup ("FREQ=SECONDLY");
  g_assert_false (bjt_workspace_add_task (fixture->workspace, task, NULL));
  g_assert_false (bjt_workspace_add_service (fixture->workspace, service, NULL)); /* no kind */
  service->kind = g_strdup ("代缴水费");
  service->served_on = bjt_workspace_get_today (fixture->workspace) + 1;
  g_assert_false (bjt_workspace_add_service (fixture->workspace, service, NULL));
  service->served_on = BJT_DATE_NONE;
  service->count = -1;
  g_assert_false (bjt_workspace_add_service (fixture->workspace, service, NULL));
  bjt_uuid_init_random (&service->door_id, 1);
  g_assert_false (bjt_workspace_add_service (fixture->workspace, service, NULL));
  after = bjt_workspace_fixture_dump (fixture);
  g_assert_cmpstr (before, ==, after);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/service/due", test_due);
  g_test_add ("/service/task", BjtWorkspaceFixture, NULL, bjt_workspace_fixture_set_up, test_task, bjt_workspace_fixture_tear_down);
  g_test_add ("/service/task-ends", BjtWorkspaceFixture, NULL, bjt_workspace_fixture_set_up, test_task_ends, bjt_workspace_fixture_tear_down);
  g_test_add ("/service/refused", BjtWorkspaceFixture, NULL, bjt_workspace_fixture_set_up, test_refused, bjt_workspace_fixture_tear_down);
  return g_test_run ();
}
