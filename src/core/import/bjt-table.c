/* bjt-table.c: rows of cells whose text lives in blocks that the table owns.
 *
 * Filled row by row, then only read. Rows may differ in length and trailing
 * empty cells and rows are dropped. Every limit is checked while filling, so
 * that a hostile file ends as an error and not as a full memory. */
#include "bjt-table.h"

#include "bjt-import-error.h"

#include <string.h>

#define BLOCK_SIZE (256 * 1024)

struct _BjtTable
{
  /* Owned */
  char      *name;
  GPtrArray *blocks;
  GArray    *rows;    /* BjtTableRow */
  GArray    *pending; /* BjtCell: the row being filled */

  /* State */
  char   *at;
  gsize   left;
  guint64 n_bytes;
  guint64 n_cells;
  guint   n_columns;
  guint32 pending_number;
};

static const BjtCell empty_cell = { "", 0, BJT_CELL_EMPTY };

/**
 * bjt_table_new:
 * @name: (nullable): of the sheet
 */
BjtTable *
bjt_table_new (const char *name)
{
  BjtTable *self = g_new0 (BjtTable, 1);

  self->name = g_strdup (name != NULL ? name : "");
  self->blocks = g_ptr_array_new_with_free_func (g_free);
  self->rows = g_array_new (FALSE, FALSE, sizeof (BjtTableRow));
  self->pending = g_array_new (FALSE, FALSE, sizeof (BjtCell));
  return self;
}

void
bjt_table_free (BjtTable *self)
{
  g_ptr_array_unref (self->blocks);
  g_array_unref (self->rows);
  g_array_unref (self->pending);
  g_free (self->name);
  g_free (self);
}

const char *
bjt_table_get_name (const BjtTable *self)
{
  return self->name;
}

guint
bjt_table_get_n_rows (const BjtTable *self)
{
  return self->rows->len;
}

guint
bjt_table_get_n_columns (const BjtTable *self)
{
  return self->n_columns;
}

const BjtTableRow *
bjt_table_get_row (const BjtTable *self,
                   guint           index)
{
  return &g_array_index (self->rows, BjtTableRow, index);
}

/**
 * bjt_table_get_cell:
 * @row: index of the row, below the number of rows
 * @column: any column, from 0
 *
 * Returns: (transfer none): the cell; an empty one where the row is shorter
 */
const BjtCell *
bjt_table_get_cell (const BjtTable *self,
                    guint           row,
                    guint           column)
{
  const BjtTableRow *at = &g_array_index (self->rows, BjtTableRow, row);

  return column < at->n_cells ? &at->cells[column] : &empty_cell;
}

/**
 * bjt_table_alloc:
 *
 * Returns: (transfer none): memory that lives as long as the table
 */
char *
bjt_table_alloc (BjtTable *self,
                 gsize     size)
{
  gsize aligned = (size + 7) & ~(gsize) 7;
  char *memory;

  if (aligned > self->left)
    {
      self->left = MAX (aligned, BLOCK_SIZE);
      self->at = g_malloc (self->left);
      g_ptr_array_add (self->blocks, self->at);
    }
  memory = self->at;
  self->at += aligned;
  self->left -= aligned;
  self->n_bytes += aligned;
  return memory;
}

/**
 * bjt_table_take_block:
 * @block: (transfer full): text that cells will point into
 */
void
bjt_table_take_block (BjtTable *self,
                      char     *block,
                      gsize     size)
{
  g_ptr_array_add (self->blocks, block);
  self->n_bytes += size;
}

static gboolean
check_limits (BjtTable *self,
              guint     column,
              GError  **error)
{
  if (column >= BJT_TABLE_MAX_COLUMNS)
    g_set_error (error, BJT_IMPORT_ERROR, BJT_IMPORT_ERROR_LIMIT, "row %u has more than %d columns",
                 self->pending_number, BJT_TABLE_MAX_COLUMNS);
  else if (self->rows->len >= BJT_TABLE_MAX_ROWS)
    g_set_error (error, BJT_IMPORT_ERROR, BJT_IMPORT_ERROR_LIMIT, "more than %d rows", BJT_TABLE_MAX_ROWS);
  else if (self->n_cells + column >= BJT_TABLE_MAX_CELLS || self->n_bytes > BJT_TABLE_MAX_BYTES)
    g_set_error (error, BJT_IMPORT_ERROR, BJT_IMPORT_ERROR_LIMIT, "row %u: the table is too large", self->pending_number);
  else
    return TRUE;
  return FALSE;
}

/**
 * bjt_table_begin_row:
 * @number: as the file counts, from 1; grows from row to row
 */
gboolean
bjt_table_begin_row (BjtTable *self,
                     guint32   number,
                     GError  **error)
{
  g_array_set_size (self->pending, 0);
  self->pending_number = number;
  return check_limits (self, 0, error);
}

static gboolean
put_cell (BjtTable *self,
          guint     column,
          BjtCell   cell,
          GError  **error)
{
  if (!check_limits (self, column, error))
    return FALSE;
  while (self->pending->len <= column)
    g_array_append_val (self->pending, empty_cell);
  g_array_index (self->pending, BjtCell, column) = cell;
  return TRUE;
}

/**
 * bjt_table_set_cell:
 * @column: of the row begun, from 0
 * @text: is copied; invalid UTF-8 is replaced
 */
