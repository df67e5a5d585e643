/* bjt-footprints.h: the outlines of the buildings of a picture in Mercator,
 * projected once.
 */
#pragma once

#include "paint/bjt-map-frame.h"
#include "model/bjt-picture.h"

#include <cairo.h>

G_BEGIN_DECLS

typedef struct _BjtFootprints BjtFootprints;

/* A stripe across a building: from and to along its long side, on the surface. */
typedef struct
{
  BjtPoint origin; /* where the stripe counts from */
  double   angle;  /* of the long side */
  double   from, to;
} BjtStripe;

BjtFootprints *bjt_footprints_new (const BjtPicture *picture);
void           bjt_footprints_free (BjtFootprints *self);
gboolean       bjt_footprints_has (const BjtFootprints *self, guint32 building);
void           bjt_footprints_trace (const BjtFootprints *self, cairo_t *cr, const BjtMapFrame *frame, guint32 building);
void           bjt_footprints_trace_stripe (const BjtFootprints *self, cairo_t *cr, const BjtMapFrame *frame, guint32 building, const BjtStripe *stripe);
gboolean       bjt_footprints_is_rectangle (const BjtFootprints *self, guint32 building);

G_END_DECLS
