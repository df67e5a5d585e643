/* bjt-form-book-fill.c: writes values into the cells of a workbook.
 *
 * Texts are written into the cell itself, so that the table of shared strings
 * stays as it is; a text is never run as a formula. Digits that are a text (ID
 * numbers, telephones) keep the format of a text, days that of a day. Cells with
 * formulas are left alone; what they were worked out to is dropped, so that
 * every program works them out when it opens the file. */
#include "bjt-form-book.h"

#include <string.h>

#include "base/bjt-date.h"

#define EPOCH_1900 25569 /* of 1970-01-01 */
#define EPOCH_1904 24107

static guint
get_style (const BjtXmlElement *cell)
{
  g_autofree char *text = bjt_xml_element_dup_attribute (cell, "s");

  return text != NULL ? (guint) g_ascii_strtoull (text, NULL, 10) : 0;
}

static void
set_format (BjtFormBook   *self,
            BjtXmlElement *cell,
            BjtSheetFormat format)
{
  guint            style = get_style (cell), wanted = bjt_sheet_styles_get (&self->styles, style, format);
  g_autofree char *text = g_strdup_printf ("%u", wanted);

  if (wanted != style)
    bjt_xml_element_set_attribute (cell, "s", text);
}

/* What stands in the cell goes, but for its formula. */
static void
empty_cell (BjtXmlElement *cell)
{
  static const char *const names[] = { "v", "is" };

  bjt_xml_element_set_attribute (cell, "t", NULL);
  for (gsize i = 0; i < G_N_ELEMENTS (names); i++)
    {
      BjtXmlElement *child = bjt_xml_element_get_first (cell, names[i]);

      if (child != NULL)
        bjt_xml_element_remove (child);
    }
}

static BjtXmlElement *
add_child (BjtXmlElement *cell,
           const char    *name)
{
  BjtXmlElement *first = bjt_xml_element_get_first (cell, NULL);

  return first != NULL ? bjt_xml_element_insert_before (first, name) : bjt_xml_element_append (cell, name);
}

static gboolean
is_digits (const char *text)
{
  gsize n = strspn (text, "0123456789");

  return n > 0 && (text[n] == '\0' || (n >= 15 && strchr ("Xx", text[n]) != NULL && text[n + 1] == '\0'));
}

static void
write_text (BjtFormBook   *self,
            BjtXmlElement *cell,
            const char    *text)
{
  BjtXmlElement *piece = bjt_xml_element_append (add_child (cell, "is"), "t");

  bjt_xml_element_set_attribute (cell, "t", "inlineStr");
  bjt_xml_element_set_text (piece, text);
  bjt_xml_element_keep_space (piece);
  if (is_digits (text))
    set_format (self, cell, BJT_SHEET_FORMAT_TEXT);
}

static void
write_date (BjtFormBook   *self,
            BjtXmlElement *cell,
            const char    *text)
{
  BjtDate          date = bjt_date_parse (text);
  g_autofree char *serial = g_strdup_printf ("%d", date + (self->from_1904 ? EPOCH_1904 : EPOCH_1900));

  if (date == BJT_DATE_NONE || bjt_sheet_styles_is_text (&self->styles, get_style (cell)))
    {
      write_text (self, cell, text);
      return;
    }
  bjt_xml_element_set_text (add_child (cell, "v"), serial);
  set_format (self, cell, BJT_SHEET_FORMAT_DATE);
}

static void
write_value (BjtFormBook   *self,
             BjtFormSheet  *sheet,
             guint32        row,
             guint32        column,
             int            kind,
             const char    *text)
{
  BjtXmlElement *cell = bjt_form_sheet_get_cell (sheet, row, column);

  if (bjt_xml_element_get_first (cell, "f") != NULL)
    return;
  empty_cell (cell);
  if (kind == BJT_FORM_VALUE_TEXT && *text != '\0')
    write_text (self, cell, text);
  else if (kind == BJT_FORM_VALUE_DATE)
    write_date (self, cell, text);
  else if (kind == BJT_FORM_VALUE_NUMBER)
    bjt_xml_element_set_text (add_child (cell, "v"), text);
  sheet->part->is_changed = TRUE;
}

