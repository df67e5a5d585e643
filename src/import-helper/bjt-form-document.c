/* bjt-form-document.c: lines and tables of a text document.
 *
 * The blocks are, for the document and then for each header and footer: the
 * paragraphs outside of tables, then the tables in the order of the text, those
 * within others, too. A cell's column counts the columns of the grid that cells
 * before it take. */
#include "bjt-form-document.h"

#include <string.h>

#include "bjt-form-text.h"
#include "bjt-form-tick.h"
#include "form/bjt-form-boxes.h"
#include "import/bjt-import-error.h"

typedef struct
{
  BjtFormPart   *part;
  BjtXmlElement *table; /* NULL: the paragraphs outside of tables */
} Block;

/* Walking */

static gboolean
is_within (BjtXmlElement *element,
           const char    *name,
           BjtXmlElement *top)
{
  for (BjtXmlElement *at = bjt_xml_element_get_parent (element); at != NULL && at != top; at = bjt_xml_element_get_parent (at))
    if (bjt_xml_element_is (at, name))
      return TRUE;
  return FALSE;
}

static GArray *
list_blocks (BjtFormPackage *package,
             GError        **error)
{
  static const char *const types[] = { "header", "footer" };
  g_autoptr (GArray)       blocks = g_array_new (FALSE, FALSE, sizeof (Block));
  g_autoptr (GPtrArray)    parts = g_ptr_array_new ();
  BjtFormPart             *part;

  g_ptr_array_add (parts, package->main);
  for (gsize t = 0; t < G_N_ELEMENTS (types); t++)
    for (guint i = 0; (part = bjt_form_package_follow (package, package->main, types[t], i)) != NULL; i++)
      g_ptr_array_add (parts, part);
  for (guint p = 0; p < parts->len; p++)
    {
      BjtXmlElement *root = bjt_form_part_get_root (parts->pdata[p], error);
      Block          block = { parts->pdata[p], NULL };

      if (root == NULL)
        return NULL;
      g_array_append_val (blocks, block);
      for (block.table = bjt_xml_element_find (root, "tbl", NULL); block.table != NULL; block.table = bjt_xml_element_find (root, "tbl", block.table))
        g_array_append_val (blocks, block);
    }
  return g_steal_pointer (&blocks);
}

/* The next of the rows of a table, or of the cells of a row, whatever wraps them. */
static BjtXmlElement *
find_own (BjtXmlElement *parent,
          const char    *name,
          BjtXmlElement *after)
{
  BjtXmlElement *at = after;

  do
    at = bjt_xml_element_find (parent, name, at);
  while (at != NULL && is_within (at, "tbl", parent));
  return at;
}

/* Texts */

static void
read_paragraph (BjtXmlElement *paragraph,
                BjtFormText   *text)
{
  gboolean is_ticked;

  for (BjtXmlElement *at = bjt_xml_element_find (paragraph, NULL, NULL); at != NULL; at = bjt_xml_element_find (paragraph, NULL, at))
    {
      if (bjt_xml_element_is (at, "t") && !is_within (at, "p", paragraph))
        bjt_form_text_add (text, at);
      else if (bjt_form_tick_is_box (at, &is_ticked) && !is_within (at, "p", paragraph))
        bjt_form_text_add_box (text, at, is_ticked);
      else if (bjt_xml_element_is (at, "tab") && bjt_xml_element_is (bjt_xml_element_get_parent (at), "r"))
        bjt_form_text_add_break (text, "\t");
      else if (bjt_xml_element_is (at, "br"))
        bjt_form_text_add_break (text, "\n");
    }
}

static void
read_cell (BjtXmlElement *cell,
           BjtFormText   *text)
{
  for (BjtXmlElement *at = find_own (cell, "p", NULL), *next; at != NULL; at = next)
    {
      next = find_own (cell, "p", at);
      read_paragraph (at, text);
      if (next != NULL)
        bjt_form_text_add_break (text, "\n");
    }
}

/* Cells */

static guint32
get_property (BjtXmlElement *cell,
              const char    *name,
              guint32        otherwise)
{
  BjtXmlElement   *properties = bjt_xml_element_get_first (cell, "tcPr");
  BjtXmlElement   *property = properties != NULL ? bjt_xml_element_get_first (properties, name) : NULL;
  g_autofree char *text = property != NULL ? bjt_xml_element_dup_attribute (property, "val") : NULL;
  guint64          value = text != NULL ? g_ascii_strtoull (text, NULL, 10) : otherwise;

  return (guint32) CLAMP (value, 1, 1024);
}

