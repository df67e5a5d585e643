/* bjt-indoor-osm-reader.c: OpenStreetMap XML with indoor tags: ways, and single
 * nodes that are doors. Rooms drawn as multipolygons are left out. */
#include "bjt-indoor-reader.h"

#include "bjt-indoor-plan.h"
#include "bjt-indoor-tags.h"

#include "import/bjt-import-error.h"
#include "xml/bjt-xml-reader.h"

#include <math.h>
#include <string.h>

#define MAX_NODES 2000000u

typedef struct
{
  /* Borrowed */
  BjtIndoorPlan *plan;

  /* Owned */
  GHashTable    *nodes;  /* id → index + 1 */
  GArray        *places; /* BjtPoint */
  GHashTable    *tags;   /* of the element at hand */
  GArray        *line;   /* BjtPoint */

  /* State */
  gint64         id;
  gboolean       is_way;
  guint          n_multipolygons;
} Reader;

static const char *
get_tag_cb (gpointer    tags,
            const char *key)
{
  return g_hash_table_lookup (tags, key);
}

static gint64
get_number (const BjtXmlAttributes *attributes,
            const char             *name)
{
  const char *text = bjt_xml_attributes_get (attributes, name);

  return text != NULL ? g_ascii_strtoll (text, NULL, 10) : 0;
}

static gboolean
begin_node (Reader                 *self,
            const BjtXmlAttributes *attributes,
            GError                **error)
{
  const char *longitude = bjt_xml_attributes_get (attributes, "lon"), *latitude = bjt_xml_attributes_get (attributes, "lat");
  BjtPoint    place;
  gint64     *key;

  self->is_way = FALSE;
  g_array_set_size (self->line, 0);
  if (longitude == NULL || latitude == NULL)
    return TRUE;
  place = (BjtPoint) { g_ascii_strtod (longitude, NULL), g_ascii_strtod (latitude, NULL) };
  if (!(fabs (place.x) <= 180) || !(fabs (place.y) < 85))
    return TRUE;
  if (self->places->len >= MAX_NODES)
    {
      g_set_error (error, BJT_IMPORT_ERROR, BJT_IMPORT_ERROR_LIMIT, "more than %u nodes", MAX_NODES);
      return FALSE;
    }
  g_array_append_val (self->places, place);
  g_array_append_val (self->line, place);
  key = g_new (gint64, 1);
  *key = self->id;
  g_hash_table_replace (self->nodes, key, GUINT_TO_POINTER (self->places->len));
  return TRUE;
}

static gboolean
start_cb (const char             *name,
          const BjtXmlAttributes *attributes,
          gpointer                user_data,
          GError                **error)
{
  Reader *self = user_data;

  if (strcmp (name, "tag") == 0)
    {
      const char *key = bjt_xml_attributes_get (attributes, "k"), *value = bjt_xml_attributes_get (attributes, "v");

      if (key != NULL && value != NULL)
        g_hash_table_replace (self->tags, g_strdup (key), g_strdup (value));
      return TRUE;
    }
  if (strcmp (name, "nd") == 0)
    {
      gint64 id = get_number (attributes, "ref");
      guint  node = GPOINTER_TO_UINT (g_hash_table_lookup (self->nodes, &id));

      if (node > 0)
        g_array_append_val (self->line, g_array_index (self->places, BjtPoint, node - 1));
      return TRUE;
    }
  if (strcmp (name, "member") == 0)
    return TRUE;
  g_hash_table_remove_all (self->tags);
  self->id = get_number (attributes, "id");
  if (strcmp (name, "node") == 0)
    return begin_node (self, attributes, error);
  self->is_way = strcmp (name, "way") == 0;
  g_array_set_size (self->line, 0);
  return TRUE;
}

static BjtGeometry *
make_shape (const Reader *self,
            const char   *kind)
{
  const BjtPoint *points = (const BjtPoint *) (gpointer) self->line->data;
  guint           n = self->line->len;

  if (!self->is_way)
    return n == 1 && strcmp (kind, "door") == 0 ? bjt_geometry_new_point (points[0].x, points[0].y) : NULL;
  if (n > 3 && points[0].x == points[n - 1].x && points[0].y == points[n - 1].y)
    return bjt_geometry_new_polygon (points, n - 1);
  return n > 1 ? bjt_geometry_new_line (points, n) : NULL;
}

static gboolean
end_cb (const char *name,
        gpointer    user_data,
        GError    **error)
{
  Reader     *self = user_data;
  const char *kind;
  g_autoptr (BjtGeometry) shape = NULL;
  g_autofree char *id = NULL;
  BjtIndoorFeature feature = { 0 };

  if (strcmp (name, "node") != 0 && strcmp (name, "way") != 0 && strcmp (name, "relation") != 0)
    return TRUE;
  kind = bjt_indoor_tags_find_kind (get_tag_cb, self->tags);
  if (kind != NULL && strcmp (name, "relation") == 0)
    self->n_multipolygons++;
  shape = kind != NULL && strcmp (name, "relation") != 0 ? make_shape (self, kind) : NULL;
  if (shape == NULL)
    return TRUE;
  id = g_strdup_printf ("%s/%" G_GINT64_FORMAT, name, self->id);
  feature = (BjtIndoorFeature) { .kind = kind, .id = id, .label = bjt_indoor_tags_find_label (get_tag_cb, self->tags), .shape = shape };
  bjt_indoor_plan_add_levels (self->plan, &feature, get_tag_cb (self->tags, "level"), get_tag_cb (self->tags, "repeat_on"));
  return TRUE;
}

/**
 * bjt_indoor_osm_read:
 *
 * A #BjtDrawingReadFunc.
 */
gboolean
bjt_indoor_osm_read (const BjtDrawingRequest *request,
                     GError                 **error)
{
  static const BjtXmlHandler handler = { start_cb, end_cb, NULL };
  g_autoptr (BjtIndoorPlan) plan = bjt_indoor_plan_new (TRUE);
  g_autoptr (GHashTable) nodes = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, NULL);
  g_autoptr (GHashTable) tags = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  g_autoptr (GArray) places = g_array_new (FALSE, FALSE, sizeof (BjtPoint));
  g_autoptr (GArray) line = g_array_new (FALSE, FALSE, sizeof (BjtPoint));
  g_autoptr (GError) problem = NULL;
  Reader self = { .plan = plan, .nodes = nodes, .tags = tags, .places = places, .line = line };

  if (bjt_xml_read_file (request->path, NULL, &handler, &self, &problem))
    {
      if (self.n_multipolygons > 0)
        bjt_drawing_notes_add (request->notes, "osm-multipolygons", "%u rooms drawn as multipolygons are left out", self.n_multipolygons);
      return bjt_indoor_plan_build (plan, request, error);
    }
  if (problem->domain == BJT_XML_ERROR)
    g_set_error (error, BJT_IMPORT_ERROR, problem->code == BJT_XML_ERROR_UNSAFE ? BJT_IMPORT_ERROR_UNSAFE : BJT_IMPORT_ERROR_DAMAGED,
                 "damaged OSM: %s", problem->message);
  else
    g_propagate_error (error, g_steal_pointer (&problem));
  return FALSE;
}
