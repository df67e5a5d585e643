/* test-issue-clock.c: due moments by table, and a random walk against a slow
 * count of the same rules, ten minutes at a time. */
#include "rules/bjt-issue-clock.h"

#include "base/bjt-clock.h"

#include <string.h>

#define US_PER_MINUTE (G_GINT64_CONSTANT (60) * G_USEC_PER_SEC)
#define US_PER_HOUR (60 * US_PER_MINUTE)

/* "2026-11-22 09:30" of Shanghai; 0 for NULL. */
static gint64
moment (const char *text)
{
  if (text == NULL)
    return 0;
  g_assert_cmpuint (strlen (text), ==, 16);
  return bjt_time_from_local (bjt_date_parse (text), atoi (text + 11) * 60 + atoi (text + 14));
}

static char *
dup_moment (gint64 us)
{
  char date[BJT_DATE_STRING_SIZE];
  int  minute = bjt_time_get_local_minute (us);

  bjt_date_format (bjt_time_get_local_date (us), date);
  return g_strdup_printf ("%s %02d:%02d", date, minute / 60, minute % 60);
}

typedef struct
{
  const char        *start, *limit, *now, *end;
  const char        *pauses[4]; /* from, to, from, to */
  const char        *due;
  BjtIssueClockState state;
  int                working_days_left;
} Case;

static void
read_case (const Case           *c,
           BjtIssueClockReading *reading)
{
  BjtClockPause      pauses[2] = { { moment (c->pauses[0]), moment (c->pauses[1]) }, { moment (c->pauses[2]), moment (c->pauses[3]) } };
  BjtIssueClock      clock = { .start = moment (c->start), .end = moment (c->end), .pauses = pauses };
  g_autoptr (GError) error = NULL;

  clock.n_pauses = (c->pauses[0] != NULL) + (c->pauses[2] != NULL);
  if (c->limit != NULL)
    bjt_time_limit_parse (c->limit, &clock.limit, &error);
  g_assert_no_error (error);
  bjt_issue_clock_read (&clock, bjt_work_calendar_get_default (), moment (c->now), reading);
}

static void
assert_cases (const Case *cases,
              gsize       n_cases)
{
  for (gsize i = 0; i < n_cases; i++)
    {
      const Case          *c = &cases[i];
      BjtIssueClockReading reading;
      g_autofree char     *due = NULL;

      read_case (c, &reading);
      due = dup_moment (reading.due);
      g_test_message ("%s + %s at %s", c->start, c->limit, c->now);
      g_assert_cmpstr (due, ==, c->due);
      g_assert_cmpstr (bjt_issue_clock_state_get_name (reading.state), ==, bjt_issue_clock_state_get_name (c->state));
      g_assert_cmpint (reading.working_days_left, ==, c->working_days_left);
      g_assert_cmpint (reading.elapsed, >=, 0);
      g_assert_false (reading.is_set_back);
    }
}

