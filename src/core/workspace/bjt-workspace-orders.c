/* bjt-workspace-orders.c: the queue of orders that a person has to decide about, and
 * the decisions. What the queue shows is worked out from what is stored, each time:
 * a guess is never kept. Cost: one look at the ledger for each open order. */
#include "bjt-order-writer.h"

#include "demo/bjt-demo-orders.h"

void
bjt_order_case_free (BjtOrderCase *self)
{
  bjt_hotline_order_free (self->order);
  bjt_issue_free (self->issue);
  g_array_unref (self->guesses);
  g_ptr_array_unref (self->repeats);
  g_free (self);
}

/* Reading */

GPtrArray *
bjt_workspace_list_orders (BjtWorkspace *self,
                           GError      **error)
{
  return bjt_store_list (self->store, &bjt_hotline_order_type, NULL, NULL, "received_at DESC, number DESC", 0, error);
}

static BjtOrderCase *
make_case (BjtWorkspace          *self,
           const BjtHotlineOrder *order,
           gboolean               with_guesses)
{
  BjtOrderCase *found = g_new0 (BjtOrderCase, 1);
  BjtPlaceClues clues;

  found->order = bjt_hotline_order_copy (order);
  found->issue = bjt_uuid_is_nil (&order->issue_id) ? NULL : bjt_workspace_get_issue (self, &order->issue_id, NULL);
  found->is_lost = order->match == BJT_ORDER_UNMATCHED;
  if (!found->is_lost && found->issue != NULL && found->issue->closed_on == BJT_DATE_NONE)
    found->repeats = bjt_order_writer_list_repeats (self, found->issue, NULL);
  if (found->repeats == NULL)
    found->repeats = g_ptr_array_new ();
  bjt_order_writer_init_clues (&clues, order);
  if (with_guesses || found->is_lost)
    found->guesses = bjt_place_guess_list (bjt_workspace_get_picture (self), &clues, BJT_ORDER_GUESSES);
  else
    found->guesses = g_array_new (FALSE, FALSE, sizeof (BjtPlaceGuess));
  return found;
}

static int
compare_cases (gconstpointer a,
               gconstpointer b)
{
  const BjtOrderCase *x = *(BjtOrderCase *const *) a, *y = *(BjtOrderCase *const *) b;
  gint64              due_x = x->issue != NULL ? x->issue->due_at : G_MAXINT64, due_y = y->issue != NULL ? y->issue->due_at : G_MAXINT64;

  if (x->is_lost != y->is_lost)
    return x->is_lost ? -1 : 1;
  if (due_x != due_y)
    return due_x < due_y ? -1 : 1;
  return g_strcmp0 (x->order->number, y->order->number);
}

/* Settled without its place being known: nobody has to look for it any more. */
static gboolean
is_over (const BjtOrderCase *self)
{
  return self->issue == NULL || self->issue->closed_on != BJT_DATE_NONE;
}

GPtrArray *
bjt_workspace_list_order_queue (BjtWorkspace *self,
                                GError      **error)
{
  g_autoptr (GPtrArray) orders = bjt_workspace_list_orders (self, error);
  GPtrArray            *queue = orders != NULL ? g_ptr_array_new_with_free_func ((GDestroyNotify) bjt_order_case_free) : NULL;

  for (guint i = 0; orders != NULL && i < orders->len; i++)
    {
      const BjtHotlineOrder *order = orders->pdata[i];
      BjtOrderCase          *found;

      if (order->match == BJT_ORDER_OUTSIDE || !bjt_uuid_is_nil (&order->duplicate_of_id))
        continue;
      found = make_case (self, order, FALSE);
      if ((found->is_lost && !is_over (found)) || found->repeats->len > 0)
        g_ptr_array_add (queue, found);
      else
        bjt_order_case_free (found);
    }
  if (queue != NULL)
    g_ptr_array_sort (queue, compare_cases);
  return queue;
}

