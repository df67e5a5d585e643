/* bjt-form-book-grow.c: rows are put into a sheet, and all that tells of places in
 * it follows: cells and rows below, formulas of all sheets, merged cells, names
 * and print areas, conditional formats, validations, links, filters, page breaks,
 * tables, drawings, comments and charts. The new rows look like the last of those
 * that stood ready. */
#include "bjt-form-book.h"

#include <string.h>

#include "bjt-sheet-refs.h"

typedef struct
{
  BjtFormBook  *book;
  BjtFormSheet *sheet;
  BjtRowGrowth  growth; /* rows from 1 */
} Growing;

/* Texts with references */

static void
grow_attribute (const Growing *self,
                BjtXmlElement *element,
                const char    *name,
                BjtRefsMode    mode)
{
  g_autofree char *text = bjt_xml_element_dup_attribute (element, name);
  g_autofree char *grown = text != NULL ? bjt_sheet_refs_grow (text, self->sheet->name, &self->growth, mode) : NULL;

  if (grown != NULL && strcmp (grown, text) != 0)
    bjt_xml_element_set_attribute (element, name, grown);
}

static gboolean
grow_text (const Growing *self,
           BjtXmlElement *element,
           const char    *own_sheet,
           BjtRefsMode    mode)
{
  g_autofree char *text = bjt_xml_element_dup_text (element);
  g_autofree char *grown = bjt_sheet_refs_grow (text, own_sheet, &self->growth, mode);

  if (strcmp (grown, text) == 0)
    return FALSE;
  bjt_xml_element_set_text (element, grown);
  return TRUE;
}

static void
grow_all (const Growing *self,
          BjtXmlElement *root,
          const char    *element,
          const char    *attribute,
          BjtRefsMode    mode)
{
  for (BjtXmlElement *at = bjt_xml_element_find (root, element, NULL); at != NULL; at = bjt_xml_element_find (root, element, at))
    grow_attribute (self, at, attribute, mode);
}

/* Shared formulas: each cell gets its own */

static void
own_formula (BjtXmlElement *formula,
             GHashTable    *masters)
{
  g_autofree char *index = bjt_xml_element_dup_attribute (formula, "si");
  g_autofree char *place = bjt_xml_element_dup_attribute (bjt_xml_element_get_parent (formula), "r");
  BjtXmlElement   *master = index != NULL ? g_hash_table_lookup (masters, index) : NULL;
  g_autofree char *home = master != NULL ? bjt_xml_element_dup_attribute (bjt_xml_element_get_parent (master), "r") : NULL;
  guint32          row, column, from_row, from_column, r, c;

  if (index != NULL && master == NULL)
    g_hash_table_insert (masters, g_steal_pointer (&index), formula);
  else if (bjt_sheet_refs_parse_area (place, &row, &column, &r, &c) && bjt_sheet_refs_parse_area (home, &from_row, &from_column, &r, &c))
    {
      g_autofree char *text = bjt_xml_element_dup_text (master);
      g_autofree char *moved = bjt_sheet_refs_move (text, (int) row - (int) from_row, (int) column - (int) from_column);

      bjt_xml_element_set_text (formula, moved);
    }
}

static void
own_formulas (BjtFormSheet *sheet)
{
  g_autoptr (GHashTable) masters = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  static const char *const names[] = { "t", "si", "ref" };

  for (int pass = 0; pass < 2; pass++)
    for (BjtXmlElement *at = bjt_xml_element_find (sheet->data, "f", NULL); at != NULL; at = bjt_xml_element_find (sheet->data, "f", at))
      {
        g_autofree char *type = bjt_xml_element_dup_attribute (at, "t");

        if (g_strcmp0 (type, "shared") != 0)
          continue;
        if (pass == 0)
          own_formula (at, masters);
        for (gsize i = 0; pass == 1 && i < G_N_ELEMENTS (names); i++)
          bjt_xml_element_set_attribute (at, names[i], NULL);
      }
}

/* Formulas */

static void
grow_formulas (const Growing *self,
               BjtFormSheet  *sheet)
{
  for (BjtXmlElement *at = bjt_xml_element_find (sheet->data, "f", NULL); at != NULL; at = bjt_xml_element_find (sheet->data, "f", at))
    {
      guint32  row = bjt_form_sheet_get_row_number (bjt_xml_element_get_parent (bjt_xml_element_get_parent (at)));
      gboolean is_within = sheet == self->sheet && row >= self->growth.first && row <= self->growth.last;

      if (grow_text (self, at, sheet->name, is_within ? BJT_REFS_IN_ROW : BJT_REFS_FORMULA))
        sheet->part->is_changed = TRUE;
      if (sheet == self->sheet)
        grow_attribute (self, at, "ref", BJT_REFS_IN_ROW);
    }
}

