/* bjt-svg-tree.c: builds the tree from the events of the XML reader. It is kept
 * whole because a reference may point forward. Elements are counted: a file
 * with more than a million is refused. */
#include "bjt-svg-tree.h"

#include "import/bjt-import-error.h"
#include "plan/bjt-drawing.h"

#include <stdlib.h>
#include <string.h>

#define MAX_NODES 1000000u
#define MAX_ATTRIBUTES 8000000u
#define MAX_TAGS 65536u /* bytes an element */
#define MAX_BYTES (G_GUINT64_CONSTANT (256) << 20)

/* In the order of BjtSvgElement, which is that of strcmp(). */
static const char *const element_names[BJT_SVG_N_ELEMENTS] = {
  "a", "circle", "clipPath", "defs", "desc", "ellipse", "g", "image",
  "line", "linearGradient", "marker", "mask", "path", "pattern", "polygon",
  "polyline", "radialGradient", "rect", "stop", "style", "svg", "switch",
  "symbol", "text", "title", "tspan", "use",
};

/* In the order of BjtSvgKey, which is that of strcmp(). */
static const char *const key_names[BJT_SVG_N_KEYS] = {
  "aria-label", "class", "clip-path", "clip-rule", "color", "cx",
  "cy", "d", "data-metres-per-unit", "data-name", "display", "dominant-baseline", "dx",
  "dy", "fill", "fill-opacity", "fill-rule", "filter", "font",
  "font-size", "groupmode", "height", "href", "id", "label",
  "marker-end", "mask", "opacity", "points", "preserveAspectRatio", "r",
  "rx", "ry", "space", "stop-color", "stop-opacity", "stroke",
  "stroke-opacity", "stroke-width", "style", "text-anchor", "transform",
  "vector-effect", "viewBox", "visibility", "width", "x", "x1",
  "x2", "y", "y1", "y2",
};

typedef struct
{
  BjtSvgTree *tree;
  guint32     parent;
} Reading;

static int
compare_name (const void *key,
              const void *entry)
{
  return strcmp (key, *(const char *const *) entry);
}

static gboolean
find_name (const char        *name,
           const char *const *names,
           gsize              n_names,
           guint             *found)
{
  const char *const *at = bsearch (name, names, n_names, sizeof *names, compare_name);

  if (at != NULL)
    *found = (guint) (at - names);
  return at != NULL;
}

gboolean
bjt_svg_key_find (const char *name,
                  guint      *key)
{
  return find_name (name, key_names, BJT_SVG_N_KEYS, key);
}

static void
add_attributes (BjtSvgTree             *self,
                BjtSvgNode             *node,
                const BjtXmlAttributes *attributes)
{
  node->first_attribute = self->attributes->len;
  for (guint i = 0; i < attributes->n_items; i++)
    {
      BjtSvgAttribute attribute = { .key = BJT_SVG_KEY_DATA };

      if (!bjt_svg_key_find (attributes->items[i].name, &attribute.key))
        {
          if (!g_str_has_prefix (attributes->items[i].name, "data-"))
            continue;
          attribute.name = g_string_chunk_insert_const (self->strings, attributes->items[i].name + strlen ("data-"));
        }
      attribute.value = attribute.key == BJT_SVG_KEY_CLASS ? g_string_chunk_insert_const (self->strings, attributes->items[i].value)
                                                           : g_string_chunk_insert (self->strings, attributes->items[i].value);
      g_array_append_val (self->attributes, attribute);
    }
  node->n_attributes = self->attributes->len - node->first_attribute;
}

static guint32
add_node (Reading          *reading,
          const BjtSvgNode *node)
{
  BjtSvgTree *tree = reading->tree;
  guint32     index = tree->nodes->len;
  BjtSvgNode *parent = reading->parent != BJT_SVG_NONE ? &g_array_index (tree->nodes, BjtSvgNode, reading->parent) : NULL;

  if (parent != NULL && parent->last_child != BJT_SVG_NONE)
    g_array_index (tree->nodes, BjtSvgNode, parent->last_child).next = index;
  else if (parent != NULL)
    parent->first_child = index;
  if (parent != NULL)
    parent->last_child = index;
  g_array_append_val (tree->nodes, *node);
  return index;
}

static gboolean
start_cb (const char             *name,
          const BjtXmlAttributes *attributes,
          gpointer                user_data,
          GError                **error)
{
  Reading    *self = user_data;
  BjtSvgTree *tree = self->tree;
  BjtSvgNode  node = { .element = BJT_SVG_OTHER, .parent = self->parent, .first_child = BJT_SVG_NONE, .last_child = BJT_SVG_NONE, .next = BJT_SVG_NONE };
  const char *id;

  if (tree->nodes->len >= MAX_NODES || tree->attributes->len >= MAX_ATTRIBUTES)
    {
      g_set_error (error, BJT_IMPORT_ERROR, BJT_IMPORT_ERROR_LIMIT, "the drawing has more than %u elements", MAX_NODES);
      return FALSE;
    }
  if (attributes->prefix == NULL || strcmp (attributes->prefix, "svg") == 0)
    find_name (name, element_names, BJT_SVG_N_ELEMENTS, &node.element);
  node.name = g_string_chunk_insert_const (tree->strings, name);
  if (tree->nodes->len == 0 && node.element != BJT_SVG_SVG)
    {
      g_set_error (error, BJT_IMPORT_ERROR, BJT_IMPORT_ERROR_UNSUPPORTED, "XML, but no SVG drawing (its root element is \"%.60s\")", name);
      return FALSE;
    }
  add_attributes (tree, &node, attributes);
  self->parent = add_node (self, &node);
  id = bjt_svg_tree_get (tree, self->parent, BJT_SVG_KEY_ID);
  if (id != NULL && !g_hash_table_contains (tree->ids, id))
    g_hash_table_insert (tree->ids, (gpointer) id, GUINT_TO_POINTER (self->parent + 1));
  return TRUE;
}

