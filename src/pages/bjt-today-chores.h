/* bjt-today-chores.h: what else the day holds: the two patrols, tasks that are due.
 */
#pragma once

#include "bjt-page.h"

G_BEGIN_DECLS

#define BJT_TYPE_TODAY_CHORES (bjt_today_chores_get_type ())
G_DECLARE_FINAL_TYPE (BjtTodayChores, bjt_today_chores, BJT, TODAY_CHORES, GtkWidget)

GtkWidget *bjt_today_chores_new (BjtPage *page); /* which outlives it */
void       bjt_today_chores_update (BjtTodayChores *self, guint32 grid); /* BJT_NO_INDEX: all */

G_END_DECLS
