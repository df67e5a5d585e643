/* bjt-map-layers.h: what lies on the map, one over the other.
 */
#pragma once

#include "bjt-canvas-layer.h"
#include "bjt-choice-layer.h"
#include "bjt-map-base.h"
#include "bjt-map-facts.h"
#include "bjt-route-layer.h"

G_BEGIN_DECLS

#define BJT_N_MAP_CANVASES 3

typedef struct
{
  ShumateMap      *map;       /* holds the layers */
  ShumateViewport *viewport;  /* of the map */
  BjtMapBase      *base;      /* owned */
  BjtMapFacts     *facts;     /* owned: buildings and doors */
  BjtCanvasLayer  *selection;
  BjtRouteLayer   *routes;
  BjtChoiceLayer  *choice;
  BjtCanvasLayer  *canvases[BJT_N_MAP_CANVASES]; /* of base, facts, selection: from below */
} BjtMapLayers;

void     bjt_map_layers_make (BjtMapLayers *self); /* with the map, which is floating */
void     bjt_map_layers_clear (BjtMapLayers *self);
gboolean bjt_map_layers_are_painted (const BjtMapLayers *self);

G_END_DECLS
