/* bjt-work-walk-issues.c: the indicators over issues. Those merged into another
 * are part of it and count only as repetitions. Linear, but for a search among
 * the complaints of the hotline. */
#include "bjt-work-walk.h"

#include <math.h>

#define DEFAULT_REPLY_DAYS 3 /* working days (domain.md B.7) */
#define CONTENT 2            /* satisfaction from here on */
#define SQUARE_METRES 30
#define EQUATOR_METRES 40075016.686

/* Place */

enum
{
  AT_DOOR = 1,
  AT_ENTRANCE,
  AT_BUILDING,
  ON_GROUND,
};

static guint64
make_place (guint   where,
            guint64 number)
{
  return (guint64) where << 60 | number;
}

static guint64
find_square (const BjtLedger *ledger,
             BjtPoint         at)
{
  double middle = (ledger->picture->extent.y1 + ledger->picture->extent.y2) / 2;
  double metres = EQUATOR_METRES / cosh (G_PI * (1 - 2 * (middle > 0 && middle < 1 ? middle : at.y)));

  return (guint64) (at.x * metres / SQUARE_METRES) << 30 | (guint64) (at.y * metres / SQUARE_METRES);
}

guint64
bjt_work_place_of_issue (const BjtLedger      *ledger,
                         const BjtLedgerIssue *issue)
{
  if (issue->door != BJT_NO_INDEX)
    return make_place (AT_DOOR, issue->door);
  if (issue->entrance != BJT_NO_INDEX)
    return make_place (AT_ENTRANCE, issue->entrance);
  if (issue->building != BJT_NO_INDEX)
    return make_place (AT_BUILDING, issue->building);
  return isnan (issue->place.x) ? 0 : make_place (ON_GROUND, find_square (ledger, issue->place));
}

guint64
bjt_work_place_of_order (const BjtLedgerOrder *order)
{
  if (order->door != BJT_NO_INDEX)
    return make_place (AT_DOOR, order->door);
  if (order->entrance != BJT_NO_INDEX)
    return make_place (AT_ENTRANCE, order->entrance);
  return order->building != BJT_NO_INDEX ? make_place (AT_BUILDING, order->building) : 0;
}

/* Repetitions */

static guint
hash_event (gconstpointer event)
{
  const BjtWorkEvent *self = event;
  guint64             mixed = (self->place ^ self->kind) * G_GUINT64_CONSTANT (0x9e3779b97f4a7c15);

  return (guint) (mixed >> 32);
}

static gboolean
is_same_matter (gconstpointer a,
                gconstpointer b)
{
  const BjtWorkEvent *x = a, *y = b;

  return x->place == y->place && x->kind == y->kind;
}

/* By index of the issue: whether one of the same type was received at the same
 * place within the days before. Issues stand in the order they were reported. */
static gboolean *
find_repeated (const BjtWorkWalk *self)
{
  const BjtLedger          *ledger = self->query->ledger;
  g_autofree BjtWorkEvent  *events = g_new (BjtWorkEvent, ledger->issues->len + 1);
  g_autoptr (GHashTable)    last = g_hash_table_new (hash_event, is_same_matter);
  gboolean                 *repeated = g_new0 (gboolean, ledger->issues->len + 1);

  for (guint32 i = 0; i < ledger->issues->len; i++)
    {
      const BjtLedgerIssue *issue = bjt_ledger_get_issue (ledger, i);
      const BjtWorkEvent   *before;

      if (issue->reported_on == BJT_DATE_NONE || issue->reported_on < self->from_on - BJT_WORK_REPEAT_DAYS || issue->reported_on > self->to_on)
        continue;
      events[i] = (BjtWorkEvent) { bjt_work_place_of_issue (ledger, issue), issue->kind, issue->reported_on };
      if (events[i].place == 0 || issue->kind == BJT_NO_INDEX)
        continue;
      before = g_hash_table_lookup (last, &events[i]);
      repeated[i] = before != NULL && issue->reported_on - before->day <= BJT_WORK_REPEAT_DAYS;
      g_hash_table_replace (last, &events[i], &events[i]);
    }
  return repeated;
}

/* Whether the hotline complained of it before it was closed. */
static gboolean
was_complained_of (const BjtLedger      *ledger,
                   const GArray         *complaints,
                   const BjtLedgerIssue *issue)
{
  BjtWorkEvent first = { bjt_work_place_of_issue (ledger, issue), issue->kind, issue->reported_on - BJT_WORK_REPEAT_DAYS };
  guint        low = 0, high = complaints->len;

  if (first.place == 0)
    return FALSE;
  while (low < high)
    {
      guint middle = low + (high - low) / 2;

      if (bjt_work_event_compare (&g_array_index (complaints, BjtWorkEvent, middle), &first) < 0)
        low = middle + 1;
      else
        high = middle;
    }
  if (low == complaints->len)
    return FALSE;
  return g_array_index (complaints, BjtWorkEvent, low).place == first.place && g_array_index (complaints, BjtWorkEvent, low).kind == first.kind
         && g_array_index (complaints, BjtWorkEvent, low).day <= issue->closed_on;
}

