/* bjt-task-due.c: pure. A rule that can't be read is never due; it is refused
 * before it is kept. Cost: some microseconds. */
#include "bjt-task-due.h"

#include "bjt-recurrence.h"

gboolean
bjt_task_due_check (const BjtServiceTask *task,
                    GError              **error)
{
  g_autoptr (BjtRecurrence) rule = NULL;

  if (task->recurrence == NULL)
    return TRUE;
  rule = bjt_recurrence_new (task->recurrence, task->first_on, error);
  return rule != NULL;
}

static gboolean
is_done_early (const BjtRecurrence *rule,
               BjtDate              day,
               BjtDate              done_on)
{
  BjtDate next = bjt_recurrence_get_next (rule, day);

  return next != BJT_DATE_NONE && (day - done_on) * 4 < next - day;
}

static BjtDate
find (const BjtServiceTask *task,
      const BjtRecurrence  *rule)
{
  BjtDate day = bjt_recurrence_get_next (rule, task->last_done_on != BJT_DATE_NONE ? MAX (task->last_done_on, task->first_on - 1) : task->first_on - 1);

  if (day != BJT_DATE_NONE && task->last_done_on != BJT_DATE_NONE && is_done_early (rule, day, task->last_done_on))
    return bjt_recurrence_get_next (rule, day);
  return day;
}

BjtDate
bjt_task_due_find (const BjtServiceTask *task)
{
  g_autoptr (BjtRecurrence) rule = NULL;

  if (task->recurrence == NULL)
    return task->last_done_on == BJT_DATE_NONE ? task->first_on : BJT_DATE_NONE;
  rule = bjt_recurrence_new (task->recurrence, task->first_on, NULL);
  return rule != NULL ? find (task, rule) : BJT_DATE_NONE;
}

guint
bjt_task_due_count (const BjtServiceTask *task,
                    BjtDate               on)
{
  BjtDate due = bjt_task_due_find (task);
  g_autoptr (BjtRecurrence) rule = NULL;
  g_autoptr (GArray) days = NULL;

  if (due == BJT_DATE_NONE || due > on)
    return 0;
  if (task->recurrence == NULL)
    return 1;
  rule = bjt_recurrence_new (task->recurrence, task->first_on, NULL);
  days = bjt_recurrence_list_dates (rule, due, on);
  return days->len;
}

/**
 * bjt_task_due_dup_ended:
 *
 * Returns: (transfer full): FREQ=MONTHLY;UNTIL=20261122 of FREQ=MONTHLY;COUNT=12
 */
char *
bjt_task_due_dup_ended (const char *recurrence,
                        BjtDate     last)
{
  g_auto (GStrv) parts = g_strsplit (recurrence, ";", -1);
  g_autoptr (GString) rule = g_string_new (NULL);
  int year, month, day;

  for (guint i = 0; parts[i] != NULL; i++)
    if (!g_str_has_prefix (parts[i], "UNTIL=") && !g_str_has_prefix (parts[i], "COUNT="))
      g_string_append_printf (rule, "%s%s", rule->len > 0 ? ";" : "", parts[i]);
  bjt_date_get_ymd (last, &year, &month, &day);
  g_string_append_printf (rule, ";UNTIL=%04d%02d%02d", year, month, day);
  return g_string_free (g_steal_pointer (&rule), FALSE);
}
