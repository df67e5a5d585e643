/* bjt-indoor-geojson-reader.c: GeoJSON with OpenStreetMap's indoor tags. */
#include "bjt-indoor-reader.h"

#include "bjt-indoor-plan.h"
#include "bjt-indoor-tags.h"
#include "bjt-json-file.h"

#include "import/bjt-import-error.h"

#include <string.h>

static const char *
get_tag_cb (gpointer    feature,
            const char *key)
{
  return bjt_json_get_text (feature, key);
}

static void
add_feature (BjtIndoorPlan *plan,
             JsonObject    *feature)
{
  JsonObject *properties = bjt_json_get_object (feature, "properties");
  JsonObject *tags = bjt_json_get_object (properties, "tags");
  const char *id = bjt_json_get_text (feature, "id");
  const char *kind;
  g_autoptr (BjtGeometry) shape = NULL;
  g_autofree char *level = NULL;
  BjtIndoorFeature item = { 0 };

  tags = tags != NULL ? tags : properties;
  kind = tags != NULL ? bjt_indoor_tags_find_kind (get_tag_cb, tags) : NULL;
  shape = kind != NULL ? bjt_json_read_geometry (bjt_json_get_object (feature, "geometry")) : NULL;
  if (shape == NULL)
    return;
  item.kind = kind;
  item.id = id != NULL ? id : bjt_json_get_text (properties, "@id");
  item.label = bjt_indoor_tags_find_label (get_tag_cb, tags);
  item.shape = shape;
  level = bjt_json_dup_words (tags, "level");
  bjt_indoor_plan_add_levels (plan, &item, level, bjt_json_get_text (tags, "repeat_on"));
}

/**
 * bjt_indoor_geojson_read:
 *
 * A #BjtDrawingReadFunc.
 */
gboolean
bjt_indoor_geojson_read (const BjtDrawingRequest *request,
                         GError                 **error)
{
  g_autoptr (GMappedFile) file = g_mapped_file_new (request->path, FALSE, error);
  g_autoptr (JsonObject) root = NULL;
  g_autoptr (BjtIndoorPlan) plan = NULL;
  JsonArray *features;

  if (file == NULL)
    return FALSE;
  root = bjt_json_parse (g_mapped_file_get_contents (file), g_mapped_file_get_length (file), error);
  if (root == NULL)
    return FALSE;
  features = bjt_json_get_array (root, "features");
  if (features == NULL)
    {
      g_set_error_literal (error, BJT_IMPORT_ERROR, BJT_IMPORT_ERROR_UNSUPPORTED, "JSON, but no GeoJSON with features");
      return FALSE;
    }
  plan = bjt_indoor_plan_new (TRUE);
  for (guint i = 0; i < json_array_get_length (features); i++)
    if (bjt_json_get_item (features, i) != NULL)
      add_feature (plan, bjt_json_get_item (features, i));
  return bjt_indoor_plan_build (plan, request, error);
}
