/* bjt-plan-imdf.c: writes the parts of an IMDF.
 *
 * Venue is the compound, else the building alone. Walls drawn as outlines are
 * fixtures, as lines they are details; openings that are but a point become a
 * line along the side they lie on; stairs that are but a point are amenities.
 * A plan repeated on several levels is written on each, under keys made from
 * its own and the level. People are not in it. */
#include "bjt-plan-imdf.h"

#include <math.h>
#include <string.h>

#include "bjt-plan-check.h"
#include "bjt-plan-draft.h"
#include "bjt-plan-json.h"
#include "bjt-plan-levels.h"
#include "bjt-room-words.h"

#define OPENING_WIDTH 0.9 /* m */
#define LANGUAGE "zh-CN"

typedef enum
{
  ADDRESS, VENUE, BUILDING, FOOTPRINT, LEVEL, UNIT, OPENING, FIXTURE, DETAIL, AMENITY, N_KINDS
} Kind;

static const char *const kind_names[N_KINDS] = { "address", "venue", "building", "footprint", "level", "unit", "opening", "fixture", "detail", "amenity" };
static const char *const file_names[N_KINDS] = {
  "address.geojson", "venue.geojson", "building.geojson", "footprint.geojson", "level.geojson",
  "unit.geojson", "opening.geojson", "fixture.geojson", "detail.geojson", "amenity.geojson",
};

typedef struct
{
  /* Borrowed */
  const BjtPicture         *picture;
  const BjtPictureBuilding *building;

  /* Owned */
  JsonBuilder              *files[N_KINDS];
  GHashTable               *used; /* keys of features */

  /* State */
  guint                     n_features[N_KINDS];
  BjtUuid                   address_id;
  BjtUuid                   level_id; /* of the level at hand */
  int                       ordinal;
} Writer;

/* Keys that follow from another: a version 5 UUID, the same each time */
static BjtUuid
derive_key (const BjtUuid *from,
            const char    *what,
            int            number)
{
  g_autoptr (GChecksum) checksum = g_checksum_new (G_CHECKSUM_SHA1);
  g_autofree char *text = g_strdup_printf ("%s %d", what, number);
  guint8           digest[20];
  gsize            size = sizeof digest;
  BjtUuid          key;

  g_checksum_update (checksum, from->bytes, sizeof from->bytes);
  g_checksum_update (checksum, (const guchar *) text, -1);
  g_checksum_get_digest (checksum, digest, &size);
  memcpy (key.bytes, digest, sizeof key.bytes);
  key.bytes[6] = (guint8) ((key.bytes[6] & 0x0F) | 0x50);
  key.bytes[8] = (guint8) ((key.bytes[8] & 0x3F) | 0x80);
  return key;
}

/* Features */

/* Leaves the geometry to be added. */
static JsonBuilder *
begin_feature (Writer        *self,
               Kind           kind,
               const BjtUuid *id)
{
  JsonBuilder *json = self->files[kind];

  self->n_features[kind]++;
  json_builder_begin_object (json);
  bjt_plan_json_add_key (json, "id", id);
  bjt_plan_json_add_text (json, "type", "Feature");
  bjt_plan_json_add_text (json, "feature_type", kind_names[kind]);
  json_builder_set_member_name (json, "geometry");
  return json;
}

static void
begin_properties (JsonBuilder *json)
{
  json_builder_set_member_name (json, "properties");
  json_builder_begin_object (json);
}

static void
add_nulls (JsonBuilder       *json,
           const char *const *members)
{
  for (; *members != NULL; members++)
    bjt_plan_json_add_text (json, *members, NULL);
}

static void
add_labels (JsonBuilder *json,
            const char  *member,
            const char  *text)
{
  json_builder_set_member_name (json, member);
  if (text == NULL || *text == '\0')
    {
      json_builder_add_null_value (json);
      return;
    }
  json_builder_begin_object (json);
  bjt_plan_json_add_text (json, LANGUAGE, text);
  json_builder_end_object (json);
}

