/* bjt-form-fill.c: a value in the midst of a text is written as a person writes it,
 * a day with its words; one that has a cell to itself keeps its kind. */
#include "bjt-form-fill.h"

#include "base/bjt-date.h"
#include "bjt-form-choices.h"

/* The item of a field, where something is to be written. */
static int
get_item (const BjtFormFields  *fields,
          const BjtFormMapping *mapping,
          guint                 index,
          gboolean              in_table)
{
  const BjtFormField *field = bjt_form_fields_get (fields, index);

  return (field->table >= 0) == in_table ? bjt_form_mapping_get (mapping, field) : BJT_FORM_NOTHING;
}

gboolean
bjt_form_fill_has_rows (const BjtFormFields  *fields,
                        const BjtFormMapping *mapping)
{
  for (guint i = 0; i < fields->fields->len; i++)
    if (get_item (fields, mapping, i, TRUE) != BJT_FORM_NOTHING)
      return TRUE;
  return FALSE;
}

/**
 * bjt_form_fill_find_single:
 *
 * Returns: (transfer none) (nullable): the first of them
 */
const BjtFormField *
bjt_form_fill_find_single (const BjtFormFields  *fields,
                           const BjtFormMapping *mapping)
{
  for (guint i = 0; i < fields->fields->len; i++)
    {
      int item = get_item (fields, mapping, i, FALSE);

      if (item != BJT_FORM_NOTHING && bjt_form_words_get_about ((BjtFormItem) item) != BJT_FORM_ABOUT_COMMUNITY
          && !bjt_form_words_is_shared ((BjtFormItem) item))
        return bjt_form_fields_get (fields, i);
    }
  return NULL;
}

static void
write_date_in_words (BjtFormValue *value)
{
  BjtDate date = bjt_date_parse (value->text);
  int     year, month, day;

  if (value->kind != BJT_FORM_VALUE_DATE || date == BJT_DATE_NONE)
    return;
  bjt_date_get_ymd (date, &year, &month, &day);
  g_free (value->text);
  value->text = g_strdup_printf ("%d年%d月%d日", year, month, day);
}

/* What all rows have in common, if they do. */
static void
get_shared (const BjtFormFill *self,
            BjtFormItem        item,
            BjtFormValue      *value)
{
  for (guint r = 0; r < self->n_rows; r++)
    {
      BjtFormValue other = { 0 };
      gboolean     is_same;

      self->func (item, r, r == 0 ? value : &other, self->user_data);
      is_same = r == 0 || g_strcmp0 (value->text, other.text) == 0;
      bjt_form_value_clear (&other);
      if (!is_same)
        {
          bjt_form_value_clear (value);
          value->kind = BJT_FORM_VALUE_NONE;
          return;
        }
    }
}

static void
get_single (const BjtFormFill *self,
            BjtFormItem        item,
            BjtFormValue      *value)
{
  if (bjt_form_words_get_about (item) == BJT_FORM_ABOUT_COMMUNITY)
    self->func (item, BJT_FORM_NO_ROW, value, self->user_data);
  else if (self->single != BJT_FORM_NO_ROW)
    self->func (item, self->single, value, self->user_data);
  else if (bjt_form_words_is_shared (item))
    get_shared (self, item, value);
}

/* Boxes */

/* The box with the index, from the last to the first; FALSE: it stays as it is. */
static gboolean
choose_tick (const BjtFormFill  *self,
             const BjtFormField *field,
             const GArray       *ticks,
             guint               index,
             BjtFormSplice      *splice)
{
  const BjtFormBox *box = &g_array_index (field->boxes, BjtFormBox, index);

  splice->start = box->start;
  splice->length = box->length;
  splice->tick = g_array_index (ticks, guint8, index);
  splice->text = splice->tick == BJT_FORM_TICK_ON ? self->fields->tick : field->open_box;
  return splice->tick != BJT_FORM_TICK_NONE;
}

static void
plan_boxes (const BjtFormFill  *self,
            BjtFormPlan        *plan,
            const BjtFormField *field,
            BjtFormItem         item)
{
  g_autoptr (GArray) ticks = NULL;
  BjtFormValue       value = { 0 };
  BjtFormSplice      splice = { .block = field->block, .row = field->row, .column = field->column };

  get_single (self, item, &value);
  ticks = bjt_form_choices_decide (field->boxes, (int) item, value.text);
  for (guint i = 0; i < ticks->len; i++)
    if (choose_tick (self, field, ticks, i, &splice))
      bjt_form_plan_splice (plan, &splice);
  bjt_form_value_clear (&value);
}

