/* bjt-ledger-filter.c: each issue is asked for every criterion once; a tab
 * counts those that fail at most its own. Words are compared by pointer, so a
 * word that occurs nowhere lets nothing through. */
#include "bjt-ledger-filter.h"

#include <string.h>

enum
{
  FAILS_BOX = 1 << 0, /* tabs of boxes, states, open and ended */
  FAILS_KIND = 1 << 1,
  FAILS_CLOCK = 1 << 2,
  FAILS_OTHER = 1 << 3,
};

/* The filter with its words as the ledger keeps them. */
typedef struct
{
  const BjtLedgerFilter *filter;
  const BjtLedger       *ledger;
  const char            *state;
  const char            *source;
  const char            *tier;
  const char            *department;
  gboolean               is_hopeless; /* a word that occurs nowhere */
  char                 **words;       /* of the text; NULL: none */
  gboolean              *entrances;   /* with one of the doors; NULL: no doors asked for */
  gboolean              *buildings;
} Query;

void
bjt_ledger_filter_init (BjtLedgerFilter *self)
{
  *self = (BjtLedgerFilter) {
    .kind = BJT_NO_INDEX, .partner = BJT_NO_INDEX, .grid = BJT_NO_INDEX, .building = BJT_NO_INDEX,
    .entrance = BJT_NO_INDEX, .door = BJT_NO_INDEX, .from_on = BJT_DATE_NONE, .to_on = BJT_DATE_NONE,
  };
}

static const char *
find_word (Query      *self,
           const char *text)
{
  const char *word = text != NULL ? bjt_ledger_find_word (self->ledger, text) : NULL;

  self->is_hopeless |= text != NULL && word == NULL;
  return word;
}

static void
find_shared_space (Query *self)
{
  const BjtPicture *picture = self->ledger->picture;
  const BjtDoorSet *doors = self->filter->doors;

  self->entrances = g_new0 (gboolean, picture->entrances->len + 1);
  self->buildings = g_new0 (gboolean, picture->buildings->len + 1);
  for (guint32 d = bjt_door_set_next (doors, 0); d != BJT_NO_INDEX; d = bjt_door_set_next (doors, d + 1))
    {
      const BjtPictureDoor *door = bjt_picture_get_door (picture, d);

      self->buildings[door->building] = TRUE;
      if (door->entrance != BJT_NO_INDEX)
        self->entrances[door->entrance] = TRUE;
    }
}

static void
query_init (Query                 *self,
            const BjtLedgerFilter *filter,
            const BjtLedger       *ledger)
{
  *self = (Query) { .filter = filter, .ledger = ledger };
  self->state = find_word (self, filter->state);
  self->source = find_word (self, filter->source);
  self->tier = find_word (self, filter->tier);
  self->department = find_word (self, filter->department);
  if (filter->text != NULL && *filter->text != '\0')
    self->words = g_strsplit_set (filter->text, " \t\n", -1);
  if (filter->doors != NULL)
    find_shared_space (self);
}

static void
query_clear (Query *self)
{
  g_strfreev (self->words);
  g_free (self->entrances);
  g_free (self->buildings);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Query, query_clear)

/* One issue */

/**
 * bjt_ledger_filter_read_clock:
 *
 * Returns: how the clock of closing @issue stands, by the moments of @self
 */
BjtLedgerClock
bjt_ledger_filter_read_clock (const BjtLedgerFilter *self,
                              const BjtLedgerIssue  *issue)
{
  gint64 left = issue->due_at - self->now;

  if (!bjt_ledger_issue_is_open (issue))
    return BJT_LEDGER_CLOCK_STOPPED;
  if (issue->paused_at != 0)
    return BJT_LEDGER_CLOCK_PAUSED;
  if (issue->due_at == 0)
    return BJT_LEDGER_CLOCK_STOPPED;
  if (left < 0)
    return BJT_LEDGER_CLOCK_OVERDUE;
  if (issue->is_hourly && issue->reported_at != 0)
    return left <= (issue->due_at - issue->reported_at) / 4 ? BJT_LEDGER_CLOCK_SOON : BJT_LEDGER_CLOCK_RUNNING;
  return issue->due_at <= self->soon_until ? BJT_LEDGER_CLOCK_SOON : BJT_LEDGER_CLOCK_RUNNING;
}

static gboolean
is_of_kind (const BjtLedger      *ledger,
            const BjtLedgerIssue *issue,
            guint32               kind)
{
  return issue->kind == kind
         || (issue->kind != BJT_NO_INDEX && bjt_ledger_get_kind (ledger, issue->kind)->parent == kind);
}

