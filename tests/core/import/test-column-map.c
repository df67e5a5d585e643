/* test-column-map.c: headers as registers have them, and maps that say otherwise. */
#include "import/bjt-column-map.h"
#include "import/bjt-csv-reader.h"
#include "import/bjt-import-error.h"

#include <string.h>

static BjtCsvResult
read_text (const char *text)
{
  BjtCsvResult       result;
  g_autoptr (GError) error = NULL;

  g_assert_true (bjt_csv_read (g_strdup (text), strlen (text), "t", &result, &error));
  g_assert_no_error (error);
  return result;
}

static void
test_words (void)
{
  static const struct
  {
    const char *header;
    int         field; /* -1: none */
  } cases[] = {
    { "姓名", BJT_REGISTER_PERSON_NAME },
    { " 业主 姓名* ", BJT_REGISTER_PERSON_NAME },
    { "户主姓名", BJT_REGISTER_HEAD_NAME },
    { "与户主关系", BJT_REGISTER_RELATION },
    { "身份证号码（18位）", BJT_REGISTER_ID_NUMBER },
    { "公民身份号码", BJT_REGISTER_ID_NUMBER },
    { "联系电话：", BJT_REGISTER_PHONE },
    { "楼栋编号", BJT_REGISTER_BUILDING },
    { "单元", BJT_REGISTER_ENTRANCE },
    { "房间", BJT_REGISTER_DOOR },
    { "房屋楼层", BJT_REGISTER_LEVEL },
    { "建筑面积(㎡)", BJT_REGISTER_AREA },
    { "现住址", BJT_REGISTER_ADDRESS },
    { "户籍地址", BJT_REGISTER_HUKOU_ADDRESS },
    { "本人手机号1", BJT_REGISTER_PHONE },
    { "网格员姓名", BJT_REGISTER_STAFF_NAME },
    { "Person_Name", BJT_REGISTER_PERSON_NAME },
    { "紧急联系人电话", -1 },
    { "配偶身份证号", -1 },
    { "车牌号", -1 },
    { "费用", -1 },
    { "", -1 },
    { "(必填)", -1 },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      BjtRegisterField field;
      int              score;
      gboolean         known = bjt_column_map_match_header (cases[i].header, &field, &score);

      g_test_message ("%s", cases[i].header);
      g_assert_cmpint (known ? (int) field : -1, ==, cases[i].field);
    }
}

static void
test_title_above (void)
{
  g_auto (BjtCsvResult) csv = read_text ("江北社区居民登记表,,,\n填表日期：2026年5月,,,\n序号,姓名,楼号,房号\n1,王淑兰,3,501\n");
  g_auto (BjtColumnMap) map = { 0 };

  g_assert_true (bjt_column_map_init (&map, csv.table, NULL, NULL));
  g_assert_cmpuint (map.header_row, ==, 3);
  g_assert_cmpuint (map.first_data_row, ==, 3);
  g_assert_cmpint (map.columns[BJT_REGISTER_PERSON_NAME], ==, 1);
  g_assert_cmpint (map.columns[BJT_REGISTER_BUILDING], ==, 2);
  g_assert_cmpint (map.columns[BJT_REGISTER_DOOR], ==, 3);
  g_assert_cmpint (map.fields[0], ==, -1);
  g_assert_cmpint (map.role, ==, BJT_SHEET_REGISTER);
}

static void
test_two_rows (void)
{
  g_auto (BjtCsvResult) csv = read_text ("户主,户主,住房,住房,住房,备注\n姓名,身份证号,楼号,单元,房号,备注\n李明,11010519491231002X,3,2,501,\n");
  g_auto (BjtColumnMap) map = { 0 };

  g_assert_true (bjt_column_map_init (&map, csv.table, NULL, NULL));
  g_assert_cmpuint (map.header_row, ==, 2);
  g_assert_cmpint (map.columns[BJT_REGISTER_PERSON_NAME], ==, 0);
  g_assert_cmpint (map.columns[BJT_REGISTER_ID_NUMBER], ==, 1);
  g_assert_cmpint (map.columns[BJT_REGISTER_DOOR], ==, 4);
  g_assert_cmpint (map.columns[BJT_REGISTER_REMARKS], ==, 5);
}

static void
test_split_header (void)
{
  g_auto (BjtCsvResult) csv = read_text ("姓名,性别,住址,住址,住址\n姓名,性别,楼号,单元,房号\n李明,男,3,2,501\n");
  g_auto (BjtColumnMap) map = { 0 };

  g_assert_true (bjt_column_map_init (&map, csv.table, NULL, NULL));
  g_assert_cmpuint (map.header_row, ==, 2);
  g_assert_cmpint (map.columns[BJT_REGISTER_BUILDING], ==, 2);
}

