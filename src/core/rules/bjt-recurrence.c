/* bjt-recurrence.c: over libical, which knows the calendar but searches thousands
 * of years for a date that never comes. So only rules are let through that do
 * come, at the latest after a few decades; the rest is refused with a reason:
 * hours and shorter, week numbers, days of the year, other calendars, and parts
 * that may exclude each other. What libical makes of a number that is too large
 * is not left to it either.
 *
 * Cost: a date is some microseconds; days, weeks and months are not counted up from the
 * first one. Any thread. */
#include "bjt-recurrence.h"

#include <libical/ical.h>
#include <string.h>

#define MAX_RULE 255
#define MAX_COUNT 999
#define LONGEST_GAP_YEARS 60

struct _BjtRecurrence
{
  struct icalrecurrencetype rule;
  BjtDate                   first; /* of weekdays the first date, else as given */
};

G_DEFINE_QUARK (bjt-recurrence-error-quark, bjt_recurrence_error)

/* Parts of the rule as they are written; NULL: not there. */
typedef struct
{
  char *freq, *interval, *count, *until, *wkst;
  char *by_day, *by_month, *by_month_day, *by_set_pos;
} Parts;

static void
parts_clear (Parts *self)
{
  char **const all[] = { &self->freq, &self->interval, &self->count, &self->until, &self->wkst,
                         &self->by_day, &self->by_month, &self->by_month_day, &self->by_set_pos };

  for (gsize i = 0; i < G_N_ELEMENTS (all); i++)
    g_clear_pointer (all[i], g_free);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Parts, parts_clear)

static gboolean
refuse (GError    **error,
        const char *reason)
{
  g_set_error (error, BJT_RECURRENCE_ERROR, 0, "not a rule of repeating days: %s", reason);
  return FALSE;
}

/* Reading */

static gboolean
take_part (Parts      *self,
           const char *text,
           GError    **error)
{
  const struct
  {
    const char *name;
    char      **value;
  } known[] = {
    { "FREQ", &self->freq }, { "INTERVAL", &self->interval }, { "COUNT", &self->count }, { "UNTIL", &self->until },
    { "WKST", &self->wkst }, { "BYDAY", &self->by_day }, { "BYMONTH", &self->by_month },
    { "BYMONTHDAY", &self->by_month_day }, { "BYSETPOS", &self->by_set_pos },
  };
  g_auto (GStrv) halves = g_strsplit (text, "=", 2);

  if (g_strv_length (halves) != 2 || *halves[1] == '\0')
    return refuse (error, "its parts are NAME=VALUE, with ; between them");
  for (gsize i = 0; i < G_N_ELEMENTS (known); i++)
    if (strcmp (halves[0], known[i].name) == 0)
      {
        if (*known[i].value != NULL)
          return refuse (error, "a part is there twice");
        *known[i].value = g_strdup (halves[1]);
        return TRUE;
      }
  return refuse (error, "only FREQ, INTERVAL, COUNT, UNTIL, WKST, BYDAY, BYMONTH, BYMONTHDAY and BYSETPOS are understood");
}

static gboolean
take_parts (Parts      *self,
            const char *rule,
            GError    **error)
{
  g_auto (GStrv) texts = NULL;

  if (rule == NULL || *rule == '\0' || strlen (rule) > MAX_RULE)
    return refuse (error, "it is empty or too long");
  if (rule[strspn (rule, "ABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789=;,+-")] != '\0')
    return refuse (error, "it has other signs than capital letters, digits and = ; , + -");
  texts = g_strsplit (rule, ";", -1);
  for (guint i = 0; texts[i] != NULL; i++)
    if (!take_part (self, texts[i], error))
      return FALSE;
  return TRUE;
}

/* Numbers with commas between them, none twice; an absent list is one of none.
 * Returns whether that is what the text is. */
