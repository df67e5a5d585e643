/* bjt-time-limit.h: how long something may take: 2h, 24h, 7d, 15d, 3w.
 *
 * A value; written as a number and one letter: h hours, d days, w working days.
 */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

#define BJT_TIME_LIMIT_ERROR (bjt_time_limit_error_quark ())
GQuark bjt_time_limit_error_quark (void);

typedef enum
{
  BJT_TIME_LIMIT_HOURS,
  BJT_TIME_LIMIT_DAYS, /* of the calendar, worked or not */
  BJT_TIME_LIMIT_WORKING_DAYS,
} BjtTimeLimitUnit;

typedef struct
{
  int              n; /* 1…BJT_TIME_LIMIT_MAX; 0: no limit */
  BjtTimeLimitUnit unit;
} BjtTimeLimit;

#define BJT_TIME_LIMIT_MAX 9999
#define BJT_TIME_LIMIT_STRING_SIZE 6 /* "9999w" and the NUL */

gboolean bjt_time_limit_parse (const char *text, BjtTimeLimit *self, GError **error);
void     bjt_time_limit_format (BjtTimeLimit self, char text[BJT_TIME_LIMIT_STRING_SIZE]);

G_END_DECLS
