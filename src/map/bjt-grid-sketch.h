/* bjt-grid-sketch.h: how grids look while they are edited.
 */
#pragma once

#include "model/bjt-grid-draft.h"
#include "paint/bjt-map-frame.h"

#include <cairo.h>

G_BEGIN_DECLS

typedef struct
{
  const BjtGridDraft *draft;
  const GArray       *flaws;    /* BjtFlaw; may be NULL */
  const GArray       *overlaps; /* those of the grids that change just now; may be NULL */
  guint32             chosen;
  guint32             vertex;   /* hot or chosen; NONE */
  const GArray       *line;     /* BjtPoint: half drawn; may be NULL */
  gboolean            is_ring;
  gboolean            is_dragged; /* the vertex */
  BjtPoint            pointer;  /* where a click would set a corner; NAN */
  gboolean            is_snapped;
  BjtPoint            trouble;  /* where the last refusal lies; NAN */
  gboolean            is_dark;
} BjtGridSketch;

void bjt_grid_sketch_draw (const BjtGridSketch *self, cairo_t *cr, const BjtMapFrame *frame);

G_END_DECLS