static void
add_keys (JsonBuilder   *json,
          const char    *member,
          const BjtUuid *id)
{
  g_autofree char *text = bjt_uuid_dup_string (id);

  json_builder_set_member_name (json, member);
  json_builder_begin_array (json);
  json_builder_add_string_value (json, text);
  json_builder_end_array (json);
}

static void
add_display_point (JsonBuilder          *json,
                   const BjtPlanExcerpt *excerpt,
                   BjtPoint              at)
{
  json_builder_set_member_name (json, "display_point");
  if (isfinite (at.x) && isfinite (at.y))
    bjt_plan_json_add_point (json, excerpt, at);
  else
    json_builder_add_null_value (json);
}

/* The building */

static void
write_address (Writer     *self,
               const char *name)
{
  JsonBuilder *json = begin_feature (self, ADDRESS, &self->address_id);

  json_builder_add_null_value (json);
  begin_properties (json);
  bjt_plan_json_add_text (json, "address", name);
  bjt_plan_json_add_text (json, "locality", self->picture->community.name != NULL ? self->picture->community.name : name);
  bjt_plan_json_add_text (json, "country", "CN");
  add_nulls (json, (const char *const[]) { "unit", "province", "postal_code", "postal_code_ext", "postal_code_vanity", NULL });
  json_builder_end_object (json);
  json_builder_end_object (json);
}

/* The rectangle of a plan, on the ground */
static BjtGeometry *
dup_rectangle (const BjtPlanExcerpt *excerpt)
{
  BjtBox   box = bjt_plan_excerpt_get_box (excerpt);
  BjtPoint ring[] = { { box.x1, box.y1 }, { box.x2, box.y1 }, { box.x2, box.y2 }, { box.x1, box.y2 } };

  for (guint i = 0; i < G_N_ELEMENTS (ring); i++)
    ring[i] = bjt_plan_excerpt_to_lon_lat (excerpt, ring[i]);
  return bjt_geometry_new_polygon (ring, G_N_ELEMENTS (ring));
}

static void
write_venue (Writer            *self,
             const BjtGeometry *ground,
             const char        *name)
{
  const BjtPictureCompound *compound = self->building->compound != BJT_NO_INDEX ? bjt_picture_get_compound (self->picture, self->building->compound) : NULL;
  const BjtGeometry        *boundary = compound != NULL && compound->boundary != NULL && compound->boundary->kind == BJT_GEOMETRY_POLYGON ? compound->boundary : ground;
  BjtUuid                   id = compound != NULL ? compound->id : derive_key (&self->building->id, "venue", 0);
  JsonBuilder              *json = begin_feature (self, VENUE, &id);

  bjt_plan_json_add_shape (json, NULL, boundary);
  begin_properties (json);
  bjt_plan_json_add_text (json, "category", "communitycenter");
  add_labels (json, "name", compound != NULL && compound->name != NULL ? compound->name : name);
  bjt_plan_json_add_key (json, "address_id", &self->address_id);
  add_display_point (json, NULL, bjt_geometry_get_centroid (boundary));
  add_nulls (json, (const char *const[]) { "restriction", "alt_name", "hours", "phone", "website", NULL });
  json_builder_end_object (json);
  json_builder_end_object (json);
}

static void
write_building (Writer            *self,
                const BjtGeometry *ground,
                const char        *name)
{
  BjtUuid      footprint_id = derive_key (&self->building->id, "footprint", 0);
  JsonBuilder *json = begin_feature (self, BUILDING, &self->building->id);

  json_builder_add_null_value (json);
  begin_properties (json);
  bjt_plan_json_add_text (json, "category", "unspecified");
  add_labels (json, "name", name);
  bjt_plan_json_add_key (json, "address_id", &self->address_id);
  add_display_point (json, NULL, bjt_geometry_get_centroid (ground));
  add_nulls (json, (const char *const[]) { "restriction", "alt_name", NULL });
  json_builder_end_object (json);
  json_builder_end_object (json);
  json = begin_feature (self, FOOTPRINT, &footprint_id);
  bjt_plan_json_add_shape (json, NULL, ground);
  begin_properties (json);
  bjt_plan_json_add_text (json, "category", "ground");
  bjt_plan_json_add_text (json, "name", NULL);
  add_keys (json, "building_ids", &self->building->id);
  json_builder_end_object (json);
  json_builder_end_object (json);
}

