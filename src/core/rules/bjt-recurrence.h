/* bjt-recurrence.h: a task that comes again, as a rule of iCalendar (RFC 5545).
 *
 * Immutable. Days only: no hours. Each date is one of the rule, on the first day
 * or later; a first day that does not fit the rule is none of them.
 */
#pragma once

#include "base/bjt-date.h"

G_BEGIN_DECLS

#define BJT_RECURRENCE_ERROR (bjt_recurrence_error_quark ())
GQuark bjt_recurrence_error_quark (void);

#define BJT_RECURRENCE_MAX_DATES 4000 /* of one range */

typedef struct _BjtRecurrence BjtRecurrence;

BjtRecurrence *bjt_recurrence_new (const char *rule, BjtDate first, GError **error);
void           bjt_recurrence_free (BjtRecurrence *self);
gboolean       bjt_recurrence_check (const char *rule, GError **error);
BjtDate        bjt_recurrence_get_next (const BjtRecurrence *self, BjtDate after); /* BJT_DATE_NONE: it is over */
GArray        *bjt_recurrence_list_dates (const BjtRecurrence *self, BjtDate from, BjtDate to); /* of BjtDate */

/* Rules that people ask for; weekdays are 1 Monday … 7 Sunday. */
char *bjt_recurrence_dup_weekly (int n_weeks, int weekday);         /* every, every second, … */
char *bjt_recurrence_dup_monthly (int day);                         /* 1…31, in a shorter month its last day */
char *bjt_recurrence_dup_monthly_weekday (int nth, int weekday);    /* 1…4, or -1 the last */

G_DEFINE_AUTOPTR_CLEANUP_FUNC (BjtRecurrence, bjt_recurrence_free)

G_END_DECLS
