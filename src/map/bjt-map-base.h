/* bjt-map-base.h: the lowest layer of the map: streets, tiles of a pack or a
 * service, or quiet ground.
 */
#pragma once

#include "bjt-canvas-layer.h"
#include "basemap/bjt-map-painter.h"
#include "basemap/bjt-tile-painter.h"
#include "tiles/bjt-tile-source.h"

G_BEGIN_DECLS

typedef enum
{
  BJT_BASE_MAP_NONE,
  BJT_BASE_MAP_PAINTED,
  BJT_BASE_MAP_PACK,
} BjtBaseMap;

typedef struct _BjtMapBase BjtMapBase;

BjtMapBase     *bjt_map_base_new (ShumateViewport *viewport, BjtPaintQueue *queue);
void            bjt_map_base_free (BjtMapBase *self);
BjtCanvasLayer *bjt_map_base_get_layer (BjtMapBase *self);
void            bjt_map_base_set_picture (BjtMapBase *self, BjtPicture *picture);
void            bjt_map_base_set_style (BjtMapBase *self, const BjtMapStyle *style);
void            bjt_map_base_set_kind (BjtMapBase *self, BjtBaseMap kind);
BjtBaseMap      bjt_map_base_get_kind (BjtMapBase *self);
void            bjt_map_base_set_tiles (BjtMapBase *self, BjtTileSource *source);
BjtTileSource  *bjt_map_base_get_tiles (BjtMapBase *self); /* borrowed; NULL: none */
BjtMapPainter  *bjt_map_base_get_names (BjtMapBase *self);       /* borrowed; NULL: the base map has its own */
BjtTilePainter *bjt_map_base_get_named_tiles (BjtMapBase *self); /* borrowed; NULL: no tiles are shown */
char           *bjt_map_base_dup_attribution (BjtMapBase *self); /* NULL: none is due */
char           *bjt_map_base_take_error (BjtMapBase *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (BjtMapBase, bjt_map_base_free)

G_END_DECLS