static void
working_days (void)
{
  static const Case cases[] = {
    /* an ordinary week: Monday to Thursday */
    { "2026-11-16 09:30", "3w", "2026-11-16 09:30", NULL, { NULL }, "2026-11-19 23:59", BJT_ISSUE_CLOCK_RUNNING, 3 },
    { "2026-11-16 09:30", "3w", "2026-11-17 23:59", NULL, { NULL }, "2026-11-19 23:59", BJT_ISSUE_CLOCK_RUNNING, 2 },
    { "2026-11-16 09:30", "3w", "2026-11-18 00:00", NULL, { NULL }, "2026-11-19 23:59", BJT_ISSUE_CLOCK_SOON, 1 },
    { "2026-11-16 09:30", "3w", "2026-11-19 23:59", NULL, { NULL }, "2026-11-19 23:59", BJT_ISSUE_CLOCK_SOON, 0 },
    { "2026-11-16 09:30", "3w", "2026-11-20 00:00", NULL, { NULL }, "2026-11-19 23:59", BJT_ISSUE_CLOCK_OVERDUE, -1 },
    { "2026-11-16 09:30", "3w", "2026-11-23 00:00", NULL, { NULL }, "2026-11-19 23:59", BJT_ISSUE_CLOCK_OVERDUE, -2 },
    /* the first and the last minute of a day start the same count */
    { "2026-11-16 00:00", "1w", "2026-11-16 00:00", NULL, { NULL }, "2026-11-17 23:59", BJT_ISSUE_CLOCK_SOON, 1 },
    { "2026-11-16 23:59", "1w", "2026-11-16 23:59", NULL, { NULL }, "2026-11-17 23:59", BJT_ISSUE_CLOCK_SOON, 1 },
    /* 春节 and 国庆, make-up days counted */
    { "2026-02-13 10:00", "3w", "2026-02-14 10:00", NULL, { NULL }, "2026-02-25 23:59", BJT_ISSUE_CLOCK_RUNNING, 2 },
    { "2026-02-13 10:00", "3w", "2026-02-23 10:00", NULL, { NULL }, "2026-02-25 23:59", BJT_ISSUE_CLOCK_RUNNING, 2 },
    { "2026-09-29 10:00", "3w", "2026-10-07 10:00", NULL, { NULL }, "2026-10-09 23:59", BJT_ISSUE_CLOCK_RUNNING, 2 },
    { "2026-10-09 10:00", "1w", "2026-10-09 10:00", NULL, { NULL }, "2026-10-10 23:59", BJT_ISSUE_CLOCK_SOON, 1 },
    /* done: the day of the end counts */
    { "2026-11-16 09:30", "3w", "2026-12-01 08:00", "2026-11-19 23:59", { NULL }, "2026-11-19 23:59", BJT_ISSUE_CLOCK_MET, 0 },
    { "2026-11-16 09:30", "3w", "2026-12-01 08:00", "2026-11-20 00:00", { NULL }, "2026-11-19 23:59", BJT_ISSUE_CLOCK_MET_LATE, -1 },
  };

  assert_cases (cases, G_N_ELEMENTS (cases));
}

static void
hours_and_days (void)
{
  static const Case cases[] = {
    { "2026-10-01 22:00", "2h", "2026-10-01 23:00", NULL, { NULL }, "2026-10-02 00:00", BJT_ISSUE_CLOCK_RUNNING, 0 },
    { "2026-10-01 22:00", "2h", "2026-10-01 23:29", NULL, { NULL }, "2026-10-02 00:00", BJT_ISSUE_CLOCK_RUNNING, 0 },
    { "2026-10-01 22:00", "2h", "2026-10-01 23:30", NULL, { NULL }, "2026-10-02 00:00", BJT_ISSUE_CLOCK_SOON, 0 },
    { "2026-10-01 22:00", "2h", "2026-10-02 00:00", NULL, { NULL }, "2026-10-02 00:00", BJT_ISSUE_CLOCK_SOON, 0 },
    { "2026-10-01 22:00", "2h", "2026-10-02 00:01", NULL, { NULL }, "2026-10-02 00:00", BJT_ISSUE_CLOCK_OVERDUE, 0 },
    { "2026-11-16 09:30", "24h", "2026-11-17 03:30", NULL, { NULL }, "2026-11-17 09:30", BJT_ISSUE_CLOCK_SOON, 0 },
    /* days: to the end of the day, holidays are counted; soon by the days left to work on it */
    { "2026-09-28 10:00", "7d", "2026-09-28 10:00", NULL, { NULL }, "2026-10-05 23:59", BJT_ISSUE_CLOCK_RUNNING, 2 },
    { "2026-09-28 10:00", "7d", "2026-09-29 10:00", NULL, { NULL }, "2026-10-05 23:59", BJT_ISSUE_CLOCK_SOON, 1 },
    { "2026-11-02 10:00", "15d", "2026-11-10 10:00", NULL, { NULL }, "2026-11-17 23:59", BJT_ISSUE_CLOCK_RUNNING, 5 },
    /* over a leap day */
    { "2028-02-27 10:00", "7d", "2028-02-27 10:00", NULL, { NULL }, "2028-03-05 23:59", BJT_ISSUE_CLOCK_RUNNING, 5 },
  };

  assert_cases (cases, G_N_ELEMENTS (cases));
}

