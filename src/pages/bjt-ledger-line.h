/* bjt-ledger-line.h: one line in the list of the ledger: the issue that stands
 * there now.
 *
 * Made when it is first looked at; lives as long as somebody looks.
 */
#pragma once

#include "model/bjt-ledger-filter.h"
#include "rules/bjt-work-calendar.h"

G_BEGIN_DECLS

#define BJT_TYPE_LEDGER_LINE (bjt_ledger_line_get_type ())
G_DECLARE_FINAL_TYPE (BjtLedgerLine, bjt_ledger_line, BJT, LEDGER_LINE, GObject)

/* Signal "changed" (void): it says something else now. */

/* Clocks are read at the moments of a filter, in the days of a calendar. */
typedef struct
{
  gint64                 now;
  gint64                 soon_until;
  const BjtWorkCalendar *calendar; /* borrowed */
} BjtLedgerMoment;

BjtLedgerLine        *bjt_ledger_line_new (BjtLedger *ledger, guint32 index, const BjtLedgerMoment *moment);
void                  bjt_ledger_line_update (BjtLedgerLine *self, BjtLedger *ledger, guint32 index, const BjtLedgerMoment *moment);
void                  bjt_ledger_line_touch (BjtLedgerLine *self); /* it is to be shown otherwise */
BjtLedger            *bjt_ledger_line_get_ledger (BjtLedgerLine *self);
const BjtLedgerIssue *bjt_ledger_line_get_issue (BjtLedgerLine *self);
BjtLedgerClock        bjt_ledger_line_get_clock (BjtLedgerLine *self);
char                 *bjt_ledger_line_dup_title (BjtLedgerLine *self, gboolean is_curtained);  /* with the curtain drawn nothing personal */
char                 *bjt_ledger_line_dup_detail (BjtLedgerLine *self, gboolean is_curtained); /* place, kind, who settles it */
const char           *bjt_ledger_line_get_clock_words (BjtLedgerLine *self);
char                 *bjt_ledger_line_dup_words (BjtLedgerLine *self, gboolean is_curtained);  /* all of it */

G_END_DECLS
