/* bjt-workspace-calendar.c: of a day that is named twice, what was brought in last
 * counts, and anything brought in before what is shipped. Deadlines of open issues
 * follow the calendar, but for those that were set by hand. */
#include "bjt-workspace-calendar.h"

#include "bjt-issue-timing.h"
#include "bjt-workspace-private.h"

static int
compare_days (gconstpointer a,
              gconstpointer b)
{
  const BjtNamedDay *first = *(const BjtNamedDay *const *) a, *second = *(const BjtNamedDay *const *) b;

  return (first->from_on > second->from_on) - (first->from_on < second->from_on);
}

/* Their keys begin with the time. */
static GPtrArray *
list_as_brought_in (BjtWorkspace *self,
                    GError      **error)
{
  return bjt_store_list (self->store, &bjt_named_day_type, NULL, NULL, "id", 0, error);
}

GPtrArray *
bjt_workspace_list_named_days (BjtWorkspace *self,
                               GError      **error)
{
  GPtrArray *days = list_as_brought_in (self, error);

  if (days != NULL)
    g_ptr_array_sort (days, compare_days);
  return days;
}

static BjtWorkCalendar *
make_calendar (const GPtrArray *days)
{
  g_autoptr (GArray) stretches = g_array_new (FALSE, FALSE, sizeof (BjtWorkStretch));

  for (guint i = 0; i < days->len; i++)
    {
      const BjtNamedDay *day = days->pdata[i];
      BjtWorkStretch     stretch = { day->from_on, day->to_on, day->is_worked, day->name != NULL ? day->name : (char *) "" };

      g_array_append_val (stretches, stretch);
    }
  return bjt_work_calendar_new_with_stretches ((const BjtWorkStretch *) (gpointer) stretches->data, stretches->len);
}

gboolean
bjt_workspace_reload_calendar (BjtWorkspace *self,
                               GError      **error)
{
  g_autoptr (GPtrArray) days = list_as_brought_in (self, error);

  if (days == NULL)
    return FALSE;
  g_clear_pointer (&self->calendar, bjt_work_calendar_unref);
  self->calendar = days->len > 0 ? make_calendar (days) : NULL;
  return TRUE;
}

const BjtWorkCalendar *
bjt_workspace_get_calendar (BjtWorkspace *self)
{
  return self->calendar != NULL ? self->calendar : bjt_work_calendar_get_default ();
}

/* Deadlines */

static gboolean
move_deadline (BjtWorkspace          *self,
               const BjtWorkCalendar *calendar,
               BjtIssue              *issue,
               guint                 *n_moved,
               GError               **error)
{
  g_autoptr (GPtrArray) events = bjt_workspace_list_issue_events (self, &issue->id, error);
  gint64 due_at = issue->due_at, reply_due_at = issue->reply_due_at;

  if (events == NULL)
    return FALSE;
  bjt_issue_timing_follow_calendar (issue, events, calendar);
  if (issue->due_at == due_at && issue->reply_due_at == reply_due_at)
    return TRUE;
  (*n_moved)++;
  return bjt_store_update (self->store, &bjt_issue_type, issue, error);
}

/* Within an action, after the days are written. */
static gboolean
move_deadlines (BjtWorkspace *self,
                guint        *n_moved,
                GError      **error)
{
  g_autoptr (GPtrArray) days = list_as_brought_in (self, error);
  g_autoptr (GPtrArray) issues = days != NULL ? bjt_workspace_list_issues (self, NULL, TRUE, error) : NULL;
  g_autoptr (BjtWorkCalendar) calendar = NULL;

  if (issues == NULL)
    return FALSE;
  calendar = make_calendar (days);
  for (guint i = 0; i < issues->len; i++)
    if (!move_deadline (self, calendar, issues->pdata[i], n_moved, error))
      return FALSE;
  return TRUE;
}

/* Bringing in */

static gboolean
says_nothing_new (const BjtWorkCalendar *calendar,
                  const BjtWorkStretch  *stretch)
{
  for (BjtDate day = stretch->from; day <= stretch->to; day++)
    if (bjt_work_calendar_is_worked (calendar, day) != stretch->is_worked
        || g_strcmp0 (bjt_work_calendar_get_name (calendar, day), stretch->name) != 0)
      return FALSE;
  return TRUE;
}