static void
test_duplicate (void)
{
  g_auto (BjtCsvResult) csv = read_text ("姓名,电话1,联系电话,手机,楼号,房号\n李明,1,2,3,4,5\n");
  g_auto (BjtColumnMap) map = { 0 };

  g_assert_true (bjt_column_map_init (&map, csv.table, NULL, NULL));
  g_assert_cmpint (map.columns[BJT_REGISTER_PHONE], ==, 2);
  g_assert_cmpstr (map.reasons[1], ==, "duplicate");
  g_assert_cmpstr (map.reasons[2], ==, "header");
  g_assert_cmpstr (map.reasons[3], ==, "duplicate");
}

static void
test_override (void)
{
  g_auto (BjtCsvResult)         csv = read_text ("甲,乙,姓名\nx,y,z\n");
  g_autoptr (BjtColumnOverride) override = bjt_column_override_new_from_json (
      "{\"header_row\": 1, \"columns\": {\"A\": \"address\", \"乙\": \"person_name\", \"C\": null}}", NULL);
  g_auto (BjtColumnMap)         map = { 0 };

  g_assert_nonnull (override);
  g_assert_true (bjt_column_map_init (&map, csv.table, override, NULL));
  g_assert_cmpint (map.columns[BJT_REGISTER_ADDRESS], ==, 0);
  g_assert_cmpint (map.columns[BJT_REGISTER_PERSON_NAME], ==, 1);
  g_assert_cmpint (map.fields[2], ==, -1);
  g_assert_cmpstr (map.reasons[0], ==, "map");
}

static void
test_no_header (void)
{
  g_auto (BjtCsvResult)         csv = read_text ("山水宜家3-2-501,李明\n山水宜家3-2-502,王芳\n");
  g_autoptr (BjtColumnOverride) override = bjt_column_override_new_from_json (
      "{\"header_row\": 0, \"columns\": {\"A\": \"address\", \"B\": \"person_name\"}}", NULL);
  g_auto (BjtColumnMap)         map = { 0 };

  g_assert_true (bjt_column_map_init (&map, csv.table, override, NULL));
  g_assert_cmpuint (map.first_data_row, ==, 0);
  g_assert_cmpint (map.role, ==, BJT_SHEET_REGISTER);
}

static void
test_bad_override (void)
{
  static const char *const maps[] = {
    "", "[]", "{\"columns\": 1}", "{\"columns\": {\"A\": \"no_such_field\"}}", "{\"columns\": {\"A\": 3}}",
    "{\"header_row\": -1}", "{\"header_row\": \"1\"}", "{\"nonsense\": 1}",
  };

  for (gsize i = 0; i < G_N_ELEMENTS (maps); i++)
    {
      g_autoptr (GError) error = NULL;

      g_assert_null (bjt_column_override_new_from_json (maps[i], &error));
      g_assert_error (error, BJT_IMPORT_ERROR, BJT_IMPORT_ERROR_COLUMN_MAP);
    }
}

static void
test_override_misses (void)
{
  static const char *const maps[] = { "{\"columns\": {\"Z\": \"address\"}}", "{\"columns\": {\"没有\": \"address\"}}", "{\"header_row\": 99}" };
  g_auto (BjtCsvResult)    csv = read_text ("姓名,住址\nx,y\n");

  for (gsize i = 0; i < G_N_ELEMENTS (maps); i++)
    {
      g_autoptr (BjtColumnOverride) override = bjt_column_override_new_from_json (maps[i], NULL);
      g_auto (BjtColumnMap)         map = { 0 };
      g_autoptr (GError)            error = NULL;

      g_assert_false (bjt_column_map_init (&map, csv.table, override, &error));
      g_assert_error (error, BJT_IMPORT_ERROR, BJT_IMPORT_ERROR_COLUMN_MAP);
    }
}

static void
test_not_a_register (void)
{
  static const char *const tables[] = { "id,value\n1,2\n", "费用编号,费用类型\n1,物业费\n", "停车场编号,面积,业主编号\n1,2,3\n", "" };

  for (gsize i = 0; i < G_N_ELEMENTS (tables); i++)
    {
      g_auto (BjtCsvResult) csv = read_text (tables[i]);
      g_auto (BjtColumnMap) map = { 0 };

      g_assert_true (bjt_column_map_init (&map, csv.table, NULL, NULL));
      g_assert_cmpint (map.role, ==, BJT_SHEET_SKIPPED);
    }
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/import/columns/words", test_words);
  g_test_add_func ("/import/columns/title-above", test_title_above);
  g_test_add_func ("/import/columns/two-rows", test_two_rows);
  g_test_add_func ("/import/columns/split-header", test_split_header);
  g_test_add_func ("/import/columns/duplicate", test_duplicate);
  g_test_add_func ("/import/columns/override", test_override);
  g_test_add_func ("/import/columns/no-header", test_no_header);
  g_test_add_func ("/import/columns/bad-override", test_bad_override);
  g_test_add_func ("/import/columns/override-misses", test_override_misses);
  g_test_add_func ("/import/columns/not-a-register", test_not_a_register);
  return g_test_run ();
}
