/* bjt-osm-reader.c: nodes, ways and relations of an .osm file into features.
 *
 * The whole file is read first, since a way may come before its nodes; then
 * points, ways and multipolygon relations are sent. What was deleted in an editor
 * is left out, as are ways whose nodes the extract lacks (one notice says how
 * many). A relation without tags of its own takes those of its first outer way,
 * which is then not sent a second time. Memory is about 24 bytes a node. */
#include "bjt-osm-reader.h"

#include <errno.h>
#include <fcntl.h>
#include <math.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "bjt-osm-rings.h"
#include "bjt-osm-tags.h"
#include "xml/bjt-xml-reader.h"

#define MAX_ELEMENTS 50000000u

typedef struct
{
  gint64 id;
  double x, y;
} Node;

typedef struct
{
  gint64 id;
  guint  first_tag, n_tags;
  guint  first_ref, n_refs;   /* nodes of a way, members of a relation */
  double x, y;                /* of a tagged node */
  guint8 type;                /* 'n', 'w' or 'r' */
  guint8 sent;
} Element;

typedef struct
{
  gint64   ref;
  gboolean is_way;
  gboolean is_inner;
} Member;

typedef struct
{
  /* Borrowed */
  BjtOutput *output;

  /* Owned */
  GArray       *nodes;     /* Node */
  GArray       *points;    /* Element: tagged nodes */
  GArray       *ways;      /* Element */
  GArray       *relations; /* Element */
  GArray       *refs;      /* gint64 */
  GArray       *members;   /* Member */
  GArray       *tags;      /* BjtOsmTag */
  GStringChunk *texts;     /* for as long as the reading */
  GStringChunk *scratch;   /* for one draft */

  /* State */
  Element  element; /* the one being read */
  gboolean in_element;
  gboolean deleted;
  gboolean sorted;
  guint    n_sent;
  guint    n_incomplete;
  guint64  total, done;
  int      fd;
} Reading;

/* Reading */

static gboolean
read_id (const char *text,
         gint64     *id)
{
  return text != NULL && g_ascii_string_to_signed (text, 10, G_MININT64, G_MAXINT64, id, NULL);
}

static gboolean
fail_damaged (GError    **error,
              const char *what,
              gint64      id)
{
  g_set_error (error, BJT_IMPORT_ERROR, BJT_IMPORT_ERROR_DAMAGED, "OpenStreetMap data: %s %" G_GINT64_FORMAT " is damaged", what, id);
  return FALSE;
}

static gboolean
read_position (const BjtXmlAttributes *attributes,
               double                 *x,
               double                 *y)
{
  const char *lon = bjt_xml_attributes_get (attributes, "lon");
  const char *lat = bjt_xml_attributes_get (attributes, "lat");

  if (lon == NULL || lat == NULL)
    return FALSE;
  *x = g_ascii_strtod (lon, NULL);
  *y = g_ascii_strtod (lat, NULL);
  return fabs (*x) <= 180 && fabs (*y) <= 90;
}

static gboolean
start_element (Reading                *self,
               char                    type,
               const BjtXmlAttributes *attributes,
               GError                **error)
{
  const char *visible = bjt_xml_attributes_get (attributes, "visible");
  const char *action = bjt_xml_attributes_get (attributes, "action");

  self->element = (Element){ .type = (guint8) type, .first_tag = self->tags->len };
  self->element.first_ref = type == 'r' ? self->members->len : self->refs->len;
  self->in_element = TRUE;
  self->deleted = (visible != NULL && strcmp (visible, "false") == 0) || (action != NULL && strcmp (action, "delete") == 0);
  if (!read_id (bjt_xml_attributes_get (attributes, "id"), &self->element.id))
    return fail_damaged (error, "the number of an element after", self->nodes->len > 0 ? g_array_index (self->nodes, Node, self->nodes->len - 1).id : 0);
  if (self->nodes->len + self->refs->len + self->tags->len > MAX_ELEMENTS)
    {
      g_set_error_literal (error, BJT_IMPORT_ERROR, BJT_IMPORT_ERROR_LIMIT, "the extract is too large: cut out the community first");
      return FALSE;
    }
  if (type == 'n' && !self->deleted)
    {
      Node node = { .id = self->element.id };

      if (!read_position (attributes, &node.x, &node.y))
        return fail_damaged (error, "node", node.id);
      self->sorted = self->sorted && (self->nodes->len == 0 || g_array_index (self->nodes, Node, self->nodes->len - 1).id < node.id);
      self->element.x = node.x;
      self->element.y = node.y;
      g_array_append_val (self->nodes, node);
    }
  return TRUE;
}

