/* bjt-order-file.c: the file is parsed by the helper process; here its rows get
 * values. A value that is not understood is told with its row and left out; a row
 * without a day cannot stand on the ledger and is refused. Nothing is stored. No
 * message of a report repeats what a cell holds. */
#include "bjt-order-file.h"

#include "bjt-import-reader.h"
#include "bjt-order-values.h"

#include "base/bjt-clock.h"

#define MAX_SECONDS 60
#define MAX_MEGABYTES 1024
#define MAX_TEXT 4000 /* characters of a text that is kept */

static void
row_free (gpointer data)
{
  BjtOrderRow *self = data;

  g_free (self->sheet);
  g_free (self->number);
  g_free (self->kind_text);
  g_free (self->title);
  g_free (self->content);
  g_free (self->address);
  g_free (self->caller);
  g_free (self->phone);
  g_free (self->department);
  g_free (self->limit);
  g_free (self);
}

void
bjt_order_file_free (BjtOrderFile *self)
{
  g_free (self->name);
  g_ptr_array_unref (self->rows);
  bjt_import_report_free (self->report);
  g_free (self);
}

static void
tell (BjtOrderFile        *self,
      const BjtOrderDraft *draft,
      BjtSeverity          severity,
      const char          *code,
      const char          *message)
{
  BjtDraftIssue issue = { severity, code, NULL, message };

  bjt_import_report_add_problem (self->report, draft->sheet, draft->row, &issue);
}

static char *
dup_text (const char *text)
{
  char *copy = g_strdup (text);

  if (copy != NULL && g_utf8_strlen (copy, -1) > MAX_TEXT)
    *g_utf8_offset_to_pointer (copy, MAX_TEXT) = '\0';
  return copy;
}

static char *
dup_kind (const BjtOrderDraft *draft)
{
  const char *group = draft->fields[BJT_ORDER_GROUP], *kind = draft->fields[BJT_ORDER_KIND];

  return group != NULL && kind != NULL ? g_strconcat (group, " ", kind, NULL) : g_strdup (kind != NULL ? kind : group);
}

/* FALSE: the cell says something that is no time. */
static gboolean
read_time (const BjtOrderDraft *draft,
           BjtOrderField        field,
           gint64              *time)
{
  gboolean has_time;

  *time = draft->fields[field] != NULL ? bjt_order_values_parse_time (draft->fields[field], &has_time) : 0;
  return draft->fields[field] == NULL || *time != 0;
}

static gboolean
read_received (const BjtOrderDraft *draft,
               BjtOrderRow         *row)
{
  const char      *day = draft->fields[BJT_ORDER_DAY], *clock = draft->fields[BJT_ORDER_TIME];
  g_autofree char *both = day != NULL && clock != NULL ? g_strconcat (day, " ", clock, NULL) : NULL;
  gboolean         has_time = FALSE;
  gint64           at = day != NULL ? bjt_order_values_parse_time (both != NULL ? both : day, &has_time) : 0;

  if (at == 0 && both != NULL)
    at = bjt_order_values_parse_time (day, &has_time);
  if (at == 0)
    return FALSE;
  row->received_on = bjt_time_get_local_date (at);
  row->received_at = has_time ? at : 0;
  return TRUE;
}

/* 办理时限 is a day or a stretch of time. */
static gboolean
read_due (const BjtOrderDraft *draft,
          BjtOrderRow         *row)
{
  const char *text = draft->fields[BJT_ORDER_DUE];
  gint64      at;

  row->due_on = BJT_DATE_NONE;
  if (text == NULL)
    return TRUE;
  row->limit = bjt_order_values_dup_limit (text);
  if (row->limit != NULL)
    return TRUE;
  if (!read_time (draft, BJT_ORDER_DUE, &at))
    return FALSE;
  row->due_on = bjt_time_get_local_date (at);
  return row->due_on >= row->received_on;
}