static gboolean
read_numbers (const char *text,
              int         most,
              gboolean    may_be_negative,
              GArray     *numbers)
{
  g_auto (GStrv) words = g_strsplit (text != NULL ? text : "", ",", -1);

  for (guint i = 0; words[i] != NULL; i++)
    {
      const char *digits = words[i] + (words[i][0] == '-' && may_be_negative);
      int         n;

      if (strlen (digits) < 1 || strlen (digits) > 3 || digits[strspn (digits, "0123456789")] != '\0')
        return FALSE;
      n = (int) g_ascii_strtoll (words[i], NULL, 10);
      if (n == 0 || ABS (n) > most)
        return FALSE;
      for (guint k = 0; k < numbers->len; k++)
        if (g_array_index (numbers, int, k) == n)
          return FALSE;
      g_array_append_val (numbers, n);
    }
  return TRUE;
}

static gboolean
is_number (const char *text,
           int         most)
{
  g_autoptr (GArray) numbers = g_array_new (FALSE, FALSE, sizeof (int));

  return text == NULL || (read_numbers (text, most, FALSE, numbers) && numbers->len == 1);
}

static gboolean
is_weekday (const char *text)
{
  static const char *const weekdays[] = { "MO", "TU", "WE", "TH", "FR", "SA", "SU", NULL };

  return g_strv_contains (weekdays, text);
}

/* Weekdays with commas between them, none twice, where asked for with 1…5 or
 * -1…-5 before; all of them, or none. */
static gboolean
read_weekdays (const char *text,
               gboolean   *have_numbers,
               guint      *n)
{
  g_auto (GStrv) words = g_strsplit (text != NULL ? text : "", ",", -1);
  guint          n_numbered = 0;

  *n = g_strv_length (words);
  for (guint i = 0; i < *n; i++)
    {
      const char *word = words[i];
      gboolean    is_numbered = g_ascii_isdigit (*word) || *word == '-';

      word += *word == '-';
      if (is_numbered && !(*word >= '1' && *word <= '5'))
        return FALSE;
      word += is_numbered;
      n_numbered += is_numbered;
      if (!is_weekday (word))
        return FALSE;
      for (guint k = 0; k < i; k++)
        if (strcmp (words[k], words[i]) == 0)
          return FALSE;
    }
  *have_numbers = n_numbered > 0;
  return n_numbered == 0 || n_numbered == *n;
}

/* What may stand together, so that every rule has dates */

static gboolean
check_end (const Parts *parts,
           GError     **error)
{
  if (!is_number (parts->count, MAX_COUNT))
    return refuse (error, "COUNT is 1 to 999");
  if (parts->until != NULL && (strlen (parts->until) != 8 || bjt_date_parse (parts->until) == BJT_DATE_NONE))
    return refuse (error, "UNTIL is a day, such as 20261231");
  if (parts->count != NULL && parts->until != NULL)
    return refuse (error, "it has an end by COUNT or by UNTIL, not by both");
  if (parts->wkst != NULL && strcmp (parts->wkst, "MO") != 0)
    return refuse (error, "weeks begin on Monday, WKST is MO");
  return TRUE;
}

static gboolean
check_interval (const Parts *parts,
                GError     **error)
{
  gboolean is_simple = parts->interval == NULL || strcmp (parts->interval, "1") == 0;

  if (strcmp (parts->freq, "DAILY") == 0 && !is_number (parts->interval, 366))
    return refuse (error, "INTERVAL is 1 to 366 days");
  if (strcmp (parts->freq, "WEEKLY") == 0 && !is_number (parts->interval, 53))
    return refuse (error, "INTERVAL is 1 to 53 weeks");
  if (strcmp (parts->freq, "MONTHLY") == 0 && !is_number (parts->interval, 11))
    return refuse (error, "INTERVAL is 1 to 11 months; longer ones are FREQ=YEARLY");
  if (strcmp (parts->freq, "YEARLY") == 0 && !is_number (parts->interval, 10))
    return refuse (error, "INTERVAL is 1 to 10 years");
  if (!is_simple && parts->by_day != NULL && strcmp (parts->freq, "DAILY") == 0)
    return refuse (error, "every few days and a weekday may never meet; use FREQ=WEEKLY");
  if (!is_simple && parts->by_month != NULL && strcmp (parts->freq, "YEARLY") != 0)
    return refuse (error, "INTERVAL and BYMONTH may never meet");
  return TRUE;
}

