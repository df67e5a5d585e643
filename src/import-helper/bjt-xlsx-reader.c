/* bjt-xlsx-reader.c: the cells of an .xlsx file.
 *
 * The package's own relations say where its parts are. Formulas are never run:
 * the value saved with them counts. Phonetic readings, charts, macros and links
 * to elsewhere are not looked at. Hidden sheets are left out unless all are. */
#include "bjt-xlsx-reader.h"

#include "bjt-cell-format.h"
#include "bjt-zip.h"

#include <string.h>

#include "import/bjt-table.h"
#include "xml/bjt-xml-reader.h"

#define MAX_SHEETS 256
#define MAX_MERGES 100000
#define MAX_STRINGS 20000000
#define MAX_STRING_BYTES (512u << 20)

typedef struct
{
  char    *name;
  char    *relation;
  gboolean hidden;
} SheetEntry;

typedef struct
{
  guint32 row1, row2;
  guint   column1, column2;
} Merge;

typedef struct
{
  /* Borrowed */
  const char *path;
  BjtOutput  *output;

  /* Owned */
  GPtrArray  *parts;
  char       *workbook;       /* name of the part */
  GHashTable *relations;      /* id → part */
  char       *strings_part;   /* (nullable) */
  char       *styles_part;    /* (nullable) */
  GArray     *sheets;         /* SheetEntry */
  GString    *strings;        /* all shared strings, each with its NUL */
  GArray     *string_starts;  /* guint32 */
  GHashTable *format_codes;   /* id → code */
  GByteArray *style_is_date;  /* by index of the cell style */

  /* State */
  gboolean from_1904;
  gboolean in_item;     /* <si> or <is> */
  gboolean in_phonetic;
  gboolean in_text;
  gboolean in_cell_formats;

  /* State: the sheet at hand */
  BjtTable *table;
  GArray   *merges;
  GString  *value;
  guint     column;
  guint32   row;
  char      type;       /* of the cell: n s i b e d t(str) */
  guint     style;
  gboolean  in_value;
  gboolean  row_open;
} Workbook;

/* Parts */

static char *
resolve (const char *base,
         const char *target)
{
  g_autofree char *folder = NULL;
  g_autofree char *joined = NULL;
  char            *canonical;

  if (target[0] == '/' || target[0] == '\\')
    return g_strdup (target + 1);
  folder = g_path_get_dirname (base);
  joined = g_build_filename ("/", strcmp (folder, ".") == 0 ? "" : folder, target, NULL);
  canonical = g_canonicalize_filename (joined, "/");
  memmove (canonical, canonical + 1, strlen (canonical));
  return canonical;
}

static gboolean
read_part (Workbook            *self,
           const char          *name,
           const BjtXmlHandler *handler,
           GError             **error)
{
  g_autoptr (BjtZipPart) part = bjt_zip_part_open (self->path, name, error);
  g_autoptr (GError)     problem = NULL;

  if (part == NULL)
    return FALSE;
  if (bjt_xml_read (bjt_zip_part_read, part, NULL, handler, self, &problem))
    return TRUE;
  if (problem->domain == BJT_IMPORT_ERROR)
    g_propagate_error (error, g_steal_pointer (&problem));
  else
    g_set_error (error, BJT_IMPORT_ERROR,
                 g_error_matches (problem, BJT_XML_ERROR, BJT_XML_ERROR_UNSAFE) ? BJT_IMPORT_ERROR_UNSAFE : BJT_IMPORT_ERROR_DAMAGED,
                 "part %s of the workbook: %s", name, problem->message);
  return FALSE;
}

/* Relations */

static gboolean
relation_start_cb (const char             *name,
                   const BjtXmlAttributes *attributes,
                   gpointer                user_data,
                   GError                **error)
{
  Workbook   *self = user_data;
  const char *id = bjt_xml_attributes_get (attributes, "Id");
  const char *type = bjt_xml_attributes_get (attributes, "Type");
  const char *target = bjt_xml_attributes_get (attributes, "Target");

  if (strcmp (name, "Relationship") != 0 || id == NULL || type == NULL || target == NULL)
    return TRUE;
  if (self->workbook == NULL)
    {
      if (g_str_has_suffix (type, "/officeDocument"))
        self->workbook = resolve ("", target);
    }
  else if (g_str_has_suffix (type, "/worksheet"))
    g_hash_table_insert (self->relations, g_strdup (id), resolve (self->workbook, target));
  else if (g_str_has_suffix (type, "/sharedStrings") && self->strings_part == NULL)
    self->strings_part = resolve (self->workbook, target);
  else if (g_str_has_suffix (type, "/styles") && self->styles_part == NULL)
    self->styles_part = resolve (self->workbook, target);
  return TRUE;
}

