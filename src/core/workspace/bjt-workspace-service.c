/* bjt-workspace-service.c: what is done for whom never stands in the journal's
 * subject: it is the door. Tasks and services stand in no picture. */
#include "bjt-workspace-service.h"

#include "bjt-workspace-private.h"
#include "rules/bjt-task-due.h"

#define MAX_TEXT 2000 /* characters */
#define MAX_COUNT 10000

const BjtServiceQuery BJT_SERVICE_QUERY_ALL = { NULL, NULL, BJT_DATE_NONE, BJT_DATE_NONE };

void
bjt_due_task_free (BjtDueTask *self)
{
  g_clear_pointer (&self->task, bjt_service_task_free);
  g_free (self);
}

static BjtActionScope *
begin (BjtWorkspace  *self,
       const char    *kind,
       const BjtUuid *door_id,
       GError       **error)
{
  const BjtPicture *picture = bjt_workspace_get_picture (self);
  guint32           door = bjt_picture_find_door (picture, door_id);
  g_autofree char  *subject = door != BJT_NO_INDEX ? bjt_picture_dup_door_name (picture, door) : NULL;

  return bjt_workspace_begin (self, kind, subject, error);
}

static void
init_key (BjtWorkspace *self,
          BjtUuid      *id)
{
  if (bjt_uuid_is_nil (id))
    bjt_uuid_init_random (id, bjt_clock_get_now (&self->clock) / 1000);
}

/* Reading */

static gboolean
is_wanted (const BjtServiceQuery *query,
           const BjtUuid         *door_id,
           const BjtUuid         *person_id,
           BjtDate                day)
{
  return (query->door_id == NULL || bjt_uuid_equal (query->door_id, door_id))
         && (query->person_id == NULL || bjt_uuid_equal (query->person_id, person_id))
         && (query->from == BJT_DATE_NONE || day >= query->from)
         && (query->to == BJT_DATE_NONE || (day != BJT_DATE_NONE && day <= query->to));
}

static int
compare_due (gconstpointer a,
             gconstpointer b)
{
  const BjtDueTask *first = *(BjtDueTask *const *) a, *second = *(BjtDueTask *const *) b;

  if (first->due_on == second->due_on)
    return bjt_uuid_compare (&first->task->id, &second->task->id);
  if (first->due_on == BJT_DATE_NONE || second->due_on == BJT_DATE_NONE) /* those that are over come last */
    return first->due_on == BJT_DATE_NONE ? 1 : -1;
  return first->due_on < second->due_on ? -1 : 1;
}

GPtrArray *
bjt_workspace_list_tasks (BjtWorkspace          *self,
                          const BjtServiceQuery *query,
                          BjtDate                on,
                          GError               **error)
{
  g_autoptr (GPtrArray) records = bjt_store_list (self->store, &bjt_service_task_type, query->door_id != NULL ? "door_id" : NULL, query->door_id, "id", 0, error);
  GPtrArray *tasks;

  if (records == NULL)
    return NULL;
  tasks = g_ptr_array_new_with_free_func ((GDestroyNotify) bjt_due_task_free);
  for (guint i = 0; i < records->len; i++)
    {
      const BjtServiceTask *record = records->pdata[i];
      BjtDate               due_on = bjt_task_due_find (record);
      BjtDueTask           *task;

      if (!is_wanted (query, &record->door_id, &record->person_id, due_on))
        continue;
      task = g_new0 (BjtDueTask, 1);
      task->task = bjt_service_task_copy (record);
      task->due_on = due_on;
      task->n_due = bjt_task_due_count (record, on);
      g_ptr_array_add (tasks, task);
    }
  g_ptr_array_sort (tasks, compare_due);
  return tasks;
}

GPtrArray *
bjt_workspace_list_services (BjtWorkspace          *self,
                             const BjtServiceQuery *query,
                             GError               **error)
{
  static const char order[] = "served_on DESC, id DESC";
  GPtrArray        *services = query->door_id != NULL
                         ? bjt_store_list (self->store, &bjt_service_type, "door_id", query->door_id, order, 0, error)
                         : bjt_store_list_days (self->store, &bjt_service_type, "served_on", query->from, query->to, order, error);

  for (guint i = services != NULL ? services->len : 0; i > 0; i--)
    {
      const BjtService *service = services->pdata[i - 1];

      if (!is_wanted (query, &service->door_id, &service->person_id, service->served_on))
        g_ptr_array_remove_index (services, i - 1);
    }
  return services;
}