static void
grow_names (const Growing *self)
{
  BjtFormPart   *main = self->book->package->main;
  BjtXmlElement *list = bjt_xml_element_get_first (bjt_form_part_get_root (main, NULL), "definedNames");

  for (BjtXmlElement *at = list != NULL ? bjt_xml_element_get_first (list, "definedName") : NULL; at != NULL; at = bjt_xml_element_get_next (at, "definedName"))
    if (grow_text (self, at, NULL, BJT_REFS_FORMULA))
      main->is_changed = TRUE;
}

/* Conditional formats, validations: their formulas are of the sheet. Extensions
 * hold formulas and areas as elements. */
static void
grow_rules (const Growing *self,
            BjtXmlElement *root,
            const char    *element,
            BjtRefsMode    mode)
{
  for (BjtXmlElement *at = bjt_xml_element_find (root, element, NULL); at != NULL; at = bjt_xml_element_find (root, element, at))
    if (bjt_xml_element_get_first (at, NULL) == NULL)
      grow_text (self, at, self->sheet->name, mode);
}

/* The sheet */

static void
put_rows (const Growing *self)
{
  GHashTable    *rows = g_hash_table_new (NULL, NULL);
  BjtXmlElement *last = g_hash_table_lookup (self->sheet->rows, GUINT_TO_POINTER (self->growth.last));
  guint32        n = last != NULL ? self->growth.count : 0;

  for (BjtXmlElement *at = bjt_xml_element_get_first (self->sheet->data, "row"); at != NULL; at = bjt_xml_element_get_next (at, "row"))
    {
      guint32 number = bjt_form_sheet_get_row_number (at);
      guint32 grown = bjt_sheet_refs_grow_row (number, &self->growth);

      if (grown != number)
        bjt_form_sheet_set_row_number (at, grown);
    }
  for (guint32 i = n; i > 0; i--)
    bjt_form_sheet_set_row_number (bjt_xml_element_copy_after (last, last), self->growth.last + i);
  for (BjtXmlElement *at = bjt_xml_element_get_first (self->sheet->data, "row"); at != NULL; at = bjt_xml_element_get_next (at, "row"))
    g_hash_table_insert (rows, GUINT_TO_POINTER (bjt_form_sheet_get_row_number (at)), at);
  g_hash_table_unref (self->sheet->rows);
  self->sheet->rows = rows;
}

/* The formulas of the copies look at their own rows. */
static void
shift_copies (const Growing *self)
{
  for (guint32 i = 1; i <= self->growth.count; i++)
    {
      BjtXmlElement *row = g_hash_table_lookup (self->sheet->rows, GUINT_TO_POINTER (self->growth.last + i));

      for (BjtXmlElement *at = row != NULL ? bjt_xml_element_find (row, "f", NULL) : NULL; at != NULL; at = bjt_xml_element_find (row, "f", at))
        {
          g_autofree char *text = bjt_xml_element_dup_text (at);
          g_autofree char *shifted = bjt_sheet_refs_shift (text, self->growth.first, self->growth.last, (int) i);
          g_autofree char *area = bjt_xml_element_dup_attribute (at, "ref");
          g_autofree char *place = bjt_xml_element_dup_attribute (bjt_xml_element_get_parent (at), "r");

          bjt_xml_element_set_text (at, shifted);
          if (area != NULL)
            bjt_xml_element_set_attribute (at, "ref", place);
        }
    }
}

static void
repeat_merge (const Growing *self,
              BjtXmlElement *merge,
              guint32        first_column,
              guint32        last_column)
{
  for (guint32 i = self->growth.count; i > 0; i--)
    {
      guint32          row = self->growth.last - 1 + i;
      g_autofree char *area = bjt_sheet_refs_format_area (row, first_column, row, last_column);

      bjt_xml_element_set_attribute (bjt_xml_element_copy_after (merge, merge), "ref", area);
    }
}

static void
grow_merge (const Growing *self,
            BjtXmlElement *merge)
{
  g_autofree char *text = bjt_xml_element_dup_attribute (merge, "ref");
  guint32          first_row, first_column, last_row, last_column;

  if (!bjt_sheet_refs_parse_area (text, &first_row, &first_column, &last_row, &last_column))
    return;
  if (first_row + 1 == self->growth.last && last_row + 1 == self->growth.last)
    repeat_merge (self, merge, first_column, last_column);
  else
    grow_attribute (self, merge, "ref", BJT_REFS_AREAS);
}

