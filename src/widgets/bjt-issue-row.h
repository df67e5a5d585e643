/* bjt-issue-row.h: an open issue: title, how far it has come, how much time is
 * left, and the next step.
 */
#pragma once

#include <gtk/gtk.h>

#include "model/bjt-picture.h"

G_BEGIN_DECLS

#define BJT_TYPE_ISSUE_ROW (bjt_issue_row_get_type ())
G_DECLARE_FINAL_TYPE (BjtIssueRow, bjt_issue_row, BJT, ISSUE_ROW, GtkWidget)

/* Signal "advance" (int to_status, const char *note)
 * Actions: issue.advance: to the next step with the note typed */

GtkWidget  *bjt_issue_row_new (const BjtPicture *picture, guint32 issue, const char *description); /* description may be NULL */
void        bjt_issue_row_set_note (BjtIssueRow *self, const char *note); /* and unfolds the row */
const char *bjt_issue_row_get_note (BjtIssueRow *self);

char *bjt_issue_row_dup_clock (BjtDate due_on, BjtDate as_of); /* 还剩 1 天; NULL without a due day */

G_END_DECLS