static void
pauses (void)
{
  static const Case cases[] = {
    /* hours by the hour */
    { "2026-11-16 09:00", "24h", "2026-11-16 13:00", NULL, { "2026-11-16 10:00", "2026-11-16 12:30" }, "2026-11-17 11:30", BJT_ISSUE_CLOCK_RUNNING, 1 },
    { "2026-11-16 09:00", "24h", "2026-11-16 13:00", NULL, { "2026-11-16 10:00", "2026-11-16 12:00", "2026-11-16 11:00", "2026-11-16 12:30" },
      "2026-11-17 11:30", BJT_ISSUE_CLOCK_RUNNING, 1 },
    { "2026-11-16 09:00", "24h", "2026-11-16 13:00", NULL, { "2026-11-16 10:00", NULL }, "2026-11-17 12:00", BJT_ISSUE_CLOCK_PAUSED, 1 },
    { "2026-11-16 09:00", "2h", "2026-11-16 13:00", NULL, { "2026-11-16 11:30", NULL }, "2026-11-16 11:00", BJT_ISSUE_CLOCK_OVERDUE, 0 },
    { "2026-11-16 09:00", "2h", "2026-11-16 13:00", NULL, { "2026-11-15 08:00", "2026-11-16 09:30" }, "2026-11-16 11:30", BJT_ISSUE_CLOCK_OVERDUE, 0 },
    /* working days by the worked days that are whole in it */
    { "2026-11-16 09:00", "3w", "2026-11-23 08:00", NULL, { "2026-11-17 00:00", "2026-11-19 00:00" }, "2026-11-23 23:59", BJT_ISSUE_CLOCK_SOON, 0 },
    { "2026-11-16 09:00", "3w", "2026-11-18 08:00", NULL, { "2026-11-16 10:00", "2026-11-17 18:00" }, "2026-11-19 23:59", BJT_ISSUE_CLOCK_SOON, 1 },
    { "2026-11-16 09:00", "3w", "2026-11-18 08:00", NULL, { "2026-11-17 10:00", "2026-11-20 10:00" }, "2026-11-23 23:59", BJT_ISSUE_CLOCK_PAUSED, 2 },
    { "2026-11-16 09:00", "3w", "2026-11-23 08:00", NULL, { "2026-11-21 00:00", "2026-11-23 00:00" }, "2026-11-19 23:59", BJT_ISSUE_CLOCK_OVERDUE, -2 },
    { "2026-02-13 09:00", "3w", "2026-02-24 08:00", NULL, { "2026-02-14 00:00", "2026-02-24 00:00" }, "2026-02-26 23:59", BJT_ISSUE_CLOCK_RUNNING, 2 },
    /* two that touch are one */
    { "2026-11-16 09:00", "3w", "2026-11-18 08:00", NULL, { "2026-11-17 00:00", "2026-11-17 12:00", "2026-11-17 12:00", "2026-11-18 00:00" },
      "2026-11-20 23:59", BJT_ISSUE_CLOCK_RUNNING, 2 },
    /* never falls due while it is paused */
    { "2026-11-16 09:00", "3w", "2026-11-20 08:00", NULL, { "2026-11-19 10:00", NULL }, "2026-11-20 23:59", BJT_ISSUE_CLOCK_PAUSED, 0 },
    { "2026-11-16 09:00", "3w", "2026-11-21 08:00", NULL, { "2026-11-19 10:00", NULL }, "2026-11-23 23:59", BJT_ISSUE_CLOCK_PAUSED, 1 },
    { "2026-11-16 09:00", "3w", "2026-11-21 08:00", NULL, { "2026-11-19 10:00", "2026-11-20 09:00" }, "2026-11-20 23:59", BJT_ISSUE_CLOCK_OVERDUE, 0 },
    /* days */
    { "2026-11-16 09:00", "7d", "2026-11-20 08:00", NULL, { "2026-11-17 00:00", "2026-11-20 00:00" }, "2026-11-26 23:59", BJT_ISSUE_CLOCK_RUNNING, 4 },
    /* done in a pause that was never ended */
    { "2026-11-16 09:00", "24h", "2026-12-16 13:00", "2026-11-18 09:00", { "2026-11-16 10:00", NULL }, "2026-11-19 08:00", BJT_ISSUE_CLOCK_MET, 1 },
    /* nonsense: ends before it begins; begins nowhere */
    { "2026-11-16 09:00", "24h", "2026-11-16 13:00", NULL, { "2026-11-16 12:00", "2026-11-16 10:00" }, "2026-11-17 09:00", BJT_ISSUE_CLOCK_RUNNING, 1 },
    { "2026-11-16 09:00", "24h", "2026-11-16 13:00", NULL, { "2026-11-16 14:00", NULL }, "2026-11-17 09:00", BJT_ISSUE_CLOCK_RUNNING, 1 },
  };

  assert_cases (cases, G_N_ELEMENTS (cases));
}

