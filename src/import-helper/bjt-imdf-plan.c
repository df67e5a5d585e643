/* bjt-imdf-plan.c: each plan becomes a layer, each element an item with its tags.
 *
 * Levels tell their plan and its placement, by which longitude and latitude
 * become metres of the plan again. What is repeated on several levels is taken
 * once. Features that another program added get the kind their sort suggests. */
#include "bjt-imdf-plan.h"

#include "bjt-json-file.h"

#include "plan/bjt-placement.h"
#include "plan/bjt-plan-draft.h"
#include "plan/bjt-plan-imdf.h"

#include <math.h>
#include <string.h>

#define INK 0xFF5E5C64u
#define WALL_WIDTH 0.1  /* m */
#define POINT_SIZE 0.3
#define TEXT_SIZE 0.35

typedef struct
{
  BjtPlacement *placement;
  BjtGround    *ground;
  guint32       layer;
} Level;

struct _BjtImdfPlan
{
  const BjtDrawingRequest *request;
  GHashTable              *levels;   /* id → Level */
  GHashTable              *elements; /* keys that were taken */
  const Level             *first;
  BjtBox                   page;
};

static void
level_free (gpointer data)
{
  Level *level = data;

  bjt_placement_free (level->placement);
  bjt_ground_free (level->ground);
  g_free (level);
}

BjtImdfPlan *
bjt_imdf_plan_new (const BjtDrawingRequest *request)
{
  BjtImdfPlan *self = g_new0 (BjtImdfPlan, 1);

  self->request = request;
  self->levels = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, level_free);
  self->elements = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  self->page = BJT_BOX_EMPTY;
  return self;
}

void
bjt_imdf_plan_free (BjtImdfPlan *self)
{
  g_hash_table_unref (self->levels);
  g_hash_table_unref (self->elements);
  g_free (self);
}

/* Texts and numbers as tags; all else is for the reader alone. */
static char *
dup_tags (JsonObject *own)
{
  GString *tags = g_string_new (NULL);
  g_autoptr (GList) names = json_object_get_members (own);

  for (GList *at = names; at != NULL; at = at->next)
    {
      JsonNode *node = json_object_get_member (own, at->data);
      char      number[G_ASCII_DTOSTR_BUF_SIZE];

      if (strpbrk (at->data, "=\n") != NULL || !JSON_NODE_HOLDS_VALUE (node))
        continue;
      if (json_node_get_value_type (node) == G_TYPE_STRING)
        bjt_drawing_append_tag (tags, at->data, json_node_get_string (node));
      else
        bjt_drawing_append_tag (tags, at->data, g_ascii_dtostr (number, sizeof number, json_node_get_double (node)));
    }
  return g_string_free (tags, FALSE);
}

static double
get_number (JsonObject *object,
            const char *member)
{
  g_autofree char *text = bjt_json_dup_words (object, member);
  double           value = text != NULL ? g_ascii_strtod (text, NULL) : 0;

  return isfinite (value) ? value : 0;
}

/* Levels */

static guint32
add_layer (BjtImdfPlan *self,
           JsonObject  *own)
{
  const char      *name = bjt_json_get_text (own, BJT_PLAN_TAG_PLAN_NAME), *levels = bjt_json_get_text (own, BJT_PLAN_TAG_LEVELS);
  g_autofree char *full = g_strdup_printf ("%s (%s)", name != NULL ? name : "", levels != NULL ? levels : "");
  g_autofree char *tags = dup_tags (own);
  guint32          layer = bjt_drawing_builder_add_layer (self->request->builder, full, FALSE);

  bjt_drawing_builder_set_layer_tags (self->request->builder, layer, tags);
  return layer;
}

