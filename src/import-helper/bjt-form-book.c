/* bjt-form-book.c: sheets, rows and cells of a workbook, and what stands in them.
 *
 * Rows and cells that do not say where they stand are given their places when the
 * sheet is read. */
#include "bjt-form-book.h"

#include <string.h>

#include "bjt-cell-format.h"
#include "bjt-sheet-refs.h"
#include "import/bjt-import-error.h"

/* Reading */

static void
sheet_free (gpointer data)
{
  BjtFormSheet *self = data;

  g_free (self->name);
  g_clear_pointer (&self->rows, g_hash_table_unref);
  g_free (self);
}

void
bjt_form_book_free (BjtFormBook *self)
{
  if (self == NULL)
    return;
  g_ptr_array_unref (self->sheets);
  g_ptr_array_unref (self->strings);
  bjt_sheet_styles_clear (&self->styles);
  g_free (self);
}

static gboolean
fail (GError    **error,
      const char *message)
{
  g_set_error_literal (error, BJT_IMPORT_ERROR, BJT_IMPORT_ERROR_DAMAGED, message);
  return FALSE;
}

guint32
bjt_form_sheet_get_row_number (const BjtXmlElement *row)
{
  g_autofree char *text = bjt_xml_element_dup_attribute (row, "r");
  guint64          number = text != NULL ? g_ascii_strtoull (text, NULL, 10) : 0;

  return number <= BJT_FORM_MAX_ROWS ? (guint32) number : 0;
}

static guint32
get_cell_column (const BjtXmlElement *cell)
{
  g_autofree char *text = bjt_xml_element_dup_attribute (cell, "r");
  guint32          row, column, last_row, last_column;

  return bjt_sheet_refs_parse_area (text, &row, &column, &last_row, &last_column) ? column : G_MAXUINT32;
}

void
bjt_form_sheet_set_row_number (BjtXmlElement *row,
                               guint32        number)
{
  g_autofree char *text = g_strdup_printf ("%u", number);

  bjt_xml_element_set_attribute (row, "r", text);
  for (BjtXmlElement *cell = bjt_xml_element_get_first (row, "c"); cell != NULL; cell = bjt_xml_element_get_next (cell, "c"))
    {
      guint32          column = get_cell_column (cell);
      g_autofree char *place = column != G_MAXUINT32 ? bjt_sheet_refs_format_cell (number - 1, column) : NULL;

      bjt_xml_element_set_attribute (cell, "r", place);
    }
}

static gboolean
place_cells (BjtXmlElement *row,
             guint32        number,
             GError       **error)
{
  guint32 next = 0;

  for (BjtXmlElement *cell = bjt_xml_element_get_first (row, "c"); cell != NULL; cell = bjt_xml_element_get_next (cell, "c"))
    {
      guint32          column = get_cell_column (cell);
      g_autofree char *place = NULL;

      if (column == G_MAXUINT32)
        column = next;
      if (column < next || column >= BJT_FORM_MAX_COLUMNS)
        return fail (error, "the form is damaged: the cells of a row are not in order");
      place = bjt_sheet_refs_format_cell (number - 1, column);
      bjt_xml_element_set_attribute (cell, "r", place);
      next = column + 1;
    }
  return TRUE;
}

static gboolean
read_rows (BjtFormSheet *self,
           GError      **error)
{
  guint32 next = 1;

  for (BjtXmlElement *row = bjt_xml_element_get_first (self->data, "row"); row != NULL; row = bjt_xml_element_get_next (row, "row"))
    {
      guint32          number = bjt_form_sheet_get_row_number (row);
      g_autofree char *text = NULL;

      if (number == 0)
        number = next;
      if (number < next)
        return fail (error, "the form is damaged: the rows of a sheet are not in order");
      text = g_strdup_printf ("%u", number);
      bjt_xml_element_set_attribute (row, "r", text);
      if (!place_cells (row, number, error))
        return FALSE;
      g_hash_table_insert (self->rows, GUINT_TO_POINTER (number), row);
      next = number + 1;
    }
  return TRUE;
}