/* Some day of the list is in some month of the list, a leap year's February included. */
static gboolean
have_common_day (GArray *months,
                 GArray *days)
{
  static const int longest[] = { 31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31 };

  for (guint i = 0; i < months->len; i++)
    for (guint k = 0; k < days->len; k++)
      if (ABS (g_array_index (days, int, k)) <= longest[g_array_index (months, int, i) - 1])
        return TRUE;
  return months->len == 0 || days->len == 0;
}

static gboolean
check_position (const Parts *parts,
                GArray      *days,
                gboolean     have_numbers,
                GError     **error)
{
  g_autoptr (GArray) position = g_array_new (FALSE, FALSE, sizeof (int));
  guint              n_negative = 0;

  if (parts->by_set_pos == NULL)
    return TRUE;
  for (guint i = 0; i < days->len; i++)
    n_negative += g_array_index (days, int, i) < 0;
  if (strcmp (parts->freq, "MONTHLY") != 0 || parts->by_month != NULL || have_numbers
      || (parts->by_day == NULL) == (days->len == 0) || (n_negative > 0 && n_negative < days->len))
    return refuse (error, "BYSETPOS picks one of the BYDAY or BYMONTHDAY of a month");
  if (!read_numbers (parts->by_set_pos, days->len > 0 ? (int) days->len : 4, TRUE, position) || position->len != 1)
    return refuse (error, "BYSETPOS is one number, no larger than what it picks from");
  return TRUE;
}

static gboolean
check_days (const Parts *parts,
            GError     **error)
{
  g_autoptr (GArray) months = g_array_new (FALSE, FALSE, sizeof (int)), days = g_array_new (FALSE, FALSE, sizeof (int));
  gboolean           is_short = strcmp (parts->freq, "DAILY") == 0 || strcmp (parts->freq, "WEEKLY") == 0, have_numbers;
  guint              n_weekdays;

  if (!read_numbers (parts->by_month, 12, FALSE, months))
    return refuse (error, "BYMONTH is months from 1 to 12");
  if (!read_numbers (parts->by_month_day, 31, TRUE, days))
    return refuse (error, "BYMONTHDAY is days from 1 to 31, or from the month's end -1 to -31");
  if (!read_weekdays (parts->by_day, &have_numbers, &n_weekdays))
    return refuse (error, "BYDAY is weekdays such as MO,TH, or 2TU for the second Tuesday and -1FR for the last Friday");
  if (is_short && (days->len > 0 || have_numbers))
    return refuse (error, "days of the month go with FREQ=MONTHLY or FREQ=YEARLY");
  if (days->len > 0 && n_weekdays > 0)
    return refuse (error, "BYDAY and BYMONTHDAY may never meet; use one of them");
  if (!is_short && months->len > 0 && days->len == 0 && n_weekdays == 0)
    return refuse (error, "BYMONTH goes with a BYDAY or BYMONTHDAY");
  if (strcmp (parts->freq, "YEARLY") == 0 && days->len > 0 && months->len == 0)
    return refuse (error, "BYMONTHDAY of a year goes with BYMONTH");
  if (!have_common_day (months, days))
    return refuse (error, "no month of BYMONTH has a day of BYMONTHDAY");
  return check_position (parts, days, have_numbers, error);
}

static gboolean
check_rule (const char *rule,
            GError    **error)
{
  static const char *const freqs[] = { "DAILY", "WEEKLY", "MONTHLY", "YEARLY", NULL };
  g_auto (Parts) parts = { NULL };

  if (!take_parts (&parts, rule, error))
    return FALSE;
  if (parts.freq == NULL || !g_strv_contains (freqs, parts.freq))
    return refuse (error, "FREQ is DAILY, WEEKLY, MONTHLY or YEARLY");
  return check_end (&parts, error) && check_interval (&parts, error) && check_days (&parts, error);
}

