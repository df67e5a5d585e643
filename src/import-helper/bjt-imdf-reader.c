/* bjt-imdf-reader.c: Apple's Indoor Mapping Data Format, zipped or as a folder.
 *
 * Levels name the layers; units, openings, fixtures, kiosks and sections lie on
 * them; what an occupant is called is told to the unit its anchor stands in.
 * Amenities are named where they stand. Levels that this program wrote are
 * taken back as the plans they were. */
#include "bjt-indoor-reader.h"

#include "bjt-imdf-plan.h"
#include "bjt-indoor-plan.h"
#include "bjt-json-file.h"
#include "bjt-zip.h"

#include "import/bjt-import-error.h"

#include <string.h>

#define MAX_PART (64u << 20)

typedef struct
{
  /* Borrowed */
  const char    *path;
  BjtIndoorPlan *plan;
  BjtImdfPlan   *own;       /* what this program wrote */

  /* Owned */
  GPtrArray     *names;     /* (nullable): of the zip */
  GHashTable    *levels;    /* id → Level */
  GHashTable    *occupants; /* unit id → name */
  GHashTable    *units;     /* id → level id */

  /* State */
  gboolean       is_own;
} Reader;

typedef struct
{
  double ordinal;
  char  *name;
} Level;

static void
level_free (gpointer data)
{
  g_free (((Level *) data)->name);
  g_free (data);
}

static char *
read_part (Reader     *self,
           const char *name,
           gsize      *size,
           GError    **error)
{
  BjtZipPart *part = bjt_zip_part_open (self->path, name, error);
  g_autoptr (GByteArray) bytes = g_byte_array_new ();
  char        block[16384];
  gssize      n = 1;

  if (part == NULL)
    return NULL;
  while (n > 0 && bytes->len < MAX_PART)
    {
      n = bjt_zip_part_read (part, block, sizeof block, error);
      if (n > 0)
        g_byte_array_append (bytes, (const guint8 *) block, (guint) n);
    }
  bjt_zip_part_close (part);
  if (n < 0)
    return NULL;
  *size = bytes->len;
  g_byte_array_append (bytes, (const guint8 *) "", 1);
  return (char *) g_byte_array_free (g_steal_pointer (&bytes), FALSE);
}

/* The features of one kind; NULL without an error where there are none. */
static JsonObject *
load (Reader     *self,
      const char *kind,
      GError    **error)
{
  g_autofree char *name = g_strconcat (kind, ".geojson", NULL);
  g_autofree char *data = NULL;
  gsize            size;

  if (self->names == NULL)
    {
      g_autofree char *path = g_build_filename (self->path, name, NULL);

      if (!g_file_test (path, G_FILE_TEST_EXISTS) || !g_file_get_contents (path, &data, &size, error))
        return NULL;
      return bjt_json_parse (data, size, error);
    }
  for (guint i = 0; i < self->names->len; i++)
    {
      g_autofree char *last = g_path_get_basename (self->names->pdata[i]);

      if (g_ascii_strcasecmp (last, name) != 0)
        continue;
      data = read_part (self, self->names->pdata[i], &size, error);
      return data != NULL ? bjt_json_parse (data, size, error) : NULL;
    }
  return NULL;
}

typedef void (*FeatureFunc) (Reader *self, const char *kind, JsonObject *feature, JsonObject *properties);

static gboolean
for_each (Reader     *self,
          const char *kind,
          FeatureFunc func,
          GError    **error)
{
  g_autoptr (GError) problem = NULL;
  g_autoptr (JsonObject) root = load (self, kind, &problem);
  JsonArray *features = bjt_json_get_array (root, "features");

  if (problem != NULL)
    {
      g_set_error (error, problem->domain, problem->code, "%s.geojson: %s", kind, problem->message);
      return FALSE;
    }
  for (guint i = 0; features != NULL && i < json_array_get_length (features); i++)
    {
      JsonObject *feature = bjt_json_get_item (features, i);

      if (feature != NULL && bjt_json_get_text (feature, "id") != NULL)
        func (self, kind, feature, bjt_json_get_object (feature, "properties"));
    }
  return TRUE;
}

static void
note_level (Reader     *self,
            const char *kind,
            JsonObject *feature,
            JsonObject *properties)
{
  Level           *level = g_new0 (Level, 1);
  g_autofree char *ordinal = bjt_json_dup_words (properties, "ordinal");

  level->ordinal = ordinal != NULL ? CLAMP (g_ascii_strtod (ordinal, NULL), -1000, 1000) : 0;
  level->name = bjt_json_dup_words (properties, "short_name");
  if (level->name == NULL)
    level->name = bjt_json_dup_words (properties, "name");
  if (level->name == NULL)
    level->name = g_strdup_printf ("%g", level->ordinal);
  g_hash_table_replace (self->levels, g_strdup (bjt_json_get_text (feature, "id")), level);
  self->is_own |= bjt_imdf_plan_add_level (self->own, feature);
}

