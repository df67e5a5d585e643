/* bjt-placement-json.c: a placement as it stands in its plan's record:
 * {"kind":"similarity","meridian":129,"origin":[e,n],"matrix":[9 numbers],
 *  "adjusted":false,"points":[{"plan":[x,y],"ground":[lon,lat],"weight":1,"used":true}]}
 * Nobody checked what is read: every number is looked at. */
#include <json-glib/json-glib.h>
#include <math.h>
#include <string.h>

#include "bjt-placement-private.h"

#define MAX_SIZE (1u << 20)

/* Writing */

static void
add_numbers (JsonBuilder  *builder,
             const char   *name,
             const double *numbers,
             guint         n)
{
  json_builder_set_member_name (builder, name);
  json_builder_begin_array (builder);
  for (guint i = 0; i < n; i++)
    json_builder_add_double_value (builder, numbers[i]);
  json_builder_end_array (builder);
}

static void
add_place (JsonBuilder *builder,
           const char  *name,
           BjtPoint     place)
{
  add_numbers (builder, name, (const double[]) { place.x, place.y }, 2);
}

static void
add_points (JsonBuilder  *builder,
            const GArray *points)
{
  json_builder_set_member_name (builder, "points");
  json_builder_begin_array (builder);
  for (guint i = 0; i < points->len; i++)
    {
      const BjtControlPoint *point = &g_array_index (points, BjtControlPoint, i);

      json_builder_begin_object (builder);
      add_place (builder, "plan", point->plan);
      add_place (builder, "ground", point->lon_lat);
      json_builder_set_member_name (builder, "weight");
      json_builder_add_double_value (builder, point->weight);
      json_builder_set_member_name (builder, "used");
      json_builder_add_boolean_value (builder, point->is_used);
      json_builder_end_object (builder);
    }
  json_builder_end_array (builder);
}

char *
bjt_placement_to_json (const BjtPlacement *self)
{
  g_autoptr (JsonBuilder) builder = json_builder_new ();
  g_autoptr (JsonNode) root = NULL;

  json_builder_begin_object (builder);
  json_builder_set_member_name (builder, "kind");
  json_builder_add_string_value (builder, bjt_placement_kind_get_name (self->kind));
  json_builder_set_member_name (builder, "meridian");
  json_builder_add_int_value (builder, self->meridian);
  add_place (builder, "origin", self->origin);
  add_numbers (builder, "matrix", self->matrix.m, 9);
  json_builder_set_member_name (builder, "adjusted");
  json_builder_add_boolean_value (builder, self->is_adjusted);
  add_points (builder, self->points);
  json_builder_end_object (builder);
  root = json_builder_get_root (builder);
  return json_to_string (root, FALSE);
}

/* Reading */

static gboolean
read_numbers (JsonObject *object,
              const char *name,
              double     *numbers,
              guint       n)
{
  JsonNode  *node = json_object_get_member (object, name);
  JsonArray *array = node != NULL && JSON_NODE_HOLDS_ARRAY (node) ? json_node_get_array (node) : NULL;

  if (array == NULL || json_array_get_length (array) != n)
    return FALSE;
  for (guint i = 0; i < n; i++)
    {
      JsonNode *element = json_array_get_element (array, i);

      if (!JSON_NODE_HOLDS_VALUE (element) || json_node_get_value_type (element) == G_TYPE_STRING)
        return FALSE;
      numbers[i] = json_node_get_double (element);
      if (!(fabs (numbers[i]) < 1e12))
        return FALSE;
    }
  return TRUE;
}

static gboolean
read_place (JsonObject *object,
            const char *name,
            BjtPoint   *place)
{
  double numbers[2];

  if (!read_numbers (object, name, numbers, 2))
    return FALSE;
  *place = (BjtPoint) { numbers[0], numbers[1] };
  return TRUE;
}

static JsonNode *
get_value (JsonObject *object,
           const char *name)
{
  JsonNode *node = json_object_get_member (object, name);

  return node != NULL && JSON_NODE_HOLDS_VALUE (node) ? node : NULL;
}

static gboolean
read_point (JsonObject      *object,
            BjtControlPoint *point)
{
  JsonNode *weight = get_value (object, "weight");
  JsonNode *used = get_value (object, "used");

  point->weight = weight != NULL ? json_node_get_double (weight) : 1;
  point->is_used = used == NULL || json_node_get_boolean (used);
  return read_place (object, "plan", &point->plan) && read_place (object, "ground", &point->lon_lat)
         && point->weight > 0 && point->weight <= 1e6
         && fabs (point->lon_lat.x) <= 180 && fabs (point->lon_lat.y) <= 85;
}

static gboolean
read_points (JsonObject *object,
             GArray     *points)
{
  JsonNode  *node = json_object_get_member (object, "points");
  JsonArray *array = node != NULL && JSON_NODE_HOLDS_ARRAY (node) ? json_node_get_array (node) : NULL;

  if (array == NULL || json_array_get_length (array) > BJT_PLACEMENT_MAX_POINTS)
    return FALSE;
  for (guint i = 0; i < json_array_get_length (array); i++)
    {
      JsonNode       *element = json_array_get_element (array, i);
      BjtControlPoint point;

      if (!JSON_NODE_HOLDS_OBJECT (element) || !read_point (json_node_get_object (element), &point))
        return FALSE;
      g_array_append_val (points, point);
    }
  return TRUE;
}

static gboolean
read_placement (JsonObject   *object,
                BjtPlacement *self)
{
  JsonNode *kind = get_value (object, "kind");
  JsonNode *meridian = get_value (object, "meridian");
  JsonNode *adjusted = get_value (object, "adjusted");
  gint64    degrees = meridian != NULL ? json_node_get_int (meridian) : 999;

  if (kind == NULL || !bjt_placement_kind_parse (json_node_get_string (kind), &self->kind) || degrees < -180 || degrees > 180 || degrees % 3 != 0)
    return FALSE;
  self->meridian = (int) degrees;
  self->is_adjusted = adjusted != NULL && json_node_get_boolean (adjusted);
  return read_place (object, "origin", &self->origin) && read_numbers (object, "matrix", self->matrix.m, 9)
         && fabs (bjt_matrix3_get_determinant (&self->matrix)) > 1e-12 && read_points (object, self->points);
}

/**
 * bjt_placement_new_from_json:
 *
 * Returns: (transfer full) (nullable):
 */
BjtPlacement *
bjt_placement_new_from_json (const char *json,
                             GError    **error)
{
  g_autoptr (JsonParser) parser = json_parser_new_immutable ();
  g_autoptr (BjtPlacement) self = g_new0 (BjtPlacement, 1);
  JsonNode *root = NULL;

  self->points = g_array_new (FALSE, FALSE, sizeof (BjtControlPoint));
  if (json != NULL && strnlen (json, MAX_SIZE) < MAX_SIZE && json_parser_load_from_data (parser, json, -1, NULL))
    root = json_parser_get_root (parser);
  if (root != NULL && JSON_NODE_HOLDS_OBJECT (root) && read_placement (json_node_get_object (root), self))
    return g_steal_pointer (&self);
  g_set_error_literal (error, BJT_PLACEMENT_ERROR, BJT_PLACEMENT_ERROR_INVALID, "the plan's placement can't be read; place the plan again");
  return NULL;
}
