/* bjt-issue-clock.h: until when an issue is to be answered or closed.
 *
 * A value, read at a moment. The first reply and the closing of an issue are two
 * clocks of this one type. All moments are microseconds since 1970 in UTC, 0 is
 * "not known"; days are those of Asia/Shanghai.
 */
#pragma once

#include "bjt-time-limit.h"
#include "bjt-work-calendar.h"

G_BEGIN_DECLS

/* While it is waited for somebody outside. */
typedef struct
{
  gint64 from;
  gint64 to; /* 0: it still lasts */
} BjtClockPause;

typedef struct
{
  gint64               start;
  gint64               end;      /* when it was done; 0: not yet */
  BjtTimeLimit         limit;
  const BjtClockPause *pauses;   /* in any order; they may overlap */
  guint                n_pauses;
} BjtIssueClock;

typedef enum
{
  BJT_ISSUE_CLOCK_RUNNING,
  BJT_ISSUE_CLOCK_SOON,    /* a quarter of the hours is left, or one working day */
  BJT_ISSUE_CLOCK_OVERDUE,
  BJT_ISSUE_CLOCK_PAUSED,
  BJT_ISSUE_CLOCK_MET,
  BJT_ISSUE_CLOCK_MET_LATE,
  BJT_ISSUE_CLOCK_N_STATES,
} BjtIssueClockState;

typedef struct
{
  BjtIssueClockState state;
  gint64             due;               /* the last moment in time, so that its date is the due day; 0: no limit */
  gint64             elapsed;           /* µs that ran, pauses left out; never negative */
  gint64             left;              /* µs still to run; negative once overdue; 0: no limit */
  int                working_days_left; /* after today up to the due day; negative: days overdue */
  gboolean           is_set_back;       /* the time is earlier than what is recorded: the machine's clock was set back */
} BjtIssueClockReading;

void        bjt_issue_clock_read (const BjtIssueClock   *self,
                                  const BjtWorkCalendar *calendar,
                                  gint64                 now,
                                  BjtIssueClockReading  *reading);
const char *bjt_issue_clock_state_get_name (BjtIssueClockState state); /* "met-late" */

G_END_DECLS
