/* bjt-xml-reader.c: event reading of XML from outside, over libxml2's SAX2.
 *
 * Nothing is fetched from a network or from another file, no entity is ever
 * replaced but the five of XML itself: a document that declares one is refused
 * at the declaration. Depth and bytes are bounded; a single text or attribute
 * is bounded by libxml2 (10 MB). No tree is built, so memory does not grow with
 * the document. One reading belongs to one thread; several may run at once. */
#include "bjt-xml-reader.h"

#include <errno.h>
#include <fcntl.h>
#include <libxml/parser.h>
#include <libxml/parserInternals.h>
#include <libxml/xmlerror.h>
#include <string.h>
#include <unistd.h>

G_DEFINE_QUARK (bjt-xml-error, bjt_xml_error)

typedef struct
{
  /* Borrowed */
  BjtXmlReadFunc       read;
  gpointer             source;
  const BjtXmlHandler *handler;
  gpointer             user_data;
  xmlParserCtxt       *context;

  /* Owned */
  GArray  *attributes; /* BjtXmlAttribute */
  GString *values;     /* what the attributes of the element at hand point into */
  GError  *error;

  /* State */
  guint    max_depth;
  guint    depth;
  guint64  max_bytes;
  guint64  n_bytes;
} Reading;

static void
stop (Reading *self,
      GError  *error)
{
  if (self->error == NULL)
    self->error = error;
  else
    g_clear_error (&error);
  xmlStopParser (self->context);
}

/* Where entities stay as they are, the parser hands every ampersand over as
 * "&#38;". Returns the length that is left. */
static gsize
unescape_ampersands (char *value,
                     gsize length)
{
  char *to = memchr (value, '&', length), *end = value + length;

  if (to == NULL)
    return length;
  for (const char *from = to; from < end; to++)
    {
      gboolean is_escaped = *from == '&' && end - from >= 5 && memcmp (from, "&#38;", 5) == 0;

      *to = *from;
      from += is_escaped ? 5 : 1;
    }
  return (gsize) (to - value);
}

static void
collect_attributes (Reading        *self,
                    int             n_attributes,
                    const xmlChar **attributes)
{
  gsize total = 0;

  g_array_set_size (self->attributes, (guint) n_attributes);
  for (int i = 0; i < n_attributes; i++)
    total += (gsize) (attributes[i * 5 + 4] - attributes[i * 5 + 3]) + 1;
  g_string_set_size (self->values, total);
  total = 0;
  for (int i = 0; i < n_attributes; i++)
    {
      gsize            length = (gsize) (attributes[i * 5 + 4] - attributes[i * 5 + 3]);
      BjtXmlAttribute *attribute = &g_array_index (self->attributes, BjtXmlAttribute, i);
      char            *value = self->values->str + total;

      memcpy (value, attributes[i * 5 + 3], length);
      value[unescape_ampersands (value, length)] = '\0';
      attribute->name = (const char *) attributes[i * 5];
      attribute->value = value;
      total += length + 1;
    }
}

static void
start_element_cb (void           *data,
                  const xmlChar  *name,
                  const xmlChar  *prefix,
                  const xmlChar  *uri,
                  int             n_namespaces,
                  const xmlChar **namespaces,
                  int             n_attributes,
                  int             n_defaulted,
                  const xmlChar **attributes)
{
  Reading         *self = data;
  BjtXmlAttributes list;
  GError          *error = NULL;

  if (self->error != NULL)
    return;
  if (++self->depth > self->max_depth)
    {
      stop (self, g_error_new (BJT_XML_ERROR, BJT_XML_ERROR_UNSAFE, "XML is nested deeper than %u elements", self->max_depth));
      return;
    }
  if (self->handler->start == NULL)
    return;
  collect_attributes (self, n_attributes, attributes);
  list.prefix = (const char *) prefix;
  list.items = (const BjtXmlAttribute *) (gpointer) self->attributes->data;
  list.n_items = self->attributes->len;
  if (!self->handler->start ((const char *) name, &list, self->user_data, &error))
    stop (self, error);
}

