/* test-recurrence.c: dates by table, month ends and leap days among them; any rule
 * that is let through against a look at each day; what is refused. */
#include "rules/bjt-recurrence.h"

#include <string.h>

static BjtDate
day (const char *text)
{
  return bjt_date_parse (text);
}

static char *
dup_dates (const GArray *dates)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < dates->len; i++)
    {
      g_autofree char *date = bjt_date_dup_string (g_array_index (dates, BjtDate, i));

      g_string_append_printf (text, "%s%s", i > 0 ? " " : "", date);
    }
  return g_string_free (text, FALSE);
}

static void
assert_dates (const char *rule,
              const char *first,
              const char *from,
              const char *to,
              const char *expected)
{
  g_autoptr (GError)        error = NULL;
  g_autoptr (BjtRecurrence) recurrence = bjt_recurrence_new (rule, day (first), &error);
  g_autoptr (GArray)        dates = NULL;
  g_autofree char          *text = NULL;

  g_assert_no_error (error);
  dates = bjt_recurrence_list_dates (recurrence, day (from), day (to));
  text = dup_dates (dates);
  g_test_message ("%s from %s", rule, first);
  g_assert_cmpstr (text, ==, expected);
}

static void
rules (void)
{
  assert_dates ("FREQ=DAILY;INTERVAL=10", "2026-01-05", "2026-02-01", "2026-03-01", "2026-02-04 2026-02-14 2026-02-24");
  assert_dates ("FREQ=DAILY;BYDAY=MO,TU,WE,TH,FR", "2026-01-01", "2026-01-02", "2026-01-06", "2026-01-02 2026-01-05 2026-01-06");
  assert_dates ("FREQ=DAILY;COUNT=3", "2026-01-30", "2026-01-01", "2027-01-01", "2026-01-30 2026-01-31 2026-02-01");
  assert_dates ("FREQ=DAILY;UNTIL=20260201", "2026-01-30", "2026-01-01", "2027-01-01", "2026-01-30 2026-01-31 2026-02-01");
  assert_dates ("FREQ=WEEKLY", "2026-01-29", "2026-02-01", "2026-02-28", "2026-02-05 2026-02-12 2026-02-19 2026-02-26");
  assert_dates ("FREQ=WEEKLY;INTERVAL=2;BYDAY=MO,TH", "2026-01-29", "2026-01-01", "2026-02-24", "2026-01-29 2026-02-09 2026-02-12 2026-02-23");
  assert_dates ("FREQ=WEEKLY;INTERVAL=2;BYDAY=MO,TH", "2026-01-29", "2036-01-01", "2036-01-31", "2036-01-03 2036-01-14 2036-01-17 2036-01-28 2036-01-31");
  assert_dates ("FREQ=WEEKLY;INTERVAL=2;BYDAY=SU", "2026-01-26", "2026-01-01", "2026-03-01", "2026-02-01 2026-02-15 2026-03-01");
  assert_dates ("FREQ=WEEKLY;INTERVAL=3;BYDAY=MO,TU;COUNT=3", "2026-01-28", "2026-01-01", "2026-12-31", "2026-02-16 2026-02-17 2026-03-09");
  assert_dates ("FREQ=MONTHLY;BYMONTHDAY=15", "2026-01-20", "2026-01-01", "2026-04-01", "2026-02-15 2026-03-15");
  assert_dates ("FREQ=MONTHLY;INTERVAL=3;BYMONTHDAY=-1", "2026-02-01", "2026-01-01", "2026-12-31", "2026-02-28 2026-05-31 2026-08-31 2026-11-30");
  assert_dates ("FREQ=MONTHLY;BYMONTH=11,12,1,2,3;BYMONTHDAY=1", "2025-11-01", "2026-02-01", "2026-12-31", "2026-02-01 2026-03-01 2026-11-01 2026-12-01");
  assert_dates ("FREQ=MONTHLY;BYDAY=MO,TU,WE,TH,FR;BYSETPOS=-1", "2026-01-01", "2026-01-01", "2026-04-30", "2026-01-30 2026-02-27 2026-03-31 2026-04-30");
  assert_dates ("FREQ=YEARLY;BYMONTH=9;BYDAY=2MO", "2024-01-01", "2024-01-01", "2026-12-31", "2024-09-09 2025-09-08 2026-09-14");
}