static void
add_tag (Reading                *self,
         const BjtXmlAttributes *attributes)
{
  const char *key = bjt_xml_attributes_get (attributes, "k");
  const char *value = bjt_xml_attributes_get (attributes, "v");
  BjtOsmTag   tag;

  if (key == NULL || value == NULL || value[0] == '\0' || self->deleted)
    return;
  tag.key = g_string_chunk_insert_const (self->texts, key);
  tag.value = g_string_chunk_insert_const (self->texts, value);
  g_array_append_val (self->tags, tag);
}

static void
add_member (Reading                *self,
            const BjtXmlAttributes *attributes)
{
  const char *type = bjt_xml_attributes_get (attributes, "type");
  const char *role = bjt_xml_attributes_get (attributes, "role");
  Member      member = { 0 };

  if (type == NULL || self->deleted || !read_id (bjt_xml_attributes_get (attributes, "ref"), &member.ref))
    return;
  member.is_way = strcmp (type, "way") == 0;
  member.is_inner = role != NULL && strcmp (role, "inner") == 0;
  g_array_append_val (self->members, member);
}

static gboolean
osm_start_cb (const char             *name,
              const BjtXmlAttributes *attributes,
              gpointer                user_data,
              GError                **error)
{
  Reading *self = user_data;
  gint64   ref;

  if (strcmp (name, "node") == 0)
    return start_element (self, 'n', attributes, error);
  if (strcmp (name, "way") == 0)
    return start_element (self, 'w', attributes, error);
  if (strcmp (name, "relation") == 0)
    return start_element (self, 'r', attributes, error);
  if (!self->in_element)
    return TRUE;
  if (strcmp (name, "nd") == 0)
    {
      if (self->element.type == 'w' && !self->deleted && read_id (bjt_xml_attributes_get (attributes, "ref"), &ref))
        g_array_append_val (self->refs, ref);
    }
  else if (strcmp (name, "tag") == 0)
    add_tag (self, attributes);
  else if (strcmp (name, "member") == 0 && self->element.type == 'r')
    add_member (self, attributes);
  return TRUE;
}

static gboolean
osm_end_cb (const char *name,
            gpointer    user_data,
            GError    **error)
{
  Reading *self = user_data;
  Element *element = &self->element;

  if (!self->in_element || (strcmp (name, "node") != 0 && strcmp (name, "way") != 0 && strcmp (name, "relation") != 0))
    return TRUE;
  self->in_element = FALSE;
  if (self->deleted)
    return TRUE;
  element->n_tags = self->tags->len - element->first_tag;
  element->n_refs = (element->type == 'r' ? self->members->len : self->refs->len) - element->first_ref;
  if (element->type == 'w')
    g_array_append_val (self->ways, *element);
  else if (element->type == 'r')
    g_array_append_val (self->relations, *element);
  else if (element->n_tags > 0)
    g_array_append_val (self->points, *element);
  return TRUE;
}

static gssize
read_file_cb (gpointer source,
              char    *buffer,
              gsize    size,
              GError **error)
{
  Reading *self = source;
  gssize   n;

  do
    n = read (self->fd, buffer, size);
  while (n < 0 && errno == EINTR);
  if (n < 0)
    g_set_error (error, BJT_IMPORT_ERROR, BJT_IMPORT_ERROR_FAILED, "the file cannot be read: %s", g_strerror (errno));
  else
    self->done += (guint64) n;
  bjt_output_progress (self->output, self->done, self->total);
  return n;
}

static gboolean
read_elements (Reading    *self,
               const char *path,
               GError    **error)
{
  static const BjtXmlHandler handler = { .start = osm_start_cb, .end = osm_end_cb };
  g_autoptr (GError)         problem = NULL;
  struct stat                about;

  self->fd = open (path, O_RDONLY | O_CLOEXEC);
  if (self->fd < 0 || fstat (self->fd, &about) != 0)
    {
      g_set_error (error, BJT_IMPORT_ERROR, BJT_IMPORT_ERROR_FAILED, "the file cannot be opened: %s", g_strerror (errno));
      return FALSE;
    }
  self->total = (guint64) about.st_size;
  bjt_xml_read (read_file_cb, self, NULL, &handler, self, &problem);
  close (self->fd);
  if (problem == NULL)
    return TRUE;
  if (problem->domain == BJT_IMPORT_ERROR)
    g_propagate_error (error, g_steal_pointer (&problem));
  else
    g_set_error (error, BJT_IMPORT_ERROR,
                 g_error_matches (problem, BJT_XML_ERROR, BJT_XML_ERROR_UNSAFE) ? BJT_IMPORT_ERROR_UNSAFE : BJT_IMPORT_ERROR_DAMAGED,
                 "OpenStreetMap data: %s", problem->message);
  return FALSE;
}