/**
 * bjt_workspace_get_order_case:
 * @number: of an order
 *
 * Returns: (transfer full) (nullable): with guesses even where its place is known
 */
BjtOrderCase *
bjt_workspace_get_order_case (BjtWorkspace *self,
                              const char   *number,
                              GError      **error)
{
  g_autoptr (GPtrArray) found = bjt_store_list_by_text (self->store, &bjt_hotline_order_type, "number", number, error);

  if (found != NULL && found->len == 0)
    g_set_error (error, BJT_WORKSPACE_ERROR, BJT_WORKSPACE_ERROR_NOT_FOUND, "there is no order %s", number);
  return found != NULL && found->len > 0 ? make_case (self, found->pdata[0], TRUE) : NULL;
}

/* Deciding */

typedef struct
{
  BjtActionScope  *scope;
  BjtHotlineOrder *order;
  BjtIssue        *issue;
} Decision;

static void
decision_clear (Decision *self)
{
  g_clear_pointer (&self->scope, bjt_action_scope_free);
  g_clear_pointer (&self->order, bjt_hotline_order_free);
  g_clear_pointer (&self->issue, bjt_issue_free);
}
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Decision, decision_clear)

/* Begins the action, then reads the order as it stands. */
static gboolean
decision_begin (Decision      *self,
                BjtWorkspace  *workspace,
                const char    *kind,
                const BjtUuid *order_id,
                GError       **error)
{
  g_autoptr (BjtHotlineOrder) seen = bjt_store_get (workspace->store, &bjt_hotline_order_type, order_id, error);

  if (seen == NULL)
    return FALSE;
  bjt_workspace_get_picture (workspace);
  self->scope = bjt_workspace_begin (workspace, kind, seen->number, error);
  self->order = self->scope != NULL ? bjt_store_get (workspace->store, &bjt_hotline_order_type, order_id, error) : NULL;
  if (self->order == NULL)
    return FALSE;
  if (bjt_uuid_is_nil (&self->order->issue_id))
    return bjt_workspace_refuse (error, BJT_WORKSPACE_ERROR_NOT_FOUND, "the order has no issue");
  self->issue = bjt_workspace_get_issue (workspace, &self->order->issue_id, error);
  return self->issue != NULL;
}

gboolean
bjt_workspace_place_order (BjtWorkspace        *self,
                           const BjtUuid       *order_id,
                           const BjtOrderPlace *place,
                           GError             **error)
{
  g_auto (Decision) decision = { 0 };

  if (!decision_begin (&decision, self, "place-order", order_id, error))
    return FALSE;
  if (!bjt_order_writer_place (self, decision.order, decision.issue, place))
    return bjt_workspace_refuse (error, BJT_WORKSPACE_ERROR_NOT_FOUND, "the place is no longer there; choose another");
  decision.order->match = BJT_ORDER_MATCHED;
  return bjt_store_update (self->store, &bjt_hotline_order_type, decision.order, error)
         && bjt_store_update (self->store, &bjt_issue_type, decision.issue, error)
         && bjt_order_writer_add_household (self, decision.order, decision.issue, error)
         && bjt_workspace_finish_states (self, decision.scope, error);
}

/**
 * bjt_workspace_return_order:
 * @note: (nullable): to whom it goes back, and why
 *
 * The order is of another community: its issue is not accepted.
 */
gboolean
bjt_workspace_return_order (BjtWorkspace  *self,
                            const BjtUuid *order_id,
                            const char    *note,
                            GError       **error)
{
  g_auto (Decision) decision = { 0 };
  BjtIssueStep      step = BJT_ISSUE_STEP_INIT;

  if (!decision_begin (&decision, self, "return-order", order_id, error))
    return FALSE;
  step.code = "refuse";
  step.note = note != NULL ? note : decision.order->address != NULL ? decision.order->address : decision.order->number;
  decision.order->match = BJT_ORDER_OUTSIDE;
  decision.order->door_id = decision.order->entrance_id = decision.order->building_id = BJT_UUID_NIL;
  return bjt_store_update (self->store, &bjt_hotline_order_type, decision.order, error)
         && bjt_workspace_write_step (self, &decision.issue->id, &step, error)
         && bjt_workspace_finish_states (self, decision.scope, error);
}