/* A rule of iCalendar leaves a month out that lacks the day; our pattern takes its last. */
static void
month_ends_and_leap_days (void)
{
  assert_dates ("FREQ=MONTHLY;BYMONTHDAY=31", "2026-01-01", "2026-01-01", "2026-08-31", "2026-01-31 2026-03-31 2026-05-31 2026-07-31 2026-08-31");
  assert_dates ("FREQ=MONTHLY", "2026-01-31", "2026-01-01", "2026-08-30", "2026-01-31 2026-03-31 2026-05-31 2026-07-31");
  assert_dates ("FREQ=MONTHLY;BYMONTHDAY=29", "2027-12-01", "2028-01-01", "2028-03-31", "2028-01-29 2028-02-29 2028-03-29");
  assert_dates ("FREQ=MONTHLY;BYMONTHDAY=29", "2027-12-01", "2027-01-01", "2027-12-28", "");
  assert_dates ("FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=29", "2026-01-01", "2026-01-01", "2040-12-31", "2028-02-29 2032-02-29 2036-02-29 2040-02-29");
  assert_dates ("FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=29", "2096-01-01", "2096-01-01", "2108-12-31", "2096-02-29 2104-02-29 2108-02-29");
  assert_dates ("FREQ=YEARLY", "2024-02-29", "2024-01-01", "2032-12-31", "2024-02-29 2028-02-29 2032-02-29");
  assert_dates ("FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=-1", "2026-01-01", "2026-01-01", "2029-12-31", "2026-02-28 2027-02-28 2028-02-29 2029-02-28");
}

static void
patterns (void)
{
  static const struct
  {
    int         wished;
    const char *dates;
  } months[] = {
    { 1, "2028-01-01 2028-02-01 2028-03-01 2028-04-01" },
    { 28, "2028-01-28 2028-02-28 2028-03-28 2028-04-28" },
    { 29, "2028-01-29 2028-02-29 2028-03-29 2028-04-29" },
    { 30, "2028-01-30 2028-02-29 2028-03-30 2028-04-30" },
    { 31, "2028-01-31 2028-02-29 2028-03-31 2028-04-30" },
  };
  g_autofree char *common = bjt_recurrence_dup_monthly (30), *weekly = bjt_recurrence_dup_weekly (1, 7);
  g_autofree char *fortnightly = bjt_recurrence_dup_weekly (2, 1), *second = bjt_recurrence_dup_monthly_weekday (2, 2);
  g_autofree char *last = bjt_recurrence_dup_monthly_weekday (-1, 5);

  for (guint i = 0; i < G_N_ELEMENTS (months); i++)
    {
      g_autofree char *rule = bjt_recurrence_dup_monthly (months[i].wished);

      assert_dates (rule, "2028-01-01", "2028-01-01", "2028-04-30", months[i].dates);
    }
  assert_dates (common, "2027-01-01", "2027-02-01", "2027-03-31", "2027-02-28 2027-03-30");
  assert_dates (weekly, "2026-11-20", "2026-11-20", "2026-12-01", "2026-11-22 2026-11-29");
  assert_dates (fortnightly, "2026-11-23", "2026-11-23", "2026-12-31", "2026-11-23 2026-12-07 2026-12-21");
  assert_dates (second, "2026-01-01", "2026-01-01", "2026-03-31", "2026-01-13 2026-02-10 2026-03-10");
  assert_dates (last, "2026-01-01", "2026-01-01", "2026-03-31", "2026-01-30 2026-02-27 2026-03-27");
}

