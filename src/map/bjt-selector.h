/* bjt-selector.h: how the hand on the map changes the selection of the focus.
 *
 * A drawing alone begins anew, with Ctrl it adds, with Alt it takes away. Only
 * doors that pass the filter are taken.
 */
#pragma once

#include "model/bjt-focus.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define BJT_TYPE_SELECTOR (bjt_selector_get_type ())
G_DECLARE_FINAL_TYPE (BjtSelector, bjt_selector, BJT, SELECTOR, GObject)

BjtSelector *bjt_selector_new (void);
void         bjt_selector_set_level (BjtSelector *self, int level); /* of the plans shown; BJT_ALL_STOREYS: none are */
void         bjt_selector_set_focus (BjtSelector *self, BjtFocus *focus); /* NULL: everything below does nothing */
void         bjt_selector_take_ring (BjtSelector *self, const BjtPoint *ring, guint n_points, GdkModifierType modifiers); /* Mercator */
void         bjt_selector_toggle (BjtSelector *self, guint32 building, guint32 door); /* the door, or all of the building */
void         bjt_selector_take_all (BjtSelector *self);
gboolean     bjt_selector_clear (BjtSelector *self); /* whether there was one */

G_END_DECLS