static gboolean
end_cb (const char *name,
        gpointer    user_data,
        GError    **error)
{
  Reading *self = user_data;

  self->parent = bjt_svg_tree_get_node (self->tree, self->parent)->parent;
  return TRUE;
}

static gboolean
text_cb (const char *text,
         gsize       length,
         gpointer    user_data,
         GError    **error)
{
  Reading   *self = user_data;
  BjtSvgNode node = { .element = BJT_SVG_CHARACTERS, .parent = self->parent, .first_child = BJT_SVG_NONE, .last_child = BJT_SVG_NONE, .next = BJT_SVG_NONE };
  guint      element = self->parent != BJT_SVG_NONE ? bjt_svg_tree_get_node (self->tree, self->parent)->element : BJT_SVG_OTHER;

  if (element == BJT_SVG_STYLE)
    g_string_append_len (self->tree->style, text, (gssize) length);
  else if ((element == BJT_SVG_TEXT || element == BJT_SVG_TSPAN || element == BJT_SVG_TITLE || element == BJT_SVG_A) && self->tree->nodes->len < MAX_NODES)
    {
      node.name = g_string_chunk_insert_len (self->tree->strings, text, (gssize) length);
      add_node (self, &node);
    }
  return TRUE;
}

/**
 * bjt_svg_tree_new:
 * @read: gives the bytes
 */
BjtSvgTree *
bjt_svg_tree_new (BjtXmlReadFunc read,
                  gpointer       source,
                  GError       **error)
{
  static const BjtXmlHandler handler = { start_cb, end_cb, text_cb };
  static const BjtXmlLimits  limits = { .max_bytes = MAX_BYTES };
  g_autoptr (BjtSvgTree) self = g_new0 (BjtSvgTree, 1);
  g_autoptr (GError) problem = NULL;
  Reading reading = { self, BJT_SVG_NONE };

  self->nodes = g_array_new (FALSE, FALSE, sizeof (BjtSvgNode));
  self->attributes = g_array_new (FALSE, FALSE, sizeof (BjtSvgAttribute));
  self->strings = g_string_chunk_new (65536);
  self->ids = g_hash_table_new (g_str_hash, g_str_equal);
  self->style = g_string_new (NULL);
  if (bjt_xml_read (read, source, &limits, &handler, &reading, &problem))
    return g_steal_pointer (&self);
  if (problem->domain == BJT_XML_ERROR)
    g_set_error (error, BJT_IMPORT_ERROR, problem->code == BJT_XML_ERROR_UNSAFE ? BJT_IMPORT_ERROR_UNSAFE : BJT_IMPORT_ERROR_DAMAGED,
                 "damaged SVG: %s", problem->message);
  else
    g_propagate_error (error, g_steal_pointer (&problem));
  return NULL;
}

void
bjt_svg_tree_free (BjtSvgTree *self)
{
  g_array_unref (self->nodes);
  g_array_unref (self->attributes);
  g_hash_table_unref (self->ids);
  g_string_chunk_free (self->strings);
  g_string_free (self->style, TRUE);
  g_free (self);
}

/**
 * bjt_svg_tree_get:
 *
 * Returns: (nullable): the attribute's value
 */
const char *
bjt_svg_tree_get (const BjtSvgTree *self,
                  guint32           index,
                  BjtSvgKey         key)
{
  const BjtSvgNode      *node = bjt_svg_tree_get_node (self, index);
  const BjtSvgAttribute *attributes = &g_array_index (self->attributes, BjtSvgAttribute, node->first_attribute);

  for (guint32 i = 0; i < node->n_attributes; i++)
    if (attributes[i].key == (guint) key)
      return attributes[i].value;
  return NULL;
}

/**
 * bjt_svg_tree_dup_tags:
 *
 * Returns: (transfer full) (nullable): tags of a drawing
 */
char *
bjt_svg_tree_dup_tags (const BjtSvgTree *self,
                       guint32           index)
{
  const BjtSvgNode      *node = bjt_svg_tree_get_node (self, index);
  const BjtSvgAttribute *attributes = &g_array_index (self->attributes, BjtSvgAttribute, node->first_attribute);
  GString               *tags = NULL;

  for (guint32 i = 0; i < node->n_attributes; i++)
    {
      if (attributes[i].name == NULL)
        continue;
      tags = tags != NULL ? tags : g_string_new (NULL);
      if (tags->len + strlen (attributes[i].value) <= MAX_TAGS)
        bjt_drawing_append_tag (tags, attributes[i].name, attributes[i].value);
    }
  return tags != NULL ? g_string_free (tags, FALSE) : NULL;
}

/**
 * bjt_svg_tree_find:
 * @reference: (nullable): "#id" or "url(#id)"; what lies outside the file is
 *   never looked for
 *
 * Returns: the element, or BJT_SVG_NONE
 */
guint32
bjt_svg_tree_find (const BjtSvgTree *self,
                   const char       *reference)
{
  g_autofree char *id = NULL;
  guint            found;

  if (reference == NULL)
    return BJT_SVG_NONE;
  reference += strspn (reference, " \t\r\n");
  if (g_str_has_prefix (reference, "url("))
    reference += 4 + strspn (reference + 4, "'\" ");
  if (*reference != '#')
    return BJT_SVG_NONE;
  id = g_strndup (reference + 1, strcspn (reference + 1, ")'\""));
  found = GPOINTER_TO_UINT (g_hash_table_lookup (self->ids, id));
  return found > 0 ? found - 1 : BJT_SVG_NONE;
}