static void
next_dates (void)
{
  g_autoptr (BjtRecurrence) monthly = bjt_recurrence_new ("FREQ=MONTHLY;BYMONTHDAY=15", day ("2026-01-20"), NULL);
  g_autoptr (BjtRecurrence) thrice = bjt_recurrence_new ("FREQ=WEEKLY;COUNT=3", day ("2026-01-05"), NULL);
  g_autoptr (BjtRecurrence) over = bjt_recurrence_new ("FREQ=DAILY;UNTIL=20251231", day ("2026-01-05"), NULL);
  g_autoptr (BjtRecurrence) leap = bjt_recurrence_new ("FREQ=MONTHLY;BYMONTH=2;BYDAY=5MO", day ("2026-01-01"), NULL);
  g_autoptr (GArray)        none = bjt_recurrence_list_dates (monthly, day ("2026-03-01"), day ("2026-02-01"));
  g_autoptr (GArray)        daily_dates = NULL;
  g_autoptr (BjtRecurrence) daily = bjt_recurrence_new ("FREQ=DAILY", day ("2000-01-01"), NULL);

  g_assert_cmpint (bjt_recurrence_get_next (monthly, BJT_DATE_NONE), ==, day ("2026-02-15"));
  g_assert_cmpint (bjt_recurrence_get_next (monthly, day ("2026-02-14")), ==, day ("2026-02-15"));
  g_assert_cmpint (bjt_recurrence_get_next (monthly, day ("2026-02-15")), ==, day ("2026-03-15"));
  g_assert_cmpint (bjt_recurrence_get_next (thrice, day ("2026-01-12")), ==, day ("2026-01-19"));
  g_assert_cmpint (bjt_recurrence_get_next (thrice, day ("2026-01-19")), ==, BJT_DATE_NONE);
  g_assert_cmpint (bjt_recurrence_get_next (over, BJT_DATE_NONE), ==, BJT_DATE_NONE);
  g_assert_cmpint (bjt_recurrence_get_next (leap, BJT_DATE_NONE), ==, day ("2044-02-29"));
  g_assert_cmpuint (none->len, ==, 0);
  daily_dates = bjt_recurrence_list_dates (daily, BJT_DATE_NONE, day ("2999-12-31"));
  g_assert_cmpuint (daily_dates->len, ==, BJT_RECURRENCE_MAX_DATES);
}