static gboolean
continues (BjtXmlElement *cell)
{
  BjtXmlElement   *properties = bjt_xml_element_get_first (cell, "tcPr");
  BjtXmlElement   *merge = properties != NULL ? bjt_xml_element_get_first (properties, "vMerge") : NULL;
  g_autofree char *text = merge != NULL ? bjt_xml_element_dup_attribute (merge, "val") : NULL;

  return merge != NULL && g_strcmp0 (text, "restart") != 0;
}

static guint32
get_first_column (BjtXmlElement *row)
{
  BjtXmlElement   *properties = bjt_xml_element_get_first (row, "trPr");
  BjtXmlElement   *before = properties != NULL ? bjt_xml_element_get_first (properties, "gridBefore") : NULL;
  g_autofree char *text = before != NULL ? bjt_xml_element_dup_attribute (before, "val") : NULL;

  return text != NULL ? (guint32) MIN (g_ascii_strtoull (text, NULL, 10), 1024) : 0;
}

static BjtXmlElement *
find_cell (BjtXmlElement *row,
           guint32        column)
{
  guint32 at_column = get_first_column (row);

  for (BjtXmlElement *cell = find_own (row, "tc", NULL); cell != NULL; cell = find_own (row, "tc", cell))
    {
      if (at_column == column)
        return cell;
      at_column += get_property (cell, "gridSpan", 1);
    }
  return NULL;
}

static BjtXmlElement *
find_row (BjtXmlElement *table,
          guint32        row)
{
  BjtXmlElement *at = find_own (table, "tr", NULL);

  while (at != NULL && row-- > 0)
    at = find_own (table, "tr", at);
  return at;
}

/* The sketch */

/* A cell that goes on with the one above makes that one higher. */
static void
extend_above (BjtFormBlock *block,
              guint32       row,
              guint32       column)
{
  for (guint i = block->cells->len; i > 0; i--)
    {
      BjtFormCell *cell = &g_array_index (block->cells, BjtFormCell, i - 1);

      if (cell->column == column && cell->row < row)
        {
          cell->n_rows = row - cell->row + 1;
          return;
        }
    }
}

static gboolean
sketch_row (BjtFormBlock  *block,
            BjtXmlElement *row,
            guint32        number)
{
  guint32 column = get_first_column (row);

  for (BjtXmlElement *at = find_own (row, "tc", NULL); at != NULL; at = find_own (row, "tc", at))
    {
      g_auto (BjtFormText) text;
      BjtFormCell          cell = { .row = number, .column = column, .n_rows = 1, .is_boxed = TRUE };

      bjt_form_text_init (&text);
      cell.n_columns = get_property (at, "gridSpan", 1);
      column += cell.n_columns;
      if (continues (at))
        {
          extend_above (block, number, cell.column);
          continue;
        }
      read_cell (at, &text);
      cell.text = text.text->str;
      cell.kind = g_utf8_strlen (cell.text, -1) > 0 ? BJT_FORM_CELL_TEXT : BJT_FORM_CELL_BLANK;
      if (block->cells->len >= BJT_FORM_MAX_CELLS || column >= BJT_FORM_MAX_COLUMNS)
        return FALSE;
      bjt_form_block_add_cell (block, &cell);
    }
  return TRUE;
}

static gboolean
sketch_table (BjtFormBlock  *block,
              BjtXmlElement *table)
{
  guint32 number = 0;

  for (BjtXmlElement *row = find_own (table, "tr", NULL); row != NULL; row = find_own (table, "tr", row))
    if (!sketch_row (block, row, number++))
      return FALSE;
  return TRUE;
}

static BjtXmlElement *
find_line (BjtXmlElement *root,
           BjtXmlElement *after)
{
  BjtXmlElement *at = after;

  do
    at = bjt_xml_element_find (root, "p", at);
  while (at != NULL && is_within (at, "tc", root));
  return at;
}

static gboolean
sketch_lines (BjtFormBlock  *block,
              BjtXmlElement *root)
{
  guint32 number = 0;

  for (BjtXmlElement *at = find_line (root, NULL); at != NULL; at = find_line (root, at))
    {
      g_auto (BjtFormText) text;
      BjtFormCell          cell = { .row = number++, .n_rows = 1, .n_columns = 1, .kind = BJT_FORM_CELL_TEXT };

      bjt_form_text_init (&text);
      read_paragraph (at, &text);
      cell.text = text.text->str;
      if (block->cells->len >= BJT_FORM_MAX_CELLS || number >= BJT_FORM_MAX_ROWS)
        return FALSE;
      if (*cell.text != '\0')
        bjt_form_block_add_cell (block, &cell);
    }
  return TRUE;
}

/**
 * bjt_form_document_sketch:
 *
 * Returns: (transfer full) (nullable): NULL with an error of BJT_IMPORT_ERROR
 */
