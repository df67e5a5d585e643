/* bjt-search-box.h: the one field that finds everything: doors, people,
 * buildings, compounds and commands.
 */
#pragma once

#include <adwaita.h>

#include "model/bjt-focus.h"

G_BEGIN_DECLS

#define BJT_TYPE_SEARCH_BOX (bjt_search_box_get_type ())
G_DECLARE_FINAL_TYPE (BjtSearchBox, bjt_search_box, BJT, SEARCH_BOX, AdwBin)

void bjt_search_box_set_focus (BjtSearchBox *self, BjtFocus *focus); /* NULL: nothing is open */
void bjt_search_box_start (BjtSearchBox *self);                      /* the person wants to type */

G_END_DECLS
