/* bjt-visit-list.h: the visits of a door along a line, newest first.
 */
#pragma once

#include <gtk/gtk.h>

#include "model/bjt-picture.h"

G_BEGIN_DECLS

#define BJT_TYPE_VISIT_LIST (bjt_visit_list_get_type ())
G_DECLARE_FINAL_TYPE (BjtVisitList, bjt_visit_list, BJT, VISIT_LIST, GtkWidget)

/* Signals "correct", "remove" (const BjtVisit *): chosen in the menu of a visit. */

GtkWidget *bjt_visit_list_new (void);

/* visits: (element-type BjtVisit) newest first, NULL: not known yet; staff:
 * (element-type BjtStaff), may be NULL. Both are taken a reference of. */
void bjt_visit_list_set_visits (BjtVisitList *self, GPtrArray *visits, GPtrArray *staff, BjtDate as_of);

G_END_DECLS
