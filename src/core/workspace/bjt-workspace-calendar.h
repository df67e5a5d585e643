/* bjt-workspace-calendar.h: the days off and the weekends worked of a community:
 * as shipped, with what was brought in over them.
 */
#pragma once

#include "bjt-workspace.h"
#include "model/bjt-work.h"
#include "rules/bjt-work-calendar.h"

G_BEGIN_DECLS

typedef struct
{
  guint n_new;    /* stretches that say something new */
  guint n_issues; /* whose deadline moved */
} BjtCalendarReport;

const BjtWorkCalendar *bjt_workspace_get_calendar (BjtWorkspace *self); /* borrowed, until the next change */
GPtrArray             *bjt_workspace_list_named_days (BjtWorkspace *self, GError **error); /* BjtNamedDay brought in, by day */
gboolean               bjt_workspace_import_calendar (BjtWorkspace *self, const GArray *stretches, const char *source, gboolean dry_run, BjtCalendarReport *report, GError **error);
gboolean               bjt_workspace_remove_named_days (BjtWorkspace *self, const char *source, GError **error); /* those of one file */

G_END_DECLS
