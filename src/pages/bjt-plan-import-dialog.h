/* bjt-plan-import-dialog.h: a drawing is looked at and becomes a plan of a
 * building: which page, which levels, which layers, how large.
 */
#pragma once

#include "bjt-page.h"

G_BEGIN_DECLS

#define BJT_TYPE_PLAN_IMPORT_DIALOG (bjt_plan_import_dialog_get_type ())
G_DECLARE_FINAL_TYPE (BjtPlanImportDialog, bjt_plan_import_dialog, BJT, PLAN_IMPORT_DIALOG, AdwWindow)

/* Signals:
 *   "imported" (guint building, int ordinal): it is there */

BjtPlanImportDialog *bjt_plan_import_dialog_new (BjtPage *page);                 /* the chosen building is the one that is meant */
void                 bjt_plan_import_dialog_propose_level (BjtPlanImportDialog *self, int ordinal); /* 0, the ground level, unless told */
void                 bjt_plan_import_dialog_choose (BjtPlanImportDialog *self);  /* asks for a file, then shows itself */
void                 bjt_plan_import_dialog_open (BjtPlanImportDialog *self, const char *path, const char *name); /* name: told in place of the file's; NULL */

G_END_DECLS
