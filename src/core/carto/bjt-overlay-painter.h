/* bjt-overlay-painter.h: layers of one's own on the map: areas with a
 * translucent ground, lines, points, and their labels.
 *
 * Made for one list of layers, then painted from any thread: the ground under
 * the buildings, points and labels over them.
 */
#pragma once

#include "paint/bjt-map-frame.h"
#include "paint/bjt-palette.h"
#include "model/bjt-overlay.h"

G_BEGIN_DECLS

typedef struct _BjtOverlayPainter BjtOverlayPainter;

BjtOverlayPainter *bjt_overlay_painter_new (BjtOverlayList *overlays); /* NULL: none */
BjtOverlayPainter *bjt_overlay_painter_ref (BjtOverlayPainter *self);
void               bjt_overlay_painter_unref (BjtOverlayPainter *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (BjtOverlayPainter, bjt_overlay_painter_unref)

BjtOverlayList *bjt_overlay_painter_get_list (BjtOverlayPainter *self); /* borrowed; may be NULL */
void            bjt_overlay_painter_paint_ground (BjtOverlayPainter *self, cairo_t *cr, const BjtMapFrame *frame, const BjtPalette *palette, gboolean is_shaded);
guint           bjt_overlay_painter_paint_labels (BjtOverlayPainter *self, cairo_t *cr, const BjtMapFrame *frame, const BjtPalette *palette); /* how many had no room */

/* The shape of a shown layer there, or BJT_NO_INDEX; @tolerance is Mercator. */
guint32 bjt_overlay_painter_find (BjtOverlayPainter *self, guint layer, BjtPoint mercator, double tolerance);

G_END_DECLS
