/* bjt-print-plan.h: which floor plan is printed: a building and one of its levels.
 */
#pragma once

#include "bjt-page.h"
#include "bjt-sheet-request.h"

G_BEGIN_DECLS

#define BJT_TYPE_PRINT_PLAN (bjt_print_plan_get_type ())
G_DECLARE_FINAL_TYPE (BjtPrintPlan, bjt_print_plan, BJT, PRINT_PLAN, GObject)

/* Signals: "changed" (void): another plan. The page and the rows live longer. */

BjtPrintPlan *bjt_print_plan_new (BjtPage *page, AdwComboRow *building_row, AdwComboRow *level_row);
void          bjt_print_plan_update (BjtPrintPlan *self);                                  /* the picture is another */
void          bjt_print_plan_choose (BjtPrintPlan *self, guint32 building, int ordinal);
void          bjt_print_plan_apply (BjtPrintPlan *self, BjtSheetRequest *request);         /* with the drawings that lie under it */
char         *bjt_print_plan_dup_name (BjtPrintPlan *self);                                /* 山水宜家 10号楼 3层 */

G_END_DECLS
