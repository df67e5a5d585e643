/* bjt-form-package.c: parts that nobody changes are written as they were read,
 * byte for byte.
 *
 * Refused: what is no zip, what unpacks to more than a form would, what carries
 * macros. A template file (.xltx, .dotx) becomes a document. */
#include "bjt-form-package.h"

#include <archive.h>
#include <archive_entry.h>
#include <string.h>

#include "import/bjt-import-error.h"
#include "import/bjt-zip-writer.h"

#define MAX_PARTS 4000
#define MAX_PART_BYTES (64u << 20)
#define MAX_TOTAL_BYTES (192u << 20)
#define BLOCK_SIZE 65536
#define TYPES_PART "[Content_Types].xml"

static void
part_free (gpointer data)
{
  BjtFormPart *self = data;

  g_free (self->name);
  g_bytes_unref (self->bytes);
  bjt_xml_tree_free (self->tree);
  g_free (self);
}

void
bjt_form_package_free (BjtFormPackage *self)
{
  if (self == NULL)
    return;
  g_ptr_array_unref (self->parts);
  g_free (self);
}

/* Unpacking */

static gboolean
refuse (GError       **error,
        BjtImportError code,
        const char    *message)
{
  g_set_error_literal (error, BJT_IMPORT_ERROR, code, message);
  return FALSE;
}

static gboolean
refuse_archive (struct archive *archive,
                GError        **error)
{
  const char *message = archive_error_string (archive);

  g_set_error (error, BJT_IMPORT_ERROR, BJT_IMPORT_ERROR_DAMAGED, "the form is damaged: %s", message != NULL ? message : "it cannot be unpacked");
  return FALSE;
}

static GBytes *
read_part (struct archive *archive,
           gsize          *left,
           GError        **error)
{
  g_autoptr (GByteArray) bytes = g_byte_array_new ();
  g_autofree guint8     *block = g_malloc (BLOCK_SIZE);
  la_ssize_t             n;

  while ((n = archive_read_data (archive, block, BLOCK_SIZE)) > 0)
    {
      g_byte_array_append (bytes, block, (guint) n);
      if (bytes->len > MAX_PART_BYTES || bytes->len > *left)
        {
          refuse (error, BJT_IMPORT_ERROR_UNSAFE, "the form unpacks to more than a form can be: it is refused");
          return NULL;
        }
    }
  if (n < 0)
    {
      refuse_archive (archive, error);
      return NULL;
    }
  *left -= bytes->len;
  return g_byte_array_free_to_bytes (g_steal_pointer (&bytes));
}

static gboolean
unpack_entries (BjtFormPackage *self,
                struct archive *archive,
                GError        **error)
{
  struct archive_entry *entry;
  gsize                 left = MAX_TOTAL_BYTES;
  int                   result;

  while ((result = archive_read_next_header (archive, &entry)) == ARCHIVE_OK || result == ARCHIVE_WARN)
    {
      const char  *name = archive_entry_pathname_utf8 (entry);
      GBytes      *bytes;
      BjtFormPart *part;

      if (name == NULL || g_str_has_suffix (name, "/"))
        continue;
      if (self->parts->len >= MAX_PARTS)
        return refuse (error, BJT_IMPORT_ERROR_UNSAFE, "the form has more parts than a form can have: it is refused");
      part = g_new0 (BjtFormPart, 1);
      part->name = g_strdup (name);
      bytes = read_part (archive, &left, error);
      if (bytes == NULL)
        {
          g_free (part->name);
          g_free (part);
          return FALSE;
        }
      part->bytes = bytes;
      g_ptr_array_add (self->parts, part);
    }
  return result == ARCHIVE_EOF || refuse_archive (archive, error);
}

static gboolean
unpack (BjtFormPackage *self,
        GBytes         *bytes,
        GError        **error)
{
  struct archive *archive = archive_read_new ();
  gsize           size;
  const void     *data = g_bytes_get_data (bytes, &size);
  gboolean        ok;

  archive_read_support_format_zip (archive);
  ok = archive_read_open_memory (archive, data, size) == ARCHIVE_OK ? unpack_entries (self, archive, error) : refuse_archive (archive, error);
  archive_read_free (archive);
  return ok;
}

/* Parts */

BjtFormPart *
bjt_form_package_find (BjtFormPackage *self,
                       const char     *name)
{
  while (*name == '/')
    name++;
  for (guint i = 0; i < self->parts->len; i++)
    {
      BjtFormPart *part = self->parts->pdata[i];

      if (!part->is_removed && g_ascii_strcasecmp (part->name, name) == 0)
        return part;
    }
  return NULL;
}

/**
 * bjt_form_part_get_root:
 *
 * Returns: (transfer none) (nullable): the root element of the part
 */
BjtXmlElement *
bjt_form_part_get_root (BjtFormPart *part,
                        GError     **error)
{
  g_autoptr (GError) problem = NULL;

  if (part->tree == NULL)
    part->tree = bjt_xml_tree_new_from_bytes (part->bytes, &problem);
  if (part->tree != NULL)
    return bjt_xml_tree_get_root (part->tree);
  g_set_error (error, BJT_IMPORT_ERROR, g_error_matches (problem, BJT_XML_ERROR, BJT_XML_ERROR_UNSAFE) ? BJT_IMPORT_ERROR_UNSAFE : BJT_IMPORT_ERROR_DAMAGED,
               "the form is damaged: its part %s: %s", part->name, problem->message);
  return NULL;
}

