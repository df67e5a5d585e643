/* bjt-map-facts.h: the layer of grids, buildings and doors, and what of them
 * stands at a place of the screen.
 */
#pragma once

#include "bjt-canvas-layer.h"
#include "model/bjt-filter.h"
#include "carto/bjt-building-painter.h"
#include "basemap/bjt-map-painter.h"
#include "basemap/bjt-tile-painter.h"
#include "carto/bjt-shading.h"
#include "carto/bjt-storey.h"

G_BEGIN_DECLS

typedef struct _BjtMapFacts BjtMapFacts;

BjtMapFacts    *bjt_map_facts_new (ShumateViewport *viewport, BjtPaintQueue *queue);
void            bjt_map_facts_free (BjtMapFacts *self);
BjtCanvasLayer *bjt_map_facts_get_layer (BjtMapFacts *self);
void            bjt_map_facts_set_picture (BjtMapFacts *self, BjtPicture *picture, const BjtFilter *filter);
BjtPicture     *bjt_map_facts_get_picture (BjtMapFacts *self); /* borrowed; may be NULL */
BjtBuildingPainter *bjt_map_facts_get_painter (BjtMapFacts *self);
void            bjt_map_facts_set_filter (BjtMapFacts *self, const BjtFilter *filter);
void            bjt_map_facts_set_style (BjtMapFacts *self, const BjtPalette *palette, const BjtMapStyle *style);
void            bjt_map_facts_set_door_style (BjtMapFacts *self, BjtDoorStyle door_style);
BjtDoorStyle    bjt_map_facts_get_door_style (BjtMapFacts *self);
void            bjt_map_facts_set_privacy (BjtMapFacts *self, gboolean curtain, gboolean shows_names);
void            bjt_map_facts_choose_door (BjtMapFacts *self, guint32 door);
void            bjt_map_facts_set_drawings (BjtMapFacts *self, GHashTable *drawings); /* under plans, as in BjtBuildingLook; never changed afterwards; may be NULL */
void            bjt_map_facts_set_level (BjtMapFacts *self, int level); /* BJT_ALL_STOREYS: cells of all levels */
int             bjt_map_facts_get_level (BjtMapFacts *self);
gboolean        bjt_map_facts_get_curtain (BjtMapFacts *self);
void            bjt_map_facts_set_shading (BjtMapFacts *self, const BjtShading *shading);
const BjtShading  *bjt_map_facts_get_shading (BjtMapFacts *self);
BjtShadingPainter *bjt_map_facts_get_shades (BjtMapFacts *self); /* borrowed; NULL without a picture */
void            bjt_map_facts_set_names (BjtMapFacts *self, BjtMapPainter *names, BjtTilePainter *tiles);
void            bjt_map_facts_set_quiet (BjtMapFacts *self, gboolean is_quiet);

guint32  bjt_map_facts_find_area (BjtMapFacts *self, const BjtMapFrame *view, double x, double y, BjtAreaKind *kind); /* of those filled; or BJT_NO_INDEX */
char    *bjt_map_facts_dup_figure (BjtMapFacts *self, guint32 area); /* 第3网格: 13.7 % (51 ÷ 372) */
char    *bjt_map_facts_dup_overlay_text (BjtMapFacts *self, const BjtMapFrame *view, double x, double y); /* a line a layer: 责任区: 张家; NULL: none */
void     bjt_map_facts_find_at (BjtMapFacts *self, const BjtMapFrame *view, double x, double y, guint32 *building, guint32 *door);
gboolean bjt_map_facts_find_badge (BjtMapFacts *self, const BjtMapFrame *view, double x, double y, BjtBadgeHit *hit);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (BjtMapFacts, bjt_map_facts_free)

G_END_DECLS