static void
end_element_cb (void          *data,
                const xmlChar *name,
                const xmlChar *prefix,
                const xmlChar *uri)
{
  Reading *self = data;
  GError  *error = NULL;

  if (self->error != NULL)
    return;
  self->depth--;
  if (self->handler->end != NULL && !self->handler->end ((const char *) name, self->user_data, &error))
    stop (self, error);
}

static void
characters_cb (void          *data,
               const xmlChar *text,
               int            length)
{
  Reading *self = data;
  GError  *error = NULL;

  if (self->error != NULL || self->handler->text == NULL)
    return;
  if (!self->handler->text ((const char *) text, (gsize) length, self->user_data, &error))
    stop (self, error);
}

static void
refuse_entities (Reading *self)
{
  stop (self, g_error_new_literal (BJT_XML_ERROR, BJT_XML_ERROR_UNSAFE, "XML that declares entities is refused"));
}

static void
entity_decl_cb (void          *data,
                const xmlChar *name,
                int            type,
                const xmlChar *public_id,
                const xmlChar *system_id,
                xmlChar       *content)
{
  refuse_entities (data);
}

static void
unparsed_entity_cb (void          *data,
                    const xmlChar *name,
                    const xmlChar *public_id,
                    const xmlChar *system_id,
                    const xmlChar *notation)
{
  refuse_entities (data);
}

static void
reference_cb (void          *data,
              const xmlChar *name)
{
  refuse_entities (data);
}

static xmlEntityPtr
get_entity_cb (void          *data,
               const xmlChar *name)
{
  return xmlGetPredefinedEntity (name);
}

static xmlEntityPtr
get_parameter_entity_cb (void          *data,
                         const xmlChar *name)
{
  return NULL;
}

static void
structured_error_cb (void     *data,
                     xmlError *problem)
{
  Reading    *self = data;
  const char *message = problem->message != NULL ? problem->message : "not well-formed";

  if (problem->level < XML_ERR_ERROR || problem->domain == XML_FROM_NAMESPACE || self->error != NULL)
    return;
  stop (self, g_error_new (BJT_XML_ERROR, BJT_XML_ERROR_MALFORMED, "line %d: %.*s", problem->line,
                           (int) strcspn (message, "\n"), message));
}

static int
read_cb (void *data,
         char *buffer,
         int   size)
{
  Reading *self = data;
  GError  *error = NULL;
  gssize   n = self->read (self->source, buffer, (gsize) size, &error);

  if (n < 0)
    {
      if (self->error == NULL)
        self->error = error;
      return -1;
    }
  self->n_bytes += (guint64) n;
  if (self->n_bytes > self->max_bytes)
    {
      if (self->error == NULL)
        self->error = g_error_new (BJT_XML_ERROR, BJT_XML_ERROR_UNSAFE, "XML is larger than %" G_GUINT64_FORMAT " MB", self->max_bytes >> 20);
      return -1;
    }
  return (int) n;
}

static int
close_cb (void *data)
{
  return 0;
}

static void
init_handlers (xmlSAXHandler *sax)
{
  *sax = (xmlSAXHandler){
    .initialized = XML_SAX2_MAGIC,
    .startElementNs = start_element_cb,
    .endElementNs = end_element_cb,
    .characters = characters_cb,
    .cdataBlock = characters_cb,
    .ignorableWhitespace = characters_cb,
    .entityDecl = entity_decl_cb,
    .unparsedEntityDecl = unparsed_entity_cb,
    .reference = reference_cb,
    .getEntity = get_entity_cb,
    .getParameterEntity = get_parameter_entity_cb,
    .serror = structured_error_cb,
  };
}

/**
 * bjt_xml_read:
 * @read: gives the bytes
 * @limits: (nullable): NULL for the default ones
 * @handler: is told of elements and text
 *
 * Reads one document to its end. An error of @read or @handler is passed on as
 * it is.
 *
 * Returns: whether the document is well-formed and nobody stopped the reading
 */