static gboolean
read_sheet (BjtFormBook   *self,
            BjtXmlElement *entry,
            GError       **error)
{
  g_autofree char *id = bjt_xml_element_dup_attribute (entry, "id");
  g_autofree char *state = bjt_xml_element_dup_attribute (entry, "state");
  BjtFormSheet    *sheet = g_new0 (BjtFormSheet, 1);

  g_ptr_array_add (self->sheets, sheet);
  sheet->name = bjt_xml_element_dup_attribute (entry, "name");
  sheet->is_hidden = state != NULL && strcmp (state, "visible") != 0;
  sheet->rows = g_hash_table_new (NULL, NULL);
  sheet->part = bjt_form_package_follow_id (self->package, self->package->main, id);
  if (sheet->name == NULL || sheet->part == NULL)
    return fail (error, "the form is damaged: a sheet is missing");
  sheet->root = bjt_form_part_get_root (sheet->part, error);
  if (sheet->root == NULL)
    return FALSE;
  sheet->data = bjt_xml_element_get_first (sheet->root, "sheetData"); /* NULL: a sheet that is a chart */
  return sheet->data == NULL || read_rows (sheet, error);
}

static gboolean
read_sheets (BjtFormBook *self,
             GError     **error)
{
  BjtXmlElement *root = bjt_form_part_get_root (self->package->main, error);
  BjtXmlElement *list = bjt_xml_element_get_first (root, "sheets");

  for (BjtXmlElement *at = list != NULL ? bjt_xml_element_get_first (list, "sheet") : NULL; at != NULL; at = bjt_xml_element_get_next (at, "sheet"))
    if (!read_sheet (self, at, error))
      return FALSE;
  return self->sheets->len > 0 || fail (error, "the form has no sheet");
}

static gboolean
read_strings (BjtFormBook *self,
              GError     **error)
{
  BjtFormPart   *part = bjt_form_package_follow (self->package, self->package->main, "sharedStrings", 0);
  BjtXmlElement *root = part != NULL ? bjt_form_part_get_root (part, error) : NULL;

  for (BjtXmlElement *at = root != NULL ? bjt_xml_element_get_first (root, "si") : NULL; at != NULL; at = bjt_xml_element_get_next (at, "si"))
    g_ptr_array_add (self->strings, at);
  return part == NULL || root != NULL;
}

static void
read_epoch (BjtFormBook *self)
{
  BjtXmlElement   *properties = bjt_xml_element_get_first (bjt_form_part_get_root (self->package->main, NULL), "workbookPr");
  g_autofree char *text = properties != NULL ? bjt_xml_element_dup_attribute (properties, "date1904") : NULL;

  self->from_1904 = text != NULL && (strcmp (text, "1") == 0 || strcmp (text, "true") == 0);
}

/**
 * bjt_form_book_new:
 * @package: outlives it
 *
 * Returns: (transfer full) (nullable): NULL with an error of BJT_IMPORT_ERROR
 */
BjtFormBook *
bjt_form_book_new (BjtFormPackage *package,
                   GError        **error)
{
  g_autoptr (BjtFormBook) self = g_new0 (BjtFormBook, 1);

  self->package = package;
  self->sheets = g_ptr_array_new_with_free_func (sheet_free);
  self->strings = g_ptr_array_new ();
  if (!bjt_sheet_styles_init (&self->styles, package, error) || !read_strings (self, error) || !read_sheets (self, error))
    return NULL;
  read_epoch (self);
  return g_steal_pointer (&self);
}

/* Cells */

static BjtXmlElement *
make_row (BjtFormSheet *self,
          guint32       number)
{
  BjtXmlElement   *before = NULL, *row;
  g_autofree char *text = g_strdup_printf ("%u", number);

  for (BjtXmlElement *at = bjt_xml_element_get_first (self->data, "row"); at != NULL; at = bjt_xml_element_get_next (at, "row"))
    if (bjt_form_sheet_get_row_number (at) < number)
      before = at;
    else
      break;
  if (before != NULL)
    row = bjt_xml_element_insert_after (before, "row");
  else if (bjt_xml_element_get_first (self->data, NULL) != NULL)
    row = bjt_xml_element_insert_before (bjt_xml_element_get_first (self->data, NULL), "row");
  else
    row = bjt_xml_element_append (self->data, "row");
  bjt_xml_element_set_attribute (row, "r", text);
  g_hash_table_insert (self->rows, GUINT_TO_POINTER (number), row);
  return row;
}

