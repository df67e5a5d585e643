/* bjt-issue-page.h: the ledger of issues: a list of them by what presses most,
 * and the one that is chosen.
 */
#pragma once

#include "bjt-page.h"

G_BEGIN_DECLS

#define BJT_TYPE_ISSUE_PAGE (bjt_issue_page_get_type ())
G_DECLARE_FINAL_TYPE (BjtIssuePage, bjt_issue_page, BJT, ISSUE_PAGE, BjtPage)

/* Property "my-grid": only the grid of who is at work
 * Actions: issues.find, issues.my-grid, issues.reset */

void bjt_issue_page_show_issue (BjtIssuePage *self, const BjtUuid *issue_id);
void bjt_issue_page_show_issues (BjtIssuePage *self, const char *heading, const BjtUuid *issue_ids, guint n_issues); /* those alone, open and closed */
void bjt_issue_page_show_scope (BjtIssuePage *self, const char *scope); /* "open", "overdue", "soon", "waiting", "ended", "all" */

G_END_DECLS
