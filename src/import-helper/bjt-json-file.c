/* bjt-json-file.c: over json-glib, which recurses: how deep is counted before.
 * Members of another type than asked for are as if they were not there. */
#include "bjt-json-file.h"

#include "import/bjt-import-error.h"

#include <math.h>
#include <string.h>

#define MAX_SIZE (128u << 20)
#define MAX_NESTING 64
#define MAX_POINTS 2000000u

static gboolean
is_too_deep (const char *data,
             gsize       size)
{
  int      depth = 0;
  gboolean is_quoted = FALSE;

  for (gsize i = 0; i < size; i++)
    {
      if (is_quoted && data[i] == '\\')
        i++;
      else if (data[i] == '"')
        is_quoted = !is_quoted;
      else if (!is_quoted && (data[i] == '[' || data[i] == '{') && ++depth > MAX_NESTING)
        return TRUE;
      else if (!is_quoted && (data[i] == ']' || data[i] == '}'))
        depth--;
    }
  return FALSE;
}

/**
 * bjt_json_parse:
 *
 * Returns: (transfer full) (nullable): the object that the text is
 */
JsonObject *
bjt_json_parse (const char *data,
                gsize       size,
                GError    **error)
{
  g_autoptr (JsonParser) parser = json_parser_new_immutable ();
  g_autoptr (GError) problem = NULL;
  gsize     mark = size >= 3 && memcmp (data, "\357\273\277", 3) == 0 ? 3 : 0;
  JsonNode *root;

  if (size > MAX_SIZE || is_too_deep (data, size))
    {
      g_set_error_literal (error, BJT_IMPORT_ERROR, BJT_IMPORT_ERROR_UNSAFE, "the JSON is larger than 128 MB or nested too deep");
      return NULL;
    }
  if (!json_parser_load_from_data (parser, data + mark, (gssize) (size - mark), &problem))
    {
      g_set_error (error, BJT_IMPORT_ERROR, BJT_IMPORT_ERROR_DAMAGED, "the JSON is damaged: %s", problem->message);
      return NULL;
    }
  root = json_parser_get_root (parser);
  if (root != NULL && JSON_NODE_HOLDS_OBJECT (root))
    return json_node_dup_object (root);
  g_set_error_literal (error, BJT_IMPORT_ERROR, BJT_IMPORT_ERROR_UNSUPPORTED, "JSON, but no map: it holds no object");
  return NULL;
}

JsonArray *
bjt_json_get_array (JsonObject *object,
                    const char *member)
{
  JsonNode *node = object != NULL ? json_object_get_member (object, member) : NULL;

  return node != NULL && JSON_NODE_HOLDS_ARRAY (node) ? json_node_get_array (node) : NULL;
}

JsonObject *
bjt_json_get_object (JsonObject *object,
                     const char *member)
{
  JsonNode *node = object != NULL ? json_object_get_member (object, member) : NULL;

  return node != NULL && JSON_NODE_HOLDS_OBJECT (node) ? json_node_get_object (node) : NULL;
}

const char *
bjt_json_get_text (JsonObject *object,
                   const char *member)
{
  JsonNode *node = object != NULL ? json_object_get_member (object, member) : NULL;

  return node != NULL && JSON_NODE_HOLDS_VALUE (node) && json_node_get_value_type (node) == G_TYPE_STRING ? json_node_get_string (node) : NULL;
}

/* A text or number, or a text by language: Chinese first, then any */
char *
bjt_json_dup_words (JsonObject *object,
                    const char *member)
{
  static const char *const languages[] = { "zh-CN", "zh-Hans", "zh", "zh-TW", "en" };
  JsonNode   *node = object != NULL ? json_object_get_member (object, member) : NULL;
  JsonObject *words;
  g_autoptr (GList) names = NULL;

  if (node == NULL || JSON_NODE_HOLDS_NULL (node) || JSON_NODE_HOLDS_ARRAY (node))
    return NULL;
  if (JSON_NODE_HOLDS_VALUE (node) && json_node_get_value_type (node) == G_TYPE_STRING)
    return g_strdup (json_node_get_string (node));
  if (JSON_NODE_HOLDS_VALUE (node))
    return g_strdup_printf ("%g", json_node_get_double (node));
  words = json_node_get_object (node);
  for (gsize i = 0; i < G_N_ELEMENTS (languages); i++)
    if (bjt_json_get_text (words, languages[i]) != NULL)
      return g_strdup (bjt_json_get_text (words, languages[i]));
  names = json_object_get_members (words);
  return names != NULL ? g_strdup (bjt_json_get_text (words, names->data)) : NULL;
}

