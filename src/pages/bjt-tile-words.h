/* bjt-tile-words.h: base maps and their troubles in the user's language.
 */
#pragma once

#include "tiles/bjt-tile-services.h"

G_BEGIN_DECLS

char *bjt_tile_words_explain (const GError *error);
char *bjt_tile_words_describe (const BjtTileEntry *entry, BjtTileServices *services); /* kind · datum · state */

G_END_DECLS
