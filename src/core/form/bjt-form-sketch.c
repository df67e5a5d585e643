/* bjt-form-sketch.c: cells are kept sorted and found by bisection; a place that a
 * merged cell covers is looked up in a table of rows that such cells reach into.
 *
 * The bytes are a GVariant that is checked through and through: the sender has
 * read hostile files. */
#include "bjt-form-sketch.h"

#define SKETCH_TYPE "(ya(ysa(uuuuyys)))"

static void
block_free (gpointer data)
{
  BjtFormBlock *self = data;

  g_free (self->name);
  g_array_unref (self->cells);
  g_free (self);
}

static void
clear_cell (gpointer data)
{
  g_free (((BjtFormCell *) data)->text);
}

BjtFormSketch *
bjt_form_sketch_new (BjtFormFormat format)
{
  BjtFormSketch *self = g_new0 (BjtFormSketch, 1);

  self->format = format;
  self->blocks = g_ptr_array_new_with_free_func (block_free);
  return self;
}

void
bjt_form_sketch_free (BjtFormSketch *self)
{
  if (self == NULL)
    return;
  g_ptr_array_unref (self->blocks);
  g_free (self);
}

BjtFormBlock *
bjt_form_sketch_add_block (BjtFormSketch   *self,
                           BjtFormBlockKind kind,
                           const char      *name)
{
  BjtFormBlock *block = g_new0 (BjtFormBlock, 1);

  block->name = g_strdup (name);
  block->kind = (guint8) kind;
  block->cells = g_array_new (FALSE, FALSE, sizeof (BjtFormCell));
  g_array_set_clear_func (block->cells, clear_cell);
  g_ptr_array_add (self->blocks, block);
  return block;
}

void
bjt_form_block_add_cell (BjtFormBlock      *self,
                         const BjtFormCell *cell)
{
  BjtFormCell copy = *cell;

  copy.text = g_strdup (cell->text != NULL ? cell->text : "");
  g_array_append_val (self->cells, copy);
}

static int
compare_cells (gconstpointer a,
               gconstpointer b)
{
  const BjtFormCell *one = a, *other = b;

  if (one->row != other->row)
    return one->row < other->row ? -1 : 1;
  return one->column < other->column ? -1 : one->column > other->column;
}

void
bjt_form_block_finish (BjtFormBlock *self)
{
  g_array_sort (self->cells, compare_cells);
  self->n_rows = 0;
  self->n_columns = 0;
  for (guint i = 0; i < self->cells->len; i++)
    {
      const BjtFormCell *cell = &g_array_index (self->cells, BjtFormCell, i);

      self->n_rows = MAX (self->n_rows, cell->row + cell->n_rows);
      self->n_columns = MAX (self->n_columns, cell->column + cell->n_columns);
    }
}

static gboolean
covers (const BjtFormCell *cell,
        guint32            row,
        guint32            column)
{
  return row >= cell->row && row - cell->row < cell->n_rows && column >= cell->column && column - cell->column < cell->n_columns;
}

/* The first cell that does not stand before the place. */
static guint
bisect (const BjtFormBlock *self,
        guint32             row,
        guint32             column)
{
  const BjtFormCell wanted = { .row = row, .column = column };
  guint             low = 0, high = self->cells->len;

  while (low < high)
    {
      guint middle = low + (high - low) / 2;

      if (compare_cells (&g_array_index (self->cells, BjtFormCell, middle), &wanted) < 0)
        low = middle + 1;
      else
        high = middle;
    }
  return low;
}

/**
 * bjt_form_block_find_cell:
 *
 * Looks at the cells of the row first, then at those above, of which merged ones
 * may reach down: not further than a form is likely to merge.
 */
const BjtFormCell *
bjt_form_block_find_cell (const BjtFormBlock *self,
                          guint32             row,
                          guint32             column)
{
  static const guint32 reach = 64;
  guint                last = bisect (self, row, column);

  if (last < self->cells->len)
    {
      const BjtFormCell *cell = &g_array_index (self->cells, BjtFormCell, last);

      if (cell->row == row && cell->column == column)
        return cell;
    }
  for (guint i = last; i > 0; i--)
    {
      const BjtFormCell *cell = &g_array_index (self->cells, BjtFormCell, i - 1);

      if (covers (cell, row, column))
        return cell;
      if (row - cell->row > reach)
        break;
    }
  return NULL;
}

