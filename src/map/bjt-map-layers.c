/* bjt-map-layers.c: the canvases share one queue and each knows what it lies
 * on. Main thread only. */
#include "bjt-map-layers.h"

#include "bjt-world-source.h"

/* North is up: the canvases know no other view. */
static void
rotation_cb (ShumateViewport *viewport)
{
  if (shumate_viewport_get_rotation (viewport) != 0)
    shumate_viewport_set_rotation (viewport, 0);
}

static void
make_map (BjtMapLayers *self)
{
  g_autoptr (ShumateMapSource) source = bjt_world_source_new ();

  self->map = shumate_map_new ();
  self->viewport = shumate_map_get_viewport (self->map);
  shumate_viewport_set_reference_map_source (self->viewport, source);
  shumate_viewport_set_min_zoom_level (self->viewport, BJT_WORLD_MIN_ZOOM);
  shumate_viewport_set_max_zoom_level (self->viewport, BJT_WORLD_MAX_ZOOM);
  g_signal_connect (self->viewport, "notify::rotation", G_CALLBACK (rotation_cb), NULL);
}

void
bjt_map_layers_make (BjtMapLayers *self)
{
  g_autoptr (BjtPaintQueue) queue = bjt_paint_queue_new ();

  make_map (self);
  self->base = bjt_map_base_new (self->viewport, queue);
  self->facts = bjt_map_facts_new (self->viewport, queue);
  self->selection = bjt_canvas_layer_new (self->viewport, queue);
  self->routes = bjt_route_layer_new (self->viewport);
  self->choice = bjt_choice_layer_new (self->viewport);
  self->canvases[0] = bjt_map_base_get_layer (self->base);
  self->canvases[1] = bjt_map_facts_get_layer (self->facts);
  self->canvases[2] = self->selection;
  for (guint i = 0; i < BJT_N_MAP_CANVASES; i++)
    {
      shumate_map_add_layer (self->map, SHUMATE_LAYER (self->canvases[i]));
      if (i > 0)
        bjt_canvas_layer_lay_on (self->canvases[i], self->canvases[i - 1]);
    }
  shumate_map_add_layer (self->map, SHUMATE_LAYER (self->choice));
  shumate_map_add_layer (self->map, SHUMATE_LAYER (self->routes));
}

void
bjt_map_layers_clear (BjtMapLayers *self)
{
  g_clear_pointer (&self->facts, bjt_map_facts_free);
  g_clear_pointer (&self->base, bjt_map_base_free);
}

gboolean
bjt_map_layers_are_painted (const BjtMapLayers *self)
{
  for (guint i = 0; i < BJT_N_MAP_CANVASES; i++)
    if (!bjt_canvas_layer_is_current (self->canvases[i]))
      return FALSE;
  return TRUE;
}
