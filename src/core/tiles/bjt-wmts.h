/* bjt-wmts.h: what a Web Map Tile Service (OGC 07-057r7) offers, as templates of
 * addresses.
 */
#pragma once

#include "bjt-tile-source.h"

G_BEGIN_DECLS

typedef struct
{
  char       *identifier;
  char       *title;
  char       *url; /* bjt-tile-template.h */
  BjtTileKind kind;
  guint       min_zoom, max_zoom;
  guint       tile_size;
  BjtBox      bounds; /* lon/lat; empty: everywhere */
} BjtWmtsLayer;

void bjt_wmts_layer_free (BjtWmtsLayer *self);

GPtrArray *bjt_wmts_read (const char *xml, gsize length, const char *url, GError **error);

G_END_DECLS