/* Checking */

static gboolean
check_words (const char *text,
             GError    **error)
{
  if (text != NULL && !g_utf8_validate (text, -1, NULL))
    return bjt_workspace_refuse (error, BJT_WORKSPACE_ERROR_INVALID, "the text is not in UTF-8");
  if (text != NULL && g_utf8_strlen (text, -1) > MAX_TEXT)
    return bjt_workspace_refuse (error, BJT_WORKSPACE_ERROR_INVALID, "the text is longer than 2000 characters; make it shorter");
  return TRUE;
}

static gboolean
is_empty (const char *text)
{
  return text == NULL || strspn (text, " \t\n") == strlen (text);
}

static gboolean
check_whom (BjtWorkspace  *self,
            const BjtUuid *door_id,
            const BjtUuid *person_id,
            GError       **error)
{
  g_autoptr (BjtPerson) person = NULL;

  if (bjt_picture_find_door (bjt_workspace_get_picture (self), door_id) == BJT_NO_INDEX)
    return bjt_workspace_refuse (error, BJT_WORKSPACE_ERROR_NOT_FOUND, "the door of the service is not there");
  if (bjt_uuid_is_nil (person_id))
    return TRUE;
  person = bjt_store_get (self->store, &bjt_person_type, person_id, error);
  return person != NULL;
}

static gboolean
check_task (BjtWorkspace         *self,
            const BjtServiceTask *task,
            GError              **error)
{
  if (is_empty (task->title))
    return bjt_workspace_refuse (error, BJT_WORKSPACE_ERROR_INVALID, "the task has no title; say in a few words what is to be done");
  return check_words (task->title, error) && check_words (task->kind, error) && check_words (task->helper_name, error) && check_words (task->note, error)
         && check_whom (self, &task->door_id, &task->person_id, error) && bjt_task_due_check (task, error);
}

static gboolean
check_service (BjtWorkspace     *self,
               const BjtService *service,
               GError          **error)
{
  if (is_empty (service->kind))
    return bjt_workspace_refuse (error, BJT_WORKSPACE_ERROR_INVALID, "say what kind of service it is, in a word");
  if (service->served_on > bjt_clock_get_today (&self->clock))
    return bjt_workspace_refuse (error, BJT_WORKSPACE_ERROR_INVALID, "a service can't lie in the future");
  if (service->count < 1 || service->count > MAX_COUNT)
    return bjt_workspace_refuse (error, BJT_WORKSPACE_ERROR_INVALID, "a service counts once or more, up to 10000 times");
  return check_words (service->kind, error) && check_words (service->note, error)
         && check_whom (self, &service->door_id, &service->person_id, error);
}

/* Tasks */

gboolean
bjt_workspace_add_task (BjtWorkspace   *self,
                        BjtServiceTask *task,
                        GError        **error)
{
  g_autoptr (BjtActionScope) scope = NULL;

  if (task->first_on == BJT_DATE_NONE)
    task->first_on = bjt_clock_get_today (&self->clock);
  if (bjt_uuid_is_nil (&task->staff_id))
    task->staff_id = self->staff_id;
  if (!check_task (self, task, error))
    return FALSE;
  scope = begin (self, "add-task", &task->door_id, error);
  if (scope == NULL)
    return FALSE;
  init_key (self, &task->id);
  return bjt_store_insert (self->store, &bjt_service_task_type, task, error) && bjt_workspace_finish_work (self, scope, error);
}

gboolean
bjt_workspace_change_task (BjtWorkspace         *self,
                           const BjtServiceTask *task,
                           GError              **error)
{
  g_autoptr (BjtActionScope) scope = NULL;

  if (task->first_on == BJT_DATE_NONE)
    return bjt_workspace_refuse (error, BJT_WORKSPACE_ERROR_INVALID, "the task has no first day");
  if (!check_task (self, task, error))
    return FALSE;
  scope = begin (self, "change-task", &task->door_id, error);
  return scope != NULL && bjt_store_update (self->store, &bjt_service_task_type, task, error) && bjt_workspace_finish_work (self, scope, error);
}

