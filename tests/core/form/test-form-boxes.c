/* test-form-boxes.c: boxes are found with the words that belong to them, and ticked
 * as the value says. */
#include "form/bjt-form-choices.h"
#include "form/bjt-form-fields.h"
#include "form/bjt-form-mapping.h"
#include "form/bjt-form-names.h"

/* "label: a, b | label: c" */
static char *
dup_groups (const char *text)
{
  g_autoptr (GPtrArray) groups = bjt_form_boxes_find (text);
  GString              *out = g_string_new (NULL);

  for (guint i = 0; i < groups->len; i++)
    {
      const BjtFormBoxes *group = groups->pdata[i];

      g_string_append_printf (out, "%s%s:", i > 0 ? " | " : "", group->label != NULL ? group->label : "");
      for (guint b = 0; b < group->boxes->len; b++)
        {
          const BjtFormBox *box = &g_array_index (group->boxes, BjtFormBox, b);

          g_assert_true (bjt_form_boxes_is_box (text + box->start));
          g_string_append_printf (out, "%s%s", b > 0 ? "," : "", box->option);
        }
    }
  return g_string_free (out, FALSE);
}

static void
test_found (void)
{
  static const struct
  {
    const char *text, *groups;
  } cases[] = {
    { "□男 □女", ":男,女" },
    { "性别：□男□女", "性别:男,女" },
    { "男□ 女☐", ":男,女" },
    { "是否低保：是□ 否□", "是否低保:是,否" },
    { "是否低保 □是 □否  是否残疾 □是 □否", "是否低保:是,否 | 是否残疾:是,否" },
    { "姓名：____ 性别：□男 □女 婚姻：□已婚 □未婚", "性别:男,女 | 婚姻:已婚,未婚" },
    { "人员类别（可多选）：\n□低保 □ 残疾（等级：__）\n□其他：____", "人员类别（可多选）:低保,残疾（等级：__）,其他" },
    { "低保□\n残疾□", ":低保,残疾" },
    { "☑男 □女", ":男,女" },
    { "□低保、□残疾、□无", ":低保,残疾,无" },
    { "□", ":" },
    { "■ 基本情况", "" },
    { "没有", "" },
    { "申报表（请在□内打√）", "" },
    { "在“□”中打√。□中共党员", "在“□”中打√:中共党员" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *found = dup_groups (cases[i].text);

      g_assert_cmpstr (found, ==, cases[i].groups);
    }
}

/* As it looks afterwards: + ticked, - not, . as it was. */
static char *
dup_ticks (const char *text,
           int         item,
           const char *value)
{
  g_autoptr (GPtrArray) groups = bjt_form_boxes_find (text);
  const GArray         *boxes = ((BjtFormBoxes *) groups->pdata[0])->boxes;
  g_autoptr (GArray)    ticks = bjt_form_choices_decide (boxes, item, value);
  GString              *out = g_string_new (NULL);

  for (guint i = 0; i < ticks->len; i++)
    g_string_append_c (out, ".+-"[g_array_index (ticks, guint8, i)]);
  return g_string_free (out, FALSE);
}

static void
test_decided (void)
{
  static const struct
  {
    const char *text;
    BjtFormItem item;
    const char *value, *ticks;
  } cases[] = {
    { "□男 □女", BJT_FORM_SEX, "女", "-+" },
    { "□男性 □女性", BJT_FORM_SEX, "男", "+-" },
    { "□男 □女", BJT_FORM_SEX, NULL, ".." },
    { "□男 □女", BJT_FORM_SEX, "", ".." },
    { "□汉族 □其他____", BJT_FORM_ETHNIC, "回族", "-+" },
    { "□1 □10", BJT_FORM_DOOR, "10", "-+" },
    { "□低保 □残疾 □无 □爱好者", BJT_FORM_CATEGORIES, "低保、党员", "+--." },
    { "□低保边缘 □低保", BJT_FORM_CATEGORIES, "低保边缘", "+-" },
    { "□低保 □残疾 □无", BJT_FORM_CATEGORIES, "", "--+" },
    { "□精神障碍 □低保", BJT_FORM_CATEGORIES, "低保", ".+" },
    { "□志愿者 □低保", BJT_FORM_CATEGORIES, "志愿者", "+-" },
    { "□是 □否", BJT_FORM_NAME, "否", "-+" },
    { "□有 □无", BJT_FORM_PHONE, "13900000000", "+-" },
    { "□有 □无", BJT_FORM_PHONE, "", "-+" },
    { "□低保户", BJT_FORM_NAME, "是", "+" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *found = dup_ticks (cases[i].text, (int) cases[i].item, cases[i].value);

      g_assert_cmpstr (found, ==, cases[i].ticks);
    }
}

static const char *
guess (const char *label,
       const char *text)
{
  g_autoptr (GPtrArray) groups = bjt_form_boxes_find (text);
  int                   item = bjt_form_choices_guess (label, ((BjtFormBoxes *) groups->pdata[0])->boxes);

  return item != BJT_FORM_NOTHING ? bjt_form_words_get_key ((BjtFormItem) item) : "";
}

static void
test_guessed (void)
{
  g_assert_cmpstr (guess ("性别", "□男 □女"), ==, "sex");
  g_assert_cmpstr (guess (NULL, "□男 □女"), ==, "sex");
  g_assert_cmpstr (guess ("是否低保", "□是 □否"), ==, "category:low_income");
  g_assert_cmpstr (guess ("是否残疾家庭", "□是 □否"), ==, "household_category:disability");
  g_assert_cmpstr (guess ("有无电梯", "□有 □无"), ==, "");
  g_assert_cmpstr (guess (NULL, "□低保 □残疾"), ==, "categories");
  g_assert_cmpstr (guess ("家庭类别", "□低保 □残疾"), ==, "household_categories");
  g_assert_cmpstr (guess ("满意度", "□好 □差"), ==, "");
  g_assert_cmpint (bjt_form_words_find_key ("category:"), ==, BJT_FORM_NOTHING);
  g_assert_cmpstr (bjt_form_words_get_category ((BjtFormItem) bjt_form_words_find_key ("household_category:veteran")), ==, "veteran");
  g_assert_null (bjt_form_words_get_category (BJT_FORM_NAME));
}

/* Boxes in the rows of a table are a column's. */
static void
test_column (void)
{
  static const char *const texts[][3] = { { "姓名", "性别", "是否低保" }, { "", "□男 □女", "是□否□" }, { "", "□男 □女", "是□否□" } };
  g_autoptr (BjtFormSketch)  sketch = bjt_form_sketch_new (BJT_FORM_DOCX);
  BjtFormBlock              *block = bjt_form_sketch_add_block (sketch, BJT_FORM_BLOCK_TABLE, "");
  g_autoptr (BjtFormFields)  fields = NULL;

  for (guint32 r = 0; r < G_N_ELEMENTS (texts); r++)
    for (guint32 c = 0; c < 3; c++)
      {
        BjtFormCell cell = { r, c, 1, 1, *texts[r][c] != '\0' ? BJT_FORM_CELL_TEXT : BJT_FORM_CELL_BLANK, TRUE, (char *) texts[r][c] };

        bjt_form_block_add_cell (block, &cell);
      }
  bjt_form_block_finish (block);
  fields = bjt_form_fields_new (sketch);
  g_assert_cmpuint (fields->fields->len, ==, 3);
  g_assert_cmpuint (g_array_index (fields->tables, BjtFormTable, 0).n_ready, ==, 2);
  g_assert_cmpint (bjt_form_fields_get (fields, 1)->guess, ==, BJT_FORM_SEX);
  g_assert_cmpuint (bjt_form_fields_get (fields, 1)->boxes->len, ==, 2);
  g_assert_cmpstr (bjt_form_words_get_key ((BjtFormItem) bjt_form_fields_get (fields, 2)->guess), ==, "category:low_income");
  g_assert_cmpstr (fields->tick, ==, "☑");
}

static void
test_names (void)
{
  g_autoptr (GHashTable) taken = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  const BjtFormNameParts parts = { 7, 1200, "甲/乙 3-2", "第1网格", NULL, "张三", "2026-11-22", "form" };
  static const struct
  {
    const char *pattern, *name;
  } cases[] = {
    { "{number} {address}", "0007 甲-乙 3-2" }, { "{number} {address}", "0007 甲-乙 3-2 (2)" }, { "{household}", "0007" },
    { "..{form}..", "form" }, { "FORM", "FORM (2)" }, { "{grid}/{day}", "第1网格-2026-11-22" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *name = bjt_form_names_make (cases[i].pattern, &parts, taken);

      g_assert_cmpstr (name, ==, cases[i].name);
    }
  g_assert_true (bjt_form_names_check ("{number}-{name}", NULL));
  g_assert_false (bjt_form_names_check ("{nom", NULL));
  g_assert_true (bjt_form_names_is_personal ("{name}"));
  g_assert_false (bjt_form_names_is_personal ("{number} {address} {grid} {day} {form}"));
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/form/boxes/found", test_found);
  g_test_add_func ("/form/choices/decided", test_decided);
  g_test_add_func ("/form/choices/guessed", test_guessed);
  g_test_add_func ("/form/fields/box-column", test_column);
  g_test_add_func ("/form/names/made", test_names);
  return g_test_run ();
}