static void
grow_merges (const Growing *self)
{
  BjtXmlElement *list = bjt_xml_element_get_first (self->sheet->root, "mergeCells"), *next;
  guint          n = 0;

  for (BjtXmlElement *at = list != NULL ? bjt_xml_element_get_first (list, "mergeCell") : NULL; at != NULL; at = next)
    {
      next = bjt_xml_element_get_next (at, "mergeCell");
      grow_merge (self, at);
    }
  for (BjtXmlElement *at = list != NULL ? bjt_xml_element_get_first (list, "mergeCell") : NULL; at != NULL; at = bjt_xml_element_get_next (at, "mergeCell"))
    n++;
  if (n > 0)
    {
      g_autofree char *count = g_strdup_printf ("%u", n);

      bjt_xml_element_set_attribute (list, "count", count);
    }
}

static void
grow_breaks (const Growing *self)
{
  BjtXmlElement *list = bjt_xml_element_get_first (self->sheet->root, "rowBreaks");

  for (BjtXmlElement *at = list != NULL ? bjt_xml_element_get_first (list, "brk") : NULL; at != NULL; at = bjt_xml_element_get_next (at, "brk"))
    {
      g_autofree char *text = bjt_xml_element_dup_attribute (at, "id");
      guint32          row = text != NULL ? (guint32) g_ascii_strtoull (text, NULL, 10) : 0;
      g_autofree char *grown = g_strdup_printf ("%u", row >= self->growth.last ? row + self->growth.count : row);

      bjt_xml_element_set_attribute (at, "id", grown);
    }
}

static void
grow_sheet (const Growing *self)
{
  static const struct
  {
    const char *element, *attribute;
    BjtRefsMode mode;
  } places[] = {
    { "dimension", "ref", BJT_REFS_AREAS },
    { "selection", "activeCell", BJT_REFS_FORMULA },
    { "selection", "sqref", BJT_REFS_FORMULA },
    { "pane", "topLeftCell", BJT_REFS_FORMULA },
    { "sheetView", "topLeftCell", BJT_REFS_FORMULA },
    { "conditionalFormatting", "sqref", BJT_REFS_AREAS },
    { "dataValidation", "sqref", BJT_REFS_AREAS },
    { "hyperlink", "ref", BJT_REFS_FORMULA },
    { "autoFilter", "ref", BJT_REFS_AREAS },
    { "protectedRange", "sqref", BJT_REFS_AREAS },
    { "ignoredError", "sqref", BJT_REFS_AREAS },
    { "sortState", "ref", BJT_REFS_AREAS },
    { "sortCondition", "ref", BJT_REFS_AREAS },
  };
  BjtXmlElement *root = self->sheet->root, *extensions = bjt_xml_element_get_first (root, "extLst");

  for (gsize i = 0; i < G_N_ELEMENTS (places); i++)
    grow_all (self, root, places[i].element, places[i].attribute, places[i].mode);
  grow_rules (self, root, "formula", BJT_REFS_FORMULA);
  grow_rules (self, root, "formula1", BJT_REFS_FORMULA);
  grow_rules (self, root, "formula2", BJT_REFS_FORMULA);
  if (extensions != NULL)
    {
      grow_rules (self, extensions, "f", BJT_REFS_FORMULA);
      grow_rules (self, extensions, "sqref", BJT_REFS_AREAS);
    }
  grow_merges (self);
  grow_breaks (self);
  self->sheet->part->is_changed = TRUE;
}

/* Parts that belong to the sheet */

static void
grow_anchors (const Growing *self,
              BjtFormPart   *part)
{
  BjtXmlElement *root = bjt_form_part_get_root (part, NULL);

  for (BjtXmlElement *at = root != NULL ? bjt_xml_element_find (root, "row", NULL) : NULL; at != NULL; at = bjt_xml_element_find (root, "row", at))
    {
      g_autofree char *text = bjt_xml_element_dup_text (at);
      guint32          row = (guint32) g_ascii_strtoull (text, NULL, 10);
      g_autofree char *grown = g_strdup_printf ("%u", row >= self->growth.last ? row + self->growth.count : row);

      bjt_xml_element_set_text (at, grown);
      part->is_changed = TRUE;
    }
}

