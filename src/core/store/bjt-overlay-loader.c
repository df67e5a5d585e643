/* bjt-overlay-loader.c: one query for the layers and one a layer. Shapes that
 * are damaged are left out. */
#include "bjt-overlay-loader.h"

static GPtrArray *
load_shapes (BjtStore      *store,
             const BjtUuid *overlay_id,
             GError       **error)
{
  GPtrArray *shapes = bjt_store_list (store, &bjt_overlay_shape_type, "overlay_id", overlay_id, "position, id", 0, error);

  for (guint i = shapes != NULL ? shapes->len : 0; i > 0; i--)
    if (((BjtOverlayShape *) shapes->pdata[i - 1])->shape == NULL)
      g_ptr_array_remove_index (shapes, i - 1);
  return shapes;
}

/**
 * bjt_overlay_loader_load:
 *
 * Returns: (transfer full) (nullable): empty where there are none
 */
BjtOverlayList *
bjt_overlay_loader_load (BjtStore *store,
                         GError  **error)
{
  g_autoptr (GPtrArray) overlays = bjt_store_list (store, &bjt_overlay_type, NULL, NULL, "position DESC, id", 0, error);
  g_autoptr (BjtOverlayList) list = bjt_overlay_list_new ();

  if (overlays == NULL)
    return NULL;
  for (guint i = 0; i < overlays->len; i++)
    {
      const BjtOverlay *overlay = overlays->pdata[i];
      GPtrArray        *shapes = load_shapes (store, &overlay->id, error);

      if (shapes == NULL)
        return NULL;
      bjt_overlay_list_take (list, bjt_overlay_copy (overlay), shapes);
    }
  return g_steal_pointer (&list);
}
