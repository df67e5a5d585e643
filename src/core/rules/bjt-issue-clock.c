/* bjt-issue-clock.c: a pure function of the record and the time.
 *
 * Hours run on any day and at any time of day. Days and working days end with the
 * last moment of a day; the day of the start is not counted. A pause gives hours
 * back by the hour, days by the whole days in it (working days: by the worked ones
 * of these). Besides, a limit never runs out within a pause: the due moment then
 * is the end of the next counted day, so that nothing falls overdue while it is
 * waited for somebody outside. What ran out before a pause stays overdue.
 *
 * Whatever the record says (pauses that end before they begin, begin before the
 * start or never end, moments out of all bounds) there is a reading. Cost: the
 * days of the limit and of the pauses. */
#include "bjt-issue-clock.h"

#include <string.h>

#include "base/bjt-clock.h"

#define US_PER_HOUR (G_GINT64_CONSTANT (3600) * G_USEC_PER_SEC)
#define FEW_PAUSES 8
#define SOON_WORKING_DAYS 1
#define SOON_PART 4 /* a quarter of the hours */

/* What the record comes to at a moment. */
typedef struct
{
  /* Borrowed */
  const BjtIssueClock   *clock;
  const BjtWorkCalendar *calendar;

  /* State */
  BjtTimeLimit   limit;
  gint64         start;
  gint64         at;      /* not before the start */
  BjtClockPause *pauses;  /* since the start, by time, apart from each other, each with an end */
  guint          n;
  gboolean       is_paused;
} Course;

/* Moments */

static gint64
clamp_time (gint64 us)
{
  gint64 first = bjt_time_from_local (bjt_date_from_ymd (1900, 1, 1), 0);
  gint64 last = bjt_time_from_local (bjt_date_from_ymd (2899, 12, 31), 0);

  return CLAMP (us, first, last);
}

static gint64
get_end_of_day (BjtDate day)
{
  return bjt_time_from_local (day + 1, 0) - 1;
}

/* Pauses */

static int
compare_pauses (gconstpointer a,
                gconstpointer b,
                gpointer      user_data)
{
  gint64 from_a = ((const BjtClockPause *) a)->from, from_b = ((const BjtClockPause *) b)->from;

  return (from_a > from_b) - (from_a < from_b);
}

static void
take_pause (Course              *self,
            const BjtClockPause *pause)
{
  BjtClockPause taken = { clamp_time (pause->from), pause->to != 0 ? clamp_time (pause->to) : self->at };

  if (pause->from == 0)
    return;
  self->is_paused |= taken.from <= self->at && (pause->to == 0 || self->at < taken.to);
  taken.from = MAX (taken.from, self->start);
  if (taken.from < taken.to)
    self->pauses[self->n++] = taken;
}

static void
merge_pauses (Course *self)
{
  guint n = 0;

  g_qsort_with_data (self->pauses, (int) self->n, sizeof (BjtClockPause), compare_pauses, NULL);
  for (guint i = 0; i < self->n; i++)
    if (n > 0 && self->pauses[i].from <= self->pauses[n - 1].to)
      self->pauses[n - 1].to = MAX (self->pauses[n - 1].to, self->pauses[i].to);
    else
      self->pauses[n++] = self->pauses[i];
  self->n = n;
}

/* How much of the time between two moments ran; negative when @b is the earlier. */
static gint64
count_running (const Course *self,
               gint64        a,
               gint64        b)
{
  gint64 running = b - a;

  if (b < a)
    return -count_running (self, b, a);
  for (guint i = 0; i < self->n; i++)
    {
      gint64 from = MAX (a, self->pauses[i].from), to = MIN (b, self->pauses[i].to);

      running -= MAX (to - from, 0);
    }
  return running;
}

/* Worked days after @a up to and with @b that are not paused from end to end. */
static int
count_working_days (const Course *self,
                    BjtDate       a,
                    BjtDate       b)
{
  int n = bjt_work_calendar_count_days (self->calendar, a, b);

  if (b < a)
    return -count_working_days (self, b, a);
  for (guint i = 0; i < self->n; i++)
    {
      BjtDate before = bjt_time_get_local_date (self->pauses[i].from - 1); /* the day before the first whole one */
      BjtDate last = bjt_time_get_local_date (self->pauses[i].to) - 1;

      before = MAX (before, a);
      last = MIN (last, b);
      if (last > before)
        n -= bjt_work_calendar_count_days (self->calendar, before, last);
    }
  return n;
}

/* The due moment */

