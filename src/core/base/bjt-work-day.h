/* bjt-work-day.h: a stretch of days off, or of weekend days that are worked.
 *
 * As text one line: FROM TO off|work NAME.
 */
#pragma once

#include "bjt-date.h"

G_BEGIN_DECLS

typedef struct
{
  BjtDate  from;
  BjtDate  to;        /* that day too */
  gboolean is_worked; /* else off */
  char    *name;      /* 春节 */
} BjtWorkDay;

#define BJT_WORK_DAY_MAX_STRETCH 60 /* days; a longer one is a slip of the pen */
#define BJT_WORK_DAY_MAX_NAME 120   /* bytes */

gboolean bjt_work_day_is_valid (const BjtWorkDay *self);
gboolean bjt_work_day_parse (const char *line, BjtWorkDay *self);
char    *bjt_work_day_dup_string (const BjtWorkDay *self);
void     bjt_work_day_clear (BjtWorkDay *self);
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (BjtWorkDay, bjt_work_day_clear)

GArray *bjt_work_days_new (void); /* of BjtWorkDay, which it frees */
void    bjt_work_days_add (GArray *days, BjtDate from, BjtDate to, gboolean is_worked, const char *name);

G_END_DECLS
