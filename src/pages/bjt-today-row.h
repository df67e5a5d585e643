/* bjt-today-row.h: shows a line of the day's list; one widget serves many lines.
 */
#pragma once

#include <gtk/gtk.h>

#include "bjt-today-line.h"
#include "model/bjt-focus.h"

G_BEGIN_DECLS

#define BJT_TYPE_TODAY_ROW (bjt_today_row_get_type ())
G_DECLARE_FINAL_TYPE (BjtTodayRow, bjt_today_row, BJT, TODAY_ROW, GtkWidget)

/* Actions: line.record (int outcome) and line.more, which ask those around it
 * for today.record (uui: door, outcome) and today.more (uint door) */

GtkWidget      *bjt_today_row_new (BjtFocus *focus);
void            bjt_today_row_set_line (BjtTodayRow *self, BjtTodayLine *line); /* NULL: none */
BjtTodayLine   *bjt_today_row_get_line (BjtTodayRow *self);
GtkCheckButton *bjt_today_row_get_check (BjtTodayRow *self);

extern const int bjt_today_outcomes[]; /* those of every day but 见面, as menus list them; ends with -1 */

G_END_DECLS