/* Elements */

/* What is kept beside: what the element is, whose door, how large */
static void
add_own (Writer                  *self,
         JsonBuilder             *json,
         const BjtPictureElement *element)
{
  const BjtPicture *picture = self->picture;

  json_builder_set_member_name (json, BJT_PLAN_IMDF_MEMBER);
  json_builder_begin_object (json);
  bjt_plan_json_add_key (json, "element", &element->id);
  bjt_plan_json_add_text (json, BJT_PLAN_TAG_KIND, bjt_element_kind_get_name (element->kind));
  if (element->shape->kind == BJT_GEOMETRY_POINT)
    {
      bjt_plan_json_add_text (json, "shape", "point");
      json_builder_set_member_name (json, "at");
      json_builder_begin_array (json);
      json_builder_add_double_value (json, element->shape->points[0].x);
      json_builder_add_double_value (json, element->shape->points[0].y);
      json_builder_end_array (json);
    }
  if (element->entrance != BJT_NO_INDEX)
    {
      bjt_plan_json_add_key (json, BJT_PLAN_TAG_ENTRANCE, &bjt_picture_get_entrance (picture, element->entrance)->id);
      bjt_plan_json_add_text (json, BJT_PLAN_TAG_ENTRANCE_LABEL, bjt_picture_get_entrance (picture, element->entrance)->label);
    }
  if (element->door != BJT_NO_INDEX)
    {
      bjt_plan_json_add_key (json, BJT_PLAN_TAG_DOOR, &bjt_picture_get_door (picture, element->door)->id);
      bjt_plan_json_add_text (json, BJT_PLAN_TAG_DOOR_LABEL, bjt_picture_get_door (picture, element->door)->label);
    }
  if (element->label != NULL)
    bjt_plan_json_add_text (json, BJT_PLAN_TAG_LABEL, element->label);
  json_builder_set_member_name (json, BJT_PLAN_TAG_STACK);
  json_builder_add_int_value (json, element->stack);
  json_builder_set_member_name (json, BJT_PLAN_TAG_SIZE);
  json_builder_add_double_value (json, isfinite (element->size) ? element->size : 0);
  json_builder_set_member_name (json, BJT_PLAN_TAG_ANGLE);
  json_builder_add_double_value (json, isfinite (element->angle) ? element->angle : 0);
  json_builder_end_object (json);
}

/* The door's own key where it is a door's, the element's on the lowest level, else one made from it. */
static BjtUuid
find_key (Writer               *self,
          const BjtPlanExcerpt *excerpt,
          guint32               index,
          guint32               door)
{
  const BjtPictureElement *element = bjt_picture_get_element (self->picture, index);
  BjtUuid                  id = element->id;

  if (door != BJT_NO_INDEX)
    id = bjt_picture_get_door (self->picture, door)->id;
  else if (self->ordinal != g_array_index (excerpt->levels, BjtLevelRange, 0).first)
    id = derive_key (&element->id, "level", self->ordinal);
  if (!g_hash_table_add (self->used, g_memdup2 (&id, sizeof id)))
    {
      id = derive_key (&element->id, "part", self->ordinal);
      g_hash_table_add (self->used, g_memdup2 (&id, sizeof id));
    }
  return id;
}