static BjtFormSheet *
get_sheet (BjtFormBook *self,
           guint32      block)
{
  BjtFormSheet *sheet = block < self->sheets->len ? self->sheets->pdata[block] : NULL;

  return sheet != NULL && sheet->data != NULL ? sheet : NULL;
}

/* Pieces of texts */

/* Makes the text of the cell its own, with the looks of its pieces. */
static void
own_text (BjtFormBook   *self,
          BjtXmlElement *cell)
{
  g_autofree char *type = bjt_xml_element_dup_attribute (cell, "t");
  BjtXmlElement   *value = bjt_xml_element_get_first (cell, "v");
  g_autofree char *number = value != NULL ? bjt_xml_element_dup_text (value) : NULL;
  guint64          index = number != NULL ? g_ascii_strtoull (number, NULL, 10) : 0;
  BjtXmlElement   *inner, *item;

  if (g_strcmp0 (type, "s") != 0 || value == NULL || index >= self->strings->len)
    return;
  item = self->strings->pdata[index];
  bjt_xml_element_remove (value);
  bjt_xml_element_set_attribute (cell, "t", "inlineStr");
  inner = add_child (cell, "is");
  for (BjtXmlElement *at = bjt_xml_element_get_first (item, NULL); at != NULL; at = bjt_xml_element_get_next (at, NULL))
    if (bjt_xml_element_is (at, "t") || bjt_xml_element_is (at, "r"))
      bjt_xml_element_append_copy (inner, at);
}

static gboolean
is_same_place (const BjtFormSplice *a,
               const BjtFormSplice *b)
{
  return a->block == b->block && a->row == b->row && a->column == b->column;
}

/* Returns the number of splices of the cell that the first of them is in. */
static guint
splice_cell (BjtFormBook         *self,
             const BjtFormSplice *splices,
             guint                n)
{
  BjtFormSheet        *sheet = get_sheet (self, splices->block);
  BjtXmlElement       *cell = sheet != NULL ? bjt_form_sheet_get_cell (sheet, splices->row, splices->column) : NULL;
  g_auto (BjtFormText) text;
  guint                i;

  bjt_form_text_init (&text);
  if (cell != NULL)
    {
      own_text (self, cell);
      bjt_form_book_read_text (self, cell, &text);
      sheet->part->is_changed = TRUE;
    }
  for (i = 0; i < n && is_same_place (splices, splices + i); i++)
    if (splices[i].tick == BJT_FORM_TICK_NONE || bjt_form_text_find_box (&text, splices[i].start, splices[i].length) != NULL)
      bjt_form_text_splice (&text, splices[i].start, splices[i].length, splices[i].text);
  return i;
}

static void
tick_cell (BjtFormBook  *self,
           BjtFormSheet *sheet,
           guint32       row,
           guint32       column,
           const char   *ticks)
{
  BjtXmlElement       *cell = bjt_form_sheet_get_cell (sheet, row, column);
  g_auto (BjtFormText) text;
  BjtFormSplice        splice = { 0 };
  char                *box;

  bjt_form_text_init (&text);
  own_text (self, cell);
  bjt_form_book_read_text (self, cell, &text);
  while (bjt_form_ticks_next (&ticks, &splice, &box))
    {
      if (bjt_form_text_find_box (&text, splice.start, splice.length) != NULL)
        bjt_form_text_splice (&text, splice.start, splice.length, box);
      g_free (box);
    }
  sheet->part->is_changed = TRUE;
}

/* Rows that repeat */