static void
refusals (void)
{
  static const char *const rules[] = {
    NULL, "", ";", "FREQ", "FREQ=", "=DAILY", "FREQ=SECONDLY", "FREQ=MINUTELY", "FREQ=HOURLY;INTERVAL=24", "FREQ=FOO", "INTERVAL=2",
    "freq=daily", "FREQ=DAILY;", "FREQ=DAILY;;COUNT=2", "FREQ=DAILY;FREQ=DAILY", "FREQ=DAILY;FOO=1", "FREQ=DAILY;X-A=1", "FREQ=DAILY COUNT=2",
    "RRULE:FREQ=DAILY", "FREQ=DAILY\n", "FREQ=DAILY;COUNT=二", "FREQ=DAILY;COUNT=\xff",
    "FREQ=DAILY;BYHOUR=10", "FREQ=YEARLY;BYWEEKNO=53", "FREQ=YEARLY;BYYEARDAY=366", "RSCALE=CHINESE;FREQ=YEARLY", "FREQ=DAILY;SKIP=OMIT",
    "FREQ=DAILY;INTERVAL=0", "FREQ=DAILY;INTERVAL=-1", "FREQ=DAILY;INTERVAL=367", "FREQ=MONTHLY;INTERVAL=65537", "FREQ=MONTHLY;INTERVAL=2X",
    "FREQ=MONTHLY;INTERVAL=12;BYMONTHDAY=31", "FREQ=WEEKLY;INTERVAL=54", "FREQ=YEARLY;INTERVAL=11", "FREQ=DAILY;INTERVAL=1,2",
    "FREQ=DAILY;COUNT=0", "FREQ=DAILY;COUNT=1000", "FREQ=DAILY;COUNT=-1", "FREQ=DAILY;COUNT=4294967297", "FREQ=DAILY;UNTIL=2026",
    "FREQ=DAILY;UNTIL=99999999", "FREQ=DAILY;UNTIL=20260230", "FREQ=DAILY;UNTIL=20260305T000000Z", "FREQ=DAILY;COUNT=2;UNTIL=20260305",
    "FREQ=WEEKLY;BYDAY=XX", "FREQ=WEEKLY;BYDAY=MO,", "FREQ=WEEKLY;BYDAY=MO,MO", "FREQ=WEEKLY;BYDAY=2MO", "FREQ=WEEKLY;BYDAY=", "FREQ=WEEKLY;BYDAY=-",
    "FREQ=MONTHLY;BYDAY=0MO", "FREQ=MONTHLY;BYDAY=6MO", "FREQ=MONTHLY;BYDAY=9MO", "FREQ=MONTHLY;BYDAY=-6MO", "FREQ=MONTHLY;BYDAY=1MO,TU", "FREQ=MONTHLY;BYDAY=+1MO",
    "FREQ=MONTHLY;BYMONTHDAY=0", "FREQ=MONTHLY;BYMONTHDAY=32", "FREQ=MONTHLY;BYMONTHDAY=-32", "FREQ=MONTHLY;BYMONTHDAY=1,1", "FREQ=MONTHLY;BYMONTHDAY=1,",
    "FREQ=MONTHLY;BYMONTHDAY=15;BYDAY=MO", "FREQ=WEEKLY;BYMONTHDAY=15", "FREQ=DAILY;BYMONTH=2;BYMONTHDAY=30", "FREQ=DAILY;INTERVAL=7;BYDAY=MO",
    "FREQ=MONTHLY;BYMONTH=2;BYMONTHDAY=30", "FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=30,31", "FREQ=YEARLY;BYMONTH=4,6;BYMONTHDAY=-31", "FREQ=MONTHLY;INTERVAL=2;BYMONTH=2",
    "FREQ=MONTHLY;BYMONTH=2", "FREQ=YEARLY;BYMONTH=2", "FREQ=YEARLY;BYMONTHDAY=12", "FREQ=YEARLY;BYMONTH=13;BYMONTHDAY=1", "FREQ=MONTHLY;BYSETPOS=2", "FREQ=MONTHLY;BYDAY=MO;BYSETPOS=6",
    "FREQ=MONTHLY;BYDAY=MO;BYSETPOS=0", "FREQ=MONTHLY;BYDAY=MO;BYSETPOS=1,2", "FREQ=MONTHLY;BYMONTHDAY=31,-1;BYSETPOS=2", "FREQ=WEEKLY;BYDAY=MO,TU;BYSETPOS=1",
    "FREQ=WEEKLY;WKST=XX", "FREQ=WEEKLY;WKST=SU",
  };

  for (guint i = 0; i < G_N_ELEMENTS (rules); i++)
    {
      g_autoptr (GError) error = NULL;

      g_test_message ("%s", rules[i] != NULL ? rules[i] : "NULL");
      g_assert_false (bjt_recurrence_check (rules[i], &error));
      g_assert_error (error, BJT_RECURRENCE_ERROR, 0);
      g_assert_true (g_str_has_prefix (error->message, "not a rule of repeating days: "));
      g_assert_null (strchr (error->message, '\n'));
      g_assert_null (bjt_recurrence_new (rules[i], day ("2026-01-01"), NULL));
    }
  g_assert_null (bjt_recurrence_new ("FREQ=DAILY", BJT_DATE_NONE, NULL));
  g_assert_null (bjt_recurrence_new ("FREQ=DAILY", day ("1899-12-31"), NULL));
  g_assert_null (bjt_recurrence_new ("FREQ=DAILY", G_MAXINT32, NULL));
}

static void
too_long_is_refused (void)
{
  g_autofree char   *zeros = g_strnfill (100000, '0');
  g_autofree char   *rule = g_strconcat ("FREQ=DAILY;INTERVAL=", zeros, "1", NULL);
  g_autoptr (GError) error = NULL;

  g_assert_false (bjt_recurrence_check (rule, &error));
  g_assert_cmpuint (strlen (error->message), <, 200);
}

/* The rule as a random choice makes it, and what it means for a single day. */

typedef struct
{
  const char *freq;
  int         interval;
  guint       weekdays; /* bits 1…7 */
  int         nth;      /* of the weekdays, 0: each */
  guint       months;   /* bits 1…12 */
  int         day;      /* of the month, 0: not given */
  int         position; /* of the weekdays in the month, 0: each */
  BjtDate     first;
} Choice;