/* Looking up */

static int
compare_nodes (gconstpointer a,
               gconstpointer b)
{
  const Node *first = a;
  const Node *second = b;

  return (first->id > second->id) - (first->id < second->id);
}

static int
compare_ways (gconstpointer a,
              gconstpointer b)
{
  const Element *first = a;
  const Element *second = b;

  return (first->id > second->id) - (first->id < second->id);
}

static const Node *
find_node (const Reading *self,
           gint64         id)
{
  Node key = { .id = id };

  return bsearch (&key, self->nodes->data, self->nodes->len, sizeof (Node), compare_nodes);
}

static Element *
find_way (const Reading *self,
          gint64         id)
{
  Element key = { .id = id };

  return bsearch (&key, self->ways->data, self->ways->len, sizeof (Element), compare_ways);
}

/* Appends the points of @refs; FALSE when one is missing. */
static gboolean
resolve (const Reading *self,
         const gint64  *refs,
         guint          n_refs,
         GArray        *points)
{
  for (guint i = 0; i < n_refs; i++)
    {
      const Node *node = find_node (self, refs[i]);
      BjtPoint    point;

      if (node == NULL)
        return FALSE;
      point = (BjtPoint){ node->x, node->y };
      g_array_append_val (points, point);
    }
  return TRUE;
}

/* Sending */

static const BjtOsmTag *
tags_of (const Reading *self,
         const Element *element)
{
  return &g_array_index (self->tags, BjtOsmTag, element->first_tag);
}

static gboolean
send (Reading         *self,
      const Element   *element,
      BjtFeatureDraft *feature,
      BjtGeometry     *geometry,
      GError         **error)
{
  static const char *const types[] = { ['n' - 'n'] = "node", ['r' - 'n'] = "relation", ['w' - 'n'] = "way" };
  BjtDraft                 draft = { .kind = BJT_DRAFT_FEATURE };
  g_autofree char         *source = g_strdup_printf ("%s/%" G_GINT64_FORMAT, types[element->type - 'n'], element->id);

  draft.feature = *feature;
  draft.feature.source_id = source;
  draft.feature.geometry = geometry;
  self->n_sent++;
  return bjt_output_draft (&draft, self->output, error);
}

static gboolean
send_points (Reading *self,
             GError **error)
{
  for (guint i = 0; i < self->points->len; i++)
    {
      const Element          *element = &g_array_index (self->points, Element, i);
      BjtFeatureDraft         feature;
      g_autoptr (BjtGeometry) geometry = NULL;

      g_string_chunk_clear (self->scratch);
      if (!bjt_osm_tags_classify (tags_of (self, element), element->n_tags, BJT_GEOMETRY_POINT, self->scratch, &feature))
        continue;
      geometry = bjt_geometry_new_point (element->x, element->y);
      if (!send (self, element, &feature, geometry, error))
        return FALSE;
    }
  return TRUE;
}

static gboolean
send_way (Reading  *self,
          Element  *way,
          GArray   *points,
          GError  **error)
{
  const gint64           *refs = &g_array_index (self->refs, gint64, way->first_ref);
  gboolean                closed = way->n_refs >= 4 && refs[0] == refs[way->n_refs - 1];
  gboolean                area = closed && bjt_osm_tags_mean_area (tags_of (self, way), way->n_tags);
  BjtFeatureDraft         feature;
  g_autoptr (BjtGeometry) geometry = NULL;

  if (way->n_tags == 0 || way->sent || way->n_refs < 2)
    return TRUE;
  g_string_chunk_clear (self->scratch);
  if (!bjt_osm_tags_classify (tags_of (self, way), way->n_tags, area ? BJT_GEOMETRY_POLYGON : BJT_GEOMETRY_LINE, self->scratch, &feature))
    return TRUE;
  g_array_set_size (points, 0);
  if (!resolve (self, refs, way->n_refs - area, points))
    {
      self->n_incomplete++;
      return TRUE;
    }
  geometry = area ? bjt_geometry_new_polygon ((const BjtPoint *) (gpointer) points->data, points->len)
                  : bjt_geometry_new_line ((const BjtPoint *) (gpointer) points->data, points->len);
  return send (self, way, &feature, geometry, error);
}

