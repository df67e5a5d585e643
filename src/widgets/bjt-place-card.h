/* bjt-place-card.h: a building, a grid or the whole community in figures, with
 * the doors and issues that wait first. What the card shows while no door is
 * chosen, so that it is never blank.
 */
#pragma once

#include <gtk/gtk.h>

#include "model/bjt-focus.h"

G_BEGIN_DECLS

#define BJT_TYPE_PLACE_CARD (bjt_place_card_get_type ())
G_DECLARE_FINAL_TYPE (BjtPlaceCard, bjt_place_card, BJT, PLACE_CARD, GtkWidget)

GtkWidget *bjt_place_card_new (void);
void       bjt_place_card_update (BjtPlaceCard *self, BjtFocus *focus); /* its building, else the grid of its filter, else all */

G_END_DECLS
