/* bjt-tile-test.h: fetches one tile of a base map, to see whether it works.
 */
#pragma once

#include "model/bjt-picture.h"
#include "tiles/bjt-tile-source.h"

G_BEGIN_DECLS

typedef struct
{
  BjtTileAddress address;
  GBytes        *bytes;
  guint          ms; /* it took */
  gboolean       is_picture;
} BjtTileTest;

#define BJT_TILE_TEST_PLACE ((BjtPoint) { 116.391, 39.907 }) /* lon/lat; the capital */

BjtPoint     bjt_tile_test_find_place (const BjtPicture *picture); /* lon/lat: the middle of the community */
void         bjt_tile_test_free (BjtTileTest *self);
void         bjt_tile_test_async (BjtTileSource *source, BjtPoint lon_lat, GCancellable *cancellable, GAsyncReadyCallback callback, gpointer user_data);
BjtTileTest *bjt_tile_test_finish (GAsyncResult *result, GError **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (BjtTileTest, bjt_tile_test_free)

G_END_DECLS