static gint64
find_due_by_hours (const Course *self)
{
  gint64 at = self->start, left = self->limit.n * US_PER_HOUR;

  for (guint i = 0; i < self->n && left > self->pauses[i].from - at; i++)
    {
      left -= self->pauses[i].from - at;
      at = self->pauses[i].to;
    }
  return at + left;
}

static gint64
find_due_by_days (const Course *self)
{
  gboolean any_day = self->limit.unit == BJT_TIME_LIMIT_DAYS;
  BjtDate  day = bjt_time_get_local_date (self->start);
  int      left = self->limit.n;
  guint    next = 0; /* the first pause that does not end before the day */

  for (;;)
    {
      gint64   first = bjt_time_from_local (++day, 0), last = get_end_of_day (day);
      gboolean is_whole, ends_paused = FALSE;

      while (next < self->n && self->pauses[next].to <= first)
        next++;
      is_whole = next < self->n && self->pauses[next].from <= first && self->pauses[next].to > last;
      if (is_whole || (!any_day && !bjt_work_calendar_is_worked (self->calendar, day)))
        continue;
      for (guint i = next; i < self->n && self->pauses[i].from <= last && !ends_paused; i++)
        ends_paused = last < self->pauses[i].to;
      if (--left <= 0 && !ends_paused)
        return last;
    }
}

/* The reading */

static BjtIssueClockState
find_state (const Course               *self,
            const BjtIssueClockReading *reading)
{
  gboolean has_limit = self->limit.n > 0;
  gboolean is_late = has_limit && self->at > reading->due;

  if (self->clock->end != 0)
    return is_late ? BJT_ISSUE_CLOCK_MET_LATE : BJT_ISSUE_CLOCK_MET;
  if (is_late)
    return BJT_ISSUE_CLOCK_OVERDUE;
  if (self->is_paused)
    return BJT_ISSUE_CLOCK_PAUSED;
  if (has_limit && (self->limit.unit == BJT_TIME_LIMIT_HOURS ? reading->left <= self->limit.n * US_PER_HOUR / SOON_PART
                                                             : reading->working_days_left <= SOON_WORKING_DAYS))
    return BJT_ISSUE_CLOCK_SOON;
  return BJT_ISSUE_CLOCK_RUNNING;
}

static void
read_course (const Course         *self,
             BjtIssueClockReading *reading)
{
  reading->elapsed = count_running (self, self->start, self->at);
  if (self->limit.n > 0)
    {
      reading->due = self->limit.unit == BJT_TIME_LIMIT_HOURS ? find_due_by_hours (self) : find_due_by_days (self);
      reading->left = count_running (self, self->at, reading->due);
      reading->working_days_left = count_working_days (self, bjt_time_get_local_date (self->at), bjt_time_get_local_date (reading->due));
    }
  reading->state = find_state (self, reading);
}

/**
 * bjt_issue_clock_read:
 * @now: a clock set back to before the start reads as its start
 * @reading: (out caller-allocates): once there is an end, of that moment
 */
void
bjt_issue_clock_read (const BjtIssueClock   *self,
                      const BjtWorkCalendar *calendar,
                      gint64                 now,
                      BjtIssueClockReading  *reading)
{
  Course        course = { .clock = self, .calendar = calendar, .limit = self->limit, .start = clamp_time (self->start) };
  gint64        clock_time = clamp_time (now), end = self->end != 0 ? clamp_time (self->end) : clock_time;
  BjtClockPause few[FEW_PAUSES];

  memset (reading, 0, sizeof *reading);
  course.limit.n = MIN (self->limit.n, BJT_TIME_LIMIT_MAX);
  course.at = MAX (course.start, end);
  course.pauses = self->n_pauses <= FEW_PAUSES ? few : g_new (BjtClockPause, self->n_pauses);
  reading->is_set_back = clock_time < course.start || clock_time < end || end < course.start;
  for (guint i = 0; i < self->n_pauses; i++)
    take_pause (&course, &self->pauses[i]);
  merge_pauses (&course);
  read_course (&course, reading);
  if (course.pauses != few)
    g_free (course.pauses);
}

const char *
bjt_issue_clock_state_get_name (BjtIssueClockState state)
{
  static const char *const names[] = {
    [BJT_ISSUE_CLOCK_RUNNING] = "running",
    [BJT_ISSUE_CLOCK_SOON] = "soon",
    [BJT_ISSUE_CLOCK_OVERDUE] = "overdue",
    [BJT_ISSUE_CLOCK_PAUSED] = "paused",
    [BJT_ISSUE_CLOCK_MET] = "met",
    [BJT_ISSUE_CLOCK_MET_LATE] = "met-late",
  };

  return names[state];
}