gboolean
bjt_table_set_cell (BjtTable   *self,
                    guint       column,
                    BjtCellKind kind,
                    const char *text,
                    gsize       length,
                    GError    **error)
{
  g_autofree char *valid = NULL;
  char            *copy;

  if (length == 0)
    return check_limits (self, column, error);
  if (!g_utf8_validate (text, (gssize) length, NULL))
    {
      valid = g_utf8_make_valid (text, (gssize) length);
      text = valid;
      length = strlen (valid);
    }
  copy = bjt_table_alloc (self, length + 1);
  memcpy (copy, text, length);
  copy[length] = '\0';
  return put_cell (self, column, (BjtCell){ copy, (guint32) length, (guint8) kind }, error);
}

/**
 * bjt_table_append_borrowed:
 * @text: valid UTF-8 with a final NUL inside a block of this table
 *
 * The quick way for text that already lies in a block.
 */
gboolean
bjt_table_append_borrowed (BjtTable   *self,
                           const char *text,
                           gsize       length,
                           GError    **error)
{
  BjtCell cell = { text, (guint32) length, length > 0 ? BJT_CELL_TEXT : BJT_CELL_EMPTY };

  if (!check_limits (self, self->pending->len, error))
    return FALSE;
  g_array_append_val (self->pending, cell);
  return TRUE;
}

static guint
trimmed_length (const GArray *cells)
{
  guint length = cells->len;

  while (length > 0 && g_array_index (cells, BjtCell, length - 1).length == 0)
    length--;
  return length;
}

/**
 * bjt_table_repeat_row:
 * @times: how many further rows are like the one that was ended last
 */
gboolean
bjt_table_repeat_row (BjtTable *self,
                      guint     times,
                      GError  **error)
{
  BjtTableRow last;

  if (self->rows->len == 0)
    return TRUE;
  last = g_array_index (self->rows, BjtTableRow, self->rows->len - 1);
  for (guint i = 0; i < times; i++)
    {
      last.number++;
      self->pending_number = last.number;
      if (!check_limits (self, 0, error))
        return FALSE;
      self->n_cells += last.n_cells;
      g_array_append_val (self->rows, last);
    }
  return TRUE;
}

/**
 * bjt_table_end_row:
 *
 * Keeps the row begun, also when it is empty.
 */
gboolean
bjt_table_end_row (BjtTable *self,
                   GError  **error)
{
  BjtTableRow row = { NULL, trimmed_length (self->pending), self->pending_number };

  if (!check_limits (self, 0, error))
    return FALSE;
  if (row.n_cells > 0)
    {
      row.cells = (BjtCell *) (gpointer) bjt_table_alloc (self, row.n_cells * sizeof (BjtCell));
      memcpy (row.cells, self->pending->data, row.n_cells * sizeof (BjtCell));
    }
  self->n_cells += row.n_cells;
  self->n_columns = MAX (self->n_columns, row.n_cells);
  g_array_append_val (self->rows, row);
  return TRUE;
}

static gboolean
find_row (const BjtTable *self,
          guint32         number,
          guint          *index)
{
  guint low = 0, high = self->rows->len;

  while (low < high)
    {
      guint middle = (low + high) / 2;

      if (g_array_index (self->rows, BjtTableRow, middle).number < number)
        low = middle + 1;
      else
        high = middle;
    }
  *index = low;
  return low < self->rows->len;
}

static void
widen (BjtTable    *self,
       BjtTableRow *row,
       guint        n_cells)
{
  BjtCell *cells = (BjtCell *) (gpointer) bjt_table_alloc (self, n_cells * sizeof (BjtCell));

  for (guint i = 0; i < n_cells; i++)
    cells[i] = i < row->n_cells ? row->cells[i] : empty_cell;
  self->n_cells += n_cells - row->n_cells;
  row->cells = cells;
  row->n_cells = n_cells;
}

/**
 * bjt_table_merge:
 * @first_row: number of the row, as the file counts
 * @first_column: from 0
 *
 * Every empty cell of the rectangle gets the value of its upper left cell.
 * Rows that the table does not have stay away.
 */
void
bjt_table_merge (BjtTable *self,
                 guint32   first_row,
                 guint     first_column,
                 guint32   last_row,
                 guint     last_column)
{
  BjtCell source;
  guint   index;

  last_column = MIN (last_column, BJT_TABLE_MAX_COLUMNS - 1);
  if (first_column > last_column || !find_row (self, first_row, &index))
    return;
  if (g_array_index (self->rows, BjtTableRow, index).number != first_row)
    return;
  source = *bjt_table_get_cell (self, index, first_column);
  if (source.length == 0)
    return;
  for (; index < self->rows->len; index++)
    {
      BjtTableRow *row = &g_array_index (self->rows, BjtTableRow, index);

      if (row->number > last_row || self->n_bytes > BJT_TABLE_MAX_BYTES)
        return;
      if (row->n_cells <= last_column)
        widen (self, row, last_column + 1);
      self->n_columns = MAX (self->n_columns, row->n_cells);
      for (guint column = first_column; column <= last_column; column++)
        if (row->cells[column].length == 0)
          row->cells[column] = source;
    }
}

/**
 * bjt_column_format:
 * @column: from 0
 * @text: (out): A, B, … Z, AA, as a spreadsheet names it
 */
void
bjt_column_format (guint column,
                   char  text[8])
{
  char  reversed[8];
  guint length = 0;

  for (guint rest = column + 1; rest > 0 && length < 7; rest = (rest - 1) / 26)
    reversed[length++] = (char) ('A' + (rest - 1) % 26);
  for (guint i = 0; i < length; i++)
    text[i] = reversed[length - 1 - i];
  text[length] = '\0';
}