static const char *
find_unit_category (const BjtPicture        *picture,
                    const BjtPictureElement *element,
                    guint32                  door,
                    const char              *caption)
{
  if (element->kind == BJT_ELEMENT_STAIRS)
    return "stairs";
  if (element->kind == BJT_ELEMENT_ELEVATOR)
    return "elevator";
  if (element->kind == BJT_ELEMENT_DOOR)
    {
      int kind = door != BJT_NO_INDEX ? bjt_picture_get_door (picture, door)->kind : BJT_DOOR_DWELLING;

      return kind == BJT_DOOR_GARAGE ? "parking" : kind == BJT_DOOR_OFFICE ? "office" : "room";
    }
  for (gsize i = 0; caption != NULL && i < G_N_ELEMENTS (bjt_room_words); i++)
    if (strstr (caption, bjt_room_words[i].word) != NULL)
      return bjt_room_words[i].category;
  return "unspecified";
}

static void
end_element (Writer                  *self,
             JsonBuilder             *json,
             const BjtPictureElement *element)
{
  bjt_plan_json_add_key (json, "level_id", &self->level_id);
  json_builder_end_object (json);
  add_own (self, json, element);
  json_builder_end_object (json);
}

static void
write_unit (Writer               *self,
            const BjtPlanExcerpt *excerpt,
            guint32               index)
{
  const BjtPictureElement *element = bjt_picture_get_element (self->picture, index);
  guint32                  door = bjt_plan_excerpt_find_door (excerpt, index, self->ordinal);
  g_autofree char         *caption = door == BJT_NO_INDEX ? bjt_plan_excerpt_dup_caption (excerpt, index) : g_strdup (bjt_picture_get_door (self->picture, door)->label);
  BjtUuid                  id = find_key (self, excerpt, index, door);
  JsonBuilder             *json = begin_feature (self, UNIT, &id);

  bjt_plan_json_add_shape (json, excerpt, element->shape);
  begin_properties (json);
  bjt_plan_json_add_text (json, "category", find_unit_category (self->picture, element, door, caption));
  add_labels (json, "name", caption);
  add_display_point (json, excerpt, bjt_geometry_get_centroid (element->shape));
  add_nulls (json, (const char *const[]) { "restriction", "accessibility", "alt_name", NULL });
  end_element (self, json, element);
}

/* Along the side of any outline that is nearest */
static BjtPoint
find_direction (const BjtPlanExcerpt *excerpt,
                BjtPoint              at)
{
  BjtRun   run = bjt_plan_excerpt_get_plan (excerpt)->elements;
  BjtPoint best = { 1, 0 };
  double   least = G_MAXDOUBLE;

  for (guint32 e = run.first; e < run.first + run.n; e++)
    {
      const BjtGeometry *shape = bjt_picture_get_element (excerpt->picture, e)->shape;

      for (guint p = 0; shape->kind != BJT_GEOMETRY_POINT && p < shape->n_parts; p++)
        for (guint i = 0; i < shape->parts[p].n_points; i++)
          {
            const BjtPoint *points = shape->points + shape->parts[p].first;
            BjtPoint        a = points[i], b = points[(i + 1) % shape->parts[p].n_points];
            double          length = hypot (b.x - a.x, b.y - a.y);
            double          along = length > 0 ? CLAMP (((at.x - a.x) * (b.x - a.x) + (at.y - a.y) * (b.y - a.y)) / (length * length), 0, 1) : 0;
            double          away = hypot (a.x + along * (b.x - a.x) - at.x, a.y + along * (b.y - a.y) - at.y);

            if (length == 0 || away >= least || (shape->kind == BJT_GEOMETRY_LINE && i + 1 == shape->parts[p].n_points))
              continue;
            least = away;
            best = (BjtPoint) { (b.x - a.x) / length, (b.y - a.y) / length };
          }
    }
  return best;
}

static BjtGeometry *
dup_opening (const BjtPlanExcerpt *excerpt,
             const BjtGeometry    *shape)
{
  BjtPoint along, at = shape->points[0];

  if (shape->kind == BJT_GEOMETRY_LINE)
    return bjt_geometry_ref (shape);
  along = find_direction (excerpt, at);
  return bjt_geometry_new_line ((const BjtPoint[]) { { at.x - along.x * OPENING_WIDTH / 2, at.y - along.y * OPENING_WIDTH / 2 },
                                                     { at.x + along.x * OPENING_WIDTH / 2, at.y + along.y * OPENING_WIDTH / 2 } },
                                2);
}