static gboolean
send_ways (Reading *self,
           GError **error)
{
  g_autoptr (GArray) points = g_array_new (FALSE, FALSE, sizeof (BjtPoint));

  for (guint i = 0; i < self->ways->len; i++)
    if (!send_way (self, &g_array_index (self->ways, Element, i), points, error))
      return FALSE;
  return TRUE;
}

/* Multipolygons */

static GPtrArray *
collect_rings (Reading       *self,
               const Element *relation,
               gboolean       inner,
               gboolean      *complete)
{
  g_autoptr (GArray) paths = g_array_new (FALSE, FALSE, sizeof (BjtOsmPath));
  GPtrArray         *rings;
  guint              n_open;

  for (guint i = 0; i < relation->n_refs; i++)
    {
      const Member  *member = &g_array_index (self->members, Member, relation->first_ref + i);
      const Element *way = member->is_way && member->is_inner == inner ? find_way (self, member->ref) : NULL;
      BjtOsmPath     path;

      if (member->is_way && member->is_inner == inner && way == NULL)
        *complete = FALSE;
      if (way == NULL || way->n_refs < 2)
        continue;
      path.nodes = &g_array_index (self->refs, gint64, way->first_ref);
      path.n_nodes = way->n_refs;
      g_array_append_val (paths, path);
    }
  rings = bjt_osm_rings_join ((const BjtOsmPath *) (gpointer) paths->data, paths->len, &n_open);
  *complete = *complete && n_open == 0;
  return rings;
}

static void
add_part (GArray        *parts,
          GArray        *points,
          const GArray  *ring,
          gboolean       is_hole)
{
  BjtPart part = { points->len, ring->len, is_hole };

  g_array_append_vals (points, ring->data, ring->len);
  g_array_append_val (parts, part);
}

/* Rings of node ids into rings of points; those with missing nodes go. */
static GPtrArray *
resolve_rings (Reading   *self,
               GPtrArray *rings,
               gboolean  *complete)
{
  GPtrArray *resolved = g_ptr_array_new_with_free_func ((GDestroyNotify) g_array_unref);

  for (guint i = 0; i < rings->len; i++)
    {
      const GArray *ring = rings->pdata[i];
      GArray       *points = g_array_sized_new (FALSE, FALSE, sizeof (BjtPoint), ring->len);

      if (resolve (self, (const gint64 *) (gpointer) ring->data, ring->len, points))
        g_ptr_array_add (resolved, points);
      else
        {
          *complete = FALSE;
          g_array_unref (points);
        }
    }
  return resolved;
}

static BjtGeometry *
build_area (GPtrArray *outers,
            GPtrArray *inners)
{
  g_autoptr (GArray)   parts = g_array_new (FALSE, FALSE, sizeof (BjtPart));
  g_autoptr (GArray)   points = g_array_new (FALSE, FALSE, sizeof (BjtPoint));
  g_autofree gboolean *placed = g_new0 (gboolean, inners->len + 1);

  for (guint i = 0; i < outers->len; i++)
    {
      const GArray           *outer = outers->pdata[i];
      g_autoptr (BjtGeometry) shape = bjt_geometry_new_polygon ((const BjtPoint *) (gpointer) outer->data, outer->len);

      add_part (parts, points, outer, FALSE);
      for (guint j = 0; j < inners->len; j++)
        {
          const GArray   *inner = inners->pdata[j];
          const BjtPoint *first = &g_array_index (inner, BjtPoint, 0);

          if (placed[j] || (outers->len > 1 && !bjt_geometry_contains (shape, first->x, first->y)))
            continue;
          placed[j] = TRUE;
          add_part (parts, points, inner, TRUE);
        }
    }
  if (parts->len == 0)
    return NULL;
  return bjt_geometry_new (BJT_GEOMETRY_POLYGON, (const BjtPart *) (gpointer) parts->data, parts->len,
                           (const BjtPoint *) (gpointer) points->data, points->len);
}

static BjtGeometry *
build_relation (Reading       *self,
                const Element *relation,
                gboolean      *complete)
{
  g_autoptr (GPtrArray) outer_rings = collect_rings (self, relation, FALSE, complete);
  g_autoptr (GPtrArray) inner_rings = collect_rings (self, relation, TRUE, complete);
  g_autoptr (GPtrArray) outers = resolve_rings (self, outer_rings, complete);
  g_autoptr (GPtrArray) inners = resolve_rings (self, inner_rings, complete);

  return build_area (outers, inners);
}