/**
 * bjt_workspace_end_task:
 *
 * What was done of it stays known; one that was never done goes altogether.
 */
gboolean
bjt_workspace_end_task (BjtWorkspace  *self,
                        const BjtUuid *task_id,
                        GError       **error)
{
  g_autoptr (BjtServiceTask) task = bjt_store_get (self->store, &bjt_service_task_type, task_id, error);
  g_autoptr (BjtActionScope) scope = NULL;

  if (task == NULL)
    return FALSE;
  if (bjt_task_due_find (task) == BJT_DATE_NONE)
    return bjt_workspace_refuse (error, BJT_WORKSPACE_ERROR_REFUSED, "the task is over already");
  scope = begin (self, "end-task", &task->door_id, error);
  if (scope == NULL)
    return FALSE;
  if (task->last_done_on == BJT_DATE_NONE || task->last_done_on < task->first_on)
    return bjt_store_remove (self->store, &bjt_service_task_type, task_id, error) && bjt_workspace_finish_work (self, scope, error);
  {
    g_autofree char *whole = g_steal_pointer (&task->recurrence);

    task->recurrence = bjt_task_due_dup_ended (whole, task->last_done_on);
  }
  return bjt_store_update (self->store, &bjt_service_task_type, task, error) && bjt_workspace_finish_work (self, scope, error);
}

/* Services */

static void
complete_service (BjtWorkspace *self,
                  BjtService   *service)
{
  if (service->served_on == BJT_DATE_NONE)
    service->served_on = bjt_clock_get_today (&self->clock);
  if (service->count == 0)
    service->count = 1;
  if (bjt_uuid_is_nil (&service->staff_id))
    service->staff_id = self->staff_id;
}

static gboolean
write_service (BjtWorkspace *self,
               const char   *action,
               BjtService   *service,
               GError      **error)
{
  g_autoptr (BjtActionScope) scope = NULL;

  complete_service (self, service);
  if (!check_service (self, service, error))
    return FALSE;
  scope = begin (self, action, &service->door_id, error);
  if (scope == NULL)
    return FALSE;
  init_key (self, &service->id);
  return bjt_store_insert (self->store, &bjt_service_type, service, error) && bjt_workspace_finish_work (self, scope, error);
}

gboolean
bjt_workspace_add_service (BjtWorkspace *self,
                           BjtService   *service,
                           GError      **error)
{
  return write_service (self, "add-service", service, error);
}

/**
 * bjt_workspace_complete_task:
 * @service: its day, count and note; the rest is filled in
 */
gboolean
bjt_workspace_complete_task (BjtWorkspace  *self,
                             const BjtUuid *task_id,
                             BjtService    *service,
                             GError       **error)
{
  g_autoptr (BjtServiceTask) task = bjt_store_get (self->store, &bjt_service_task_type, task_id, error);

  if (task == NULL)
    return FALSE;
  if (bjt_task_due_find (task) == BJT_DATE_NONE)
    return bjt_workspace_refuse (error, BJT_WORKSPACE_ERROR_REFUSED, "the task is over; record a service of its own instead");
  service->task_id = task->id;
  service->door_id = task->door_id;
  service->person_id = task->person_id;
  if (is_empty (service->kind))
    {
      g_free (service->kind);
      service->kind = g_strdup (is_empty (task->kind) ? task->title : task->kind);
    }
  return write_service (self, "complete-task", service, error);
}

gboolean
bjt_workspace_remove_service (BjtWorkspace  *self,
                              const BjtUuid *service_id,
                              GError       **error)
{
  g_autoptr (BjtService) service = bjt_store_get (self->store, &bjt_service_type, service_id, error);
  g_autoptr (BjtActionScope) scope = service != NULL ? begin (self, "remove-service", &service->door_id, error) : NULL;

  return scope != NULL && bjt_store_remove (self->store, &bjt_service_type, service_id, error) && bjt_workspace_finish_work (self, scope, error);
}
