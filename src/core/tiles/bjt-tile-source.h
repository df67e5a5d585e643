/* bjt-tile-source.h: where the tiles of a base map come from: a pack, a service.
 *
 * Subclasses read one tile at a time. Packs answer at once; services answer
 * from their cache, or say that the tile is on its way and emit "arrived".
 */
#pragma once

#include "geo/bjt-datum.h"

#include <gio/gio.h>

G_BEGIN_DECLS

/* Web Mercator; rows are counted from the north. */
typedef struct
{
  guint zoom, column, row;
} BjtTileAddress;

typedef enum
{
  BJT_TILE_RASTER, /* a picture: PNG, JPEG, WebP */
  BJT_TILE_VECTOR, /* a Mapbox Vector Tile, gzip or plain */
} BjtTileKind;

typedef enum
{
  BJT_TILE_READY,   /* its bytes are given */
  BJT_TILE_MISSING, /* the source has none there: show the ground */
  BJT_TILE_PENDING, /* on its way: show its parent; "arrived" follows */
  BJT_TILE_FAILED,  /* error is set: show its parent; not asked for again before the source says so */
} BjtTileState;

/* Owned by the source, never changes. */
typedef struct
{
  char        *name;
  char        *format;        /* png, jpg, webp, pbf */
  BjtTileKind  kind;
  guint        min_zoom;      /* of the source's own tile numbers */
  guint        max_zoom;      /* deeper zooms show parts of these */
  guint        tile_size;     /* px a raster tile is meant for: 256, 512 */
  BjtBox       bounds;        /* lon/lat; empty: everywhere */
  BjtDatum     datum;
  char        *attribution;   /* plain text, may be NULL */
  char        *review_number; /* 审图号, may be NULL */
  GStrv        layers;        /* vector: names of its layers, may be NULL */
} BjtTileInfo;

void bjt_tile_info_clear (BjtTileInfo *self);

#define BJT_TYPE_TILE_SOURCE (bjt_tile_source_get_type ())
G_DECLARE_DERIVABLE_TYPE (BjtTileSource, bjt_tile_source, BJT, TILE_SOURCE, GObject)

struct _BjtTileSourceClass
{
  GObjectClass parent_class;

  const BjtTileInfo *(*get_info) (BjtTileSource *self);
  BjtTileState (*read) (BjtTileSource *self, const BjtTileAddress *address, GBytes **bytes, GError **error);
  void (*want) (BjtTileSource *self, const BjtTileAddress *addresses, guint n_addresses);
  char *(*dup_trouble) (BjtTileSource *self);
  GBytes *(*probe) (BjtTileSource *self, const BjtTileAddress *address, GCancellable *cancellable, GError **error);
};

/* Signals, in the main context:
 *   "arrived" (void): tiles that were pending can be read
 *   "trouble-changed" (void): dup_trouble() says something else */

/* All of these may be called from any thread, several at once. */
const BjtTileInfo *bjt_tile_source_get_info (BjtTileSource *self);
BjtTileState       bjt_tile_source_read (BjtTileSource *self, const BjtTileAddress *address, GBytes **bytes, GError **error);
void               bjt_tile_source_want (BjtTileSource *self, const BjtTileAddress *addresses, guint n_addresses); /* what is painted next: anything else on its way is given up */
char              *bjt_tile_source_dup_trouble (BjtTileSource *self); /* NULL: all is well; else one line for the person */
GBytes            *bjt_tile_source_probe (BjtTileSource *self, const BjtTileAddress *address, GCancellable *cancellable, GError **error); /* asks the service itself and waits; NULL without an error: there is none */
void               bjt_tile_source_emit_arrived (BjtTileSource *self); /* for subclasses; from any thread */
void               bjt_tile_source_emit_trouble (BjtTileSource *self);

G_END_DECLS
