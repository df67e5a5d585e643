/* bjt-order-import.c: the rows of a file of orders become orders and issues. An
 * order that is there by its number (without one: by its day and content) is never
 * made again; of what became of it since (answered, solved, content, settled) the
 * file tells the news. A dry run does all of it and takes it back. */
#include "bjt-order-writer.h"

#include "rules/bjt-appeal-words.h"
#include "rules/bjt-appeal.h"

#define BATCH_KIND "orders"

typedef struct
{
  /* Borrowed */
  BjtWorkspace *workspace;
  BjtOrderFile *file;

  /* Owned */
  GPtrArray  *kinds; /* BjtIssueKind */
  GHashTable *seen;  /* keys of this file */

  /* State */
  guint n_new;
} Job;

static void
job_clear (Job *self)
{
  g_clear_pointer (&self->kinds, g_ptr_array_unref);
  g_clear_pointer (&self->seen, g_hash_table_unref);
}
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Job, job_clear)

static void
tell (Job               *self,
      const BjtOrderRow *row,
      BjtSeverity        severity,
      const char        *code,
      const char        *message)
{
  BjtDraftIssue issue = { severity, code, NULL, message };

  bjt_import_report_add_problem (self->file->report, row->sheet, row->row, &issue);
}

static void
count (Job        *self,
       const char *what)
{
  bjt_import_report_add_count (self->file->report, what, 1);
}

/* Of the orders there are */

static char *
dup_key (const BjtOrderRow *row)
{
  if (row->number != NULL)
    return g_strdup (row->number);
  return g_strdup_printf ("%d|%s", row->received_on, row->content != NULL ? row->content : row->address != NULL ? row->address : "");
}

static gint64
get_received_at (const BjtOrderRow *row)
{
  return row->received_at != 0 ? row->received_at : bjt_time_from_local (row->received_on, 0);
}

static BjtHotlineOrder *
find_known (Job               *self,
            const BjtOrderRow *row,
            GError           **error)
{
  const char           *column = row->number != NULL ? "number" : "content", *text = row->number != NULL ? row->number : row->content;
  g_autoptr (GPtrArray) found = text != NULL ? bjt_store_list_by_text (self->workspace->store, &bjt_hotline_order_type, column, text, error) : NULL;

  for (guint i = 0; found != NULL && i < found->len; i++)
    {
      const BjtHotlineOrder *order = found->pdata[i];

      if (row->number != NULL || order->received_at == get_received_at (row))
        return bjt_hotline_order_copy (order);
    }
  return NULL;
}

/* Kinds and issues */

static const BjtIssueKind *
guess_kind (Job               *self,
            const BjtOrderRow *row)
{
  g_autofree char *text = g_strjoin (" ", row->kind_text != NULL ? row->kind_text : "", row->title != NULL ? row->title : "",
                                     row->content != NULL ? row->content : "", NULL);
  const char      *code = bjt_appeal_words_guess_kind (bjt_appeal_words_get_default (), text);

  for (guint i = 0; i < self->kinds->len; i++)
    {
      const BjtIssueKind *kind = self->kinds->pdata[i];

      if ((row->kind_text != NULL && strcmp (kind->name, row->kind_text) == 0) || (code != NULL && g_strcmp0 (kind->code, code) == 0))
        return kind;
    }
  return NULL;
}

static char *
dup_title (const BjtPicture  *picture,
           const BjtOrderRow *row)
{
  char *title = row->title != NULL ? g_strdup (row->title) : bjt_appeal_dup_title (picture, row->content);

  if (title == NULL)
    title = g_strdup (row->content != NULL ? row->content : row->address);
  if (g_utf8_strlen (title, -1) > 60)
    *g_utf8_offset_to_pointer (title, 60) = '\0';
  return title;
}

static BjtIssue *
make_issue (Job               *self,
            const BjtOrderRow *row)
{
  const BjtIssueKind *kind = guess_kind (self, row);
  BjtIssue           *issue = bjt_issue_new ();

  if (kind != NULL)
    issue->kind_id = kind->id;
  issue->title = dup_title (bjt_workspace_get_picture (self->workspace), row);
  issue->description = g_strdup (row->content);
  issue->source = g_strdup (BJT_SOURCE_HOTLINE);
  issue->reported_on = row->received_on;
  issue->reported_at = row->received_at;
  issue->due_on = row->due_on;
  issue->close_limit = g_strdup (row->limit);
  issue->caller = g_strdup (row->caller);
  issue->caller_phone = g_strdup (row->phone);
  issue->department = g_strdup (row->department);
  issue->place_note = g_strdup (row->address);
  return issue;
}