static gboolean
is_in_box (const Query          *self,
           const BjtLedgerIssue *issue)
{
  const BjtLedgerFilter *filter = self->filter;
  gboolean               is_open = bjt_ledger_issue_is_open (issue);

  return (filter->boxes == 0 || (filter->boxes >> issue->box & 1) != 0)
         && (self->state == NULL || issue->state == self->state)
         && (filter->span == BJT_LEDGER_ANY || is_open == (filter->span == BJT_LEDGER_OPEN));
}

static gboolean
is_in_place (const Query          *self,
             const BjtLedgerIssue *issue)
{
  const BjtLedgerFilter *filter = self->filter;

  if ((filter->grid != BJT_NO_INDEX && issue->grid != filter->grid)
      || (filter->building != BJT_NO_INDEX && issue->building != filter->building)
      || (filter->entrance != BJT_NO_INDEX && issue->entrance != filter->entrance)
      || (filter->door != BJT_NO_INDEX && issue->door != filter->door))
    return FALSE;
  if (filter->doors == NULL)
    return TRUE;
  if (issue->door != BJT_NO_INDEX)
    return bjt_door_set_contains (filter->doors, issue->door);
  if (issue->entrance != BJT_NO_INDEX)
    return self->entrances[issue->entrance];
  return issue->building != BJT_NO_INDEX && self->buildings[issue->building];
}

static gboolean
contains (const char *text,
          const char *word)
{
  return text != NULL && strcasestr (text, word) != NULL;
}

static gboolean
says (const Query          *self,
      const BjtLedgerIssue *issue)
{
  for (char **word = self->words; word != NULL && *word != NULL; word++)
    if (!contains (issue->title, *word) && !contains (issue->number, *word) && !contains (issue->where, *word))
      return FALSE;
  return TRUE;
}

static gboolean
fits_otherwise (const Query          *self,
                const BjtLedgerIssue *issue)
{
  const BjtLedgerFilter *filter = self->filter;

  return !self->is_hopeless
         && (self->source == NULL || issue->source == self->source)
         && (self->tier == NULL || issue->tier == self->tier)
         && (self->department == NULL || issue->department == self->department)
         && (filter->partner == BJT_NO_INDEX || issue->partner == filter->partner)
         && (filter->from_on == BJT_DATE_NONE || issue->reported_on >= filter->from_on)
         && (filter->to_on == BJT_DATE_NONE || issue->reported_on <= filter->to_on)
         && (filter->only == NULL || g_hash_table_contains (filter->only, &issue->id))
         && is_in_place (self, issue) && says (self, issue);
}

static guint
judge (const Query          *self,
       const BjtLedgerIssue *issue)
{
  guint fails = 0;

  if (!is_in_box (self, issue))
    fails |= FAILS_BOX;
  if (self->filter->kind != BJT_NO_INDEX && !is_of_kind (self->ledger, issue, self->filter->kind))
    fails |= FAILS_KIND;
  if (self->filter->clock != BJT_LEDGER_CLOCK_ANY && bjt_ledger_filter_read_clock (self->filter, issue) != self->filter->clock)
    fails |= FAILS_CLOCK;
  if ((fails & (fails - 1)) != 0)
    return fails | FAILS_OTHER; /* counts under no tab whatever else holds */
  return fits_otherwise (self, issue) ? fails : fails | FAILS_OTHER;
}

/* Order */

typedef struct
{
  guint64 first;
  guint64 second;
  guint32 issue;
} SortKey;

static int
compare_keys (gconstpointer a,
              gconstpointer b)
{
  const SortKey *x = a, *y = b;

  if (x->first != y->first)
    return x->first < y->first ? -1 : 1;
  if (x->second != y->second)
    return x->second < y->second ? -1 : 1;
  return x->issue < y->issue ? -1 : x->issue > y->issue;
}

/* Days and moments as numbers that sort, those not known last. */
static guint64
sort_time (gint64 moment)
{
  return moment == 0 ? G_MAXUINT64 : (guint64) moment ^ G_GUINT64_CONSTANT (1) << 63;
}

static guint64
sort_day_backward (BjtDate day)
{
  return (guint64) ((gint64) G_MAXINT32 - day);
}

