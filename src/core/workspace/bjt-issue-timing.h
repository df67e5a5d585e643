/* bjt-issue-timing.h: the moments of an issue, from its record and its steps.
 */
#pragma once

#include "model/bjt-issues.h"
#include "rules/bjt-issue-flow.h"
#include "rules/bjt-issue-clock.h"
#include "rules/bjt-work-calendar.h"

G_BEGIN_DECLS

/* The times its clock stood, of its steps by time. */
GArray *bjt_issue_timing_list_pauses (const GPtrArray *events); /* of BjtClockPause */

/* Limits and due moments of an issue that is reported; what it has stays. */
void bjt_issue_timing_begin (BjtIssue *issue, const BjtIssueKind *kind, const BjtWorkCalendar *calendar, BjtDate today, gint64 now);

/* While its clock stands an issue has no due day: it is over no time, and is no
 * mark on the map. The due moment stays, for the end of the pause. */
void bjt_issue_timing_pause (BjtIssue *issue);

/* Its due moments anew after a pause. @events with the step that ended it. */
void bjt_issue_timing_resume (BjtIssue *issue, const GPtrArray *events, const BjtWorkCalendar *calendar);

/* Its due moments anew by another calendar; what was set by hand stays, and what waits. */
void bjt_issue_timing_follow_calendar (BjtIssue *issue, const GPtrArray *events, const BjtWorkCalendar *calendar);

/* How its clocks stand: of the first reply, and of closing. */
void bjt_issue_timing_read_reply (const BjtIssue *issue, const GPtrArray *events, const BjtWorkCalendar *calendar, gint64 now, BjtIssueClockReading *reading);
void bjt_issue_timing_read_close (const BjtIssue *issue, const GPtrArray *events, const BjtWorkCalendar *calendar, gint64 now, BjtIssueClockReading *reading);

G_END_DECLS
