/* bjt-clock.c: times are microseconds since 1970 in UTC; 0 is "not known". */
#include "bjt-clock.h"

#include <string.h>

#define US_PER_DAY (G_GINT64_CONSTANT (86400) * G_USEC_PER_SEC)
#define SHANGHAI_OFFSET_US (G_GINT64_CONSTANT (28800) * G_USEC_PER_SEC)

void
bjt_clock_init (BjtClock *self)
{
  self->as_of = BJT_DATE_NONE;
  self->fixed_us = 0;
}

void
bjt_clock_init_as_of (BjtClock *self,
                      BjtDate   as_of)
{
  bjt_clock_init (self);
  self->as_of = as_of;
  if (as_of != BJT_DATE_NONE)
    self->fixed_us = bjt_time_from_local (as_of, 12 * 60);
}

/**
 * bjt_clock_get_now:
 *
 * Returns: microseconds since 1970-01-01 UTC. On a set day it is noon plus the
 *   time of day's passing microseconds, so that later is still later.
 */
gint64
bjt_clock_get_now (const BjtClock *self)
{
  if (self->as_of == BJT_DATE_NONE)
    return g_get_real_time ();
  return self->fixed_us + g_get_real_time () % (G_GINT64_CONSTANT (21600) * G_USEC_PER_SEC);
}

BjtDate
bjt_clock_get_today (const BjtClock *self)
{
  return self->as_of != BJT_DATE_NONE ? self->as_of : bjt_time_get_local_date (g_get_real_time ());
}

BjtDate
bjt_time_get_local_date (gint64 utc_us)
{
  gint64 local = utc_us + SHANGHAI_OFFSET_US;

  return (BjtDate) (local >= 0 ? local / US_PER_DAY : -((-local + US_PER_DAY - 1) / US_PER_DAY));
}

/**
 * bjt_time_get_local_minute:
 *
 * Returns: minutes since local midnight, 0…1439
 */
int
bjt_time_get_local_minute (gint64 utc_us)
{
  gint64 start = bjt_time_from_local (bjt_time_get_local_date (utc_us), 0);

  return (int) ((utc_us - start) / (60 * G_USEC_PER_SEC));
}

gint64
bjt_time_from_local (BjtDate day,
                     int     minute)
{
  return day * US_PER_DAY + (gint64) minute * 60 * G_USEC_PER_SEC - SHANGHAI_OFFSET_US;
}

/**
 * bjt_time_format:
 * @utc_us: 0 gives the empty string
 * @text: (out): ISO 8601 in UTC, with microseconds
 */
void
bjt_time_format (gint64 utc_us,
                 char   text[BJT_TIME_STRING_SIZE])
{
  BjtDate day = (BjtDate) (utc_us / US_PER_DAY);
  gint64  rest = utc_us % US_PER_DAY;
  gint64  seconds;
  char    date[BJT_DATE_STRING_SIZE];

  text[0] = '\0';
  if (utc_us == 0)
    return;
  if (rest < 0)
    {
      rest += US_PER_DAY;
      day--;
    }
  bjt_date_format (day, date);
  seconds = rest / G_USEC_PER_SEC;
  g_snprintf (text, BJT_TIME_STRING_SIZE, "%sT%02u:%02u:%02u.%06uZ", date,
              (guint) (seconds / 3600) % 24u, (guint) (seconds / 60 % 60),
              (guint) (seconds % 60), (guint) (rest % G_USEC_PER_SEC));
}

/**
 * bjt_time_parse:
 * @text: (nullable): what bjt_time_format() writes
 *
 * Returns: microseconds since 1970-01-01 UTC, 0 when it is no time
 */
gint64
bjt_time_parse (const char *text)
{
  BjtDate day;
  gint64  us = 0;
  int     unit = 100000;
  int     part;

  if (text == NULL || strlen (text) < 20 || text[10] != 'T')
    return 0;
  day = bjt_date_parse (text);
  if (day == BJT_DATE_NONE)
    return 0;
  for (int i = 11; i <= 17; i += 3)
    {
      if (!g_ascii_isdigit (text[i]) || !g_ascii_isdigit (text[i + 1]))
        return 0;
      part = (text[i] - '0') * 10 + (text[i + 1] - '0');
      if (part >= (i == 11 ? 24 : 60))
        return 0;
      us = us * 60 + part;
    }
  us *= G_USEC_PER_SEC;
  if (text[19] == '.')
    for (int i = 20; g_ascii_isdigit (text[i]) && unit > 0; i++, unit /= 10)
      us += (text[i] - '0') * unit;
  return day * US_PER_DAY + us;
}
