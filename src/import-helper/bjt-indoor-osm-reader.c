/* bjt-indoor-osm-reader.c: OpenStreetMap XML with indoor tags: ways,
 * multipolygons, and single nodes that are doors. */
#include "bjt-indoor-reader.h"

#include "bjt-indoor-plan.h"
#include "bjt-indoor-tags.h"
#include "bjt-osm-rings.h"

#include "import/bjt-import-error.h"
#include "xml/bjt-xml-reader.h"

#include <math.h>
#include <string.h>

#define MAX_NODES 2000000u
#define MAX_REFERENCES 10000000u

typedef struct
{
  /* Borrowed */
  BjtIndoorPlan *plan;

  /* Owned */
  GHashTable    *nodes;  /* id → index + 1 */
  GArray        *places; /* BjtPoint */
  GHashTable    *tags;   /* of the element at hand */
  GArray        *line;   /* BjtPoint */
  GHashTable    *ways;   /* id → GArray of node ids */
  GArray        *outer;  /* BjtOsmPath, of the relation at hand */
  GArray        *inner;

  /* State */
  guint          n_references;
  gint64         id;
  gboolean       is_way;
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

static void
add_reference (Reader *self,
               gint64  id)
{
  guint   node = GPOINTER_TO_UINT (g_hash_table_lookup (self->nodes, &id));
  GArray *way = g_hash_table_lookup (self->ways, &self->id);

  if (node == 0 || self->n_references++ >= MAX_REFERENCES)
    return;
  g_array_append_val (self->line, g_array_index (self->places, BjtPoint, node - 1));
  if (way == NULL)
    {
      way = g_array_new (FALSE, FALSE, sizeof (gint64));
      g_hash_table_insert (self->ways, g_memdup2 (&self->id, sizeof self->id), way);
    }
  g_array_append_val (way, id);
}

/* Ways stand before the relations they are in. */
static void
add_member (Reader                 *self,
            const BjtXmlAttributes *attributes)
{
  const char *type = bjt_xml_attributes_get (attributes, "type"), *role = bjt_xml_attributes_get (attributes, "role");
  gint64      id = get_number (attributes, "ref");
  GArray     *way = g_strcmp0 (type, "way") == 0 ? g_hash_table_lookup (self->ways, &id) : NULL;
  BjtOsmPath  path = { 0 };

  if (way == NULL)
    return;
  path = (BjtOsmPath) { (const gint64 *) (gpointer) way->data, way->len };
  if (g_strcmp0 (role, "inner") == 0)
    g_array_append_val (self->inner, path);
  else
    g_array_append_val (self->outer, path);
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
      add_reference (self, get_number (attributes, "ref"));
      return TRUE;
    }
  if (strcmp (name, "member") == 0)
    {
      add_member (self, attributes);
      return TRUE;
    }
  g_hash_table_remove_all (self->tags);
  self->id = get_number (attributes, "id");
  if (strcmp (name, "node") == 0)
    return begin_node (self, attributes, error);
  self->is_way = strcmp (name, "way") == 0;
  g_array_set_size (self->line, 0);
  g_array_set_size (self->outer, 0);
  g_array_set_size (self->inner, 0);
  return TRUE;
}

static void
add_rings (const Reader *self,
           const GArray *paths,
           gboolean      is_hole,
           GArray       *parts,
           GArray       *points)
{
  guint n_open;
  g_autoptr (GPtrArray) rings = bjt_osm_rings_join ((const BjtOsmPath *) (gpointer) paths->data, paths->len, &n_open);

  for (guint r = 0; r < rings->len; r++)
    {
      const GArray *ring = rings->pdata[r];
      BjtPart       part = { points->len, ring->len, is_hole };

      for (guint i = 0; i < ring->len; i++)
        {
          guint node = GPOINTER_TO_UINT (g_hash_table_lookup (self->nodes, &g_array_index (ring, gint64, i)));

          g_array_append_val (points, g_array_index (self->places, BjtPoint, node - 1)); /* ways keep none that is not there */
        }
      g_array_append_val (parts, part);
    }
}

/* Of a relation. Holes follow the first outline: rooms have but one. */
static BjtGeometry *
make_multipolygon (const Reader *self)
{
  g_autoptr (GArray) parts = g_array_new (FALSE, FALSE, sizeof (BjtPart));
  g_autoptr (GArray) points = g_array_new (FALSE, FALSE, sizeof (BjtPoint));
  guint n_outer;

  if (g_strcmp0 (get_tag_cb (self->tags, "type"), "multipolygon") != 0)
    return NULL;
  add_rings (self, self->outer, FALSE, parts, points);
  n_outer = parts->len;
  if (n_outer == 0)
    return NULL;
  if (n_outer == 1)
    add_rings (self, self->inner, TRUE, parts, points);
  return bjt_geometry_new (BJT_GEOMETRY_POLYGON, (const BjtPart *) (gpointer) parts->data, parts->len,
                           (const BjtPoint *) (gpointer) points->data, points->len);
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
  if (kind != NULL)
    shape = strcmp (name, "relation") == 0 ? make_multipolygon (self) : make_shape (self, kind);
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
  g_autoptr (GHashTable) ways = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, (GDestroyNotify) g_array_unref);
  g_autoptr (GArray) outer = g_array_new (FALSE, FALSE, sizeof (BjtOsmPath));
  g_autoptr (GArray) inner = g_array_new (FALSE, FALSE, sizeof (BjtOsmPath));
  g_autoptr (GError) problem = NULL;
  Reader self = { .plan = plan, .nodes = nodes, .tags = tags, .places = places, .line = line, .ways = ways, .outer = outer, .inner = inner };

  if (bjt_xml_read_file (request->path, NULL, &handler, &self, &problem))
    return bjt_indoor_plan_build (plan, request, error);
  if (problem->domain == BJT_XML_ERROR)
    g_set_error (error, BJT_IMPORT_ERROR, problem->code == BJT_XML_ERROR_UNSAFE ? BJT_IMPORT_ERROR_UNSAFE : BJT_IMPORT_ERROR_DAMAGED,
                 "damaged OSM: %s", problem->message);
  else
    g_propagate_error (error, g_steal_pointer (&problem));
  return FALSE;
}
