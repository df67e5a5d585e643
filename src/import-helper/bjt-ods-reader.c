/* bjt-ods-reader.c: the cells of an .ods or .fods file.
 *
 * Values are those saved with the file; formulas are not run. Repeated cells and
 * rows are written out within the limits of a table; what is repeated and empty
 * at the end of a row or sheet is not. Annotations are no cell text. */
#include "bjt-ods-reader.h"

#include "bjt-cell-format.h"
#include "bjt-zip.h"

#include <string.h>

#include "import/bjt-import-error.h"
#include "import/bjt-table.h"
#include "xml/bjt-xml-reader.h"

#define MAX_SHEETS 256
#define MAX_REPEATED_ROWS 100000

typedef struct
{
  guint32 row;
  guint   column;
  guint   n_rows, n_columns;
} Span;

typedef struct
{
  /* Borrowed */
  GPtrArray *tables;
  BjtTable  *table; /* (nullable): outside a sheet */

  /* Owned */
  GString *text;
  GArray  *spans; /* Span */

  /* State */
  guint32     row;       /* number of the row at hand */
  guint       repeat_row;
  guint       column;
  guint       repeat_cell;
  guint       span_rows, span_columns;
  BjtCellKind kind;
  guint       n_paragraphs;
  guint       annotation; /* depth inside one */
  gboolean    in_cell;
  gboolean    in_paragraph;
  gboolean    is_spreadsheet;
  gboolean    value_given; /* by attribute: the shown text is not needed */
} Document;

static guint
get_count (const BjtXmlAttributes *attributes,
           const char             *name)
{
  const char *text = bjt_xml_attributes_get (attributes, name);
  guint64     count = text != NULL ? g_ascii_strtoull (text, NULL, 10) : 1;

  return (guint) CLAMP (count, 1, G_MAXINT32);
}

static gboolean
start_table (Document               *self,
             const BjtXmlAttributes *attributes,
             GError                **error)
{
  if (self->table != NULL || self->tables->len >= MAX_SHEETS)
    return TRUE;
  self->table = bjt_table_new (bjt_xml_attributes_get (attributes, "name"));
  g_ptr_array_add (self->tables, self->table);
  self->row = 0;
  g_array_set_size (self->spans, 0);
  return TRUE;
}

static void
set_value (Document   *self,
           BjtCellKind kind,
           const char *value)
{
  if (value == NULL)
    return;
  self->kind = kind;
  self->value_given = TRUE;
  g_string_assign (self->text, value);
}

static void
read_date (Document   *self,
           const char *value)
{
  char *time;

  set_value (self, BJT_CELL_DATE, value);
  time = strchr (self->text->str, 'T');
  if (time != NULL && g_str_has_prefix (time, "T00:00:00"))
    g_string_truncate (self->text, (gsize) (time - self->text->str));
  else if (time != NULL)
    *time = ' ';
  g_string_truncate (self->text, MIN (self->text->len, 19));
}

static void
start_cell (Document               *self,
            const BjtXmlAttributes *attributes)
{
  const char *type = bjt_xml_attributes_get (attributes, "value-type");
  const char *value = bjt_xml_attributes_get (attributes, "value");

  self->in_cell = TRUE;
  self->kind = BJT_CELL_TEXT;
  self->value_given = FALSE;
  self->n_paragraphs = 0;
  self->repeat_cell = get_count (attributes, "number-columns-repeated");
  self->span_columns = get_count (attributes, "number-columns-spanned");
  self->span_rows = get_count (attributes, "number-rows-spanned");
  g_string_truncate (self->text, 0);
  if (type == NULL)
    return;
  if (strcmp (type, "float") == 0 || strcmp (type, "percentage") == 0 || strcmp (type, "currency") == 0)
    {
      char number[BJT_CELL_TEXT_SIZE];

      bjt_cell_format_number (value != NULL ? value : "", number);
      set_value (self, BJT_CELL_NUMBER, value != NULL ? number : NULL);
    }
  else if (strcmp (type, "date") == 0)
    read_date (self, bjt_xml_attributes_get (attributes, "date-value"));
  else if (strcmp (type, "boolean") == 0)
    {
      value = bjt_xml_attributes_get (attributes, "boolean-value");
      set_value (self, BJT_CELL_BOOLEAN, value == NULL ? NULL : strcmp (value, "true") == 0 ? "TRUE" : "FALSE");
    }
}

static gboolean
document_start_cb (const char             *name,
                   const BjtXmlAttributes *attributes,
                   gpointer                user_data,
                   GError                **error)
{
  Document *self = user_data;

  if (strcmp (name, "spreadsheet") == 0)
    self->is_spreadsheet = TRUE;
  else if (strcmp (name, "annotation") == 0)
    self->annotation++;
  else if (strcmp (name, "table") == 0 && g_strcmp0 (attributes->prefix, "table") == 0)
    return start_table (self, attributes, error);
  else if (self->table == NULL || self->annotation > 0)
    return TRUE;
  else if (strcmp (name, "table-row") == 0)
    {
      self->repeat_row = get_count (attributes, "number-rows-repeated");
      self->row++;
      self->column = 0;
      return bjt_table_begin_row (self->table, self->row, error);
    }
  else if (strcmp (name, "table-cell") == 0 || strcmp (name, "covered-table-cell") == 0)
    start_cell (self, attributes);
  else if (strcmp (name, "p") == 0 && self->in_cell && !self->value_given)
    {
      if (self->n_paragraphs++ > 0)
        g_string_append_c (self->text, '\n');
      self->in_paragraph = TRUE;
    }
  else if (self->in_paragraph && (strcmp (name, "s") == 0 || strcmp (name, "tab") == 0))
    for (guint i = MIN (get_count (attributes, "c"), 100); i > 0; i--)
      g_string_append_c (self->text, ' ');
  return TRUE;
}

