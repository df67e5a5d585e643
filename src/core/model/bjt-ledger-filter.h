/* bjt-ledger-filter.h: some of the issues of a ledger, in an order, and how many
 * there would be under each tab.
 *
 * A value; its texts are borrowed. What is not set lets all through. One pass
 * over the issues, and a sort of what was found.
 */
#pragma once

#include "bjt-door-set.h"
#include "bjt-ledger.h"

G_BEGIN_DECLS

typedef enum
{
  BJT_LEDGER_ANY,
  BJT_LEDGER_OPEN,
  BJT_LEDGER_ENDED, /* closed, or merged into another */
} BjtLedgerSpan;

typedef enum
{
  BJT_LEDGER_CLOCK_ANY,
  BJT_LEDGER_CLOCK_OVERDUE,
  BJT_LEDGER_CLOCK_SOON,    /* not yet, but soon */
  BJT_LEDGER_CLOCK_RUNNING, /* neither */
  BJT_LEDGER_CLOCK_PAUSED,
  BJT_LEDGER_CLOCK_STOPPED, /* ended, or without a clock */
  BJT_LEDGER_N_CLOCKS,
} BjtLedgerClock;

typedef enum
{
  BJT_LEDGER_BY_CLOCK,    /* what is due first; paused ones behind, ended ones last, the newest of them first */
  BJT_LEDGER_BY_REPORTED, /* the newest first */
  BJT_LEDGER_BY_NUMBER,   /* the lowest first */
  BJT_LEDGER_BY_PLACE,    /* as feet go: building, entrance, from the top floor down */
} BjtLedgerSort;

typedef struct
{
  gint64            now;        /* for the clocks */
  gint64            soon_until; /* what is due by then is due soon; hourly clocks when a quarter is left */

  guint             boxes;      /* bit i: BjtIssueStatus i; 0: any */
  const char       *state;
  BjtLedgerSpan     span;
  BjtLedgerClock    clock;
  guint32           kind;       /* with the kinds of a group; BJT_NO_INDEX: any, as for all below */
  const char       *source;
  const char       *tier;
  const char       *department; /* a partner by its name too */
  guint32           partner;
  guint32           grid;
  guint32           building;
  guint32           entrance;
  guint32           door;
  const BjtDoorSet *doors;      /* and the shared space around them; NULL: any */
  BjtDate           from_on;    /* reported on or after; NONE: any */
  BjtDate           to_on;      /* reported on or before */
  const char       *text;       /* every word in number, title or place */
  GHashTable       *only;       /* of BjtUuid: no others; NULL: any */
} BjtLedgerFilter;

/* How many there are under each choice, were all else of the filter as it is. */
typedef struct
{
  guint   total;
  guint   boxes[BJT_N_ISSUE_STATUSES];
  guint   open, ended;
  guint   clocks[BJT_LEDGER_N_CLOCKS];
  guint   n_kinds;
  guint  *kinds; /* by index; a group counts its kinds */
} BjtLedgerTally;

void            bjt_ledger_filter_init (BjtLedgerFilter *self);
GArray         *bjt_ledger_filter_list (const BjtLedgerFilter *self, const BjtLedger *ledger, BjtLedgerSort order); /* guint32, indices of issues */
BjtLedgerTally *bjt_ledger_filter_count (const BjtLedgerFilter *self, const BjtLedger *ledger);
BjtLedgerClock  bjt_ledger_filter_read_clock (const BjtLedgerFilter *self, const BjtLedgerIssue *issue);

void bjt_ledger_tally_free (BjtLedgerTally *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (BjtLedgerTally, bjt_ledger_tally_free)

G_END_DECLS
