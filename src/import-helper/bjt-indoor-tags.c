/* bjt-indoor-tags.c: Simple Indoor Tagging. */
#include "bjt-indoor-tags.h"

#include <string.h>

static gboolean
is (const char *value,
    const char *word)
{
  return value != NULL && strcmp (value, word) == 0;
}

/**
 * bjt_indoor_tags_find_kind:
 *
 * Returns: (nullable): a literal; NULL: nothing that a plan shows
 */
const char *
bjt_indoor_tags_find_kind (BjtIndoorTagFunc get,
                           gpointer         feature)
{
  static const char *const kinds[] = { "room", "area", "corridor", "wall", "door", "level" };
  const char *indoor = get (feature, "indoor");

  if (is (get (feature, "highway"), "elevator") || is (get (feature, "room"), "elevator") || is (get (feature, "buildingpart"), "verticalpassage"))
    return "elevator";
  if (get (feature, "stairs") != NULL || is (get (feature, "highway"), "steps") || is (get (feature, "room"), "stairs"))
    return "stairs";
  for (gsize i = 0; i < G_N_ELEMENTS (kinds); i++)
    if (is (indoor, kinds[i]))
      return kinds[i];
  if (get (feature, "door") != NULL || get (feature, "entrance") != NULL)
    return "door";
  if (get (feature, "room") != NULL || is (get (feature, "buildingpart"), "room"))
    return "room";
  if (get (feature, "building") != NULL || get (feature, "building:part") != NULL)
    return "building";
  return get (feature, "level") != NULL || get (feature, "repeat_on") != NULL ? "area" : NULL;
}

const char *
bjt_indoor_tags_find_label (BjtIndoorTagFunc get,
                            gpointer         feature)
{
  static const char *const keys[] = { "name", "ref", "addr:unit", "addr:flats", "addr:door" };
  const char *label = NULL;

  for (gsize i = 0; label == NULL && i < G_N_ELEMENTS (keys); i++)
    label = get (feature, keys[i]);
  return label;
}