static gboolean
parse_rule (const char                *text,
            struct icalrecurrencetype *rule,
            GError                   **error)
{
  if (!check_rule (text, error))
    return FALSE;
  *rule = icalrecurrencetype_from_string (text);
  return rule->freq != ICAL_NO_RECURRENCE || refuse (error, "the calendar does not understand it");
}

/* Dates */

static struct icaltimetype
to_ical (BjtDate date)
{
  struct icaltimetype time;

  memset (&time, 0, sizeof time); /* icaltime_null_date() has hours of -1, which spoil the dates */
  bjt_date_get_ymd (date, &time.year, &time.month, &time.day);
  time.is_date = 1;
  return time;
}

static gboolean
has_weekday (const struct icalrecurrencetype *rule,
             BjtDate                          date)
{
  for (int i = 0; i < ICAL_BY_DAY_SIZE && rule->by_day[i] != ICAL_RECURRENCE_ARRAY_MAX; i++)
    if ((int) icalrecurrencetype_day_day_of_week (rule->by_day[i]) == bjt_date_get_weekday (date) % 7 + 1)
      return TRUE;
  return FALSE;
}

/* The first date of a rule of weeks: of the first day's week what is left, else of
 * the next one that counts. libical takes the wrong week for Sunday when it is
 * given a first day that is no date of the rule. */
static BjtDate
find_start (const struct icalrecurrencetype *rule,
            BjtDate                          first)
{
  BjtDate monday = first - (bjt_date_get_weekday (first) - 1);
  BjtDate later = monday + 7 * rule->interval;

  if (rule->freq != ICAL_WEEKLY_RECURRENCE || rule->by_day[0] == ICAL_RECURRENCE_ARRAY_MAX)
    return first;
  for (BjtDate date = first; date < monday + 7; date++)
    if (has_weekday (rule, date))
      return date;
  while (!has_weekday (rule, later))
    later++;
  return later;
}

/* Whole rounds of months later, one before @to; the first day where months can't
 * be left out: its own day counts and not every month has it. */
static BjtDate
skip_months (const BjtRecurrence *self,
             BjtDate              to)
{
  gboolean has_days = self->rule.by_day[0] != ICAL_RECURRENCE_ARRAY_MAX || self->rule.by_month_day[0] != ICAL_RECURRENCE_ARRAY_MAX;
  int      y, m, d, y1, m1, d1, rounds;

  bjt_date_get_ymd (to, &y, &m, &d);
  bjt_date_get_ymd (self->first, &y1, &m1, &d1);
  rounds = (12 * (y - y1) + m - m1) / self->rule.interval - 1;
  if (rounds < 1 || (!has_days && d1 > 28))
    return self->first;
  return bjt_date_add_months (has_days ? self->first - (d1 - 1) : self->first, rounds * self->rule.interval);
}

/* The dates up to this day are of no interest: where they are not counted, the
 * rule starts as many whole rounds later as lie between. */
static BjtDate
skip_rounds (const BjtRecurrence *self,
             BjtDate              to)
{
  int round = self->rule.freq == ICAL_DAILY_RECURRENCE ? self->rule.interval
              : self->rule.freq == ICAL_WEEKLY_RECURRENCE ? 7 * self->rule.interval
                                                          : 0;

  if (self->rule.count > 0 || to <= self->first)
    return self->first;
  if (self->rule.freq == ICAL_MONTHLY_RECURRENCE)
    return skip_months (self, to);
  return round > 0 ? self->first + (to - self->first) / round * round : self->first;
}

/* Adds the dates from @from up to and with @to, until there are as many as wanted. */
static void
walk (const BjtRecurrence *self,
      BjtDate              from,
      BjtDate              to,
      GArray              *dates,
      guint                most)
{
  icalrecur_iterator *iterator = icalrecur_iterator_new (self->rule, to_ical (skip_rounds (self, from)));
  BjtDate             last = BJT_DATE_NONE;

  while (iterator != NULL && dates->len < most)
    {
      struct icaltimetype time = icalrecur_iterator_next (iterator);
      BjtDate             date = bjt_date_from_ymd (time.year, time.month, time.day);

      if (icaltime_is_null_time (time) || date == BJT_DATE_NONE || date <= last || date > to)
        break;
      last = date;
      if (date >= from)
        g_array_append_val (dates, date);
    }
  g_clear_pointer (&iterator, icalrecur_iterator_free);
}