static void
add_texts (BjtImdfPlan *self,
           const Level *level,
           JsonArray   *texts)
{
  for (guint i = 0; texts != NULL && i < json_array_get_length (texts); i++)
    {
      JsonObject      *own = bjt_json_get_object (bjt_json_get_item (texts, i), BJT_PLAN_IMDF_MEMBER);
      JsonArray       *at = bjt_json_get_array (own, "at");
      g_autofree char *tags = own != NULL ? dup_tags (own) : NULL;
      g_autofree char *id = own != NULL ? g_strconcat (BJT_PLAN_ID_PREFIX, bjt_json_get_text (own, "element"), NULL) : NULL;
      BjtDrawingItem   item = { .kind = BJT_DRAWING_TEXT, .layer = level->layer, .id = id, .tags = tags, .fill = INK, .anchor = 0.5 };

      item.text = bjt_json_get_text (own, BJT_PLAN_TAG_LABEL);
      if (item.text == NULL || at == NULL || json_array_get_length (at) != 2)
        continue;
      item.size = get_number (own, BJT_PLAN_TAG_SIZE);
      item.size = item.size > 0 ? item.size : TEXT_SIZE;
      item.angle = -get_number (own, BJT_PLAN_TAG_ANGLE);
      bjt_drawing_builder_move_to (self->request->builder, json_array_get_double_element (at, 0), -json_array_get_double_element (at, 1));
      bjt_drawing_builder_add (self->request->builder, &item);
    }
}

gboolean
bjt_imdf_plan_add_level (BjtImdfPlan *self,
                         JsonObject  *feature)
{
  JsonObject *own = bjt_json_get_object (feature, BJT_PLAN_IMDF_MEMBER);
  const char *json = bjt_json_get_text (own, BJT_PLAN_TAG_PLACEMENT), *id = bjt_json_get_text (feature, "id");
  g_autoptr (BjtPlacement) placement = json != NULL ? bjt_placement_new_from_json (json, NULL) : NULL;
  Level      *level;

  if (placement == NULL || id == NULL || g_hash_table_contains (self->levels, id))
    return FALSE;
  level = g_new0 (Level, 1);
  level->ground = bjt_placement_new_ground (placement);
  level->placement = g_steal_pointer (&placement);
  level->layer = add_layer (self, own);
  g_hash_table_insert (self->levels, g_strdup (id), level);
  self->first = self->first != NULL ? self->first : level;
  add_texts (self, level, bjt_json_get_array (own, "texts"));
  return TRUE;
}

/* Elements */

static const char *
guess_kind (const char        *kind,
            JsonObject        *feature,
            const BjtGeometry *shape)
{
  const char *category = bjt_json_get_text (bjt_json_get_object (feature, "properties"), "category");

  if (g_strcmp0 (category, "stairs") == 0 || g_strcmp0 (category, "steps") == 0)
    return "stairs";
  if (g_strcmp0 (category, "elevator") == 0)
    return "elevator";
  if (shape->kind == BJT_GEOMETRY_POINT)
    return NULL;
  if (strcmp (kind, "opening") == 0)
    return "opening";
  if (shape->kind == BJT_GEOMETRY_LINE)
    return "line";
  return g_strcmp0 (category, "wall") == 0 ? "wall" : "area";
}

static void
add_to_path (BjtImdfPlan *self,
             const Level *level,
             BjtPoint     lon_lat,
             gboolean     is_first)
{
  BjtPoint at = bjt_placement_from_lon_lat (level->placement, level->ground, lon_lat);

  if (!isfinite (at.x) || !isfinite (at.y))
    return;
  bjt_box_add_point (&self->page, at.x, -at.y);
  if (is_first)
    bjt_drawing_builder_move_to (self->request->builder, at.x, -at.y);
  else
    bjt_drawing_builder_line_to (self->request->builder, at.x, -at.y);
}

static void
draw_point (BjtImdfPlan *self,
            const Level *level,
            BjtPoint     lon_lat)
{
  static const BjtPoint corners[] = { { -1, 0 }, { 0, -1 }, { 1, 0 }, { 0, 1 } };
  BjtPoint              at = bjt_placement_from_lon_lat (level->placement, level->ground, lon_lat);

  for (guint i = 0; i < G_N_ELEMENTS (corners); i++)
    if (i == 0)
      bjt_drawing_builder_move_to (self->request->builder, at.x + corners[i].x * POINT_SIZE, -at.y + corners[i].y * POINT_SIZE);
    else
      bjt_drawing_builder_line_to (self->request->builder, at.x + corners[i].x * POINT_SIZE, -at.y + corners[i].y * POINT_SIZE);
  bjt_drawing_builder_close (self->request->builder);
}

