/* bjt-form-plan.c: lists of texts, and their way to the helper process as a
 * GVariant. */
#include "bjt-form-plan.h"

#include <string.h>

#define PLAN_TYPE "(xa(uuuuusy)a(uuuys)a(uuuauaa(ys)))"

void
bjt_form_value_clear (BjtFormValue *self)
{
  g_clear_pointer (&self->text, g_free);
}

void
bjt_form_ticks_add (GString             *ticks,
                    const BjtFormSplice *splice)
{
  g_string_append_printf (ticks, "%u %u %u %s\n", splice->start, splice->length, splice->tick, splice->text);
}

gboolean
bjt_form_ticks_next (const char   **at,
                     BjtFormSplice *splice,
                     char         **text)
{
  guint64     numbers[3];
  const char *end;
  char       *rest;

  for (gsize i = 0; i < G_N_ELEMENTS (numbers); i++)
    {
      numbers[i] = g_ascii_strtoull (*at, &rest, 10);
      if (rest == *at || *rest != ' ' || numbers[i] > G_MAXUINT32)
        return FALSE;
      *at = rest + 1;
    }
  end = strchr (*at, '\n');
  if (end == NULL)
    return FALSE;
  splice->start = (guint32) numbers[0];
  splice->length = (guint32) numbers[1];
  splice->tick = (guint8) numbers[2];
  *text = g_strndup (*at, (gsize) (end - *at));
  splice->text = *text;
  *at = end + 1;
  return TRUE;
}

static void
rows_free (gpointer data)
{
  BjtFormRows *self = data;

  g_ptr_array_unref (self->rows);
  g_array_unref (self->columns);
  g_free (self);
}

BjtFormPlan *
bjt_form_plan_new (void)
{
  BjtFormPlan *self = g_new0 (BjtFormPlan, 1);

  self->strings = g_ptr_array_new_with_free_func (g_free);
  self->splices = g_array_new (FALSE, FALSE, sizeof (BjtFormSplice));
  self->entries = g_array_new (FALSE, FALSE, sizeof (BjtFormEntry));
  self->tables = g_ptr_array_new_with_free_func (rows_free);
  return self;
}

void
bjt_form_plan_free (BjtFormPlan *self)
{
  if (self == NULL)
    return;
  g_ptr_array_unref (self->strings);
  g_array_unref (self->splices);
  g_array_unref (self->entries);
  g_ptr_array_unref (self->tables);
  g_free (self);
}

static const char *
keep (BjtFormPlan *self,
      const char  *text)
{
  char *copy = g_strdup (text != NULL ? text : "");

  g_ptr_array_add (self->strings, copy);
  return copy;
}

void
bjt_form_plan_splice (BjtFormPlan         *self,
                      const BjtFormSplice *splice)
{
  BjtFormSplice copy = *splice;

  copy.text = keep (self, splice->text);
  g_array_append_val (self->splices, copy);
}

void
bjt_form_plan_enter (BjtFormPlan        *self,
                     const BjtFormEntry *entry)
{
  BjtFormEntry copy = *entry;

  copy.text = keep (self, entry->text);
  g_array_append_val (self->entries, copy);
}

BjtFormRows *
bjt_form_plan_add_rows (BjtFormPlan *self,
                        guint32      block,
                        guint32      first_row,
                        guint32      n_ready)
{
  BjtFormRows *rows = g_new0 (BjtFormRows, 1);

  rows->block = block;
  rows->first_row = first_row;
  rows->n_ready = n_ready;
  rows->rows = g_ptr_array_new_with_free_func ((GDestroyNotify) g_array_unref);
  rows->columns = g_array_new (FALSE, FALSE, sizeof (guint32));
  g_ptr_array_add (self->tables, rows);
  return rows;
}

GArray *
bjt_form_rows_add (BjtFormRows *self)
{
  GArray *row = g_array_new (FALSE, TRUE, sizeof (BjtFormValue));

  g_array_set_clear_func (row, (GDestroyNotify) bjt_form_value_clear);
  g_ptr_array_add (self->rows, row);
  return row;
}

static int
compare_splices (gconstpointer a,
                 gconstpointer b)
{
  const BjtFormSplice *one = a, *other = b;

  if (one->block != other->block)
    return one->block < other->block ? -1 : 1;
  if (one->row != other->row)
    return one->row < other->row ? -1 : 1;
  if (one->column != other->column)
    return one->column < other->column ? -1 : 1;
  return one->start > other->start ? -1 : one->start < other->start;
}

static int
compare_tables (gconstpointer a,
                gconstpointer b)
{
  const BjtFormRows *one = *(BjtFormRows *const *) a, *other = *(BjtFormRows *const *) b;

  if (one->block != other->block)
    return one->block < other->block ? -1 : 1;
  return one->first_row > other->first_row ? -1 : one->first_row < other->first_row;
}

void
bjt_form_plan_finish (BjtFormPlan *self)
{
  g_array_sort (self->splices, compare_splices);
  g_ptr_array_sort (self->tables, compare_tables);
}

/* Travelling */