/* One issue */

static gboolean
is_of_hotline (const BjtLedgerIssue *issue)
{
  return g_strcmp0 (issue->source, BJT_SOURCE_HOTLINE) == 0;
}

static gboolean
is_settled (const BjtLedgerIssue *issue)
{
  return issue->box == BJT_ISSUE_CLOSED && issue->closed_on != BJT_DATE_NONE;
}

static gint64
get_end_of_day (BjtDate day)
{
  return bjt_time_from_local (day + 1, 0) - 1;
}

/* Closing answers too. */
static gboolean
was_answered_in_time (const BjtWorkWalk    *self,
                      const BjtLedgerIssue *issue)
{
  const BjtWorkCalendar *calendar = self->query->calendar != NULL ? self->query->calendar : bjt_work_calendar_get_default ();
  gint64                 due = issue->reply_due_at, answered = issue->replied_at;

  if (due == 0)
    due = get_end_of_day (bjt_work_calendar_add_days (calendar, issue->reported_on, DEFAULT_REPLY_DAYS));
  if (answered == 0)
    answered = issue->closed_at != 0 ? issue->closed_at
               : issue->closed_on != BJT_DATE_NONE ? bjt_time_from_local (issue->closed_on, 0) : 0;
  return answered != 0 && answered <= due && bjt_time_get_local_date (answered) <= self->cut_off;
}

static gboolean
was_settled_in_time (const BjtLedgerIssue *issue)
{
  if (issue->due_at == 0)
    return TRUE;
  return issue->closed_at != 0 ? issue->closed_at <= issue->due_at : issue->closed_on <= bjt_time_get_local_date (issue->due_at);
}

static double
get_quantity (const BjtLedgerIssue *issue)
{
  return issue->quantity > 0 ? issue->quantity : 1;
}

typedef struct
{
  BjtWorkWalk    *walk;
  BjtWorkMeasure  measure;
  gboolean       *repeated;
  GArray         *complaints;
} IssueWalk;

/* Which count on the day they were closed, and those on which they were received */
static gboolean
counts_when_closed (BjtWorkMeasure measure)
{
  return measure == BJT_WORK_SETTLED || measure == BJT_WORK_IN_TIME_SHARE || measure == BJT_WORK_FORESTALLED
         || measure == BJT_WORK_CONTENT_SHARE || measure == BJT_WORK_QUANTITY;
}

static gboolean
is_counted (const IssueWalk      *self,
            const BjtLedgerIssue *issue)
{
  if (issue->merged_into != BJT_NO_INDEX && self->measure != BJT_WORK_REPEATED_SHARE)
    return FALSE;
  if (counts_when_closed (self->measure) && !is_settled (issue))
    return FALSE;
  return self->measure != BJT_WORK_CONTENT_SHARE || issue->satisfaction != 0;
}

static double
judge (const IssueWalk      *self,
       guint32               index,
       const BjtLedgerIssue *issue)
{
  switch ((int) self->measure)
    {
    case BJT_WORK_SETTLED_SHARE:
      return is_settled (issue) && issue->closed_on <= self->walk->cut_off;
    case BJT_WORK_IN_TIME_SHARE:
      return was_settled_in_time (issue);
    case BJT_WORK_REPLIED_SHARE:
      return was_answered_in_time (self->walk, issue);
    case BJT_WORK_REPEATED_SHARE:
      return self->repeated[index];
    case BJT_WORK_OWN_SHARE:
      return !is_of_hotline (issue);
    case BJT_WORK_FORESTALLED:
      return !is_of_hotline (issue) && !was_complained_of (self->walk->query->ledger, self->complaints, issue);
    case BJT_WORK_CONTENT_SHARE:
      return issue->satisfaction >= CONTENT;
    case BJT_WORK_QUANTITY:
      return get_quantity (issue);
    default:
      return 1;
    }
}

void
bjt_work_walk_issues (BjtWorkWalk   *self,
                      BjtWorkMeasure measure)
{
  const BjtLedger      *ledger = self->query->ledger;
  g_autofree gboolean  *repeated = measure == BJT_WORK_REPEATED_SHARE ? find_repeated (self) : NULL;
  g_autoptr (GArray)    complaints = measure == BJT_WORK_FORESTALLED ? bjt_work_list_hotline_events (ledger) : NULL;
  IssueWalk             walk = { self, measure, repeated, complaints };
  gboolean              when_closed = counts_when_closed (measure);

  for (guint32 i = 0; i < ledger->issues->len; i++)
    {
      const BjtLedgerIssue *issue = bjt_ledger_get_issue (ledger, i);
      BjtWorkRow            row = { BJT_WORK_ROW_ISSUE, i, issue->door, issue->building, when_closed ? issue->closed_on : issue->reported_on, 0, 1 };

      if (row.day == BJT_DATE_NONE || row.day < self->from_on || row.day > self->to_on || !is_counted (&walk, issue))
        continue;
      row.numerator = judge (&walk, i, issue);
      self->take (self, &row);
    }
}
