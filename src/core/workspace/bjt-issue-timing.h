/* bjt-issue-timing.h: the moments of an issue, from its record and its steps.
 */
#pragma once

#include "model/bjt-issues.h"
#include "rules/bjt-issue-flow.h"
#include "rules/bjt-issue-clock.h"

G_BEGIN_DECLS

/* The times its clock stood, of its steps by time. */
GArray *bjt_issue_timing_list_pauses (const GPtrArray *events); /* of BjtClockPause */

/* Limits and due moments of an issue that is reported; what it has stays. */
void bjt_issue_timing_begin (BjtIssue *issue, const BjtIssueKind *kind, BjtDate today, gint64 now);

/* Its due moments anew after a pause. @events with the step that ended it. */
void bjt_issue_timing_resume (BjtIssue *issue, const GPtrArray *events);

/* How its clocks stand: of the first reply, and of closing. */
void bjt_issue_timing_read_reply (const BjtIssue *issue, const GPtrArray *events, gint64 now, BjtIssueClockReading *reading);
void bjt_issue_timing_read_close (const BjtIssue *issue, const GPtrArray *events, gint64 now, BjtIssueClockReading *reading);

G_END_DECLS