static void
write_opening (Writer               *self,
               const BjtPlanExcerpt *excerpt,
               guint32               index)
{
  const BjtPictureElement *element = bjt_picture_get_element (self->picture, index);
  g_autoptr (BjtGeometry) line = dup_opening (excerpt, element->shape);
  BjtUuid      id = find_key (self, excerpt, index, BJT_NO_INDEX);
  JsonBuilder *json = begin_feature (self, OPENING, &id);

  bjt_plan_json_add_shape (json, excerpt, line);
  begin_properties (json);
  bjt_plan_json_add_text (json, "category", "pedestrian");
  add_labels (json, "name", element->label);
  add_display_point (json, excerpt, bjt_geometry_get_centroid (line));
  add_nulls (json, (const char *const[]) { "accessibility", "access_control", "door", "alt_name", NULL });
  end_element (self, json, element);
}

/* Walls and lines */
static void
write_detail (Writer               *self,
              const BjtPlanExcerpt *excerpt,
              guint32               index)
{
  const BjtPictureElement *element = bjt_picture_get_element (self->picture, index);
  BjtUuid                  id = find_key (self, excerpt, index, BJT_NO_INDEX);
  JsonBuilder             *json = begin_feature (self, element->shape->kind == BJT_GEOMETRY_POLYGON ? FIXTURE : DETAIL, &id);

  bjt_plan_json_add_shape (json, excerpt, element->shape);
  begin_properties (json);
  if (element->shape->kind == BJT_GEOMETRY_POLYGON)
    {
      bjt_plan_json_add_text (json, "category", "wall");
      add_labels (json, "name", element->label);
      add_nulls (json, (const char *const[]) { "alt_name", "anchor_id", "display_point", NULL });
    }
  end_element (self, json, element);
}

/* Stairs and elevators without outline */
static void
write_amenity (Writer               *self,
               const BjtPlanExcerpt *excerpt,
               guint32               index)
{
  const BjtPictureElement *element = bjt_picture_get_element (self->picture, index);
  BjtUuid                  id = find_key (self, excerpt, index, BJT_NO_INDEX);
  JsonBuilder             *json = begin_feature (self, AMENITY, &id);

  bjt_plan_json_add_point (json, excerpt, element->shape->points[0]);
  begin_properties (json);
  bjt_plan_json_add_text (json, "category", element->kind == BJT_ELEMENT_STAIRS ? "stairs" : "elevator");
  add_labels (json, "name", element->label);
  json_builder_set_member_name (json, "unit_ids");
  json_builder_begin_array (json);
  json_builder_end_array (json);
  bjt_plan_json_add_key (json, "address_id", &self->address_id);
  add_nulls (json, (const char *const[]) { "accessibility", "alt_name", "hours", "phone", "website", "correlation_id", NULL });
  end_element (self, json, element);
}

static void
write_element (Writer               *self,
               const BjtPlanExcerpt *excerpt,
               guint32               index)
{
  const BjtPictureElement *element = bjt_picture_get_element (self->picture, index);

  switch ((BjtElementKind) element->kind)
    {
    case BJT_ELEMENT_DOOR:
    case BJT_ELEMENT_AREA:
      write_unit (self, excerpt, index);
      break;
    case BJT_ELEMENT_STAIRS:
    case BJT_ELEMENT_ELEVATOR:
      if (element->shape->kind == BJT_GEOMETRY_POINT)
        write_amenity (self, excerpt, index);
      else
        write_unit (self, excerpt, index);
      break;
    case BJT_ELEMENT_OPENING:
      write_opening (self, excerpt, index);
      break;
    case BJT_ELEMENT_WALL:
    case BJT_ELEMENT_LINE:
      write_detail (self, excerpt, index);
      break;
    case BJT_ELEMENT_TEXT:
    case BJT_N_ELEMENT_KINDS:
    default:
      break;
    }
}

