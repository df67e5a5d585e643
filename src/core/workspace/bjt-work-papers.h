/* bjt-work-papers.h: papers of issues and meetings, with what they need read.
 */
#pragma once

#include "bjt-workspace.h"
#include "model/bjt-issues.h"
#include "print/bjt-grid-sheet.h"

G_BEGIN_DECLS

BjtSheet *bjt_work_papers_new_notice (BjtWorkspace *workspace, const BjtUuid *notice_id, const BjtGridSheetOptions *options, GError **error);
BjtSheet *bjt_work_papers_new_meeting (BjtWorkspace *workspace, const BjtUuid *meeting_id, const BjtGridSheetOptions *options, GError **error); /* agenda, or minutes once it is held */

/* What the agenda of @meeting, which is not saved, would be of the issues that press now. */
BjtSheet *bjt_work_papers_new_proposal (BjtWorkspace *workspace, const BjtMeeting *meeting, const BjtGridSheetOptions *options, GError **error);

G_END_DECLS
