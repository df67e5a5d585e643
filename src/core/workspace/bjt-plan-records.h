/* bjt-plan-records.h: what actions that make and replace plans have in common;
 * within an action that has begun.
 */
#pragma once

#include "bjt-workspace.h"
#include "model/bjt-plans.h"

G_BEGIN_DECLS

gboolean bjt_plan_records_remove (BjtWorkspace *self, const BjtUuid *plan_id, GError **error); /* with all that is on it */
void     bjt_plan_records_move_to_end (BjtWorkspace *self, BjtFloorPlan *plan);                 /* after the other plans of its building */

G_END_DECLS