static void
add_rows (GVariantBuilder   *builder,
          const BjtFormRows *rows)
{
  g_variant_builder_open (builder, G_VARIANT_TYPE ("(uuuauaa(ys))"));
  g_variant_builder_add (builder, "u", rows->block);
  g_variant_builder_add (builder, "u", rows->first_row);
  g_variant_builder_add (builder, "u", rows->n_ready);
  g_variant_builder_add_value (builder, g_variant_new_fixed_array (G_VARIANT_TYPE_UINT32, rows->columns->data, rows->columns->len, sizeof (guint32)));
  g_variant_builder_open (builder, G_VARIANT_TYPE ("aa(ys)"));
  for (guint r = 0; r < rows->rows->len; r++)
    {
      const GArray *values = rows->rows->pdata[r];

      g_variant_builder_open (builder, G_VARIANT_TYPE ("a(ys)"));
      for (guint i = 0; i < values->len; i++)
        {
          const BjtFormValue *value = &g_array_index (values, BjtFormValue, i);

          g_variant_builder_add (builder, "(ys)", value->kind, value->text != NULL ? value->text : "");
        }
      g_variant_builder_close (builder);
    }
  g_variant_builder_close (builder);
  g_variant_builder_close (builder);
}

GBytes *
bjt_form_plan_to_bytes (const BjtFormPlan *self)
{
  g_autoptr (GVariant) variant = NULL;
  GVariantBuilder      builder;

  g_variant_builder_init (&builder, G_VARIANT_TYPE (PLAN_TYPE));
  g_variant_builder_add (&builder, "x", self->made_at);
  g_variant_builder_open (&builder, G_VARIANT_TYPE ("a(uuuuusy)"));
  for (guint i = 0; i < self->splices->len; i++)
    {
      const BjtFormSplice *splice = &g_array_index (self->splices, BjtFormSplice, i);

      g_variant_builder_add (&builder, "(uuuuusy)", splice->block, splice->row, splice->column, splice->start, splice->length, splice->text, splice->tick);
    }
  g_variant_builder_close (&builder);
  g_variant_builder_open (&builder, G_VARIANT_TYPE ("a(uuuys)"));
  for (guint i = 0; i < self->entries->len; i++)
    {
      const BjtFormEntry *entry = &g_array_index (self->entries, BjtFormEntry, i);

      g_variant_builder_add (&builder, "(uuuys)", entry->block, entry->row, entry->column, entry->kind, entry->text);
    }
  g_variant_builder_close (&builder);
  g_variant_builder_open (&builder, G_VARIANT_TYPE ("a(uuuauaa(ys))"));
  for (guint i = 0; i < self->tables->len; i++)
    add_rows (&builder, self->tables->pdata[i]);
  g_variant_builder_close (&builder);
  variant = g_variant_ref_sink (g_variant_builder_end (&builder));
  return g_variant_get_data_as_bytes (variant);
}

static gboolean
take_rows (BjtFormRows  *self,
           GVariantIter *rows)
{
  GVariantIter *values;
  gboolean      is_good = TRUE;

  while (is_good && g_variant_iter_next (rows, "a(ys)", &values))
    {
      GArray      *row = bjt_form_rows_add (self);
      BjtFormValue value;

      while (g_variant_iter_next (values, "(ys)", &value.kind, &value.text))
        g_array_append_val (row, value);
      is_good = row->len == self->columns->len;
      g_variant_iter_free (values);
    }
  return is_good;
}

static gboolean
take_tables (BjtFormPlan  *self,
             GVariantIter *tables)
{
  GVariantIter *columns, *rows;
  guint32       block, first, n_ready, column;
  gboolean      is_good = TRUE;

  while (is_good && g_variant_iter_next (tables, "(uuuauaa(ys))", &block, &first, &n_ready, &columns, &rows))
    {
      BjtFormRows *one = bjt_form_plan_add_rows (self, block, first, n_ready);

      while (g_variant_iter_next (columns, "u", &column))
        g_array_append_val (one->columns, column);
      is_good = take_rows (one, rows);
      g_variant_iter_free (columns);
      g_variant_iter_free (rows);
    }
  return is_good;
}

/**
 * bjt_form_plan_new_from_bytes:
 *
 * Returns: (transfer full) (nullable): NULL where the bytes are no plan
 */
BjtFormPlan *
bjt_form_plan_new_from_bytes (GBytes *bytes)
{
  g_autoptr (GVariant)     variant = g_variant_ref_sink (g_variant_new_from_bytes (G_VARIANT_TYPE (PLAN_TYPE), bytes, FALSE));
  g_autoptr (BjtFormPlan)  self = bjt_form_plan_new ();
  g_autoptr (GVariantIter) splices = NULL, entries = NULL, tables = NULL;
  BjtFormSplice            splice;
  BjtFormEntry             entry;

  if (!g_variant_is_normal_form (variant))
    return NULL;
  g_variant_get (variant, PLAN_TYPE, &self->made_at, &splices, &entries, &tables);
  while (g_variant_iter_next (splices, "(uuuuu&sy)", &splice.block, &splice.row, &splice.column, &splice.start, &splice.length, &splice.text, &splice.tick))
    bjt_form_plan_splice (self, &splice);
  while (g_variant_iter_next (entries, "(uuuy&s)", &entry.block, &entry.row, &entry.column, &entry.kind, &entry.text))
    bjt_form_plan_enter (self, &entry);
  return take_tables (self, tables) ? g_steal_pointer (&self) : NULL;
}
