/* bjt-work-calendar.h: which days are worked on.
 *
 * Monday to Friday, but for the days off and the weekends worked for them that
 * the State Council names each year. Immutable, and shared by reference.
 */
#pragma once

#include <gio/gio.h>

#include "base/bjt-work-stretch.h"

G_BEGIN_DECLS

#define BJT_WORK_CALENDAR_ERROR (bjt_work_calendar_error_quark ())
GQuark bjt_work_calendar_error_quark (void);

typedef struct _BjtWorkCalendar BjtWorkCalendar;

const BjtWorkCalendar *bjt_work_calendar_get_default (void); /* as shipped: 2019 to 2026 */

/* Lines "FROM TO off|work NAME"; empty ones and those after # are passed over. */
BjtWorkCalendar *bjt_work_calendar_new_from_text (const char *text, GError **error);
BjtWorkCalendar *bjt_work_calendar_new_with_stretches (const BjtWorkStretch *stretches, guint n_stretches);
BjtWorkCalendar *bjt_work_calendar_ref (const BjtWorkCalendar *self);
void             bjt_work_calendar_unref (BjtWorkCalendar *self); /* NULL: nothing */
G_DEFINE_AUTOPTR_CLEANUP_FUNC (BjtWorkCalendar, bjt_work_calendar_unref)

gboolean    bjt_work_calendar_is_worked (const BjtWorkCalendar *self, BjtDate day);
const char *bjt_work_calendar_get_name (const BjtWorkCalendar *self, BjtDate day); /* 春节; NULL: an ordinary day */
BjtDate     bjt_work_calendar_add_days (const BjtWorkCalendar *self, BjtDate from, int n);
int         bjt_work_calendar_count_days (const BjtWorkCalendar *self, BjtDate from, BjtDate to);
int         bjt_work_calendar_get_last_year (const BjtWorkCalendar *self); /* that it names days of; later ones go by the week alone */

G_END_DECLS