/* The boxes of comments: the third and the seventh number are rows. */
static char *
dup_grown_anchor (const Growing *self,
                  const char    *text)
{
  g_auto (GStrv) numbers = g_strsplit (text, ",", -1);

  for (guint i = 2; i < g_strv_length (numbers); i += 4)
    {
      guint32 row = (guint32) g_ascii_strtoull (g_strstrip (numbers[i]), NULL, 10);

      g_free (numbers[i]);
      numbers[i] = g_strdup_printf ("%u", row >= self->growth.last ? row + self->growth.count : row);
    }
  return g_strjoinv (",", numbers);
}

static void
grow_notes (const Growing *self,
            BjtFormPart   *part)
{
  BjtXmlElement *root = bjt_form_part_get_root (part, NULL);

  for (BjtXmlElement *at = root != NULL ? bjt_xml_element_find (root, "ClientData", NULL) : NULL; at != NULL; at = bjt_xml_element_find (root, "ClientData", at))
    {
      BjtXmlElement   *row = bjt_xml_element_get_first (at, "Row"), *anchor = bjt_xml_element_get_first (at, "Anchor");
      g_autofree char *place = row != NULL ? bjt_xml_element_dup_text (row) : NULL;
      g_autofree char *box = anchor != NULL ? bjt_xml_element_dup_text (anchor) : NULL;
      guint32          number = place != NULL ? (guint32) g_ascii_strtoull (place, NULL, 10) : 0;
      g_autofree char *grown = g_strdup_printf ("%u", number + self->growth.count);
      g_autofree char *grown_box = box != NULL ? dup_grown_anchor (self, box) : NULL;

      if (row == NULL || number < self->growth.last)
        continue;
      bjt_xml_element_set_text (row, grown);
      if (grown_box != NULL)
        bjt_xml_element_set_text (anchor, grown_box);
      part->is_changed = TRUE;
    }
}

static void
grow_places (const Growing *self,
             BjtFormPart   *part,
             const char    *element,
             BjtRefsMode    mode)
{
  BjtXmlElement *root = bjt_form_part_get_root (part, NULL);

  if (root == NULL)
    return;
  grow_all (self, root, element, "ref", mode);
  if (bjt_xml_element_is (root, element))
    grow_attribute (self, root, "ref", mode);
  part->is_changed = TRUE;
}

static void
grow_parts (const Growing *self)
{
  BjtFormPackage *package = self->book->package;
  BjtFormPart    *part;

  for (guint i = 0; (part = bjt_form_package_follow (package, self->sheet->part, "drawing", i)) != NULL; i++)
    grow_anchors (self, part);
  for (guint i = 0; (part = bjt_form_package_follow (package, self->sheet->part, "vmlDrawing", i)) != NULL; i++)
    grow_notes (self, part);
  for (guint i = 0; (part = bjt_form_package_follow (package, self->sheet->part, "comments", i)) != NULL; i++)
    grow_places (self, part, "comment", BJT_REFS_FORMULA);
  for (guint i = 0; (part = bjt_form_package_follow (package, self->sheet->part, "table", i)) != NULL; i++)
    {
      grow_places (self, part, "table", BJT_REFS_AREAS);
      grow_places (self, part, "autoFilter", BJT_REFS_AREAS);
    }
}

static void
grow_charts (const Growing *self)
{
  for (guint i = 0; i < self->book->package->parts->len; i++)
    {
      BjtFormPart   *part = self->book->package->parts->pdata[i];
      BjtXmlElement *root = strstr (part->name, "/charts/chart") != NULL ? bjt_form_part_get_root (part, NULL) : NULL;

      for (BjtXmlElement *at = root != NULL ? bjt_xml_element_find (root, "f", NULL) : NULL; at != NULL; at = bjt_xml_element_find (root, "f", at))
        part->is_changed |= grow_text (self, at, NULL, BJT_REFS_FORMULA);
    }
}

/**
 * bjt_form_book_grow:
 * @first_row: from 0, of the rows that stand ready
 * @n_ready: ≥ 1
 * @count: of the rows put behind them
 */
void
bjt_form_book_grow (BjtFormBook  *self,
                    BjtFormSheet *sheet,
                    guint32       first_row,
                    guint32       n_ready,
                    guint32       count)
{
  const Growing growing = { self, sheet, { sheet->name, first_row + 1, first_row + n_ready, count } };

  own_formulas (sheet);
  for (guint i = 0; i < self->sheets->len; i++)
    {
      BjtFormSheet *other = self->sheets->pdata[i];

      if (other->data != NULL)
        grow_formulas (&growing, other);
    }
  put_rows (&growing);
  shift_copies (&growing);
  grow_sheet (&growing);
  grow_names (&growing);
  grow_parts (&growing);
  grow_charts (&growing);
}
