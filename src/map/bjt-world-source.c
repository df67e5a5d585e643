/* bjt-world-source.c: a map source that is never asked for a tile: our canvases
 * paint the view as a whole. */
#include "bjt-world-source.h"

struct _BjtWorldSource
{
  ShumateMapSource parent_instance;
};

G_DEFINE_FINAL_TYPE (BjtWorldSource, bjt_world_source, SHUMATE_TYPE_MAP_SOURCE)

static void
bjt_world_source_fill_tile_async (ShumateMapSource    *source,
                                  ShumateTile         *tile,
                                  GCancellable        *cancellable,
                                  GAsyncReadyCallback  callback,
                                  gpointer             user_data)
{
  g_autoptr (GTask) task = g_task_new (source, cancellable, callback, user_data);

  g_task_set_source_tag (task, bjt_world_source_fill_tile_async);
  shumate_tile_set_state (tile, SHUMATE_STATE_DONE);
  g_task_return_boolean (task, TRUE);
}

static gboolean
bjt_world_source_fill_tile_finish (ShumateMapSource  *source,
                                   GAsyncResult      *result,
                                   GError           **error)
{
  return g_task_propagate_boolean (G_TASK (result), error);
}

static void
bjt_world_source_class_init (BjtWorldSourceClass *klass)
{
  ShumateMapSourceClass *source_class = SHUMATE_MAP_SOURCE_CLASS (klass);

  source_class->fill_tile_async = bjt_world_source_fill_tile_async;
  source_class->fill_tile_finish = bjt_world_source_fill_tile_finish;
}

static void
bjt_world_source_init (BjtWorldSource *self)
{
}

ShumateMapSource *
bjt_world_source_new (void)
{
  return g_object_new (BJT_TYPE_WORLD_SOURCE,
                       "id", "world",
                       "tile-size", BJT_WORLD_TILE_SIZE,
                       "min-zoom-level", BJT_WORLD_MIN_ZOOM,
                       "max-zoom-level", BJT_WORLD_MAX_ZOOM,
                       NULL);
}
