/* bjt-issue-calls.h: departments that were called and what came of it; notices
 * of correction, served and received.
 */
#pragma once

#include "bjt-issue-file.h"
#include "bjt-page.h"

G_BEGIN_DECLS

#define BJT_TYPE_ISSUE_CALLS (bjt_issue_calls_get_type ())
G_DECLARE_FINAL_TYPE (BjtIssueCalls, bjt_issue_calls, BJT, ISSUE_CALLS, GtkBox)

GtkWidget *bjt_issue_calls_new (BjtPage *page);
void       bjt_issue_calls_show (BjtIssueCalls *self, const BjtIssueFile *file);

G_END_DECLS
