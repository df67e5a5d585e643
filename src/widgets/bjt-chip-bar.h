/* bjt-chip-bar.h: chips that are the legend and the filter at once: glyph,
 * colour, word and live count.
 *
 * Click: only this one (again: everything). Ctrl+click: this one too.
 * Right click: all but this one. With the keyboard Enter, Ctrl+Enter, Delete.
 * What does not fit stands behind "More".
 */
#pragma once

#include <gtk/gtk.h>

#include "model/bjt-focus.h"

G_BEGIN_DECLS

#define BJT_TYPE_CHIP_BAR (bjt_chip_bar_get_type ())
G_DECLARE_FINAL_TYPE (BjtChipBar, bjt_chip_bar, BJT, CHIP_BAR, GtkWidget)

/* Actions, each with the key of a chip ("category:low_income", "class:3",
 * "overdue", "open-issue"): chips.only, chips.add, chips.exclude; and
 * chips.clear without one. */

GtkWidget *bjt_chip_bar_new (void);
void       bjt_chip_bar_set_focus (BjtChipBar *self, BjtFocus *focus); /* property "focus" */

G_END_DECLS
