/* bjt-map-painter.h: the base map: streets, green, water, names.
 *
 * Made once for a picture, then painted from any thread, for tiles, for the
 * window and for paper alike. Neighbouring frames of one scale fit together
 * without a seam: what is painted depends on the place in the world alone.
 */
#pragma once

#include "paint/bjt-map-frame.h"
#include "bjt-map-style.h"
#include "model/bjt-picture.h"

G_BEGIN_DECLS

typedef struct _BjtMapPainter BjtMapPainter;

BjtMapPainter *bjt_map_painter_new (BjtPicture *picture);
BjtMapPainter *bjt_map_painter_ref (BjtMapPainter *self);
void           bjt_map_painter_unref (BjtMapPainter *self);
void           bjt_map_painter_paint (BjtMapPainter *self, cairo_t *cr, const BjtMapFrame *frame, const BjtMapStyle *style);
guint          bjt_map_painter_paint_names (BjtMapPainter *self, cairo_t *cr, const BjtMapFrame *frame, const BjtMapStyle *style);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (BjtMapPainter, bjt_map_painter_unref)

G_END_DECLS
