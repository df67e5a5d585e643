/* bjt-address-compound.h: the name of the compound in what leads to a building.
 */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

gsize bjt_address_compound_find (const char *text, gsize length);

G_END_DECLS
