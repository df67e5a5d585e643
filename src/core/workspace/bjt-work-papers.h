/* bjt-work-papers.h: papers of issues and meetings, with what they need read.
 */
#pragma once

#include "bjt-workspace.h"
#include "print/bjt-grid-sheet.h"

G_BEGIN_DECLS

BjtSheet *bjt_work_papers_new_notice (BjtWorkspace *workspace, const BjtUuid *notice_id, const BjtGridSheetOptions *options, GError **error);
BjtSheet *bjt_work_papers_new_meeting (BjtWorkspace *workspace, const BjtUuid *meeting_id, const BjtGridSheetOptions *options, GError **error); /* agenda, or minutes once it is held */

G_END_DECLS
