/* bjt-map-names.h: names on the base map, placed so that none covers another.
 */
#pragma once

#include "bjt-map-items.h"
#include "bjt-map-style.h"

G_BEGIN_DECLS

guint bjt_map_names_paint (const BjtMapItems *items, cairo_t *cr, const BjtMapFrame *frame, const BjtMapStyle *style);

G_END_DECLS
