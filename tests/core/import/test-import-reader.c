/* test-import-reader.c: files of each format made here, read through the helper
 * process; and helpers that crash, hang or talk nonsense. */
#include "import/bjt-import-reader.h"

#include <archive.h>
#include <archive_entry.h>
#include <glib/gstdio.h>
#include <math.h>
#include <string.h>
#include <sys/stat.h>

#include "import/bjt-frame.h"

typedef struct
{
  char *folder;
} Fixture;

typedef struct
{
  GString *text;   /* of all drafts, one a line */
  guint    n;
  GError  *error;
  char    *format;
} Seen;

typedef struct
{
  const char *name;
  const char *text;
} Part;

static void
set_up (Fixture      *self,
        gconstpointer data)
{
  self->folder = g_dir_make_tmp ("bjt-import-XXXXXX", NULL);
  g_assert_nonnull (self->folder);
}

static void
tear_down (Fixture      *self,
           gconstpointer data)
{
  g_autoptr (GDir) dir = g_dir_open (self->folder, 0, NULL);
  const char      *name;

  while ((name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *path = g_build_filename (self->folder, name, NULL);

      g_assert_cmpint (g_remove (path), ==, 0);
    }
  g_assert_cmpint (g_rmdir (self->folder), ==, 0);
  g_free (self->folder);
}

static char *
put_file (Fixture    *self,
          const char *name,
          const char *text,
          gssize      length)
{
  char *path = g_build_filename (self->folder, name, NULL);

  g_assert_true (g_file_set_contents (path, text, length, NULL));
  return path;
}

static char *
put_zip (Fixture    *self,
         const char *name,
         const Part *parts,
         gsize       n_parts)
{
  char           *path = g_build_filename (self->folder, name, NULL);
  struct archive *archive = archive_write_new ();

  archive_write_set_format_zip (archive);
  g_assert_cmpint (archive_write_open_filename (archive, path), ==, ARCHIVE_OK);
  for (gsize i = 0; i < n_parts; i++)
    {
      struct archive_entry *entry = archive_entry_new ();

      archive_entry_set_pathname (entry, parts[i].name);
      archive_entry_set_size (entry, (la_int64_t) strlen (parts[i].text));
      archive_entry_set_filetype (entry, AE_IFREG);
      archive_entry_set_perm (entry, 0644);
      g_assert_cmpint (archive_write_header (archive, entry), ==, ARCHIVE_OK);
      archive_write_data (archive, parts[i].text, strlen (parts[i].text));
      archive_entry_free (entry);
    }
  archive_write_free (archive);
  return path;
}

static void
log_row (GString                   *text,
         const BjtRegisterRowDraft *row)
{
  g_string_append_printf (text, "%s:%u", row->sheet, row->row);
  for (guint i = 0; i < BJT_REGISTER_N_FIELDS; i++)
    if (row->fields[i] != NULL)
      g_string_append_printf (text, " %s=%s", bjt_register_field_get_name (i), row->fields[i]);
  for (guint i = 0; i < row->n_issues; i++)
    g_string_append_printf (text, " !%s", row->issues[i].code);
  g_string_append_c (text, '\n');
}

static void
log_feature (GString               *text,
             const BjtFeatureDraft *feature)
{
  const BjtGeometry *shape = feature->geometry;

  g_string_append_printf (text, "%s %s", bjt_feature_draft_kind_get_name (feature->kind), feature->source_id);
  if (feature->subkind != NULL)
    g_string_append_printf (text, " subkind=%s", feature->subkind);
  if (feature->name != NULL)
    g_string_append_printf (text, " name=%s", feature->name);
  if (feature->label != NULL)
    g_string_append_printf (text, " label=%s", feature->label);
  if (feature->levels != 0)
    g_string_append_printf (text, " levels=%d", feature->levels);
  g_string_append_printf (text, " parts=%u points=%u at=%.4f,%.4f\n", shape->n_parts, shape->n_points, shape->points[0].x, shape->points[0].y);
}

static gboolean
see_cb (const BjtDraft *draft,
        gpointer        user_data,
        GError        **error)
{
  Seen *seen = user_data;

  seen->n++;
  if (draft->kind == BJT_DRAFT_FORMAT)
    seen->format = g_strdup (draft->format);
  else if (draft->kind == BJT_DRAFT_REGISTER_ROW)
    log_row (seen->text, &draft->row);
  else if (draft->kind == BJT_DRAFT_FEATURE)
    log_feature (seen->text, &draft->feature);
  else if (draft->kind == BJT_DRAFT_NOTICE)
    g_string_append_printf (seen->text, "notice %u %s\n", draft->notice.row, draft->notice.issue.code);
  return TRUE;
}

static void
seen_clear (Seen *self)
{
  if (self->text != NULL)
    g_string_free (self->text, TRUE);
  g_clear_error (&self->error);
  g_free (self->format);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Seen, seen_clear)

static gboolean
read_file (const char *path,
           Seen       *seen)
{
  g_autoptr (BjtImportReader) reader = bjt_import_reader_new (path);

  seen->text = g_string_new (NULL);
  return bjt_import_reader_run (reader, see_cb, seen, NULL, &seen->error);
}

static void
assert_read (const char *path,
             const char *format,
             const char *expected)
{
  g_auto (Seen) seen = { 0 };

  read_file (path, &seen);
  g_assert_no_error (seen.error);
  g_assert_cmpstr (seen.format, ==, format);
  g_assert_cmpstr (seen.text->str, ==, expected);
}

static void
assert_refused (const char *path,
                int         code)
{
  g_auto (Seen) seen = { 0 };

  g_assert_false (read_file (path, &seen));
  g_assert_error (seen.error, BJT_IMPORT_ERROR, code);
  g_assert_true (g_str_has_prefix (seen.error->message, path));
}

/* Spreadsheets */

#define XLSX_TYPES "<Types xmlns='http://schemas.openxmlformats.org/package/2006/content-types'/>"
#define XLSX_RELS "<Relationships><Relationship Id='r' Type='x/officeDocument' Target='xl/workbook.xml'/></Relationships>"
#define XLSX_WORKBOOK "<workbook><sheets><sheet name='居民' sheetId='1' r:id='s1' xmlns:r='r'/><sheet name='hidden' state='hidden' r:id='s2' xmlns:r='r'/></sheets></workbook>"
#define XLSX_WORKBOOK_RELS "<Relationships><Relationship Id='s1' Type='x/worksheet' Target='worksheets/sheet1.xml'/><Relationship Id='s2' Type='x/worksheet' Target='worksheets/sheet1.xml'/>" \
                           "<Relationship Id='a' Type='x/sharedStrings' Target='sharedStrings.xml'/><Relationship Id='b' Type='x/styles' Target='/xl/styles.xml'/></Relationships>"
#define XLSX_STYLES "<styleSheet><numFmts><numFmt numFmtId='164' formatCode='yyyy&quot;年&quot;m&quot;月&quot;d&quot;日&quot;'/></numFmts><cellXfs><xf numFmtId='0'/><xf numFmtId='14'/><xf numFmtId='164'/></cellXfs></styleSheet>"
#define XLSX_STRINGS "<sst><si><t>江北社区登记表</t></si><si><t>楼号</t></si><si><t>房号</t></si><si><r><t>姓</t></r><r><t>名</t></r><rPh><t>xing</t></rPh></si><si><t>出生日期</t></si><si><t>身份证号</t></si><si><t>备注</t></si></sst>"
#define XLSX_HEADER                                                                                                                \
  "<row r='1'><c r='A1' t='s'><v>0</v></c></row>"                                                                                  \
  "<row r='3'><c r='A3' t='s'><v>1</v></c><c r='B3' t='s'><v>2</v></c><c r='C3' t='s'><v>3</v></c><c r='D3' t='s'><v>4</v></c>" \
  "<c r='E3' t='s'><v>5</v></c><c r='F3' t='s'><v>6</v></c></row>"

static char *
put_xlsx (Fixture    *self,
          const char *name,
          const char *rows)
{
  g_autofree char *sheet = g_strdup_printf ("<worksheet><sheetData>%s%s</sheetData><mergeCells><mergeCell ref='A1:F1'/><mergeCell ref='A4:B5'/></mergeCells></worksheet>", XLSX_HEADER, rows);
  const Part       parts[] = {
    { "[Content_Types].xml", XLSX_TYPES },
    { "_rels/.rels", XLSX_RELS },
    { "xl/workbook.xml", XLSX_WORKBOOK },
    { "xl/_rels/workbook.xml.rels", XLSX_WORKBOOK_RELS },
    { "xl/worksheets/sheet1.xml", sheet },
    { "xl/styles.xml", XLSX_STYLES },
    { "xl/sharedStrings.xml", XLSX_STRINGS },
  };

  return put_zip (self, name, parts, G_N_ELEMENTS (parts));
}

static void
test_xlsx (Fixture      *self,
           gconstpointer data)
{
  g_autofree char *path = put_xlsx (self, "wrong-name.csv",
                                    "<row r='4'><c r='A4'><v>3</v></c><c r='C4' t='inlineStr'><is><t>甲某</t></is></c><c r='D4' s='1'><v>20637</v></c></row>"
                                    "<row r='5'><c r='C5' t='str'><f>1/0</f><v>乙某</v></c><c r='D5' s='2'><v>20637.5</v></c><c r='E5'><v>4.4052418800101E+17</v></c></row>"
                                    "<row><c><v>4</v></c><c><v>101.00000000000001</v></c><c t='e'><v>#N/A</v></c><c t='d'><v>1956-07-01T00:00:00Z</v></c><c/><c t='b'><v>1</v></c></row>");

  assert_read (path, "xlsx",
               "居民:4 building=3 door=3 person_name=甲某 birth_date=1956-07-01\n"
               "居民:5 building=3 door=3 person_name=乙某 birth_date=1956-07-01 !id-damaged\n"
               "居民:6 building=4 door=101 birth_date=1956-07-01 remarks=TRUE !cell-error\n");
}

static void
test_xlsx_missing_string (Fixture      *self,
                          gconstpointer data)
{
  g_autofree char *path = put_xlsx (self, "a.xlsx", "<row r='4'><c r='A4' t='s'><v>99</v></c></row>");

  assert_refused (path, BJT_IMPORT_ERROR_DAMAGED);
}

static void
test_xlsx_entities (Fixture      *self,
                    gconstpointer data)
{
  const Part       parts[] = {
    { "[Content_Types].xml", XLSX_TYPES },
    { "_rels/.rels", XLSX_RELS },
    { "xl/workbook.xml", "<!DOCTYPE workbook [<!ENTITY a SYSTEM 'file:///etc/passwd'>]><workbook><sheets><sheet name='&a;' r:id='s1' xmlns:r='r'/></sheets></workbook>" },
  };
  g_autofree char *path = put_zip (self, "a.xlsx", parts, G_N_ELEMENTS (parts));

  assert_refused (path, BJT_IMPORT_ERROR_UNSAFE);
}

#define FODS_HEAD "<office:document xmlns:office='o' xmlns:table='t' xmlns:text='x' office:mimetype='application/vnd.oasis.opendocument.spreadsheet'><office:body><office:spreadsheet><table:table table:name='甲'>"
#define FODS_TAIL "</table:table></office:spreadsheet></office:body></office:document>"

static void
test_fods (Fixture      *self,
           gconstpointer data)
{
  static const char text[] = FODS_HEAD
      "<table:table-row><table:table-cell><text:p>楼号</text:p></table:table-cell><table:table-cell><text:p>房号</text:p></table:table-cell>"
      "<table:table-cell><text:p>姓<text:span>名</text:span></text:p></table:table-cell><table:table-cell><text:p>出生日期</text:p></table:table-cell></table:table-row>"
      "<table:table-row table:number-rows-repeated='2'><table:table-cell office:value-type='float' office:value='3'><text:p>三</text:p></table:table-cell>"
      "<table:table-cell table:number-columns-repeated='2'><office:annotation><text:p>note</text:p></office:annotation><text:p>x<text:s text:c='1'/>y</text:p></table:table-cell>"
      "<table:table-cell office:value-type='date' office:date-value='1956-07-01T00:00:00'><text:p>56</text:p></table:table-cell></table:table-row>"
      "<table:table-row table:number-rows-repeated='1048570'><table:table-cell table:number-columns-repeated='16384'/></table:table-row>" FODS_TAIL;
  g_autofree char *path = put_file (self, "a.bin", text, -1);

  assert_read (path, "fods",
               "甲:2 building=3 door=x y person_name=x y birth_date=1956-07-01\n"
               "甲:3 building=3 door=x y person_name=x y birth_date=1956-07-01\n");
}

static void
test_ods_bomb (Fixture      *self,
               gconstpointer data)
{
  static const char text[] = FODS_HEAD "<table:table-row table:number-rows-repeated='1000000000'><table:table-cell table:number-columns-repeated='16384'><text:p>x</text:p></table:table-cell></table:table-row>" FODS_TAIL;
  g_autofree char  *path = put_file (self, "a.fods", text, -1);

  assert_refused (path, BJT_IMPORT_ERROR_UNSAFE);
}

static void
test_csv (Fixture      *self,
          gconstpointer data)
{
  static const char text[] = "小区;楼号;单元;房号\r\n山水宜家;3;2;501\r\n山水宜家;3;2;\"502\r\n";
  gsize             length;
  g_autofree char  *bytes = g_convert (text, -1, "GB18030", "UTF-8", NULL, &length, NULL);
  g_autofree char  *path = put_file (self, "a.xlsx", bytes, (gssize) length);

  assert_read (path, "csv",
               "notice 3 open-quote\n"
               ":2 compound=山水宜家 building=3 entrance=2 door=501\n"
               ":3 compound=山水宜家 building=3 entrance=2 door=\"502\n");
}

static void
test_column_map (Fixture      *self,
                 gconstpointer data)
{
  g_autofree char            *path = put_file (self, "a.csv", "甲,乙\n山水宜家3-2-501,李某\n", -1);
  g_autoptr (BjtImportReader) reader = bjt_import_reader_new (path);
  g_auto (Seen)               seen = { .text = g_string_new (NULL) };

  assert_refused (path, BJT_IMPORT_ERROR_NO_REGISTER);
  bjt_import_reader_set_column_map (reader, "{\"header_row\": 1, \"columns\": {\"甲\": \"address\", \"B\": \"person_name\"}}");
  g_assert_true (bjt_import_reader_run (reader, see_cb, &seen, NULL, &seen.error));
  g_assert_cmpstr (seen.text->str, ==, ":2 address=山水宜家3-2-501 compound=山水宜家 building=3 entrance=2 door=501 person_name=李某\n");
}

/* Maps */

static void
test_osm (Fixture      *self,
          gconstpointer data)
{
  static const char text[] =
      "<?xml version='1.0'?><osm version='0.6'>"
      "<way id='10'><nd ref='1'/><nd ref='2'/><nd ref='3'/><nd ref='4'/><nd ref='1'/><tag k='building' v='apartments'/><tag k='name' v='Bldg'/><tag k='name:zh' v='3号楼'/><tag k='building:levels' v='6'/></way>"
      "<node id='4' lat='43.30' lon='129.71'/><node id='3' lat='43.31' lon='129.71'/><node id='2' lat='43.31' lon='129.70'/><node id='1' lat='43.30' lon='129.70'/>"
      "<node id='5' lat='43.302' lon='129.702'/><node id='6' lat='43.304' lon='129.702'/><node id='7' lat='43.304' lon='129.704'/>"
      "<node id='8' lat='43.5' lon='129.5'><tag k='barrier' v='gate'/><tag k='ref' v='东门'/></node>"
      "<node id='9' lat='43.5' lon='129.5' action='delete'><tag k='shop' v='yes'/></node>"
      "<way id='11'><nd ref='5'/><nd ref='6'/></way><way id='12'><nd ref='7'/><nd ref='6'/></way><way id='13'><nd ref='7'/><nd ref='5'/></way>"
      "<way id='14'><nd ref='1'/><nd ref='2'/><nd ref='3'/></way><way id='15'><nd ref='1'/><nd ref='4'/><nd ref='3'/></way>"
      "<way id='16'><nd ref='1'/><nd ref='5'/><tag k='highway' v='footway'/></way>"
      "<way id='17'><nd ref='1'/><nd ref='99'/><tag k='highway' v='residential'/></way>"
      "<relation id='20'><member type='way' ref='14' role='outer'/><member type='way' ref='11' role='inner'/><member type='way' ref='12' role='inner'/><member type='way' ref='13' role='inner'/>"
      "<member type='way' ref='15' role='outer'/><tag k='type' v='multipolygon'/><tag k='landuse' v='residential'/><tag k='name' v='山水宜家'/></relation></osm>";
  g_autofree char  *path = put_file (self, "a.csv", text, -1);

  assert_read (path, "osm",
               "gate node/8 subkind=gate label=东门 parts=1 points=1 at=129.5000,43.5000\n"
               "compound relation/20 subkind=landuse=residential name=山水宜家 parts=2 points=7 at=129.7000,43.3000\n"
               "building way/10 subkind=apartments name=3号楼 levels=6 parts=1 points=4 at=129.7000,43.3000\n"
               "footway way/16 subkind=footway parts=1 points=2 at=129.7000,43.3000\n"
               "notice 0 incomplete-shapes\n");
}

static void
test_osm_bad (Fixture      *self,
              gconstpointer data)
{
  static const char *const texts[] = {
    "<osm><node id='1' lat='95' lon='0'/></osm>",
    "<osm><node id='x' lat='5' lon='0'/></osm>",
    "<osm><node id='1' lat='nan' lon='0'/></osm>",
    "<osm><node id='1' lat='5' lon='0'><tag k='shop' v='yes'/></node>",
  };

  for (gsize i = 0; i < G_N_ELEMENTS (texts); i++)
    {
      g_autofree char *path = put_file (self, "a.osm", texts[i], -1);

      assert_refused (path, BJT_IMPORT_ERROR_DAMAGED);
    }
}

static void
test_geojson (Fixture      *self,
              gconstpointer data)
{
  static const char text[] =
      "{\"type\":\"FeatureCollection\",\"features\":["
      "{\"type\":\"Feature\",\"properties\":{\"楼号\":\"3\",\"层数\":6},\"geometry\":{\"type\":\"Polygon\",\"coordinates\":[[[129.7,43.3],[129.8,43.3],[129.8,43.4],[129.7,43.3]]]}},"
      "{\"type\":\"Feature\",\"properties\":{\"highway\":\"footway\"},\"geometry\":{\"type\":\"LineString\",\"coordinates\":[[129.7,43.3,5],[129.8,43.3,6]]}},"
      "{\"type\":\"Feature\",\"properties\":{},\"geometry\":{\"type\":\"Point\",\"coordinates\":[500,43.3]}}]}";
  g_autofree char  *path = put_file (self, "map.txt", text, -1);

  assert_read (path, "geojson",
               "building map/0 label=3 levels=6 parts=1 points=3 at=129.7000,43.3000\n"
               "footway map/1 subkind=footway parts=1 points=2 at=129.7000,43.3000\n"
               "notice 0 bad-shapes\n");
}

static void
test_projected (Fixture      *self,
                gconstpointer data)
{
  static const char text[] =
      "{\"type\":\"FeatureCollection\",\"crs\":{\"type\":\"name\",\"properties\":{\"name\":\"urn:ogc:def:crs:EPSG::3857\"}},\"features\":["
      "{\"type\":\"Feature\",\"properties\":{\"name\":\"x\"},\"geometry\":{\"type\":\"Point\",\"coordinates\":[14443704,5360807]}}]}";
  g_autofree char  *path = put_file (self, "a.json", text, -1);

  assert_read (path, "geojson", "poi a/0 name=x parts=1 points=1 at=129.7500,43.3200\n");
}

static void
test_kmz (Fixture      *self,
          gconstpointer data)
{
  static const Part parts[] = {
    { "Doc.KML", "<kml xmlns='http://www.opengis.net/kml/2.2'><Document><name>小区</name><Placemark><name>山水宜家</name><Polygon><outerBoundaryIs><LinearRing><coordinates>129.7,43.3 129.8,43.3 129.8,43.4 129.7,43.3</coordinates></LinearRing></outerBoundaryIs></Polygon></Placemark></Document></kml>" },
  };
  g_autofree char  *path = put_zip (self, "a.zip", parts, 1);

  assert_read (path, "kmz", "compound 小区/1 name=山水宜家 parts=1 points=3 at=129.7000,43.3000\n");
}

/* What is refused */

static void
test_refused (Fixture      *self,
              gconstpointer data)
{
  static const struct
  {
    const char *text;
    int         length;
    int         code;
  } cases[] = {
    { "", 0, BJT_IMPORT_ERROR_EMPTY },
    { "PK\003\004nonsense", -1, BJT_IMPORT_ERROR_DAMAGED },
    { "SQLite format 3\0nonsense", 24, BJT_IMPORT_ERROR_DAMAGED },
    { "\320\317\021\340\241\261\032\341nonsense", -1, BJT_IMPORT_ERROR_DAMAGED },
    { "\1\2\3\4\5\0\0\1\2\3\1\2\3\4\5\6", 16, BJT_IMPORT_ERROR_UNSUPPORTED },
    { "<kml><Placemark>", -1, BJT_IMPORT_ERROR_DAMAGED },
    { "<svg/>", -1, BJT_IMPORT_ERROR_UNSUPPORTED },
    { "{\"type\": \"Feature", -1, BJT_IMPORT_ERROR_DAMAGED },
    { "%PDF-1.7", -1, BJT_IMPORT_ERROR_UNSUPPORTED },
    { "some words", -1, BJT_IMPORT_ERROR_NO_REGISTER },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *path = put_file (self, "a", cases[i].text, cases[i].length);

      g_test_message ("case %" G_GSIZE_FORMAT, i);
      assert_refused (path, cases[i].code);
    }
  assert_refused (self->folder, BJT_IMPORT_ERROR_UNSUPPORTED);
  assert_refused ("/no/such/file", BJT_IMPORT_ERROR_FAILED);
}

/* Helpers gone wrong */

static void
assert_helper_fails (Fixture    *self,
                     const char *script,
                     int         code)
{
  g_autofree char            *text = g_strconcat ("#!/bin/sh\n", script, "\n", NULL);
  g_autofree char            *helper = put_file (self, "helper", text, -1);
  g_autoptr (BjtImportReader) reader = bjt_import_reader_new ("some.csv");
  g_auto (Seen)               seen = { .text = g_string_new (NULL) };

  g_assert_cmpint (g_chmod (helper, 0755), ==, 0);
  bjt_import_reader_set_helper (reader, helper);
  bjt_import_reader_set_limits (reader, 1, 100);
  g_assert_false (bjt_import_reader_run (reader, see_cb, &seen, NULL, &seen.error));
  g_assert_error (seen.error, BJT_IMPORT_ERROR, code);
}

static void
test_wrong_helper (Fixture      *self,
                   gconstpointer data)
{
  assert_helper_fails (self, "kill -SEGV $$", BJT_IMPORT_ERROR_CRASHED);
  assert_helper_fails (self, "kill -KILL $$", BJT_IMPORT_ERROR_LIMIT);
  assert_helper_fails (self, "exit 0", BJT_IMPORT_ERROR_CRASHED);
  assert_helper_fails (self, "exec sleep 60", BJT_IMPORT_ERROR_LIMIT);
  assert_helper_fails (self, "exec yes", BJT_IMPORT_ERROR_PROTOCOL);
  assert_helper_fails (self, "printf '\\004\\000\\000\\000\\001\\00" G_STRINGIFY (BJT_FRAME_VERSION) "\\000\\000\\000'", BJT_IMPORT_ERROR_CRASHED);
  assert_helper_fails (self, "printf '\\004\\000\\000\\000\\001\\077\\000\\000\\000'; exec sleep 60", BJT_IMPORT_ERROR_PROTOCOL);
}

static void
test_no_helper (Fixture      *self,
                gconstpointer data)
{
  g_autoptr (BjtImportReader) reader = bjt_import_reader_new ("some.csv");
  g_autoptr (GError)          error = NULL;

  bjt_import_reader_set_helper (reader, "/no/such/program");
  g_assert_false (bjt_import_reader_run (reader, see_cb, NULL, NULL, &error));
  g_assert_error (error, BJT_IMPORT_ERROR, BJT_IMPORT_ERROR_FAILED);
}

static gboolean
cancel_cb (const BjtDraft *draft,
           gpointer        user_data,
           GError        **error)
{
  g_cancellable_cancel (user_data);
  return TRUE;
}

static gboolean
refuse_cb (const BjtDraft *draft,
           gpointer        user_data,
           GError        **error)
{
  g_set_error_literal (error, G_IO_ERROR, G_IO_ERROR_NO_SPACE, "full");
  return FALSE;
}

static void
progress_cb (guint64  done,
             guint64  total,
             gpointer user_data)
{
  g_assert_cmpuint (done, <=, total);
  ++*(guint *) user_data;
}

static char *
put_long_csv (Fixture *self)
{
  g_autoptr (GString) text = g_string_new ("楼号,房号\n");

  for (int i = 0; i < 60000; i++)
    g_string_append_printf (text, "%d,%d\n", i / 100, i % 100);
  return put_file (self, "long.csv", text->str, -1);
}

static void
test_cancel (Fixture      *self,
             gconstpointer data)
{
  g_autofree char            *path = put_long_csv (self);
  g_autoptr (BjtImportReader) reader = bjt_import_reader_new (path);
  g_autoptr (GCancellable)    cancellable = g_cancellable_new ();
  g_autoptr (GError)          error = NULL;

  g_assert_false (bjt_import_reader_run (reader, cancel_cb, cancellable, cancellable, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
}

static void
test_progress (Fixture      *self,
               gconstpointer data)
{
  g_autofree char            *path = put_long_csv (self);
  g_autoptr (BjtImportReader) reader = bjt_import_reader_new (path);
  g_auto (Seen)               seen = { .text = g_string_new (NULL) };
  guint                       n = 0;

  bjt_import_reader_set_progress (reader, progress_cb, &n);
  g_assert_true (bjt_import_reader_run (reader, see_cb, &seen, NULL, &seen.error));
  g_assert_cmpuint (n, >, 0);
  g_assert_cmpuint (seen.n, ==, 60002);
}

static void
test_refusing_caller (Fixture      *self,
                      gconstpointer data)
{
  g_autofree char            *path = put_long_csv (self);
  g_autoptr (BjtImportReader) reader = bjt_import_reader_new (path);
  g_autoptr (GError)          error = NULL;

  g_assert_false (bjt_import_reader_run (reader, refuse_cb, NULL, NULL, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_NO_SPACE);
}

#define ADD(path, func) g_test_add ("/import/reader/" path, Fixture, NULL, set_up, func, tear_down)

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  ADD ("xlsx", test_xlsx);
  ADD ("xlsx-missing-string", test_xlsx_missing_string);
  ADD ("xlsx-entities", test_xlsx_entities);
  ADD ("fods", test_fods);
  ADD ("ods-bomb", test_ods_bomb);
  ADD ("csv", test_csv);
  ADD ("column-map", test_column_map);
  ADD ("osm", test_osm);
  ADD ("osm-bad", test_osm_bad);
  ADD ("geojson", test_geojson);
  ADD ("projected", test_projected);
  ADD ("kmz", test_kmz);
  ADD ("refused", test_refused);
  ADD ("wrong-helper", test_wrong_helper);
  ADD ("no-helper", test_no_helper);
  ADD ("cancel", test_cancel);
  ADD ("progress", test_progress);
  ADD ("refusing-caller", test_refusing_caller);
  return g_test_run ();
}
