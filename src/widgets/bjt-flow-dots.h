/* bjt-flow-dots.h: how far an issue has come: six dots along the flow.
 */
#pragma once

#include <gtk/gtk.h>

#include "paint/bjt-palette.h"

G_BEGIN_DECLS

#define BJT_TYPE_FLOW_DOTS (bjt_flow_dots_get_type ())
G_DECLARE_FINAL_TYPE (BjtFlowDots, bjt_flow_dots, BJT, FLOW_DOTS, GtkWidget)

/* How its clock stands */
typedef enum
{
  BJT_FLOW_ON_TIME,
  BJT_FLOW_OVERDUE,
  BJT_FLOW_DUE_SOON,
  BJT_FLOW_STILL, /* it waits, or is ended */
} BjtFlowTone;

#define BJT_FLOW_DOTS_WIDTH 95
#define BJT_FLOW_DOTS_HEIGHT 10

/* For those who draw themselves: the upper left corner. */
void bjt_flow_dots_paint (cairo_t *cr, const BjtPalette *palette, double x, double y, int status, BjtFlowTone tone);

GtkWidget *bjt_flow_dots_new (int status, gboolean is_overdue);
void       bjt_flow_dots_set (BjtFlowDots *self, int status, BjtFlowTone tone);

G_END_DECLS