static Element *
first_outer_way (Reading       *self,
                 const Element *relation)
{
  for (guint i = 0; i < relation->n_refs; i++)
    {
      const Member *member = &g_array_index (self->members, Member, relation->first_ref + i);
      Element      *way = member->is_way && !member->is_inner ? find_way (self, member->ref) : NULL;

      if (way != NULL)
        return way;
    }
  return NULL;
}

static gboolean
send_relation (Reading       *self,
               const Element *relation,
               GError       **error)
{
  const char             *type = bjt_osm_tags_get (tags_of (self, relation), relation->n_tags, "type");
  BjtFeatureDraft         feature;
  g_autoptr (BjtGeometry) geometry = NULL;
  gboolean                complete = TRUE;

  if (type == NULL || (strcmp (type, "multipolygon") != 0 && strcmp (type, "boundary") != 0))
    return TRUE;
  g_string_chunk_clear (self->scratch);
  if (!bjt_osm_tags_classify (tags_of (self, relation), relation->n_tags, BJT_GEOMETRY_POLYGON, self->scratch, &feature))
    {
      Element *way = first_outer_way (self, relation);

      if (way == NULL || !bjt_osm_tags_classify (tags_of (self, way), way->n_tags, BJT_GEOMETRY_POLYGON, self->scratch, &feature))
        return TRUE;
      way->sent = TRUE;
    }
  geometry = build_relation (self, relation, &complete);
  self->n_incomplete += !complete;
  return geometry == NULL || send (self, relation, &feature, geometry, error);
}

static gboolean
send_relations (Reading *self,
                GError **error)
{
  for (guint i = 0; i < self->relations->len; i++)
    if (!send_relation (self, &g_array_index (self->relations, Element, i), error))
      return FALSE;
  return TRUE;
}

static gboolean
send_all (Reading *self,
          GError **error)
{
  if (self->nodes->len == 0)
    {
      g_set_error_literal (error, BJT_IMPORT_ERROR, BJT_IMPORT_ERROR_EMPTY, "OpenStreetMap data without a single node");
      return FALSE;
    }
  if (!self->sorted)
    g_array_sort (self->nodes, compare_nodes);
  g_array_sort (self->ways, compare_ways);
  if (!send_points (self, error) || !send_relations (self, error) || !send_ways (self, error))
    return FALSE;
  if (self->n_sent == 0)
    {
      g_set_error_literal (error, BJT_IMPORT_ERROR, BJT_IMPORT_ERROR_EMPTY, "OpenStreetMap data without a building, road or other thing to draw");
      return FALSE;
    }
  if (self->n_incomplete > 0)
    {
      g_autofree char *message = g_strdup_printf ("%u ways or relations reach beyond the extract and are left out or cut", self->n_incomplete);

      return bjt_output_notice (self->output, 0, BJT_SEVERITY_INFO, "incomplete-shapes", message, error);
    }
  return TRUE;
}

/**
 * bjt_osm_read:
 * @output: gets the features
 */
gboolean
bjt_osm_read (const char *path,
              BjtOutput  *output,
              GError    **error)
{
  Reading  self = { .output = output, .sorted = TRUE };
  gboolean ok;

  self.nodes = g_array_new (FALSE, FALSE, sizeof (Node));
  self.points = g_array_new (FALSE, FALSE, sizeof (Element));
  self.ways = g_array_new (FALSE, FALSE, sizeof (Element));
  self.relations = g_array_new (FALSE, FALSE, sizeof (Element));
  self.refs = g_array_new (FALSE, FALSE, sizeof (gint64));
  self.members = g_array_new (FALSE, FALSE, sizeof (Member));
  self.tags = g_array_new (FALSE, FALSE, sizeof (BjtOsmTag));
  self.texts = g_string_chunk_new (65536);
  self.scratch = g_string_chunk_new (1024);
  ok = read_elements (&self, path, error) && send_all (&self, error);
  g_array_unref (self.nodes);
  g_array_unref (self.points);
  g_array_unref (self.ways);
  g_array_unref (self.relations);
  g_array_unref (self.refs);
  g_array_unref (self.members);
  g_array_unref (self.tags);
  g_string_chunk_free (self.texts);
  g_string_chunk_free (self.scratch);
  return ok;
}