/* Travelling */

GBytes *
bjt_form_sketch_to_bytes (const BjtFormSketch *self)
{
  g_autoptr (GVariant) variant = NULL;
  GVariantBuilder      builder;

  g_variant_builder_init (&builder, G_VARIANT_TYPE (SKETCH_TYPE));
  g_variant_builder_add (&builder, "y", (guint8) self->format);
  g_variant_builder_open (&builder, G_VARIANT_TYPE ("a(ysa(uuuuyys))"));
  for (guint b = 0; b < self->blocks->len; b++)
    {
      const BjtFormBlock *block = bjt_form_sketch_get_block (self, b);

      g_variant_builder_open (&builder, G_VARIANT_TYPE ("(ysa(uuuuyys))"));
      g_variant_builder_add (&builder, "y", block->kind);
      g_variant_builder_add (&builder, "s", block->name);
      g_variant_builder_open (&builder, G_VARIANT_TYPE ("a(uuuuyys)"));
      for (guint i = 0; i < block->cells->len; i++)
        {
          const BjtFormCell *cell = &g_array_index (block->cells, BjtFormCell, i);

          g_variant_builder_add (&builder, "(uuuuyys)", cell->row, cell->column, cell->n_rows, cell->n_columns,
                                 cell->kind, cell->is_boxed, cell->text);
        }
      g_variant_builder_close (&builder);
      g_variant_builder_close (&builder);
    }
  g_variant_builder_close (&builder);
  variant = g_variant_ref_sink (g_variant_builder_end (&builder));
  return g_variant_get_data_as_bytes (variant);
}

static gboolean
is_sane (const BjtFormCell *cell)
{
  return cell->kind < BJT_N_FORM_CELL_KINDS && cell->n_rows > 0 && cell->n_columns > 0
         && cell->row < BJT_FORM_MAX_ROWS && cell->n_rows <= BJT_FORM_MAX_ROWS
         && cell->column < BJT_FORM_MAX_COLUMNS && cell->n_columns <= BJT_FORM_MAX_COLUMNS;
}

static gboolean
take_cells (BjtFormBlock *block,
            GVariantIter *cells)
{
  BjtFormCell cell = { 0 };

  while (g_variant_iter_next (cells, "(uuuuyy&s)", &cell.row, &cell.column, &cell.n_rows, &cell.n_columns, &cell.kind, &cell.is_boxed, &cell.text))
    {
      if (!is_sane (&cell) || block->cells->len >= BJT_FORM_MAX_CELLS)
        return FALSE;
      bjt_form_block_add_cell (block, &cell);
    }
  bjt_form_block_finish (block);
  return TRUE;
}

/**
 * bjt_form_sketch_new_from_bytes:
 *
 * Returns: (transfer full) (nullable): NULL where the bytes are no sketch
 */
BjtFormSketch *
bjt_form_sketch_new_from_bytes (GBytes *bytes)
{
  g_autoptr (GVariant)      variant = g_variant_ref_sink (g_variant_new_from_bytes (G_VARIANT_TYPE (SKETCH_TYPE), bytes, FALSE));
  g_autoptr (BjtFormSketch) self = NULL;
  g_autoptr (GVariantIter)  blocks = NULL;
  GVariantIter             *cells;
  guint8                    format, kind;
  const char               *name;
  gboolean                  is_good = TRUE;

  if (!g_variant_is_normal_form (variant))
    return NULL;
  g_variant_get (variant, "(ya(ysa(uuuuyys)))", &format, &blocks);
  if (format >= BJT_N_FORM_FORMATS)
    return NULL;
  self = bjt_form_sketch_new ((BjtFormFormat) format);
  while (is_good && g_variant_iter_next (blocks, "(y&sa(uuuuyys))", &kind, &name, &cells))
    {
      is_good = kind < BJT_N_FORM_BLOCK_KINDS && take_cells (bjt_form_sketch_add_block (self, (BjtFormBlockKind) kind, name), cells);
      g_variant_iter_free (cells);
    }
  return is_good ? g_steal_pointer (&self) : NULL;
}