/* Relationships */

static BjtFormPart *
find_relations (BjtFormPackage    *self,
                const BjtFormPart *from)
{
  g_autofree char *folder = from != NULL ? g_path_get_dirname (from->name) : g_strdup (".");
  g_autofree char *base = from != NULL ? g_path_get_basename (from->name) : g_strdup ("");
  g_autofree char *name = strcmp (folder, ".") == 0 ? g_strdup_printf ("_rels/%s.rels", base) : g_strdup_printf ("%s/_rels/%s.rels", folder, base);

  return bjt_form_package_find (self, name);
}

static BjtFormPart *
resolve (BjtFormPackage      *self,
         const BjtFormPart   *from,
         const BjtXmlElement *relation)
{
  g_autofree char *target = bjt_xml_element_dup_attribute (relation, "Target");
  g_autofree char *mode = bjt_xml_element_dup_attribute (relation, "TargetMode");
  g_autofree char *folder = from != NULL ? g_path_get_dirname (from->name) : g_strdup ("");
  g_autofree char *base = g_strconcat ("/", folder, NULL);
  g_autofree char *path = NULL;

  if (target == NULL || g_strcmp0 (mode, "External") == 0)
    return NULL;
  path = g_canonicalize_filename (target, base);
  return bjt_form_package_find (self, path);
}

static BjtXmlElement *
get_first_relation (BjtFormPackage    *self,
                    const BjtFormPart *from)
{
  BjtFormPart   *relations = find_relations (self, from);
  BjtXmlElement *root = relations != NULL ? bjt_form_part_get_root (relations, NULL) : NULL;

  return root != NULL ? bjt_xml_element_get_first (root, "Relationship") : NULL;
}

/**
 * bjt_form_package_follow:
 * @from: (nullable): %NULL: the package
 * @type: the last word of the type
 * @index: which of them, from 0
 */
BjtFormPart *
bjt_form_package_follow (BjtFormPackage    *self,
                         const BjtFormPart *from,
                         const char        *type,
                         guint              index)
{
  g_autofree char *ending = g_strconcat ("/", type, NULL);

  for (BjtXmlElement *at = get_first_relation (self, from); at != NULL; at = bjt_xml_element_get_next (at, "Relationship"))
    {
      g_autofree char *found = bjt_xml_element_dup_attribute (at, "Type");
      BjtFormPart     *part = found != NULL && g_str_has_suffix (found, ending) ? resolve (self, from, at) : NULL;

      if (part != NULL && index-- == 0)
        return part;
    }
  return NULL;
}

BjtFormPart *
bjt_form_package_follow_id (BjtFormPackage    *self,
                            const BjtFormPart *from,
                            const char        *id)
{
  for (BjtXmlElement *at = get_first_relation (self, from); at != NULL; at = bjt_xml_element_get_next (at, "Relationship"))
    {
      g_autofree char *found = bjt_xml_element_dup_attribute (at, "Id");

      if (g_strcmp0 (found, id) == 0)
        return resolve (self, from, at);
    }
  return NULL;
}

static void
remove_relation (BjtFormPackage    *self,
                 const BjtFormPart *part,
                 const BjtFormPart *from)
{
  for (BjtXmlElement *at = get_first_relation (self, from), *next; at != NULL; at = next)
    {
      next = bjt_xml_element_get_next (at, "Relationship");
      if (resolve (self, from, at) != part)
        continue;
      bjt_xml_element_remove (at);
      find_relations (self, from)->is_changed = TRUE;
    }
}

/**
 * bjt_form_package_remove:
 * @from: the part that has the relationship to it
 */
void
bjt_form_package_remove (BjtFormPackage    *self,
                         BjtFormPart       *part,
                         const BjtFormPart *from)
{
  BjtFormPart     *types = bjt_form_package_find (self, TYPES_PART);
  BjtXmlElement   *root = types != NULL ? bjt_form_part_get_root (types, NULL) : NULL;
  g_autofree char *wanted = g_strconcat ("/", part->name, NULL);

  remove_relation (self, part, from);
  part->is_removed = TRUE;
  for (BjtXmlElement *at = root != NULL ? bjt_xml_element_get_first (root, "Override") : NULL, *next; at != NULL; at = next)
    {
      g_autofree char *name = bjt_xml_element_dup_attribute (at, "PartName");

      next = bjt_xml_element_get_next (at, "Override");
      if (name == NULL || g_ascii_strcasecmp (name, wanted) != 0)
        continue;
      bjt_xml_element_remove (at);
      types->is_changed = TRUE;
    }
}

/* What it is */