static void
choose (Choice *self)
{
  static const char *const freqs[] = { "DAILY", "WEEKLY", "MONTHLY", "YEARLY" };
  static const int         longest[] = { 40, 9, 11, 4 };
  int                      k = g_test_rand_int_range (0, 4);

  memset (self, 0, sizeof *self);
  self->freq = freqs[k];
  self->interval = g_test_rand_bit () ? 1 : g_test_rand_int_range (1, longest[k]);
  if (g_test_rand_bit ())
    self->weekdays = (guint) g_test_rand_int_range (1, 128) << 1;
  if (g_test_rand_bit ())
    self->months = (guint) g_test_rand_int_range (1, 4096) << 1;
  if (k >= 2 && self->weekdays != 0 && g_test_rand_bit ())
    self->nth = g_test_rand_bit () ? g_test_rand_int_range (1, 6) : -g_test_rand_int_range (1, 6);
  if (k >= 2 && g_test_rand_bit ())
    self->day = g_test_rand_bit () ? g_test_rand_int_range (1, 32) : -g_test_rand_int_range (1, 32);
  if (k == 2 && g_test_rand_bit ())
    self->position = g_test_rand_bit () ? g_test_rand_int_range (1, 5) : -g_test_rand_int_range (1, 5);
  self->first = bjt_date_from_ymd (2019, 1, 1) + g_test_rand_int_range (0, 3000);
}

static char *
dup_rule (const Choice *self)
{
  static const char *const names[] = { "", "MO", "TU", "WE", "TH", "FR", "SA", "SU" };
  GString *rule = g_string_new (NULL);

  g_string_append_printf (rule, "FREQ=%s;INTERVAL=%d", self->freq, self->interval);
  for (int i = 1, n = 0; i <= 7; i++)
    if (self->weekdays >> i & 1)
      {
        g_string_append (rule, n++ == 0 ? ";BYDAY=" : ",");
        if (self->nth != 0)
          g_string_append_printf (rule, "%d", self->nth);
        g_string_append (rule, names[i]);
      }
  for (int i = 1, n = 0; i <= 12; i++)
    if (self->months >> i & 1)
      g_string_append_printf (rule, "%s%d", n++ == 0 ? ";BYMONTH=" : ",", i);
  if (self->day != 0)
    g_string_append_printf (rule, ";BYMONTHDAY=%d", self->day);
  if (self->position != 0)
    g_string_append_printf (rule, ";BYSETPOS=%d", self->position);
  return g_string_free (rule, FALSE);
}

/* Of the days from @low up to @high that are one of the weekdays (@weekday: only
 * this one), is @date the n-th, from the end when negative? */
static gboolean
is_nth (const Choice *self,
        BjtDate       date,
        BjtDate       low,
        BjtDate       high,
        int           n,
        int           weekday)
{
  int count = 0;

  for (BjtDate at = n > 0 ? low : high; at >= low && at <= high; at += n > 0 ? 1 : -1)
    {
      int of_week = bjt_date_get_weekday (at);

      if (weekday != 0 ? of_week == weekday : (self->weekdays >> of_week & 1) != 0)
        count++;
      if (at == date)
        return count == ABS (n);
    }
  return FALSE;
}

static gboolean
is_in_round (const Choice *self,
             BjtDate       date,
             int           months)
{
  if (strcmp (self->freq, "DAILY") == 0)
    return (date - self->first) % self->interval == 0;
  if (strcmp (self->freq, "WEEKLY") == 0)
    return ((date - bjt_date_get_weekday (date)) - (self->first - bjt_date_get_weekday (self->first))) / 7 % self->interval == 0;
  return months % (strcmp (self->freq, "MONTHLY") == 0 ? self->interval : 12 * self->interval) == 0;
}

