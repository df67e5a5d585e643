/* bjt-tile-shelf.h: tiles ready to be painted, and what is known not to be
 * there. Holds at most so many bytes; what was not used longest goes first.
 * Belongs to one thread at a time.
 */
#pragma once

#include "bjt-vector-scene.h"
#include "tiles/bjt-tile-source.h"

#include <cairo.h>

G_BEGIN_DECLS

typedef struct
{
  gatomicrefcount  references;
  BjtTileState     state;   /* never PENDING */
  gboolean         is_bad;  /* FAILED for good: its bytes make no sense */
  cairo_surface_t *picture; /* of a raster tile that is READY */
  BjtVectorScene  *scene;   /* of a vector tile that is READY */
} BjtTileContent;

BjtTileContent *bjt_tile_content_new (BjtTileState state);
BjtTileContent *bjt_tile_content_ref (BjtTileContent *self);
void            bjt_tile_content_unref (BjtTileContent *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (BjtTileContent, bjt_tile_content_unref)

/* What is painted where: a tile, or a part of it, or a child. */
typedef struct
{
  BjtTileContent *content; /* owned */
  BjtTileAddress  address; /* of the content */
  BjtTileAddress  area;    /* the part that is shown: itself or one of its descendants */
} BjtTilePiece;

void bjt_tile_piece_clear (BjtTilePiece *self);

typedef struct _BjtTileShelf BjtTileShelf;

BjtTileShelf   *bjt_tile_shelf_new (gsize max_size);
void            bjt_tile_shelf_free (BjtTileShelf *self);
BjtTileContent *bjt_tile_shelf_get (BjtTileShelf *self, const BjtTileAddress *address); /* borrowed; NULL: not known */
void            bjt_tile_shelf_add (BjtTileShelf *self, const BjtTileAddress *address, BjtTileContent *content);
void            bjt_tile_shelf_forget_failed (BjtTileShelf *self); /* but for the bad ones */
gsize           bjt_tile_shelf_get_size (const BjtTileShelf *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (BjtTileShelf, bjt_tile_shelf_free)

G_END_DECLS