static void
note_anchor (Reader     *self,
             const char *kind,
             JsonObject *feature,
             JsonObject *properties)
{
  const char *unit = bjt_json_get_text (properties, "unit_id");
  const char *id = bjt_json_get_text (feature, "id");
  const char *name = g_hash_table_lookup (self->occupants, id);

  if (unit != NULL && name != NULL)
    g_hash_table_replace (self->occupants, g_strdup (unit), g_strdup (name));
}

/* Under the anchor, until that tells the unit */
static void
note_occupant (Reader     *self,
               const char *kind,
               JsonObject *feature,
               JsonObject *properties)
{
  const char *anchor = bjt_json_get_text (properties, "anchor_id");
  char       *name = bjt_json_dup_words (properties, "name");

  if (anchor != NULL && name != NULL)
    g_hash_table_replace (self->occupants, g_strdup (anchor), name);
  else
    g_free (name);
}

/* Amenities tell the units they serve. */
static const char *
find_level (Reader     *self,
            JsonObject *properties)
{
  const char *level_id = bjt_json_get_text (properties, "level_id");
  JsonArray  *units = bjt_json_get_array (properties, "unit_ids");

  for (guint i = 0; level_id == NULL && units != NULL && i < json_array_get_length (units); i++)
    {
      JsonNode *unit = json_array_get_element (units, i);

      if (JSON_NODE_HOLDS_VALUE (unit) && json_node_get_value_type (unit) == G_TYPE_STRING)
        level_id = g_hash_table_lookup (self->units, json_node_get_string (unit));
    }
  return level_id;
}

static void
add_feature (Reader     *self,
             const char *kind,
             JsonObject *feature,
             JsonObject *properties)
{
  g_autoptr (BjtGeometry) shape = bjt_json_read_geometry (bjt_json_get_object (feature, "geometry"));
  const char      *level_id = find_level (self, properties);
  const char      *id = bjt_json_get_text (feature, "id");
  const Level     *level = g_hash_table_lookup (self->levels, level_id != NULL ? level_id : id);
  g_autofree char *name = bjt_json_dup_words (properties, "name");
  BjtIndoorFeature item = { .kind = kind, .id = id, .shape = shape };

  if (shape == NULL)
    return;
  item.label = name != NULL ? name : g_hash_table_lookup (self->occupants, id);
  if (strcmp (kind, "unit") == 0 && level_id != NULL)
    g_hash_table_replace (self->units, g_strdup (id), g_strdup (level_id));
  if (strcmp (kind, "level") == 0)
    item.label = NULL;
  else if (strcmp (kind, "amenity") == 0 && item.label == NULL)
    item.label = bjt_json_get_text (properties, "category");
  item.level = level != NULL ? level->name : NULL;
  item.ordinal = level != NULL ? level->ordinal : 0;
  bjt_indoor_plan_add (self->plan, &item);
}

static void
add_own_feature (Reader     *self,
                 const char *kind,
                 JsonObject *feature,
                 JsonObject *properties)
{
  bjt_imdf_plan_add_feature (self->own, kind, feature);
}

static gboolean
read_all (Reader  *self,
          GError **error)
{
  static const char *const kinds[] = { "venue", "footprint", "level", "section", "unit", "opening", "fixture", "kiosk", "detail", "amenity" };
  gboolean ok = for_each (self, "level", note_level, error) && for_each (self, "occupant", note_occupant, error)
                && for_each (self, "anchor", note_anchor, error);

  for (gsize i = 0; ok && i < G_N_ELEMENTS (kinds); i++)
    ok = for_each (self, kinds[i], self->is_own ? add_own_feature : add_feature, error);
  return ok;
}

/**
 * bjt_imdf_read:
 *
 * A #BjtDrawingReadFunc.
 */
gboolean
bjt_imdf_read (const BjtDrawingRequest *request,
               GError                 **error)
{
  g_autoptr (BjtIndoorPlan) plan = bjt_indoor_plan_new (TRUE);
  g_autoptr (GPtrArray) names = NULL;
  g_autoptr (GHashTable) levels = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, level_free);
  g_autoptr (GHashTable) occupants = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  g_autoptr (BjtImdfPlan) own = bjt_imdf_plan_new (request);
  g_autoptr (GHashTable) units = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  Reader self = { request->path, plan, own, NULL, levels, occupants, units, FALSE };

  if (!g_file_test (request->path, G_FILE_TEST_IS_DIR))
    {
      names = bjt_zip_list (request->path, error);
      if (names == NULL)
        return FALSE;
    }
  self.names = names;
  return read_all (&self, error) && (bjt_imdf_plan_finish (own) || bjt_indoor_plan_build (plan, request, error));
}
