/* bjt-clock-words.c: moments become days of Asia/Shanghai before they are told. */
#include "bjt-clock-words.h"

#include <glib/gi18n.h>

#include "base/bjt-clock.h"
#include "widgets/bjt-words.h"

static char *
dup_over (gint64 due,
          gint64 now)
{
  int days = bjt_time_get_local_date (now) - bjt_time_get_local_date (due);
  int hours = (int) ((now - due) / G_TIME_SPAN_HOUR);

  if (days > 0)
    return g_strdup_printf (g_dngettext (NULL, "%d day over", "%d days over", (gulong) days), days);
  if (hours > 0)
    return g_strdup_printf (g_dngettext (NULL, "%d hour over", "%d hours over", (gulong) hours), hours);
  return g_strdup (_("time is up"));
}

static char *
dup_left (gint64                 due,
          const BjtWorkCalendar *calendar,
          gint64                 now,
          gboolean               is_hourly)
{
  BjtDate today = bjt_time_get_local_date (now), day = bjt_time_get_local_date (due);
  int hours = (int) ((due - now) / G_TIME_SPAN_HOUR);
  int days = bjt_work_calendar_count_days (calendar, today, day);

  if (is_hourly && hours < 24)
    return hours > 0 ? g_strdup_printf (g_dngettext (NULL, "%d hour left", "%d hours left", (gulong) hours), hours)
                     : g_strdup (_("less than an hour left"));
  if (day == today)
    return g_strdup (_("due today"));
  if (days > 0)
    return g_strdup_printf (g_dngettext (NULL, "%d working day left", "%d working days left", (gulong) days), days);
  days = day - today; /* none of them is worked */
  return g_strdup_printf (g_dngettext (NULL, "%d day left", "%d days left", (gulong) days), days);
}

static char *
dup_closed (const BjtLedgerIssue *issue,
            gint64                now)
{
  g_autofree char *day = bjt_words_dup_day (issue->closed_on, bjt_time_get_local_date (now));

  return issue->closed_on != BJT_DATE_NONE ? g_strdup_printf (_("closed %s"), day) : g_strdup (_("closed"));
}

char *
bjt_clock_words_dup_issue (const BjtLedgerIssue  *issue,
                           BjtLedgerClock         clock,
                           const BjtWorkCalendar *calendar,
                           gint64                 now)
{
  switch (clock)
    {
    case BJT_LEDGER_CLOCK_OVERDUE:
      return dup_over (issue->due_at, now);
    case BJT_LEDGER_CLOCK_SOON:
    case BJT_LEDGER_CLOCK_RUNNING:
      return dup_left (issue->due_at, calendar, now, issue->is_hourly);
    case BJT_LEDGER_CLOCK_PAUSED:
      return g_strdup (_("waiting"));
    case BJT_LEDGER_CLOCK_STOPPED:
    case BJT_LEDGER_CLOCK_ANY:
    case BJT_LEDGER_N_CLOCKS:
    default:
      if (issue->merged_into != BJT_NO_INDEX)
        return g_strdup (_("merged"));
      return issue->box == BJT_ISSUE_CLOSED ? dup_closed (issue, now) : g_strdup (_("no time limit"));
    }
}

char *
bjt_clock_words_dup_reading (const BjtIssueClockReading *reading,
                             const BjtWorkCalendar      *calendar,
                             gint64                      now)
{
  switch (reading->state)
    {
    case BJT_ISSUE_CLOCK_MET:
      return g_strdup (_("done in time"));
    case BJT_ISSUE_CLOCK_MET_LATE:
      return g_strdup (_("done too late"));
    case BJT_ISSUE_CLOCK_PAUSED:
      return g_strdup (_("waiting"));
    case BJT_ISSUE_CLOCK_OVERDUE:
      return dup_over (reading->due, now);
    case BJT_ISSUE_CLOCK_RUNNING:
    case BJT_ISSUE_CLOCK_SOON:
    case BJT_ISSUE_CLOCK_N_STATES:
    default:
      if (reading->due == 0)
        return g_strdup (_("no time limit"));
      return dup_left (reading->due, calendar, now, reading->left < G_TIME_SPAN_DAY);
    }
}

BjtFlowTone
bjt_clock_words_get_tone (BjtLedgerClock clock)
{
  switch (clock)
    {
    case BJT_LEDGER_CLOCK_OVERDUE:
      return BJT_FLOW_OVERDUE;
    case BJT_LEDGER_CLOCK_SOON:
      return BJT_FLOW_DUE_SOON;
    case BJT_LEDGER_CLOCK_PAUSED:
    case BJT_LEDGER_CLOCK_STOPPED:
      return BJT_FLOW_STILL;
    case BJT_LEDGER_CLOCK_RUNNING:
    case BJT_LEDGER_CLOCK_ANY:
    case BJT_LEDGER_N_CLOCKS:
    default:
      return BJT_FLOW_ON_TIME;
    }
}

BjtLedgerClock
bjt_clock_words_get_clock (BjtIssueClockState state)
{
  switch (state)
    {
    case BJT_ISSUE_CLOCK_OVERDUE:
    case BJT_ISSUE_CLOCK_MET_LATE:
      return BJT_LEDGER_CLOCK_OVERDUE;
    case BJT_ISSUE_CLOCK_SOON:
      return BJT_LEDGER_CLOCK_SOON;
    case BJT_ISSUE_CLOCK_PAUSED:
      return BJT_LEDGER_CLOCK_PAUSED;
    case BJT_ISSUE_CLOCK_MET:
      return BJT_LEDGER_CLOCK_STOPPED;
    case BJT_ISSUE_CLOCK_RUNNING:
    case BJT_ISSUE_CLOCK_N_STATES:
    default:
      return BJT_LEDGER_CLOCK_RUNNING;
    }
}