BjtFormSketch *
bjt_form_document_sketch (BjtFormPackage *package,
                          GError        **error)
{
  g_autoptr (GArray)        blocks = list_blocks (package, error);
  g_autoptr (BjtFormSketch) sketch = bjt_form_sketch_new (BJT_FORM_DOCX);

  for (guint i = 0; blocks != NULL && i < blocks->len; i++)
    {
      const Block  *at = &g_array_index (blocks, Block, i);
      BjtFormBlock *block = bjt_form_sketch_add_block (sketch, at->table != NULL ? BJT_FORM_BLOCK_TABLE : BJT_FORM_BLOCK_LINES, "");

      if (!(at->table != NULL ? sketch_table (block, at->table) : sketch_lines (block, bjt_form_part_get_root (at->part, NULL))))
        {
          g_set_error_literal (error, BJT_IMPORT_ERROR, BJT_IMPORT_ERROR_LIMIT, "the form has more cells than a form can have");
          return NULL;
        }
      bjt_form_block_finish (block);
    }
  return blocks != NULL ? g_steal_pointer (&sketch) : NULL;
}

/* Filling */

static BjtXmlElement *
find_place (const Block *block,
            guint32      row,
            guint32      column)
{
  BjtXmlElement *root = bjt_form_part_get_root (block->part, NULL), *at;

  if (block->table != NULL)
    {
      at = find_row (block->table, row);
      return at != NULL ? find_cell (at, column) : NULL;
    }
  at = find_line (root, NULL);
  while (at != NULL && row-- > 0)
    at = find_line (root, at);
  return at;
}

static gboolean
tick_text (BjtFormText         *text,
           const BjtFormSplice *splice)
{
  BjtFormPiece *piece = bjt_form_text_find_box (text, splice->start, splice->length);
  gboolean      is_on = splice->tick == BJT_FORM_TICK_ON;

  if (piece == NULL)
    return FALSE;
  return bjt_form_tick_set (piece->element, is_on) || bjt_form_text_splice (text, splice->start, splice->length, splice->text);
}

static void
write_splice (const Block         *block,
              const BjtFormSplice *splice)
{
  BjtXmlElement       *place = find_place (block, splice->row, splice->column);
  g_auto (BjtFormText) text;

  bjt_form_text_init (&text);
  if (place == NULL)
    return;
  if (block->table != NULL)
    read_cell (place, &text);
  else
    read_paragraph (place, &text);
  if (splice->tick != BJT_FORM_TICK_NONE ? tick_text (&text, splice) : bjt_form_text_splice (&text, splice->start, splice->length, splice->text))
    block->part->is_changed = TRUE;
}

/* A run with the looks of the mark at the end of the paragraph. */
static BjtXmlElement *
add_run (BjtXmlElement *paragraph)
{
  BjtXmlElement *properties = bjt_xml_element_get_first (paragraph, "pPr");
  BjtXmlElement *looks = properties != NULL ? bjt_xml_element_get_first (properties, "rPr") : NULL;
  BjtXmlElement *run = bjt_xml_element_append (paragraph, "r");

  if (looks != NULL)
    bjt_xml_element_append_copy (run, looks);
  return bjt_xml_element_append (run, "t");
}

static void
write_cell (BjtXmlElement *cell,
            const char    *value)
{
  BjtXmlElement       *paragraph = find_own (cell, "p", NULL), *piece;
  g_auto (BjtFormText) text;
  gboolean             is_placed = FALSE;

  bjt_form_text_init (&text);
  if (paragraph == NULL)
    return;
  read_cell (cell, &text);
  for (guint i = 0; i < text.pieces->len; i++)
    {
      piece = g_array_index (text.pieces, BjtFormPiece, i).element;
      if (piece == NULL || g_array_index (text.pieces, BjtFormPiece, i).is_box)
        continue;
      bjt_xml_element_set_text (piece, is_placed ? "" : value);
      bjt_xml_element_keep_space (piece);
      is_placed = TRUE;
    }
  if (is_placed || *value == '\0')
    return;
  piece = add_run (paragraph);
  bjt_xml_element_set_text (piece, value);
  bjt_xml_element_keep_space (piece);
}

static void
tick_cell (BjtXmlElement *cell,
           const char    *ticks)
{
  g_auto (BjtFormText) text;
  BjtFormSplice        splice = { 0 };
  char                *box;

  bjt_form_text_init (&text);
  read_cell (cell, &text);
  while (bjt_form_ticks_next (&ticks, &splice, &box))
    {
      tick_text (&text, &splice);
      g_free (box);
    }
}

static gboolean
has_boxes (BjtXmlElement *cell)
{
  g_auto (BjtFormText) text;

  bjt_form_text_init (&text);
  read_cell (cell, &text);
  return bjt_form_boxes_has (text.text->str);
}