/* Levels */

/* Texts have no feature of their own in IMDF. */
static void
add_texts (Writer               *self,
           JsonBuilder          *json,
           const BjtPlanExcerpt *excerpt)
{
  BjtRun run = bjt_plan_excerpt_get_plan (excerpt)->elements;

  json_builder_set_member_name (json, "texts");
  json_builder_begin_array (json);
  for (guint32 e = run.first; e < run.first + run.n; e++)
    {
      const BjtPictureElement *element = bjt_picture_get_element (self->picture, e);

      if (element->kind != BJT_ELEMENT_TEXT)
        continue;
      json_builder_begin_object (json);
      add_own (self, json, element);
      json_builder_end_object (json);
    }
  json_builder_end_array (json);
}

static void
add_plan (Writer               *self,
          JsonBuilder          *json,
          const BjtPlanExcerpt *excerpt,
          gboolean              is_lowest)
{
  const BjtPicturePlan *plan = bjt_plan_excerpt_get_plan (excerpt);
  g_autofree char      *levels = bjt_plan_levels_to_string (excerpt->levels);
  g_autofree char      *placement = bjt_placement_to_json (excerpt->placement);

  json_builder_set_member_name (json, BJT_PLAN_IMDF_MEMBER);
  json_builder_begin_object (json);
  bjt_plan_json_add_key (json, BJT_PLAN_TAG_PLAN, &plan->id);
  bjt_plan_json_add_key (json, BJT_PLAN_TAG_BUILDING, &self->building->id);
  bjt_plan_json_add_text (json, BJT_PLAN_TAG_LEVELS, levels);
  if (plan->name != NULL)
    bjt_plan_json_add_text (json, BJT_PLAN_TAG_PLAN_NAME, plan->name);
  bjt_plan_json_add_text (json, BJT_PLAN_TAG_PLACEMENT, placement);
  if (is_lowest)
    add_texts (self, json, excerpt);
  json_builder_end_object (json);
}

static void
write_level (Writer               *self,
             const BjtPlanExcerpt *excerpt,
             gboolean              is_lowest)
{
  BjtRun           run = bjt_plan_excerpt_get_plan (excerpt)->elements;
  guint32          building = bjt_plan_excerpt_get_plan (excerpt)->building;
  g_autofree char *label = bjt_picture_dup_level_label (self->picture, building, self->ordinal);
  g_autoptr (BjtGeometry) rectangle = dup_rectangle (excerpt);
  JsonBuilder     *json;

  self->level_id = derive_key (&self->building->id, "level", self->ordinal);
  json = begin_feature (self, LEVEL, &self->level_id);
  bjt_plan_json_add_shape (json, NULL, rectangle);
  begin_properties (json);
  bjt_plan_json_add_text (json, "category", "unspecified");
  json_builder_set_member_name (json, "outdoor");
  json_builder_add_boolean_value (json, FALSE);
  json_builder_set_member_name (json, "ordinal");
  json_builder_add_int_value (json, self->ordinal);
  add_labels (json, "name", label);
  add_labels (json, "short_name", label);
  add_keys (json, "building_ids", &self->building->id);
  add_nulls (json, (const char *const[]) { "restriction", "display_point", "address_id", NULL });
  json_builder_end_object (json);
  add_plan (self, json, excerpt, is_lowest);
  json_builder_end_object (json);
  for (guint32 e = run.first; e < run.first + run.n; e++)
    write_element (self, excerpt, e);
}

static void
write_excerpt (Writer               *self,
               const BjtPlanExcerpt *excerpt)
{
  gboolean is_lowest = TRUE;

  for (guint i = 0; i < excerpt->levels->len; i++)
    {
      const BjtLevelRange *range = &g_array_index (excerpt->levels, BjtLevelRange, i);

      for (self->ordinal = range->first; self->ordinal <= range->last; self->ordinal++, is_lowest = FALSE)
        write_level (self, excerpt, is_lowest);
    }
}

