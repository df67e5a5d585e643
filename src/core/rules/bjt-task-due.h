/* bjt-task-due.h: when a task that comes again is due.
 *
 * The first day of its rule that is not done yet; one that is missed stays due
 * until it is done. Done early, by less than a quarter of the time until the day
 * after, counts for the next day.
 */
#pragma once

#include "model/bjt-visits.h"

G_BEGIN_DECLS

gboolean bjt_task_due_check (const BjtServiceTask *task, GError **error); /* its rule and first day */
BjtDate  bjt_task_due_find (const BjtServiceTask *task);                  /* BJT_DATE_NONE: it is over */
guint    bjt_task_due_count (const BjtServiceTask *task, BjtDate on);     /* how many days of it are due by then */
char    *bjt_task_due_dup_ended (const char *recurrence, BjtDate last);   /* the rule with its last day */

G_END_DECLS
