/* bjt-clock-words.h: how the clock of an issue stands, in a few words.
 *
 * What is left is told in working days, or in hours where the clock counts
 * them; what is over in days of the calendar.
 */
#pragma once

#include "model/bjt-ledger-filter.h"
#include "rules/bjt-issue-clock.h"
#include "widgets/bjt-flow-dots.h"

G_BEGIN_DECLS

char       *bjt_clock_words_dup_issue (const BjtLedgerIssue *issue, BjtLedgerClock clock, const BjtWorkCalendar *calendar, gint64 now); /* 剩 2 个工作日 */
char       *bjt_clock_words_dup_reading (const BjtIssueClockReading *reading, const BjtWorkCalendar *calendar, gint64 now); /* the same, or how it ended */
BjtFlowTone bjt_clock_words_get_tone (BjtLedgerClock clock);
BjtLedgerClock bjt_clock_words_get_clock (BjtIssueClockState state);

G_END_DECLS
