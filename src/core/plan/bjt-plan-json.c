/* bjt-plan-json.c: geometries as RFC 7946 wants them: outer rings run
 * counter-clockwise, holes clockwise, rings repeat their first point. Degrees
 * have nine decimals: a tenth of a millimetre. */
#include "bjt-plan-json.h"

#include <math.h>

#define DECIMALS 1e9

static BjtPoint
place (const BjtPlanExcerpt *excerpt,
       BjtPoint              at)
{
  return excerpt != NULL ? bjt_plan_excerpt_to_lon_lat (excerpt, at) : at;
}

static void
add_position (JsonBuilder *json,
              BjtPoint     at)
{
  json_builder_begin_array (json);
  json_builder_add_double_value (json, round (at.x * DECIMALS) / DECIMALS);
  json_builder_add_double_value (json, round (at.y * DECIMALS) / DECIMALS);
  json_builder_end_array (json);
}

static void
add_line (JsonBuilder    *json,
          const BjtPoint *points,
          guint           n_points)
{
  json_builder_begin_array (json);
  for (guint i = 0; i < n_points; i++)
    add_position (json, points[i]);
  json_builder_end_array (json);
}

/* It begins where it began, whichever way it runs. */
static void
add_ring (JsonBuilder    *json,
          const BjtPoint *points,
          guint           n_points,
          gboolean        is_hole)
{
  gboolean is_turned = (bjt_geometry_get_signed_area (points, n_points) > 0) == is_hole;

  json_builder_begin_array (json);
  for (guint i = 0; i <= n_points; i++)
    add_position (json, points[(is_turned ? n_points - i : i) % n_points]);
  json_builder_end_array (json);
}

static void
add_polygons (JsonBuilder       *json,
              const BjtGeometry *shape,
              const BjtPoint    *points,
              gboolean           is_multi)
{
  gboolean is_open = FALSE;

  if (is_multi)
    json_builder_begin_array (json);
  for (guint p = 0; p < shape->n_parts; p++)
    {
      gboolean is_hole = is_open && shape->parts[p].is_hole;

      if (!is_hole)
        {
          if (is_open)
            json_builder_end_array (json);
          json_builder_begin_array (json);
          is_open = TRUE;
        }
      add_ring (json, points + shape->parts[p].first, shape->parts[p].n_points, is_hole);
    }
  json_builder_end_array (json);
  if (is_multi)
    json_builder_end_array (json);
}

static void
add_parts (JsonBuilder       *json,
           const BjtGeometry *shape,
           const BjtPoint    *points)
{
  if (shape->n_parts > 1)
    json_builder_begin_array (json);
  for (guint p = 0; p < shape->n_parts; p++)
    if (shape->kind == BJT_GEOMETRY_POINT)
      add_position (json, points[shape->parts[p].first]);
    else
      add_line (json, points + shape->parts[p].first, shape->parts[p].n_points);
  if (shape->n_parts > 1)
    json_builder_end_array (json);
}

void
bjt_plan_json_add_shape (JsonBuilder          *json,
                         const BjtPlanExcerpt *excerpt,
                         const BjtGeometry    *shape)
{
  static const char *const names[] = { "Point", "LineString", "Polygon", "MultiPoint", "MultiLineString", "MultiPolygon" };
  g_autofree BjtPoint     *points = g_new (BjtPoint, shape->n_points + 1);
  guint                    n_outer = 0;
  gboolean                 is_multi;

  for (guint i = 0; i < shape->n_points; i++)
    points[i] = place (excerpt, shape->points[i]);
  for (guint p = 0; p < shape->n_parts; p++)
    n_outer += p == 0 || !shape->parts[p].is_hole;
  is_multi = shape->kind == BJT_GEOMETRY_POLYGON ? n_outer > 1 : shape->n_parts > 1;
  json_builder_begin_object (json);
  json_builder_set_member_name (json, "type");
  json_builder_add_string_value (json, names[shape->kind + (is_multi ? 3 : 0)]);
  json_builder_set_member_name (json, "coordinates");
  if (shape->kind == BJT_GEOMETRY_POLYGON)
    add_polygons (json, shape, points, is_multi);
  else
    add_parts (json, shape, points);
  json_builder_end_object (json);
}

void
bjt_plan_json_add_point (JsonBuilder          *json,
                         const BjtPlanExcerpt *excerpt,
                         BjtPoint              at)
{
  json_builder_begin_object (json);
  json_builder_set_member_name (json, "type");
  json_builder_add_string_value (json, "Point");
  json_builder_set_member_name (json, "coordinates");
  add_position (json, place (excerpt, at));
  json_builder_end_object (json);
}

void
bjt_plan_json_add_text (JsonBuilder *json,
                        const char  *member,
                        const char  *text)
{
  json_builder_set_member_name (json, member);
  if (text != NULL)
    json_builder_add_string_value (json, text);
  else
    json_builder_add_null_value (json);
}

void
bjt_plan_json_add_key (JsonBuilder   *json,
                       const char    *member,
                       const BjtUuid *id)
{
  g_autofree char *text = bjt_uuid_is_nil (id) ? NULL : bjt_uuid_dup_string (id);

  bjt_plan_json_add_text (json, member, text);
}

GBytes *
bjt_plan_json_finish (JsonBuilder *json)
{
  g_autoptr (JsonGenerator) generator = json_generator_new ();
  g_autoptr (JsonNode) root = json_builder_get_root (json);
  gsize size;
  char *text;

  json_generator_set_root (generator, root);
  text = json_generator_to_data (generator, &size);
  return g_bytes_new_take (text, size);
}
