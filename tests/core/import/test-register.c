/* test-register.c: from sheets to rows: what is joined, carried, skipped and
 * found wrong. */
#include "import/bjt-csv-reader.h"
#include "import/bjt-import-error.h"
#include "import/bjt-import-report.h"
#include "import/bjt-register.h"

#include <string.h>

typedef struct
{
  GPtrArray       *rows; /* "sheet:row field=text … !code@column" */
  BjtImportReport *report;
} Seen;

static char *
describe_row (const BjtRegisterRowDraft *row)
{
  GString *text = g_string_new (NULL);

  g_string_append_printf (text, "%s:%u", row->sheet, row->row);
  for (guint i = 0; i < BJT_REGISTER_N_FIELDS; i++)
    if (row->fields[i] != NULL)
      g_string_append_printf (text, " %s=%s", bjt_register_field_get_name (i), row->fields[i]);
  for (guint i = 0; i < row->n_issues; i++)
    g_string_append_printf (text, " !%s@%s", row->issues[i].code, row->issues[i].column != NULL ? row->issues[i].column : "");
  return g_string_free (text, FALSE);
}

static gboolean
see_cb (const BjtDraft *draft,
        gpointer        user_data,
        GError        **error)
{
  Seen *seen = user_data;

  bjt_import_report_add_draft (seen->report, draft);
  if (draft->kind == BJT_DRAFT_REGISTER_ROW)
    g_ptr_array_add (seen->rows, describe_row (&draft->row));
  return TRUE;
}

static BjtTable *
table_of (const char *name,
          const char *text)
{
  BjtCsvResult result;
  BjtTable    *table;

  g_assert_true (bjt_csv_read (g_strdup (text), strlen (text), name, &result, NULL));
  table = g_steal_pointer (&result.table);
  bjt_csv_result_clear (&result);
  return table;
}

static void
seen_clear (Seen *self)
{
  g_clear_pointer (&self->rows, g_ptr_array_unref);
  g_clear_pointer (&self->report, bjt_import_report_free);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Seen, seen_clear)

/* Takes the tables. */
static void
read_tables (Seen        *seen,
             GPtrArray   *tables,
             const char  *map,
             GError     **error)
{
  g_autoptr (BjtColumnOverride) override = map != NULL ? bjt_column_override_new_from_json (map, NULL) : NULL;

  seen->rows = g_ptr_array_new_with_free_func (g_free);
  seen->report = bjt_import_report_new ("t");
  bjt_register_read (tables, override, see_cb, seen, error);
  g_ptr_array_unref (tables);
}

static void
read_one (Seen       *seen,
          const char *text)
{
  GPtrArray         *tables = g_ptr_array_new_with_free_func ((GDestroyNotify) bjt_table_free);
  g_autoptr (GError) error = NULL;

  g_ptr_array_add (tables, table_of ("", text));
  read_tables (seen, tables, NULL, &error);
  g_assert_no_error (error);
}

static void
assert_row (const Seen *seen,
            guint       index,
            const char *expected)
{
  g_assert_cmpuint (index, <, seen->rows->len);
  g_assert_cmpstr (seen->rows->pdata[index], ==, expected);
}

static void
test_plain (void)
{
  g_auto (Seen) seen = { 0 };

  read_one (&seen, "楼号,单元,房号,姓名,身份证号,手机号\n3,2,501,王淑兰,22249919560312001x,15400000012\n");
  g_assert_cmpuint (seen.rows->len, ==, 1);
  assert_row (&seen, 0, ":2 building=3 entrance=2 door=501 person_name=王淑兰 sex=男 birth_date=1956-03-12 id_number=22249919560312001X phone=15400000012");
}

static void
test_tidies (void)
{
  g_auto (Seen) seen = { 0 };

  read_one (&seen, "楼号,房号,姓名,手机号\n ３号楼　,５０１,  王 淑兰 ,154－0000—0012\n");
  assert_row (&seen, 0, ":2 building=3 door=501 person_name=王 淑兰 phone=154-0000-0012");
}

static void
test_ditto (void)
{
  g_auto (Seen) seen = { 0 };

  read_one (&seen, "楼号,房号,姓名\n3,501,甲某\n同上,同上,乙某\n〃,502,丙某\n");
  assert_row (&seen, 1, ":3 building=3 door=501 person_name=乙某");
  assert_row (&seen, 2, ":4 building=3 door=502 person_name=丙某");
}

static void
test_ditto_first (void)
{
  g_auto (Seen) seen = { 0 };

  read_one (&seen, "楼号,房号,姓名\n同上,501,甲某\n");
  assert_row (&seen, 0, ":2 door=501 person_name=甲某 !ditto-without-value@A");
}