/* The value of a column whose cells hold boxes becomes their ticks. */
static void
tick_boxes (const BjtFormFill  *self,
            const BjtFormField *field,
            int                 item,
            BjtFormValue       *value)
{
  g_autoptr (GArray) ticks = bjt_form_choices_decide (field->boxes, item, value->text);
  GString           *text = g_string_new (NULL);
  BjtFormSplice      splice = { 0 };

  for (guint i = ticks->len; i > 0; i--)
    if (choose_tick (self, field, ticks, i - 1, &splice))
      bjt_form_ticks_add (text, &splice);
  bjt_form_value_clear (value);
  value->kind = BJT_FORM_VALUE_TICKS;
  value->text = g_string_free (text, FALSE);
}

static void
plan_single (const BjtFormFill  *self,
             BjtFormPlan        *plan,
             const BjtFormField *field,
             BjtFormItem         item)
{
  BjtFormValue value = { 0 };

  if (field->kind == BJT_FORM_FIELD_BOXES)
    {
      plan_boxes (self, plan, field, item);
      return;
    }
  get_single (self, item, &value);
  if (field->kind == BJT_FORM_FIELD_CELL || (field->kind == BJT_FORM_FIELD_MARK && field->is_whole))
    {
      BjtFormEntry entry = { field->block, field->row, field->column, value.kind, value.text };

      bjt_form_plan_enter (plan, &entry);
    }
  else
    {
      BjtFormSplice splice = { field->block, field->row, field->column, field->start, field->length, NULL };
      g_autofree char *text = NULL;

      write_date_in_words (&value);
      text = g_strconcat (value.text != NULL ? value.text : "", field->is_followed ? "  " : NULL, NULL);
      splice.text = text;
      if (value.text != NULL || field->kind == BJT_FORM_FIELD_MARK)
        bjt_form_plan_splice (plan, &splice);
    }
  bjt_form_value_clear (&value);
}

static void
plan_table (const BjtFormFill *self,
            BjtFormPlan       *plan,
            guint              index)
{
  const BjtFormTable *table = &g_array_index (self->fields->tables, BjtFormTable, index);
  g_autoptr (GArray)  items = g_array_new (FALSE, FALSE, sizeof (int));
  g_autoptr (GPtrArray) columns = g_ptr_array_new (); /* BjtFormField */
  BjtFormRows        *rows = NULL;

  for (guint i = 0; i < self->fields->fields->len; i++)
    {
      const BjtFormField *field = bjt_form_fields_get (self->fields, i);
      int                 item = field->table == (int) index ? bjt_form_mapping_get (self->mapping, field) : BJT_FORM_NOTHING;

      if (item == BJT_FORM_NOTHING && (field->boxes != NULL || field->table != (int) index || table->header_row != table->first_row))
        continue; /* but a mark that says nothing goes */
      if (rows == NULL)
        rows = bjt_form_plan_add_rows (plan, table->block, table->first_row, table->n_ready);
      g_array_append_val (rows->columns, field->column);
      g_array_append_val (items, item);
      g_ptr_array_add (columns, (gpointer) field);
    }
  for (guint r = 0; rows != NULL && r < self->n_rows; r++)
    {
      GArray *values = bjt_form_rows_add (rows);

      for (guint i = 0; i < items->len; i++)
        {
          int          item = g_array_index (items, int, i);
          BjtFormValue value = { 0 };

          if (item != BJT_FORM_NOTHING)
            self->func ((BjtFormItem) item, bjt_form_words_get_about ((BjtFormItem) item) == BJT_FORM_ABOUT_COMMUNITY ? BJT_FORM_NO_ROW : r, &value, self->user_data);
          if (((const BjtFormField *) columns->pdata[i])->boxes != NULL)
            tick_boxes (self, columns->pdata[i], item, &value);
          g_array_append_val (values, value);
        }
    }
}

/**
 * bjt_form_fill_plan:
 *
 * Returns: (transfer full):
 */
BjtFormPlan *
bjt_form_fill_plan (const BjtFormFill *self)
{
  BjtFormPlan *plan = bjt_form_plan_new ();

  for (guint i = 0; i < self->fields->fields->len; i++)
    {
      int item = get_item (self->fields, self->mapping, i, FALSE);

      if (item != BJT_FORM_NOTHING)
        plan_single (self, plan, bjt_form_fields_get (self->fields, i), (BjtFormItem) item);
    }
  for (guint t = 0; t < self->fields->tables->len; t++)
    plan_table (self, plan, t);
  bjt_form_plan_finish (plan);
  return plan;
}
