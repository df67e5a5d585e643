/* bjt-tile-template.h: the address of a tile service with places to fill in.
 *
 * {z} {x} {y}              zoom, column, row from the north; also {zoom},
 *                          {TileMatrix}, {TileCol}, {TileRow}
 * {z:ID,ID,…}              names of the zooms from 0 on; an empty one is no zoom
 * {-y} {tmsy}              row from the south
 * {q} {quadkey}            all three in one
 * {s} {switch:a,b} {0-7} {a-c}  one of several servers ({s}: a, b, c)
 * {r}                      "@2x" for dense screens
 * {key} {tk}               the user's key
 */
#pragma once

#include "bjt-tile-source.h"

G_BEGIN_DECLS

typedef struct _BjtTileTemplate BjtTileTemplate;

BjtTileTemplate *bjt_tile_template_new (const char *text, GError **error);
void             bjt_tile_template_free (BjtTileTemplate *self);
const char      *bjt_tile_template_get_text (const BjtTileTemplate *self);
gboolean         bjt_tile_template_wants_key (const BjtTileTemplate *self);
char            *bjt_tile_template_expand (const BjtTileTemplate *self, const BjtTileAddress *address, gboolean is_dense, const char *key);
char            *bjt_tile_template_take_key (const char *text, char **key);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (BjtTileTemplate, bjt_tile_template_free)

G_END_DECLS
