/* bjt-issue-timing.c: limits are kept with the issue as they were when it was
 * reported; due moments follow from them, the start, and the pauses in its steps.
 * A deadline set by hand (postponed, or given when it was reported) has no limit:
 * a pause puts it off by as many days as it lasted. */
#include "bjt-issue-timing.h"

#define DEFAULT_DUE_DAYS 3 /* working days (domain.md B.7) */

static gint64
get_end_of_day (BjtDate day)
{
  return bjt_time_from_local (day + 1, 0) - 1;
}

static gint64
get_start (const BjtIssue *issue)
{
  return issue->reported_at != 0 ? issue->reported_at : bjt_time_from_local (issue->reported_on, 0);
}

/* Steps of before the flow was data know boxes alone. */
static gboolean
stops_clock (const char *code,
             int         box)
{
  const BjtIssueFlow *flow = bjt_issue_flow_get_default ();
  const BjtFlowState *state = code != NULL ? bjt_issue_flow_find_state (flow, code) : bjt_issue_flow_find_of_box (flow, box);

  return state != NULL && state->stops_clock;
}

GArray *
bjt_issue_timing_list_pauses (const GPtrArray *events)
{
  GArray       *pauses = g_array_new (FALSE, FALSE, sizeof (BjtClockPause));
  BjtClockPause pause = { 0 };

  for (guint i = 0; i < events->len; i++)
    {
      const BjtIssueEvent *event = events->pdata[i];
      gboolean             stops = stops_clock (event->to_state, event->to_status);

      if (stops && pause.from == 0)
        pause.from = event->happened_at;
      else if (!stops && pause.from != 0)
        {
          pause.to = MAX (event->happened_at, pause.from);
          g_array_append_val (pauses, pause);
          pause = (BjtClockPause) { 0 };
        }
    }
  if (pause.from != 0)
    g_array_append_val (pauses, pause);
  return pauses;
}

static void
read_clock (const BjtIssue        *issue,
            const char            *limit,
            gint64                 end,
            const GPtrArray       *events,
            const BjtWorkCalendar *calendar,
            gint64                 now,
            BjtIssueClockReading  *reading)
{
  g_autoptr (GArray) pauses = bjt_issue_timing_list_pauses (events);
  BjtIssueClock clock = { .start = get_start (issue), .end = end, .pauses = (const BjtClockPause *) (gpointer) pauses->data, .n_pauses = pauses->len };

  if (limit != NULL)
    bjt_time_limit_parse (limit, &clock.limit, NULL);
  bjt_issue_clock_read (&clock, calendar, now, reading);
}

static gint64
find_due (const BjtIssue        *issue,
          const char            *limit,
          const GPtrArray       *events,
          const BjtWorkCalendar *calendar)
{
  BjtIssueClockReading reading;

  read_clock (issue, limit, 0, events, calendar, 0, &reading);
  return reading.due;
}

static gboolean
is_limit (const char *text)
{
  BjtTimeLimit limit;

  return text != NULL && bjt_time_limit_parse (text, &limit, NULL);
}

static char *
dup_close_limit (const BjtIssueKind *kind)
{
  if (kind != NULL && is_limit (kind->close_limit))
    return g_strdup (kind->close_limit);
  return g_strdup_printf ("%dw", kind != NULL && kind->due_days > 0 ? MIN (kind->due_days, BJT_TIME_LIMIT_MAX) : DEFAULT_DUE_DAYS);
}

void
bjt_issue_timing_begin (BjtIssue              *issue,
                        const BjtIssueKind    *kind,
                        const BjtWorkCalendar *calendar,
                        BjtDate                today,
                        gint64                 now)
{
  g_autoptr (GPtrArray) none = g_ptr_array_new ();

  if (issue->reported_at == 0 && issue->reported_on == today)
    issue->reported_at = now;
  if (!is_limit (issue->reply_limit))
    {
      g_free (issue->reply_limit);
      issue->reply_limit = kind != NULL && is_limit (kind->reply_limit) ? g_strdup (kind->reply_limit) : NULL;
    }
  issue->reply_due_at = issue->reply_limit != NULL ? find_due (issue, issue->reply_limit, none, calendar) : 0;
  if (issue->due_on != BJT_DATE_NONE)
    {
      g_clear_pointer (&issue->close_limit, g_free);
      issue->due_at = get_end_of_day (issue->due_on);
      return;
    }
  if (!is_limit (issue->close_limit))
    {
      g_free (issue->close_limit);
      issue->close_limit = dup_close_limit (kind);
    }
  issue->due_at = find_due (issue, issue->close_limit, none, calendar);
  issue->due_on = bjt_time_get_local_date (issue->due_at);
}

