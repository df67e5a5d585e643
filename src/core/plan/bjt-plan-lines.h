/* bjt-plan-lines.h: the lines of a drawing in metres of the plan, and what they
 * enclose.
 */
#pragma once

#include "bjt-plan-backdrop.h"

G_BEGIN_DECLS

typedef struct _BjtPlanLines BjtPlanLines;

BjtPlanLines *bjt_plan_lines_new (const BjtPlanBackdrop *backdrop);
void          bjt_plan_lines_free (BjtPlanLines *self);
BjtGeometry  *bjt_plan_lines_dup_face (const BjtPlanLines *self, BjtPoint at, double close, const double areas[2], GCancellable *cancellable); /* of least to most area; NULL: none */

G_DEFINE_AUTOPTR_CLEANUP_FUNC (BjtPlanLines, bjt_plan_lines_free)

G_END_DECLS