BjtXmlElement *
bjt_form_sheet_get_cell (BjtFormSheet *self,
                         guint32       row,
                         guint32       column)
{
  BjtXmlElement   *line = g_hash_table_lookup (self->rows, GUINT_TO_POINTER (row + 1)), *before = NULL, *cell;
  g_autofree char *place = bjt_sheet_refs_format_cell (row, column);

  if (line == NULL)
    line = make_row (self, row + 1);
  for (BjtXmlElement *at = bjt_xml_element_get_first (line, "c"); at != NULL; at = bjt_xml_element_get_next (at, "c"))
    {
      guint32 found = get_cell_column (at);

      if (found == column)
        return at;
      if (found > column)
        break;
      before = at;
    }
  if (before != NULL)
    cell = bjt_xml_element_insert_after (before, "c");
  else if (bjt_xml_element_get_first (line, NULL) != NULL)
    cell = bjt_xml_element_insert_before (bjt_xml_element_get_first (line, NULL), "c");
  else
    cell = bjt_xml_element_append (line, "c");
  bjt_xml_element_set_attribute (cell, "r", place);
  return cell;
}

static void
read_runs (BjtXmlElement *item,
           BjtFormText   *text)
{
  for (BjtXmlElement *at = bjt_xml_element_get_first (item, NULL); at != NULL; at = bjt_xml_element_get_next (at, NULL))
    {
      BjtXmlElement *piece = bjt_xml_element_is (at, "t") ? at : bjt_xml_element_is (at, "r") ? bjt_xml_element_get_first (at, "t") : NULL;

      if (piece != NULL)
        bjt_form_text_add (text, piece);
    }
}

/**
 * bjt_form_book_read_text:
 * @text: initialised; gets what a person reads in the cell
 */
void
bjt_form_book_read_text (BjtFormBook   *self,
                         BjtXmlElement *cell,
                         BjtFormText   *text)
{
  g_autofree char *type = bjt_xml_element_dup_attribute (cell, "t");
  BjtXmlElement   *inner = bjt_xml_element_get_first (cell, "is");
  BjtXmlElement   *value = bjt_xml_element_get_first (cell, "v");

  if (inner != NULL)
    read_runs (inner, text);
  else if (value != NULL && g_strcmp0 (type, "s") == 0)
    {
      g_autofree char *number = bjt_xml_element_dup_text (value);
      guint64          index = g_ascii_strtoull (number, NULL, 10);

      if (index < self->strings->len)
        read_runs (self->strings->pdata[index], text);
    }
  else if (value != NULL)
    bjt_form_text_add (text, value);
}

/* The sketch */

typedef struct
{
  BjtFormBook  *book;
  BjtFormSheet *sheet;
  BjtFormBlock *block;
  GHashTable   *merged; /* place of the upper left cell → BjtFormCell, borrowed from areas */
  GHashTable   *hidden; /* places of cells that are covered by others */
  GArray       *areas;  /* BjtFormCell */
} Sketching;

static gint64
get_place (guint32 row,
           guint32 column)
{
  return ((gint64) row << 16) | column;
}

static void
add_place (GHashTable *places,
           guint32     row,
           guint32     column,
           gpointer    value)
{
  gint64 place = get_place (row, column);

  g_hash_table_insert (places, g_memdup2 (&place, sizeof place), value);
}

static gboolean
read_merges (Sketching *self,
             GError   **error)
{
  BjtXmlElement *list = bjt_xml_element_get_first (self->sheet->root, "mergeCells");
  gsize          n_covered = 0;

  for (BjtXmlElement *at = list != NULL ? bjt_xml_element_get_first (list, "mergeCell") : NULL; at != NULL; at = bjt_xml_element_get_next (at, "mergeCell"))
    {
      g_autofree char *text = bjt_xml_element_dup_attribute (at, "ref");
      BjtFormCell      cell = { .n_rows = 1, .is_boxed = TRUE };
      guint32          last_row, last_column;

      if (!bjt_sheet_refs_parse_area (text, &cell.row, &cell.column, &last_row, &last_column))
        return fail (error, "the form is damaged: merged cells without a place");
      cell.n_rows = last_row - cell.row + 1;
      cell.n_columns = last_column - cell.column + 1;
      n_covered += (gsize) cell.n_rows * cell.n_columns;
      if (n_covered > BJT_FORM_MAX_CELLS)
        return fail (error, "the form merges more cells than a form can have");
      for (guint32 row = cell.row; row <= last_row; row++)
        for (guint32 column = cell.column; column <= last_column; column++)
          add_place (self->hidden, row, column, NULL);
      g_array_append_val (self->areas, cell);
    }
  for (guint i = 0; i < self->areas->len; i++)
    {
      BjtFormCell *cell = &g_array_index (self->areas, BjtFormCell, i);

      add_place (self->merged, cell->row, cell->column, cell);
    }
  return TRUE;
}

