/* bjt-work-papers.h: papers of issues and meetings, with what they need read.
 */
#pragma once

#include "bjt-workspace.h"
#include "model/bjt-issues.h"
#include "print/bjt-grid-sheet.h"

G_BEGIN_DECLS

/* What a paper prints, read whole: a notice, or the agenda or minutes of a meeting. */
typedef struct _BjtWorkPaper BjtWorkPaper;

BjtWorkPaper *bjt_work_paper_read_notice (BjtWorkspace *workspace, const BjtUuid *notice_id, GError **error);
BjtWorkPaper *bjt_work_paper_read_meeting (BjtWorkspace *workspace, const BjtUuid *meeting_id, GError **error);
void          bjt_work_paper_free (BjtWorkPaper *self);
BjtSheet     *bjt_work_paper_make (const BjtWorkPaper *self, const BjtGridSheetOptions *options, GError **error); /* any thread */
G_DEFINE_AUTOPTR_CLEANUP_FUNC (BjtWorkPaper, bjt_work_paper_free)

BjtSheet *bjt_work_papers_new_notice (BjtWorkspace *workspace, const BjtUuid *notice_id, const BjtGridSheetOptions *options, GError **error);
BjtSheet *bjt_work_papers_new_meeting (BjtWorkspace *workspace, const BjtUuid *meeting_id, const BjtGridSheetOptions *options, GError **error); /* agenda, or minutes once it is held */

/* What the agenda of @meeting, which is not saved, would be of the issues that press now. */
BjtSheet *bjt_work_papers_new_proposal (BjtWorkspace *workspace, const BjtMeeting *meeting, const BjtGridSheetOptions *options, GError **error);

G_END_DECLS
