/* bjt-tile-metadata.h: what packs of tiles say of themselves, whatever file
 * holds them.
 */
#pragma once

#include "bjt-tile-source.h"

G_BEGIN_DECLS

#define BJT_TILE_METADATA_MAX_ZOOM 26u

void        bjt_tile_metadata_init (BjtTileInfo *info);
void        bjt_tile_metadata_set (BjtTileInfo *info, const char *key, const char *value);        /* the first value of a key stays */
void        bjt_tile_metadata_set_json (BjtTileInfo *info, const char *text, gsize size);
void        bjt_tile_metadata_set_format (BjtTileInfo *info, const char *format);
const char *bjt_tile_metadata_get_format (GBytes *tile); /* png, jpg, webp or pbf by the first bytes; NULL: none of these */
gboolean    bjt_tile_metadata_holds (const BjtTileInfo *info, const BjtTileAddress *address); /* whether a tile can be there */

G_END_DECLS
