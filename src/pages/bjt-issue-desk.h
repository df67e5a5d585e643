/* bjt-issue-desk.h: what is done about issues: each call is one undoable action
 * and tells the person how it went.
 */
#pragma once

#include "bjt-page.h"
#include "workspace/bjt-workspace-issues.h"

G_BEGIN_DECLS

/* TRUE when it is saved; else the reason was told, and with it what somebody
 * else did in between. */
gboolean bjt_issue_desk_take_step (BjtPage *page, const BjtUuid *issue_id, const BjtIssueStep *step);
gboolean bjt_issue_desk_fill_slot (BjtPage *page, const BjtUuid *issue_id, BjtIssueSlot slot, const char *name, GError **error); /* tells only when it went */
gboolean bjt_issue_desk_add_doors (BjtPage *page, const BjtUuid *issue_id, const BjtDoorSet *doors);
gboolean bjt_issue_desk_change_door (BjtPage *page, const BjtIssueDoor *issue_door);
gboolean bjt_issue_desk_remove_door (BjtPage *page, const BjtUuid *issue_door_id);
gboolean bjt_issue_desk_serve_notice (BjtPage *page, BjtNotice *notice);
gboolean bjt_issue_desk_receive_notice (BjtPage *page, const BjtUuid *notice_id, const char *received_by, BjtDate received_on);

G_END_DECLS
