/* test-form-fields.c: what a form asks for is seen as a person sees it. */
#include "form/bjt-form-mapping.h"

static void
add (BjtFormBlock *block,
     guint32       row,
     guint32       column,
     guint32       n_columns,
     const char   *text)
{
  BjtFormCell cell = { row, column, 1, n_columns, *text != '\0' ? BJT_FORM_CELL_TEXT : BJT_FORM_CELL_BLANK, TRUE, (char *) text };

  bjt_form_block_add_cell (block, &cell);
}

/* A title, labels beside cells, rows that repeat, a line for the signature. */
static BjtFormSketch *
new_sketch (guint n_ready)
{
  static const char *const header[] = { "姓名", "与户主关系", "身份证号" };
  BjtFormSketch           *sketch = bjt_form_sketch_new (BJT_FORM_XLSX);
  BjtFormBlock            *block = bjt_form_sketch_add_block (sketch, BJT_FORM_BLOCK_SHEET, "表");

  add (block, 0, 0, 4, "家庭情况登记表");
  add (block, 1, 0, 1, "户主");
  add (block, 1, 1, 1, "");
  add (block, 1, 2, 1, "特长");
  add (block, 1, 3, 1, "");
  for (guint c = 0; c < 3; c++)
    add (block, 2, c, 1, header[c]);
  for (guint r = 0; r < n_ready; r++)
    for (guint c = 0; c < 3; c++)
      add (block, 3 + r, c, 1, "");
  add (block, 3 + n_ready, 0, 4, "填报单位：____ 填表日期：  年 月 日 依据民发〔2026〕1号 {{grid}}");
  bjt_form_block_finish (block);
  return sketch;
}

static const BjtFormField *
find (const BjtFormFields *fields,
      const char          *id)
{
  for (guint i = 0; i < fields->fields->len; i++)
    if (g_str_equal (bjt_form_fields_get (fields, i)->id, id))
      return bjt_form_fields_get (fields, i);
  return NULL;
}

static int
get_guess (const BjtFormFields *fields,
           const char          *id)
{
  const BjtFormField *field = find (fields, id);

  g_assert_true (field != NULL);
  return field != NULL ? field->guess : G_MAXINT;
}

static int
get_kind (const BjtFormFields *fields,
          const char          *id)
{
  const BjtFormField *field = find (fields, id);

  return field != NULL ? field->kind : G_MAXINT;
}

static void
test_found (void)
{
  g_autoptr (BjtFormSketch) sketch = new_sketch (4);
  g_autoptr (BjtFormFields) fields = bjt_form_fields_new (sketch);

  g_assert_cmpuint (fields->tables->len, ==, 1);
  g_assert_cmpuint (g_array_index (fields->tables, BjtFormTable, 0).n_ready, ==, 4);
  g_assert_cmpint (get_guess (fields, "姓名"), ==, BJT_FORM_NAME);
  g_assert_cmpint (get_guess (fields, "户主"), ==, BJT_FORM_HEAD_NAME);
  g_assert_cmpint (get_kind (fields, "户主"), ==, BJT_FORM_FIELD_CELL);
  g_assert_cmpint (get_guess (fields, "特长"), ==, BJT_FORM_NOTHING);
  g_assert_cmpint (get_kind (fields, "填报单位"), ==, BJT_FORM_FIELD_LINE);
  g_assert_cmpint (get_guess (fields, "填表日期"), ==, BJT_FORM_TODAY);
  g_assert_cmpint (get_guess (fields, "grid"), ==, BJT_FORM_GRID);
  g_assert_null (find (fields, "2026"));
}

/* How many rows stand ready is not what makes it the same form. */
static void
test_fingerprint (void)
{
  g_autoptr (BjtFormSketch) november = new_sketch (4), december = new_sketch (9);
  g_autoptr (BjtFormFields) one = bjt_form_fields_new (november), other = bjt_form_fields_new (december);

  g_assert_cmpstr (one->fingerprint, ==, other->fingerprint);
}

static void
test_travel (void)
{
  g_autoptr (BjtFormSketch) sketch = new_sketch (2);
  g_autoptr (GBytes)        bytes = bjt_form_sketch_to_bytes (sketch);
  g_autoptr (BjtFormSketch) arrived = bjt_form_sketch_new_from_bytes (bytes);
  gsize                     size;
  const char               *data = g_bytes_get_data (bytes, &size);

  g_assert_nonnull (arrived);
  g_assert_cmpuint (bjt_form_sketch_get_block (arrived, 0)->cells->len, ==, bjt_form_sketch_get_block (sketch, 0)->cells->len);
  for (gsize n = 0; n < size; n++)
    {
      g_autoptr (GBytes)        cut = g_bytes_new (data, n);
      g_autoptr (BjtFormSketch) damaged = bjt_form_sketch_new_from_bytes (cut);
    }
}

static void
test_mapping (void)
{
  g_autoptr (BjtFormSketch)  sketch = new_sketch (2);
  g_autoptr (BjtFormFields)  fields = bjt_form_fields_new (sketch);
  g_autoptr (BjtFormMapping) mapping = bjt_form_mapping_new_guess (fields);
  g_autoptr (BjtFormMapping) kept = NULL;
  g_autoptr (GError)         error = NULL;
  g_autofree char           *json = NULL;

  g_assert_cmpint (mapping->rows, ==, BJT_FORM_ROWS_PEOPLE);
  g_assert_true (bjt_form_mapping_change (mapping, fields, "特长=workplace; 户主= ", &error));
  g_assert_no_error (error);
  g_assert_false (bjt_form_mapping_change (mapping, fields, "籍贯=name", &error));
  json = bjt_form_mapping_to_json (mapping);
  kept = bjt_form_mapping_new_from_json (json);
  g_assert_cmpint (bjt_form_mapping_get (kept, find (fields, "特长")), ==, BJT_FORM_WORKPLACE);
  g_assert_cmpint (bjt_form_mapping_get (kept, find (fields, "户主")), ==, BJT_FORM_NOTHING);
  g_assert_cmpint (bjt_form_mapping_get (kept, find (fields, "姓名")), ==, BJT_FORM_NAME);
  g_assert_null (bjt_form_mapping_new_from_json ("{\"rows\":\"cats\"}"));
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/form/fields/found", test_found);
  g_test_add_func ("/form/fields/fingerprint", test_fingerprint);
  g_test_add_func ("/form/sketch/travel", test_travel);
  g_test_add_func ("/form/mapping/kept", test_mapping);
  return g_test_run ();
}
