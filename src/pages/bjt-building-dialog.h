/* bjt-building-dialog.h: the wizard that lays out a building, with its matrix
 * while one types.
 */
#pragma once

#include "model/bjt-focus.h"
#include "workspace/bjt-workspace.h"

#include <adwaita.h>

G_BEGIN_DECLS

#define BJT_TYPE_BUILDING_DIALOG (bjt_building_dialog_get_type ())
G_DECLARE_FINAL_TYPE (BjtBuildingDialog, bjt_building_dialog, BJT, BUILDING_DIALOG, AdwWindow)

/* @building: BJT_NO_INDEX: a new one. What was applied is chosen in the focus. */
void bjt_building_dialog_present (GtkWindow *parent, BjtWorkspace *workspace, BjtFocus *focus, guint32 building);

G_END_DECLS
