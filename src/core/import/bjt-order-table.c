/* bjt-order-table.c: finds the header of each sheet, then sends its rows.
 *
 * The header is the one of the first 30 rows whose words name the most fields; it
 * has to name three, among them the content or the address (a sheet with less is
 * no list of orders). Of two columns of one field the surer header wins, then the
 * one further left; but of two kinds the one further right, which is the finer.
 * Rows without number, content and address are no orders, nor are repeated
 * headers. */
#include "bjt-order-table.h"

#include "bjt-header-text.h"
#include "bjt-import-error.h"
#include "bjt-order-words.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

#define HEADER_SEARCH_ROWS 30
#define MAX_PART_CHARS 12
#define MIN_FIELDS 3
#define MAX_ORDERS 200000

typedef struct
{
  int   columns[BJT_ORDER_N_FIELDS]; /* or -1 */
  int   scores[BJT_ORDER_N_FIELDS];
  guint n_fields;
  int   total;
} Header;

/**
 * bjt_order_table_match_header:
 * @header: as the file has it
 * @score: (out): 3 for the very word, 1 for a part of it
 */
gboolean
bjt_order_table_match_header (const char    *header,
                              BjtOrderField *field,
                              int           *score)
{
  g_autofree char *text = NULL;

  if (strlen (header) > BJT_HEADER_MAX_BYTES)
    return FALSE;
  text = bjt_header_text_fold (header);
  if (*text == '\0')
    return FALSE;
  for (gsize i = 0; i < G_N_ELEMENTS (order_exact_words); i++)
    if (bjt_header_text_has_word (order_exact_words[i].words, text, TRUE))
      {
        *field = order_exact_words[i].field;
        *score = 3;
        return TRUE;
      }
  if (g_utf8_strlen (text, -1) > MAX_PART_CHARS)
    return FALSE;
  for (gsize i = 0; i < G_N_ELEMENTS (order_foreign_words); i++)
    if (strstr (text, order_foreign_words[i]) != NULL)
      return FALSE;
  for (gsize i = 0; i < G_N_ELEMENTS (order_part_words); i++)
    if (bjt_header_text_has_word (order_part_words[i].words, text, FALSE))
      {
        *field = order_part_words[i].field;
        *score = 1;
        return TRUE;
      }
  return FALSE;
}

static void
read_header (Header         *self,
             const BjtTable *table,
             guint           row)
{
  guint n_columns = MIN (bjt_table_get_n_columns (table), BJT_TABLE_MAX_COLUMNS);

  memset (self, 0, sizeof *self);
  memset (self->columns, -1, sizeof self->columns);
  for (guint column = 0; column < n_columns; column++)
    {
      BjtOrderField field;
      int           score;

      if (!bjt_order_table_match_header (bjt_table_get_cell (table, row, column)->text, &field, &score))
        continue;
      if (self->columns[field] < 0)
        self->n_fields++;
      else if (self->scores[field] > score || (self->scores[field] == score && field != BJT_ORDER_KIND))
        continue;
      self->total += score - self->scores[field];
      self->columns[field] = (int) column;
      self->scores[field] = score;
    }
}

/* Returns the row, or -1: the sheet holds no orders. */
static int
find_header (const BjtTable *table,
             Header         *best)
{
  guint n = MIN (bjt_table_get_n_rows (table), HEADER_SEARCH_ROWS);
  int   found = -1;

  for (guint row = 0; row < n; row++)
    {
      Header at;

      read_header (&at, table, row);
      if (at.n_fields < MIN_FIELDS || (at.columns[BJT_ORDER_CONTENT] < 0 && at.columns[BJT_ORDER_ADDRESS] < 0)
          || (found >= 0 && (at.n_fields < best->n_fields || (at.n_fields == best->n_fields && at.total <= best->total))))
        continue;
      *best = at;
      found = (int) row;
    }
  return found;
}

/* 2026110300012 as spreadsheets keep it: 2.026110300012E+12 */
static const char *
get_text (const BjtCell *cell,
          GStringChunk  *texts)
{
  g_autofree char *text = NULL;
  double           value;

  if (cell->kind == BJT_CELL_ERROR || cell->length == 0)
    return NULL;
  if (cell->kind == BJT_CELL_NUMBER && strpbrk (cell->text, ".eE") != NULL)
    {
      value = g_ascii_strtod (cell->text, NULL);
      if (fabs (value) < 1e18 && value == floor (value))
        return g_string_chunk_insert (texts, text = g_strdup_printf ("%.0f", value));
    }
  text = g_strstrip (g_strdup (cell->text));
  return *text != '\0' ? g_string_chunk_insert (texts, text) : NULL;
}

static gboolean
is_order (const BjtOrderDraft *order,
          const BjtTable      *table,
          const Header        *header,
          guint                header_row)
{
  BjtOrderField told = order->fields[BJT_ORDER_CONTENT] != NULL ? BJT_ORDER_CONTENT : BJT_ORDER_ADDRESS;

  if (order->fields[told] == NULL)
    return FALSE;
  return strcmp (order->fields[told], bjt_table_get_cell (table, header_row, (guint) header->columns[told])->text) != 0;
}

static gboolean
send_rows (const BjtTable *table,
           const Header   *header,
           guint           header_row,
           BjtDraftFunc    func,
           gpointer        user_data,
           GError        **error)
{
  g_autoptr (GStringChunk) texts = g_string_chunk_new (4096);

  for (guint row = header_row + 1; row < bjt_table_get_n_rows (table); row++)
    {
      BjtDraft draft = { .kind = BJT_DRAFT_ORDER };

      g_string_chunk_clear (texts);
      draft.order.sheet = bjt_table_get_name (table);
      draft.order.row = bjt_table_get_row (table, row)->number;
      for (guint i = 0; i < BJT_ORDER_N_FIELDS; i++)
        if (header->columns[i] >= 0)
          draft.order.fields[i] = get_text (bjt_table_get_cell (table, row, (guint) header->columns[i]), texts);
      if (row - header_row > MAX_ORDERS)
        {
          g_set_error (error, BJT_IMPORT_ERROR, BJT_IMPORT_ERROR_LIMIT, "more than %d orders in one sheet; split the file", MAX_ORDERS);
          return FALSE;
        }
      if (is_order (&draft.order, table, header, header_row) && !func (&draft, user_data, error))
        return FALSE;
    }
  return TRUE;
}

/**
 * bjt_order_table_read:
 * @tables: (element-type BjtTable): the sheets of one file
 * @func: gets a draft for each order
 *
 * Returns: FALSE when no sheet holds orders, or @func said so
 */
gboolean
bjt_order_table_read (GPtrArray   *tables,
                      BjtDraftFunc func,
                      gpointer     user_data,
                      GError     **error)
{
  gboolean any = FALSE;

  for (guint i = 0; i < tables->len; i++)
    {
      Header header;
      int    row = find_header (tables->pdata[i], &header);

      if (row < 0)
        continue;
      any = TRUE;
      if (!send_rows (tables->pdata[i], &header, (guint) row, func, user_data, error))
        return FALSE;
    }
  if (!any)
    g_set_error_literal (error, BJT_IMPORT_ERROR, BJT_IMPORT_ERROR_NO_REGISTER,
                         "no sheet has a header row that names the content or address of orders and two more of their columns");
  return any;
}