static void
draw_shape (BjtImdfPlan       *self,
            const Level       *level,
            const BjtGeometry *shape)
{
  for (guint p = 0; p < shape->n_parts; p++)
    {
      for (guint i = 0; i < shape->parts[p].n_points; i++)
        add_to_path (self, level, shape->points[shape->parts[p].first + i], i == 0);
      if (shape->kind == BJT_GEOMETRY_POLYGON)
        bjt_drawing_builder_close (self->request->builder);
    }
}

static void
draw (BjtImdfPlan       *self,
      const Level       *level,
      const BjtGeometry *shape,
      const char        *id,
      const char        *tags)
{
  g_autofree char *point = bjt_drawing_dup_tag (tags, "shape");
  BjtDrawingItem   item = { .kind = BJT_DRAWING_PATH, .even_odd = TRUE, .layer = level->layer, .id = id, .tags = tags, .stroke = INK };

  item.stroke_width = WALL_WIDTH;
  if (point != NULL || shape->kind == BJT_GEOMETRY_POINT)
    draw_point (self, level, (BjtPoint) { (shape->box.x1 + shape->box.x2) / 2, (shape->box.y1 + shape->box.y2) / 2 });
  else
    draw_shape (self, level, shape);
  bjt_drawing_builder_add (self->request->builder, &item);
}

void
bjt_imdf_plan_add_feature (BjtImdfPlan *self,
                           const char  *kind,
                           JsonObject  *feature)
{
  JsonObject  *own = bjt_json_get_object (feature, BJT_PLAN_IMDF_MEMBER);
  const char  *key = bjt_json_get_text (own, "element"), *level_id = bjt_json_get_text (bjt_json_get_object (feature, "properties"), "level_id");
  const Level *level = level_id != NULL ? g_hash_table_lookup (self->levels, level_id) : NULL;
  g_autoptr (BjtGeometry) shape = bjt_json_read_geometry (bjt_json_get_object (feature, "geometry"));
  g_autofree char *tags = NULL, *id = NULL;
  GString         *made;

  if (level == NULL || shape == NULL)
    return;
  if (key != NULL)
    {
      if (!g_hash_table_add (self->elements, g_strdup (key)))
        return;
      id = g_strconcat (BJT_PLAN_ID_PREFIX, key, NULL);
      tags = dup_tags (own);
    }
  else
    {
      g_autofree char *label = bjt_json_dup_words (bjt_json_get_object (feature, "properties"), "name");

      made = g_string_new (NULL);
      bjt_drawing_append_tag (made, BJT_PLAN_TAG_KIND, guess_kind (kind, feature, shape));
      bjt_drawing_append_tag (made, BJT_PLAN_TAG_LABEL, label);
      bjt_drawing_append_tag (made, "shape", shape->kind == BJT_GEOMETRY_POINT ? "point" : NULL);
      tags = g_string_free (made, FALSE);
    }
  draw (self, level, shape, id, tags);
}

gboolean
bjt_imdf_plan_finish (BjtImdfPlan *self)
{
  BjtBox           page = self->page;
  BjtDrawingNotes *notes = self->request->notes;

  if (self->first == NULL)
    return FALSE;
  bjt_drawing_builder_set_scale (self->request->builder, 1);
  if (bjt_box_is_empty (&page))
    return TRUE;
  bjt_drawing_builder_set_page (self->request->builder, &page);
  notes->points[0] = (BjtPoint) { page.x1, page.y1 };
  notes->points[1] = (BjtPoint) { page.x2, page.y1 };
  notes->points[2] = (BjtPoint) { page.x1, page.y2 };
  notes->is_placed = TRUE;
  for (guint i = 0; i < G_N_ELEMENTS (notes->ground); i++)
    notes->ground[i] = bjt_placement_to_lon_lat (self->first->placement, self->first->ground, (BjtPoint) { notes->points[i].x, -notes->points[i].y });
  return TRUE;
}
