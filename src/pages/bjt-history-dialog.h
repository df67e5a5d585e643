/* bjt-history-dialog.h: what was done to the file, newest first.
 */
#pragma once

#include <adwaita.h>

#include "workspace/bjt-workspace.h"

G_BEGIN_DECLS

#define BJT_TYPE_HISTORY_DIALOG (bjt_history_dialog_get_type ())
G_DECLARE_FINAL_TYPE (BjtHistoryDialog, bjt_history_dialog, BJT, HISTORY_DIALOG, AdwWindow)

void bjt_history_dialog_present (GtkWindow *parent, BjtWorkspace *workspace);

G_END_DECLS
