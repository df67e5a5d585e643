/* bjt-plan-export-dialog.h: the plans of the building at hand go to a file.
 */
#pragma once

#include "bjt-page.h"

G_BEGIN_DECLS

void bjt_plan_export_dialog_choose (BjtPage *page); /* asks where to, and in which format */

G_END_DECLS