/* Marks that must not be there twice. */
static void
clean_copy (BjtXmlElement *row)
{
  static const char *const names[] = { "bookmarkStart", "bookmarkEnd" };
  static const char *const ids[] = { "paraId", "textId" };

  for (gsize i = 0; i < G_N_ELEMENTS (names); i++)
    for (BjtXmlElement *at = bjt_xml_element_find (row, names[i], NULL); at != NULL; at = bjt_xml_element_find (row, names[i], NULL))
      bjt_xml_element_remove (at);
  for (BjtXmlElement *at = bjt_xml_element_find (row, "sdtPr", NULL); at != NULL; at = bjt_xml_element_find (row, "sdtPr", at))
    if (bjt_xml_element_get_first (at, "id") != NULL)
      bjt_xml_element_remove (bjt_xml_element_get_first (at, "id"));
  for (gsize i = 0; i < G_N_ELEMENTS (ids); i++)
    {
      bjt_xml_element_set_attribute (row, ids[i], NULL);
      for (BjtXmlElement *at = bjt_xml_element_find (row, "p", NULL); at != NULL; at = bjt_xml_element_find (row, "p", at))
        bjt_xml_element_set_attribute (at, ids[i], NULL);
    }
}

static void
empty_copy (BjtXmlElement *row)
{
  for (BjtXmlElement *cell = find_own (row, "tc", NULL); cell != NULL; cell = find_own (row, "tc", cell))
    if (!has_boxes (cell))
      write_cell (cell, "");
  clean_copy (row);
}

/* Puts as many rows behind the last that stands ready as are lacking; where none
 * does, like the header. */
static void
grow_table (BjtXmlElement     *table,
            const BjtFormRows *rows)
{
  BjtXmlElement *last = find_row (table, rows->n_ready > 0 ? rows->first_row + rows->n_ready - 1 : rows->first_row - 1);

  for (guint i = rows->n_ready; last != NULL && i < rows->rows->len; i++)
    empty_copy (bjt_xml_element_copy_after (last, last));
}

static void
fill_row (BjtXmlElement     *row,
          const BjtFormRows *rows,
          const GArray      *values)
{
  for (guint i = 0; i < values->len; i++)
    {
      const BjtFormValue *value = &g_array_index (values, BjtFormValue, i);
      BjtXmlElement      *cell = find_cell (row, g_array_index (rows->columns, guint32, i));

      if (cell != NULL && value->kind == BJT_FORM_VALUE_TICKS)
        tick_cell (cell, value->text);
      else if (cell != NULL)
        write_cell (cell, value->text != NULL ? value->text : "");
    }
}

static void
fill_table (const Block       *block,
            const BjtFormRows *rows)
{
  BjtXmlElement *row;

  if (block->table == NULL || (rows->n_ready == 0 && rows->first_row == 0))
    return;
  grow_table (block->table, rows);
  row = find_row (block->table, rows->first_row);
  for (guint r = 0; r < rows->rows->len && row != NULL; r++)
    {
      fill_row (row, rows, rows->rows->pdata[r]);
      row = find_own (block->table, "tr", row);
    }
  block->part->is_changed = TRUE;
}

static void
write_entry (const Block        *block,
             const BjtFormEntry *entry)
{
  BjtXmlElement *cell = block->table != NULL ? find_place (block, entry->row, entry->column) : NULL;

  if (cell == NULL)
    return;
  write_cell (cell, entry->text);
  block->part->is_changed = TRUE;
}

/**
 * bjt_form_document_fill:
 *
 * What the plan says of places that the document does not have is passed over.
 */
gboolean
bjt_form_document_fill (BjtFormPackage    *package,
                        const BjtFormPlan *plan,
                        GError           **error)
{
  g_autoptr (GArray) blocks = list_blocks (package, error);

  if (blocks == NULL)
    return FALSE;
  for (guint i = 0; i < plan->splices->len; i++)
    {
      const BjtFormSplice *splice = &g_array_index (plan->splices, BjtFormSplice, i);

      if (splice->block < blocks->len)
        write_splice (&g_array_index (blocks, Block, splice->block), splice);
    }
  for (guint i = 0; i < plan->entries->len; i++)
    {
      const BjtFormEntry *entry = &g_array_index (plan->entries, BjtFormEntry, i);

      if (entry->block < blocks->len)
        write_entry (&g_array_index (blocks, Block, entry->block), entry);
    }
  for (guint i = 0; i < plan->tables->len; i++)
    {
      const BjtFormRows *rows = plan->tables->pdata[i];

      if (rows->block < blocks->len)
        fill_table (&g_array_index (blocks, Block, rows->block), rows);
    }
  return TRUE;
}
