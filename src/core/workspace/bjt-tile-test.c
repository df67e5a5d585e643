/* bjt-tile-test.c: the tile that lies over a place of the ground, where the
 * source's datum has it, at a zoom that shows houses; in a pack that has none so
 * deep, the deepest one that covers the place. */
#include "bjt-tile-test.h"

#include <math.h>

#include "geo/bjt-mercator.h"
#include "tiles/bjt-tile-trouble.h"

#define ZOOM 16u

void
bjt_tile_test_free (BjtTileTest *self)
{
  if (self == NULL)
    return;
  g_clear_pointer (&self->bytes, g_bytes_unref);
  g_free (self);
}

BjtPoint
bjt_tile_test_find_place (const BjtPicture *picture)
{
  const BjtBox *extent = &picture->extent;

  if (bjt_box_is_empty (extent))
    return BJT_TILE_TEST_PLACE;
  return bjt_mercator_unproject ((BjtPoint) { (extent->x1 + extent->x2) / 2, (extent->y1 + extent->y2) / 2 });
}

static BjtTileAddress
find_address (const BjtTileInfo *info,
              BjtPoint           lon_lat)
{
  BjtPoint       place = bjt_mercator_project (bjt_datum_shift (info->datum, lon_lat));
  guint          zoom = CLAMP (ZOOM, info->min_zoom, info->max_zoom);
  double         n = exp2 (zoom);
  BjtTileAddress address = { zoom, (guint) CLAMP (floor (place.x * n), 0, n - 1), (guint) CLAMP (floor (place.y * n), 0, n - 1) };

  return address;
}

static void
test_worker (GTask        *task,
             gpointer      source,
             gpointer      address,
             GCancellable *cancellable)
{
  g_autoptr (BjtTileTest) test = g_new0 (BjtTileTest, 1);
  guint   min_zoom = bjt_tile_source_get_info (source)->min_zoom;
  GError *error = NULL;
  gint64  begin = g_get_monotonic_time ();

  test->address = *(const BjtTileAddress *) address;
  test->bytes = bjt_tile_source_probe (source, &test->address, cancellable, &error);
  while (test->bytes == NULL && error == NULL && test->address.zoom > min_zoom)
    {
      test->address = (BjtTileAddress) { test->address.zoom - 1, test->address.column / 2, test->address.row / 2 };
      test->bytes = bjt_tile_source_probe (source, &test->address, cancellable, &error);
    }
  test->ms = (guint) ((g_get_monotonic_time () - begin) / 1000);
  test->is_picture = bjt_tile_source_get_info (source)->kind == BJT_TILE_RASTER;
  if (test->bytes == NULL && error == NULL)
    error = bjt_tile_trouble_new (BJT_TILE_TROUBLE_MISSING);
  if (error != NULL)
    g_task_return_error (task, error);
  else
    g_task_return_pointer (task, g_steal_pointer (&test), (GDestroyNotify) bjt_tile_test_free);
}

void
bjt_tile_test_async (BjtTileSource      *source,
                     BjtPoint            lon_lat,
                     GCancellable       *cancellable,
                     GAsyncReadyCallback callback,
                     gpointer            user_data)
{
  g_autoptr (GTask) task = g_task_new (source, cancellable, callback, user_data);
  BjtTileAddress address = find_address (bjt_tile_source_get_info (source), lon_lat);

  g_task_set_source_tag (task, bjt_tile_test_async);
  g_task_set_task_data (task, g_memdup2 (&address, sizeof address), g_free);
  g_task_run_in_thread (task, test_worker);
}

BjtTileTest *
bjt_tile_test_finish (GAsyncResult *result,
                      GError      **error)
{
  return g_task_propagate_pointer (G_TASK (result), error);
}