static gboolean
read_relations (Workbook *self,
                GError  **error)
{
  static const BjtXmlHandler handler = { .start = relation_start_cb };
  g_autofree char           *folder = NULL;
  g_autofree char           *file = NULL;
  g_autofree char           *name = NULL;

  if (bjt_zip_find (self->parts, "_rels/.rels") != NULL && !read_part (self, "_rels/.rels", &handler, error))
    return FALSE;
  if (self->workbook == NULL)
    self->workbook = g_strdup ("xl/workbook.xml");
  folder = g_path_get_dirname (self->workbook);
  file = g_path_get_basename (self->workbook);
  name = strcmp (folder, ".") == 0 ? g_strdup_printf ("_rels/%s.rels", file) : g_strdup_printf ("%s/_rels/%s.rels", folder, file);
  return bjt_zip_find (self->parts, name) == NULL || read_part (self, name, &handler, error);
}

/* Workbook */

static gboolean
is_true (const char *text)
{
  return text != NULL && (strcmp (text, "1") == 0 || strcmp (text, "true") == 0);
}

static gboolean
workbook_start_cb (const char             *name,
                   const BjtXmlAttributes *attributes,
                   gpointer                user_data,
                   GError                **error)
{
  Workbook *self = user_data;

  if (strcmp (name, "workbookPr") == 0)
    self->from_1904 = is_true (bjt_xml_attributes_get (attributes, "date1904"));
  else if (strcmp (name, "sheet") == 0 && self->sheets->len < MAX_SHEETS)
    {
      const char *state = bjt_xml_attributes_get (attributes, "state");
      SheetEntry  entry;

      entry.name = g_strdup (bjt_xml_attributes_get (attributes, "name"));
      entry.relation = g_strdup (bjt_xml_attributes_get (attributes, "id"));
      entry.hidden = state != NULL && strcmp (state, "visible") != 0;
      g_array_append_val (self->sheets, entry);
    }
  return TRUE;
}

/* Styles */

static gboolean
styles_start_cb (const char             *name,
                 const BjtXmlAttributes *attributes,
                 gpointer                user_data,
                 GError                **error)
{
  Workbook   *self = user_data;
  const char *id;

  if (strcmp (name, "numFmt") == 0)
    {
      const char *code = bjt_xml_attributes_get (attributes, "formatCode");

      id = bjt_xml_attributes_get (attributes, "numFmtId");
      if (id != NULL && code != NULL)
        g_hash_table_insert (self->format_codes, GUINT_TO_POINTER ((guint) g_ascii_strtoull (id, NULL, 10)), g_strdup (code));
    }
  else if (strcmp (name, "cellXfs") == 0)
    self->in_cell_formats = TRUE;
  else if (strcmp (name, "xf") == 0 && self->in_cell_formats)
    {
      guint  format;
      guint8 is_date;

      id = bjt_xml_attributes_get (attributes, "numFmtId");
      format = id != NULL ? (guint) g_ascii_strtoull (id, NULL, 10) : 0;
      is_date = bjt_cell_format_is_date (format, g_hash_table_lookup (self->format_codes, GUINT_TO_POINTER (format)));
      g_byte_array_append (self->style_is_date, &is_date, 1);
    }
  return TRUE;
}

static gboolean
styles_end_cb (const char *name,
               gpointer    user_data,
               GError    **error)
{
  if (strcmp (name, "cellXfs") == 0)
    ((Workbook *) user_data)->in_cell_formats = FALSE;
  return TRUE;
}

/* Text items: shared strings and inline strings */

static void
text_start (Workbook   *self,
            const char *name)
{
  if (strcmp (name, "rPh") == 0)
    self->in_phonetic = TRUE;
  else if (strcmp (name, "t") == 0 && !self->in_phonetic)
    self->in_text = TRUE;
}

static void
text_end (Workbook   *self,
          const char *name)
{
  if (strcmp (name, "rPh") == 0)
    self->in_phonetic = FALSE;
  else if (strcmp (name, "t") == 0)
    self->in_text = FALSE;
}

