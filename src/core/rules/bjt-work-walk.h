/* bjt-work-walk.h: one walk over what an indicator looks at.
 *
 * Private to the indicators of the work: each row is handed over with what it
 * adds to the numerator and to the denominator; who walks adds up or lists.
 */
#pragma once

#include "bjt-work-indicator.h"

G_BEGIN_DECLS

typedef struct _BjtWorkWalk BjtWorkWalk;

struct _BjtWorkWalk
{
  const BjtWorkQuery *query;
  BjtDate             from_on; /* those of the query, or of a year before */
  BjtDate             to_on;
  BjtDate             cut_off;
  void              (*take) (BjtWorkWalk *self, const BjtWorkRow *row);
};

void bjt_work_walk_issues (BjtWorkWalk *self, BjtWorkMeasure measure);
void bjt_work_walk_hotline (BjtWorkWalk *self, BjtWorkMeasure measure);
void bjt_work_walk_people (BjtWorkWalk *self, BjtWorkMeasure measure);

/* Where things happen, as a number: the same for the same door, entrance or
 * building, or the same square of 30 m; 0: nowhere. */
guint64 bjt_work_place_of_issue (const BjtLedger *ledger, const BjtLedgerIssue *issue);
guint64 bjt_work_place_of_order (const BjtLedgerOrder *order);

/* A complaint of the hotline: an order, or an issue that came from there. */
typedef struct
{
  guint64 place;
  guint32 kind;
  BjtDate day;
} BjtWorkEvent;

int     bjt_work_event_compare (gconstpointer a, gconstpointer b);
GArray *bjt_work_list_hotline_events (const BjtLedger *ledger); /* BjtWorkEvent, sorted */

#define BJT_WORK_REPEAT_DAYS 90

G_END_DECLS
