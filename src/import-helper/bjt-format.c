/* bjt-format.c: looks at the first bytes, the root element, or the names in a zip. */
#include "bjt-format.h"

#include "bjt-zip.h"

#include <errno.h>
#include <fcntl.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "import/bjt-csv-reader.h"
#include "import/bjt-import-error.h"
#include "xml/bjt-xml-reader.h"

#define HEAD_SIZE 65536

typedef struct
{
  char  data[HEAD_SIZE];
  gsize length;
} Head;

static gboolean
fail (GError        **error,
      BjtImportError  code,
      const char     *message)
{
  g_set_error_literal (error, BJT_IMPORT_ERROR, (int) code, message);
  return FALSE;
}

static gboolean
read_head (const char *path,
           Head       *head,
           GError    **error)
{
  struct stat about;
  int         fd;
  gssize      n = 1;

  if (stat (path, &about) != 0)
    {
      g_set_error (error, BJT_IMPORT_ERROR, BJT_IMPORT_ERROR_FAILED, "the file cannot be opened: %s", g_strerror (errno));
      return FALSE;
    }
  if (!S_ISREG (about.st_mode))
    return fail (error, BJT_IMPORT_ERROR_UNSUPPORTED, "not a file");
  if (about.st_size == 0)
    return fail (error, BJT_IMPORT_ERROR_EMPTY, "the file is empty");
  fd = open (path, O_RDONLY | O_CLOEXEC);
  if (fd < 0)
    {
      g_set_error (error, BJT_IMPORT_ERROR, BJT_IMPORT_ERROR_FAILED, "the file cannot be opened: %s", g_strerror (errno));
      return FALSE;
    }
  head->length = 0;
  while (head->length < HEAD_SIZE && n > 0)
    {
      n = read (fd, head->data + head->length, HEAD_SIZE - head->length);
      head->length += n > 0 ? (gsize) n : 0;
    }
  close (fd);
  return head->length > 0 || fail (error, BJT_IMPORT_ERROR_FAILED, "the file cannot be read");
}

static gboolean
begins_with (const Head *head,
             const char *bytes,
             gsize       length)
{
  return head->length >= length && memcmp (head->data, bytes, length) == 0;
}

static gboolean
has_suffix_in (const GPtrArray *names,
               const char      *suffix)
{
  for (guint i = 0; i < names->len; i++)
    if (bjt_zip_has_suffix (names->pdata[i], suffix))
      return TRUE;
  return FALSE;
}

static gboolean
detect_zip (const char *path,
            BjtFormat  *format,
            GError    **error)
{
  g_autoptr (GPtrArray) names = bjt_zip_list (path, error);

  if (names == NULL)
    return FALSE;
  if (bjt_zip_find (names, "[Content_Types].xml") != NULL &&
      (bjt_zip_find (names, "xl/workbook.xml") != NULL || has_suffix_in (names, ".xml.rels") || has_suffix_in (names, "_rels/.rels")) &&
      !has_suffix_in (names, "word/document.xml"))
    *format = BJT_FORMAT_XLSX;
  else if (bjt_zip_find (names, "content.xml") != NULL)
    *format = BJT_FORMAT_ODS;
  else if (has_suffix_in (names, ".kml"))
    *format = BJT_FORMAT_KMZ;
  else if (has_suffix_in (names, ".shp"))
    *format = BJT_FORMAT_ZIPPED_SHAPEFILE;
  else
    return fail (error, BJT_IMPORT_ERROR_UNSUPPORTED, "a zip archive without a workbook, a KML or a shapefile in it");
  return TRUE;
}

/* XML */

static gboolean
root_start_cb (const char             *name,
               const BjtXmlAttributes *attributes,
               gpointer                user_data,
               GError                **error)
{
  *(char **) user_data = g_strdup (name);
  g_set_error_literal (error, G_IO_ERROR, G_IO_ERROR_CANCELLED, "seen enough");
  return FALSE;
}

static gboolean
detect_xml (const Head *head,
            BjtFormat  *format,
            GError    **error)
{
  static const BjtXmlHandler handler = { .start = root_start_cb };
  static const struct
  {
    const char *root;
    BjtFormat   format;
  } roots[] = {
    { "osm", BJT_FORMAT_OSM },
    { "kml", BJT_FORMAT_KML },
    { "gpx", BJT_FORMAT_GPX },
    { "document", BJT_FORMAT_FODS },
    { "document-content", BJT_FORMAT_FODS },
  };
  g_autofree char   *root = NULL;
  g_autoptr (GError) problem = NULL;

  bjt_xml_read_memory (head->data, head->length, NULL, &handler, &root, &problem);
  if (root == NULL)
    {
      g_set_error (error, BJT_IMPORT_ERROR,
                   g_error_matches (problem, BJT_XML_ERROR, BJT_XML_ERROR_UNSAFE) ? BJT_IMPORT_ERROR_UNSAFE : BJT_IMPORT_ERROR_DAMAGED,
                   "damaged XML: %s", problem != NULL ? problem->message : "it has no element");
      return FALSE;
    }
  for (gsize i = 0; i < G_N_ELEMENTS (roots); i++)
    if (strcmp (root, roots[i].root) == 0)
      {
        *format = roots[i].format;
        return TRUE;
      }
  if (strcmp (root, "svg") == 0)
    return fail (error, BJT_IMPORT_ERROR_UNSUPPORTED, "an SVG drawing: import it as a floor plan");
  g_set_error (error, BJT_IMPORT_ERROR, BJT_IMPORT_ERROR_UNSUPPORTED, "XML of a kind that is not read (its root element is \"%.60s\")", root);
  return FALSE;
}