static gboolean
strings_start_cb (const char             *name,
                  const BjtXmlAttributes *attributes,
                  gpointer                user_data,
                  GError                **error)
{
  Workbook *self = user_data;

  if (strcmp (name, "si") == 0)
    {
      guint32 start = (guint32) self->strings->len;

      if (self->string_starts->len >= MAX_STRINGS || self->strings->len > MAX_STRING_BYTES)
        {
          g_set_error_literal (error, BJT_IMPORT_ERROR, BJT_IMPORT_ERROR_LIMIT, "the workbook holds too much text");
          return FALSE;
        }
      g_array_append_val (self->string_starts, start);
    }
  else
    text_start (self, name);
  return TRUE;
}

static gboolean
strings_end_cb (const char *name,
                gpointer    user_data,
                GError    **error)
{
  Workbook *self = user_data;

  if (strcmp (name, "si") == 0)
    g_string_append_c (self->strings, '\0');
  else
    text_end (self, name);
  return TRUE;
}

static gboolean
strings_text_cb (const char *text,
                 gsize       length,
                 gpointer    user_data,
                 GError    **error)
{
  Workbook *self = user_data;

  if (self->in_text)
    g_string_append_len (self->strings, text, (gssize) length);
  return TRUE;
}

/* Sheets */

/* Reads B12; returns how many characters, 0 when it is none. */
static gsize
read_reference (const char *text,
                guint      *column,
                guint32    *row)
{
  const char *at = text;
  guint64     number = 0;

  *column = 0;
  while (g_ascii_isalpha (*at) && at - text < 4)
    *column = *column * 26 + (guint) (g_ascii_toupper (*at++) - 'A') + 1;
  if (at == text)
    return 0;
  (*column)--;
  while (g_ascii_isdigit (*at) && number < G_MAXUINT32 / 16)
    number = number * 10 + (guint64) (*at++ - '0');
  *row = (guint32) number;
  return number > 0 ? (gsize) (at - text) : 0;
}

static void
add_merge (Workbook   *self,
           const char *reference)
{
  Merge merge;
  gsize n;

  if (reference == NULL || self->merges->len >= MAX_MERGES)
    return;
  n = read_reference (reference, &merge.column1, &merge.row1);
  if (n == 0 || reference[n] != ':' || read_reference (reference + n + 1, &merge.column2, &merge.row2) == 0)
    return;
  g_array_append_val (self->merges, merge);
}

static gboolean
end_open_row (Workbook *self,
              GError  **error)
{
  if (!self->row_open)
    return TRUE;
  self->row_open = FALSE;
  return bjt_table_end_row (self->table, error);
}

static gboolean
start_row (Workbook               *self,
           const BjtXmlAttributes *attributes,
           GError                **error)
{
  const char *number = bjt_xml_attributes_get (attributes, "r");
  guint64     row = number != NULL ? g_ascii_strtoull (number, NULL, 10) : 0;

  if (!end_open_row (self, error))
    return FALSE;
  self->row = row > self->row && row < G_MAXUINT32 ? (guint32) row : self->row + 1;
  self->column = G_MAXUINT;
  self->row_open = TRUE;
  return bjt_table_begin_row (self->table, self->row, error);
}

static char
read_type (const char *type)
{
  if (type == NULL || type[0] == '\0' || strcmp (type, "n") == 0)
    return 'n';
  if (strcmp (type, "str") == 0)
    return 't';
  return strcmp (type, "inlineStr") == 0 ? 'i' : type[0];
}

static void
start_cell (Workbook               *self,
            const BjtXmlAttributes *attributes)
{
  const char *reference = NULL;
  guint       column;
  guint32     row;

  self->type = 'n';
  self->style = 0;
  for (guint i = 0; i < attributes->n_items; i++)
    {
      const BjtXmlAttribute *item = &attributes->items[i];

      if (strcmp (item->name, "r") == 0)
        reference = item->value;
      else if (strcmp (item->name, "s") == 0)
        self->style = (guint) MIN (g_ascii_strtoull (item->value, NULL, 10), G_MAXUINT);
      else if (strcmp (item->name, "t") == 0)
        self->type = read_type (item->value);
    }
  if (reference != NULL && read_reference (reference, &column, &row) > 0)
    self->column = column;
  else
    self->column++;
  g_string_truncate (self->value, 0);
}

