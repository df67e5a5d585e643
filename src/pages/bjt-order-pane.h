/* bjt-order-pane.h: one order of the queue, and the buttons that decide it.
 */
#pragma once

#include <gtk/gtk.h>

#include "model/bjt-focus.h"
#include "workspace/bjt-workspace-orders.h"

G_BEGIN_DECLS

#define BJT_TYPE_ORDER_PANE (bjt_order_pane_get_type ())
G_DECLARE_FINAL_TYPE (BjtOrderPane, bjt_order_pane, BJT, ORDER_PANE, GtkBox)

/* Signals: "decided" (string: what was done, for a notice). Errors are shown near. */

GtkWidget *bjt_order_pane_new (BjtWorkspace *workspace, BjtFocus *focus);
void       bjt_order_pane_show (BjtOrderPane *self, const BjtOrderCase *found); /* NULL: nothing */
gboolean   bjt_order_pane_choose (BjtOrderPane *self, guint number);            /* the button of that number, from 1; 0: no place */

G_END_DECLS
