/* bjt-pack-painter.h: a pack of raster tiles (MBTiles and the like) as a base
 * map. Whoever opens packs lends a function that reads one tile.
 */
#pragma once

#include "paint/bjt-map-frame.h"

#include <cairo.h>
#include <gio/gio.h>

G_BEGIN_DECLS

/* Reads the picture of a tile, rows counted from the north. NULL without an
 * error: there is none. Called on the paint thread. */
typedef GBytes *(*BjtTilePackFunc) (guint zoom, guint column, guint row, gpointer user_data, GError **error);

typedef struct _BjtPackPainter BjtPackPainter;

BjtPackPainter *bjt_pack_painter_new (BjtTilePackFunc func, gpointer user_data, GDestroyNotify destroy, guint min_zoom, guint max_zoom);
BjtPackPainter *bjt_pack_painter_ref (BjtPackPainter *self);
void            bjt_pack_painter_unref (BjtPackPainter *self);
void            bjt_pack_painter_paint (BjtPackPainter *self, cairo_t *cr, const BjtMapFrame *frame);
char           *bjt_pack_painter_take_error (BjtPackPainter *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (BjtPackPainter, bjt_pack_painter_unref)

G_END_DECLS