/* The whole */

static void
clear_part (gpointer data)
{
  g_bytes_unref (((BjtPlanImdfPart *) data)->bytes);
}

static void
add_manifest (GArray *parts,
              gint64  unix_ms)
{
  g_autoptr (JsonBuilder) json = json_builder_new ();
  g_autoptr (GDateTime) now = g_date_time_new_from_unix_utc (unix_ms / 1000);
  g_autofree char *created = g_date_time_format (now, "%Y-%m-%dT%H:%M:%SZ");
  BjtPlanImdfPart  part = { "manifest.json", NULL };

  json_builder_begin_object (json);
  bjt_plan_json_add_text (json, "version", "1.0.0");
  bjt_plan_json_add_text (json, "created", created);
  bjt_plan_json_add_text (json, "generated_by", "Baijiatu");
  bjt_plan_json_add_text (json, "language", LANGUAGE);
  bjt_plan_json_add_text (json, "extensions", NULL);
  json_builder_end_object (json);
  part.bytes = bjt_plan_json_finish (json);
  g_array_append_val (parts, part);
}

static void
writer_init (Writer           *self,
             const BjtPicture *picture,
             guint32           building)
{
  self->picture = picture;
  self->building = bjt_picture_get_building (picture, building);
  self->address_id = derive_key (&self->building->id, "address", 0);
  self->used = g_hash_table_new_full (bjt_uuid_hash, bjt_uuid_equal, g_free, NULL);
  for (guint k = 0; k < N_KINDS; k++)
    {
      self->files[k] = json_builder_new ();
      json_builder_begin_object (self->files[k]);
      bjt_plan_json_add_text (self->files[k], "type", "FeatureCollection");
      bjt_plan_json_add_text (self->files[k], "name", kind_names[k]);
      json_builder_set_member_name (self->files[k], "features");
      json_builder_begin_array (self->files[k]);
    }
}

static GArray *
writer_finish (Writer *self,
               gint64  unix_ms)
{
  GArray *parts = g_array_new (FALSE, FALSE, sizeof (BjtPlanImdfPart));

  g_array_set_clear_func (parts, clear_part);
  add_manifest (parts, unix_ms);
  for (guint k = 0; k < N_KINDS; k++)
    {
      BjtPlanImdfPart part = { file_names[k], NULL };

      json_builder_end_array (self->files[k]);
      json_builder_end_object (self->files[k]);
      if (self->n_features[k] > 0)
        {
          part.bytes = bjt_plan_json_finish (self->files[k]);
          g_array_append_val (parts, part);
        }
      g_object_unref (self->files[k]);
    }
  g_hash_table_unref (self->used);
  return parts;
}

/**
 * bjt_plan_imdf_write:
 * @excerpts: one or more
 * @unix_ms: when it is made
 *
 * Returns: (transfer full): the parts of the archive
 */
GArray *
bjt_plan_imdf_write (BjtPlanExcerpt *const *excerpts,
                     guint                  n_excerpts,
                     gint64                 unix_ms)
{
  Writer           self = { 0 };
  guint32          building = bjt_plan_excerpt_get_plan (excerpts[0])->building;
  g_autofree char *name = bjt_picture_dup_building_name (excerpts[0]->picture, building);
  g_autoptr (BjtGeometry) ground = NULL;

  writer_init (&self, excerpts[0]->picture, building);
  ground = self.building->footprint != NULL && self.building->footprint->kind == BJT_GEOMETRY_POLYGON ? bjt_geometry_ref (self.building->footprint)
                                                                                                     : dup_rectangle (excerpts[0]);
  write_address (&self, name);
  write_venue (&self, ground, name);
  write_building (&self, ground, name);
  for (guint i = 0; i < n_excerpts; i++)
    write_excerpt (&self, excerpts[i]);
  return writer_finish (&self, unix_ms);
}
