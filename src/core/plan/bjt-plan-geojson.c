/* bjt-plan-geojson.c: no people are in it: keys, labels, levels, shapes. */
#include "bjt-plan-geojson.h"

#include "bjt-plan-check.h"
#include "bjt-plan-json.h"
#include "bjt-plan-levels.h"

/* indoor=…, or another tag that says the same */
static void
add_indoor_tag (JsonBuilder             *json,
                const BjtPictureElement *element)
{
  static const struct
  {
    const char *key;
    const char *value;
  } tags[BJT_N_ELEMENT_KINDS] = {
    [BJT_ELEMENT_DOOR] = { "indoor", "room" },
    [BJT_ELEMENT_WALL] = { "indoor", "wall" },
    [BJT_ELEMENT_OPENING] = { "indoor", "door" },
    [BJT_ELEMENT_STAIRS] = { "stairs", "yes" },
    [BJT_ELEMENT_ELEVATOR] = { "highway", "elevator" },
    [BJT_ELEMENT_AREA] = { "indoor", "area" },
  };

  if (tags[element->kind].key != NULL)
    bjt_plan_json_add_text (json, tags[element->kind].key, tags[element->kind].value);
}

/* The lowest level, and all others it is repeated on */
static void
add_levels (JsonBuilder  *json,
            const GArray *levels)
{
  const BjtLevelRange *lowest = &g_array_index (levels, BjtLevelRange, 0);
  g_autoptr (GArray) first = g_array_new (FALSE, FALSE, sizeof (BjtLevelRange));
  g_autoptr (GArray) rest = NULL;
  g_autofree char *level = g_strdup_printf ("%d", lowest->first);
  g_autofree char *repeat_on = NULL;
  BjtLevelRange    only = { lowest->first, lowest->first };

  g_array_append_val (first, only);
  rest = bjt_plan_levels_subtract (levels, first);
  bjt_plan_json_add_text (json, "level", level);
  if (rest->len == 0)
    return;
  repeat_on = bjt_plan_levels_to_string (rest);
  bjt_plan_json_add_text (json, "repeat_on", repeat_on);
}

static void
add_links (JsonBuilder             *json,
           const BjtPicture        *picture,
           const BjtPictureElement *element)
{
  if (element->entrance != BJT_NO_INDEX)
    {
      const BjtPictureEntrance *entrance = bjt_picture_get_entrance (picture, element->entrance);

      bjt_plan_json_add_key (json, "entrance_id", &entrance->id);
      if (entrance->label != NULL)
        bjt_plan_json_add_text (json, "entrance", entrance->label);
    }
  if (element->kind == BJT_ELEMENT_DOOR && element->entrance != BJT_NO_INDEX)
    {
      json_builder_set_member_name (json, "stack");
      json_builder_add_int_value (json, element->stack);
    }
  if (element->door != BJT_NO_INDEX)
    bjt_plan_json_add_key (json, "door_id", &bjt_picture_get_door (picture, element->door)->id);
}

static void
add_element (JsonBuilder          *json,
             const BjtPlanExcerpt *excerpt,
             guint32               index)
{
  const BjtPictureElement *element = bjt_picture_get_element (excerpt->picture, index);
  g_autofree char         *caption = bjt_plan_excerpt_dup_caption (excerpt, index);

  json_builder_begin_object (json);
  bjt_plan_json_add_text (json, "type", "Feature");
  bjt_plan_json_add_key (json, "id", &element->id);
  json_builder_set_member_name (json, "geometry");
  bjt_plan_json_add_shape (json, excerpt, element->shape);
  json_builder_set_member_name (json, "properties");
  json_builder_begin_object (json);
  bjt_plan_json_add_text (json, "kind", bjt_element_kind_get_name (element->kind));
  add_indoor_tag (json, element);
  add_levels (json, excerpt->levels);
  if (caption != NULL)
    bjt_plan_json_add_text (json, element->kind == BJT_ELEMENT_DOOR ? "ref" : "name", caption);
  add_links (json, excerpt->picture, element);
  bjt_plan_json_add_key (json, "plan_id", &bjt_plan_excerpt_get_plan (excerpt)->id);
  json_builder_end_object (json);
  json_builder_end_object (json);
}

/**
 * bjt_plan_geojson_write:
 *
 * Returns: (transfer full): the file
 */
GBytes *
bjt_plan_geojson_write (BjtPlanExcerpt *const *excerpts,
                        guint                  n_excerpts)
{
  g_autoptr (JsonBuilder) json = json_builder_new ();

  json_builder_begin_object (json);
  bjt_plan_json_add_text (json, "type", "FeatureCollection");
  json_builder_set_member_name (json, "features");
  json_builder_begin_array (json);
  for (guint i = 0; i < n_excerpts; i++)
    {
      BjtRun run = bjt_plan_excerpt_get_plan (excerpts[i])->elements;

      for (guint32 e = run.first; excerpts[i]->levels->len > 0 && e < run.first + run.n; e++)
        add_element (json, excerpts[i], e);
    }
  json_builder_end_array (json);
  json_builder_end_object (json);
  return bjt_plan_json_finish (json);
}