static gboolean
is_by_hand (const BjtIssue *issue)
{
  return issue->close_limit == NULL || issue->is_postponed;
}

void
bjt_issue_timing_follow_calendar (BjtIssue              *issue,
                                  const GPtrArray       *events,
                                  const BjtWorkCalendar *calendar)
{
  if (stops_clock (issue->state, issue->status))
    return;
  if (issue->reply_limit != NULL && issue->replied_at == 0)
    issue->reply_due_at = find_due (issue, issue->reply_limit, events, calendar);
  if (is_by_hand (issue))
    return;
  issue->due_at = find_due (issue, issue->close_limit, events, calendar);
  issue->due_on = bjt_time_get_local_date (issue->due_at);
}

void
bjt_issue_timing_pause (BjtIssue *issue)
{
  if (issue->due_on == BJT_DATE_NONE)
    return;
  if (issue->due_at == 0)
    issue->due_at = get_end_of_day (issue->due_on);
  issue->due_on = BJT_DATE_NONE;
}

void
bjt_issue_timing_resume (BjtIssue              *issue,
                         const GPtrArray       *events,
                         const BjtWorkCalendar *calendar)
{
  g_autoptr (GArray) pauses = bjt_issue_timing_list_pauses (events);
  const BjtClockPause *last = pauses->len > 0 ? &g_array_index (pauses, BjtClockPause, pauses->len - 1) : NULL;

  bjt_issue_timing_follow_calendar (issue, events, calendar);
  if (is_by_hand (issue) && issue->due_at != 0 && last != NULL && last->to != 0)
    {
      issue->due_on = bjt_time_get_local_date (issue->due_at) + bjt_time_get_local_date (last->to) - bjt_time_get_local_date (last->from);
      issue->due_at = get_end_of_day (issue->due_on);
    }
}

void
bjt_issue_timing_read_reply (const BjtIssue        *issue,
                             const GPtrArray       *events,
                             const BjtWorkCalendar *calendar,
                             gint64                 now,
                             BjtIssueClockReading  *reading)
{
  read_clock (issue, issue->reply_limit, issue->replied_at, events, calendar, now, reading);
}

/* A deadline set by hand counts as the limit that leads there. */
void
bjt_issue_timing_read_close (const BjtIssue        *issue,
                             const GPtrArray       *events,
                             const BjtWorkCalendar *calendar,
                             gint64                 now,
                             BjtIssueClockReading  *reading)
{
  gint64 end = issue->closed_at != 0 || issue->closed_on == BJT_DATE_NONE ? issue->closed_at : get_end_of_day (issue->closed_on);

  read_clock (issue, issue->is_postponed ? NULL : issue->close_limit, end, events, calendar, now, reading);
  if ((issue->is_postponed || issue->close_limit == NULL) && issue->due_on != BJT_DATE_NONE)
    {
      gint64 at = end != 0 ? end : now;

      reading->due = get_end_of_day (issue->due_on);
      reading->left = reading->due - at;
      reading->working_days_left = bjt_work_calendar_count_days (calendar, bjt_time_get_local_date (at), issue->due_on);
      if (at > reading->due && reading->state != BJT_ISSUE_CLOCK_PAUSED)
        reading->state = end != 0 ? BJT_ISSUE_CLOCK_MET_LATE : BJT_ISSUE_CLOCK_OVERDUE;
      else if (reading->state == BJT_ISSUE_CLOCK_RUNNING && reading->working_days_left <= 1)
        reading->state = BJT_ISSUE_CLOCK_SOON;
    }
}