static gboolean
sheet_start_cb (const char             *name,
                const BjtXmlAttributes *attributes,
                gpointer                user_data,
                GError                **error)
{
  Workbook *self = user_data;

  if (strcmp (name, "c") == 0)
    start_cell (self, attributes);
  else if (strcmp (name, "v") == 0)
    self->in_value = TRUE;
  else if (strcmp (name, "row") == 0)
    return start_row (self, attributes, error);
  else if (strcmp (name, "is") == 0)
    self->in_item = TRUE;
  else if (strcmp (name, "mergeCell") == 0)
    add_merge (self, bjt_xml_attributes_get (attributes, "ref"));
  else if (self->in_item)
    text_start (self, name);
  return TRUE;
}

static gboolean
put_number (Workbook *self,
            GError  **error)
{
  char     text[BJT_CELL_TEXT_SIZE];
  gboolean date = self->style < self->style_is_date->len && self->style_is_date->data[self->style] != 0;

  if (date && bjt_cell_format_serial (g_ascii_strtod (self->value->str, NULL), self->from_1904, text))
    return bjt_table_set_cell (self->table, self->column, BJT_CELL_DATE, text, strlen (text), error);
  bjt_cell_format_number (self->value->str, text);
  return bjt_table_set_cell (self->table, self->column, BJT_CELL_NUMBER, text, strlen (text), error);
}

static gboolean
put_shared (Workbook *self,
            GError  **error)
{
  guint64     index = g_ascii_strtoull (self->value->str, NULL, 10);
  const char *text;

  if (index >= self->string_starts->len)
    {
      g_set_error (error, BJT_IMPORT_ERROR, BJT_IMPORT_ERROR_DAMAGED, "sheet %s, row %u: the cell's text is missing",
                   bjt_table_get_name (self->table), self->row);
      return FALSE;
    }
  text = self->strings->str + g_array_index (self->string_starts, guint32, index);
  return bjt_table_set_cell (self->table, self->column, BJT_CELL_TEXT, text, strlen (text), error);
}

static gboolean
put_date (Workbook *self,
          GError  **error)
{
  char *time = strchr (self->value->str, 'T');

  if (time != NULL && g_str_has_prefix (time, "T00:00:00"))
    g_string_truncate (self->value, (gsize) (time - self->value->str));
  else if (time != NULL)
    *time = ' ';
  g_string_truncate (self->value, MIN (self->value->len, 19));
  return bjt_table_set_cell (self->table, self->column, BJT_CELL_DATE, self->value->str, self->value->len, error);
}

static gboolean
end_cell (Workbook *self,
          GError  **error)
{
  if (self->value->len == 0 || self->column >= BJT_TABLE_MAX_COLUMNS || !self->row_open)
    return TRUE;
  switch (self->type)
    {
    case 'n':
      return put_number (self, error);
    case 's':
      return put_shared (self, error);
    case 'd':
      return put_date (self, error);
    case 'b':
      return bjt_table_set_cell (self->table, self->column, BJT_CELL_BOOLEAN,
                                 self->value->str[0] == '1' ? "TRUE" : "FALSE", self->value->str[0] == '1' ? 4 : 5, error);
    case 'e':
      return bjt_table_set_cell (self->table, self->column, BJT_CELL_ERROR, self->value->str, self->value->len, error);
    default:
      return bjt_table_set_cell (self->table, self->column, BJT_CELL_TEXT, self->value->str, self->value->len, error);
    }
}

static gboolean
sheet_end_cb (const char *name,
              gpointer    user_data,
              GError    **error)
{
  Workbook *self = user_data;

  if (strcmp (name, "c") == 0)
    return end_cell (self, error);
  if (strcmp (name, "v") == 0)
    self->in_value = FALSE;
  else if (strcmp (name, "row") == 0)
    return end_open_row (self, error);
  else if (strcmp (name, "is") == 0)
    self->in_item = FALSE;
  else if (self->in_item)
    text_end (self, name);
  return TRUE;
}

static gboolean
sheet_text_cb (const char *text,
               gsize       length,
               gpointer    user_data,
               GError    **error)
{
  Workbook *self = user_data;

  if (self->in_value || (self->in_item && self->in_text))
    g_string_append_len (self->value, text, (gssize) length);
  return TRUE;
}

