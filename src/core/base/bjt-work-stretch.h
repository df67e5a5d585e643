/* bjt-work-stretch.h: a stretch of days off, or of weekend days that are worked.
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
} BjtWorkStretch;

#define BJT_WORK_STRETCH_MAX_DAYS 60 /* days; a longer one is a slip of the pen */
#define BJT_WORK_STRETCH_MAX_NAME 120   /* bytes */

gboolean bjt_work_stretch_is_valid (const BjtWorkStretch *self);
gboolean bjt_work_stretch_parse (const char *line, BjtWorkStretch *self);
char    *bjt_work_stretch_dup_string (const BjtWorkStretch *self);
void     bjt_work_stretch_clear (BjtWorkStretch *self);
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (BjtWorkStretch, bjt_work_stretch_clear)

GArray *bjt_work_stretches_new (void); /* of BjtWorkStretch, which it frees */
void    bjt_work_stretches_add (GArray *stretches, BjtDate from, BjtDate to, gboolean is_worked, const char *name);

G_END_DECLS
