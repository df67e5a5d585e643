/* fuzz-form.c: any bytes are a form that is looked through and filled, or are
 * refused; any text is walked as a formula. */
#include "bjt-form-file.h"
#include "bjt-sheet-refs.h"
#include "form/bjt-form-fields.h"
#include "form/bjt-form-plan.h"

int LLVMFuzzerTestOneInput (const guint8 *data, gsize size);

static void
try_formula (const char *text)
{
  static const BjtRowGrowth growth = { "Sheet1", 5, 9, 10 };
  g_autofree char          *grown = bjt_sheet_refs_grow (text, "Sheet1", &growth, BJT_REFS_AREAS);
  g_autofree char          *moved = bjt_sheet_refs_move (grown, 3, -2);

  g_autofree char          *shifted = bjt_sheet_refs_shift (moved, 1, 20, 4);

  g_assert_nonnull (shifted);
}

static void
fill (GBytes              *form,
      const BjtFormFields *fields)
{
  g_autoptr (BjtFormPlan) plan = bjt_form_plan_new ();
  g_autoptr (GBytes)      order = NULL, filled = NULL;

  for (guint i = 0; i < fields->fields->len; i++)
    {
      const BjtFormField *field = bjt_form_fields_get (fields, i);
      BjtFormSplice       splice = { field->block, field->row, field->column, field->start, field->length, "x", BJT_FORM_TICK_NONE };
      BjtFormEntry        entry = { field->block, field->row, field->column, BJT_FORM_VALUE_DATE, "2026-11-22" };

      bjt_form_plan_splice (plan, &splice);
      bjt_form_plan_enter (plan, &entry);
      for (guint b = 0; field->boxes != NULL && b < field->boxes->len; b++)
        {
          splice.start = g_array_index (field->boxes, BjtFormBox, b).start;
          splice.length = g_array_index (field->boxes, BjtFormBox, b).length;
          splice.tick = BJT_FORM_TICK_ON;
          splice.text = fields->tick;
          bjt_form_plan_splice (plan, &splice);
        }
    }
  for (guint i = 0; i < fields->tables->len; i++)
    {
      const BjtFormTable *table = &g_array_index (fields->tables, BjtFormTable, i);
      BjtFormRows        *rows = bjt_form_plan_add_rows (plan, table->block, table->first_row, table->n_ready);

      for (guint r = 0; r < table->n_ready + 3 && r < 100; r++)
        bjt_form_rows_add (rows);
    }
  bjt_form_plan_finish (plan);
  order = bjt_form_plan_to_bytes (plan);
  filled = bjt_form_file_fill (form, order, NULL);
}

int
LLVMFuzzerTestOneInput (const guint8 *data,
                        gsize         size)
{
  g_autoptr (GBytes)        form = g_bytes_new (data, size);
  g_autofree char          *text = g_utf8_make_valid ((const char *) data, (gssize) size);
  g_autoptr (GBytes)        bytes = bjt_form_file_sketch (form, NULL);
  g_autoptr (BjtFormSketch) sketch = bytes != NULL ? bjt_form_sketch_new_from_bytes (bytes) : NULL;
  g_autoptr (BjtFormFields) fields = sketch != NULL ? bjt_form_fields_new (sketch) : NULL;

  g_assert_true (bytes == NULL || sketch != NULL);
  if (fields != NULL)
    fill (form, fields);
  try_formula (text);
  return 0;
}