static BjtHotlineOrder *
make_order (Job               *self,
            const BjtOrderRow *row)
{
  BjtHotlineOrder *order = bjt_hotline_order_new ();

  bjt_workspace_init_key (self->workspace, &order->id);
  order->number = g_strdup (row->number);
  order->received_at = get_received_at (row);
  order->kind_text = g_strdup (row->kind_text);
  order->address = g_strdup (row->address);
  order->content = g_strdup (row->content);
  order->caller = g_strdup (row->caller);
  order->phone = g_strdup (row->phone);
  order->source = g_strdup (self->file->name);
  order->responded_at = row->replied_at;
  order->is_solved = row->is_solved;
  order->is_satisfied = row->is_satisfied;
  return order;
}

/* Settled already, elsewhere. */
static gboolean
close_issue (Job               *self,
             const BjtOrderRow *row,
             BjtIssue          *issue,
             GError           **error)
{
  const BjtFlowState *state = bjt_issue_flow_find_of_box (bjt_issue_flow_get_default (), BJT_ISSUE_CLOSED);
  g_autoptr (BjtIssueEvent) event = bjt_issue_event_new ();
  gint64              now = bjt_clock_get_now (&self->workspace->clock);

  if (row->closed_at == 0)
    tell (self, row, BJT_SEVERITY_INFO, "order-closed-unknown", "settled, the file does not say when: today is noted");
  issue->closed_at = row->closed_at != 0 && row->closed_at <= now ? row->closed_at : now;
  issue->closed_on = bjt_time_get_local_date (issue->closed_at);
  issue->replied_at = row->replied_at != 0 ? row->replied_at : issue->closed_at;
  issue->satisfaction = row->is_satisfied ? 3 : 0;
  event->from_status = issue->status;
  event->from_state = g_strdup (issue->state);
  issue->status = state->box;
  g_free (issue->state);
  issue->state = g_strdup (state->code);
  bjt_workspace_init_key (self->workspace, &event->id);
  event->issue_id = issue->id;
  event->happened_at = issue->closed_at;
  event->step = g_strdup ("settle");
  event->to_status = issue->status;
  event->to_state = g_strdup (issue->state);
  count (self, "orders_closed");
  return bjt_store_update (self->workspace->store, &bjt_issue_type, issue, error)
         && bjt_store_insert (self->workspace->store, &bjt_issue_event_type, event, error);
}

/* Rows */

static void
match (Job             *self,
       BjtHotlineOrder *order,
       BjtIssue        *issue)
{
  const BjtPicture    *picture = bjt_workspace_get_picture (self->workspace);
  g_autoptr (GArray)   guesses = NULL;
  const BjtPlaceGuess *first;
  BjtPlaceClues        clues;
  BjtOrderPlace        place;

  bjt_order_writer_init_clues (&clues, order);
  guesses = bjt_place_guess_list (picture, &clues, 1);
  first = guesses->len > 0 ? &g_array_index (guesses, BjtPlaceGuess, 0) : NULL;
  if (first == NULL || !first->is_certain)
    return;
  bjt_order_place_init (&place, picture, first);
  if (bjt_order_writer_place (self->workspace, order, issue, &place))
    order->match = BJT_ORDER_GUESSED;
}

static gboolean
tell_repeats (Job               *self,
              const BjtOrderRow *row,
              const BjtIssue    *issue,
              GError           **error)
{
  g_autoptr (GPtrArray) repeats = bjt_order_writer_list_repeats (self->workspace, issue, error);
  g_autofree char      *message = NULL;

  if (repeats == NULL || repeats->len == 0)
    return repeats != NULL;
  message = g_strdup_printf ("%s is open: the same kind at the same place within 90 days; merging is proposed", ((BjtIssue *) repeats->pdata[0])->number);
  tell (self, row, BJT_SEVERITY_INFO, "order-repeat", message);
  count (self, "order_repeats");
  return TRUE;
}

