/* bjt-date-button.h: a day on a button, chosen from a calendar.
 */
#pragma once

#include <gtk/gtk.h>

#include "base/bjt-date.h"

G_BEGIN_DECLS

#define BJT_TYPE_DATE_BUTTON (bjt_date_button_get_type ())
G_DECLARE_FINAL_TYPE (BjtDateButton, bjt_date_button, BJT, DATE_BUTTON, GtkWidget)

/* Signal "changed": a person chose another day. */

BjtDate bjt_date_button_get_date (BjtDateButton *self);
void    bjt_date_button_set_date (BjtDateButton *self, BjtDate date); /* BJT_DATE_NONE: none; shown as "—" */
void    bjt_date_button_set_today (BjtDateButton *self, BjtDate today); /* where the calendar opens when there is none */

G_END_DECLS