static gboolean
end_cell (Document *self,
          GError  **error)
{
  guint n = self->repeat_cell;

  self->in_cell = FALSE;
  if (self->text->len > 0)
    for (guint i = 0; i < n && self->column + i < BJT_TABLE_MAX_COLUMNS; i++)
      if (!bjt_table_set_cell (self->table, self->column + i, self->kind, self->text->str, self->text->len, error))
        return FALSE;
  if (self->text->len > 0 && (self->span_rows > 1 || self->span_columns > 1) && self->spans->len < 100000)
    {
      Span span = { self->row, self->column, self->span_rows, self->span_columns };

      g_array_append_val (self->spans, span);
    }
  self->column = n > BJT_TABLE_MAX_COLUMNS ? BJT_TABLE_MAX_COLUMNS : MIN (self->column + n, BJT_TABLE_MAX_COLUMNS);
  return TRUE;
}

static gboolean
end_row (Document *self,
         GError  **error)
{
  guint index = bjt_table_get_n_rows (self->table);
  guint repeat = self->repeat_row - 1;

  if (!bjt_table_end_row (self->table, error))
    return FALSE;
  if (bjt_table_get_row (self->table, index)->n_cells > 0)
    {
      if (repeat > MAX_REPEATED_ROWS)
        {
          g_set_error (error, BJT_IMPORT_ERROR, BJT_IMPORT_ERROR_UNSAFE, "row %u is repeated %u times", self->row, repeat);
          return FALSE;
        }
      if (!bjt_table_repeat_row (self->table, repeat, error))
        return FALSE;
    }
  self->row = self->row > G_MAXINT32 - repeat ? G_MAXINT32 : self->row + repeat;
  return TRUE;
}

static void
end_table (Document *self)
{
  for (guint i = 0; i < self->spans->len; i++)
    {
      const Span *span = &g_array_index (self->spans, Span, i);

      bjt_table_merge (self->table, span->row, span->column,
                       span->row + MIN (span->n_rows, BJT_TABLE_MAX_ROWS) - 1,
                       span->column + MIN (span->n_columns, BJT_TABLE_MAX_COLUMNS) - 1);
    }
  self->table = NULL;
}

static gboolean
document_end_cb (const char *name,
                 gpointer    user_data,
                 GError    **error)
{
  Document *self = user_data;

  if (strcmp (name, "annotation") == 0)
    self->annotation -= self->annotation > 0;
  else if (self->table == NULL || self->annotation > 0)
    return TRUE;
  else if (strcmp (name, "p") == 0)
    self->in_paragraph = FALSE;
  else if (self->in_cell && (strcmp (name, "table-cell") == 0 || strcmp (name, "covered-table-cell") == 0))
    return end_cell (self, error);
  else if (strcmp (name, "table-row") == 0)
    return end_row (self, error);
  else if (strcmp (name, "table") == 0)
    end_table (self);
  return TRUE;
}

static gboolean
document_text_cb (const char *text,
                  gsize       length,
                  gpointer    user_data,
                  GError    **error)
{
  Document *self = user_data;

  if (self->in_paragraph && self->annotation == 0)
    g_string_append_len (self->text, text, (gssize) length);
  return TRUE;
}

static gboolean
read_document (Document   *self,
               const char *path,
               gboolean    flat,
               GError    **error)
{
  static const BjtXmlHandler handler = { document_start_cb, document_end_cb, document_text_cb };
  g_autoptr (BjtZipPart)     part = NULL;

  if (flat)
    return bjt_xml_read_file (path, NULL, &handler, self, error);
  part = bjt_zip_part_open (path, "content.xml", error);
  return part != NULL && bjt_xml_read (bjt_zip_part_read, part, NULL, &handler, self, error);
}

/**
 * bjt_ods_read:
 * @flat: whether the file is the XML itself
 * @tables: (element-type BjtTable): gets the sheets
 */
gboolean
bjt_ods_read (const char *path,
              gboolean    flat,
              GPtrArray  *tables,
              GError    **error)
{
  Document           self = { .tables = tables };
  g_autoptr (GError) problem = NULL;

  self.text = g_string_new (NULL);
  self.spans = g_array_new (FALSE, FALSE, sizeof (Span));
  read_document (&self, path, flat, &problem);
  g_string_free (self.text, TRUE);
  g_array_unref (self.spans);
  if (problem == NULL && !self.is_spreadsheet)
    g_set_error_literal (&problem, BJT_IMPORT_ERROR, BJT_IMPORT_ERROR_UNSUPPORTED, "an OpenDocument file that is no spreadsheet");
  if (problem == NULL)
    return TRUE;
  if (problem->domain == BJT_IMPORT_ERROR)
    g_propagate_error (error, g_steal_pointer (&problem));
  else
    g_set_error (error, BJT_IMPORT_ERROR,
                 g_error_matches (problem, BJT_XML_ERROR, BJT_XML_ERROR_UNSAFE) ? BJT_IMPORT_ERROR_UNSAFE : BJT_IMPORT_ERROR_DAMAGED,
                 "the spreadsheet is damaged: %s", problem->message);
  return FALSE;
}