static void
without_a_limit (void)
{
  static const Case    open = { "2026-11-16 09:00", NULL, "2026-11-20 09:00" };
  static const Case    paused = { "2026-11-16 09:00", NULL, "2026-11-20 09:00", NULL, { "2026-11-20 08:00", NULL } };
  static const Case    done = { "2026-11-16 09:00", NULL, "2026-11-20 09:00", "2026-11-18 09:00" };
  BjtIssueClockReading reading;

  read_case (&open, &reading);
  g_assert_cmpint (reading.state, ==, BJT_ISSUE_CLOCK_RUNNING);
  g_assert_cmpint (reading.due, ==, 0);
  g_assert_cmpint (reading.left, ==, 0);
  g_assert_cmpint (reading.elapsed, ==, 96 * US_PER_HOUR);
  read_case (&paused, &reading);
  g_assert_cmpint (reading.state, ==, BJT_ISSUE_CLOCK_PAUSED);
  g_assert_cmpint (reading.elapsed, ==, 95 * US_PER_HOUR);
  read_case (&done, &reading);
  g_assert_cmpint (reading.state, ==, BJT_ISSUE_CLOCK_MET);
  g_assert_cmpint (reading.elapsed, ==, 48 * US_PER_HOUR);
}

static void
clock_set_back (void)
{
  static const Case    before_start = { "2026-11-16 09:00", "24h", "2026-11-10 09:00" };
  static const Case    before_end = { "2026-11-16 09:00", "24h", "2026-11-16 10:00", "2026-11-16 12:00" };
  static const Case    ended_before_start = { "2026-11-16 09:00", "3w", "2026-11-18 09:00", "2026-11-15 09:00" };
  BjtIssueClockReading reading;

  read_case (&before_start, &reading);
  g_assert_true (reading.is_set_back);
  g_assert_cmpint (reading.elapsed, ==, 0);
  g_assert_cmpint (reading.left, ==, 24 * US_PER_HOUR);
  g_assert_cmpint (reading.state, ==, BJT_ISSUE_CLOCK_RUNNING);
  read_case (&before_end, &reading);
  g_assert_true (reading.is_set_back);
  g_assert_cmpint (reading.elapsed, ==, 3 * US_PER_HOUR);
  g_assert_cmpint (reading.state, ==, BJT_ISSUE_CLOCK_MET);
  read_case (&ended_before_start, &reading);
  g_assert_true (reading.is_set_back);
  g_assert_cmpint (reading.elapsed, ==, 0);
  g_assert_cmpint (reading.state, ==, BJT_ISSUE_CLOCK_MET);
}

