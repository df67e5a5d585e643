/* bjt-workspace-service.h: services done for people (代办), and the tasks that come
 * again: medicine fetched each month.
 *
 * When a task is due: rules/bjt-task-due.h.
 */
#pragma once

#include "bjt-workspace.h"

G_BEGIN_DECLS

typedef struct
{
  BjtServiceTask *task;   /* owned */
  BjtDate         due_on; /* may lie in the future; NONE: over */
  guint           n_due;  /* days of it due by the day asked for */
} BjtDueTask;
void bjt_due_task_free (BjtDueTask *self);

typedef struct
{
  const BjtUuid *door_id;   /* NULL: all */
  const BjtUuid *person_id; /* NULL: all */
  BjtDate        from, to;  /* BJT_DATE_NONE: open */
} BjtServiceQuery;

extern const BjtServiceQuery BJT_SERVICE_QUERY_ALL;

/* Reading; arrays are owned by the caller and free what they hold */
GPtrArray *bjt_workspace_list_tasks (BjtWorkspace *self, const BjtServiceQuery *query, BjtDate on, GError **error); /* BjtDueTask, first due first; from and to by the day it is due, so that to = today are those due */
GPtrArray *bjt_workspace_list_services (BjtWorkspace *self, const BjtServiceQuery *query, GError **error);        /* BjtService, newest first */

/* Actions */
gboolean bjt_workspace_add_task (BjtWorkspace *self, BjtServiceTask *task, GError **error); /* gets key, first day and staff where they are unknown */
gboolean bjt_workspace_change_task (BjtWorkspace *self, const BjtServiceTask *task, GError **error);
gboolean bjt_workspace_end_task (BjtWorkspace *self, const BjtUuid *task_id, GError **error); /* now, with what is missed */
gboolean bjt_workspace_complete_task (BjtWorkspace *self, const BjtUuid *task_id, BjtService *service, GError **error); /* the rest of the service is that of the task */
gboolean bjt_workspace_add_service (BjtWorkspace *self, BjtService *service, GError **error); /* gets key, day, count and staff where they are unknown */
gboolean bjt_workspace_remove_service (BjtWorkspace *self, const BjtUuid *service_id, GError **error);

G_END_DECLS
