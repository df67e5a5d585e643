/* fuzz-mvt.c: any bytes are a vector tile whose indices hold, or are refused. */
#include "tiles/bjt-vector-tile.h"

int LLVMFuzzerTestOneInput (const guint8 *data, gsize size);

static void
check_parts (const BjtVectorTile    *tile,
             const BjtVectorFeature *feature)
{
  g_assert (feature->first_part + feature->n_parts <= tile->n_parts);
  for (guint32 i = feature->first_part; i < feature->first_part + feature->n_parts; i++)
    {
      const BjtVectorPart *part = &tile->parts[i];

      g_assert (part->n_points >= feature->kind && part->first + part->n_points <= tile->n_points);
      g_assert (i > feature->first_part || !part->is_hole);
    }
}

static void
check_layer (const BjtVectorTile  *tile,
             const BjtVectorLayer *layer)
{
  g_assert (layer->extent > 0 && g_utf8_validate (layer->name, -1, NULL));
  g_assert (layer->first_feature + layer->n_features <= tile->n_features);
  for (guint32 i = layer->first_feature; i < layer->first_feature + layer->n_features; i++)
    {
      const BjtVectorFeature *feature = &tile->features[i];
      const BjtVectorValue   *value = bjt_vector_layer_find_value (layer, tile, feature, "name");

      check_parts (tile, feature);
      for (guint32 t = 0; t < 2 * feature->n_tags; t++)
        g_assert (tile->tags[feature->first_tag + t] < (t % 2 == 0 ? layer->n_keys : layer->n_values));
      g_assert (value == NULL || value->type != BJT_VECTOR_STRING || g_utf8_validate (value->string, -1, NULL));
    }
}

int
LLVMFuzzerTestOneInput (const guint8 *data,
                        gsize         size)
{
  g_autoptr (GBytes) bytes = g_bytes_new_static (data, size);
  g_autoptr (GError) error = NULL;
  g_autoptr (BjtVectorTile) tile = bjt_vector_tile_new (bytes, &error);

  g_assert ((tile == NULL) == (error != NULL));
  for (guint i = 0; tile != NULL && i < tile->n_layers; i++)
    check_layer (tile, &tile->layers[i]);
  return 0;
}