static void
test_members_below_head (void)
{
  g_auto (Seen) seen = { 0 };

  read_one (&seen, "小区,楼号,房号,姓名,与户主关系\n山水宜家,3,501,甲某,户主\n,,,乙某,妻\n,,,丙某,户主\n,3,502,丁某,户主\n,,,戊某,子\n");
  assert_row (&seen, 1, ":3 compound=山水宜家 building=3 door=501 person_name=乙某 relation=妻 !place-carried@");
  assert_row (&seen, 2, ":4 person_name=丙某 relation=户主 !no-place@");
  assert_row (&seen, 4, ":6 building=3 door=502 person_name=戊某 relation=子 !place-carried@");
}

static void
test_skipped_rows (void)
{
  g_auto (Seen) seen = { 0 };

  read_one (&seen, "楼号,房号,姓名,,说明\n3,501,甲某,,请一定看下面说明\n,,,,楼号填数字\n说明：按户填写,,,,\n楼号,房号,姓名,,\n合计,1,,,\n4,101,乙某,,\n");
  g_assert_cmpuint (seen.rows->len, ==, 2);
  g_assert_cmpuint (bjt_import_report_get_count (seen.report, "skipped_rows"), ==, 4);
  assert_row (&seen, 1, ":7 building=4 door=101 person_name=乙某");
}

