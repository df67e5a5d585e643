/* bjt-world-source.h: gives the viewport its scale: tiles of 512 px, so that
 * zoom 20 shows a door 3.6 m wide at 55 px. Holds no tiles itself.
 */
#pragma once

#include <shumate/shumate.h>

G_BEGIN_DECLS

#define BJT_WORLD_TILE_SIZE 512
#define BJT_WORLD_MIN_ZOOM 3
#define BJT_WORLD_MAX_ZOOM 20

#define BJT_TYPE_WORLD_SOURCE (bjt_world_source_get_type ())
G_DECLARE_FINAL_TYPE (BjtWorldSource, bjt_world_source, BJT, WORLD_SOURCE, ShumateMapSource)

ShumateMapSource *bjt_world_source_new (void);

G_END_DECLS