static gboolean
read_sheet (Workbook         *self,
            const SheetEntry *entry,
            GPtrArray        *tables,
            GError          **error)
{
  static const BjtXmlHandler handler = { sheet_start_cb, sheet_end_cb, sheet_text_cb };
  const char                *part = entry->relation != NULL ? g_hash_table_lookup (self->relations, entry->relation) : NULL;

  if (part == NULL)
    return TRUE;
  self->table = bjt_table_new (entry->name);
  g_ptr_array_add (tables, self->table);
  self->row = 0;
  self->row_open = FALSE;
  self->in_item = self->in_text = self->in_phonetic = self->in_value = FALSE;
  g_array_set_size (self->merges, 0);
  if (!read_part (self, part, &handler, error))
    return FALSE;
  for (guint i = 0; i < self->merges->len; i++)
    {
      const Merge *merge = &g_array_index (self->merges, Merge, i);

      bjt_table_merge (self->table, merge->row1, merge->column1, merge->row2, merge->column2);
    }
  return TRUE;
}

static gboolean
read_sheets (Workbook  *self,
             GPtrArray *tables,
             GError   **error)
{
  gboolean all_hidden = TRUE;

  for (guint i = 0; i < self->sheets->len; i++)
    all_hidden = all_hidden && g_array_index (self->sheets, SheetEntry, i).hidden;
  for (guint i = 0; i < self->sheets->len; i++)
    {
      const SheetEntry *entry = &g_array_index (self->sheets, SheetEntry, i);

      bjt_output_progress (self->output, i, self->sheets->len);
      if ((!entry->hidden || all_hidden) && !read_sheet (self, entry, tables, error))
        return FALSE;
    }
  return TRUE;
}

static gboolean
read_workbook (Workbook  *self,
               GPtrArray *tables,
               GError   **error)
{
  static const BjtXmlHandler workbook = { .start = workbook_start_cb };
  static const BjtXmlHandler styles = { styles_start_cb, styles_end_cb, NULL };
  static const BjtXmlHandler strings = { strings_start_cb, strings_end_cb, strings_text_cb };

  if (!read_relations (self, error) || !read_part (self, self->workbook, &workbook, error))
    return FALSE;
  if (self->styles_part != NULL && bjt_zip_find (self->parts, self->styles_part) != NULL &&
      !read_part (self, self->styles_part, &styles, error))
    return FALSE;
  if (self->strings_part != NULL && bjt_zip_find (self->parts, self->strings_part) != NULL &&
      !read_part (self, self->strings_part, &strings, error))
    return FALSE;
  return read_sheets (self, tables, error);
}

static void
sheet_entry_clear (SheetEntry *self)
{
  g_free (self->name);
  g_free (self->relation);
}

static void
workbook_clear (Workbook *self)
{
  g_clear_pointer (&self->parts, g_ptr_array_unref);
  g_free (self->workbook);
  g_free (self->strings_part);
  g_free (self->styles_part);
  g_hash_table_unref (self->relations);
  g_hash_table_unref (self->format_codes);
  g_array_unref (self->sheets);
  g_array_unref (self->string_starts);
  g_array_unref (self->merges);
  g_byte_array_unref (self->style_is_date);
  g_string_free (self->strings, TRUE);
  g_string_free (self->value, TRUE);
}

/**
 * bjt_xlsx_read:
 * @tables: (element-type BjtTable): gets the sheets
 * @output: is told of progress
 */
gboolean
bjt_xlsx_read (const char *path,
               GPtrArray  *tables,
               BjtOutput  *output,
               GError    **error)
{
  Workbook self = { .path = path, .output = output };
  gboolean ok;

  self.parts = bjt_zip_list (path, error);
  if (self.parts == NULL)
    return FALSE;
  self.relations = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  self.format_codes = g_hash_table_new_full (NULL, NULL, NULL, g_free);
  self.sheets = g_array_new (FALSE, FALSE, sizeof (SheetEntry));
  g_array_set_clear_func (self.sheets, (GDestroyNotify) sheet_entry_clear);
  self.string_starts = g_array_new (FALSE, FALSE, sizeof (guint32));
  self.merges = g_array_new (FALSE, FALSE, sizeof (Merge));
  self.style_is_date = g_byte_array_new ();
  self.strings = g_string_new (NULL);
  self.value = g_string_new (NULL);
  ok = read_workbook (&self, tables, error);
  workbook_clear (&self);
  return ok;
}