/**
 * bjt_recurrence_list_dates:
 *
 * Returns: (transfer full): the dates from @from up to and with @to, in their
 *   order, at most BJT_RECURRENCE_MAX_DATES
 */
GArray *
bjt_recurrence_list_dates (const BjtRecurrence *self,
                           BjtDate              from,
                           BjtDate              to)
{
  GArray *dates = g_array_new (FALSE, FALSE, sizeof (BjtDate));

  if (from == BJT_DATE_NONE || from < self->first)
    from = self->first;
  if (to >= from)
    walk (self, from, to, dates, BJT_RECURRENCE_MAX_DATES);
  return dates;
}

/**
 * bjt_recurrence_get_next:
 * @after: BJT_DATE_NONE gives the first date of all
 */
BjtDate
bjt_recurrence_get_next (const BjtRecurrence *self,
                         BjtDate              after)
{
  g_autoptr (GArray) dates = g_array_new (FALSE, FALSE, sizeof (BjtDate));
  BjtDate            from = after < self->first ? self->first : after + 1;

  walk (self, from, bjt_date_add_months (from, 12 * LONGEST_GAP_YEARS), dates, 1);
  return dates->len > 0 ? g_array_index (dates, BjtDate, 0) : BJT_DATE_NONE;
}

/**
 * bjt_recurrence_new:
 * @rule: (nullable): such as FREQ=MONTHLY;BYMONTHDAY=15
 * @first: the day that rounds are counted from, 1900 to 2199
 *
 * Returns: (transfer full) (nullable): the recurrence, or NULL with one clear line
 */
BjtRecurrence *
bjt_recurrence_new (const char *rule,
                    BjtDate     first,
                    GError    **error)
{
  g_autoptr (BjtRecurrence) self = g_new0 (BjtRecurrence, 1);

  if (!parse_rule (rule, &self->rule, error))
    return NULL;
  if (first < bjt_date_from_ymd (1900, 1, 1) || first > bjt_date_from_ymd (2199, 12, 31))
    {
      refuse (error, "it starts on no day from 1900 to 2199");
      return NULL;
    }
  self->first = find_start (&self->rule, first);
  return g_steal_pointer (&self);
}

void
bjt_recurrence_free (BjtRecurrence *self)
{
  g_free (self);
}

gboolean
bjt_recurrence_check (const char *rule,
                      GError    **error)
{
  struct icalrecurrencetype parsed;

  return parse_rule (rule, &parsed, error);
}

/* Patterns */

static const char *
get_weekday (int weekday)
{
  static const char *const weekdays[] = { "MO", "TU", "WE", "TH", "FR", "SA", "SU" };

  return weekdays[CLAMP (weekday, 1, 7) - 1];
}

char *
bjt_recurrence_dup_weekly (int n_weeks,
                           int weekday)
{
  if (n_weeks <= 1)
    return g_strdup_printf ("FREQ=WEEKLY;BYDAY=%s", get_weekday (weekday));
  return g_strdup_printf ("FREQ=WEEKLY;INTERVAL=%d;BYDAY=%s", n_weeks, get_weekday (weekday));
}

/* Of the days 28 up to the wished one the month's last: where there is none, the
 * one before. Plain BYMONTHDAY=31 would leave out half of the months. */
char *
bjt_recurrence_dup_monthly (int day)
{
  static const char *const ends[] = { "28,29", "28,29,30", "28,29,30,31" };

  if (day <= 28)
    return g_strdup_printf ("FREQ=MONTHLY;BYMONTHDAY=%d", day);
  return g_strdup_printf ("FREQ=MONTHLY;BYMONTHDAY=%s;BYSETPOS=-1", ends[MIN (day, 31) - 29]);
}

char *
bjt_recurrence_dup_monthly_weekday (int nth,
                                    int weekday)
{
  return g_strdup_printf ("FREQ=MONTHLY;BYDAY=%d%s", nth, get_weekday (weekday));
}
