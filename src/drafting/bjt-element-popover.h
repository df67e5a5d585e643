/* bjt-element-popover.h: what chosen elements are: kind, whose door, words,
 * thickness.
 */
#pragma once

#include "bjt-plan-selection.h"

G_BEGIN_DECLS

#define BJT_TYPE_ELEMENT_POPOVER (bjt_element_popover_get_type ())
G_DECLARE_FINAL_TYPE (BjtElementPopover, bjt_element_popover, BJT, ELEMENT_POPOVER, GtkPopover)

GtkWidget *bjt_element_popover_new (void);
void       bjt_element_popover_fill (BjtElementPopover *self, BjtDraftBoard *board, BjtPlanSelection *selection); /* before it pops up */

G_END_DECLS