static gsize
skip_blanks (const Head *head)
{
  gsize at = begins_with (head, "\357\273\277", 3) ? 3 : 0;

  while (at < head->length && strchr (" \t\r\n", head->data[at]) != NULL && head->data[at] != '\0')
    at++;
  return at;
}

/* Whether `<` is the first character, also in UTF-16. */
static gboolean
is_xml (const Head *head)
{
  gsize at = skip_blanks (head);

  return (at < head->length && head->data[at] == '<') ||
         begins_with (head, "\376\377\0<", 4) || begins_with (head, "\377\376<\0", 4) ||
         begins_with (head, "\0<\0?", 4) || begins_with (head, "<\0?\0", 4);
}

static gboolean
is_json (const Head *head)
{
  gsize at = skip_blanks (head);

  return at < head->length && (head->data[at] == '{' || head->data[at] == '[' || head->data[at] == '\036');
}

static gboolean
is_pbf (const Head *head)
{
  return head->length > 16 && head->data[0] == 0 && head->data[1] == 0 && memmem (head->data, 16, "OSMHeader", 9) != NULL;
}

/* A compound document, or the bare stream of the workbooks of Excel 2 to 5. */
static gboolean
is_xls (const Head *head)
{
  return begins_with (head, "\320\317\021\340\241\261\032\341", 8) ||
         (head->length > 20 && head->data[0] == 9 && memchr ("\0\2\4\10", head->data[1], 4) != NULL &&
          memchr ("\4\6\10\20", head->data[2], 4) != NULL && head->data[3] == 0);
}

/**
 * bjt_format_detect:
 * @path: of a file
 *
 * Returns: FALSE with a clear reason when the file is of no format that is read
 */
gboolean
bjt_format_detect (const char *path,
                   BjtFormat  *format,
                   GError    **error)
{
  g_autofree Head *head = g_new0 (Head, 1);

  if (!read_head (path, head, error))
    return FALSE;
  if (begins_with (head, "PK\003\004", 4) || begins_with (head, "PK\005\006", 4))
    return detect_zip (path, format, error);
  if (is_xls (head))
    *format = BJT_FORMAT_XLS;
  else if (begins_with (head, "SQLite format 3\0", 16))
    *format = BJT_FORMAT_GPKG;
  else if (begins_with (head, "\0\0\047\012", 4))
    *format = BJT_FORMAT_SHAPEFILE;
  else if (is_pbf (head))
    *format = BJT_FORMAT_OSM_PBF;
  else if (is_xml (head))
    return detect_xml (head, format, error);
  else if (begins_with (head, "\037\213", 2))
    return fail (error, BJT_IMPORT_ERROR_UNSUPPORTED, "a gzip archive: unpack it first");
  else if (begins_with (head, "%PDF", 4))
    return fail (error, BJT_IMPORT_ERROR_UNSUPPORTED, "a PDF: it holds no table that can be read");
  else if (is_json (head))
    *format = BJT_FORMAT_GEOJSON;
  else if (bjt_csv_looks_like_text (head->data, head->length))
    *format = BJT_FORMAT_CSV;
  else
    return fail (error, BJT_IMPORT_ERROR_UNSUPPORTED, "binary data of a kind that is not read");
  return TRUE;
}

const char *
bjt_format_get_name (BjtFormat format)
{
  static const char *const names[] = {
    [BJT_FORMAT_CSV] = "csv",
    [BJT_FORMAT_XLSX] = "xlsx",
    [BJT_FORMAT_XLS] = "xls",
    [BJT_FORMAT_ODS] = "ods",
    [BJT_FORMAT_FODS] = "fods",
    [BJT_FORMAT_OSM] = "osm",
    [BJT_FORMAT_OSM_PBF] = "osm-pbf",
    [BJT_FORMAT_GEOJSON] = "geojson",
    [BJT_FORMAT_SHAPEFILE] = "shapefile",
    [BJT_FORMAT_ZIPPED_SHAPEFILE] = "zipped-shapefile",
    [BJT_FORMAT_KML] = "kml",
    [BJT_FORMAT_KMZ] = "kmz",
    [BJT_FORMAT_GPKG] = "gpkg",
    [BJT_FORMAT_GPX] = "gpx",
  };

  return names[format];
}