/* Any record at all gives a reading, and soon. */
static void
survives_any_record (void)
{
  static const gint64 strange[] = { G_MININT64, G_MAXINT64, -1, 0, 1, G_MAXINT32, G_GINT64_CONSTANT (1763600000000000) };

  for (guint i = 0; i < 300; i++)
    {
      BjtClockPause        record[12];
      BjtIssueClock        clock = { .pauses = record, .n_pauses = (guint) g_test_rand_int_range (0, 13) };
      BjtIssueClockReading reading;

      for (guint k = 0; k < clock.n_pauses; k++)
        record[k] = (BjtClockPause) { strange[g_test_rand_int_range (0, 7)], strange[g_test_rand_int_range (0, 7)] };
      clock.start = strange[g_test_rand_int_range (0, 7)];
      clock.end = strange[g_test_rand_int_range (0, 7)];
      clock.limit = (BjtTimeLimit) { g_test_rand_bit () ? 3 : G_MAXINT, (BjtTimeLimitUnit) g_test_rand_int_range (0, 3) };
      bjt_issue_clock_read (&clock, bjt_work_calendar_get_default (), strange[g_test_rand_int_range (0, 7)], &reading);
      g_assert_cmpint (reading.elapsed, >=, 0);
      g_assert_cmpint (reading.state, <, BJT_ISSUE_CLOCK_N_STATES);
    }
}

/* The walk: time goes in steps of ten minutes, and so do all records. */

#define STEP (10 * US_PER_MINUTE)
#define STEPS_A_DAY 144
#define MAX_PAUSES 12

typedef struct
{
  BjtIssueClock clock;
  BjtClockPause pauses[MAX_PAUSES];
  gint64        now;
} Walk;

static gboolean
is_paused_at (const Walk *walk,
              gint64      at)
{
  for (guint i = 0; i < walk->clock.n_pauses; i++)
    if (walk->pauses[i].from <= at && (walk->pauses[i].to != 0 ? at < walk->pauses[i].to : at < walk->now))
      return TRUE;
  return FALSE;
}

static gint64
count_slowly (const Walk *walk,
              gint64      from,
              gint64      to)
{
  gint64 n = 0;

  for (gint64 at = from; at < to; at += STEP)
    n += is_paused_at (walk, at) ? 0 : STEP;
  return n;
}

static gint64
find_hours_slowly (const Walk *walk)
{
  gint64 at = walk->clock.start, left = walk->clock.limit.n * US_PER_HOUR;

  for (; left > 0; at += STEP)
    left -= is_paused_at (walk, at) ? 0 : STEP;
  return at;
}

static gint64
find_days_slowly (const Walk *walk)
{
  BjtDate day = bjt_time_get_local_date (walk->clock.start);
  int     left = walk->clock.limit.n;

  for (;;)
    {
      gint64 first = bjt_time_from_local (++day, 0);

      if (walk->clock.limit.unit == BJT_TIME_LIMIT_WORKING_DAYS && !bjt_work_calendar_is_worked (bjt_work_calendar_get_default (), day))
        continue;
      if (count_slowly (walk, first, first + STEPS_A_DAY * STEP) == 0)
        continue;
      if (--left <= 0 && !is_paused_at (walk, first + (STEPS_A_DAY - 1) * STEP))
        return first + STEPS_A_DAY * STEP - 1;
    }
}

