/* bjt-tile-dialog.h: the list of base maps: add, change, test, order, remove.
 */
#pragma once

#include "bjt-base-maps.h"

#include <adwaita.h>

G_BEGIN_DECLS

#define BJT_TYPE_TILE_DIALOG (bjt_tile_dialog_get_type ())
G_DECLARE_FINAL_TYPE (BjtTileDialog, bjt_tile_dialog, BJT, TILE_DIALOG, AdwWindow)

void bjt_tile_dialog_present (GtkWindow *parent, BjtBaseMaps *maps, BjtPoint place); /* where its test looks, lon/lat */

G_END_DECLS
