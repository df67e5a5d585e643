/* bjt-sample-ledger.c: rows as the store would read them. */
#include "bjt-sample-ledger.h"

#include <math.h>

static void
make_id (BjtUuid *id,
         guint32  family,
         guint32  number)
{
  *id = BJT_UUID_NIL;
  id->bytes[0] = (guint8) family;
  for (guint i = 0; i < 4; i++)
    id->bytes[15 - i] = (guint8) ((number + 1) >> 8 * i);
}

guint32
bjt_sample_add_issue_kind (BjtLedger  *ledger,
                           guint32     parent,
                           const char *code,
                           const char *unit)
{
  BjtLedgerKind kind = { .parent = parent, .code = bjt_ledger_keep_string (ledger, code), .unit = bjt_ledger_keep_word (ledger, unit) };

  kind.name = kind.code;
  make_id (&kind.id, 20, ledger->kinds->len);
  g_array_append_val (ledger->kinds, kind);
  return ledger->kinds->len - 1;
}

BjtLedgerIssue *
bjt_sample_add_ledger_issue (BjtLedger  *ledger,
                             guint32     kind,
                             guint32     door,
                             const char *source,
                             BjtDate     reported_on)
{
  g_autofree char *number = g_strdup_printf ("2026-%04u", ledger->issues->len + 1);
  BjtLedgerIssue   issue = {
      .kind = kind, .door = door, .entrance = BJT_NO_INDEX, .building = BJT_NO_INDEX, .partner = BJT_NO_INDEX,
      .merged_into = BJT_NO_INDEX, .place = { (double) NAN, (double) NAN }, .quantity = (double) NAN, .box = BJT_ISSUE_ACCEPTED,
      .reported_on = reported_on, .closed_on = BJT_DATE_NONE, .due_on = BJT_DATE_NONE,
  };

  make_id (&issue.id, 21, ledger->issues->len);
  issue.number = bjt_ledger_keep_string (ledger, number);
  issue.source = bjt_ledger_keep_word (ledger, source);
  issue.state = bjt_ledger_keep_word (ledger, "accepted");
  bjt_ledger_place_issue (ledger, &issue, NULL);
  g_array_append_val (ledger->issues, issue);
  return bjt_ledger_get_issue (ledger, ledger->issues->len - 1);
}

void
bjt_sample_close_issue (BjtLedgerIssue *issue,
                        BjtDate         closed_on)
{
  issue->box = BJT_ISSUE_CLOSED;
  issue->closed_on = closed_on;
}

void
bjt_sample_add_order (BjtLedger *ledger,
                      guint32    kind,
                      guint32    door,
                      BjtDate    received_on)
{
  BjtLedgerOrder order = { .kind = kind, .door = door, .entrance = BJT_NO_INDEX, .building = BJT_NO_INDEX, .issue = BJT_NO_INDEX, .received_on = received_on };

  make_id (&order.id, 22, ledger->orders->len);
  order.received_at = bjt_time_from_local (received_on, 600);
  bjt_ledger_place_order (ledger, &order);
  g_array_append_val (ledger->orders, order);
}

void
bjt_sample_add_ledger_visit (BjtLedger *ledger,
                             guint32    door,
                             BjtDate    visited_on,
                             int        outcome)
{
  const BjtRun  *households = &bjt_picture_get_door (ledger->picture, door)->households;
  BjtLedgerVisit visit = { .door = door, .building = bjt_picture_get_door (ledger->picture, door)->building, .household = households->n > 0 ? households->first : BJT_NO_INDEX, .visited_on = visited_on, .outcome = (guint8) outcome };

  g_array_append_val (ledger->visits, visit);
}
