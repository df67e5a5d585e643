/* bjt-xls-reader.c: through libfreexl, which gives dates as ISO text, follows the
 * workbook's calendar and the values saved with formulas. It knows of no merged
 * cells: only their first one has a value here. */
#include "bjt-xls-reader.h"

#include "bjt-cell-format.h"

#include <freexl.h>
#include <string.h>

#include "import/bjt-import-error.h"
#include "import/bjt-table.h"

#define MAX_SHEETS 256

static gboolean
put_value (BjtTable              *table,
           guint                  column,
           const FreeXL_CellValue *value,
           GError               **error)
{
  char raw[G_ASCII_DTOSTR_BUF_SIZE];
  char text[BJT_CELL_TEXT_SIZE];

  switch (value->type)
    {
    case FREEXL_CELL_INT:
      g_snprintf (text, sizeof text, "%d", value->value.int_value);
      return bjt_table_set_cell (table, column, BJT_CELL_NUMBER, text, strlen (text), error);
    case FREEXL_CELL_DOUBLE:
      g_ascii_dtostr (raw, sizeof raw, value->value.double_value);
      bjt_cell_format_number (raw, text);
      return bjt_table_set_cell (table, column, BJT_CELL_NUMBER, text, strlen (text), error);
    case FREEXL_CELL_TEXT:
    case FREEXL_CELL_SST_TEXT:
      return value->value.text_value == NULL ||
             bjt_table_set_cell (table, column, BJT_CELL_TEXT, value->value.text_value, strlen (value->value.text_value), error);
    case FREEXL_CELL_DATE:
    case FREEXL_CELL_DATETIME:
    case FREEXL_CELL_TIME:
      return value->value.text_value == NULL ||
             bjt_table_set_cell (table, column, BJT_CELL_DATE, value->value.text_value, strlen (value->value.text_value), error);
    default:
      return TRUE;
    }
}

static gboolean
read_sheet (const void     *handle,
            unsigned short  index,
            GPtrArray      *tables,
            GError        **error)
{
  const char    *name = NULL;
  unsigned int   n_rows = 0;
  unsigned short n_columns = 0;
  BjtTable      *table;

  if (freexl_select_active_worksheet (handle, index) != FREEXL_OK ||
      freexl_worksheet_dimensions (handle, &n_rows, &n_columns) != FREEXL_OK)
    return TRUE;
  freexl_get_worksheet_name (handle, index, &name);
  table = bjt_table_new (name);
  g_ptr_array_add (tables, table);
  for (unsigned int row = 0; row < n_rows; row++)
    {
      if (!bjt_table_begin_row (table, row + 1, error))
        return FALSE;
      for (unsigned short column = 0; column < MIN (n_columns, BJT_TABLE_MAX_COLUMNS); column++)
        {
          FreeXL_CellValue value;

          if (freexl_get_cell_value (handle, row, column, &value) == FREEXL_OK && !put_value (table, column, &value, error))
            return FALSE;
        }
      if (!bjt_table_end_row (table, error))
        return FALSE;
    }
  return TRUE;
}

static gboolean
read_workbook (const void *handle,
               GPtrArray  *tables,
               GError    **error)
{
  unsigned int password = FREEXL_BIFF_PLAIN;
  unsigned int n_sheets = 0;

  if (freexl_get_info (handle, FREEXL_BIFF_PASSWORD, &password) == FREEXL_OK && password == FREEXL_BIFF_OBFUSCATED)
    {
      g_set_error_literal (error, BJT_IMPORT_ERROR, BJT_IMPORT_ERROR_ENCRYPTED, "the workbook is protected by a password: save it without one");
      return FALSE;
    }
  if (freexl_get_info (handle, FREEXL_BIFF_SHEET_COUNT, &n_sheets) != FREEXL_OK || n_sheets == 0)
    {
      g_set_error_literal (error, BJT_IMPORT_ERROR, BJT_IMPORT_ERROR_DAMAGED, "the workbook has no sheet that can be read: it is damaged or protected by a password");
      return FALSE;
    }
  for (unsigned int i = 0; i < MIN (n_sheets, MAX_SHEETS); i++)
    if (!read_sheet (handle, (unsigned short) i, tables, error))
      return FALSE;
  return TRUE;
}

/**
 * bjt_xls_read:
 * @tables: (element-type BjtTable): gets the sheets
 */
gboolean
bjt_xls_read (const char *path,
              GPtrArray  *tables,
              GError    **error)
{
  const void *handle = NULL;
  int         result = freexl_open (path, &handle);
  gboolean    ok;

  if (result != FREEXL_OK)
    {
      g_set_error (error, BJT_IMPORT_ERROR, BJT_IMPORT_ERROR_DAMAGED,
                   "not a readable Excel workbook, damaged or protected by a password (freexl %d)", result);
      if (handle != NULL)
        freexl_close (handle);
      return FALSE;
    }
  ok = read_workbook (handle, tables, error);
  freexl_close (handle);
  return ok;
}
