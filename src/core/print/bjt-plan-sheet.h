/* bjt-plan-sheet.h: one level of a building on paper: its plan, true to scale,
 * with the marks of its doors and what they mean.
 *
 * An internal working map, as the grid sheet is; restricted categories draw
 * nothing.
 */
#pragma once

#include "bjt-grid-sheet.h"

G_BEGIN_DECLS

#define BJT_TYPE_PLAN_SHEET (bjt_plan_sheet_get_type ())
G_DECLARE_FINAL_TYPE (BjtPlanSheet, bjt_plan_sheet, BJT, PLAN_SHEET, BjtSheet)

/* Of @options: paper, orientation, names, is_mono, has_binding, purpose,
 * receiver, maker, copy_number, made_on, language. @backdrops: BjtPlanBackdrop,
 * a reference is taken; NULL: none. */
BjtSheet *bjt_plan_sheet_new (BjtPicture *picture, guint32 building, int ordinal, GPtrArray *backdrops, const BjtGridSheetOptions *options, GError **error);
double    bjt_plan_sheet_get_denominator (BjtPlanSheet *self); /* 100 for 1:100 */

G_END_DECLS