/* The order behind an issue; NULL: there is none. */
static BjtHotlineOrder *
find_order_of (BjtWorkspace  *self,
               const BjtUuid *issue_id)
{
  g_autoptr (GPtrArray) orders = bjt_store_list (self->store, &bjt_hotline_order_type, "issue_id", issue_id, "received_at", 1, NULL);

  return orders != NULL && orders->len > 0 ? bjt_hotline_order_copy (orders->pdata[0]) : NULL;
}

/* The same person said the same again; others who complain of it count each. */
static gboolean
is_same_appeal (const BjtHotlineOrder *a,
                const BjtHotlineOrder *b)
{
  return (a->phone != NULL && g_strcmp0 (a->phone, b->phone) == 0) || (a->content != NULL && g_strcmp0 (a->content, b->content) == 0);
}

/**
 * bjt_workspace_merge_order:
 * @issue_id: what the issue of the order goes on as
 *
 * Where the same person told of it before, the order counts no second time.
 */
gboolean
bjt_workspace_merge_order (BjtWorkspace  *self,
                           const BjtUuid *order_id,
                           const BjtUuid *issue_id,
                           GError       **error)
{
  g_auto (Decision)           decision = { 0 };
  g_autoptr (BjtHotlineOrder) other = find_order_of (self, issue_id);
  BjtIssueStep                step = BJT_ISSUE_STEP_INIT;

  if (!decision_begin (&decision, self, "merge-order", order_id, error))
    return FALSE;
  step.code = "duplicate";
  step.other_id = *issue_id;
  if (other != NULL && is_same_appeal (decision.order, other))
    decision.order->duplicate_of_id = other->id;
  return bjt_store_update (self->store, &bjt_hotline_order_type, decision.order, error)
         && bjt_workspace_write_step (self, &decision.issue->id, &step, error)
         && bjt_workspace_finish_states (self, decision.scope, error);
}

/**
 * bjt_workspace_keep_order_apart:
 * @note: (nullable): why; noted with the issue
 */
gboolean
bjt_workspace_keep_order_apart (BjtWorkspace  *self,
                                const BjtUuid *order_id,
                                const char    *note,
                                GError       **error)
{
  g_auto (Decision)     decision = { 0 };
  g_autoptr (GPtrArray) repeats = NULL;

  if (!decision_begin (&decision, self, "keep-order", order_id, error))
    return FALSE;
  repeats = bjt_order_writer_list_repeats (self, decision.issue, error);
  for (guint i = 0; repeats != NULL && i < repeats->len; i++)
    {
      g_autoptr (BjtIssueEvent) event = bjt_issue_event_new ();
      const BjtIssue           *other = repeats->pdata[i];

      bjt_workspace_init_key (self, &event->id);
      event->issue_id = decision.issue->id;
      event->happened_at = bjt_clock_get_now (&self->clock);
      event->step = g_strdup ("note");
      event->note = g_strdup (note != NULL ? note : other->number);
      event->from_status = event->to_status = decision.issue->status;
      event->from_state = g_strdup (decision.issue->state);
      event->to_state = g_strdup (decision.issue->state);
      event->staff_id = self->staff_id;
      event->other_id = other->id;
      if (!bjt_store_insert (self->store, &bjt_issue_event_type, event, error))
        return FALSE;
    }
  return repeats != NULL && bjt_workspace_finish_states (self, decision.scope, error);
}

char *
bjt_workspace_dup_sample_orders (BjtWorkspace *self,
                                 guint32       seed,
                                 guint         n)
{
  g_autoptr (GPtrArray) orders = bjt_demo_orders_make (bjt_workspace_get_picture (self), seed, n, bjt_workspace_get_today (self));

  return bjt_demo_orders_dup_csv (orders);
}
