/* bjt-workspace-attachments.h: files that hang on records: drawings on plans,
 * pictures on notes and on the steps of issues (before, after). Those are personal:
 * not for public sheets or thumbnails.
 */
#pragma once

#include "bjt-photo.h"
#include "bjt-workspace.h"
#include "model/bjt-work.h"

G_BEGIN_DECLS

GPtrArray     *bjt_workspace_list_issue_photos (BjtWorkspace *self, const BjtUuid *issue_id, GError **error); /* BjtAttachment; its owner is the step */
BjtAttachment *bjt_workspace_get_attachment (BjtWorkspace *self, const BjtUuid *attachment_id, GError **error);
GBytes        *bjt_workspace_load_attachment (BjtWorkspace *self, const BjtUuid *attachment_id, GError **error);

/* As bjt_workspace_report_issue(), with a photo of what was found; one action. @photo: may be NULL */
gboolean bjt_workspace_report_issue_seen (BjtWorkspace *self, BjtIssue *issue, const BjtPhoto *photo, GError **error);

/* To the last step of the issue; one action */
gboolean bjt_workspace_add_issue_photo (BjtWorkspace *self, const BjtUuid *issue_id, const BjtPhoto *photo, GError **error);

/* Within an action. @attachment_id: (out) (optional) */
gboolean bjt_workspace_write_photo (BjtWorkspace *self, const BjtUuid *owner_id, const BjtPhoto *photo, BjtUuid *attachment_id, GError **error);

G_END_DECLS