static void
fill_rows (BjtFormBook       *self,
           const BjtFormRows *rows)
{
  BjtFormSheet *sheet = get_sheet (self, rows->block);

  if (sheet == NULL || rows->n_ready == 0)
    return;
  if (rows->rows->len > rows->n_ready)
    bjt_form_book_grow (self, sheet, rows->first_row, rows->n_ready, rows->rows->len - rows->n_ready);
  for (guint r = 0; r < rows->rows->len; r++)
    {
      const GArray *values = rows->rows->pdata[r];

      for (guint i = 0; i < values->len; i++)
        {
          const BjtFormValue *value = &g_array_index (values, BjtFormValue, i);

          if (value->kind == BJT_FORM_VALUE_TICKS)
            tick_cell (self, sheet, rows->first_row + r, g_array_index (rows->columns, guint32, i), value->text);
          else
            write_value (self, sheet, rows->first_row + r, g_array_index (rows->columns, guint32, i), value->kind, value->text != NULL ? value->text : "");
        }
    }
}

/* Formulas */

static gboolean
drop_results (BjtFormSheet *sheet)
{
  gboolean has_formula = FALSE;

  for (BjtXmlElement *formula = bjt_xml_element_find (sheet->data, "f", NULL); formula != NULL; formula = bjt_xml_element_find (sheet->data, "f", formula))
    {
      BjtXmlElement *cell = bjt_xml_element_get_parent (formula);
      BjtXmlElement *value = bjt_xml_element_get_first (cell, "v");

      has_formula = TRUE;
      if (value == NULL)
        continue;
      bjt_xml_element_remove (value);
      bjt_xml_element_set_attribute (cell, "t", NULL);
      sheet->part->is_changed = TRUE;
    }
  return has_formula;
}

static BjtXmlElement *
make_calculation (BjtXmlElement *root)
{
  static const char *const before[] = { "definedNames", "externalReferences", "functionGroups", "sheets" };
  BjtXmlElement *found = bjt_xml_element_get_first (root, "calcPr");

  for (gsize i = 0; found == NULL && i < G_N_ELEMENTS (before); i++)
    {
      BjtXmlElement *at = bjt_xml_element_get_first (root, before[i]);

      if (at != NULL)
        found = bjt_xml_element_insert_after (at, "calcPr");
    }
  return found;
}

static void
ask_for_calculation (BjtFormBook *self)
{
  BjtFormPart *chain = bjt_form_package_follow (self->package, self->package->main, "calcChain", 0);
  gboolean     has_formula = FALSE;

  for (guint i = 0; i < self->sheets->len; i++)
    {
      BjtFormSheet *sheet = self->sheets->pdata[i];

      has_formula |= sheet->data != NULL && drop_results (sheet);
    }
  if (chain != NULL)
    bjt_form_package_remove (self->package, chain, self->package->main);
  if (!has_formula)
    return;
  bjt_xml_element_set_attribute (make_calculation (bjt_form_part_get_root (self->package->main, NULL)), "fullCalcOnLoad", "1");
  self->package->main->is_changed = TRUE;
}

/**
 * bjt_form_book_fill:
 *
 * What the plan says of places that the workbook does not have is passed over.
 */
gboolean
bjt_form_book_fill (BjtFormBook       *self,
                    const BjtFormPlan *plan,
                    GError           **error)
{
  const BjtFormSplice *splices = (const BjtFormSplice *) (gpointer) plan->splices->data;

  for (guint i = 0; i < plan->splices->len;)
    i += splice_cell (self, splices + i, plan->splices->len - i);
  for (guint i = 0; i < plan->entries->len; i++)
    {
      const BjtFormEntry *entry = &g_array_index (plan->entries, BjtFormEntry, i);
      BjtFormSheet       *sheet = get_sheet (self, entry->block);

      if (sheet != NULL)
        write_value (self, sheet, entry->row, entry->column, entry->kind, entry->text);
    }
  for (guint i = 0; i < plan->tables->len; i++)
    fill_rows (self, plan->tables->pdata[i]);
  ask_for_calculation (self);
  return TRUE;
}
