/* bjt-tile-painter.h: a tile source as a base map, for the window, pictures and
 * paper alike.
 */
#pragma once

#include "paint/bjt-map-frame.h"
#include "bjt-map-style.h"
#include "tiles/bjt-tile-source.h"

#include <cairo.h>

G_BEGIN_DECLS

typedef struct _BjtTilePainter BjtTilePainter;

BjtTilePainter *bjt_tile_painter_new (BjtTileSource *source);
BjtTilePainter *bjt_tile_painter_ref (BjtTilePainter *self);
void            bjt_tile_painter_unref (BjtTilePainter *self);
BjtTileSource  *bjt_tile_painter_get_source (BjtTilePainter *self);
void            bjt_tile_painter_paint (BjtTilePainter *self, cairo_t *cr, const BjtMapFrame *frame, const BjtMapStyle *style);
guint           bjt_tile_painter_paint_names (BjtTilePainter *self, cairo_t *cr, const BjtMapFrame *frame, const BjtMapStyle *style);
char           *bjt_tile_painter_take_error (BjtTilePainter *self);
guint           bjt_tile_painter_take_n_pending (BjtTilePainter *self); /* tiles that paintings missed since the last call: they are on their way */
guint           bjt_tile_painter_get_n_errors (BjtTilePainter *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (BjtTilePainter, bjt_tile_painter_unref)

G_END_DECLS
