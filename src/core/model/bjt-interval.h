/* bjt-interval.h: a length of calendar time: 7d, 2w, 1m, 1y.
 *
 * Months and years keep the day of the month, or take the last day where the
 * month is too short: 31 January and 1m make 28 or 29 February.
 */
#pragma once

#include "base/bjt-date.h"

G_BEGIN_DECLS

typedef enum
{
  BJT_INTERVAL_DAYS,
  BJT_INTERVAL_MONTHS,
} BjtIntervalUnit;

typedef struct
{
  int             n; /* 0: none */
  BjtIntervalUnit unit;
} BjtInterval;

gboolean bjt_interval_parse (BjtInterval *self, const char *text);
char    *bjt_interval_dup_string (BjtInterval self);
BjtDate  bjt_interval_add (BjtInterval self, BjtDate day, int times);
int      bjt_interval_get_days (BjtInterval self); /* about: to compare two */

G_END_DECLS
