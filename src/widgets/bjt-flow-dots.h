/* bjt-flow-dots.h: how far an issue has come: six dots along the flow.
 */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define BJT_TYPE_FLOW_DOTS (bjt_flow_dots_get_type ())
G_DECLARE_FINAL_TYPE (BjtFlowDots, bjt_flow_dots, BJT, FLOW_DOTS, GtkWidget)

GtkWidget *bjt_flow_dots_new (int status, gboolean is_overdue);

G_END_DECLS
