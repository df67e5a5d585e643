/* bjt-format.c: looks at the first bytes, the root element, or the names in a zip. */
#include "bjt-format.h"

#include "bjt-file-head.h"
#include "bjt-zip.h"

#include <string.h>

#include "import/bjt-csv-reader.h"
#include "import/bjt-import-error.h"

static gboolean
fail (GError        **error,
      BjtImportError  code,
      const char     *message)
{
  g_set_error_literal (error, BJT_IMPORT_ERROR, (int) code, message);
  return FALSE;
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
detect_xml (const BjtFileHead *head,
            BjtFormat  *format,
            GError    **error)
{
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
  g_autofree char *root = bjt_file_head_dup_root (head, error);

  if (root == NULL)
    return FALSE;
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

static gboolean
is_json (const BjtFileHead *head)
{
  gsize at = bjt_file_head_skip_blanks (head);

  return at < head->length && (head->data[at] == '{' || head->data[at] == '[' || head->data[at] == '\036');
}

static gboolean
is_pbf (const BjtFileHead *head)
{
  return head->length > 16 && head->data[0] == 0 && head->data[1] == 0 && memmem (head->data, 16, "OSMHeader", 9) != NULL;
}

/* A compound document, or the bare stream of the workbooks of Excel 2 to 5. */
static gboolean
is_xls (const BjtFileHead *head)
{
  return bjt_file_head_begins_with (head, "\320\317\021\340\241\261\032\341", 8) ||
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
  g_autofree BjtFileHead *head = NULL;

  head = bjt_file_head_new (path, error);
  if (head == NULL)
    return FALSE;
  if (bjt_file_head_begins_with (head, "PK\003\004", 4) || bjt_file_head_begins_with (head, "PK\005\006", 4))
    return detect_zip (path, format, error);
  if (is_xls (head))
    *format = BJT_FORMAT_XLS;
  else if (bjt_file_head_begins_with (head, "SQLite format 3\0", 16))
    *format = BJT_FORMAT_GPKG;
  else if (bjt_file_head_begins_with (head, "\0\0\047\012", 4))
    *format = BJT_FORMAT_SHAPEFILE;
  else if (is_pbf (head))
    *format = BJT_FORMAT_OSM_PBF;
  else if (bjt_file_head_is_xml (head))
    return detect_xml (head, format, error);
  else if (bjt_file_head_begins_with (head, "\037\213", 2))
    return fail (error, BJT_IMPORT_ERROR_UNSUPPORTED, "a gzip archive: unpack it first");
  else if (bjt_file_head_begins_with (head, "%PDF", 4))
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
