/* bjt-tile-form.h: one base map, to be read, changed and tested.
 */
#pragma once

#include "tiles/bjt-tile-services.h"

#include <adwaita.h>

G_BEGIN_DECLS

#define BJT_TYPE_TILE_FORM (bjt_tile_form_get_type ())
G_DECLARE_FINAL_TYPE (BjtTileForm, bjt_tile_form, BJT, TILE_FORM, AdwBin)

/* Signals: "accepted" (void): what was entered makes sense; get_entry has it. */

void                bjt_tile_form_set_up (BjtTileForm *self, BjtTileServices *services, BjtPoint place); /* the test shows the tile at the place, lon/lat */
void                bjt_tile_form_set_entry (BjtTileForm *self, const BjtTileEntry *entry);
const BjtTileEntry *bjt_tile_form_get_entry (BjtTileForm *self);
void                bjt_tile_form_accept (BjtTileForm *self);

G_END_DECLS
