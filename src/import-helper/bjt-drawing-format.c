/* bjt-drawing-format.c: looks at the first bytes, the root element, the names in
 * a zip or folder. */
#include "bjt-drawing-file.h"

#include "bjt-file-head.h"
#include "bjt-raster.h"
#include "bjt-zip.h"

#include "import/bjt-import-error.h"

#include <string.h>

static gboolean
fail (GError        **error,
      BjtImportError  code,
      const char     *message)
{
  g_set_error_literal (error, BJT_IMPORT_ERROR, (int) code, message);
  return FALSE;
}

static gboolean
detect_zip (const char       *path,
            BjtDrawingFormat *format,
            GError          **error)
{
  g_autoptr (GPtrArray) names = bjt_zip_list (path, error);

  if (names == NULL)
    return FALSE;
  for (guint i = 0; i < names->len; i++)
    if (bjt_zip_has_suffix (names->pdata[i], "unit.geojson") || bjt_zip_has_suffix (names->pdata[i], "level.geojson"))
      {
        *format = BJT_DRAWING_FORMAT_IMDF;
        return TRUE;
      }
  return fail (error, BJT_IMPORT_ERROR_UNSUPPORTED, "a zip archive without an IMDF in it: unpack it first");
}

static gboolean
detect_folder (const char       *path,
               BjtDrawingFormat *format,
               GError          **error)
{
  g_autofree char *units = g_build_filename (path, "unit.geojson", NULL);
  g_autofree char *levels = g_build_filename (path, "level.geojson", NULL);

  if (!g_file_test (units, G_FILE_TEST_EXISTS) && !g_file_test (levels, G_FILE_TEST_EXISTS))
    return fail (error, BJT_IMPORT_ERROR_UNSUPPORTED, "a folder without an IMDF (unit.geojson, level.geojson) in it");
  *format = BJT_DRAWING_FORMAT_IMDF;
  return TRUE;
}

/* XML */

static gboolean
detect_xml (const BjtFileHead *head,
            BjtDrawingFormat *format,
            GError          **error)
{
  static const struct
  {
    const char      *root;
    BjtDrawingFormat format;
  } roots[] = {
    { "svg", BJT_DRAWING_FORMAT_SVG },
    { "osm", BJT_DRAWING_FORMAT_OSM },
    { "IndoorFeatures", BJT_DRAWING_FORMAT_INDOORGML },
    { "PrimalSpaceFeatures", BJT_DRAWING_FORMAT_INDOORGML },
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
  g_set_error (error, BJT_IMPORT_ERROR, BJT_IMPORT_ERROR_UNSUPPORTED, "XML, but no drawing that is read (its root element is \"%.60s\")", root);
  return FALSE;
}

/* A code of 0 or of a comment on the first line, a word on the second */
static gboolean
is_dxf (const BjtFileHead *head)
{
  const char *at = head->data + bjt_file_head_skip_blanks (head);
  gboolean    is_comment = g_str_has_prefix (at, "999");

  if (bjt_file_head_begins_with (head, "AutoCAD Binary DXF", 18))
    return TRUE;
  if (!is_comment && *at != '0')
    return FALSE;
  at += is_comment ? 3 : 1;
  if (*at != '\r' && *at != '\n' && *at != ' ')
    return FALSE;
  at += strspn (at, " \r\n\t");
  return is_comment || g_str_has_prefix (at, "SECTION") || g_str_has_prefix (at, "EOF");
}

/**
 * bjt_drawing_file_detect:
 * @path: of a file, or of a folder
 *
 * Returns: FALSE with a clear reason when it is no drawing that is read
 */
gboolean
bjt_drawing_file_detect (const char       *path,
                         BjtDrawingFormat *format,
                         GError          **error)
{
  g_autofree BjtFileHead *head = NULL;

  if (g_file_test (path, G_FILE_TEST_IS_DIR))
    return detect_folder (path, format, error);
  head = bjt_file_head_new (path, error);
  if (head == NULL)
    return FALSE;
  if (bjt_raster_is_one ((const guint8 *) head->data, head->length))
    *format = BJT_DRAWING_FORMAT_PICTURE;
  else if (memmem (head->data, MIN (head->length, 1024), "%PDF-", 5) != NULL)
    *format = BJT_DRAWING_FORMAT_PDF;
  else if (bjt_file_head_begins_with (head, "PK\003\004", 4) || bjt_file_head_begins_with (head, "PK\005\006", 4))
    return detect_zip (path, format, error);
  else if (bjt_file_head_begins_with (head, "\037\213", 2))
    *format = BJT_DRAWING_FORMAT_SVGZ;
  else if (is_dxf (head))
    *format = BJT_DRAWING_FORMAT_DXF;
  else if (bjt_file_head_is_xml (head))
    return detect_xml (head, format, error);
  else if (head->data[bjt_file_head_skip_blanks (head)] == '{')
    *format = BJT_DRAWING_FORMAT_GEOJSON;
  else if (bjt_file_head_begins_with (head, "AC10", 4))
    return fail (error, BJT_IMPORT_ERROR_UNSUPPORTED, "a DWG drawing: save it as DXF first");
  else
    return fail (error, BJT_IMPORT_ERROR_UNSUPPORTED, "not a drawing of a kind that is read (SVG, DXF, PDF, PNG, JPEG, IMDF, IndoorGML, GeoJSON, OSM)");
  return TRUE;
}

const char *
bjt_drawing_file_get_name (BjtDrawingFormat format)
{
  static const char *const names[] = {
    [BJT_DRAWING_FORMAT_SVG] = "svg",
    [BJT_DRAWING_FORMAT_SVGZ] = "svgz",
    [BJT_DRAWING_FORMAT_DXF] = "dxf",
    [BJT_DRAWING_FORMAT_PDF] = "pdf",
    [BJT_DRAWING_FORMAT_PICTURE] = "picture",
    [BJT_DRAWING_FORMAT_IMDF] = "imdf",
    [BJT_DRAWING_FORMAT_INDOORGML] = "indoorgml",
    [BJT_DRAWING_FORMAT_GEOJSON] = "geojson",
    [BJT_DRAWING_FORMAT_OSM] = "osm",
  };

  return names[format];
}