static gboolean
add_order (Job               *self,
           const BjtOrderRow *row,
           GError           **error)
{
  g_autoptr (BjtIssue)        issue = make_issue (self, row);
  g_autoptr (BjtHotlineOrder) order = make_order (self, row);

  order->kind_id = issue->kind_id;
  match (self, order, issue);
  if (!bjt_workspace_write_issue (self->workspace, issue, error))
    return FALSE;
  order->issue_id = issue->id;
  if (!bjt_store_insert (self->workspace->store, &bjt_hotline_order_type, order, error)
      || !bjt_order_writer_add_household (self->workspace, order, issue, error))
    return FALSE;
  self->n_new++;
  count (self, "new_orders");
  count (self, order->match == BJT_ORDER_GUESSED ? "orders_matched" : "orders_queued");
  return row->is_closed ? close_issue (self, row, issue, error) : tell_repeats (self, row, issue, error);
}

static gboolean
update_order (Job               *self,
              const BjtOrderRow *row,
              BjtHotlineOrder   *order,
              GError           **error)
{
  gboolean news = (row->replied_at != 0 && order->responded_at == 0) || (row->is_solved && !order->is_solved) || (row->is_satisfied && !order->is_satisfied);

  count (self, news ? "orders_updated" : "already_there");
  if (!news)
    {
      tell (self, row, BJT_SEVERITY_INFO, "order-known", "this order is there already; it stays as it is");
      return TRUE;
    }
  order->responded_at = order->responded_at != 0 ? order->responded_at : row->replied_at;
  order->is_solved |= row->is_solved;
  order->is_satisfied |= row->is_satisfied;
  self->n_new++;
  return bjt_store_update (self->workspace->store, &bjt_hotline_order_type, order, error);
}

static gboolean
take_row (Job               *self,
          const BjtOrderRow *row,
          GError           **error)
{
  g_autoptr (GError)          failure = NULL;
  g_autoptr (BjtHotlineOrder) known = NULL;

  if (row->received_on > bjt_clock_get_today (&self->workspace->clock))
    {
      tell (self, row, BJT_SEVERITY_ERROR, "order-future", "received in the future; the row is left out");
      count (self, "rows_refused");
      return TRUE;
    }
  if (!g_hash_table_add (self->seen, dup_key (row)))
    {
      tell (self, row, BJT_SEVERITY_INFO, "order-twice", "the same order stands above in this file; the row is left out");
      count (self, "orders_twice");
      return TRUE;
    }
  known = find_known (self, row, &failure);
  if (failure != NULL)
    {
      g_propagate_error (error, g_steal_pointer (&failure));
      return FALSE;
    }
  return known != NULL ? update_order (self, row, known, error) : add_order (self, row, error);
}

static gboolean
write_batch (Job     *self,
             GError **error)
{
  g_autoptr (BjtImportBatch) batch = bjt_import_batch_new ();

  bjt_workspace_init_key (self->workspace, &batch->id);
  batch->source = g_strdup (self->file->name);
  batch->kind = g_strdup (BATCH_KIND);
  batch->rows_read = (int) bjt_import_report_get_count (self->file->report, "rows");
  batch->rows_imported = (int) self->n_new;
  batch->rows_refused = (int) bjt_import_report_get_count (self->file->report, "rows_refused");
  batch->imported_at = bjt_clock_get_now (&self->workspace->clock);
  return bjt_store_insert (self->workspace->store, &bjt_import_batch_type, batch, error);
}

/**
 * bjt_workspace_import_orders:
 * @file: its report gets what was done
 * @dry_run: report only
 *
 * A file with nothing new changes nothing and leaves nothing to undo.
 */
gboolean
bjt_workspace_import_orders (BjtWorkspace *self,
                             BjtOrderFile *file,
                             gboolean      dry_run,
                             GError      **error)
{
  g_auto (Job) job = { .workspace = self, .file = file };
  g_autoptr (BjtActionScope) scope = NULL;

  bjt_workspace_get_picture (self);
  job.kinds = bjt_workspace_list_issue_kinds (self, error);
  job.seen = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  scope = job.kinds != NULL ? bjt_workspace_begin (self, "import-orders", file->name, error) : NULL;
  if (scope == NULL)
    return FALSE;
  for (guint i = 0; i < file->rows->len; i++)
    if (!take_row (&job, file->rows->pdata[i], error))
      return FALSE;
  if (dry_run || job.n_new == 0)
    return TRUE; /* the scope rolls back */
  return write_batch (&job, error) && bjt_workspace_finish_states (self, scope, error);
}
