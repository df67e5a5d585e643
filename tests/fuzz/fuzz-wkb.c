/* fuzz-wkb.c: any bytes are a shape that can be used, or are refused. */
#include "geo/bjt-geometry.h"

int LLVMFuzzerTestOneInput (const guint8 *data, gsize size);

int
LLVMFuzzerTestOneInput (const guint8 *data,
                        gsize         size)
{
  g_autoptr (BjtGeometry) shape = bjt_geometry_new_from_wkb (data, size, NULL);
  g_autoptr (BjtGeometry) again = NULL;
  g_autoptr (GBytes) wkb = NULL;
  g_autofree char *json = NULL;

  if (shape == NULL)
    return 0;
  json = bjt_geometry_to_geojson (shape);
  bjt_geometry_contains (shape, shape->box.x1, shape->box.y1);
  bjt_geometry_get_centroid (shape);
  wkb = bjt_geometry_to_wkb (shape);
  again = bjt_geometry_new_from_wkb (g_bytes_get_data (wkb, NULL), g_bytes_get_size (wkb), NULL);
  g_assert (again != NULL && again->n_points == shape->n_points);
  return 0;
}