static SortKey
make_key (const BjtLedger *ledger,
          guint32          index,
          BjtLedgerSort    order)
{
  const BjtLedgerIssue *issue = bjt_ledger_get_issue (ledger, index);
  SortKey               key = { .issue = index };

  switch (order)
    {
    case BJT_LEDGER_BY_CLOCK:
      key.first = bjt_ledger_issue_is_open (issue) ? issue->paused_at != 0 : 2;
      key.second = key.first < 2 ? sort_time (issue->due_at) : sort_day_backward (issue->closed_on);
      break;
    case BJT_LEDGER_BY_REPORTED:
      key.first = sort_day_backward (issue->reported_on);
      key.second = ~sort_time (issue->reported_at);
      break;
    case BJT_LEDGER_BY_PLACE:
      key.first = (guint64) issue->building << 32 | (guint32) (issue->entrance + 1); /* the building as a whole first */
      key.second = (guint64) (guint32) (issue->door + 1) << 32 | issue->grid;
      break;
    case BJT_LEDGER_BY_NUMBER:
    default:
      break;
    }
  return key;
}

static int
compare_numbers (gconstpointer a,
                 gconstpointer b,
                 gpointer      ledger)
{
  guint32 x = ((const SortKey *) a)->issue, y = ((const SortKey *) b)->issue;
  int     order = bjt_picture_compare_labels (bjt_ledger_get_issue (ledger, x)->number, bjt_ledger_get_issue (ledger, y)->number);

  return order != 0 ? order : x < y ? -1 : x > y;
}

/**
 * bjt_ledger_filter_list:
 *
 * Returns: (transfer full) (element-type guint32): indices of issues
 */
GArray *
bjt_ledger_filter_list (const BjtLedgerFilter *self,
                        const BjtLedger       *ledger,
                        BjtLedgerSort          order)
{
  g_autoptr (GArray) keys = g_array_new (FALSE, FALSE, sizeof (SortKey));
  g_auto (Query) query = { 0 };
  GArray *found;

  query_init (&query, self, ledger);
  for (guint32 i = 0; i < ledger->issues->len; i++)
    if (judge (&query, bjt_ledger_get_issue (ledger, i)) == 0)
      {
        SortKey key = make_key (ledger, i, order);

        g_array_append_val (keys, key);
      }
  if (order == BJT_LEDGER_BY_NUMBER)
    g_array_sort_with_data (keys, compare_numbers, (gpointer) ledger);
  else
    g_array_sort (keys, compare_keys);
  found = g_array_sized_new (FALSE, FALSE, sizeof (guint32), keys->len);
  for (guint i = 0; i < keys->len; i++)
    g_array_append_val (found, g_array_index (keys, SortKey, i).issue);
  return found;
}

/* Counting */

static void
count_kind (BjtLedgerTally  *tally,
            const BjtLedger *ledger,
            guint32          kind)
{
  guint32 parent;

  if (kind == BJT_NO_INDEX)
    return;
  tally->kinds[kind]++;
  parent = bjt_ledger_get_kind (ledger, kind)->parent;
  if (parent != BJT_NO_INDEX)
    tally->kinds[parent]++;
}

/**
 * bjt_ledger_filter_count:
 *
 * Returns: (transfer full): what the tabs say
 */
BjtLedgerTally *
bjt_ledger_filter_count (const BjtLedgerFilter *self,
                         const BjtLedger       *ledger)
{
  BjtLedgerTally *tally = g_new0 (BjtLedgerTally, 1);
  g_auto (Query) query = { 0 };

  tally->n_kinds = ledger->kinds->len;
  tally->kinds = g_new0 (guint, ledger->kinds->len + 1);
  query_init (&query, self, ledger);
  for (guint32 i = 0; i < ledger->issues->len; i++)
    {
      const BjtLedgerIssue *issue = bjt_ledger_get_issue (ledger, i);
      guint                 fails = judge (&query, issue);

      tally->total += fails == 0;
      if ((fails & ~(guint) FAILS_BOX) == 0)
        {
          tally->boxes[issue->box]++;
          tally->open += bjt_ledger_issue_is_open (issue);
          tally->ended += !bjt_ledger_issue_is_open (issue);
        }
      if ((fails & ~(guint) FAILS_CLOCK) == 0)
        tally->clocks[bjt_ledger_filter_read_clock (self, issue)]++;
      if ((fails & ~(guint) FAILS_KIND) == 0)
        count_kind (tally, ledger, issue->kind);
    }
  return tally;
}

void
bjt_ledger_tally_free (BjtLedgerTally *self)
{
  if (self == NULL)
    return;
  g_free (self->kinds);
  g_free (self);
}
