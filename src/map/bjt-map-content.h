/* bjt-map-content.h: what the canvases of the map paint.
 */
#pragma once

#include "canvas/bjt-paint-queue.h"
#include "carto/bjt-building-painter.h"
#include "basemap/bjt-map-painter.h"
#include "carto/bjt-overlay-painter.h"
#include "carto/bjt-shading.h"
#include "basemap/bjt-tile-painter.h"

G_BEGIN_DECLS

/* Whose names stand over the outlines of the grids and under the buildings;
 * each may be NULL. */
typedef struct
{
  BjtMapPainter  *streets;
  BjtTilePainter *tiles;
} BjtMapNames;

BjtPaintContent *bjt_map_content_new_base (BjtMapPainter *painter, BjtTilePainter *tiles, const BjtMapStyle *style);
BjtPaintContent *bjt_map_content_new_facts (BjtBuildingPainter *painter, BjtShadingPainter *shades, BjtOverlayPainter *overlays, const BjtBuildingLook *look, const BjtMapNames *names, const BjtMapStyle *style);

G_END_DECLS
