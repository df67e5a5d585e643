/* bjt-xml-reader.h: the one door to libxml2: XML that nobody here wrote.
 */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

#define BJT_XML_ERROR (bjt_xml_error_quark ())

typedef enum
{
  BJT_XML_ERROR_MALFORMED, /* not well-formed, or not XML at all */
  BJT_XML_ERROR_UNSAFE,    /* declares entities, or is deeper or larger than allowed */
} BjtXmlError;

GQuark bjt_xml_error_quark (void);

typedef struct
{
  const char *name;  /* without prefix */
  const char *value; /* references resolved, ends with NUL */
} BjtXmlAttribute;

typedef struct
{
  const char            *prefix; /* (nullable) of the element */
  const BjtXmlAttribute *items;
  guint                  n_items;
} BjtXmlAttributes;

/* Names come without their prefix. Any of the three may be NULL; to return
 * FALSE with the error set ends the reading. `text` may come in pieces. */
typedef struct
{
  gboolean (*start) (const char *name, const BjtXmlAttributes *attributes, gpointer user_data, GError **error);
  gboolean (*end) (const char *name, gpointer user_data, GError **error);
  gboolean (*text) (const char *text, gsize length, gpointer user_data, GError **error);
} BjtXmlHandler;

/* Fills the buffer; 0 at the end, -1 with the error set on failure. */
typedef gssize (*BjtXmlReadFunc) (gpointer source, char *buffer, gsize size, GError **error);

typedef struct
{
  guint   max_depth; /* 0: BJT_XML_MAX_DEPTH */
  guint64 max_bytes; /* 0: BJT_XML_MAX_BYTES, counted after decompression */
} BjtXmlLimits;

#define BJT_XML_MAX_DEPTH 200
#define BJT_XML_MAX_BYTES (G_GUINT64_CONSTANT (4) << 30)

/* A source that lies in memory, for bjt_xml_read_memory_cb(). */
typedef struct
{
  const char *at;
  gsize       left;
} BjtXmlMemory;

gssize      bjt_xml_read_memory_cb (gpointer source, char *buffer, gsize size, GError **error); /* a BjtXmlReadFunc */
gboolean    bjt_xml_read (BjtXmlReadFunc       read,
                          gpointer             source,
                          const BjtXmlLimits  *limits,
                          const BjtXmlHandler *handler,
                          gpointer             user_data,
                          GError             **error);
gboolean    bjt_xml_read_file (const char          *path,
                               const BjtXmlLimits  *limits,
                               const BjtXmlHandler *handler,
                               gpointer             user_data,
                               GError             **error);
gboolean    bjt_xml_read_memory (const char          *data,
                                 gsize                length,
                                 const BjtXmlLimits  *limits,
                                 const BjtXmlHandler *handler,
                                 gpointer             user_data,
                                 GError             **error);
const char *bjt_xml_attributes_get (const BjtXmlAttributes *self, const char *name);

G_END_DECLS
