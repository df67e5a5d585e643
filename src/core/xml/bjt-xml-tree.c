/* bjt-xml-tree.c: a document held as a tree, over libxml2.
 *
 * A document is read twice: by the careful reader first, which refuses what
 * declares entities, is too deep or too large, then into the tree. What is not
 * asked for stays as it is, whatever its namespace; only the way quotes, empty
 * elements and references are written may change. Characters that XML cannot
 * bear are left out of texts. A tree belongs to one thread. */
#include "bjt-xml-tree.h"

#include <libxml/parser.h>
#include <libxml/tree.h>
#include <string.h>

struct _BjtXmlTree
{
  xmlDoc *document;
};

static gboolean
check (GBytes  *bytes,
       GError **error)
{
  static const BjtXmlHandler nothing = { 0 };
  static const BjtXmlLimits  limits = { .max_bytes = BJT_XML_TREE_MAX_BYTES };
  gsize                      size;
  const char                *data = g_bytes_get_data (bytes, &size);

  return bjt_xml_read_memory (data, size, &limits, &nothing, NULL, error);
}

/**
 * bjt_xml_tree_new_from_bytes:
 *
 * Returns: (transfer full) (nullable): NULL with an error of BJT_XML_ERROR
 */
BjtXmlTree *
bjt_xml_tree_new_from_bytes (GBytes  *bytes,
                             GError **error)
{
  gsize       size;
  const char *data = g_bytes_get_data (bytes, &size);
  xmlDoc     *document;
  BjtXmlTree *self;

  if (!check (bytes, error))
    return NULL;
  document = xmlReadMemory (data, (int) size, NULL, NULL, XML_PARSE_NONET | XML_PARSE_NOERROR | XML_PARSE_NOWARNING);
  if (document == NULL || xmlDocGetRootElement (document) == NULL)
    {
      g_set_error_literal (error, BJT_XML_ERROR, BJT_XML_ERROR_MALFORMED, "not well-formed");
      xmlFreeDoc (document);
      return NULL;
    }
  self = g_new0 (BjtXmlTree, 1);
  self->document = document;
  return self;
}

void
bjt_xml_tree_free (BjtXmlTree *self)
{
  if (self == NULL)
    return;
  xmlFreeDoc (self->document);
  g_free (self);
}

GBytes *
bjt_xml_tree_to_bytes (BjtXmlTree *self)
{
  xmlChar *data = NULL;
  int      size = 0;
  GBytes  *bytes;

  xmlDocDumpMemoryEnc (self->document, &data, &size, "UTF-8");
  bytes = g_bytes_new (data, (gsize) MAX (size, 0));
  xmlFree (data);
  return bytes;
}

BjtXmlElement *
bjt_xml_tree_get_root (BjtXmlTree *self)
{
  return xmlDocGetRootElement (self->document);
}

/* Walking */

const char *
bjt_xml_element_get_name (const BjtXmlElement *self)
{
  return (const char *) self->name;
}

gboolean
bjt_xml_element_is (const BjtXmlElement *self,
                    const char          *name)
{
  return self->type == XML_ELEMENT_NODE && (name == NULL || strcmp ((const char *) self->name, name) == 0);
}

static BjtXmlElement *
skip_to (xmlNode    *node,
         const char *name)
{
  while (node != NULL && !bjt_xml_element_is (node, name))
    node = node->next;
  return node;
}

BjtXmlElement *
bjt_xml_element_get_parent (BjtXmlElement *self)
{
  return self->parent != NULL && self->parent->type == XML_ELEMENT_NODE ? self->parent : NULL;
}

BjtXmlElement *
bjt_xml_element_get_first (BjtXmlElement *self,
                           const char    *name)
{
  return skip_to (self->children, name);
}

BjtXmlElement *
bjt_xml_element_get_next (BjtXmlElement *self,
                          const char    *name)
{
  return skip_to (self->next, name);
}

/* The next element in document order below @top. */
static BjtXmlElement *
step (BjtXmlElement *top,
      BjtXmlElement *at)
{
  BjtXmlElement *next = skip_to (at->children, NULL);

  while (next == NULL && at != top)
    {
      next = skip_to (at->next, NULL);
      at = at->parent;
    }
  return next;
}

BjtXmlElement *
bjt_xml_element_find (BjtXmlElement *self,
                      const char    *name,
                      BjtXmlElement *after)
{
  BjtXmlElement *at = after != NULL ? after : self;

  do
    at = step (self, at);
  while (at != NULL && !bjt_xml_element_is (at, name));
  return at;
}