/* Without any BY part the first day gives the day. */
static gboolean
is_like_the_first (const Choice *self,
                   BjtDate       date)
{
  int y, m, d, y1, m1, d1;

  bjt_date_get_ymd (date, &y, &m, &d);
  bjt_date_get_ymd (self->first, &y1, &m1, &d1);
  if (strcmp (self->freq, "DAILY") == 0)
    return TRUE;
  if (strcmp (self->freq, "WEEKLY") == 0)
    return bjt_date_get_weekday (date) == bjt_date_get_weekday (self->first);
  return d == d1 && (m == m1 || strcmp (self->freq, "MONTHLY") == 0);
}

static gboolean
is_date_of (const Choice *self,
            BjtDate       date)
{
  int     y, m, d, y1, m1, d1, weekday = bjt_date_get_weekday (date);
  BjtDate low, high;

  bjt_date_get_ymd (date, &y, &m, &d);
  bjt_date_get_ymd (self->first, &y1, &m1, &d1);
  if (date < self->first || !is_in_round (self, date, strcmp (self->freq, "YEARLY") == 0 ? 12 * (y - y1) : 12 * (y - y1) + m - m1))
    return FALSE;
  if (self->months != 0 && (self->months >> m & 1) == 0)
    return FALSE;
  if (self->weekdays != 0 && (self->weekdays >> weekday & 1) == 0)
    return FALSE;
  low = bjt_date_from_ymd (y, m, 1);
  high = bjt_date_add_months (low, 1) - 1;
  if (self->day != 0 && date != (self->day > 0 ? low + self->day - 1 : high + 1 + self->day))
    return FALSE;
  if (self->weekdays == 0 && self->day == 0)
    return is_like_the_first (self, date);
  if (self->position != 0)
    return self->day != 0 || is_nth (self, date, low, high, self->position, 0);
  if (self->nth != 0 && strcmp (self->freq, "YEARLY") == 0 && self->months == 0)
    return is_nth (self, date, bjt_date_from_ymd (y, 1, 1), bjt_date_from_ymd (y, 12, 31), self->nth, weekday);
  return self->nth == 0 || is_nth (self, date, low, high, self->nth, weekday);
}

static void
check_choice (const Choice        *choice,
              const BjtRecurrence *recurrence,
              BjtDate              from)
{
  BjtDate            to = from + g_test_rand_int_range (0, 2000);
  g_autoptr (GArray) dates = bjt_recurrence_list_dates (recurrence, from, to);
  g_autoptr (GArray) expected = g_array_new (FALSE, FALSE, sizeof (BjtDate));
  g_autofree char   *text = dup_dates (dates), *expected_text = NULL;

  for (BjtDate date = from; date <= to; date++)
    if (is_date_of (choice, date))
      g_array_append_val (expected, date);
  expected_text = dup_dates (expected);
  g_assert_cmpstr (text, ==, expected_text);
  if (expected->len > 0)
    g_assert_cmpint (bjt_recurrence_get_next (recurrence, from - 1), ==, g_array_index (expected, BjtDate, 0));
}

static void
any_rule_against_each_day (void)
{
  guint n_taken = 0;

  for (guint i = 0; i < 300; i++)
    {
      Choice                    choice;
      g_autofree char          *rule = NULL;
      g_autoptr (BjtRecurrence) recurrence = NULL;
      gint64                    start = g_get_monotonic_time ();

      choose (&choice);
      rule = dup_rule (&choice);
      recurrence = bjt_recurrence_new (rule, choice.first, NULL);
      if (recurrence == NULL)
        continue;
      n_taken++;
      g_test_message ("%s", rule);
      check_choice (&choice, recurrence, choice.first + g_test_rand_int_range (-100, 4000));
      g_assert_cmpint (g_get_monotonic_time () - start, <, 2 * G_USEC_PER_SEC);
    }
  g_assert_cmpuint (n_taken, >, 20);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/recurrence/rules", rules);
  g_test_add_func ("/recurrence/month-ends-and-leap-days", month_ends_and_leap_days);
  g_test_add_func ("/recurrence/patterns", patterns);
  g_test_add_func ("/recurrence/next-dates", next_dates);
  g_test_add_func ("/recurrence/refusals", refusals);
  g_test_add_func ("/recurrence/too-long-is-refused", too_long_is_refused);
  g_test_add_func ("/recurrence/any-rule-against-each-day", any_rule_against_each_day);
  return g_test_run ();
}
