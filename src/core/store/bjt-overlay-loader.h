/* bjt-overlay-loader.h: the layers of a community file with their shapes.
 */
#pragma once

#include "bjt-store.h"
#include "model/bjt-overlay.h"

G_BEGIN_DECLS

BjtOverlayList *bjt_overlay_loader_load (BjtStore *store, GError **error);

G_END_DECLS