static void
read_results (BjtOrderFile        *self,
              const BjtOrderDraft *draft,
              BjtOrderRow         *row)
{
  const char *follow_up = draft->fields[BJT_ORDER_FOLLOW_UP];
  BjtAnswer   solved = bjt_order_values_read_solved (draft->fields[BJT_ORDER_SOLVED]);
  BjtAnswer   satisfied = bjt_order_values_read_satisfied (draft->fields[BJT_ORDER_SATISFIED]);

  if (solved == BJT_ANSWER_UNKNOWN)
    solved = bjt_order_values_read_solved (follow_up);
  if (satisfied == BJT_ANSWER_UNKNOWN)
    satisfied = bjt_order_values_read_satisfied (follow_up);
  row->is_solved = solved == BJT_ANSWER_YES;
  row->is_satisfied = satisfied == BJT_ANSWER_YES;
  if (!read_time (draft, BJT_ORDER_REPLIED, &row->replied_at) || !read_time (draft, BJT_ORDER_CLOSED, &row->closed_at))
    tell (self, draft, BJT_SEVERITY_WARNING, "order-bad-time", "a time of answer or settlement is not understood; it is left out");
  if (row->closed_at != 0 && bjt_time_get_local_date (row->closed_at) < row->received_on)
    {
      tell (self, draft, BJT_SEVERITY_WARNING, "order-closed-early", "settled before it was received; the time of settlement is left out");
      row->closed_at = 0;
    }
  row->is_closed = row->closed_at != 0 || bjt_order_values_is_closed (draft->fields[BJT_ORDER_STATE]);
}

static gboolean
take_draft_cb (const BjtDraft *draft,
               gpointer        user_data,
               GError        **error)
{
  BjtOrderFile        *self = user_data;
  const BjtOrderDraft *order = &draft->order;
  BjtOrderRow         *row;

  if (draft->kind != BJT_DRAFT_ORDER)
    {
      bjt_import_report_add_draft (self->report, draft);
      return TRUE;
    }
  bjt_import_report_add_count (self->report, "rows", 1);
  row = g_new0 (BjtOrderRow, 1);
  if (!read_received (order, row))
    {
      tell (self, order, BJT_SEVERITY_ERROR, "order-no-day", "no day on which the order was received can be read; the row is left out");
      bjt_import_report_add_count (self->report, "rows_refused", 1);
      row_free (row);
      return TRUE;
    }
  row->sheet = g_strdup (order->sheet);
  row->row = order->row;
  row->number = dup_text (order->fields[BJT_ORDER_NUMBER]);
  row->kind_text = dup_kind (order);
  row->title = dup_text (order->fields[BJT_ORDER_TITLE]);
  row->content = dup_text (order->fields[BJT_ORDER_CONTENT]);
  row->address = dup_text (order->fields[BJT_ORDER_ADDRESS]);
  row->caller = dup_text (order->fields[BJT_ORDER_CALLER]);
  row->phone = dup_text (order->fields[BJT_ORDER_PHONE]);
  row->department = dup_text (order->fields[BJT_ORDER_DEPARTMENT]);
  if (!read_due (order, row))
    tell (self, order, BJT_SEVERITY_WARNING, "order-bad-limit", "the time limit is not understood; the one of the kind holds");
  read_results (self, order, row);
  g_ptr_array_add (self->rows, row);
  return TRUE;
}

/**
 * bjt_order_file_read:
 * @path: of a table: xlsx, xls, csv, ods
 * @cancellable: (nullable)
 *
 * Blocks until the file is read.
 *
 * Returns: (transfer full) (nullable): NULL with one line of BJT_IMPORT_ERROR
 */
BjtOrderFile *
bjt_order_file_read (const char   *path,
                     GCancellable *cancellable,
                     GError      **error)
{
  g_autoptr (BjtImportReader) reader = bjt_import_reader_new (path);
  g_autoptr (BjtOrderFile)    self = g_new0 (BjtOrderFile, 1);

  self->name = g_path_get_basename (path);
  self->rows = g_ptr_array_new_with_free_func (row_free);
  self->report = bjt_import_report_new (self->name);
  bjt_import_reader_set_orders (reader);
  bjt_import_reader_set_limits (reader, MAX_SECONDS, MAX_MEGABYTES);
  return bjt_import_reader_run (reader, take_draft_cb, self, cancellable, error) ? g_steal_pointer (&self) : NULL;
}

static void
read_worker (GTask        *task,
             gpointer      source,
             gpointer      task_data,
             GCancellable *cancellable)
{
  GError       *error = NULL;
  BjtOrderFile *self = bjt_order_file_read (task_data, cancellable, &error);

  if (self != NULL)
    g_task_return_pointer (task, self, (GDestroyNotify) bjt_order_file_free);
  else
    g_task_return_error (task, error);
}

void
bjt_order_file_read_async (const char         *path,
                           GCancellable       *cancellable,
                           GAsyncReadyCallback callback,
                           gpointer            user_data)
{
  g_autoptr (GTask) task = g_task_new (NULL, cancellable, callback, user_data);

  g_task_set_source_tag (task, bjt_order_file_read_async);
  g_task_set_task_data (task, g_strdup (path), g_free);
  g_task_run_in_thread (task, read_worker);
}

BjtOrderFile *
bjt_order_file_read_finish (GAsyncResult *result,
                            GError      **error)
{
  return g_task_propagate_pointer (G_TASK (result), error);
}