static void
start_walk (Walk *walk)
{
  static const BjtTimeLimit limits[] = {
    { 2, BJT_TIME_LIMIT_HOURS }, { 24, BJT_TIME_LIMIT_HOURS }, { 7, BJT_TIME_LIMIT_DAYS },
    { 15, BJT_TIME_LIMIT_DAYS }, { 3, BJT_TIME_LIMIT_WORKING_DAYS }, { 1, BJT_TIME_LIMIT_WORKING_DAYS },
  };

  memset (walk, 0, sizeof *walk);
  walk->now = bjt_time_from_local (bjt_date_from_ymd (2019, 1, 1) + g_test_rand_int_range (0, 2900), 10 * g_test_rand_int_range (0, STEPS_A_DAY));
  walk->clock.start = walk->now;
  walk->clock.limit = limits[g_test_rand_int_range (0, G_N_ELEMENTS (limits))];
  walk->clock.pauses = walk->pauses;
}

/* Time passes; then perhaps a pause begins, or the one that lasts ends. */
static void
walk_on (Walk *walk)
{
  BjtClockPause *last = walk->clock.n_pauses > 0 ? &walk->pauses[walk->clock.n_pauses - 1] : NULL;
  int            longest = walk->clock.limit.unit == BJT_TIME_LIMIT_HOURS ? 20 : 3 * STEPS_A_DAY;

  walk->now += g_test_rand_int_range (1, longest) * STEP;
  if (last != NULL && last->to == 0)
    last->to = g_test_rand_bit () ? walk->now : 0;
  else if (walk->clock.n_pauses < MAX_PAUSES && g_test_rand_bit ())
    walk->pauses[walk->clock.n_pauses++] = (BjtClockPause) { walk->now, 0 };
}

static void
check_against_slow (const Walk                 *walk,
                    const BjtIssueClockReading *reading)
{
  gboolean is_hours = walk->clock.limit.unit == BJT_TIME_LIMIT_HOURS;

  g_assert_cmpint (reading->due, ==, is_hours ? find_hours_slowly (walk) : find_days_slowly (walk));
  g_assert_cmpint (reading->elapsed, ==, count_slowly (walk, walk->clock.start, walk->now));
  if (is_hours)
    g_assert_cmpint (reading->elapsed + reading->left, ==, walk->clock.limit.n * US_PER_HOUR);
}

/* The day by day meaning of working days left. */
static void
check_working_days_left (const Walk                 *walk,
                         const BjtIssueClockReading *reading)
{
  BjtDate today = bjt_time_get_local_date (walk->now), due = bjt_time_get_local_date (reading->due);
  int     n = 0;

  for (BjtDate day = MIN (today, due) + 1; day <= MAX (today, due); day++)
    n += bjt_work_calendar_is_worked (bjt_work_calendar_get_default (), day)
         && count_slowly (walk, bjt_time_from_local (day, 0), bjt_time_from_local (day + 1, 0)) > 0;
  g_assert_cmpint (reading->working_days_left, ==, due >= today ? n : -n);
}

static void
check_rules (const Walk                 *walk,
             const BjtIssueClockReading *before,
             const BjtIssueClockReading *reading)
{
  gboolean pause_lasts = walk->clock.n_pauses > 0 && walk->pauses[walk->clock.n_pauses - 1].to == 0;

  g_assert_cmpint (reading->elapsed, >=, before->elapsed);
  g_assert_cmpint (reading->due, >=, before->due);
  g_assert_false (reading->is_set_back);
  g_assert_cmpint (reading->state == BJT_ISSUE_CLOCK_OVERDUE, ==, walk->now > reading->due);
  if (before->state == BJT_ISSUE_CLOCK_OVERDUE) /* once late, late */
    g_assert_cmpint (reading->state, ==, BJT_ISSUE_CLOCK_OVERDUE);
  if (pause_lasts && walk->pauses[walk->clock.n_pauses - 1].from < reading->due)
    g_assert_cmpint (reading->state, ==, BJT_ISSUE_CLOCK_PAUSED);
}