JsonObject *
bjt_json_get_item (JsonArray *array,
                   guint      index)
{
  JsonNode *node = json_array_get_element (array, index);

  return JSON_NODE_HOLDS_OBJECT (node) ? json_node_get_object (node) : NULL;
}

/* Geometry */

typedef struct
{
  GArray *points;
  GArray *parts;
} Shape;

static JsonArray *
get_inner (JsonArray *array,
           guint      index)
{
  JsonNode *node = json_array_get_element (array, index);

  return JSON_NODE_HOLDS_ARRAY (node) ? json_node_get_array (node) : NULL;
}

static gboolean
add_point (Shape     *self,
           JsonArray *position)
{
  BjtPoint point;

  if (position == NULL || json_array_get_length (position) < 2 || self->points->len >= MAX_POINTS)
    return FALSE;
  for (guint i = 0; i < 2; i++)
    if (!JSON_NODE_HOLDS_VALUE (json_array_get_element (position, i)))
      return FALSE;
  point = (BjtPoint) { json_array_get_double_element (position, 0), json_array_get_double_element (position, 1) };
  if (!isfinite (point.x) || !isfinite (point.y))
    return FALSE;
  g_array_append_val (self->points, point);
  return TRUE;
}

static gboolean
add_part (Shape     *self,
          JsonArray *positions,
          gboolean   is_ring,
          gboolean   is_hole)
{
  BjtPart part = { .first = self->points->len, .is_hole = is_hole };

  if (positions == NULL)
    return FALSE;
  for (guint i = 0; i < json_array_get_length (positions); i++)
    if (!add_point (self, get_inner (positions, i)))
      return FALSE;
  part.n_points = self->points->len - part.first;
  if (is_ring && part.n_points > 1)
    {
      BjtPoint first = g_array_index (self->points, BjtPoint, part.first), last = g_array_index (self->points, BjtPoint, self->points->len - 1);

      if (first.x == last.x && first.y == last.y)
        g_array_set_size (self->points, --part.n_points + part.first);
    }
  if (part.n_points < (is_ring ? 3 : 2))
    return FALSE;
  g_array_append_val (self->parts, part);
  return TRUE;
}

static gboolean
add_polygon (Shape     *self,
             JsonArray *rings)
{
  gboolean ok = rings != NULL && json_array_get_length (rings) > 0;

  for (guint i = 0; ok && i < json_array_get_length (rings); i++)
    ok = add_part (self, get_inner (rings, i), TRUE, i > 0);
  return ok;
}

static gboolean
add_coordinates (Shape      *self,
                 const char *type,
                 JsonArray  *coordinates)
{
  BjtPart  part = { .n_points = 1 };
  gboolean ok = TRUE, is_polygon = strcmp (type, "MultiPolygon") == 0;

  if (strcmp (type, "Point") == 0)
    {
      g_array_append_val (self->parts, part);
      return add_point (self, coordinates);
    }
  if (strcmp (type, "LineString") == 0)
    return add_part (self, coordinates, FALSE, FALSE);
  if (strcmp (type, "Polygon") == 0)
    return add_polygon (self, coordinates);
  if (!is_polygon && strcmp (type, "MultiLineString") != 0)
    return FALSE;
  for (guint i = 0; ok && i < json_array_get_length (coordinates); i++)
    ok = is_polygon ? add_polygon (self, get_inner (coordinates, i)) : add_part (self, get_inner (coordinates, i), FALSE, FALSE);
  return ok;
}

/**
 * bjt_json_read_geometry:
 * @geometry: (nullable): of GeoJSON
 *
 * Returns: (transfer full) (nullable): the shape, if it is a sound one
 */
BjtGeometry *
bjt_json_read_geometry (JsonObject *geometry)
{
  const char *type = bjt_json_get_text (geometry, "type");
  JsonArray  *coordinates = bjt_json_get_array (geometry, "coordinates");
  g_autoptr (GArray) points = g_array_new (FALSE, FALSE, sizeof (BjtPoint));
  g_autoptr (GArray) parts = g_array_new (FALSE, FALSE, sizeof (BjtPart));
  Shape           shape = { points, parts };
  BjtGeometryKind kind;

  if (type == NULL || coordinates == NULL || !add_coordinates (&shape, type, coordinates) || parts->len == 0)
    return NULL;
  kind = strcmp (type, "Point") == 0 ? BJT_GEOMETRY_POINT : g_str_has_suffix (type, "LineString") ? BJT_GEOMETRY_LINE : BJT_GEOMETRY_POLYGON;
  return bjt_geometry_new (kind, (const BjtPart *) (gpointer) parts->data, parts->len, (const BjtPoint *) (gpointer) points->data, points->len);
}