static guint8
choose_kind (BjtXmlElement *element,
             const char    *text)
{
  g_autofree char *type = bjt_xml_element_dup_attribute (element, "t");

  if (bjt_xml_element_get_first (element, "f") != NULL)
    return BJT_FORM_CELL_FORMULA;
  if (*text == '\0')
    return BJT_FORM_CELL_BLANK;
  return type == NULL || strcmp (type, "n") == 0 ? BJT_FORM_CELL_NUMBER : BJT_FORM_CELL_TEXT;
}

static gboolean
sketch_cell (Sketching     *self,
             BjtXmlElement *element,
             guint32        row)
{
  g_auto (BjtFormText) text;
  guint32          column = get_cell_column (element);
  gint64           place = get_place (row, column);
  BjtFormCell     *merged = g_hash_table_lookup (self->merged, &place);
  BjtFormCell      cell = merged != NULL ? *merged : (BjtFormCell) { .row = row, .column = column, .n_rows = 1, .n_columns = 1 };
  g_autofree char *style = bjt_xml_element_dup_attribute (element, "s");

  bjt_form_text_init (&text);
  if (merged == NULL && g_hash_table_contains (self->hidden, &place))
    return TRUE;
  bjt_form_book_read_text (self->book, element, &text);
  cell.kind = choose_kind (element, text.text->str);
  cell.text = cell.kind == BJT_FORM_CELL_FORMULA ? NULL : text.text->str;
  cell.is_boxed = merged != NULL || bjt_sheet_styles_is_boxed (&self->book->styles, style != NULL ? (guint) g_ascii_strtoull (style, NULL, 10) : 0);
  if (cell.kind == BJT_FORM_CELL_BLANK && !cell.is_boxed)
    return TRUE;
  bjt_form_block_add_cell (self->block, &cell);
  if (merged != NULL)
    g_hash_table_remove (self->merged, &place);
  return self->block->cells->len <= BJT_FORM_MAX_CELLS;
}

/* Merged cells that the file does not hold as cells. */
static void
sketch_empty_merges (Sketching *self)
{
  for (guint i = 0; i < self->areas->len; i++)
    {
      BjtFormCell *cell = &g_array_index (self->areas, BjtFormCell, i);
      gint64       place = get_place (cell->row, cell->column);

      if (g_hash_table_lookup (self->merged, &place) == cell)
        bjt_form_block_add_cell (self->block, cell);
    }
}

static gboolean
sketch_cells (Sketching *self,
              GError   **error)
{
  if (!read_merges (self, error))
    return FALSE;
  for (BjtXmlElement *row = bjt_xml_element_get_first (self->sheet->data, "row"); row != NULL; row = bjt_xml_element_get_next (row, "row"))
    {
      guint32 number = bjt_form_sheet_get_row_number (row);

      for (BjtXmlElement *cell = bjt_xml_element_get_first (row, "c"); cell != NULL; cell = bjt_xml_element_get_next (cell, "c"))
        if (!sketch_cell (self, cell, number - 1))
          return fail (error, "the form has more cells than a form can have");
    }
  sketch_empty_merges (self);
  return TRUE;
}

static gboolean
sketch_sheet (BjtFormBook   *book,
              BjtFormSheet  *sheet,
              BjtFormSketch *sketch,
              GError       **error)
{
  Sketching self = { .book = book, .sheet = sheet };
  gboolean  is_done;

  self.block = bjt_form_sketch_add_block (sketch, BJT_FORM_BLOCK_SHEET, sheet->name);
  if (sheet->is_hidden || sheet->data == NULL)
    return TRUE;
  self.merged = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, NULL);
  self.hidden = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, NULL);
  self.areas = g_array_new (FALSE, FALSE, sizeof (BjtFormCell));
  is_done = sketch_cells (&self, error);
  bjt_form_block_finish (self.block);
  g_hash_table_unref (self.merged);
  g_hash_table_unref (self.hidden);
  g_array_unref (self.areas);
  return is_done;
}

/**
 * bjt_form_book_sketch:
 *
 * Returns: (transfer full) (nullable): a block for each sheet; hidden ones are empty
 */
BjtFormSketch *
bjt_form_book_sketch (BjtFormBook *self,
                      GError     **error)
{
  g_autoptr (BjtFormSketch) sketch = bjt_form_sketch_new (BJT_FORM_XLSX);

  for (guint i = 0; i < self->sheets->len; i++)
    if (!sketch_sheet (self, self->sheets->pdata[i], sketch, error))
      return NULL;
  return g_steal_pointer (&sketch);
}
