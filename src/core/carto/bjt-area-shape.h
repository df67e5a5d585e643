/* bjt-area-shape.h: the ground of an area in Mercator: as it was drawn, or
 * estimated around its buildings.
 */
#pragma once

#include "paint/bjt-map-frame.h"
#include "model/bjt-area.h"

#include <cairo.h>

G_BEGIN_DECLS

typedef struct
{
  BjtGeometry *ground;       /* Mercator; NULL: the area is nowhere */
  gboolean     is_estimated;
  BjtPoint     middle;       /* where a label has the most room */
  double       radius;       /* of that room, Mercator */
} BjtAreaShape;

void bjt_area_shape_init (BjtAreaShape *self, BjtAreaKind kind, const BjtPicture *picture, guint32 area);
void bjt_area_shape_clear (BjtAreaShape *self);
void bjt_area_shape_trace (const BjtAreaShape *self, cairo_t *cr, const BjtMapFrame *frame);
void bjt_area_shape_hatch (const BjtAreaShape *self, cairo_t *cr, const BjtMapFrame *frame, double spacing, gboolean is_falling);

G_END_DECLS