/* What ends now was in time just when it was not overdue; later nothing changes that. */
static void
check_end (const Walk                 *walk,
           const BjtIssueClockReading *reading)
{
  BjtIssueClock        ended = walk->clock;
  BjtIssueClockReading now, later;

  ended.end = walk->now;
  bjt_issue_clock_read (&ended, bjt_work_calendar_get_default (), walk->now, &now);
  bjt_issue_clock_read (&ended, bjt_work_calendar_get_default (), walk->now + 1000 * US_PER_HOUR, &later);
  g_assert_cmpint (now.state, ==, reading->state == BJT_ISSUE_CLOCK_OVERDUE ? BJT_ISSUE_CLOCK_MET_LATE : BJT_ISSUE_CLOCK_MET);
  g_assert_cmpmem (&now, sizeof now, &later, sizeof later);
}

/* And the clock of the machine may be set back at any time. */
static void
check_set_back (const Walk *walk)
{
  BjtIssueClockReading reading;

  bjt_issue_clock_read (&walk->clock, bjt_work_calendar_get_default (), walk->clock.start - g_test_rand_int_range (1, 1000) * STEP, &reading);
  g_assert_true (reading.is_set_back);
  g_assert_cmpint (reading.elapsed, ==, 0);
}

static void
random_walk (void)
{
  for (guint i = 0; i < 400; i++)
    {
      Walk                 walk;
      BjtIssueClockReading before, reading;

      start_walk (&walk);
      bjt_issue_clock_read (&walk.clock, bjt_work_calendar_get_default (), walk.now, &before);
      for (guint k = 0; k < 10; k++)
        {
          walk_on (&walk);
          bjt_issue_clock_read (&walk.clock, bjt_work_calendar_get_default (), walk.now, &reading);
          check_against_slow (&walk, &reading);
          check_working_days_left (&walk, &reading);
          check_rules (&walk, &before, &reading);
          check_end (&walk, &reading);
          check_set_back (&walk);
          before = reading;
        }
    }
}

/* In what order the pauses are written down does not matter. */
static void
order_of_pauses (void)
{
  for (guint i = 0; i < 200; i++)
    {
      Walk                 walk;
      BjtIssueClockReading first, second;

      start_walk (&walk);
      for (guint k = 0; k < MAX_PAUSES; k++)
        {
          gint64 from = walk.clock.start + g_test_rand_int_range (-50, 2000) * STEP;

          walk.pauses[k] = (BjtClockPause) { from, from + g_test_rand_int_range (-5, 500) * STEP };
        }
      walk.clock.n_pauses = MAX_PAUSES;
      walk.now += g_test_rand_int_range (0, 2500) * STEP;
      bjt_issue_clock_read (&walk.clock, bjt_work_calendar_get_default (), walk.now, &first);
      check_against_slow (&walk, &first);
      check_working_days_left (&walk, &first);
      for (guint k = MAX_PAUSES - 1; k > 0; k--)
        {
          guint         other = (guint) g_test_rand_int_range (0, (gint32) k + 1);
          BjtClockPause pause = walk.pauses[k];

          walk.pauses[k] = walk.pauses[other];
          walk.pauses[other] = pause;
        }
      bjt_issue_clock_read (&walk.clock, bjt_work_calendar_get_default (), walk.now, &second);
      g_assert_cmpmem (&first, sizeof first, &second, sizeof second);
    }
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/issue-clock/working-days", working_days);
  g_test_add_func ("/issue-clock/hours-and-days", hours_and_days);
  g_test_add_func ("/issue-clock/pauses", pauses);
  g_test_add_func ("/issue-clock/without-a-limit", without_a_limit);
  g_test_add_func ("/issue-clock/clock-set-back", clock_set_back);
  g_test_add_func ("/issue-clock/survives-any-record", survives_any_record);
  g_test_add_func ("/issue-clock/random-walk", random_walk);
  g_test_add_func ("/issue-clock/order-of-pauses", order_of_pauses);
  return g_test_run ();
}
