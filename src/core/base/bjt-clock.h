/* bjt-clock.h: the time the program believes in.
 *
 * Passed to whatever needs "now", so that tests and `--as-of` can set it.
 * Days are those of Asia/Shanghai (UTC+8, no summer time) whatever the machine
 * is set to.
 */
#pragma once

#include "bjt-date.h"

G_BEGIN_DECLS

typedef struct
{
  BjtDate as_of;      /* BJT_DATE_NONE: follow the machine's clock */
  gint64  fixed_us;   /* with as_of: noon of that day, so that order is stable */
} BjtClock;

#define BJT_TIME_STRING_SIZE 28 /* "2026-11-22T04:05:06.123456Z" and the NUL */

void    bjt_clock_init (BjtClock *self);
void    bjt_clock_init_as_of (BjtClock *self, BjtDate as_of);
BjtDate bjt_clock_get_today (const BjtClock *self);
gint64  bjt_clock_get_now (const BjtClock *self);

BjtDate bjt_time_get_local_date (gint64 utc_us);
int     bjt_time_get_local_minute (gint64 utc_us);
gint64  bjt_time_from_local (BjtDate day, int minute);
void    bjt_time_format (gint64 utc_us, char text[BJT_TIME_STRING_SIZE]);
gint64  bjt_time_parse (const char *text);

G_END_DECLS