/* Attributes and texts */

static xmlAttr *
find_attribute (const BjtXmlElement *self,
                const char          *name)
{
  xmlAttr *attribute = self->properties;

  while (attribute != NULL && strcmp ((const char *) attribute->name, name) != 0)
    attribute = attribute->next;
  return attribute;
}

static char *
take_content (xmlChar *content)
{
  char *text = content != NULL ? g_strdup ((const char *) content) : NULL;

  xmlFree (content);
  return text;
}

char *
bjt_xml_element_dup_attribute (const BjtXmlElement *self,
                               const char          *name)
{
  xmlAttr *attribute = find_attribute (self, name);

  return attribute != NULL ? take_content (xmlNodeListGetString (self->doc, attribute->children, 1)) : NULL;
}

void
bjt_xml_element_set_attribute (BjtXmlElement *self,
                               const char    *name,
                               const char    *value)
{
  xmlAttr *attribute = find_attribute (self, name);

  if (value == NULL && attribute != NULL)
    xmlRemoveProp (attribute);
  else if (value != NULL && attribute != NULL)
    xmlSetNsProp (self, attribute->ns, attribute->name, (const xmlChar *) value);
  else if (value != NULL)
    xmlNewProp (self, (const xmlChar *) name, (const xmlChar *) value);
}

void
bjt_xml_element_set_own_attribute (BjtXmlElement *self,
                                   const char    *name,
                                   const char    *value)
{
  if (find_attribute (self, name) != NULL)
    bjt_xml_element_set_attribute (self, name, value);
  else
    xmlNewNsProp (self, self->ns, (const xmlChar *) name, (const xmlChar *) value);
}

char *
bjt_xml_element_dup_text (const BjtXmlElement *self)
{
  char *text = take_content (xmlNodeGetContent (self));

  return text != NULL ? text : g_strdup ("");
}

static gboolean
is_bearable (gunichar c)
{
  return c == '\t' || c == '\n' || c == '\r' || (c >= 0x20 && c != 0xFFFE && c != 0xFFFF);
}

void
bjt_xml_element_set_text (BjtXmlElement *self,
                          const char    *text)
{
  g_autoptr (GString) bearable = g_string_new (NULL);

  for (const char *at = text; *at != '\0'; at = g_utf8_next_char (at))
    if (is_bearable (g_utf8_get_char (at)))
      g_string_append_unichar (bearable, g_utf8_get_char (at));
  while (self->children != NULL)
    bjt_xml_element_remove (self->children);
  if (bearable->len > 0)
    xmlAddChild (self, xmlNewDocText (self->doc, (const xmlChar *) bearable->str));
}

void
bjt_xml_element_keep_space (BjtXmlElement *self)
{
  xmlNodeSetSpacePreserve (self, 1);
}

/* Changing */

static BjtXmlElement *
new_beside (BjtXmlElement *self,
            const char    *name)
{
  return xmlNewDocNode (self->doc, self->ns, (const xmlChar *) name, NULL);
}

BjtXmlElement *
bjt_xml_element_append (BjtXmlElement *self,
                        const char    *name)
{
  return xmlAddChild (self, new_beside (self, name));
}

BjtXmlElement *
bjt_xml_element_insert_before (BjtXmlElement *sibling,
                               const char    *name)
{
  return xmlAddPrevSibling (sibling, new_beside (sibling->parent, name));
}

BjtXmlElement *
bjt_xml_element_insert_after (BjtXmlElement *sibling,
                              const char    *name)
{
  return xmlAddNextSibling (sibling, new_beside (sibling->parent, name));
}

/* Namespaces that @parent knows are not declared again. */
static xmlNode *
copy_for (BjtXmlElement *parent,
          BjtXmlElement *element)
{
  xmlNode *copy = NULL;

  xmlDOMWrapCloneNode (NULL, element->doc, element, &copy, parent->doc, parent, 1, 0);
  g_assert (copy != NULL);
  return copy;
}

BjtXmlElement *
bjt_xml_element_copy_after (BjtXmlElement *self,
                            BjtXmlElement *sibling)
{
  return xmlAddNextSibling (sibling, copy_for (sibling->parent, self));
}

BjtXmlElement *
bjt_xml_element_append_copy (BjtXmlElement *self,
                             BjtXmlElement *other)
{
  return xmlAddChild (self, copy_for (self, other));
}

void
bjt_xml_element_remove (BjtXmlElement *self)
{
  xmlUnlinkNode (self);
  xmlFreeNode (self);
}
