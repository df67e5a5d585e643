/* bjt-issue-pane.h: one issue: where, how far, what is to be done next, and all
 * that was done.
 */
#pragma once

#include "bjt-page.h"

G_BEGIN_DECLS

#define BJT_TYPE_ISSUE_PANE (bjt_issue_pane_get_type ())
G_DECLARE_FINAL_TYPE (BjtIssuePane, bjt_issue_pane, BJT, ISSUE_PANE, BjtPage)

/* Actions: issue.step (code): takes the step, or asks for what it needs first;
 *   issue.go: to its place on the map; issue.show (key): another issue;
 *   issue.merge (key): goes on as that one */

void           bjt_issue_pane_show (BjtIssuePane *self, const BjtUuid *issue_id); /* NIL: none */
const BjtUuid *bjt_issue_pane_get_issue_id (BjtIssuePane *self);                  /* NIL: none */
void           bjt_issue_pane_refresh (BjtIssuePane *self);
void           bjt_issue_pane_focus_step (BjtIssuePane *self);

G_END_DECLS