gboolean
bjt_xml_read (BjtXmlReadFunc       read,
              gpointer             source,
              const BjtXmlLimits  *limits,
              const BjtXmlHandler *handler,
              gpointer             user_data,
              GError             **error)
{
  Reading       self = { .read = read, .source = source, .handler = handler, .user_data = user_data };
  xmlSAXHandler sax;
  gboolean      well_formed;

  self.max_depth = limits != NULL && limits->max_depth != 0 ? limits->max_depth : BJT_XML_MAX_DEPTH;
  self.max_bytes = limits != NULL && limits->max_bytes != 0 ? limits->max_bytes : BJT_XML_MAX_BYTES;
  self.attributes = g_array_new (FALSE, FALSE, sizeof (BjtXmlAttribute));
  self.values = g_string_new (NULL);
  init_handlers (&sax);
  self.context = xmlCreateIOParserCtxt (&sax, &self, read_cb, close_cb, &self, XML_CHAR_ENCODING_NONE);
  if (self.context != NULL)
    {
      xmlCtxtUseOptions (self.context, XML_PARSE_NONET);
      xmlParseDocument (self.context);
      well_formed = self.context->wellFormed != 0;
      if (self.context->myDoc != NULL)
        xmlFreeDoc (self.context->myDoc);
      self.context->myDoc = NULL;
      xmlFreeParserCtxt (self.context);
    }
  else
    well_formed = FALSE;
  if (self.error == NULL && !well_formed)
    self.error = g_error_new_literal (BJT_XML_ERROR, BJT_XML_ERROR_MALFORMED, "not an XML document");
  g_array_unref (self.attributes);
  g_string_free (self.values, TRUE);
  if (self.error == NULL)
    return TRUE;
  g_propagate_error (error, self.error);
  return FALSE;
}

static gssize
read_file_cb (gpointer source,
              char    *buffer,
              gsize    size,
              GError **error)
{
  int    fd = *(int *) source;
  gssize n;

  do
    n = read (fd, buffer, size);
  while (n < 0 && errno == EINTR);
  if (n < 0)
    g_set_error (error, G_IO_ERROR, g_io_error_from_errno (errno), "cannot read: %s", g_strerror (errno));
  return n;
}

/**
 * bjt_xml_read_file:
 * @path: a file of this machine
 *
 * As bjt_xml_read().
 */
gboolean
bjt_xml_read_file (const char          *path,
                   const BjtXmlLimits  *limits,
                   const BjtXmlHandler *handler,
                   gpointer             user_data,
                   GError             **error)
{
  int      fd = open (path, O_RDONLY | O_CLOEXEC);
  gboolean ok;

  if (fd < 0)
    {
      g_set_error (error, G_IO_ERROR, g_io_error_from_errno (errno), "cannot open %s: %s", path, g_strerror (errno));
      return FALSE;
    }
  ok = bjt_xml_read (read_file_cb, &fd, limits, handler, user_data, error);
  close (fd);
  return ok;
}

gssize
bjt_xml_read_memory_cb (gpointer source,
                        char    *buffer,
                        gsize    size,
                        GError **error)
{
  BjtXmlMemory *memory = source;
  gsize         n = MIN (size, memory->left);

  if (n > 0)
    memcpy (buffer, memory->at, n);
  memory->at += n;
  memory->left -= n;
  return (gssize) n;
}

/**
 * bjt_xml_read_memory:
 * @data: the document
 *
 * As bjt_xml_read().
 */
gboolean
bjt_xml_read_memory (const char          *data,
                     gsize                length,
                     const BjtXmlLimits  *limits,
                     const BjtXmlHandler *handler,
                     gpointer             user_data,
                     GError             **error)
{
  BjtXmlMemory memory = { data, length };

  return bjt_xml_read (bjt_xml_read_memory_cb, &memory, limits, handler, user_data, error);
}

/**
 * bjt_xml_attributes_get:
 * @name: without prefix
 *
 * Returns: (transfer none) (nullable): the value, valid during the call of `start`
 */
const char *
bjt_xml_attributes_get (const BjtXmlAttributes *self,
                        const char             *name)
{
  for (guint i = 0; i < self->n_items; i++)
    if (strcmp (self->items[i].name, name) == 0)
      return self->items[i].value;
  return NULL;
}