static gboolean
write_stretch (BjtWorkspace         *self,
               const BjtWorkStretch *stretch,
               const char           *source,
               GError              **error)
{
  g_autoptr (BjtNamedDay) day = bjt_named_day_new ();

  bjt_workspace_init_key (self, &day->id);
  day->from_on = stretch->from;
  day->to_on = stretch->to;
  day->is_worked = stretch->is_worked;
  day->name = g_strdup (stretch->name);
  day->source = g_strdup (source);
  return bjt_store_insert (self->store, &bjt_named_day_type, day, error);
}

static gboolean
write_stretches (BjtWorkspace *self,
                 const GArray *stretches,
                 const char   *source,
                 GError      **error)
{
  for (guint i = 0; i < stretches->len; i++)
    {
      const BjtWorkStretch *stretch = &g_array_index (stretches, BjtWorkStretch, i);

      if (!says_nothing_new (bjt_workspace_get_calendar (self), stretch) && !write_stretch (self, stretch, source, error))
        return FALSE;
    }
  return TRUE;
}

static guint
count_new (BjtWorkspace *self,
           const GArray *stretches)
{
  guint n = 0;

  for (guint i = 0; i < stretches->len; i++)
    n += !says_nothing_new (bjt_workspace_get_calendar (self), &g_array_index (stretches, BjtWorkStretch, i));
  return n;
}

/**
 * bjt_workspace_import_calendar:
 * @stretches: of #BjtWorkStretch, as bjt_calendar_import() read them
 * @source: the base name of their file
 * @dry_run: counts what is new, and stores nothing
 * @report: (out caller-allocates): what came of it; with nothing new nothing is done
 */
gboolean
bjt_workspace_import_calendar (BjtWorkspace      *self,
                               const GArray      *stretches,
                               const char        *source,
                               gboolean           dry_run,
                               BjtCalendarReport *report,
                               GError           **error)
{
  g_autoptr (BjtActionScope) scope = NULL;

  *report = (BjtCalendarReport) { .n_new = count_new (self, stretches) };
  if (report->n_new == 0 || dry_run)
    return TRUE;
  scope = bjt_workspace_begin (self, "import-calendar", source, error);
  return scope != NULL
         && write_stretches (self, stretches, source, error)
         && move_deadlines (self, &report->n_issues, error)
         && bjt_workspace_finish (self, scope, error);
}

static gboolean
delete_of (BjtWorkspace *self,
           const char   *source,
           GError      **error)
{
  g_autoptr (GPtrArray) days = bjt_workspace_list_named_days (self, error);

  for (guint i = 0; days != NULL && i < days->len; i++)
    {
      const BjtNamedDay *day = days->pdata[i];

      if (g_strcmp0 (day->source, source) == 0 && !bjt_store_remove (self->store, &bjt_named_day_type, &day->id, error))
        return FALSE;
    }
  return days != NULL;
}

static gboolean
is_source (BjtWorkspace *self,
           const char   *source,
           GError      **error)
{
  g_autoptr (GPtrArray) days = bjt_workspace_list_named_days (self, error);

  for (guint i = 0; days != NULL && i < days->len; i++)
    if (g_strcmp0 (((const BjtNamedDay *) days->pdata[i])->source, source) == 0)
      return TRUE;
  if (days != NULL)
    g_set_error (error, BJT_WORKSPACE_ERROR, BJT_WORKSPACE_ERROR_NOT_FOUND, "no days of a file %s were brought in; list them with `bjt calendar list`", source);
  return FALSE;
}

gboolean
bjt_workspace_remove_named_days (BjtWorkspace *self,
                                 const char   *source,
                                 GError      **error)
{
  g_autoptr (BjtActionScope) scope = NULL;
  guint n_moved = 0;

  if (!is_source (self, source, error))
    return FALSE;
  scope = bjt_workspace_begin (self, "remove-calendar", source, error);
  return scope != NULL
         && delete_of (self, source, error)
         && move_deadlines (self, &n_moved, error)
         && bjt_workspace_finish (self, scope, error);
}
