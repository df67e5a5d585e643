/* bjt-issue-doors.h: the homes an issue concerns, what they agree to and pay.
 */
#pragma once

#include "bjt-issue-file.h"
#include "bjt-page.h"

G_BEGIN_DECLS

#define BJT_TYPE_ISSUE_DOORS (bjt_issue_doors_get_type ())
G_DECLARE_FINAL_TYPE (BjtIssueDoors, bjt_issue_doors, BJT, ISSUE_DOORS, GtkBox)

/* Action: concerned.add ("door", "riser", "entrance", "building", "selection") */

GtkWidget *bjt_issue_doors_new (BjtPage *page);
void       bjt_issue_doors_show (BjtIssueDoors *self, const BjtIssueFile *file);

G_END_DECLS
