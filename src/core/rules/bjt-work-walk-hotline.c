/* bjt-work-walk-hotline.c: the indicators over the orders of 12345. A complaint
 * is an order that is of this community and no duplicate, or an issue of that
 * source for which there is no order. */
#include "bjt-work-walk.h"

static gboolean *
find_ordered (const BjtLedger *ledger)
{
  gboolean *ordered = g_new0 (gboolean, ledger->issues->len + 1);

  for (guint32 i = 0; i < ledger->orders->len; i++)
    {
      guint32 issue = bjt_ledger_get_order (ledger, i)->issue;

      if (issue != BJT_NO_INDEX)
        ordered[issue] = TRUE;
    }
  return ordered;
}

static gboolean
is_complaint (const BjtLedgerIssue *issue)
{
  return g_strcmp0 (issue->source, BJT_SOURCE_HOTLINE) == 0 && issue->merged_into == BJT_NO_INDEX;
}

/* Events */

int
bjt_work_event_compare (gconstpointer a,
                        gconstpointer b)
{
  const BjtWorkEvent *x = a, *y = b;

  if (x->place != y->place)
    return x->place < y->place ? -1 : 1;
  if (x->kind != y->kind)
    return x->kind < y->kind ? -1 : 1;
  return x->day < y->day ? -1 : x->day > y->day;
}

static void
add_event (GArray *events,
           guint64 place,
           guint32 kind,
           BjtDate day)
{
  BjtWorkEvent event = { place, kind, day };

  if (place != 0 && kind != BJT_NO_INDEX && day != BJT_DATE_NONE)
    g_array_append_val (events, event);
}

/**
 * bjt_work_list_hotline_events:
 *
 * An order that became an issue complains of what that issue is about too.
 *
 * Returns: (transfer full) (element-type BjtWorkEvent): by place, type and day
 */
GArray *
bjt_work_list_hotline_events (const BjtLedger *ledger)
{
  GArray *events = g_array_new (FALSE, FALSE, sizeof (BjtWorkEvent));

  for (guint32 i = 0; i < ledger->orders->len; i++)
    {
      const BjtLedgerOrder *order = bjt_ledger_get_order (ledger, i);

      add_event (events, bjt_work_place_of_order (order), order->kind, order->received_on);
      if (order->issue != BJT_NO_INDEX)
        {
          const BjtLedgerIssue *issue = bjt_ledger_get_issue (ledger, order->issue);

          add_event (events, bjt_work_place_of_issue (ledger, issue), issue->kind, order->received_on);
        }
    }
  for (guint32 i = 0; i < ledger->issues->len; i++)
    {
      const BjtLedgerIssue *issue = bjt_ledger_get_issue (ledger, i);

      if (g_strcmp0 (issue->source, BJT_SOURCE_HOTLINE) == 0)
        add_event (events, bjt_work_place_of_issue (ledger, issue), issue->kind, issue->reported_on);
    }
  g_array_sort (events, bjt_work_event_compare);
  return events;
}

/* Walking */

static void
walk_orders (BjtWorkWalk *self,
             BjtWorkRow  *row,
             void       (*judge) (BjtWorkRow *row, const BjtLedgerOrder *order))
{
  const BjtLedger *ledger = self->query->ledger;

  for (guint32 i = 0; i < ledger->orders->len; i++)
    {
      const BjtLedgerOrder *order = bjt_ledger_get_order (ledger, i);

      if (order->received_on == BJT_DATE_NONE || order->received_on < self->from_on || order->received_on > self->to_on
          || order->is_duplicate || order->match == BJT_ORDER_OUTSIDE)
        continue;
      *row = (BjtWorkRow) { BJT_WORK_ROW_ORDER, i, order->door, order->building, order->received_on, row->numerator, row->denominator };
      if (judge != NULL)
        judge (row, order);
      self->take (self, row);
    }
}

static void
walk_complaints (BjtWorkWalk *self,
                 double       numerator,
                 double       denominator)
{
  const BjtLedger     *ledger = self->query->ledger;
  g_autofree gboolean *ordered = find_ordered (ledger);
  BjtWorkRow           row = { .numerator = numerator, .denominator = denominator };

  walk_orders (self, &row, NULL);
  for (guint32 i = 0; i < ledger->issues->len; i++)
    {
      const BjtLedgerIssue *issue = bjt_ledger_get_issue (ledger, i);

      if (issue->reported_on == BJT_DATE_NONE || issue->reported_on < self->from_on || issue->reported_on > self->to_on
          || !is_complaint (issue) || ordered[i])
        continue;
      row = (BjtWorkRow) { BJT_WORK_ROW_ISSUE, i, issue->door, issue->building, issue->reported_on, numerator, denominator };
      self->take (self, &row);
    }
}

/* This period and, against it, the same of the year before. */
static void
walk_change (BjtWorkWalk *self)
{
  BjtDate from_on = self->from_on, to_on = self->to_on;

  walk_complaints (self, 1, 0);
  self->from_on = bjt_date_add_months (from_on, -12);
  self->to_on = bjt_date_add_months (to_on + 1, -12) - 1;
  walk_complaints (self, -1, 1);
  self->from_on = from_on;
  self->to_on = to_on;
}

static void
judge_response (BjtWorkRow           *row,
                const BjtLedgerOrder *order)
{
  row->numerator = order->responded_at != 0;
}

static void
judge_solution (BjtWorkRow           *row,
                const BjtLedgerOrder *order)
{
  row->numerator = order->is_solved;
}

static void
judge_content (BjtWorkRow           *row,
               const BjtLedgerOrder *order)
{
  row->numerator = order->is_satisfied;
}

void
bjt_work_walk_hotline (BjtWorkWalk   *self,
                       BjtWorkMeasure measure)
{
  BjtWorkRow row = { .denominator = 1 };

  if (measure == BJT_WORK_HOTLINE)
    walk_complaints (self, 1, 1);
  else if (measure == BJT_WORK_HOTLINE_CHANGE)
    walk_change (self);
  else
    walk_orders (self, &row, measure == BJT_WORK_HOTLINE_RESPONDED ? judge_response
                             : measure == BJT_WORK_HOTLINE_SOLVED ? judge_solution : judge_content);
}