static void
make_document (BjtFormPart   *types,
               BjtXmlElement *type)
{
  static const struct
  {
    const char *template, *document;
  } pairs[] = {
    { "spreadsheetml.template.main+xml", "spreadsheetml.sheet.main+xml" },
    { "wordprocessingml.template.main+xml", "wordprocessingml.document.main+xml" },
  };
  g_autofree char *text = bjt_xml_element_dup_attribute (type, "ContentType");

  for (gsize i = 0; i < G_N_ELEMENTS (pairs); i++)
    if (text != NULL && g_str_has_suffix (text, pairs[i].template))
      {
        g_autofree char *head = g_strndup (text, strlen (text) - strlen (pairs[i].template));
        g_autofree char *whole = g_strconcat (head, pairs[i].document, NULL);

        bjt_xml_element_set_attribute (type, "ContentType", whole);
        types->is_changed = TRUE;
      }
}

static gboolean
check_macros (BjtFormPackage *self,
              GError        **error)
{
  BjtFormPart   *types = bjt_form_package_find (self, TYPES_PART);
  BjtXmlElement *root = types != NULL ? bjt_form_part_get_root (types, error) : NULL;
  gboolean       has_macros = FALSE;

  if (types == NULL)
    return refuse (error, BJT_IMPORT_ERROR_UNSUPPORTED, "it is no form: neither an .xlsx nor a .docx file");
  if (root == NULL)
    return FALSE;
  for (BjtXmlElement *at = bjt_xml_element_get_first (root, NULL); at != NULL; at = bjt_xml_element_get_next (at, NULL))
    {
      g_autofree char *type = bjt_xml_element_dup_attribute (at, "ContentType");

      has_macros |= type != NULL && (strstr (type, "macroEnabled") != NULL || strstr (type, "vbaProject") != NULL);
      make_document (types, at);
    }
  for (guint i = 0; i < self->parts->len; i++)
    {
      g_autofree char *name = g_ascii_strdown (((BjtFormPart *) self->parts->pdata[i])->name, -1);

      has_macros |= strstr (name, "vbaproject") != NULL;
    }
  return !has_macros || refuse (error, BJT_IMPORT_ERROR_UNSAFE, "the form carries macros: it is refused; save it without them, as .xlsx or .docx");
}

static gboolean
find_main (BjtFormPackage *self,
           GError        **error)
{
  BjtXmlElement *root;

  self->main = bjt_form_package_follow (self, NULL, "officeDocument", 0);
  root = self->main != NULL ? bjt_form_part_get_root (self->main, error) : NULL;
  if (self->main != NULL && root == NULL)
    return FALSE;
  if (root != NULL && bjt_xml_element_is (root, "workbook"))
    self->format = BJT_FORM_XLSX;
  else if (root != NULL && bjt_xml_element_is (root, "document"))
    self->format = BJT_FORM_DOCX;
  else
    return refuse (error, BJT_IMPORT_ERROR_UNSUPPORTED, "it is no form: neither an .xlsx nor a .docx file");
  return TRUE;
}

static gboolean
check_head (GBytes  *bytes,
            GError **error)
{
  static const guint8 old[] = { 0xD0, 0xCF, 0x11, 0xE0 };
  gsize               size;
  const guint8       *data = g_bytes_get_data (bytes, &size);

  if (size == 0)
    return refuse (error, BJT_IMPORT_ERROR_EMPTY, "the form is an empty file");
  if (size >= sizeof old && memcmp (data, old, sizeof old) == 0)
    return refuse (error, BJT_IMPORT_ERROR_UNSUPPORTED, "it is an old .xls or .doc file, or one with a password: save it as .xlsx or .docx without a password");
  return (size >= 4 && memcmp (data, "PK", 2) == 0) || refuse (error, BJT_IMPORT_ERROR_UNSUPPORTED, "it is no form: neither an .xlsx nor a .docx file");
}

/**
 * bjt_form_package_new_from_bytes:
 *
 * Returns: (transfer full) (nullable): NULL with an error of BJT_IMPORT_ERROR
 */
BjtFormPackage *
bjt_form_package_new_from_bytes (GBytes  *bytes,
                                 GError **error)
{
  g_autoptr (BjtFormPackage) self = g_new0 (BjtFormPackage, 1);

  self->parts = g_ptr_array_new_with_free_func (part_free);
  if (!check_head (bytes, error) || !unpack (self, bytes, error) || !check_macros (self, error) || !find_main (self, error))
    return NULL;
  return g_steal_pointer (&self);
}

/**
 * bjt_form_package_write:
 * @made_at: seconds, of all parts
 *
 * Returns: (transfer full) (nullable): the file
 */
GBytes *
bjt_form_package_write (BjtFormPackage *self,
                        gint64          made_at,
                        GError        **error)
{
  g_autoptr (BjtZipWriter) zip = bjt_zip_writer_new (made_at);

  for (guint i = 0; i < self->parts->len; i++)
    {
      const BjtFormPart *part = self->parts->pdata[i];
      g_autoptr (GBytes) bytes = part->is_changed ? bjt_xml_tree_to_bytes (part->tree) : g_bytes_ref (part->bytes);

      if (!part->is_removed && !bjt_zip_writer_add (zip, part->name, bytes, error))
        return NULL;
    }
  return bjt_zip_writer_finish (zip, error);
}