static void
test_issues (void)
{
  static const struct
  {
    const char *row, *issues;
  } cases[] = {
    { "3,501,甲某,男,,4.4E+17,", "!id-damaged@F" },
    { "3,501,甲某,男,,110105194912310021,", "!id-bad-check-digit@F" },
    { "3,501,甲某,男,,11010519491231002X,", "!sex-contradicts-id@D" },
    { "3,501,甲某,女,1950-01-01,11010519491231002X,", "!birth-date-contradicts-id@E" },
    { "3,501,甲某,女,1949.12.31,11010519491231002X,", NULL },
    { "3,501,甲某,不详,,,", "!sex-unknown@D" },
    { "3,501,甲某,男,1950年13月1日,,", "!birth-date-unreadable@E" },
    { "3,501,甲某,男,20637,,", "!birth-date-from-number@E" },
    { "3,501,甲某,男,,,1.54E+10", "!phone-damaged@G" },
    { "3,501,甲某,男,,,12345", "!phone-shape@G" },
    { "3,501,甲某,男,,,0433-8800000", NULL },
    { "3,501,甲某,男,,,15400000001/15400000002", NULL },
    { "3,501,,男,,11010519491231002X,", "!sex-contradicts-id@D !no-name@C" },
    { ",,甲某,男,,,", "!no-place@" },
    { "3,501,甲某,男,,E12345678,", "!id-other-document@F" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_auto (Seen)    seen = { 0 };
      g_autofree char *text = g_strdup_printf ("楼号,房号,姓名,性别,出生日期,身份证号,电话\n%s\n", cases[i].row);
      const char      *row;

      read_one (&seen, text);
      g_assert_cmpuint (seen.rows->len, ==, 1);
      row = strstr (seen.rows->pdata[0], " !");
      g_test_message ("%s", cases[i].row);
      g_assert_cmpstr (row != NULL ? row + 1 : NULL, ==, cases[i].issues);
    }
}

static void
test_damaged_is_not_kept (void)
{
  g_auto (Seen) seen = { 0 };

  read_one (&seen, "楼号,房号,姓名,身份证号\n3,501,甲某,4.40524E+17\n");
  g_assert_null (strstr (seen.rows->pdata[0], "id_number="));
  g_assert_cmpuint (bjt_import_report_get_n_problems_of (seen.report, BJT_SEVERITY_WARNING), ==, 1);
}

static void
test_join (void)
{
  GPtrArray         *tables = g_ptr_array_new_with_free_func ((GDestroyNotify) bjt_table_free);
  g_auto (Seen)      seen = { 0 };
  g_autoptr (GError) error = NULL;

  g_ptr_array_add (tables, table_of ("楼栋单元", "楼栋号,单元编号,总层数,是否有电梯\n1,1,33,有\n9,1,6,无\n"));
  g_ptr_array_add (tables, table_of ("业主信息", "编号,业主名称,性别,手机号,业主编号\n1,甲某,男,15400000001,A1\n2,乙某,女,15400000002,A2\n3,丙某,女,15400000003,A3\n"));
  g_ptr_array_add (tables, table_of ("费用", "费用编号,费用类型\n1,物业费\n"));
  g_ptr_array_add (tables, table_of ("房屋信息", "房屋编号,楼栋编号,单元编号,业主编号\n101,1,1,A2\n102,1,1,\n103,1,1,A1\n104,1,1,A1\n"));
  read_tables (&seen, tables, NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (seen.rows->len, ==, 6);
  assert_row (&seen, 0, "房屋信息:2 building=1 entrance=1 door=101 person_name=乙某 sex=女 phone=15400000002 owner_key=A2 total_levels=33 elevator=有");
  assert_row (&seen, 1, "房屋信息:3 building=1 entrance=1 door=102 total_levels=33 elevator=有");
  assert_row (&seen, 3, "房屋信息:5 building=1 entrance=1 door=104 person_name=甲某 sex=男 phone=15400000001 owner_key=A1 total_levels=33 elevator=有");
  assert_row (&seen, 4, "业主信息:4 person_name=丙某 sex=女 phone=15400000003 owner_key=A3 !no-place@");
  assert_row (&seen, 5, "楼栋单元:3 building=9 entrance=1 total_levels=6 elevator=无");
}

static void
test_chosen_sheet (void)
{
  GPtrArray         *tables = g_ptr_array_new_with_free_func ((GDestroyNotify) bjt_table_free);
  g_auto (Seen)      seen = { 0 };
  g_autoptr (GError) error = NULL;

  g_ptr_array_add (tables, table_of ("甲", "楼号,房号\n1,101\n"));
  g_ptr_array_add (tables, table_of ("乙", "楼号,房号\n2,201\n"));
  read_tables (&seen, tables, "{\"sheet\": \"乙\"}", &error);
  g_assert_no_error (error);
  g_assert_cmpuint (seen.rows->len, ==, 1);
  assert_row (&seen, 0, "乙:2 building=2 door=201");
}

static void
test_no_register (void)
{
  GPtrArray         *tables = g_ptr_array_new_with_free_func ((GDestroyNotify) bjt_table_free);
  g_auto (Seen)      seen = { 0 };
  g_autoptr (GError) error = NULL;

  g_ptr_array_add (tables, table_of ("x", "a,b\n1,2\n"));
  read_tables (&seen, tables, NULL, &error);
  g_assert_error (error, BJT_IMPORT_ERROR, BJT_IMPORT_ERROR_NO_REGISTER);
}

static void
test_report (void)
{
  g_auto (Seen)           seen = { 0 };
  const BjtImportProblem *problem;
  g_autofree char        *json = NULL;

  read_one (&seen, "楼号,房号,姓名,电话\n3,501,甲某,12345\n");
  g_assert_cmpuint (bjt_import_report_get_count (seen.report, "rows"), ==, 1);
  g_assert_cmpuint (bjt_import_report_get_n_problems (seen.report), ==, 1);
  problem = bjt_import_report_get_problem (seen.report, 0);
  g_assert_cmpstr (problem->file, ==, "t");
  g_assert_cmpuint (problem->row, ==, 2);
  g_assert_cmpstr (problem->column, ==, "D");
  g_assert_cmpstr (problem->code, ==, "phone-shape");
  json = bjt_import_report_to_json (seen.report);
  g_assert_nonnull (strstr (json, "\"phone-shape\""));
  g_assert_null (strstr (json, "12345"));
}

static void
test_place_in_parts (void)
{
  g_auto (Seen) seen = { 0 };

  read_one (&seen, "住址,楼号,单元,房号,姓名\n"
                   "山水宜家三号楼二单元501室,,,,甲\n"
                   "山水宜家3号楼,,2单元,502,乙\n"
                   ",三号楼,0,门市2,丙\n");
  assert_row (&seen, 0, ":2 address=山水宜家三号楼二单元501室 compound=山水宜家 building=3 entrance=2 door=501 person_name=甲");
  assert_row (&seen, 1, ":3 address=山水宜家3号楼 compound=山水宜家 building=3 entrance=2 door=502 person_name=乙");
  assert_row (&seen, 2, ":4 building=3 door=门市2 person_name=丙");
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/import/register/plain", test_plain);
  g_test_add_func ("/import/register/tidies", test_tidies);
  g_test_add_func ("/import/register/ditto", test_ditto);
  g_test_add_func ("/import/register/ditto-first", test_ditto_first);
  g_test_add_func ("/import/register/members-below-head", test_members_below_head);
  g_test_add_func ("/import/register/skipped-rows", test_skipped_rows);
  g_test_add_func ("/import/register/issues", test_issues);
  g_test_add_func ("/import/register/damaged-is-not-kept", test_damaged_is_not_kept);
  g_test_add_func ("/import/register/join", test_join);
  g_test_add_func ("/import/register/chosen-sheet", test_chosen_sheet);
  g_test_add_func ("/import/register/no-register", test_no_register);
  g_test_add_func ("/import/register/report", test_report);
  g_test_add_func ("/import/register/place-in-parts", test_place_in_parts);
  return g_test_run ();
}
