/* bjt-issue-choices.h: whom or what a step of an issue may be for.
 */
#pragma once

#include "bjt-issue-file.h"

G_BEGIN_DECLS

/* (element-type BjtStepChoice): partners, those who handle its kind first, or
 * issues it may go on as, the likely ones first; NULL where the step asks for
 * neither */
GPtrArray *bjt_issue_choices_list (const BjtIssueFile *file, const BjtFlowStep *step);

G_END_DECLS
