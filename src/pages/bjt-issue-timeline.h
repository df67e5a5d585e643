/* bjt-issue-timeline.h: the steps of an issue, newest first: when, what, who.
 */
#pragma once

#include <gtk/gtk.h>

#include "bjt-issue-file.h"
#include "bjt-page.h"

G_BEGIN_DECLS

#define BJT_TYPE_ISSUE_TIMELINE (bjt_issue_timeline_get_type ())
G_DECLARE_FINAL_TYPE (BjtIssueTimeline, bjt_issue_timeline, BJT, ISSUE_TIMELINE, GtkBox)

GtkWidget *bjt_issue_timeline_new (BjtPage *page);
void       bjt_issue_timeline_show (BjtIssueTimeline *self, const BjtIssueFile *file);

G_END_DECLS
